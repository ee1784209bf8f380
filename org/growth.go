package org

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Growth is a number of organizations on two days.
type Growth struct {
	From   rule.Date `json:"from"`
	To     rule.Date `json:"to"`
	Before int       `json:"before"`
	After  int       `json:"after"`
}

// Growth returns the growth of the organizations that have what where states,
// from each of the days to the next. A day before the one in front of it is
// compared as it stands.
func (r Registry) Growth(where Group, days ...rule.Date) []Growth {
	steps := make([]Growth, 0, max(0, len(days)-1))
	for i, day := range days {
		n := r.Count(day, where)
		if i > 0 {
			steps[i-1].To, steps[i-1].After = day, n
		}
		if i < len(days)-1 {
			steps = append(steps, Growth{From: day, Before: n})
		}
	}
	return steps
}

// Rate returns the growth as a fraction of the number before, 0.1 for a tenth
// more: exact where it ends at that number of decimal places, otherwise
// between two neighbours at that place. See [Compound] for the errors.
func (g Growth) Rate(places int) (rule.Interval, error) {
	return Compound(g.Before, g.After, 1, places)
}

// AtLeast tells, exactly, whether the growth is at least a fraction of the
// number before.
func (g Growth) AtLeast(rate decimal.Decimal) bool {
	more := decimal.NewFromInt(int64(g.After) - int64(g.Before))
	return more.Cmp(rate.Mul(decimal.NewFromInt(int64(g.Before)))) >= 0
}

// Compound returns the yearly rate that leads from one number to another in
// so many years: exact where it ends at that number of decimal places,
// otherwise the interval, at least the lower neighbour at that place and below
// the upper, in which it certainly lies. No organizations before or a negative
// number are a [rule.Problem] with code [GrowthBase]; years outside 1 to 200
// one with [GrowthYears]; places outside 0 to 20 one with [PlacesRange].
func Compound(before, after, years, places int) (rule.Interval, error) {
	var found rule.Problems
	if before <= 0 || after < 0 {
		found.Add(problems.Problem("before", GrowthBase, rule.With("before", rule.Int(int64(before), rule.Organization))))
	}
	if years < 1 || years > 200 {
		found.Add(problems.Problem("years", GrowthYears, rule.With("years", rule.Int(int64(years), 0))))
	}
	found.Nest("places", checkPlaces(places))
	if len(found) > 0 {
		return rule.Interval{}, found.Err()
	}
	// The greatest whole m with (m / 10^places)^years · before <= after.
	n := big.NewInt(int64(years))
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	right := new(big.Int).Mul(big.NewInt(int64(after)), new(big.Int).Exp(unit, n, nil))
	low, high := new(big.Int), new(big.Int).Mul(unit, big.NewInt(int64(after/before)+2))
	left := func(m *big.Int) int {
		power := new(big.Int).Exp(m, n, nil)
		return power.Mul(power, big.NewInt(int64(before))).Cmp(right)
	}
	for one := big.NewInt(1); new(big.Int).Sub(high, low).Cmp(one) > 0; {
		mid := new(big.Int).Add(low, high)
		mid.Rsh(mid, 1)
		if left(mid) <= 0 {
			low = mid
		} else {
			high = mid
		}
	}
	at := decimal.NewFromBigInt(new(big.Int).Sub(low, unit), -int32(places))
	if left(low) == 0 {
		return rule.Exactly(at), nil
	}
	return rule.AtLeast(at).Below(at.Add(decimal.New(1, -int32(places)))), nil
}

func checkPlaces(places int) error {
	if places < 0 || places > 20 {
		return problems.Problem("", PlacesRange, rule.With("places", rule.Int(int64(places), 0)))
	}
	return nil
}
