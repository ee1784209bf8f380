package funding

import "slices"

// cut brings the claims on a short budget down to it, in place, by the
// source's policy. Only whole rounding steps are paid: what of the budget is
// less than a step stays.
func (s *settler) cut(c *column, claims []int64) {
	if c.source.Short == Priority {
		s.cutByPriority(c, claims)
		return
	}
	s.cutProRata(c, claims)
}

// cutProRata splits the budget over the claims by largest remainder, equal
// remainders to the lower id.
func (s *settler) cutProRata(c *column, claims []int64) {
	step := c.rounding.Step.Fen()
	weights, parts := s.scratch.grow(len(claims))
	var sum uint128
	for k := range weights {
		weights[k] = uint64(claims[k] / step)
		parts[k] = Money{int64(weights[k])}
		sum = sum.add(uint128{0, weights[k]})
	}
	if budget := uint64(c.source.Budget.Fen() / step); sum.above(budget) {
		splitInts(budget, weights, parts)
	}
	for k, part := range parts {
		claims[k] = part.fen * step
	}
}

// cutByPriority pays whole claims from the highest score down, equal scores by
// id, and what is left to the first that does not fit.
func (s *settler) cutByPriority(c *column, claims []int64) {
	places := make([]place, len(claims))
	for k := range places {
		score, _ := scaledScore(*s.requests[k].Score)
		places[k] = place{-score, int32(k)}
	}
	byRank(places)
	step := c.rounding.Step.Fen()
	left := c.source.Budget.Fen()
	for _, p := range places {
		if claims[p.k] > left {
			claims[p.k] = left / step * step
		}
		left -= claims[p.k]
	}
}

// scratch is memory used again from source to source.
type scratch struct {
	weights []uint64
	parts   []Money
}

func (s *scratch) grow(n int) ([]uint64, []Money) {
	s.weights = slices.Grow(s.weights[:0], n)[:n]
	s.parts = slices.Grow(s.parts[:0], n)[:n]
	return s.weights, s.parts
}
