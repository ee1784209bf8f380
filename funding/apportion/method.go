package apportion

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Method is a way to round shares to whole places that add up.
type Method uint8

// The methods. The last four are divisor methods: a claimant that holds a
// places already stands in line for the next one with its weight divided by
// what is written behind the method, and the places go one by one to the
// greatest quotient.
const (
	Hamilton  Method = 1 + iota // 最大余数法: shares rounded down, what is left to the largest remainders
	Jefferson                   // 最高均数法: a + 1 (d'Hondt, greatest divisors)
	Webster                     // 奇数法: a + 1/2 (Sainte-Laguë, major fractions)
	Adams                       // 最小除数法: a (smallest divisors)
	Hill                        // 等比例法: √(a(a+1)) (Huntington, equal proportions)
)

var methods = rule.NewEnum[Method]("apportionment method",
	rule.Named("hamilton", "最大余数法", "Hamilton (largest remainder)"),
	rule.Named("jefferson", "最高均数法", "Jefferson (d'Hondt)"),
	rule.Named("webster", "奇数法", "Webster (Sainte-Laguë)"),
	rule.Named("adams", "最小除数法", "Adams (smallest divisors)"),
	rule.Named("hill", "等比例法", "Hill (equal proportions)"),
)

// Methods returns every method.
func Methods() []Method { return methods.Values() }

// Valid tells whether the method is stated.
func (m Method) Valid() bool { return methods.Valid(m) }

// String returns the stable text form.
func (m Method) String() string { return methods.Text(m) }

// Label returns the method in the reader's language.
func (m Method) Label(tag language.Tag) string { return methods.Label(m, tag) }

// MarshalText writes the stable text form; a method not stated is an error.
func (m Method) MarshalText() ([]byte, error) { return methods.Marshal(m) }

// UnmarshalText reads the stable text form; anything else is an error.
func (m *Method) UnmarshalText(text []byte) error { return methods.Unmarshal(m, text) }
