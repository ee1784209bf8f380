package grading

import "github.com/sancheng-go/sancheng/org/rule"

// Regrade grades and pays the scores of a batch by another policy: what a moved
// line or a changed rate would come to, without marking anybody again. Rows that
// a veto bars stay barred. Scores outside the scale or between its steps are
// [rule.Problems] with the row's path. Memory is taken as by [Evaluation.Run].
func (g *Grader) Regrade(b *Batch) (*Batch, error) {
	low, high := int64(0), int64(0)
	for _, score := range b.Scores {
		low, high = min(low, score), max(high, score)
	}
	var found rule.Problems
	out := newBatch(len(b.Scores), b.Decimals, b.Months)
	copy(out.Scores, b.Scores)
	sum := newSummary(g)
	pr, fast := g.pricing(b.Decimals, low, high)
	for row, score := range b.Scores {
		if b.Classes[row] < 0 {
			out.Classes[row] = -1
			out.Barred++
			continue
		}
		months := yearMonths
		if b.Months != nil {
			months = int(b.Months[row])
		}
		if !fast {
			a, err := g.Assess(Case{ID: "row", Score: Scored(b.Score(row)), Months: months})
			found.Nest(rule.At("", row), err)
			out.Classes[row], out.Payable[row] = int8(a.Class), a.Payable
			sum.add(a.Class, a.Payable)
			continue
		}
		class, ok := pr.class(score)
		if !ok {
			found.Nest(rule.At("", row), g.policy.Scale.check(b.Score(row)))
			continue
		}
		out.Classes[row], out.Payable[row] = int8(class), pr.pay(class, score, months)
		sum.add(class, out.Payable[row])
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return out, sum.close(out)
}
