package funding

import (
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Money is an amount in yuan, 人民币金额, held as a whole number of fen. It is
// comparable with == and usable as a map key; the zero value is 0.00. Its range
// is below 10^16 yuan either way, and no operation leaves it silently.
type Money struct{ fen int64 }

// maxFen is the largest amount in fen: 10^16 yuan less a fen.
const maxFen = 1_000_000_000_000_000_000 - 1

// Fen returns the amount of n fen, 分. It is for literals and panics outside
// the range of Money, as an index outside a slice does.
func Fen(n int64) Money {
	m, err := checked(n)
	if err != nil {
		panic(err)
	}
	return m
}

// Yuan returns the amount of n yuan, 元. It is for literals and panics outside
// the range of Money, as an index outside a slice does.
func Yuan(n int64) Money {
	m, err := Money{100}.MulInt(n)
	if err != nil {
		panic(err)
	}
	return m
}

// checked returns the amount of that many fen, or a problem with code
// [MoneyRange].
func checked(fen int64) (Money, error) {
	if fen < -maxFen || fen > maxFen {
		return Money{}, outOfRange(rule.Num(decimal.New(fen, -2), rule.Yuan))
	}
	return Money{fen}, nil
}

func outOfRange(value rule.Value) error {
	return problems.Problem("", MoneyRange, rule.With("value", value))
}

// Fen returns the amount in fen.
func (m Money) Fen() int64 { return m.fen }

// Decimal returns the amount in yuan, with two decimals.
func (m Money) Decimal() decimal.Decimal { return decimal.New(m.fen, -2) }

// Value returns the amount in yuan as it stands in reasons and problems.
func (m Money) Value() rule.Value { return rule.Num(m.Decimal(), rule.Yuan) }

// Sign returns -1, 0 or 1.
func (m Money) Sign() int { return m.Compare(Money{}) }

// Compare orders amounts: -1, 0 or 1.
func (m Money) Compare(n Money) int {
	switch {
	case m.fen < n.fen:
		return -1
	case m.fen > n.fen:
		return 1
	}
	return 0
}

// Neg returns −m.
func (m Money) Neg() Money { return Money{-m.fen} }

// Abs returns the amount without its sign.
func (m Money) Abs() Money { return Money{max(m.fen, -m.fen)} }

// magnitude returns the amount in fen without its sign.
func (m Money) magnitude() uint64 { return uint64(m.Abs().fen) }

// Add returns m + n. A result outside the range of Money is a [rule.Problem]
// with code [MoneyRange].
func (m Money) Add(n Money) (Money, error) { return checked(m.fen + n.fen) }

// Sub returns m − n. A result outside the range of Money is a [rule.Problem]
// with code [MoneyRange].
func (m Money) Sub(n Money) (Money, error) { return checked(m.fen - n.fen) }

// MulInt returns m × n. A result outside the range of Money is a
// [rule.Problem] with code [MoneyRange].
func (m Money) MulInt(n int64) (Money, error) {
	size := uint64(n)
	if n < 0 {
		size = -size
	}
	hi, lo := bits.Mul64(m.magnitude(), size)
	if hi > 0 || lo > maxFen {
		return Money{}, outOfRange(rule.Num(m.Decimal().Mul(decimal.NewFromInt(n)), rule.Yuan))
	}
	return Money{int64(lo)}.signed(m.Sign() < 0 != (n < 0)), nil
}

// signed returns −m where negative is true, else m.
func (m Money) signed(negative bool) Money {
	if negative {
		return m.Neg()
	}
	return m
}

// Sum returns the sum of any number of amounts; none sum to 0.00. Only the
// total counts: amounts that leave the range on the way and come back are
// summed exactly. A total outside the range of Money is a [rule.Problem] with
// code [MoneyRange].
func Sum(amounts ...Money) (Money, error) {
	var hi, lo, carry uint64 // two's complement
	for _, m := range amounts {
		lo, carry = bits.Add64(lo, uint64(m.fen), 0)
		hi += uint64(m.fen>>63) + carry
	}
	if int64(hi) != int64(lo)>>63 {
		total := new(big.Int).Lsh(big.NewInt(int64(hi)), 64)
		total.Add(total, new(big.Int).SetUint64(lo))
		return Money{}, outOfRange(rule.Num(decimal.NewFromBigInt(total, -2), rule.Yuan))
	}
	return checked(int64(lo))
}
