package rule

import (
	"math/big"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"
)

// Mode is the way a number between two steps goes to one of them. Every mode
// mirrors negative numbers, so that a refund undoes the payment.
type Mode uint8

// The four modes.
const (
	HalfUp   Mode = 1 + iota // 四舍五入: nearest, halves away from zero
	HalfEven                 // 四舍六入五成双: nearest, halves to the even step
	Down                     // 舍去: towards zero
	Up                       // 进位: away from zero
)

var modes = NewEnum[Mode]("rounding",
	Named("half-up", "四舍五入", "half up"),
	Named("half-even", "四舍六入五成双", "half to even"),
	Named("down", "舍去", "down"),
	Named("up", "进位", "up"),
)

// Modes returns every mode.
func Modes() []Mode { return modes.Values() }

// Valid tells whether the mode is stated.
func (m Mode) Valid() bool { return modes.Valid(m) }

// String returns the stable text form.
func (m Mode) String() string { return modes.Text(m) }

// Label returns the mode in the reader's language.
func (m Mode) Label(tag language.Tag) string { return modes.Label(m, tag) }

// MarshalText writes the stable text form; a mode not stated is an error.
func (m Mode) MarshalText() ([]byte, error) { return modes.Marshal(m) }

// UnmarshalText reads the stable text form; anything else is an error.
func (m *Mode) UnmarshalText(text []byte) error { return modes.Unmarshal(m, text) }

// Away tells whether a quotient cut towards zero moves one step away from it.
// It sees the quotient's last bit and how the rest compares with one half: -1,
// 0 or 1; exact says that there is no rest.
func (m Mode) Away(odd bool, half int, exact bool) bool {
	if exact {
		return false
	}
	switch m {
	case HalfUp:
		return half >= 0
	case HalfEven:
		return half > 0 || half == 0 && odd
	case Up:
		return true
	}
	return false
}

// Rounding is a mode and the step it goes to, such as half up to 0.01.
type Rounding struct {
	Mode Mode            `json:"mode"`
	Step decimal.Decimal `json:"step"`
}

// Validate reports a mode not stated or a step not above zero.
func (r Rounding) Validate() error {
	var found Problems
	if !r.Mode.Valid() {
		found.Add(problems.Problem("mode", Required))
	}
	if r.Step.Sign() <= 0 {
		found.Add(problems.Problem("step", RoundingStep, With("value", Num(r.Step, 0))))
	}
	return found.Err()
}

// Round returns d rounded to the step. The rounding must be valid.
func (r Rounding) Round(d decimal.Decimal) decimal.Decimal {
	return r.Quotient(d, decimal.NewFromInt(1))
}

// Quotient returns num/den rounded once, exactly, to the step. The rounding
// must be valid and den not zero.
func (r Rounding) Quotient(num, den decimal.Decimal) decimal.Decimal {
	// num/den = q·step: bring num and den·step to whole numbers.
	den = den.Mul(r.Step)
	low := min(num.Exponent(), den.Exponent(), 0)
	n, d := scaled(num, low), scaled(den, low)
	q, rest := new(big.Int).QuoRem(n, d, new(big.Int))
	half := new(big.Int).Lsh(rest, 1).CmpAbs(d)
	if r.Mode.Away(q.Bit(0) == 1, half, rest.Sign() == 0) {
		if n.Sign()*d.Sign() < 0 {
			q.Sub(q, big.NewInt(1))
		} else {
			q.Add(q, big.NewInt(1))
		}
	}
	return decimal.NewFromBigInt(q, 0).Mul(r.Step)
}

// scaled returns d / 10^exponent, a whole number for an exponent not above d's.
func scaled(d decimal.Decimal, exponent int32) *big.Int {
	return d.Shift(-exponent).BigInt()
}
