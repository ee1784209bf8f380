package apportion

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Claimant has a claim in proportion to its weight, within bounds.
type Claimant struct {
	Weight decimal.Decimal `json:"weight"`
	Least  int64           `json:"least,omitzero"`
	Most   *int64          `json:"most,omitempty"` // nil for no limit
}

// most returns the greatest number the claimant may receive of a total. A
// weight of zero receives its least only.
func (c *Claimant) most(total int64) int64 {
	switch {
	case c.Weight.IsZero():
		return c.Least
	case c.Most == nil:
		return max(total, c.Least)
	}
	return *c.Most
}

// within brings a number of places of a total within the bounds.
func (c *Claimant) within(places, total int64) int64 {
	return min(max(places, c.Least), c.most(total))
}

const (
	maxTotal  = 1_000_000_000_000_000
	maxDigits = 18
	maxWeight = 1_000_000_000_000_000_000
)

// Divide divides a total among claimants by a method. The parts sum to the
// total, each within its claimant's bounds.
//
// Hamilton keeps everybody as near to the exact share of the total as the
// bounds allow: shares are cut to the whole and brought within the bounds, and
// what is left goes one each to the largest remainders; where bounds make that
// come to more or less than there is, all others move by the same number of
// places. Divisor methods give everybody the least and then place after place
// to the greatest quotient among those who have not their most. Equal remainders and equal quotients go to the claimant that
// comes first, so a caller who lists claimants by ID has ties broken by ID. By
// Adams and Hill whoever has a weight receives one before anybody receives a
// second; where there are not enough, the larger weights come first.
//
// A method not stated, no claimants, a total below zero or above 10^15,
// negative weights, weights that together have more than 18 digits, bounds that cross, and
// bounds that the total cannot meet are [rule.Problem]s, all at once.
//
// It takes n log n, whatever the total.
func Divide(method Method, total int64, claimants []Claimant) ([]int64, error) {
	d := &division{total: total, claimants: claimants, weights: make([]uint64, len(claimants))}
	if err := d.check(method); err != nil {
		return nil, err
	}
	if method == Hamilton {
		return d.byRemainders(), nil
	}
	return d.byDivisors(method), nil
}

// check reports every fault, and brings the weights to whole numbers.
func (d *division) check(method Method) error {
	var found rule.Problems
	if !method.Valid() {
		found.Add(problems.Problem("method", rule.Required))
	}
	if len(d.claimants) == 0 {
		found.Add(problems.Problem("claimants", NoClaimants))
	}
	if d.total < 0 || d.total > maxTotal {
		found.Add(problems.Problem("total", TotalRange, rule.With("total", rule.Int(d.total, 0)), rule.With("most", rule.Int(maxTotal, 0))))
	}
	low := int32(0)
	for i := range d.claimants {
		if w := d.claimants[i].Weight; !w.IsZero() {
			low = min(low, w.Exponent())
		}
	}
	least, most, fits := int64(0), int64(0), true
	for i := range d.claimants {
		c := &d.claimants[i]
		at := "claimants[" + strconv.Itoa(i) + "]"
		switch w := c.Weight; {
		case w.Sign() < 0:
			found.Add(problems.Problem(at+".weight", WeightNegative, rule.With("weight", rule.Num(w, 0))))
		case w.IsZero():
		case int64(w.NumDigits())+int64(w.Exponent())-int64(low) > maxDigits:
			fits = false
		default:
			d.weights[i] = w.Shift(-low).BigInt().Uint64()
			d.sum = min(d.sum+d.weights[i], maxWeight)
		}
		if c.Least < 0 || c.Most != nil && c.Least > *c.Most {
			found.Add(problems.Problem(at, BoundsCross, rule.With("least", rule.Int(c.Least, 0))))
		}
		least = min(least+min(max(c.Least, 0), maxTotal), 2*maxTotal)
		most = min(most+min(max(c.most(maxTotal), 0), maxTotal), 2*maxTotal)
	}
	if !fits || d.sum == maxWeight {
		found.Add(problems.Problem("claimants", WeightDigits, rule.With("most", rule.Int(maxDigits, 0))))
	}
	if len(found) > 0 {
		return found.Err()
	}
	if least > d.total {
		found.Add(problems.Problem("total", LeastTooMuch, rule.With("least", rule.Int(least, 0)), rule.With("total", rule.Int(d.total, 0))))
	}
	if most < d.total {
		found.Add(problems.Problem("total", MostTooLittle, rule.With("most", rule.Int(most, 0)), rule.With("total", rule.Int(d.total, 0))))
	}
	return found.Err()
}
