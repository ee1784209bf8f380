package council

import (
	"github.com/sancheng-go/sancheng/org/rule"
)

// Decision is the answer to one question put to a council.
type Decision struct {
	Title rule.Text     `json:"title"` // the question
	Rules rule.Head     `json:"rules"`
	On    rule.Date     `json:"on"`
	Holds bool          `json:"holds"`
	Steps []rule.Reason `json:"steps"` // what was counted, what each share comes to, and last all clauses, met or not
}

// Unmet returns every clause that stands in the way, in order.
func (d Decision) Unmet() []rule.Reason { return d.Steps[len(d.Steps)-1].Unmet() }

// Page explains the decision.
func (d Decision) Page() rule.Page {
	return rule.Page{
		Title: d.Title, Rule: d.Rules,
		Lines: []rule.Line{
			{Label: rule.Words("日期", "On"), Value: rule.On(d.On)},
			{Label: rule.Words("结论", "Result"), Value: rule.Flag(d.Holds)},
		},
		Steps: d.Steps,
	}
}

// hearing gathers the clauses of a decision and the facts they ask for.
type hearing struct {
	rules   *Rules
	facts   rule.FactMap
	known   rule.Vocabulary
	clauses []rule.Condition
	steps   []rule.Reason
}

func hear(r *Rules) *hearing {
	return &hearing{rules: r, facts: rule.FactMap{}, known: rule.Vocabulary{}}
}

// ask adds the clause that a number of people lies in an interval.
func (h *hearing) ask(name string, label rule.Text, n int, in rule.Interval, clause rule.Source) {
	if clause.IsZero() {
		clause = h.rules.Source
	}
	h.facts[name] = rule.Int(int64(n), rule.Person)
	h.known[name] = rule.Fact{Type: rule.NumberType, Unit: rule.Person, Label: label}
	h.clauses = append(h.clauses, rule.InRange(name, in).From(clause, h.rules.Status))
}

// step adds what a share comes to.
func (h *hearing) step(r rule.Reason, clause rule.Source) {
	if clause.IsZero() {
		clause = h.rules.Source
	}
	h.steps = append(h.steps, r.From(clause, h.rules.Status))
}

func (h *hearing) decide(title rule.Text, on rule.Date) Decision {
	all := rule.AllOf(h.clauses...).Decide(h.facts, h.known)
	return Decision{Title: title, Rules: h.rules.Head, On: on, Holds: all.Holds(), Steps: append(h.steps, all)}
}
