package regime

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Change is what would have to become of one fact for a condition to be met: so
// many members more, a consent that is there, a day to wait for. Where any of
// several would do, it holds each of them.
type Change struct {
	Fact   string      // empty where it holds several
	To     rule.Value  // the number or day that would do
	Any    [][]Change  // any of these, all changes of it together
	Reason rule.Reason // in words
}

// changes lists what would have to change for a condition that does not hold.
func (au Authority) changes(c *rule.Condition, facts known) []Change {
	if holds, _ := c.Holds(facts); holds {
		return nil
	}
	switch {
	case c.AllOf != nil:
		var all []Change
		for i := range c.AllOf {
			all = append(all, au.changes(&c.AllOf[i], facts)...)
		}
		return all
	case c.AnyOf != nil:
		var options [][]Change
		for i := range c.AnyOf {
			options = append(options, au.changes(&c.AnyOf[i], facts))
		}
		if options = without(options); len(options) == 1 {
			return options[0]
		}
		return []Change{oneOf(options)}
	case c.Not != nil:
		r := problems.Reason(ChangeNot)
		r.Parts = []rule.Reason{c.Not.Decide(facts, au.known)}
		return []Change{{Reason: r}}
	}
	return []Change{au.change(c, facts)}
}

// without leaves out what asks more of a fact than another option does.
func without(options [][]Change) [][]Change {
	return slices.DeleteFunc(slices.Clone(options), func(option []Change) bool {
		return slices.ContainsFunc(options, func(other []Change) bool {
			if len(option) != 1 || len(other) != 1 || option[0].Fact != other[0].Fact || option[0].Reason.Code != other[0].Reason.Code {
				return false
			}
			to, ok1 := option[0].To.Number()
			less, ok2 := other[0].To.Number()
			switch option[0].Reason.Code {
			case ChangeMore, ChangeAbove:
				return ok1 && ok2 && less.Cmp(to) < 0
			case ChangeLess, ChangeBelow:
				return ok1 && ok2 && less.Cmp(to) > 0
			}
			return false
		})
	})
}

// oneOf joins changes of which one set suffices.
func oneOf(options [][]Change) Change {
	r := problems.Reason(ChangeOneOf)
	for _, option := range options {
		part := problems.Reason(ChangeAll)
		for _, c := range option {
			part.Parts = append(part.Parts, c.Reason)
		}
		if len(option) == 1 {
			part = option[0].Reason
		}
		r.Parts = append(r.Parts, part)
	}
	return Change{Any: options, Reason: r}
}

// change is what one question on one fact asks for.
func (au Authority) change(c *rule.Condition, facts known) Change {
	decided := c.Decide(facts, au.known)
	var fact, required rule.Input
	for _, input := range decided.Inputs {
		switch input.Name {
		case "fact":
			fact = input
		case "required":
			required = input
		}
	}
	words := func(code rule.Code) Change {
		return Change{Fact: c.Fact, Reason: problems.Reason(code, fact, required).From(c.Source, c.Status)}
	}
	found, stated := facts.Fact(c.Fact)
	number, isNumber := found.Number()
	_, isDate := found.Date()
	switch {
	case !stated:
		return words(ChangeState)
	case isNumber && !c.Range.IsZero():
		return au.amount(c, fact, number, facts)
	case isDate && c.Fact == On && c.Within.From.Compare(facts.a.On) > 0:
		return until(c.Fact, fact, c.Within.From)
	case isDate:
		return words(ChangeNever)
	}
	return words(ChangeTo)
}

// amount says by how much a number misses its interval.
func (au Authority) amount(c *rule.Condition, fact rule.Input, number decimal.Decimal, facts known) Change {
	unit := au.known[c.Fact].Unit
	below := c.Range.Side(number) < 0
	at, in, _ := c.Range.Low()
	code, op, by := ChangeMore, rule.Sum, at.Sub(number)
	if !in {
		code = ChangeAbove
	}
	if !below {
		at, in, _ = c.Range.High()
		code, op, by = ChangeLess, rule.Difference, number.Sub(at)
		if !in {
			code = ChangeBelow
		}
	}
	if since := monthsSince(c.Fact); since != "" {
		if from, ok := facts.a.Facts[since].Date(); ok && below && in && at.IsInteger() {
			return until(c.Fact, fact, from.AddMonths(int(at.IntPart())))
		}
		return Change{Fact: c.Fact, Reason: problems.Reason(ChangeNever, fact, rule.With("required", label(c.Range.WordsOf(unit)))).From(c.Source, c.Status)}
	}
	r := problems.Reason(code, fact, rule.With("found", rule.Num(number, unit)), rule.With("by", rule.Num(by, unit)))
	to := rule.Num(at, unit)
	return Change{Fact: c.Fact, To: to, Reason: r.Gives(op, to).From(c.Source, c.Status)}
}

// monthsSince is the day that a number of months is counted from.
func monthsSince(fact string) string {
	switch fact {
	case MonthsPrepared:
		return PreparedOn
	case MonthsRegistered:
		return RegisteredOn
	}
	return ""
}

func until(name string, fact rule.Input, day rule.Date) Change {
	return Change{Fact: name, To: rule.On(day), Reason: problems.Reason(ChangeWait, fact, rule.With("until", rule.On(day)))}
}

// wait is the change of day that opens a way, if there is one.
func wait(w *Way, facts known) Change {
	day := rule.With("fact", label(Facts()[On].Label))
	if facts.a.On.Before(w.Period.From) {
		return until(On, day, w.Period.From)
	}
	return Change{Fact: On, Reason: problems.Reason(ChangeNever, day, rule.With("required", label(w.Period.Words())))}
}
