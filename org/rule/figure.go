package rule

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"
)

// Precision is what the words around a published figure say of it.
type Precision uint8

// The precisions and the words that stand for them.
const (
	Exact    Precision = 1 + iota // 共, 计: the figure itself
	MoreThan                      // 余, 多: above the figure
	OrMore                        // 以上: the figure or above
	Nearly                        // 近: below the figure
	Rounded                       // a decimal cut to its last place, halves up
)

var precisions = NewEnum[Precision]("precision",
	Named("exact", "准确数", "exact"),
	Named("more-than", "余、多", "more than"),
	Named("or-more", "以上", "or more"),
	Named("nearly", "近", "nearly"),
	Named("rounded", "四舍五入", "rounded"),
)

// Precisions returns every precision.
func Precisions() []Precision { return precisions.Values() }

// Valid tells whether the precision is stated.
func (p Precision) Valid() bool { return precisions.Valid(p) }

// String returns the stable text form.
func (p Precision) String() string { return precisions.Text(p) }

// Label returns the precision in the reader's language.
func (p Precision) Label(tag language.Tag) string { return precisions.Label(p, tag) }

// MarshalText writes the stable text form; a precision not stated is an error.
func (p Precision) MarshalText() ([]byte, error) { return precisions.Marshal(p) }

// UnmarshalText reads the stable text form; anything else is an error.
func (p *Precision) UnmarshalText(text []byte) error { return precisions.Unmarshal(p, text) }

// Relation returns the sign between a true value and the figure: =, >, ≥, <
// or ≈.
func (p Precision) Relation() string {
	switch p {
	case MoreThan:
		return ">"
	case OrMore:
		return "≥"
	case Nearly:
		return "<"
	case Rounded:
		return "≈"
	}
	return "="
}

// Figure is a number as a report states it: not a value but the set of values
// its words allow.
type Figure struct {
	At        decimal.Decimal `json:"at"`
	Precision Precision       `json:"precision"`
	Place     decimal.Decimal `json:"place,omitzero"` // of a rounded figure: the unit of its last place
	Unit      Unit            `json:"unit,omitzero"`
}

// Validate reports a precision not stated, and a rounded figure without the
// unit of its last place.
func (f Figure) Validate() error {
	var found Problems
	if !f.Precision.Valid() {
		found.Add(problems.Problem("precision", Required))
	}
	if f.Precision == Rounded && f.Place.Sign() <= 0 {
		found.Add(problems.Problem("place", RoundingStep, With("value", Num(f.Place, 0))))
	}
	return found.Err()
}

// Interval returns the values the figure allows. A rounded figure allows what
// [HalfUp] rounds to it: half a place towards zero included, half a place away
// from it excluded. The figure must be valid.
func (f Figure) Interval() Interval {
	switch f.Precision {
	case MoreThan:
		return Above(f.At)
	case OrMore:
		return AtLeast(f.At)
	case Nearly:
		return Below(f.At)
	case Rounded:
		half := f.Place.Mul(decimal.New(5, -1))
		allowed := Above(f.At.Sub(half)).Below(f.At.Add(half))
		switch {
		case f.At.Sign() > 0:
			return allowed.AtLeast(f.At.Sub(half))
		case f.At.Sign() < 0:
			return allowed.AtMost(f.At.Add(half))
		}
		return allowed
	}
	return Exactly(f.At)
}

// In writes the figure with its relation: > 30,000 人.
func (f Figure) In(tag language.Tag) string {
	return f.Precision.Relation() + " " + Num(f.At, f.Unit).In(tag)
}

// Judge compares what is known of a value with the figure: consistent if every
// value known to be possible is allowed, contradictory if none is, else not
// decidable.
func (f Figure) Judge(known Interval) Verdict {
	allowed := f.Interval()
	switch {
	case known.Within(allowed):
		return Consistent
	case known.Intersect(allowed).Empty():
		return Contradictory
	}
	return NotDecidable
}

// Verdict is what a comparison of a figure with its computation says.
type Verdict uint8

// The verdicts.
const (
	Consistent    Verdict = 1 + iota // 一致
	Contradictory                    // 矛盾
	NotDecidable                     // 不能判定
	Stated                           // 仅陈述: the source says so; nothing to compute
)

var verdicts = NewEnum[Verdict]("verdict",
	Named("consistent", "一致", "consistent"),
	Named("contradictory", "矛盾", "contradictory"),
	Named("not-decidable", "不能判定", "not decidable"),
	Named("stated", "仅陈述", "stated"),
)

// Verdicts returns every verdict.
func Verdicts() []Verdict { return verdicts.Values() }

// Valid tells whether the verdict is stated.
func (v Verdict) Valid() bool { return verdicts.Valid(v) }

// String returns the stable text form.
func (v Verdict) String() string { return verdicts.Text(v) }

// Label returns the verdict in the reader's language.
func (v Verdict) Label(tag language.Tag) string { return verdicts.Label(v, tag) }

// MarshalText writes the stable text form; a verdict not stated is an error.
func (v Verdict) MarshalText() ([]byte, error) { return verdicts.Marshal(v) }

// UnmarshalText reads the stable text form; anything else is an error.
func (v *Verdict) UnmarshalText(text []byte) error { return verdicts.Unmarshal(v, text) }
