package funding

import (
	"math/bits"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// spanRate is the amount of a case made ready for many requests. Amounts are
// fen, scores millionths of a point.
type spanRate struct {
	from, width int64
	low         int64
	wide        int64 // between the two scores, or of a step; 0 for one amount, From
	each        int64 // of a step; 0 where the amount follows the score
}

func newSpanRate(c *Case, r Rounding) spanRate {
	s := c.Span
	switch {
	case s == nil:
		return spanRate{from: c.Amount.Fen()}
	case !s.Point.Scored():
		amount, _ := s.At(decimal.Decimal{}, r)
		return spanRate{from: amount.Fen()}
	}
	out := spanRate{from: s.From.Fen(), width: s.width(), each: s.Each.Fen()}
	out.low, _ = scaledScore(s.Low)
	if s.Point == BySteps {
		out.wide, _ = scaledScore(s.Points)
		return out
	}
	high, _ := scaledScore(s.High)
	out.wide = high - out.low
	return out
}

// at is [Span.At] of a request's score, in fen.
func (s *spanRate) at(score *decimal.Decimal, r Rounding) int64 {
	if s.wide == 0 {
		return s.from
	}
	scaled, _ := scaledScore(*score)
	above := max(0, scaled-s.low)
	if s.each == 0 {
		more, _ := product(uint64(s.width), uint64(min(above, s.wide))).quotient(uint64(s.wide), r)
		return s.from + more
	}
	over, more := bits.Mul64(uint64(above/s.wide), uint64(s.each))
	if over > 0 || more > uint64(s.width) {
		return s.from + s.width
	}
	return s.from + int64(more)
}

// validateIn is [Span.Validate] for a scheme, whose requests have scores with at
// most six decimals.
func (s Span) validateIn(r Rounding) error {
	for _, score := range []struct {
		path string
		is   decimal.Decimal
	}{{"low", s.Low}, {"high", s.High}, {"points", s.Points}} {
		if !validScore(score.is) {
			return problems.Problem(score.path, ScoreRange, rule.With("most", rule.Int(maxScore, 0)))
		}
	}
	return s.Validate(r)
}
