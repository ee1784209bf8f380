package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
)

// money is a whole number of fen, within the range of money.
func money(d decimal.Decimal) funding.Money { return funding.Fen(d.Shift(2).IntPart()) }
