package vote

import (
	"math/big"
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Decide decides the vote. Errors are those of [Rules.Validate] under rules and
// of [Election.Validate].
func Decide(r Rules, e Election) (*Outcome, error) {
	var found rule.Problems
	found.Nest("rules", r.Validate())
	places, err := e.check()
	found.Nest("", err)
	if len(found) > 0 {
		return nil, found.Err()
	}
	t := newTable(r.Satisfaction, e, places)
	d := &decision{rules: r, election: e, t: t}
	switch r.Method {
	case Greedy:
		d.greedy()
	case EqualSharesAddOne:
		d.addOne()
	default:
		d.count = newCount(t)
		d.count.start(new(big.Int).SetUint64(t.budget))
		d.count.run(nil)
	}
	return d.outcome(), nil
}

// decision is a vote being decided.
type decision struct {
	rules    Rules
	election Election
	t        *table
	count    *count  // of equal shares: the run that stands
	steps    int64   // of add-one: how often the shares were raised
	beyond   uint64  // of add-one: what the next outcome would cost, zero if it was not looked for
	taken    []int32 // what is funded
	looked   []look  // of the greedy rule: every project in its order
}

// look is a project the greedy rule came to, and what was left by then.
type look struct {
	project int32
	left    uint64
	fits    bool
}

// share returns the numerator, in fen, of a voter's share after some steps:
// budget + steps × voters × step.
func (d *decision) share(steps int64) *big.Int {
	raised := big.NewInt(steps)
	raised.Mul(raised, big.NewInt(d.rules.Step.Fen()))
	raised.Mul(raised, new(big.Int).SetUint64(d.t.voters))
	return raised.Add(raised, new(big.Int).SetUint64(d.t.budget))
}

// addOne raises the shares step by step and keeps the last run that the budget
// pays for. Steps that are proven to change no round are jumped over; see
// [count.run].
func (d *decision) addOne() {
	c := newCount(d.t)
	c.start(d.share(0))
	c.run(nil)
	guide, shift := append([]round{}, c.rounds...), c.shift // never nil
	free := d.t.free()
	jump, wait, patience := int64(1), 0, 1
	for !d.t.exhausts(append(c.bought(), free...)) {
		if jump > 1 {
			c.start(d.share(d.steps + jump))
			if (d.t.by == Cost || c.shift == shift) && c.run(guide) {
				d.steps += jump
				guide, shift = append(guide[:0], c.rounds...), c.shift
				jump *= 2
				patience = 1
				continue
			}
			if jump /= 4; jump > 1 {
				continue
			}
			jump, wait = 1, patience
			patience = min(2*patience, 32)
		}
		c.start(d.share(d.steps + 1))
		c.run(nil)
		if cost := d.t.spends(c.bought()); cost > d.t.budget {
			d.beyond = cost
			break
		}
		d.steps++
		same := slices.EqualFunc(guide, c.rounds, func(a, b round) bool { return a.project == b.project })
		guide, shift = append(guide[:0], c.rounds...), c.shift
		if wait--; same && wait < 0 {
			jump = 2
		}
	}
	c.start(d.share(d.steps))
	c.run(nil)
	d.count = c
}

// greedy takes projects by total satisfaction per cost.
func (d *decision) greedy() {
	t := d.t
	order := make([]int32, len(t.order))
	for k := range order {
		order[k] = int32(k)
	}
	slices.SortStableFunc(order, t.denser)
	left := t.budget
	for _, k := range order {
		l := look{k, left, t.cost[k] <= left}
		d.looked = append(d.looked, l)
		if l.fits {
			d.taken = append(d.taken, k)
			left -= t.cost[k]
		}
	}
}

// denser orders projects by satisfaction per cost, the densest first. A score
// of zero or less is none; what costs nothing and has a score comes first.
func (t *table) denser(a, b int32) int {
	x, y := uint64(max(0, t.score[a])), uint64(max(0, t.score[b]))
	freeA, freeB := x > 0 && t.cost[a] == 0, y > 0 && t.cost[b] == 0
	switch {
	case freeA && freeB:
		return 0
	case freeA:
		return -1
	case freeB:
		return 1
	case t.by == Cost || x == 0 || y == 0:
		return product(y, 1, x, 1)
	}
	return product(y, t.cost[a], x, t.cost[b])
}
