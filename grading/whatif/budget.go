package whatif

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Try is one place of a line, or one shift of all lines, and what it comes to.
type Try struct {
	At   decimal.Decimal `json:"at"`   // where the line lies, or by how much all are shifted
	Bill funding.Money   `json:"bill"` // exact
	Paid int             `json:"paid"` // who is paid something
}

// Within is the answer to where a line may lie within a budget.
type Within struct {
	Budget   funding.Money `json:"budget"`
	Lowest   *Try          `json:"lowest"`   // the lowest place whose bill is within; nil if none is
	Before   *Try          `json:"before"`   // its neighbour one step lower; nil at the end of the range
	After    *Try          `json:"after"`    // its neighbour one step higher
	Monotone bool          `json:"monotone"` // the bill never rises with the line over the whole range
	Tries    []Try         `json:"tries"`    // every place there is, from the lowest
}

// LineWithin finds where the line of a class may lie so that the bill of a
// batch stays within a budget. Every place is tried that the scale's step allows
// between the neighbouring lines, and none is left to a guess: the bill of each
// is exact. A class that has no line, a scale without a step and more than
// 100,000 places are [rule.Problems].
func LineWithin(p grading.Policy, b *grading.Batch, class string, budget funding.Money) (Within, error) {
	i := slices.IndexFunc(p.Scale.Classes, func(c grading.Class) bool { return c.ID == class })
	if i < 0 {
		return Within{}, problems.Problem("class", grading.ClassUnknown, rule.With("class", rule.Quoted(class)))
	}
	if i == len(p.Scale.Classes)-1 {
		return Within{}, problems.Problem("class", NoLine, rule.With("class", rule.Word(class)))
	}
	low, high := lowest(p.Scale), highest(p.Scale)
	if i+1 < len(p.Scale.Classes)-1 {
		low = line(p.Scale, i+1)
	}
	if i > 0 {
		high = line(p.Scale, i-1)
	}
	return search(p, b, budget, low, high, func(at decimal.Decimal) grading.Scale { return moved(p.Scale, i, at) })
}

// ShiftWithin finds by how much all lines together must be shifted so that the
// bill stays within a budget, up or down. Faults are those of [LineWithin].
func ShiftWithin(p grading.Policy, b *grading.Batch, budget funding.Money) (Within, error) {
	n := len(p.Scale.Classes)
	if n < 2 {
		return Within{}, problems.Problem("class", NoLine, rule.With("class", rule.Word("")))
	}
	down := lowest(p.Scale).Sub(line(p.Scale, n-2))
	up := highest(p.Scale).Sub(line(p.Scale, 0))
	return search(p, b, budget, down, up, func(by decimal.Decimal) grading.Scale { return shifted(p.Scale, by) })
}

func lowest(s grading.Scale) decimal.Decimal {
	at, _, _ := s.Scores.In.Low()
	return at
}

func highest(s grading.Scale) decimal.Decimal {
	at, _, _ := s.Scores.In.High()
	return at
}

const mostTries = 100_000

// search tries every place from low to high in the scale's step; those at which
// the scale is not sound, because a class would be empty, are no places.
func search(p grading.Policy, b *grading.Batch, budget funding.Money, low, high decimal.Decimal, scale func(decimal.Decimal) grading.Scale) (Within, error) {
	var found rule.Problems
	found.Nest("policy", p.Validate())
	step := p.Scale.Scores.Step
	if step.Sign() <= 0 {
		found.Add(problems.Problem("policy.scale.scores.step", NoStep))
	} else if high.Sub(low).Cmp(step.Mul(decimal.NewFromInt(mostTries))) > 0 {
		found.Add(problems.Problem("policy.scale.scores", TooManyLines, rule.With("most", rule.Int(mostTries, 0))))
	}
	if len(found) > 0 {
		return Within{}, found.Err()
	}
	count := counting(p, b)
	w := Within{Budget: budget, Monotone: true, Tries: []Try{}}
	mode := rule.Up // towards +∞
	if low.Sign() < 0 {
		mode = rule.Down
	}
	for at := (rule.Rounding{Mode: mode, Step: step}).Round(low); at.Cmp(high) <= 0; at = at.Add(step) {
		s := scale(at)
		if s.Validate() != nil {
			continue
		}
		bill, paid, err := count(s)
		if err != nil {
			return Within{}, err
		}
		w.Tries = append(w.Tries, Try{at, bill, paid})
	}
	for i := range w.Tries {
		if i > 0 && w.Tries[i].Bill.Fen() > w.Tries[i-1].Bill.Fen() {
			w.Monotone = false
		}
		if w.Lowest != nil || w.Tries[i].Bill.Fen() > budget.Fen() {
			continue
		}
		w.Lowest = &w.Tries[i]
		if i > 0 {
			w.Before = &w.Tries[i-1]
		}
		if i+1 < len(w.Tries) {
			w.After = &w.Tries[i+1]
		}
	}
	return w, nil
}
