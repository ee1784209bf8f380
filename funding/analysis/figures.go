package analysis

import (
	"math/big"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Leverage is how much social money a round's public money goes with (资金撬动).
type Leverage struct {
	Social decimal.Decimal `json:"social"` // yuan paid by the sources of part X
	Public decimal.Decimal `json:"public"` // yuan paid by those of parts 1 and 3
}

// LeverageOf returns the leverage of a settled round.
func LeverageOf(s *funding.Settlement) Leverage {
	var l Leverage
	for _, a := range s.Accounts() {
		if a.Kind.Part() == funding.PartX {
			l.Social = l.Social.Add(a.Paid.Decimal())
		} else {
			l.Public = l.Public.Add(a.Paid.Decimal())
		}
	}
	return l
}

// Ratio returns the social money for each public yuan; no value where there is
// no public money.
func (l Leverage) Ratio() rule.Value { return rule.Ratio(l.Social, l.Public, rule.Yuan) }

// Gini returns the Gini coefficient (基尼系数) of amounts as an exact fraction
// in its lowest terms: 0 where all are equal, (n−1)/n where one of n has
// everything. It has no value where there is nothing. A negative amount is a
// [rule.Problem] with code [AmountNegative]; they come all at once.
func Gini(amounts []funding.Money) (rule.Value, error) {
	var found rule.Problems
	for i, m := range amounts {
		if m.Sign() < 0 {
			found.Add(problems.Problem("amounts["+strconv.Itoa(i)+"]", AmountNegative, rule.With("amount", m.Value())))
		}
	}
	if len(found) > 0 {
		return rule.Value{}, found.Err()
	}
	sorted := slices.SortedFunc(slices.Values(amounts), funding.Money.Compare)
	// Σ (2i − n − 1)·x(i) over n·Σ x(i), i from 1
	num, sum, term, fen := new(big.Int), new(big.Int), new(big.Int), new(big.Int)
	n := int64(len(sorted))
	for i, m := range sorted {
		fen.SetInt64(m.Fen())
		sum.Add(sum, fen)
		num.Add(num, term.Mul(term.SetInt64(2*int64(i)+1-n), fen))
	}
	if sum.Sign() == 0 {
		return rule.Value{}, nil
	}
	lowest := new(big.Rat).SetFrac(num, sum.Mul(sum, big.NewInt(n)))
	return rule.Ratio(decimal.NewFromBigInt(lowest.Num(), 0), decimal.NewFromBigInt(lowest.Denom(), 0), 0), nil
}

// Concentration returns the Gini coefficient of what the requests of a round
// receive; no value where nobody receives anything.
func Concentration(s *funding.Settlement) rule.Value {
	totals := make([]funding.Money, s.Len())
	for i := range totals {
		totals[i] = total(s, i)
	}
	gini, _ := Gini(totals) // no award is negative
	return gini
}

// total returns what the i-th request receives of all sources.
func total(s *funding.Settlement, i int) funding.Money { return s.Award(i).Total }
