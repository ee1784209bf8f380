package honour

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Award is the step a standing reaches, and what is missing for the next.
type Award struct {
	Step    int           `json:"step"`              // 0 for none yet, 1 for the lowest
	Title   rule.Text     `json:"title"`             // of the step
	Cycles  int64         `json:"cycles,omitzero"`   // full cycles of a scale that repeats
	InCycle int           `json:"in_cycle,omitzero"` // step reached in the cycle under way
	Reasons []rule.Reason `json:"reasons"`           // for each measure, what is there and the step it reaches
	Next    *Next         `json:"next,omitempty"`    // nil at the top
}

// Next is the step that comes next and what is missing for it. In a scale that
// repeats, it may be a step of a later cycle.
type Next struct {
	Step    int           `json:"step"`
	Title   rule.Text     `json:"title"`
	Missing []Shortfall   `json:"missing"`
	Reasons []rule.Reason `json:"reasons"` // one for each measure that is missing
}

// Shortfall is how much of a measure is missing.
type Shortfall struct {
	Measure Measure         `json:"measure"`
	By      decimal.Decimal `json:"by"`
}

// Award answers which step a standing reaches: the highest that all measures
// reach.
func (t *Table) Award(s Standing) Award {
	var a Award
	a.Step = len(t.scale.Steps)
	for i, m := range t.measures {
		at, _ := t.bands[i].Find(s.of(m))
		row := t.bands[i].Row(at)
		a.Step = min(a.Step, row.Is)
		a.Reasons = append(a.Reasons, problems.Reason(Reaches,
			rule.With("measure", rule.Label(measures.Labels(m))),
			rule.With("found", rule.Num(s.of(m), m.unit())),
			rule.With("band", rule.Label(row.In.Words()))).
			Gives(rule.Given, rule.Label(t.title(row.Is))).From(t.scale.Source, t.scale.Status))
	}
	a.Title = t.title(a.Step)
	if t.scale.Cycle.Sign() > 0 {
		t.cycle(&a, s)
	}
	if a.Next == nil && a.Step < len(t.scale.Steps) {
		a.Next = t.next(a.Step+1, s, decimal.Decimal{})
	}
	return a
}

// title returns the words for a step.
func (t *Table) title(step int) rule.Text {
	if step == 0 {
		return rule.Words("未评星", "none yet")
	}
	return t.scale.Steps[step-1].Title
}

// next returns a step and what is missing for it, its hours counted from a
// base.
func (t *Table) next(step int, s Standing, base decimal.Decimal) *Next {
	n := &Next{Step: step, Title: t.title(step), Missing: []Shortfall{}}
	for _, m := range t.measures {
		least := t.scale.least(step-1, m).Add(base)
		by := least.Sub(s.of(m))
		if by.Sign() <= 0 {
			continue
		}
		n.Missing = append(n.Missing, Shortfall{m, by})
		n.Reasons = append(n.Reasons, problems.Reason(Lacks,
			rule.With("required", rule.Num(least, m.unit())),
			rule.With("found", rule.Num(s.of(m), m.unit()))).
			Gives(rule.Difference, rule.Num(by, m.unit())).From(t.scale.Source, t.scale.Status))
	}
	return n
}

// cycle adds what a repeating scale says: hours 300 of a cycle of 300 are the
// end of the first cycle, 330 the first star of the second.
func (t *Table) cycle(a *Award, s Standing) {
	whole, rest := s.Hours.Decimal().QuoRem(t.scale.Cycle, 0)
	a.Cycles = whole.IntPart()
	at, _ := t.bands[0].Find(rest)
	a.InCycle = t.bands[0].Row(at).Is
	if a.Cycles == 0 && a.Step < len(t.scale.Steps) {
		return
	}
	a.Next = t.next(min(a.InCycle, len(t.scale.Steps)-1)+1, s, whole.Mul(t.scale.Cycle))
	a.Reasons = append(a.Reasons, problems.Reason(Repeats,
		rule.With("cycle", rule.Num(t.scale.Cycle, rule.Hour)), rule.With("cycles", rule.Int(a.Cycles, 0)),
		rule.With("rest", rule.Num(rest, rule.Hour))).
		Gives(rule.Given, rule.Label(t.title(a.InCycle))).From(t.scale.Source, t.scale.Status))
}
