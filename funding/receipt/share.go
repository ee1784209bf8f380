package receipt

import (
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
)

// share settles sources that share each request's rest, in one round or, where
// the scheme asks for it, in rounds until nothing more is paid.
func (r *round) share(turn []int) {
	n, members := len(r.requests), len(turn)
	portions := r.columns[turn[0]].source.Rule.Method == funding.Portion
	out := make([]bool, n*members) // dropped out of a request: by request, then source
	split := r.splitter(turn, portions)
	for round := 1; round <= members; round++ {
		claims, in, asked := make([][]int64, members), make([][]bool, members), make([]int64, n*members)
		for m := range turn {
			claims[m], in[m] = make([]int64, n), make([]bool, n)
		}
		claimed := false
		f := &facts{round: r, turn: r.columns[turn[0]].turn}
		for k := range r.requests {
			f.k = k
			rest := r.rest[k]
			if round > 1 && rest <= 0 {
				continue
			}
			for m, j := range turn {
				c := &r.columns[j]
				if round > 1 && out[k*members+m] {
					continue
				}
				code := r.refusal(c, f)
				if code != "" {
					out[k*members+m] = true
					if round == 1 {
						c.note(k, code, 0)
					}
				}
				in[m][k] = code == ""
			}
			shares := split.shares(rest, out[k*members:(k+1)*members])
			for m, j := range turn {
				c := &r.columns[j]
				if !in[m][k] {
					continue
				}
				share, before := shares[m], c.awards[k]
				if round == 1 {
					code := funding.ShareOfRest
					if portions {
						code = funding.PortionOfRest
					}
					c.note(k, code, share)
				}
				claims[m][k] = max(0, r.within(c, f, before+share, rest+before, round == 1)-before)
				asked[k*members+m] = share
				claimed = claimed || claims[m][k] > 0
			}
		}
		if round > 1 && !claimed {
			return
		}
		for m, j := range turn {
			r.further(j, round, claims[m], in[m])
		}
		for k := range r.requests {
			for m := range turn {
				r.rest[k] = max(0, r.rest[k]-claims[m][k])
				out[k*members+m] = out[k*members+m] || claims[m][k] < asked[k*members+m]
			}
		}
		if !r.scheme.Backfill || portions {
			return
		}
	}
}

// further pays the claims of one round, in place, and notes what further rounds
// add.
func (r *round) further(j, round int, claims []int64, in []bool) {
	c := &r.columns[j]
	before := slices.Clone(c.awards)
	r.pay(j, claims, in, round == 1)
	for k := range claims {
		if round > 1 && in[k] {
			c.note(k, funding.FurtherRound, c.awards[k])
		}
		claims[k] = c.awards[k] - before[k]
	}
}

// splitter splits rests by the weights of a turn.
type splitter struct {
	weights  []*big.Int // in units of 10^-12; the last that of nobody, of portions
	portions bool
	total    big.Int
	parts    []int64
	rests    []big.Int
	product  big.Int
	part     big.Int
}

func (r *round) splitter(turn []int, portions bool) *splitter {
	s := &splitter{portions: portions}
	nobody := decimal.NewFromInt(1)
	for _, j := range turn {
		ratio := r.columns[j].source.Rule.Ratio
		s.weights = append(s.weights, ratio.Shift(12).BigInt())
		nobody = nobody.Sub(ratio)
	}
	if portions {
		s.weights = append(s.weights, nobody.Shift(12).BigInt())
	}
	s.parts, s.rests = make([]int64, len(s.weights)), make([]big.Int, len(s.weights))
	return s
}

// shares splits by largest remainder: what is cut off goes fen by fen to the
// largest remainders, of equal ones to the first. Those who are out get
// nothing: of a rest the others share it whole, of portions it stays.
func (s *splitter) shares(rest int64, out []bool) []int64 {
	s.total.SetInt64(0)
	for m, w := range s.weights {
		if s.portions || !out[m] {
			s.total.Add(&s.total, w)
		}
	}
	left := rest
	for m, w := range s.weights {
		s.parts[m] = 0
		s.rests[m].SetInt64(0)
		if s.total.Sign() == 0 || !s.portions && out[m] {
			continue
		}
		s.product.Mul(s.product.SetInt64(rest), w)
		s.part.QuoRem(&s.product, &s.total, &s.rests[m])
		s.parts[m] = s.part.Int64()
		left -= s.parts[m]
	}
	for ; left > 0 && s.total.Sign() > 0; left-- {
		best := 0
		for m := range s.rests {
			if s.rests[m].Cmp(&s.rests[best]) > 0 {
				best = m
			}
		}
		s.parts[best]++
		s.rests[best].SetInt64(-1)
	}
	for m := range out {
		if out[m] {
			s.parts[m] = 0
		}
	}
	return s.parts[:len(out)]
}
