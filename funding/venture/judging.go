package venture

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Judging is how judges' scores become one: the highest and the lowest are left
// out, the rest averaged and rounded once.
type Judging struct {
	Least    int           `json:"least"`         // judges a project needs
	Drop     int           `json:"drop,omitzero"` // scores left out at either end
	Rounding rule.Rounding `json:"rounding"`      // of the mean
}

// Score is what one judge gives a project, from 0 to 100 with at most four
// decimals.
type Score struct {
	Judge  string          `json:"judge"`
	Points decimal.Decimal `json:"points"`
}

// Validate reports a least below one or so low that nothing is left after the
// dropped scores, a negative drop, and the faults of the rounding.
func (j Judging) Validate() error {
	var found rule.Problems
	if j.Drop < 0 || j.Least < 1 || j.Least <= 2*j.Drop {
		found.Add(problems.Problem("least", JudgesFew, rule.With("least", rule.Int(int64(j.Least), rule.Person)), rule.With("drop", rule.Int(int64(j.Drop), 0))))
	}
	found.Nest("rounding", j.Rounding.Validate())
	return found.Err()
}

// check reports too few judges, a judge without a name or with two scores, and
// points out of range.
func (j Judging) check(scores []Score) error {
	var found rule.Problems
	if len(scores) < j.Least {
		found.Add(problems.Problem("scores", JudgesMissing,
			rule.With("least", rule.Int(int64(j.Least), rule.Person)), rule.With("found", rule.Int(int64(len(scores)), rule.Person))))
	}
	seen := map[string]bool{}
	for i, s := range scores {
		at := "scores[" + strconv.Itoa(i) + "]"
		switch {
		case s.Judge == "":
			found.Add(problems.Problem(at+".judge", rule.Required))
		case seen[s.Judge]:
			found.Add(problems.Problem(at+".judge", JudgeTwice, rule.With("judge", rule.Quoted(s.Judge))))
		}
		seen[s.Judge] = true
		found.Add(inRange(at+".points", s.Points))
	}
	return found.Err()
}

// inRange reports points outside 0 to 100 or with more than four decimals.
func inRange(path string, d decimal.Decimal) *rule.Problem {
	value := rule.Num(d, rule.Point)
	switch e := d.Exponent(); {
	case e < -20 || e > 20: // too long to be written out
		value = rule.Quoted(d.Coefficient().String() + "e" + strconv.Itoa(int(e)))
	case e >= -4 && d.Sign() >= 0 && !d.GreaterThan(decimal.NewFromInt(100)):
		return nil
	}
	return problems.Problem(path, PointsRange, rule.With("points", value))
}

// mean returns the score of a project and the step that made it.
func (j Judging) mean(scores []Score) (decimal.Decimal, rule.Reason) {
	byPoints := slices.Clone(scores)
	slices.SortFunc(byPoints, func(a, b Score) int {
		if order := a.Points.Cmp(b.Points); order != 0 {
			return order
		}
		return strings.Compare(a.Judge, b.Judge)
	})
	kept := byPoints[j.Drop : len(byPoints)-j.Drop]
	sum := decimal.Decimal{}
	for _, s := range kept {
		sum = sum.Add(s.Points)
	}
	judges := decimal.NewFromInt(int64(len(kept)))
	mean := j.Rounding.Quotient(sum, judges)
	r := problems.Reason(MeanOfJudges,
		rule.With("sum", rule.Num(sum, rule.Point)), rule.With("times", rule.Int(1, 0)),
		rule.With("judges", rule.Num(judges, rule.Person)), rule.With("step", rule.Num(j.Rounding.Step, 0)),
	).Gives(rule.Prorate, rule.Num(mean, rule.Point))
	r.Mode = j.Rounding.Mode
	return mean, r
}
