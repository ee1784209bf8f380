package vote

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules say how a vote is decided.
type Rules struct {
	rule.Head
	Method       Method        `json:"method"`
	Satisfaction Satisfaction  `json:"satisfaction"`
	Step         funding.Money `json:"step,omitzero"` // of EqualSharesAddOne: what each share is raised by at a time
}

// Validate reports the faults of the head, a method or measure not stated, and
// a step where none belongs or none above zero where one does.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	if !r.Method.Valid() {
		found.Add(problems.Problem("method", rule.Required))
	}
	if !r.Satisfaction.Valid() {
		found.Add(problems.Problem("satisfaction", rule.Required))
	}
	step := rule.With("step", r.Step.Value())
	switch {
	case r.Method == EqualSharesAddOne && r.Step.Sign() <= 0:
		found.Add(problems.Problem("step", StepNotPositive, step))
	case r.Method.Valid() && r.Method != EqualSharesAddOne && r.Step.Sign() != 0:
		found.Add(problems.Problem("step", StepUnused, step, rule.With("method", rule.Label(methods.Labels(r.Method)))))
	}
	return found.Err()
}

// Residents returns the rules of a residents' vote by equal shares, completed
// by a yuan at a time, satisfaction by cost: illustrative, no Chinese district
// is known to have published such rules.
func Residents() Rules {
	return Rules{
		Head: rule.Head{
			ID: "residents-vote.1", Title: rule.Words("居民投票(等额份额法,示例)", "residents' vote by equal shares (illustration)"),
			Status: rule.Illustrative,
		},
		Method: EqualSharesAddOne, Satisfaction: Cost, Step: funding.Yuan(1),
	}
}
