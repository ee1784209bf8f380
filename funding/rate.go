package funding

import (
	"math"
	"math/bits"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// rate multiplies amounts by num/den, and rounds once. It is a ratio, or
// the ratio of one tier, made ready for many requests.
type rate struct {
	num, den uint64
}

// newRate returns the rate of a valid ratio: at most 1,000, at most 12
// decimals.
func newRate(ratio decimal.Decimal) rate {
	den := uint64(1)
	for exponent := ratio.Exponent(); exponent < 0; exponent++ {
		den *= 10
	}
	return rate{num: ratio.Mul(decimal.NewFromUint64(den)).BigInt().Uint64(), den: den}
}

// floor returns the amount times the rate, cut to the fen. The rate must not
// exceed one.
func (r rate) floor(fen int64) int64 {
	hi, lo := bits.Mul64(uint64(fen), r.num)
	q, _ := bits.Div64(hi, lo, r.den)
	return int64(q)
}

// uint128 is an unsigned sum of products.
type uint128 struct{ hi, lo uint64 }

func (u uint128) add(v uint128) uint128 {
	lo, carry := bits.Add64(u.lo, v.lo, 0)
	hi, _ := bits.Add64(u.hi, v.hi, carry)
	return uint128{hi, lo}
}

func (u uint128) above(v uint64) bool { return u.hi > 0 || u.lo > v }

func (u uint128) decimal() decimal.Decimal {
	return decimal.NewFromUint64(u.hi).Mul(decimal.NewFromUint64(math.MaxUint64).Add(decimal.NewFromInt(1))).Add(decimal.NewFromUint64(u.lo))
}

func product(a, b uint64) uint128 {
	hi, lo := bits.Mul64(a, b)
	return uint128{hi, lo}
}

// quotient returns u/den fen rounded to the step, and false where the result
// is out of the range of Money.
func (u uint128) quotient(den uint64, r Rounding) (int64, bool) {
	step := uint64(r.Step.Fen())
	over, unit := bits.Mul64(den, step)
	if over != 0 {
		q := rule.Rounding{Mode: r.Mode, Step: decimal.NewFromInt(r.Step.Fen())}.
			Quotient(u.decimal(), decimal.NewFromUint64(den))
		if q.Cmp(decimal.NewFromInt(maxFen)) > 0 {
			return 0, false
		}
		return q.IntPart(), true
	}
	if u.hi >= unit {
		return 0, false
	}
	q, rest := bits.Div64(u.hi, u.lo, unit)
	half := -1
	switch gap := unit - rest; {
	case rest == gap:
		half = 0
	case rest > gap:
		half = 1
	}
	if r.Mode.Away(q&1 == 1, half, rest == 0) {
		q++
	}
	over, fen := bits.Mul64(q, step)
	if over != 0 || fen > maxFen {
		return 0, false
	}
	return int64(fen), true
}
