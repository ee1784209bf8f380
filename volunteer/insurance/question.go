package insurance

import (
	"math"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Question asks which sums insured per head agree with a published total, when
// the number of heads is only known to lie in an interval: the inverse of
// [Policy.Total].
//
// The meaning of the words belongs to the question. "More than 30,000" (3万余)
// is rule.Above(30000), which leaves out 30,000 itself; who reads the word
// otherwise asks with rule.AtLeast. A total that was rounded before it was
// published is asked as the interval it may have come from.
type Question struct {
	Total rule.Interval `json:"total"` // total sum insured, in yuan
	Heads rule.Interval `json:"heads"` // insured persons; at least one
	Step  funding.Money `json:"step"`  // sums per head are whole multiples of it
}

// Fit is a sum per head and the numbers of heads that agree with it.
type Fit struct {
	Sum  funding.Money `json:"sum"`  // per head
	From int64         `json:"from"` // fewest heads
	To   int64         `json:"to"`   // most heads; every number between fits too
}

// Answer is everything that agrees with a [Question].
type Answer struct {
	Fits  []Fit  `json:"fits"`  // by sum, the smallest first
	Pairs uint64 `json:"pairs"` // how many pairs of a sum and a number of heads
	// Reasons holds the question and one reason for each fit, in order.
	Reasons []rule.Reason `json:"reasons"`
}

const (
	mostFen   = 1_000_000_000_000_000_000 - 1 // the range of funding.Money
	mostTries = 1 << 25                       // sums tried in one question
)

// Solve finds every sum per head that is a whole multiple of the step and the
// heads that go with it, exactly. It tries each sum that can come into
// question, so it takes time in proportion to total ÷ (step × fewest heads).
//
// Problems: a step that is not above zero ([StepNotPositive]), a total or
// number of heads without an upper end where one is needed, an empty interval,
// or more than 33,554,432 sums to try ([TooManySums]).
func (q Question) Solve() (Answer, error) {
	var found rule.Problems
	if q.Step.Fen() <= 0 {
		found.Add(problems.Problem("step", StepNotPositive, rule.With("value", rule.Num(q.Step.Decimal(), rule.Yuan))))
	}
	found.Nest("total", q.Total.Validate())
	found.Nest("heads", q.Heads.Validate())
	total := wholes(q.Total, decimal.NewFromInt(100), 1, mostFen)
	if _, _, stated := q.Total.High(); !stated {
		found.Add(problems.Problem("total", NoUpperEnd))
	}
	heads := wholes(q.Heads, decimal.NewFromInt(1), 1, math.MaxInt64)
	if len(found) > 0 {
		return Answer{}, found.Err()
	}

	answer := Answer{Fits: []Fit{}}
	if !total.empty() && !heads.empty() {
		step := q.Step.Fen()
		// heads × sum ≤ total.high and ≥ total.low
		first := max(ceilDiv(ceilDiv(total.low, heads.high), step), 1)
		last := total.high / heads.low / step
		if last-first >= mostTries {
			return Answer{}, problems.Problem("", TooManySums,
				rule.With("sums", rule.Int(last-first+1, 0)), rule.With("most", rule.Int(mostTries, 0)))
		}
		for n := first; n <= last; n++ {
			fit := span{ceilDiv(total.low, n*step), total.high / (n * step)}.and(heads)
			if !fit.empty() {
				answer.Fits = append(answer.Fits, Fit{funding.Fen(n * step), fit.low, fit.high})
				answer.Pairs += uint64(fit.high - fit.low + 1)
			}
		}
	}
	answer.Reasons = q.reasons(answer)
	return answer, nil
}

func (q Question) reasons(a Answer) []rule.Reason {
	reasons := make([]rule.Reason, 0, 1+len(a.Fits))
	asked := problems.Reason(Asked,
		rule.With("total", rule.Label(q.Total.Words())),
		rule.With("heads", rule.Label(q.Heads.Words())),
		rule.With("step", rule.Num(q.Step.Decimal(), rule.Yuan)))
	reasons = append(reasons, asked.Gives(rule.Given, rule.Num(decimal.NewFromUint64(a.Pairs), 0)))
	for _, fit := range a.Fits {
		sum := rule.With("sum", rule.Num(fit.Sum.Decimal(), rule.Yuan))
		if fit.From == fit.To {
			total := fit.Sum.Decimal().Mul(decimal.NewFromInt(fit.From))
			reasons = append(reasons, problems.Reason(Fits, rule.With("heads", rule.Int(fit.From, rule.Person)), sum).
				Gives(rule.Product, rule.Num(total, rule.Yuan)))
			continue
		}
		reasons = append(reasons, problems.Reason(FitsRange, sum,
			rule.With("from", rule.Int(fit.From, rule.Person)), rule.With("to", rule.Int(fit.To, rule.Person))).
			Gives(rule.Given, rule.Num(decimal.NewFromInt(fit.To-fit.From+1), 0)))
	}
	return reasons
}

// span is a run of whole numbers, both ends in it.
type span struct{ low, high int64 }

func (s span) empty() bool { return s.low > s.high }

func (s span) and(t span) span { return span{max(s.low, t.low), min(s.high, t.high)} }

// wholes returns the whole numbers n between least and most for which n/scale
// lies in the interval.
func wholes(i rule.Interval, scale decimal.Decimal, least, most int64) span {
	out := span{least, most}
	if at, in, stated := i.Low(); stated {
		at = at.Mul(scale)
		n := at.Ceil()
		if !in && n.Equal(at) {
			n = n.Add(decimal.NewFromInt(1))
		}
		out.low = clamp(n, least, most)
		if n.GreaterThan(decimal.NewFromInt(most)) {
			return span{1, 0}
		}
	}
	if at, in, stated := i.High(); stated {
		at = at.Mul(scale)
		n := at.Floor()
		if !in && n.Equal(at) {
			n = n.Sub(decimal.NewFromInt(1))
		}
		out.high = clamp(n, least, most)
		if n.LessThan(decimal.NewFromInt(least)) {
			return span{1, 0}
		}
	}
	return out
}

func clamp(d decimal.Decimal, least, most int64) int64 {
	n := d.BigInt()
	switch {
	case n.Cmp(big.NewInt(least)) < 0:
		return least
	case n.Cmp(big.NewInt(most)) > 0:
		return most
	}
	return n.Int64()
}

// ceilDiv is a ÷ b rounded up, for a ≥ 0 and b > 0.
func ceilDiv(a, b int64) int64 {
	q := a / b
	if a%b > 0 {
		q++
	}
	return q
}
