package apportion

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"
)

// division is one call of Divide.
type division struct {
	total     int64
	claimants []Claimant
	weights   []uint64 // in the finest decimal of all
	sum       uint64   // of the weights
}

// floors divides an amount that the bounds allow in exact shares within the
// bounds, and cuts them to the whole.
func (d *division) floors(amount int64) []int64 {
	parts := make([]int64, len(d.claimants))
	at := d.rate(amount)
	rest, weight := amount, uint64(0)
	for i, w := range d.weights {
		var bound bool
		if parts[i], bound = d.bound(i, at); bound {
			rest -= parts[i]
		} else {
			weight += w
		}
	}
	for i, w := range d.weights {
		if _, bound := d.bound(i, at); !bound {
			hi, lo := bits.Mul64(uint64(rest), w)
			floor, _ := bits.Div64(hi, lo, weight)
			parts[i] = int64(floor)
		}
	}
	return parts
}

// bound returns the bound that holds a claimant at a rate, if any does.
func (d *division) bound(i int, at mark) (places int64, bound bool) {
	c := &d.claimants[i]
	switch w := d.weights[i]; {
	case w == 0 || at.below(mark{c.Least, w}):
		return c.Least, true
	case c.Most != nil && !at.below(mark{*c.Most, w}):
		return *c.Most, true
	}
	return 0, false
}

// mark is the rate, in places for each unit of weight, at which a share meets a
// bound.
type mark struct {
	bound  int64
	weight uint64
}

func (m mark) below(n mark) bool { return m.compare(n) < 0 }

func (m mark) compare(n mark) int {
	hi1, lo1 := bits.Mul64(uint64(m.bound), n.weight)
	hi2, lo2 := bits.Mul64(uint64(n.bound), m.weight)
	return cmp.Or(cmp.Compare(hi1, hi2), cmp.Compare(lo1, lo2))
}

// rate returns the highest mark at which the shares within their bounds do not
// yet exceed the amount. The rate that gives out the amount lies from it to the
// next mark, so that whoever is bound there is bound here.
func (d *division) rate(amount int64) mark {
	marks := make([]mark, 0, 2*len(d.claimants))
	bound := false
	for i := range d.claimants {
		c := &d.claimants[i]
		if d.weights[i] == 0 {
			continue
		}
		marks = append(marks, mark{c.Least, d.weights[i]})
		if c.Most != nil {
			marks = append(marks, mark{*c.Most, d.weights[i]})
		}
		bound = bound || c.Least > 0 || c.Most != nil
	}
	if !bound {
		return mark{0, 1}
	}
	slices.SortFunc(marks, mark.compare)
	marks = slices.CompactFunc(marks, func(m, n mark) bool { return m.compare(n) == 0 })
	past := sort.Search(len(marks), func(k int) bool { return d.exceeds(marks[k], amount) })
	return marks[max(0, past-1)]
}

// exceeds tells whether the shares at a rate, within their bounds, come to more
// than the amount.
func (d *division) exceeds(at mark, amount int64) bool {
	rest, weight := amount, uint64(0)
	for i, w := range d.weights {
		places, bound := d.bound(i, at)
		if !bound {
			weight += w
		}
		if rest -= places; rest < 0 {
			return true
		}
	}
	return weight > 0 && mark{rest, weight}.below(at)
}
