package funding

import (
	"slices"
	"sort"

	"github.com/sancheng-go/sancheng/org/rule"
)

// divide brings claims that exceed an amount down to it, in place, by a policy.
// who is the places of the requests by id; nil where the claims are those of
// all. Awards are whole rounding steps, save whole claims of the policies that
// pay them so; what of the amount is less than a step stays. It returns what the
// policy arrived at: a level, a loss, a rate, a score.
func (s *settler) divide(c *column, policy Shortage, amount int64, claims []int64, who []int32) (mark int64) {
	step := c.rounding.Step.Fen()
	switch policy {
	case Priority, FirstCome, CutOff:
		places := s.ranked(policy, len(claims), who)
		if policy == CutOff {
			return cutOff(amount, claims, places)
		}
		inTurn(amount, step, claims, places)
		return 0
	case EqualCut:
		return equalCut(amount, step, claims)
	case ByEqualAwards, ByEqualLosses:
		for k := range claims {
			claims[k] /= step
		}
		top := largestClaim(claims)
		before := claims[top]
		if policy == ByEqualAwards {
			equalAwards(amount/step, claims)
			mark = claims[top]
		} else {
			equalLosses(amount/step, claims)
			mark = before - claims[top]
		}
		for k := range claims {
			claims[k] *= step
		}
		return mark * step
	}
	s.proRata(amount, step, claims)
	return 0
}

// largestClaim returns the place of the first largest claim.
func largestClaim(claims []int64) int {
	top := 0
	for k, claim := range claims {
		if claim > claims[top] {
			top = k
		}
	}
	return top
}

// proRata splits the amount over the claims by largest remainder, equal
// remainders to the lower id.
func (s *settler) proRata(amount, step int64, claims []int64) {
	weights, parts := s.scratch.grow(len(claims))
	var sum uint128
	for k := range weights {
		weights[k] = uint64(claims[k] / step)
		parts[k] = Money{int64(weights[k])}
		sum = sum.add(uint128{0, weights[k]})
	}
	if steps := uint64(amount / step); sum.above(steps) {
		splitInts(steps, weights, parts)
	}
	for k, part := range parts {
		claims[k] = part.fen * step
	}
}

// wholeRate is the rate of a claim that is not cut, in ten-thousandths.
const wholeRate = 10_000

// equalCut pays every claim at the same rate, cut to the step: the largest rate
// in ten-thousandths that the amount covers, which it returns.
func equalCut(amount, step int64, claims []int64) int64 {
	at := func(claim, rate int64) int64 {
		q, _ := product(uint64(claim), uint64(rate)).quotient(wholeRate, Rounding{Down, Money{step}})
		return q
	}
	// sort.Search finds the first rate that is too high.
	rate := int64(sort.Search(wholeRate+1, func(rate int) bool {
		var sum uint128
		for _, claim := range claims {
			sum = sum.add(uint128{0, uint64(at(claim, int64(rate)))})
		}
		return sum.above(uint64(amount))
	})) - 1
	for k, claim := range claims {
		claims[k] = at(claim, rate)
	}
	return rate
}

// ranked returns the places of the claims in the order they are served: by
// score from the highest down, or by date; equals by id.
func (s *settler) ranked(policy Shortage, n int, who []int32) []place {
	places := make([]place, n)
	for k := range places {
		i := k
		if who != nil {
			i = int(who[k])
		}
		if policy == FirstCome {
			places[k] = place{int64(s.requests[i].Date.DaysSince(rule.Date{})), int32(k)}
			continue
		}
		score, _ := scaledScore(*s.requests[i].Score)
		places[k] = place{-score, int32(k)}
	}
	byRank(places)
	return places
}

// inTurn pays whole claims one after the other, and what is left to the first
// that does not fit.
func inTurn(amount, step int64, claims []int64, places []place) {
	for _, p := range places {
		if claims[p.k] > amount {
			claims[p.k] = amount / step * step
		}
		amount -= claims[p.k]
	}
}

// cutOff pays whole claims down to the lowest score at which all that score it
// still fit, and returns that score in millionths; -1 where nobody fits.
func cutOff(amount int64, claims []int64, places []place) (line int64) {
	line = -1
	for len(places) > 0 {
		n := slices.IndexFunc(places, func(p place) bool { return p.rank != places[0].rank })
		if n < 0 {
			n = len(places)
		}
		var sum uint128
		for _, p := range places[:n] {
			sum = sum.add(uint128{0, uint64(claims[p.k])})
		}
		if sum.above(uint64(amount)) {
			break
		}
		amount -= int64(sum.lo)
		line = -places[0].rank
		places = places[n:]
	}
	for _, p := range places {
		claims[p.k] = 0
	}
	return line
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
