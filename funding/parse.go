package funding

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// ParseMoney reads an amount in yuan: an optional minus, digits, and optionally
// a point with one or two digits, as in 1678000, -3.5 and 0.07. Leading zeros
// are allowed and -0 is 0.00.
//
// Nothing else is read. A third decimal, even a zero, is a [rule.Problem] with
// code [MoneyFiner]; an amount outside the range of Money one with code
// [MoneyRange]; the empty text, a plus, a bare point, an exponent, grouping,
// spaces, full-width digits and everything else one with code [MoneySyntax].
func ParseMoney(s string) (Money, error) {
	unsigned, negative := strings.CutPrefix(s, "-")
	whole, fraction, point := strings.Cut(unsigned, ".")
	if !isDigits(whole) || point && !isDigits(fraction) {
		return Money{}, problems.Problem("", MoneySyntax, rule.With("value", rule.Quoted(s)))
	}
	if len(fraction) > 2 {
		return Money{}, problems.Problem("", MoneyFiner, rule.With("value", rule.Quoted(s)))
	}
	whole = strings.TrimLeft(whole, "0")
	if len(whole) > 16 {
		return Money{}, outOfRange(rule.Quoted(s))
	}
	var fen int64
	for _, c := range []byte(whole + (fraction + "00")[:2]) {
		fen = fen*10 + int64(c-'0')
	}
	return Money{fen}.signed(negative), nil
}

func isDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// FromDecimal returns the amount of d yuan, which must be a whole number of
// fen: 1.230 is 1.23 yuan. A value finer than a fen is a [rule.Problem] with
// code [MoneyFiner], a value outside the range of Money one with code
// [MoneyRange]; to bring such a value to the fen use [Rounding.Round]. The
// cost depends on the digits of d, not on its exponent.
func FromDecimal(d decimal.Decimal) (Money, error) {
	if d.IsZero() {
		return Money{}, nil
	}
	digits, exponent := int64(d.NumDigits()), int64(d.Exponent())+2
	if exponent > 18 {
		return Money{}, outOfRange(shown(d))
	}
	fen, rest := d.Coefficient(), new(big.Int)
	switch {
	case exponent >= 0:
		fen.Mul(fen, power(exponent))
	case -exponent < digits:
		fen.QuoRem(fen, power(-exponent), rest)
	default:
		rest = fen
	}
	if rest.Sign() != 0 {
		return Money{}, problems.Problem("", MoneyFiner, rule.With("value", shown(d)))
	}
	if fen.CmpAbs(big.NewInt(maxFen)) > 0 {
		return Money{}, outOfRange(shown(d))
	}
	return Money{fen.Int64()}, nil
}

// power returns 10^n.
func power(n int64) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil)
}

// shown carries a number in a problem: with its digits where a reader can take
// them in, else as a power of ten.
func shown(d decimal.Decimal) rule.Value {
	const most = 40
	digits, exponent := int64(d.NumDigits()), int64(d.Exponent())
	if digits <= most && -most <= exponent && exponent <= most {
		return rule.Num(d, 0)
	}
	return about(d.Sign(), exponent+digits-1)
}

// about carries a number of that sign and that power of ten in a problem.
func about(sign int, exponent int64) rule.Value {
	ten := "≈10^"
	if sign < 0 {
		ten = "≈-10^"
	}
	return rule.Word(ten + strconv.FormatInt(exponent, 10))
}

// String returns the amount in yuan with two decimals, as in 1678000.00 and
// -0.07: what [ParseMoney] reads.
func (m Money) String() string { return string(m.text()) }

func (m Money) text() []byte {
	text := make([]byte, 0, 20)
	if m.fen < 0 {
		text = append(text, '-')
	}
	fen := m.magnitude()
	text = strconv.AppendUint(text, fen/100, 10)
	return append(text, '.', byte('0'+fen/10%10), byte('0'+fen%10))
}

// MarshalText writes the amount as String does, so that in JSON it is the
// string "1678000.00" and never a number.
func (m Money) MarshalText() ([]byte, error) { return m.text(), nil }

// UnmarshalText reads the amount as [ParseMoney] does. On an error the amount
// stays as it was. A JSON number is refused by every decoder; a JSON null by
// [rule.Decode], while encoding/json passes over it as it does for all types.
func (m *Money) UnmarshalText(text []byte) error {
	parsed, err := ParseMoney(string(text))
	if err != nil {
		return err
	}
	*m = parsed
	return nil
}
