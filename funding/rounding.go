package funding

import (
	"math/bits"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// The modes of rounding; each mirrors negative amounts.
const (
	HalfUp   = rule.HalfUp   // 四舍五入: nearest, halves away from zero
	HalfEven = rule.HalfEven // 四舍六入五成双: nearest, halves to the even step
	Down     = rule.Down     // 舍去: towards zero
	Up       = rule.Up       // 进位: away from zero
)

// Rounding is the named step between what is computed and what is paid: a mode
// and the step it goes to, such as half up to 0.01 yuan. The step is any number
// of fen.
type Rounding struct {
	Mode rule.Mode `json:"mode"`
	Step Money     `json:"step"`
}

// ToFen rounds to the fen, 分.
func ToFen(mode rule.Mode) Rounding { return Rounding{mode, Money{1}} }

// ToJiao rounds to ten fen, 角.
func ToJiao(mode rule.Mode) Rounding { return Rounding{mode, Money{10}} }

// ToYuan rounds to the yuan, 元.
func ToYuan(mode rule.Mode) Rounding { return Rounding{mode, Money{100}} }

// Validate reports a mode not stated, with code [rule.Required], and a step
// not above zero, with code [rule.RoundingStep].
func (r Rounding) Validate() error {
	if r.Mode.Valid() && r.Step.fen > 0 {
		return nil
	}
	return r.exact().Validate()
}

// exact is the rounding of decimal yuan.
func (r Rounding) exact() rule.Rounding { return rule.Rounding{Mode: r.Mode, Step: r.Step.Decimal()} }

// Round returns d yuan, rounded once. A rounding that is not valid, or a
// result outside the range of Money, is an error as of [Money.MulRatio].
func (r Rounding) Round(d decimal.Decimal) (Money, error) { return Yuan(1).MulRate(d, r) }

// MulRate returns m × rate, computed exactly and rounded once. A rounding that
// is not valid, or a result outside the range of Money, is an error as of
// [Money.MulRatio].
func (m Money) MulRate(rate decimal.Decimal, r Rounding) (Money, error) {
	return m.MulRatio(rate, decimal.NewFromInt(1), r)
}

// MulRatio returns m × num ÷ den, computed exactly and rounded once: 2,500.00
// × 7 ÷ 12 is 1,458.33 half up to the fen. A den of zero is a [rule.Problem]
// with code [RatioByZero], a result outside the range of Money one with code
// [MoneyRange]; a rounding that is not valid gives the problems of
// [Rounding.Validate]. The cost depends on the digits of num and den, not on
// their exponents.
func (m Money) MulRatio(num, den decimal.Decimal, r Rounding) (Money, error) {
	if err := r.Validate(); err != nil {
		return Money{}, err
	}
	if den.IsZero() {
		return Money{}, problems.Problem("", RatioByZero, rule.With("amount", m.Value()), rule.With("num", shown(num)))
	}
	if m.fen == 0 || num.IsZero() {
		return Money{}, nil
	}
	negative := m.Sign()*num.Sign()*den.Sign() < 0
	u, divisor, ok := m.fraction(num, den)
	if !ok {
		return m.mulRatio(num, den, r, negative)
	}
	fen, ok := u.quotient(divisor, r)
	if !ok {
		return Money{}, outOfRange(rule.Ratio(m.Decimal().Mul(num), den, rule.Yuan))
	}
	return Money{fen}.signed(negative), nil
}

// fraction returns m × num and den without their signs, in fen and times the
// power of ten that makes both whole; false where 128 and 64 bits do not hold
// them.
func (m Money) fraction(num, den decimal.Decimal) (u uint128, divisor uint64, ok bool) {
	const most = 18 // digits that always fit an int64
	exponent := num.Exponent()
	if num.NumDigits() > most || den.NumDigits() > most || exponent < -most || exponent > most {
		return uint128{}, 0, false
	}
	shift := int64(exponent) - int64(den.Exponent())
	u = product(m.magnitude(), uint64(num.Abs().CoefficientInt64()))
	divisor = uint64(den.Abs().CoefficientInt64())
	var over uint64
	switch {
	case shift < -most || shift > most:
		return uint128{}, 0, false
	case shift < 0:
		over, divisor = bits.Mul64(divisor, powers[-shift])
	default:
		over, u = u.times(powers[shift])
	}
	return u, divisor, over == 0
}

// mulRatio is MulRatio for numbers of any size, none of them zero.
func (m Money) mulRatio(num, den decimal.Decimal, r Rounding, negative bool) (Money, error) {
	// In fen, the result lies between 10^(size-2) and 10^(size+1).
	shift := int64(num.Exponent()) - int64(den.Exponent())
	size := shift + int64(m.Decimal().NumDigits()+num.NumDigits()-den.NumDigits())
	if size > 22 {
		return Money{}, outOfRange(about(m.Sign()*num.Sign()*den.Sign(), size-2))
	}
	if size < -2 {
		// Less than half of any step.
		if r.Mode.Away(false, -1, false) {
			return r.Step.signed(negative), nil
		}
		return Money{}, nil
	}
	num = m.Decimal().Mul(decimal.NewFromBigInt(num.Coefficient(), int32(shift)))
	return FromDecimal(r.exact().Quotient(num, decimal.NewFromBigInt(den.Coefficient(), 0)))
}
