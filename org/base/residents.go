package base

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Resident is an organization in the base on a day.
type Resident struct {
	Organization string    `json:"organization"`
	Class        Class     `json:"class"`
	Admitted     rule.Date `json:"admitted"` // into the base
	Since        rule.Date `json:"since"`    // in this class
	Extended     int       `json:"extended"` // times
	Last         rule.Date `json:"last"`     // day of the term
	Overdue      bool      `json:"overdue"`  // still there after it
}

// Residents returns the organizations that reside in the base at the end of a
// day, by id. One told to leave is no longer among them.
func (b *Base) Residents(on rule.Date) []Resident {
	var out []Resident
	for _, id := range b.ids {
		stays := b.until(id, on)
		if len(stays) == 0 {
			continue
		}
		now := stays[len(stays)-1]
		class, ok := now.standing.Class()
		if !ok {
			continue
		}
		last := b.term(now, class).After(now.entered)
		out = append(out, Resident{
			Organization: id, Class: class, Admitted: now.admitted, Since: now.entered, Extended: now.extended,
			Last: last, Overdue: !last.IsZero() && last.Before(on),
		})
	}
	return out
}

// term is the stay of a class with its extensions.
func (b *Base) term(now stay, class Class) rule.Duration {
	t := b.rules.term(class).Stay.Within
	t.N *= 1 + now.extended
	return t
}

// Standing returns how an organization stands with the base at the end of a
// day: [Outside] if it never applied.
func (b *Base) Standing(id string, on rule.Date) Standing {
	stays := b.until(id, on)
	if len(stays) == 0 {
		return Outside
	}
	return stays[len(stays)-1].standing
}

// Count returns the number of residents of each class on a day.
func (b *Base) Count(on rule.Date) map[Class]int {
	n := map[Class]int{}
	for _, r := range b.Residents(on) {
		n[r.Class]++
	}
	return n
}

// Due is something that must be done by a day: an application answered
// ([AnswerDue]), rooms handed over ([LeaveDue]), a term that ends ([TermDue]),
// or rent that is no longer subsidised ([RentDue]).
type Due struct {
	Organization string      `json:"organization"`
	Last         rule.Date   `json:"last"` // day for it
	Late         bool        `json:"late"` // not done by then
	Reason       rule.Reason `json:"reason"`
}

// Due returns what is due after a day or late on it, by organization. A term
// runs from the entry into its class; subsidised rent from the admission into
// the base, for as long as the class of the day has it. Limits in working days
// need the calendar of their days; the others are counted without one.
func (b *Base) Due(on rule.Date, calendar rule.Calendar) ([]Due, error) {
	var out []Due
	var found rule.Problems
	for _, id := range b.ids {
		stays := b.until(id, on)
		if len(stays) == 0 {
			continue
		}
		now := stays[len(stays)-1]
		add := func(code rule.Code, from rule.Date, within rule.Duration, limit Limit, calendar rule.Calendar, inputs ...rule.Input) {
			last, counted, err := within.Last(from, calendar)
			if err != nil {
				found.Nest(id, err)
				return
			}
			inputs = append(inputs, rule.With("on", rule.On(from)), rule.With("within", within.Value()))
			reason := problems.Reason(code, inputs...).Gives(rule.Given, rule.On(last)).From(limit.Source, limit.Status)
			reason.Parts = []rule.Reason{counted}
			out = append(out, Due{id, last, last.Before(on), reason})
		}
		class, resident := now.standing.Class()
		switch {
		case now.standing == Applied:
			add(AnswerDue, now.entered, b.rules.Answer.Within, b.rules.Answer, calendar)
		case now.standing == Noticed:
			add(LeaveDue, now.entered, b.rules.Leave.Within, b.rules.Leave, calendar)
		case resident:
			named := rule.With("class", rule.Label(classes.Labels(class)))
			term := b.rules.term(class)
			add(TermDue, now.entered, b.term(now, class), term.Stay, rule.Calendar{}, named)
			if !term.Rent.Within.IsZero() {
				add(RentDue, now.admitted, term.Rent.Within, term.Rent, rule.Calendar{}, named)
			}
		}
	}
	return out, found.Err()
}

// Explain tells the story of one organization with the base up to a day: each
// act with its conditions. It is false if there is none.
func (b *Base) Explain(id string, on rule.Date) (rule.Page, bool) {
	stays := b.until(id, on)
	if len(stays) == 0 {
		return rule.Page{}, false
	}
	name := id
	if e, ok := b.registry.At(id, on); ok && e.Name != "" {
		name = e.Name
	}
	now := stays[len(stays)-1]
	page := rule.Page{
		Title: rule.Words("入驻说明:"+name, "Residence of "+name), Rule: b.rules.Head,
		Lines: []rule.Line{
			{Label: rule.Words("日期", "On"), Value: rule.On(on)},
			{Label: rule.Words("结论", "Standing"), Value: rule.Label(rule.Words(now.standing.Label(language.Chinese), now.standing.Label(language.English)))},
			{Label: rule.Words("自", "Since"), Value: rule.On(now.entered)},
		},
	}
	for _, s := range stays {
		step := s.reason
		step.Output = rule.On(s.on)
		page.Steps = append(page.Steps, step)
	}
	return page, true
}

// Organizations returns the ids of all organizations that ever had to do with
// the base, in order.
func (b *Base) Organizations() []string { return slices.Clone(b.ids) }
