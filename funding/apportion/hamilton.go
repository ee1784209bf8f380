package apportion

import (
	"cmp"
	"math/bits"
	"slices"
)

// byRemainders keeps everybody as near to the exact share as the bounds and
// the total allow.
func (d *division) byRemainders() []int64 {
	parts := make([]int64, len(d.claimants))
	rests := make([]uint64, len(d.claimants))
	for i, w := range d.weights {
		if w > 0 {
			hi, lo := bits.Mul64(uint64(d.total), w)
			floor, rest := bits.Div64(hi, lo, d.sum)
			parts[i], rests[i] = int64(floor), rest
		}
	}
	// Where bounds give out too much or too little, all the others move by the
	// same number of places, and then by the remainders.
	shift := d.shift(parts)
	left := d.total - d.given(parts, shift)
	line := make([]int32, 0, len(parts))
	for i, floor := range parts {
		c := &d.claimants[i]
		parts[i] = c.within(floor+shift, d.total)
		if c.within(floor+shift+1, d.total) > parts[i] {
			line = append(line, int32(i))
		}
	}
	slices.SortFunc(line, func(i, j int32) int { return cmp.Or(cmp.Compare(rests[j], rests[i]), cmp.Compare(i, j)) })
	for _, i := range line[:left] {
		parts[i]++
	}
	return parts
}

// shift returns the greatest shift by which no more than the total is given,
// or the total where none gives more.
func (d *division) shift(parts []int64) int64 {
	low, high := -d.total, d.total // what low gives is not too much: all have their least
	for low < high {
		middle := high - (high-low)/2
		if d.given(parts, middle) > d.total {
			high = middle - 1
		} else {
			low = middle
		}
	}
	return low
}

// given returns what all together receive with their parts shifted by a number
// of places, within their bounds, or as much of it as is more than the total.
func (d *division) given(parts []int64, shift int64) (given int64) {
	for i, part := range parts {
		if given += d.claimants[i].within(part+shift, d.total); given > d.total {
			break
		}
	}
	return given
}
