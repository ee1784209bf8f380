package funding

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Span is a range of amounts in yuan (幅度) as rules publish it, 1,000 to 2,000,
// and the point in it that is paid. A span that ends where it begins is one
// amount and has no point.
type Span struct {
	From  Money `json:"from"`
	To    Money `json:"to"`
	Point Point `json:"point,omitzero"`

	Low    decimal.Decimal `json:"low,omitzero"`    // of ByScore, BySteps: the score up to which From is paid
	High   decimal.Decimal `json:"high,omitzero"`   // of ByScore: the score from which To is paid
	Points decimal.Decimal `json:"points,omitzero"` // of BySteps: for every so many points above Low
	Each   Money           `json:"each,omitzero"`   // of BySteps: this much more, up to To
}

// Point says which amount of a range is paid.
type Point uint8

// The points.
const (
	Lowest  Point = 1 + iota // 下限
	Middle                   // 中点
	Highest                  // 上限
	ByScore                  // 按得分: as far into the range as the score lies between two scores
	BySteps                  // 按档: From at a score, so much more for every full step above it
)

var points = rule.NewEnum[Point]("point in the range",
	rule.Named("lowest", "下限", "lowest"),
	rule.Named("middle", "中点", "middle"),
	rule.Named("highest", "上限", "highest"),
	rule.Named("by-score", "按得分折算的数额", "share by score"),
	rule.Named("by-steps", "按档累加的数额", "share by steps"),
)

// Points returns every point.
func Points() []Point { return points.Values() }

// Valid tells whether the point is stated.
func (p Point) Valid() bool { return points.Valid(p) }

// String returns the stable text form.
func (p Point) String() string { return points.Text(p) }

// Label returns the point in the reader's language.
func (p Point) Label(tag language.Tag) string { return points.Label(p, tag) }

// MarshalText writes the stable text form; a point not stated is an error.
func (p Point) MarshalText() ([]byte, error) { return points.Marshal(p) }

// UnmarshalText reads the stable text form; anything else is an error.
func (p *Point) UnmarshalText(text []byte) error { return points.Unmarshal(p, text) }

// Scored tells whether the amount depends on the score.
func (p Point) Scored() bool { return p == ByScore || p == BySteps }

// Fixed tells whether the span is one amount.
func (s Span) Fixed() bool { return s.From == s.To }

// Validate reports a range below zero or that ends before it begins, a point
// that lacks what it takes or has what it does not take, and a rounding of
// parts of the range that may leave it. Faults of the rounding itself are
// those of [Rounding.Validate].
func (s Span) Validate(r Rounding) error {
	var found rule.Problems
	if s.From.Sign() < 0 || s.To.Compare(s.From) < 0 {
		found.Add(problems.Problem("", SpanRange, rule.With("from", s.From.Value()), rule.With("to", s.To.Value())))
	}
	if !s.shaped() {
		found.Add(problems.Problem("point", SpanShape))
	}
	if s.overshoots(r) {
		found.Add(problems.Problem("to", SpanRounding, rule.With("step", r.Step.Value())))
	}
	return found.Err()
}

// shaped tells whether the span states what its point takes and no more.
func (s Span) shaped() bool {
	stepped := s.Points.Sign() > 0 && s.Each.Sign() > 0
	unstepped := s.Points.IsZero() && s.Each.Sign() == 0
	switch {
	case s.Point == ByScore:
		return !s.Fixed() && unstepped && s.High.Cmp(s.Low) > 0
	case s.Point == BySteps:
		return !s.Fixed() && stepped && s.High.IsZero()
	}
	return s.Fixed() != s.Point.Valid() && unstepped && s.Low.IsZero() && s.High.IsZero()
}

// overshoots tells whether rounding a part of the range may leave the range.
func (s Span) overshoots(r Rounding) bool {
	width := s.width()
	if s.Point != Middle && s.Point != ByScore || r.Step.Sign() <= 0 || width < 0 {
		return false
	}
	most, ok := uint128{0, uint64(width)}.quotient(1, r)
	return !ok || most > width
}

// width is the width of the range in fen.
func (s Span) width() int64 { return s.To.Fen() - s.From.Fen() }

// At returns the amount paid at a score: From and a part of the range, which is
// computed exactly and rounded once. The score is of use only where the point
// depends on it ([Point.Scored]). A rounding or span that is not valid is a
// [rule.Problem].
func (s Span) At(score decimal.Decimal, r Rounding) (Money, error) {
	switch s.Point {
	case Highest:
		return s.To, nil
	case Middle, ByScore:
		num, den := s.part(score)
		more, err := Money{s.width()}.MulRatio(num, den, r)
		if err != nil {
			return Money{}, err
		}
		return s.From.Add(more)
	case BySteps:
		if !s.shaped() {
			return Money{}, problems.Problem("point", SpanShape)
		}
		if more := s.Each.Decimal().Mul(s.steps(score)).Shift(2); more.Cmp(decimal.NewFromInt(s.width())) < 0 {
			return s.From.Add(Money{more.IntPart()})
		}
		return s.To, nil
	}
	return s.From, nil
}

// part returns how far into the range the amount lies, as a part of whole.
func (s Span) part(score decimal.Decimal) (part, whole decimal.Decimal) {
	if s.Point == Middle {
		return decimal.NewFromInt(1), decimal.NewFromInt(2)
	}
	return decimal.Min(s.above(score), s.High.Sub(s.Low)), s.High.Sub(s.Low)
}

// above returns the points above the lower score, none below it.
func (s Span) above(score decimal.Decimal) decimal.Decimal {
	return decimal.Max(decimal.Decimal{}, score.Sub(s.Low))
}

// steps returns the full steps between the lower score and the score.
func (s Span) steps(score decimal.Decimal) decimal.Decimal {
	return rule.Rounding{Mode: Down, Step: decimal.NewFromInt(1)}.Quotient(s.above(score), s.Points)
}
