package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
)

// span returns the rate as a range of amounts whose score runs from low to
// high.
func (r Rate) span(low, high decimal.Decimal) funding.Span {
	s := funding.Span{From: r.From, To: r.To, Point: r.Point, Points: r.Points, Each: r.Each}
	switch r.Point {
	case funding.ByScore:
		s.Low, s.High = low, high
	case funding.BySteps:
		s.Low = low
	}
	return s
}

// pay is what a rate pays a year for a score of its class.
type pay struct {
	rate     Rate
	span     funding.Span
	rounding funding.Rounding
}

// annual returns the year's amount. That of a valid policy is never out of
// range.
func (p pay) annual(score decimal.Decimal) funding.Money {
	amount, _ := p.span.At(score, p.rounding)
	return amount
}

// spread returns the least and the greatest amount the rate pays a year.
func (p pay) spread() (least, greatest funding.Money) {
	if p.span.Point.Scored() {
		return p.span.From, p.span.To
	}
	amount := p.annual(decimal.Decimal{})
	return amount, amount
}
