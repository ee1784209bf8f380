package council

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Share is a fraction such as two thirds. The zero value asks for nothing.
type Share struct {
	Parts int  `json:"parts"`
	Of    int  `json:"of"`
	More  bool `json:"more,omitzero"` // more than the fraction (过半数), not the fraction itself
}

// AtLeast is the fraction or more: 三分之二以上.
func AtLeast(parts, of int) Share { return Share{Parts: parts, Of: of} }

// MoreThan is above the fraction: 过半数 is MoreThan(1, 2).
func MoreThan(parts, of int) Share { return Share{Parts: parts, Of: of, More: true} }

// IsZero tells whether the share asks for nothing.
func (s Share) IsZero() bool { return s == Share{} }

// longestShare bounds the numbers of a fraction.
const longestShare = 1000

func (s Share) validate() error {
	if s.Parts < 1 || s.Of < s.Parts || s.Of > longestShare || s.More && s.Parts == s.Of {
		return problems.Problem("", ShareRange, rule.With("parts", rule.Int(int64(s.Parts), 0)), rule.With("of", rule.Int(int64(s.Of), 0)))
	}
	return nil
}

// floor is the interval of whole numbers that are at least, or more than, the
// share of n, and the step that computes it.
func (s Share) floor(n int, of rule.Text) (rule.Interval, rule.Reason) {
	if s.More {
		at, step := s.prorate(n, of, rule.Down)
		return rule.Above(at), step
	}
	at, step := s.prorate(n, of, rule.Up)
	return rule.AtLeast(at), step
}

// ceiling is the interval of whole numbers that are at most the share of n.
func (s Share) ceiling(n int, of rule.Text) (rule.Interval, rule.Reason) {
	at, step := s.prorate(n, of, rule.Down)
	return rule.AtMost(at), step
}

func (s Share) prorate(n int, of rule.Text, mode rule.Mode) (decimal.Decimal, rule.Reason) {
	whole := rule.Rounding{Mode: mode, Step: decimal.NewFromInt(1)}
	count, parts, by := decimal.NewFromInt(int64(n)), decimal.NewFromInt(int64(s.Parts)), decimal.NewFromInt(int64(s.Of))
	at := whole.Quotient(count.Mul(parts), by)
	step := problems.Reason(ShareIs, rule.With("n", rule.Num(count, rule.Person)), rule.With("parts", rule.Num(parts, 0)),
		rule.With("of", rule.Num(by, 0)), rule.With("step", rule.Int(1, rule.Person)), rule.With("whom", rule.Label(of))).
		Gives(rule.Prorate, rule.Num(at, rule.Person))
	step.Mode = mode
	return at, step
}
