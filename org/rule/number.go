package rule

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// Bounds of a written number: enough for every amount and score of the field,
// small enough that no text can cost more than it is long.
const (
	maxWhole    = 20
	maxFraction = 20
)

// ParseDecimal reads a plain decimal number: an optional minus, at most 20
// digits, and optionally a point with at most 20 digits more. An exponent,
// grouping, a plus, a bare point or any other character is a [Problem] with
// code [NumberSyntax]; too many digits one with [NumberTooLong].
func ParseDecimal(s string) (decimal.Decimal, error) {
	if len(s) > 1+maxWhole+1+maxFraction {
		return decimal.Decimal{}, problems.Problem("", NumberTooLong, With("value", Quoted(s)))
	}
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if !digits(whole) || point && !digits(fraction) {
		return decimal.Decimal{}, problems.Problem("", NumberSyntax, With("value", Quoted(s)))
	}
	if len(whole) > maxWhole || len(fraction) > maxFraction {
		return decimal.Decimal{}, problems.Problem("", NumberTooLong, With("value", Quoted(s)))
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return decimal.Decimal{}, problems.Problem("", NumberSyntax, With("value", Quoted(s)))
	}
	return d, nil
}

// Dec is [ParseDecimal] for literals: it panics on a text that is no plain
// decimal number, as an index outside a slice does.
func Dec(s string) decimal.Decimal {
	d, err := ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d
}

func digits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// compare is a.Cmp(b), which allocates unless both have as many decimals, made
// to do without where both are short.
func compare(a, b decimal.Decimal) int {
	more := int(a.Exponent()) - int(b.Exponent())
	if more < 0 {
		return -compare(b, a)
	}
	if more == 0 || more+a.NumDigits() > 18 || b.NumDigits() > 18 {
		return a.Cmp(b)
	}
	x := a.CoefficientInt64()
	for range more {
		x *= 10
	}
	return cmp.Compare(x, b.CoefficientInt64())
}

// group writes digits, with or without a point, with a comma before every three
// of the whole part.
func group(s string) string {
	whole, fraction, point := strings.Cut(s, ".")
	var b strings.Builder
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	if point {
		b.WriteByte('.')
		b.WriteString(fraction)
	}
	return b.String()
}

// Quoted carries a faulty text in a problem, cut where it would be unreadable
// and with U+FFFD in place of what does not print.
func Quoted(s string) Value { return Word(clipped(s)) }

func clipped(s string) string {
	const most = 60
	if len(s) > most {
		cut := 0
		for i := range s {
			if i > most {
				break
			}
			cut = i
		}
		s = s[:cut] + "…"
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
