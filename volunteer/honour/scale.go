package honour

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Scale is a published table of stars. Its numbers are reached by "or above":
// 满100小时 is 100 or above.
type Scale struct {
	rule.Head
	Steps []Step `json:"steps"` // from the lowest
	// Cycle, if not zero, is the number of hours after which the hours of the
	// steps are earned again, as prizes; the title stays the highest reached.
	Cycle decimal.Decimal `json:"cycle,omitzero"`
}

// Step is one star, medal or title and the least it asks for. A measure that
// is not named is not asked for.
type Step struct {
	Title rule.Text `json:"title"`
	Needs []Need    `json:"needs"`
}

// Need is the least of a measure that a step asks for.
type Need struct {
	Measure Measure         `json:"measure"`
	Least   decimal.Decimal `json:"least"`
}

// Standing is what a volunteer has: credited hours, points, and full months on
// the register.
type Standing struct {
	Hours  volunteer.Hours `json:"hours"`
	Points decimal.Decimal `json:"points"`
	Months int             `json:"months"`
}

func (s Standing) of(m Measure) decimal.Decimal {
	switch m {
	case Hours:
		return s.Hours.Decimal()
	case Points:
		return s.Points
	}
	return decimal.NewFromInt(int64(s.Months))
}

// Table is a checked scale.
type Table struct {
	scale    Scale
	measures []Measure
	bands    []band.Table[int] // for each measure: the steps its numbers reach
}

// New checks the scale and returns its table. Problems: those of the head, no
// steps, a step without a title or a need, a measure twice in a step or named
// in some steps only, a number that does not rise from step to step, and a
// cycle that is shorter than the highest step asks or goes with other measures
// than hours.
func New(s Scale) (*Table, error) {
	var found rule.Problems
	found.Nest("", s.Head.Validate())
	if len(s.Steps) == 0 {
		found.Add(problems.Problem("steps", rule.Required))
		return nil, found.Err()
	}
	t := &Table{scale: s}
	for _, need := range s.Steps[0].Needs {
		t.measures = append(t.measures, need.Measure)
	}
	for i, step := range s.Steps {
		found.Nest(path(i), t.check(step, i))
	}
	if s.Cycle.Sign() < 0 || s.Cycle.Sign() > 0 && (len(t.measures) != 1 || t.measures[0] != Hours ||
		s.least(len(s.Steps)-1, Hours).GreaterThan(s.Cycle)) {
		found.Add(problems.Problem("cycle", CycleShape, rule.With("cycle", rule.Num(s.Cycle, rule.Hour))))
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	for _, m := range t.measures {
		rows := make([]band.Row[int], len(s.Steps)+1)
		for i := range s.Steps {
			rows[i].In = rows[i].In.Below(s.least(i, m))
			rows[i+1] = band.Row[int]{In: rule.AtLeast(s.least(i, m)), Is: i + 1}
		}
		// a step that asks no more of this measure than the one below has no band
		rows = slices.DeleteFunc(rows, func(r band.Row[int]) bool { return r.In.Empty() })
		table, err := band.New(band.Domain{}, rows)
		if err != nil {
			found.Nest("steps", err)
			return nil, found.Err()
		}
		t.bands = append(t.bands, table)
	}
	return t, nil
}

func path(i int) string { return "steps[" + strconv.Itoa(i) + "]" }

// check reports the faults of a step beside the step below it.
func (t *Table) check(step Step, i int) error {
	var found rule.Problems
	if step.Title.ZH == "" || step.Title.EN == "" {
		found.Add(problems.Problem("title", rule.Required))
	}
	if len(step.Needs) == 0 || len(step.Needs) != len(t.measures) {
		found.Add(problems.Problem("needs", MeasuresDiffer))
	}
	for j, need := range step.Needs {
		at := "needs[" + strconv.Itoa(j) + "]"
		if !need.Measure.Valid() {
			found.Add(problems.Problem(at+".measure", rule.Required))
			continue
		}
		if j >= len(t.measures) || need.Measure != t.measures[j] {
			found.Add(problems.Problem(at+".measure", MeasuresDiffer))
			continue
		}
		for _, other := range step.Needs[:j] {
			if other.Measure == need.Measure {
				found.Add(problems.Problem(at+".measure", MeasuresDiffer))
			}
		}
		below := decimal.Decimal{}
		if i > 0 {
			below = t.scale.least(i-1, need.Measure)
		}
		// months may stay the same from star to star; something must rise
		if c := need.Least.Cmp(below); c < 0 || c == 0 && (i == 0 || need.Measure == t.measures[0]) {
			found.Add(problems.Problem(at+".least", NotRising,
				rule.With("least", rule.Num(need.Least, need.Measure.unit())), rule.With("below", rule.Num(below, need.Measure.unit()))))
		}
	}
	return found.Err()
}

// least returns what a step asks of a measure, zero if nothing.
func (s Scale) least(step int, m Measure) decimal.Decimal {
	for _, need := range s.Steps[step].Needs {
		if need.Measure == m {
			return need.Least
		}
	}
	return decimal.Decimal{}
}

// Scale returns the scale behind the table.
func (t *Table) Scale() Scale { return t.scale }
