package platform

import (
	"cmp"
	"slices"

	"github.com/sancheng-go/sancheng/org/assign"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Match is what one round of an offer gives one round of a need.
type Match struct {
	Offer      string `json:"offer"`
	OfferRound int    `json:"offer_round,omitzero"`
	Need       string `json:"need"`
	NeedRound  int    `json:"need_round,omitzero"`
	Amount     int64  `json:"amount"`
	Worth      int64  `json:"worth"` // of each unit, in points
}

// Outcome is what an assignment gives a round of a need or takes from one of an
// offer.
type Outcome struct {
	ID    string `json:"id"`
	Round int    `json:"round,omitzero"`
	Most  int64  `json:"most"`  // still wanted, or still there
	Got   int64  `json:"got"`   // met, or used
	Fits  int    `json:"fits"`  // rounds of the other side that fit
	Price int64  `json:"price"` // 对偶价格, points that one unit more would be worth
}

// Result is the best assignment of a platform's offers to its needs.
type Result struct {
	Objective Objective `json:"objective"`
	On        rule.Date `json:"on,omitzero"`
	Matches   []Match   `json:"matches"` // by offer, then need
	Needs     []Outcome `json:"needs"`   // those not over and not met before, by id and round
	Offers    []Outcome `json:"offers"`  // those not over and not used up before
	Met       int       `json:"met"`     // needs met in full
	Amount    int64     `json:"amount"`  // units of all matches
	Value     int64     `json:"value"`   // points of all matches
	PerUnit   int64     `json:"per_unit,omitzero"`

	platform *Platform
	pairs    []assign.Pair // by need, then offer
	amounts  []int64
	wants    map[int]int // round of a need to its place in Needs
	gives    map[int]int
}

// Match returns the best assignment from a day on; for a day not stated, of all
// rounds. Supplies so far are counted on both sides and are no part of it.
//
// Of several best assignments it is the one that gives most to the first pair,
// then to the second and so on, with the pairs in order of offer and need by id
// and round.
//
// The prices prove that none is better. An offer or need that is not used up
// has none. For each pair that fits, the prices of both ends are together at
// least its worth and PerUnit if it carries less than it could, and at most
// that if it carries anything. PerUnit is what a unit counts beyond its worth
// under [MostMet], and zero else.
//
// Quantities so large that a sum could overflow are a problem with the code of
// [assign.Assignment], as is an objective not stated ([rule.Required]).
func (p *Platform) Match(objective Objective, on rule.Date) (*Result, error) {
	if !objective.Valid() {
		return nil, problems.Problem("objective", rule.Required)
	}
	r := &Result{Objective: objective, On: on, Matches: []Match{}, Needs: []Outcome{}, Offers: []Outcome{}, platform: p}
	l := look{p: p, from: on}
	r.pairs = make([]assign.Pair, 0, 4*len(p.wants))
	for need := range p.wants {
		if w := p.wants[need]; w.left > 0 && open(w.window, on) {
			r.pairs = l.pairs(r.pairs, need)
		}
	}
	a := assign.Assignment{Left: limits(p.gives, on), Right: limits(p.wants, on), Pairs: r.pairs}
	solve := a.GreatestValue
	if objective == MostMet {
		solve = a.GreatestCount
	}
	best, err := solve()
	if err != nil {
		return nil, err
	}
	r.amounts, r.Amount, r.Value, r.PerUnit = best.Amounts, best.Count, best.Value, best.PerMatch
	r.read(best)
	return r, nil
}

func limits(rounds []round, on rule.Date) []assign.Bounds {
	out := make([]assign.Bounds, len(rounds))
	for i, r := range rounds {
		if open(r.window, on) {
			out[i].Most = r.left
		}
	}
	return out
}

// read takes the answer apart.
func (r *Result) read(best assign.Matching) {
	p := r.platform
	r.wants, r.gives = make(map[int]int, len(p.wants)), make(map[int]int, len(p.gives))
	for i, w := range p.wants {
		if w.left > 0 && open(w.window, r.On) {
			r.wants[i] = len(r.Needs)
			r.Needs = append(r.Needs, Outcome{ID: p.needs[w.of].ID, Round: w.number, Most: w.left, Price: best.RightPrices[i]})
		}
	}
	for i, g := range p.gives {
		if g.left > 0 && open(g.window, r.On) {
			r.gives[i] = len(r.Offers)
			r.Offers = append(r.Offers, Outcome{ID: p.offers[g.of].ID, Round: g.number, Most: g.left, Price: best.LeftPrices[i]})
		}
	}
	var used []int
	for i, pair := range r.pairs {
		need, offer := &r.Needs[r.wants[pair.Right]], &r.Offers[r.gives[pair.Left]]
		need.Fits++
		offer.Fits++
		need.Got += r.amounts[i]
		offer.Got += r.amounts[i]
		if r.amounts[i] > 0 {
			used = append(used, i)
		}
	}
	slices.SortFunc(used, func(a, b int) int {
		return cmp.Or(cmp.Compare(r.pairs[a].Left, r.pairs[b].Left), cmp.Compare(r.pairs[a].Right, r.pairs[b].Right))
	})
	r.Matches = slices.Grow(r.Matches, len(used))
	for _, i := range used {
		offer, need := r.Offers[r.gives[r.pairs[i].Left]], r.Needs[r.wants[r.pairs[i].Right]]
		r.Matches = append(r.Matches, Match{offer.ID, offer.Round, need.ID, need.Round, r.amounts[i], r.pairs[i].Value})
	}
	for _, n := range r.Needs {
		if n.Got == n.Most {
			r.Met++
		}
	}
}
