package grading

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Subsidy pays by class (差异性经费补助): an amount a year for each class that
// passes, nothing for one that fails or for who was not assessed.
type Subsidy struct {
	rule.Head
	Rates    []Rate           `json:"rates"`
	Rounding funding.Rounding `json:"rounding"`           // of a part of a range or of the year
	PartYear Basis            `json:"part_year,omitzero"` // the clause that pays months ÷ 12 of the year's amount
	Payers   Payers           `json:"payers,omitempty"`   // who pays it together, in order; empty where one does
	Sharing  Basis            `json:"sharing,omitzero"`   // the clause that shares it among them
	Inverted bool             `json:"inverted,omitzero"`  // a better class may be paid less
}

// Rate is what a class is paid a year: a fixed amount, or a range published
// without saying more and the point in it that is paid.
type Rate struct {
	Class string        `json:"class"`
	From  funding.Money `json:"from"`
	To    funding.Money `json:"to"` // the same as From for a fixed amount
	Basis

	Point  Point           `json:"point,omitzero"`  // of a range
	Points decimal.Decimal `json:"points,omitzero"` // of BySteps: for every so many points above the class's line
	Each   funding.Money   `json:"each,omitzero"`   // of BySteps: this much more, up to To
	Chosen Basis           `json:"chosen,omitzero"` // where the point is laid down
}

// Fixed is the rate of a class that is paid one amount.
func Fixed(class string, amount funding.Money) Rate {
	return Rate{Class: class, From: amount, To: amount}
}

// Range is the rate of a class that is paid the point of a range.
func Range(class string, from, to funding.Money, point Point) Rate {
	return Rate{Class: class, From: from, To: to, Point: point}
}

// Point says which amount of a published range is paid.
type Point uint8

// The points.
const (
	Lowest  Point = 1 + iota // 下限
	Middle                   // 中点
	Highest                  // 上限
	ByScore                  // 按得分: as far into the range as the score into its class
	BySteps                  // 按档: From at the class's line, Each more for every Points above it
)

var points = rule.NewEnum[Point]("point in the range",
	rule.Named("lowest", "下限", "lowest"),
	rule.Named("middle", "中点", "middle"),
	rule.Named("highest", "上限", "highest"),
	rule.Named("by-score", "按得分", "by score"),
	rule.Named("by-steps", "按档", "by steps"),
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
