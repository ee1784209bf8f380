package grading

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rubric is a tree of indicators (评估指标体系) that gives a score. It is data:
// a literal in Go, JSON both ways.
//
// An indicator's score is the sum of its parts' scores, each times its weight
// where it has one. The points of parts that do not apply are spread over
// those that do, where the rule says so. Extra points (加分) are added behind
// that, up to their own ceiling; deductions never take an indicator with
// parts below zero. Nothing is rounded unless Rounding is stated.
type Rubric struct {
	rule.Head
	Points   decimal.Decimal `json:"points"`            // full score without extra points
	Most     decimal.Decimal `json:"most,omitzero"`     // highest score with extra points, where stated
	Rounding *rule.Rounding  `json:"rounding,omitzero"` // of the score, where stated
	Parts    []Indicator     `json:"parts"`
}

// Indicator is one line of a rubric: with parts, or a leaf with a measure.
type Indicator struct {
	ID       string          `json:"id"`
	Label    rule.Text       `json:"label"`
	Points   decimal.Decimal `json:"points"`             // full points; of extra points the ceiling
	Weight   decimal.Decimal `json:"weight,omitzero"`    // in the indicator above; not stated: 1
	Extra    bool            `json:"extra,omitzero"`     // 加分项: beyond the full points of the indicator above
	Most     decimal.Decimal `json:"most,omitzero"`      // highest score with its extra points, where stated
	Rounding *rule.Rounding  `json:"rounding,omitzero"`  // of an indicator with parts
	Void     Void            `json:"void,omitzero"`      // what becomes of its points where it does not apply
	Parts    []Indicator     `json:"parts,omitempty"`    // at most four levels in all
	Measure  *Measure        `json:"measure,omitzero"`   // of a leaf
	Evidence []rule.Text     `json:"evidence,omitempty"` // the papers that show it
	Basis
}

// Measure is how a leaf gets its points.
type Measure struct {
	Kind   Measuring                   `json:"kind"`
	Each   decimal.Decimal             `json:"each,omitzero"`   // of Count and Deduction: points for each step
	Per    decimal.Decimal             `json:"per,omitzero"`    // of Count: size of a step; not stated: 1
	Most   decimal.Decimal             `json:"most,omitzero"`   // of Deduction: most points taken off; not stated: the leaf's points
	Values band.Domain                 `json:"values,omitzero"` // of Banded: every value there is
	Bands  []band.Row[decimal.Decimal] `json:"bands,omitempty"` // of Banded: points by value
	Unit   rule.Unit                   `json:"unit,omitzero"`   // what is measured
}

// Measuring is the kind of a measure.
type Measuring uint8

// The kinds of measure.
const (
	YesNo     Measuring = 1 + iota // 是否: all the points or none
	Count                          // 计数: Each points for every full Per, up to the leaf's points
	Banded                         // 分档: points by the band a number or ratio lies in
	Judged                         // 评分: a score from zero to the leaf's points
	Deduction                      // 扣分: the leaf's points less Each for each case; a leaf of no points only takes off
	Veto                           // 一票否决: no points; yes bars every class
)

var measurings = rule.NewEnum[Measuring]("measure",
	rule.Named("yes-no", "是否", "yes or no"),
	rule.Named("count", "计数", "count"),
	rule.Named("banded", "分档", "banded"),
	rule.Named("judged", "评分", "judged"),
	rule.Named("deduction", "扣分", "deduction"),
	rule.Named("veto", "一票否决", "veto"),
)

// Void says what becomes of the points of an indicator that does not apply
// (不适用). Where it is not stated, the indicator always applies.
type Void uint8

// What becomes of them.
const (
	Spread Void = 1 + iota // 按比例分摊: to the other parts, in proportion; the indicator above must state a rounding
	Full                   // 计满分
	Lost                   // 计零分
)

var voids = rule.NewEnum[Void]("void",
	rule.Named("spread", "按比例分摊到其他指标", "spread over the other parts"),
	rule.Named("full", "计满分", "full points"),
	rule.Named("lost", "计零分", "no points"),
)

// Measurings returns every measure.
func Measurings() []Measuring { return measurings.Values() }

// Valid tells whether the measure is stated.
func (m Measuring) Valid() bool { return measurings.Valid(m) }

// String returns the stable text form.
func (m Measuring) String() string { return measurings.Text(m) }

// Label returns the measure in the reader's language.
func (m Measuring) Label(tag language.Tag) string { return measurings.Label(m, tag) }

// MarshalText writes the stable text form; a measure not stated is an error.
func (m Measuring) MarshalText() ([]byte, error) { return measurings.Marshal(m) }

// UnmarshalText reads the stable text form; anything else is an error.
func (m *Measuring) UnmarshalText(text []byte) error { return measurings.Unmarshal(m, text) }

// Voids returns every kind of void.
func Voids() []Void { return voids.Values() }

// Valid tells whether the kind of void is stated.
func (v Void) Valid() bool { return voids.Valid(v) }

// String returns the stable text form.
func (v Void) String() string { return voids.Text(v) }

// Label returns the kind of void in the reader's language.
func (v Void) Label(tag language.Tag) string { return voids.Label(v, tag) }

// MarshalText writes the stable text form; a kind of void not stated is an error.
func (v Void) MarshalText() ([]byte, error) { return voids.Marshal(v) }

// UnmarshalText reads the stable text form; anything else is an error.
func (v *Void) UnmarshalText(text []byte) error { return voids.Unmarshal(v, text) }
