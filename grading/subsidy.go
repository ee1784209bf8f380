package grading

import (
	"github.com/shopspring/decimal"

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

	Point  funding.Point   `json:"point,omitzero"`  // of a range; by score from the class's line to its end
	Points decimal.Decimal `json:"points,omitzero"` // of BySteps: for every so many points above the class's line
	Each   funding.Money   `json:"each,omitzero"`   // of BySteps: this much more, up to To
	Chosen Basis           `json:"chosen,omitzero"` // where the point is laid down
}

// Fixed is the rate of a class that is paid one amount.
func Fixed(class string, amount funding.Money) Rate {
	return Rate{Class: class, From: amount, To: amount}
}

// Range is the rate of a class that is paid the point of a range.
func Range(class string, from, to funding.Money, point funding.Point) Rate {
	return Rate{Class: class, From: from, To: to, Point: point}
}
