package whatif

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// MoveLine returns a scale in which a class begins at another score, and the
// class below ends there. Whether the line's own score lies in the class stays as
// it is. The scale is illustrative then, and its id says what was moved. A class
// that is unknown or the lowest, which has no line, and a line that crosses
// another are [rule.Problems].
func MoveLine(s grading.Scale, class string, to decimal.Decimal) (grading.Scale, error) {
	i := slices.IndexFunc(s.Classes, func(c grading.Class) bool { return c.ID == class })
	if i < 0 {
		return grading.Scale{}, problems.Problem("class", grading.ClassUnknown, rule.With("class", rule.Quoted(class)))
	}
	if i == len(s.Classes)-1 {
		return grading.Scale{}, problems.Problem("class", NoLine, rule.With("class", rule.Word(class)))
	}
	s = moved(s, i, to)
	s.ID += "+" + class + "=" + to.String()
	s.Status = rule.Illustrative
	if err := s.Validate(); err != nil {
		return grading.Scale{}, err
	}
	return s, nil
}

// moved moves the line of the i-th class.
func moved(s grading.Scale, i int, to decimal.Decimal) grading.Scale {
	s.Classes = slices.Clone(s.Classes)
	upper, lower := &s.Classes[i], &s.Classes[i+1]
	if _, in, _ := upper.In.Low(); in {
		upper.In, lower.In = upper.In.AtLeast(to), lower.In.Below(to)
	} else {
		upper.In, lower.In = upper.In.Above(to), lower.In.AtMost(to)
	}
	return s
}

// line returns where a class that is not the lowest begins.
func line(s grading.Scale, i int) decimal.Decimal {
	at, _, _ := s.Classes[i].In.Low()
	return at
}

// shifted moves every line by the same number of points.
func shifted(s grading.Scale, by decimal.Decimal) grading.Scale {
	for i := range len(s.Classes) - 1 {
		s = moved(s, i, line(s, i).Add(by))
	}
	return s
}

// Distance is how far a class is from a score.
type Distance struct {
	Class  string          `json:"class"`
	At     decimal.Decimal `json:"at"`              // the score that reaches it
	Beyond bool            `json:"beyond,omitzero"` // the score must exceed At
	Short  decimal.Decimal `json:"short"`           // At less the score
}

// Distances returns how far a score is from every class above its own, the
// nearest first; none for a score in the best class.
func Distances(s grading.Scale, score decimal.Decimal) []Distance {
	out := []Distance{}
	for i, class := range s.Classes {
		if class.In.Contains(score) {
			break
		}
		at, exact := s.Reach(i)
		out = append(out, Distance{class.ID, at, !exact, at.Sub(score)})
	}
	slices.Reverse(out)
	return out
}
