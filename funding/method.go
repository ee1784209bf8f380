package funding

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Method is how a source computes what it pays for one request.
type Method uint8

// The methods. Each takes one of the parameters of [Rule] named behind it.
const (
	Fixed     Method = 1 + iota // 定额: Amount
	Share                       // 按申请额比例: Ratio, or Tiers, of the eligible cost, or of what the source named by Of pays
	Match                       // 按社会资金配套: Ratio, or Tiers, of the social money secured, or of what the source named by Of pays
	PerPoint                    // 按分值: Amount for each point of the score
	PerUnit                     // 按人(件)数: Amount for each unit
	Rest                        // 分担余额: Ratio is a weight; neighbours that take part share the whole unmet rest
	Secured                     // 自筹到位: the social money secured itself
	Portion                     // 按固定比例分担: Ratio is a part of the unmet rest; the part of a neighbour that takes no part stays unmet
	LastPayer                   // 兜底: the whole unmet rest, after all other sources
	ByBand                      // 按档次: the amount of the band that a number lies in
	ByCase                      // 按情形: the amount, or the amount in the range, of the first case that holds
)

var methods = rule.NewEnum[Method]("method",
	rule.Named("fixed", "定额", "fixed amount"),
	rule.Named("share", "按申请额比例", "share of the request"),
	rule.Named("match", "按社会资金配套", "match of social money"),
	rule.Named("per-point", "按分值", "amount per point"),
	rule.Named("per-unit", "按人(件)数", "amount per unit"),
	rule.Named("rest", "分担余额", "weight in the rest"),
	rule.Named("secured", "自筹到位", "social money secured"),
	rule.Named("portion", "按固定比例分担", "fixed part of the rest"),
	rule.Named("last-payer", "兜底", "last payer"),
	rule.Named("by-band", "按档次", "amount by band"),
	rule.Named("by-case", "按情形", "amount by case"),
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

// shares tells whether neighbours of the method divide one rest between them.
func (m Method) shares() bool { return m == Rest || m == Portion }

// computes tells whether the amount follows from the request's figures and not
// from what is unmet or secured.
func (m Method) computes() bool {
	return m.Valid() && !m.shares() && m != Secured && m != LastPayer
}
