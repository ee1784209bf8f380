package insurance

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// TwoClasses asks the question of [Question] for two classes of volunteers,
// each with its own sum per head and its own number of heads.
type TwoClasses struct {
	Total  funding.Money    `json:"total"`  // total sum insured, exact
	Step   funding.Money    `json:"step"`   // sums per head are whole multiples of it
	Sums   [2]rule.Interval `json:"sums"`   // sum per head of each class, in yuan
	Heads  [2]rule.Interval `json:"heads"`  // heads of each class, at least one
	InAll  rule.Interval    `json:"in_all"` // heads of both classes together
	Listed int              `json:"listed"` // how many fits to return, from the smallest sums; all are counted
}

// TwoFit is a sum per head for each class and the numbers of heads that go with
// them: the first, and Count in all, each with More heads more than the one
// before (the second number falls as the first rises).
type TwoFit struct {
	Sums  [2]funding.Money `json:"sums"`
	First [2]int64         `json:"first"`
	More  [2]int64         `json:"more"`
	Count int64            `json:"count"`
}

// TwoAnswer is what agrees with [TwoClasses].
type TwoAnswer struct {
	Pairs int64       `json:"pairs"` // pairs of sums that agree with some heads
	Count uint64      `json:"count"` // quadruples of two sums and two numbers of heads
	Fits  []TwoFit    `json:"fits"`
	Asked rule.Reason `json:"asked"` // the question and the count
}

const mostUnits = 3_000_000_000 // total ÷ step: its square stays within 64 bits

// Solve counts every answer exactly. For each pair of sums the heads are the
// whole solutions of one linear equation within bounds, counted without
// listing them, so the time grows as the number of pairs of sums.
//
// Problems: a total or step not above zero, empty intervals, a total of more
// than 3,000,000,000 steps or more than 33,554,432 pairs of sums to try
// ([TooManySums]).
func (q TwoClasses) Solve() (TwoAnswer, error) {
	var found rule.Problems
	if q.Total.Sign() <= 0 {
		found.Add(problems.Problem("total", TotalNotPositive, rule.With("value", q.Total.Value())))
	}
	if q.Step.Sign() <= 0 {
		found.Add(problems.Problem("step", StepNotPositive, rule.With("value", q.Step.Value())))
	}
	for i := range q.Sums {
		found.Nest(rule.At("sums", i), q.Sums[i].Validate())
		found.Nest(rule.At("heads", i), q.Heads[i].Validate())
	}
	found.Nest("in_all", q.InAll.Validate())
	if len(found) > 0 {
		return TwoAnswer{}, found.Err()
	}
	answer := TwoAnswer{Fits: []TwoFit{}}
	total := q.Total.Fen() / q.Step.Fen()
	if total > mostUnits {
		return TwoAnswer{}, tooMany(total, mostUnits)
	}
	if q.Total.Fen()%q.Step.Fen() == 0 {
		one := decimal.NewFromInt(1)
		inUnits := decimal.NewFromInt(100)
		var sums [2]span
		for i := range sums {
			fen := wholes(q.Sums[i], inUnits, 1, q.Total.Fen())
			sums[i] = span{max(ceilDiv(fen.low, q.Step.Fen()), 1), fen.high / q.Step.Fen()}
		}
		heads := [2]span{wholes(q.Heads[0], one, 1, total), wholes(q.Heads[1], one, 1, total)}
		inAll := wholes(q.InAll, one, 2, total)
		if tries := sums[0].size() * sums[1].size(); sums[0].size() > mostTries || sums[1].size() > mostTries || tries > mostTries {
			return TwoAnswer{}, tooMany(max(tries, sums[0].size(), sums[1].size()), mostTries)
		}
		q.count(&answer, total, sums, heads, inAll)
	}
	answer.Asked = problems.Reason(AskedTwo,
		rule.With("total", q.Total.Value()), rule.With("heads", rule.Label(q.InAll.Words())),
		rule.With("step", q.Step.Value()), rule.With("pairs", rule.Int(answer.Pairs, 0))).
		Gives(rule.Given, rule.Num(decimal.NewFromUint64(answer.Count), 0))
	return answer, nil
}

func tooMany(sums, most int64) error {
	return problems.Problem("", TooManySums, rule.With("sums", rule.Int(sums, 0)), rule.With("most", rule.Int(most, 0)))
}

func (s span) size() int64 { return max(0, s.high-s.low+1) }

func (q TwoClasses) count(answer *TwoAnswer, total int64, sums, heads [2]span, inAll span) {
	if heads[0].empty() || heads[1].empty() || inAll.empty() {
		return
	}
	for a := sums[0].low; a <= sums[0].high; a++ {
		for b := sums[1].low; b <= sums[1].high; b++ {
			first, step, n := solutions(total, a, b, heads, inAll)
			if n == 0 {
				continue
			}
			answer.Pairs++
			answer.Count += uint64(n)
			if len(answer.Fits) < q.Listed {
				answer.Fits = append(answer.Fits, TwoFit{
					Sums:  [2]funding.Money{funding.Fen(a * q.Step.Fen()), funding.Fen(b * q.Step.Fen())},
					First: [2]int64{first, (total - a*first) / b},
					More:  [2]int64{step, -step * a / b},
					Count: n,
				})
			}
		}
	}
}

// solutions returns the whole numbers x with a·x + b·y = total, x and y within
// their heads and x + y within inAll: the first, the step, and how many.
func solutions(total, a, b int64, heads [2]span, inAll span) (first, step, n int64) {
	divisor, inverse := euclid(a, b)
	if total%divisor != 0 {
		return 0, 0, 0
	}
	// y = (total − a·x) ÷ b within heads[1]
	x := heads[0].and(span{ceilDiv(max(total-b*min(heads[1].high, total/b), 0), a), (total - b*heads[1].low) / a})
	if total < b*heads[1].low {
		return 0, 0, 0
	}
	// x + y within inAll: b·low ≤ total + (b − a)·x ≤ b·high
	low, high := b*inAll.low-total, b*min(inAll.high, total)-total
	switch d := b - a; {
	case d > 0:
		x = x.and(span{ceilFloor(low, d), floorDiv(high, d)})
	case d < 0:
		x = x.and(span{ceilFloor(-high, -d), floorDiv(-low, -d)})
	case low > 0 || high < 0:
		return 0, 0, 0
	}
	step = b / divisor
	residue := total / divisor % step * inverse % step
	first = x.low + ((residue-x.low)%step+step)%step
	if x.empty() || first > x.high {
		return 0, 0, 0
	}
	return first, step, (x.high-first)/step + 1
}

// euclid returns the greatest common divisor g of a and b, and the inverse of
// a/g modulo b/g, from 0 up.
func euclid(a, b int64) (g, inverse int64) {
	r, s, x, y := a, b, int64(1), int64(0)
	for s != 0 {
		q := r / s
		r, s = s, r-q*s
		x, y = y, x-q*y
	}
	m := b / r
	return r, (x%m + m) % m
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// ceilFloor is a ÷ b rounded up, for any a and b > 0.
func ceilFloor(a, b int64) int64 { return -floorDiv(-a, b) }
