package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
)

// minus is a − b of two amounts of which neither is negative.
func minus(a, b funding.Money) funding.Money { return funding.Fen(a.Fen() - b.Fen()) }

// plus is m + more, a whole number of fen, that a validated rate keeps within
// the range of money.
func plus(m funding.Money, more decimal.Decimal) funding.Money {
	return funding.Fen(m.Fen() + more.Shift(2).IntPart())
}
