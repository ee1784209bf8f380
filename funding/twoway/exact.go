package twoway

import (
	"math/big"
	"math/bits"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Exact is a table of amounts before rounding: cells in yuan, each divided by
// Over. Thirds of a fen have no end as decimals; over 3 they are exact.
type Exact struct {
	Cells [][]decimal.Decimal // by row, then column
	Over  decimal.Decimal     // 1 if zero
}

// Shares returns the table in which each amount is shared by the same weights:
// every request over the three fiscal tiers by 50, 30 and 20.
func Shares(amounts []funding.Money, weights []decimal.Decimal) Exact {
	var e Exact
	for _, w := range weights {
		e.Over = e.Over.Add(w)
	}
	cells := make([]decimal.Decimal, 0, len(amounts)*len(weights))
	for _, amount := range amounts {
		yuan := amount.Decimal()
		for _, w := range weights {
			cells = append(cells, yuan.Mul(w))
		}
	}
	for range amounts {
		e.Cells = append(e.Cells, cells[:len(weights):len(weights)])
		cells = cells[len(weights):]
	}
	return e
}

// parts is a table taken apart: whole fen, and what is over in parts of a fen.
type parts struct {
	rows, columns int
	whole         []int64 // by row, then column
	over          []int64 // less than fen
	fen           int64   // parts in one fen
}

const (
	maxCells  = 1 << 24
	maxDigits = 18
	maxFen    = 1_000_000_000_000_000_000 - 1
)

// apart takes the table apart, or reports every fault.
func (e Exact) apart() (*parts, error) {
	t := &parts{rows: len(e.Cells)}
	if t.rows > 0 {
		t.columns = len(e.Cells[0])
	}
	var found rule.Problems
	for i, row := range e.Cells {
		if len(row) != t.columns {
			found.Add(problems.Problem("cells["+strconv.Itoa(i)+"]", RaggedRow,
				rule.With("cells", rule.Int(int64(len(row)), 0)), rule.With("columns", rule.Int(int64(t.columns), 0))))
		}
	}
	short, long := int64(min(t.rows, t.columns)), int64(max(t.rows, t.columns))
	if short > maxCells || long > maxCells || short*long > maxCells || short*long*short > maxCells*8 {
		found.Add(problems.Problem("cells", TooLarge, rule.With("rows", rule.Int(int64(t.rows), 0)), rule.With("columns", rule.Int(int64(t.columns), 0))))
	}
	over := e.Over
	if over.IsZero() {
		over = decimal.NewFromInt(1)
	}
	if over.Sign() < 0 {
		found.Add(problems.Problem("over", OverPositive, rule.With("value", rule.Num(over, 0))))
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return t, t.fill(e.Cells, over)
}

// fill computes the whole and what is over of each cell.
func (t *parts) fill(cells [][]decimal.Decimal, over decimal.Decimal) error {
	var found rule.Problems
	low := int64(0) // of the powers of ten of cell ÷ over, in fen
	for _, row := range cells {
		for _, cell := range row {
			if !cell.IsZero() {
				low = min(low, int64(cell.Exponent())+2-int64(over.Exponent()))
			}
		}
	}
	if int64(over.NumDigits())-low > maxDigits {
		return problems.Problem("cells", FinerThanExact, rule.With("most", rule.Int(maxDigits, 0)))
	}
	fen := new(big.Int).Exp(big.NewInt(10), big.NewInt(-low), nil)
	t.fen = fen.Mul(fen, over.Coefficient()).Int64()
	t.whole, t.over = make([]int64, t.rows*t.columns), make([]int64, t.rows*t.columns)
	scale := int64(2) - int64(over.Exponent()) - low
	for i, row := range cells {
		for j, cell := range row {
			whole, rest, ok := divided(cell, scale, t.fen)
			if cell.Sign() < 0 {
				found.Add(problems.Problem(at(i, j), CellNegative, rule.With("value", rule.Num(cell, rule.Yuan))))
			} else if !ok {
				found.Add(problems.Problem(at(i, j), AmountRange))
			}
			t.whole[i*t.columns+j], t.over[i*t.columns+j] = whole, rest
		}
	}
	return found.Err()
}

func at(i, j int) string { return "cells[" + strconv.Itoa(i) + "][" + strconv.Itoa(j) + "]" }

// divided returns cell × 10^scale ÷ fen, cut to the whole, and the rest; false
// where it is beyond the range of Money.
func divided(cell decimal.Decimal, scale, fen int64) (whole, rest int64, ok bool) {
	if cell.Sign() <= 0 {
		return 0, 0, true
	}
	shift := scale + int64(cell.Exponent())
	if cell.NumDigits() <= maxDigits && shift <= maxDigits {
		power := uint64(1)
		for range shift {
			power *= 10
		}
		hi, lo := bits.Mul64(uint64(cell.CoefficientInt64()), power)
		if hi >= uint64(fen) {
			return 0, 0, false
		}
		q, r := bits.Div64(hi, lo, uint64(fen))
		return int64(q), int64(r), q <= maxFen
	}
	if int64(cell.NumDigits())+shift > 3*maxDigits {
		return 0, 0, false
	}
	n := new(big.Int).Exp(big.NewInt(10), big.NewInt(shift), nil)
	q, r := n.QuoRem(n.Mul(n, cell.Coefficient()), big.NewInt(fen), new(big.Int))
	if q.Cmp(big.NewInt(maxFen)) > 0 {
		return 0, 0, false
	}
	return q.Int64(), r.Int64(), true
}
