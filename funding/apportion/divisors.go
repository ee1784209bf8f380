package apportion

import "math/bits"

// byDivisors gives places one by one to the greatest quotient. It starts from
// what everybody is sure to receive: where one place less for each claimant is
// divided in exact shares, no divisor method gives anybody more than one place
// above the share cut to the whole, so none has given out too much by then.
func (d *division) byDivisors(method Method) []int64 {
	parts := make([]int64, len(d.claimants))
	least := int64(0)
	for i := range d.claimants {
		parts[i] = d.claimants[i].Least
		least += parts[i]
	}
	if sure := d.total - int64(len(d.claimants)); sure > least {
		parts = d.floors(sure)
	}
	left := d.total
	line := queue{method: method, weights: d.weights, parts: parts}
	for i := range parts {
		left -= parts[i]
		if parts[i] < d.claimants[i].most(d.total) {
			line.waiting = append(line.waiting, int32(i))
		}
	}
	for k := len(line.waiting)/2 - 1; k >= 0; k-- {
		line.sink(k)
	}
	for ; left > 0; left-- {
		first := line.waiting[0]
		parts[first]++
		if parts[first] == d.claimants[first].most(d.total) {
			last := len(line.waiting) - 1
			line.waiting[0] = line.waiting[last]
			line.waiting = line.waiting[:last]
		}
		line.sink(0)
	}
	return parts
}

// queue is a heap of claimants, the one with the greatest quotient on top.
type queue struct {
	method  Method
	weights []uint64
	parts   []int64
	waiting []int32
}

// sink moves the claimant at k down to where it belongs.
func (q *queue) sink(k int) {
	for {
		child := 2*k + 1
		if child >= len(q.waiting) {
			return
		}
		if child+1 < len(q.waiting) && q.before(q.waiting[child+1], q.waiting[child]) {
			child++
		}
		if !q.before(q.waiting[child], q.waiting[k]) {
			return
		}
		q.waiting[k], q.waiting[child] = q.waiting[child], q.waiting[k]
		k = child
	}
}

// before tells whether claimant i comes before j: by quotient, by weight where
// neither has anything to be divided by, and by place.
func (q *queue) before(i, j int32) bool {
	a, b := q.divisor(i), q.divisor(j)
	if a.zero() && b.zero() && q.weights[i] != q.weights[j] {
		return q.weights[i] > q.weights[j]
	}
	// w(i) ÷ a > w(j) ÷ b
	left, right := q.weight(i).times(b), q.weight(j).times(a)
	for k := range left {
		if left[k] != right[k] {
			return left[k] > right[k]
		}
	}
	return i < j
}

// weight returns a claimant's weight, squared for Hill.
func (q *queue) weight(i int32) wide {
	if q.method == Hill {
		return product(q.weights[i], q.weights[i])
	}
	return wide{0, q.weights[i]}
}

// divisor returns what the weight of a claimant is divided by for its next
// place: doubled, and for Hill squared, so that it is whole.
func (q *queue) divisor(i int32) wide {
	a := q.parts[i]
	if q.method == Hill {
		return product(uint64(a), uint64(a+1))
	}
	return wide{0, uint64(doubled(q.method, a))}
}

// wide is a number of 128 bits, the high ones first.
type wide [2]uint64

func product(a, b uint64) wide {
	hi, lo := bits.Mul64(a, b)
	return wide{hi, lo}
}

func (w wide) zero() bool { return w == wide{} }

// times returns all 256 bits of w × v, the high ones first.
func (w wide) times(v wide) [4]uint64 {
	if w[0]|v[0] == 0 {
		short := product(w[1], v[1])
		return [4]uint64{2: short[0], 3: short[1]}
	}
	low, upper, lower, high := product(w[1], v[1]), product(w[0], v[1]), product(w[1], v[0]), product(w[0], v[0])
	var out [4]uint64
	var c1, c2, c3 uint64
	out[3] = low[1]
	out[2], c1 = bits.Add64(low[0], upper[1], 0)
	out[2], c2 = bits.Add64(out[2], lower[1], 0)
	out[1], c1 = bits.Add64(upper[0], lower[0], c1)
	out[1], c3 = bits.Add64(out[1], high[1], c2)
	out[0] = high[0] + c1 + c3
	return out
}
