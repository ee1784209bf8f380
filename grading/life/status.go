package life

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Status is an organization's grade on a day.
type Status struct {
	On         rule.Date   `json:"on"`
	Standing   Standing    `json:"standing"`
	Grade      string      `json:"grade,omitzero"`    // that it holds, or held until it lapsed
	Label      rule.Text   `json:"label,omitzero"`    // of the grade
	Since      rule.Date   `json:"since,omitzero"`    // first day of the decision's effect
	Last       rule.Date   `json:"last,omitzero"`     // last day of its validity
	Decision   rule.Source `json:"decision,omitzero"` // by which it has that standing
	Proceeding Stage       `json:"proceeding"`        // under way on the day
	Reason     rule.Reason `json:"reason"`
}

// On says which grade an organization has on a day, and by which decision: the
// last one that had taken effect by then. Entries of the day count.
func (l Life) On(day rule.Date) Status {
	s := Status{On: day, Standing: Ungraded, Proceeding: Idle, Reason: problems.Reason(NeverGraded).Gives(rule.Given, label(Ungraded))}
	for _, at := range l.stages {
		if !day.Before(at.from) {
			s.Proceeding = at.is
		}
	}
	for i := range l.given {
		d := &l.given[i]
		if day.Before(d.from) {
			continue
		}
		s.Grade, s.Label, s.Since, s.Last, s.Decision = d.grade, d.label, d.from, d.last, d.entry.Decision
		code, basis := GradeHeld, d.rules.Validity
		switch {
		case d.event == Withdraw:
			s.Standing, code, basis = Withdrawn, GradeWithdrawn, Clause{}
			s.Last = rule.Date{}
		case d.last.Before(day):
			s.Standing, code = Lapsed, GradeLapsed
		default:
			s.Standing = Graded
			if d.event == Lower {
				code = GradeLowered
			}
		}
		r := problems.Reason(code, rule.With("grade", rule.Label(d.label)), rule.With("on", rule.On(d.entry.On)),
			rule.With("decision", citation(d.entry.Decision)), rule.With("from", rule.On(d.from)), rule.With("last", rule.On(d.last)),
			rule.With("ground", ground(d.entry.Ground)))
		s.Reason = basis.under(r.Gives(rule.Given, label(s.Standing)), d.rules.Head)
	}
	return s
}

func citation(s rule.Source) rule.Value {
	if s.IsZero() {
		return rule.Value{}
	}
	return rule.Label(rule.Words(s.In(language.Chinese), s.In(language.English)))
}

func label(s Standing) rule.Value { return rule.Label(standings.Labels(s)) }

func ground(g Ground) rule.Value {
	if !g.Valid() {
		return rule.Value{}
	}
	return rule.Label(grounds.Labels(g))
}

// Page explains a grade on a day: every entry up to then with what became of
// it and the deadlines it set.
func (l Life) Page(name rule.Text, day rule.Date) rule.Page {
	s := l.On(day)
	p := rule.Page{Title: rule.Words("评估等级查询", "Grade on a day")}
	add := func(zh, en string, v rule.Value) {
		p.Lines = append(p.Lines, rule.Line{Label: rule.Words(zh, en), Value: v})
	}
	if !name.IsZero() {
		add("组织", "organization", rule.Label(name))
	}
	add("日期", "day", rule.On(day))
	if s.Grade != "" {
		add("等级", "grade", rule.Label(s.Label))
	}
	add("状态", "standing", s.Reason.Output)
	add("程序", "proceeding", rule.Label(stages.Labels(s.Proceeding)))
	for _, step := range l.Steps {
		if day.Before(step.Entry.On) {
			break
		}
		r := problems.Reason(EntryOf, rule.With("on", rule.On(step.Entry.On)), rule.With("event", rule.Label(events.Labels(step.Entry.Event)))).
			Gives(rule.Given, rule.Label(accepted(step.Accepted))).From(step.Entry.Decision, 0)
		if !step.Accepted {
			r.Parts = append(r.Parts, step.Reason)
		}
		for _, d := range step.Deadlines {
			due := problems.Reason(DueBy, rule.With("what", rule.Label(d.What))).Gives(rule.Given, rule.On(d.Last)).From(d.Reason.Source, d.Reason.Status)
			due.Parts = []rule.Reason{d.Reason}
			r.Parts = append(r.Parts, due)
		}
		p.Steps = append(p.Steps, r)
	}
	p.Notes = []rule.Reason{s.Reason}
	return p
}

func accepted(yes bool) rule.Text {
	if yes {
		return rule.Words("成立", "in effect")
	}
	return rule.Words("不成立", "refused")
}
