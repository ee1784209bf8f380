package apportion

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Divisors returns the least and the greatest divisor (除数) by which parts are
// what Jefferson, Webster or Adams gives: a place for each so much weight. Divided
// by any number between them, every weight comes to its part when rounded down,
// to the nearest, or up; whoever would come to less than the least or more than
// the most has that. So anybody can check a division with one number, and see
// in it what a place costs.
//
// A bound has no value where nothing bounds it. ok is false where there is no
// such divisor: the parts are not a division by this method. Hill divides by
// roots, which are not fractions, and Hamilton by no number at all: for them ok
// is false too.
func Divisors(method Method, claimants []Claimant, parts []int64) (least, greatest rule.Value, ok bool) {
	if method != Jefferson && method != Webster && method != Adams || len(parts) != len(claimants) {
		return rule.Value{}, rule.Value{}, false
	}
	two := decimal.NewFromInt(2)
	low, high := bound{}, bound{}
	for i := range claimants {
		c := &claimants[i]
		a := parts[i]
		if a < c.Least || c.Most != nil && a > *c.Most || c.Weight.IsZero() && a != c.Least {
			return rule.Value{}, rule.Value{}, false
		}
		if c.Weight.IsZero() {
			continue
		}
		if c.Most == nil || a < *c.Most {
			next := bound{c.Weight.Mul(two), decimal.NewFromInt(doubled(method, a))}
			if next.den.IsZero() { // by Adams, who has a weight has a place
				return rule.Value{}, rule.Value{}, false
			}
			if low.den.IsZero() || next.above(low) {
				low = next
			}
		}
		if last := (bound{c.Weight.Mul(two), decimal.NewFromInt(doubled(method, a-1))}); a > c.Least && !last.den.IsZero() {
			if high.den.IsZero() || high.above(last) {
				high = last
			}
		}
	}
	ok = low.den.IsZero() || high.den.IsZero() || !low.above(high)
	if !ok {
		return rule.Value{}, rule.Value{}, false
	}
	return rule.Ratio(low.num, low.den, 0), rule.Ratio(high.num, high.den, 0), true
}

// doubled returns twice what a weight is divided by for the place behind a.
func doubled(method Method, a int64) int64 {
	switch method {
	case Jefferson:
		return 2*a + 2
	case Webster:
		return 2*a + 1
	}
	return 2 * a
}

// bound is a fraction; a den of zero stands for none.
type bound struct{ num, den decimal.Decimal }

func (b bound) above(c bound) bool { return b.num.Mul(c.den).GreaterThan(c.num.Mul(b.den)) }
