package micro

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Tally is what was done by a day. The counters stand in a relation: the
// projects of the classes sum to all; every class and kind counted has a
// project; a project of an unknown kind is of one kind counted or of one more.
type Tally struct {
	On      rule.Date     `json:"on"`
	Done    int           `json:"done"`
	Open    int           `json:"open"`
	Ended   int           `json:"ended"`   // refused or dropped
	Classes []ClassCount  `json:"classes"` // those with a project done, in the catalogue's order
	Kinds   int           `json:"kinds"`   // different kinds done, of those known
	Unknown int           `json:"unknown"` // done, of an unknown kind
	Persons int64         `json:"persons"`
	Times   int64         `json:"times"`
	Spent   funding.Money `json:"spent"`
	Days    int           `json:"days"`    // from proposal to end, all projects done together
	Longest int           `json:"longest"` // the longest of them
	Overdue []Overdue     `json:"overdue"` // by project
}

// ClassCount is what was done in one class.
type ClassCount struct {
	Class string `json:"class"`
	Done  int    `json:"done"`
	Kinds int    `json:"kinds"` // different kinds done, of those known
	most  int    // kinds the catalogue has
	rest  int    // done, of an unknown kind
}

// Overdue is a project whose decision or end is late.
type Overdue struct {
	Project string    `json:"project"`
	Stage   Stage     `json:"stage"`
	Due     rule.Date `json:"due"`
	Days    int       `json:"days"` // late
}

// MeanDays returns the mean life of the projects done, exact; no value if there
// is none.
func (c Tally) MeanDays() rule.Value {
	return rule.Ratio(decimal.NewFromInt(int64(c.Days)), decimal.NewFromInt(int64(c.Done)), rule.DayUnit)
}

// KindsBetween returns how many different kinds were done, as far as is known:
// projects of an unknown kind may be of kinds counted already, or each of
// another kind of its class, as far as the class has any.
func (c Tally) KindsBetween() rule.Interval {
	least, most := 0, 0
	for _, class := range c.Classes {
		least += max(class.Kinds, 1)
		most += class.Kinds + min(class.rest, class.most-class.Kinds)
	}
	return rule.AtLeast(decimal.NewFromInt(int64(least))).AtMost(decimal.NewFromInt(int64(max(least, most))))
}

// at returns the project as it stood at the end of a day, nil before it was
// proposed.
func (p *Project) at(on rule.Date) *Project {
	if on.Before(p.proposal.Date) {
		return nil
	}
	n, _ := slices.BinarySearchFunc(p.events, on, func(e Event, day rule.Date) int { return cmp.Or(e.Date.Compare(day), -1) })
	if n == len(p.events) {
		return p
	}
	then := &Project{desk: p.desk, service: p.service, proposal: p.proposal, approval: p.approval, stage: Proposed}
	for _, e := range p.events[:n] {
		if _, err := then.Apply(e); err != nil {
			return nil // not reached: it happened
		}
	}
	return then
}

// Count counts the desk's projects as they stood at the end of a day; their
// order does not matter. Problems are a project twice ([Twice]) or of another
// desk ([OtherRules]), and money beyond the range of Money ([AmountRange]).
func (d *Desk) Count(projects []*Project, on rule.Date) (Tally, error) {
	c := Tally{On: on, Classes: []ClassCount{}, Overdue: []Overdue{}}
	var found rule.Problems
	seen := map[string]bool{}
	kinds := map[string]bool{}
	rows := make([]ClassCount, len(d.rules.Classes))
	for i, class := range d.rules.Classes {
		rows[i] = ClassCount{Class: class.ID, most: len(class.Kinds)}
	}
	spent := int64(0)
	for i, whole := range projects {
		if seen[whole.proposal.ID] {
			found.Add(problems.Problem(rule.At("projects", i), Twice, rule.With("id", rule.Quoted(whole.proposal.ID))))
		}
		seen[whole.proposal.ID] = true
		if whole.desk != d {
			found.Add(problems.Problem(rule.At("projects", i), OtherRules))
			continue
		}
		p := whole.at(on)
		if p == nil {
			continue
		}
		row := &rows[p.service.class]
		switch {
		case p.stage == Done:
			c.Done++
			row.Done++
			switch {
			case !p.service.isKind:
				c.Unknown++
				row.rest++
			case !kinds[p.proposal.Service]:
				kinds[p.proposal.Service] = true
				c.Kinds++
				row.Kinds++
			}
			c.Persons += p.persons
			c.Times += p.times
			spent += p.spent.Fen()
			days, _ := p.Life()
			c.Days += days
			c.Longest = max(c.Longest, days)
		case p.stage.Ended():
			c.Ended++
		default:
			c.Open++
			if due, _ := p.Due(); due.Before(on) {
				c.Overdue = append(c.Overdue, Overdue{p.proposal.ID, p.stage, due, on.DaysSince(due)})
			}
		}
		if spent > bound {
			found.Add(problems.Problem(rule.At("projects", i), AmountRange))
			spent = 0
		}
	}
	if len(found) > 0 {
		return Tally{}, found.Err()
	}
	c.Spent = funding.Fen(spent)
	for _, row := range rows {
		if row.Done > 0 {
			c.Classes = append(c.Classes, row)
		}
	}
	slices.SortFunc(c.Overdue, func(a, b Overdue) int { return cmp.Compare(a.Project, b.Project) })
	return c, nil
}

const bound = 1_000_000_000_000_000_000 - 1 // fen, the range of Money

// Relate says what must hold between published counts of projects, classes and
// kinds, each known as an interval: no fewer kinds than classes and no more than
// projects, since each class has a kind and each kind a project that was done.
// The output is the interval of kinds that agrees with all three; the reason
// holds the steps, and does not hold where nothing agrees.
func Relate(projects, classes, kinds rule.Interval) (rule.Interval, rule.Reason) {
	agree := kinds
	if least, in, ok := classes.Low(); ok {
		if in {
			agree = agree.Intersect(rule.AtLeast(least))
		} else {
			agree = agree.Intersect(rule.Above(least))
		}
	}
	if most, in, ok := projects.High(); ok {
		if in {
			agree = agree.Intersect(rule.AtMost(most))
		} else {
			agree = agree.Intersect(rule.Below(most))
		}
	}
	reason := problems.Reason(Related, rule.With("classes", rule.Label(classes.Words())), rule.With("kinds", rule.Label(kinds.Words())),
		rule.With("projects", rule.Label(projects.Words()))).Gives(rule.Compare, rule.Flag(!agree.Empty()))
	return agree, reason
}
