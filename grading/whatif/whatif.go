package whatif

import (
	"maps"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Answered is what an organization comes to with the answers it gave and with
// others.
type Answered struct {
	Scores [2]decimal.Decimal // before and after
	Before grading.Assessment
	After  grading.Assessment
}

// Answers says what other answers to some leaves would change for one
// organization. Faults are those of [grading.Rubric.Mark] and
// [grading.Grader.Assess].
func Answers(e *grading.Evaluation, id string, sheet, others grading.Sheet, months int) (Answered, error) {
	var a Answered
	changed := maps.Clone(sheet)
	maps.Copy(changed, others)
	for i, s := range []grading.Sheet{sheet, changed} {
		c, err := e.Case(id, rule.Text{}, s, months)
		if err != nil {
			return Answered{}, err
		}
		out, err := e.Grader().Assess(c)
		if err != nil {
			return Answered{}, err
		}
		a.Scores[i] = c.Score.Decimal
		if i == 0 {
			a.Before = out
		} else {
			a.After = out
		}
	}
	return a, nil
}

// Revision gives an indicator other points or another weight.
type Revision struct {
	ID     string           `json:"id"`
	Points *decimal.Decimal `json:"points,omitempty"`
	Weight *decimal.Decimal `json:"weight,omitempty"`
}

// Revise returns a rubric with other points or weights, to be run beside the
// first ([Compare]). All that must change together is given together: the result
// is validated, and weights or points that do not add up any more, like
// indicators that do not exist, are [rule.Problems]. A judged leaf takes its new
// points as its new full score; so its answers must fit them. The rubric is
// illustrative then, and its id says that it was revised.
func Revise(r grading.Rubric, revisions ...Revision) (grading.Rubric, error) {
	var found rule.Problems
	for i, change := range revisions {
		revised, ok := r.Set(change.ID, func(part *grading.Indicator) {
			if change.Points != nil {
				part.Points = *change.Points
			}
			if change.Weight != nil {
				part.Weight = *change.Weight
			}
		})
		if !ok {
			found.Add(problems.Problem(rule.At("revisions", i)+".id", NoSuchPart, rule.With("id", rule.Quoted(change.ID))))
		}
		r = revised
	}
	r.ID += "+revised"
	r.Status = rule.Illustrative
	found.Nest("rubric", r.Validate())
	if len(found) > 0 {
		return grading.Rubric{}, found.Err()
	}
	return r, nil
}
