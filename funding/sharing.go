package funding

import "math/bits"

// sharing splits the rest of one request after another among the sources of a
// turn: by largest remainder, equal remainders to the earlier source.
type sharing struct {
	columns []*column
	whole   uint64 // of portions: the weight of the whole rest; zero for rests, which are shared whole
	weights []uint64
	parts   []int64
}

func (t *terms) sharing(turn []int) *sharing {
	s := &sharing{weights: make([]uint64, len(turn)), parts: make([]int64, len(turn))}
	for _, j := range turn {
		s.columns = append(s.columns, &t.columns[j])
	}
	if s.columns[0].source.Rule.Method == Portion {
		s.whole = t.whole(turn)
	}
	return s
}

// weigh takes the weights of the sources that take part in a request and have
// not dropped out, and tells whether any does.
func (s *sharing) weigh(f *rowFacts, dropped uint64) (taken bool) {
	for k, c := range s.columns {
		s.weights[k] = 0
		if dropped>>k&1 == 0 && c.refusal(f) == "" {
			s.weights[k], taken = c.weight, true
		}
	}
	return taken
}

// total is the weight that the whole rest corresponds to.
func (s *sharing) total() uint64 {
	if s.whole > 0 {
		return s.whole
	}
	total := uint64(0)
	for _, w := range s.weights {
		total += w
	}
	return total
}

// shares splits the rest, in fen. Of portions, what belongs to nobody or to a
// source that takes no part stays, and the odd fen are given out as if all took
// part.
func (s *sharing) shares(rest int64) []int64 {
	var weights [maxSources + 1]uint64
	n := len(s.weights)
	if s.whole > 0 {
		weights[n] = s.whole
		for k, c := range s.columns {
			weights[k] = c.weight
			weights[n] -= c.weight
		}
		n++
	} else {
		copy(weights[:], s.weights)
	}
	total := s.total()
	var parts [maxSources + 1]int64
	var remainders [maxSources + 1]uint64
	left := rest
	for k, w := range weights[:n] {
		hi, lo := bits.Mul64(uint64(rest), w)
		q, r := bits.Div64(hi, lo, total)
		parts[k], remainders[k] = int64(q), r
		left -= int64(q)
	}
	for ; left > 0; left-- {
		best := -1
		for k := range n {
			if remainders[k] > 0 && (best < 0 || remainders[k] > remainders[best]) {
				best = k
			}
		}
		parts[best]++
		remainders[best] = 0
	}
	for k := range s.parts {
		s.parts[k] = 0
		if s.weights[k] > 0 {
			s.parts[k] = parts[k]
		}
	}
	return s.parts
}
