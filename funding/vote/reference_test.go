package vote_test

import (
	"math/big"
	"slices"
	"strings"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/vote"
)

// The reference: equal shares by the definition and nothing else, in fractions,
// every project looked at in every round.

type backer struct {
	points *big.Rat
	left   *big.Rat
}

type reference struct {
	by       vote.Satisfaction
	cost     map[string]*big.Rat
	backers  map[string][]*big.Rat // points by voter, nil for none
	accounts []*big.Rat
}

func fen(m funding.Money) *big.Rat { return new(big.Rat).SetInt64(m.Fen()) }

func newReference(by vote.Satisfaction, e vote.Election) *reference {
	r := &reference{by: by, cost: map[string]*big.Rat{}, backers: map[string][]*big.Rat{}}
	for _, p := range e.Projects {
		r.cost[p.ID] = fen(p.Cost)
		r.backers[p.ID] = make([]*big.Rat, len(e.Ballots))
	}
	for i, b := range e.Ballots {
		for _, g := range b.Points {
			if g.Points.Sign() > 0 {
				r.backers[g.Project][i] = g.Points.Rat()
			}
		}
	}
	return r
}

// price is the smallest price per point at which the supporters pay the cost,
// found by trying every set of the poorest as those who give all they have.
func (r *reference) price(id string) *big.Rat {
	var all []backer
	for i, points := range r.backers[id] {
		if points != nil {
			all = append(all, backer{points, r.accounts[i]})
		}
	}
	slices.SortFunc(all, func(a, b backer) int {
		return new(big.Rat).Mul(a.left, b.points).Cmp(new(big.Rat).Mul(b.left, a.points))
	})
	owed := new(big.Rat).Set(r.cost[id])
	for i := range all {
		weight := new(big.Rat)
		for _, b := range all[i:] {
			weight.Add(weight, b.points)
		}
		price := new(big.Rat).Quo(owed, weight)
		if new(big.Rat).Mul(price, all[i].points).Cmp(all[i].left) <= 0 {
			return price
		}
		owed.Sub(owed, all[i].left)
	}
	return nil
}

// run returns the ids bought, in their order.
func (r *reference) run(share *big.Rat) []string {
	r.accounts = nil
	open, won := []string{}, []string{}
	for id, backers := range r.backers {
		r.accounts = make([]*big.Rat, len(backers))
		if slices.ContainsFunc(backers, func(points *big.Rat) bool { return points != nil }) {
			open = append(open, id)
		}
	}
	for i := range r.accounts {
		r.accounts[i] = new(big.Rat).Set(share)
	}
	slices.Sort(open)
	for {
		best, bestKey, bestPrice := "", (*big.Rat)(nil), (*big.Rat)(nil)
		for _, id := range open {
			price := r.price(id)
			if price == nil {
				continue
			}
			key := price
			if r.by == vote.Cost {
				if key = new(big.Rat); r.cost[id].Sign() > 0 {
					key.Quo(price, r.cost[id])
				}
			}
			if bestKey == nil || key.Cmp(bestKey) < 0 {
				best, bestKey, bestPrice = id, key, price
			}
		}
		if bestKey == nil {
			return won
		}
		won = append(won, best)
		open = slices.DeleteFunc(open, func(id string) bool { return id == best })
		for i, points := range r.backers[best] {
			if points == nil {
				continue
			}
			pays := new(big.Rat).Mul(bestPrice, points)
			if pays.Cmp(r.accounts[i]) > 0 {
				pays = r.accounts[i]
			}
			r.accounts[i] = new(big.Rat).Sub(r.accounts[i], pays)
		}
	}
}

func (r *reference) spends(won []string) *big.Rat {
	sum := new(big.Rat)
	for _, id := range won {
		sum.Add(sum, r.cost[id])
	}
	return sum
}

// addOne raises the shares one step after the other, as the definition says.
func (r *reference) addOne(budget *big.Rat, voters int, step *big.Rat) (won []string, steps int64) {
	share := new(big.Rat).Quo(budget, big.NewRat(int64(voters), 1))
	won = r.run(share)
	for {
		left := new(big.Rat).Sub(budget, r.spends(won))
		exhausted := true
		for id, backers := range r.backers {
			supported := slices.ContainsFunc(backers, func(points *big.Rat) bool { return points != nil })
			exhausted = exhausted && (!supported || slices.Contains(won, id) || r.cost[id].Cmp(left) > 0)
		}
		if exhausted {
			return won, steps
		}
		share = new(big.Rat).Add(share, step)
		next := r.run(share)
		if r.spends(next).Cmp(budget) > 0 {
			return won, steps
		}
		won = next
		steps++
	}
}

// greedy orders by satisfaction per cost and takes what fits.
func greedy(by vote.Satisfaction, e vote.Election) []string {
	type scored struct {
		vote.Project
		density *big.Rat
		free    bool
	}
	var list []scored
	for _, p := range e.Projects {
		s := scored{p, new(big.Rat), false}
		for _, b := range e.Ballots {
			for _, g := range b.Points {
				if g.Project == p.ID {
					s.density.Add(s.density, g.Points.Rat())
				}
			}
		}
		switch {
		case s.density.Sign() <= 0:
			s.density = new(big.Rat)
		case p.Cost.Sign() == 0:
			s.free = true
		case by == vote.Cardinality:
			s.density.Quo(s.density, fen(p.Cost))
		}
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b scored) int {
		if a.free != b.free {
			if a.free {
				return -1
			}
			return 1
		}
		if order := b.density.Cmp(a.density); order != 0 && !a.free {
			return order
		}
		return strings.Compare(a.ID, b.ID)
	})
	left, won := e.Budget.Fen(), []string{}
	for _, s := range list {
		if s.Cost.Fen() <= left {
			left -= s.Cost.Fen()
			won = append(won, s.ID)
		}
	}
	return won
}
