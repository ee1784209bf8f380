package vote

import (
	"math/big"
)

// count is one run of equal shares: what every group has left, and which
// projects are still open. Amounts are spans in units of 2^-shift fen; where
// two spans overlap and the difference matters, exact.go decides.
type count struct {
	t      *table
	share  *big.Int // numerator of the share, in fen; the voters are its denominator
	shift  int
	cost   []span
	left   []span  // of each voter of a group
	spent  []int32 // of each group: the round, from one, in which it gave its last money
	turn   []int32 // of each project: the round, from one, it was bought in
	offers []offer
	open   []int32
	rounds []round
	last   []int32 // groups by the round they spent their last money in
	exact  exact
	pay    []span
}

// offer is what is known of a project's price: the groups of support[:used]
// have nothing left, those of support[used:poor] give all they have left, the
// rest pay the price. While it is not fresh, it is a lower bound.
type offer struct {
	used, poor int
	rest       span   // what support[used:poor] give
	weight     uint64 // the points of support[poor:], which pay (cost − rest) ÷ weight each
	key        span   // the price per satisfaction is key ÷ weight
	fresh      bool
}

// round is a project bought.
type round struct {
	project    int32
	key        span
	weight     uint64
	full, poor uint64 // voters who pay the price, and who give all they have left
	last       int    // end of its groups in count.last
}

func newCount(t *table) *count {
	return &count{
		t: t, cost: make([]span, len(t.order)), left: make([]span, len(t.size)), spent: make([]int32, len(t.size)),
		turn: make([]int32, len(t.order)), offers: make([]offer, len(t.order)),
	}
}

// start gives every voter a share, its numerator in fen over the voters.
func (c *count) start(share *big.Int) {
	t := c.t
	c.share = share
	most := share
	if cost := new(big.Int).SetUint64(t.maxCost); cost.Cmp(most) > 0 {
		most = cost
	}
	c.shift = 62 - most.BitLen()
	each := fixed(share, new(big.Int).SetUint64(t.voters), c.shift)
	for g := range c.left {
		c.left[g], c.spent[g] = each, 0
	}
	c.open, c.rounds, c.last = c.open[:0], c.rounds[:0], c.last[:0]
	unit := big.NewInt(1)
	for k := range c.offers {
		c.turn[k] = 0
		if t.total[k] == 0 || t.cost[k] == 0 {
			continue
		}
		c.cost[k] = fixed(new(big.Int).SetUint64(t.cost[k]), unit, c.shift)
		c.offers[k] = offer{weight: t.total[k]}
		c.offers[k].key = c.key(int32(k), span{})
		c.open = append(c.open, int32(k))
	}
	c.exact.start(share, t.voters)
}

// key returns the numerator of the price per satisfaction of a project to
// which rest is given by those who give all they have.
func (c *count) key(k int32, rest span) span {
	if c.t.by == Cost {
		return rest.unspent(c.cost[k])
	}
	return c.cost[k].minus(rest)
}

// run buys projects round by round until no open one can be paid for. Beside
// a guide, the rounds of a run with smaller shares, it stops and returns false
// unless it proves that every share in between leads to the same rounds.
//
// The proof: as long as the rounds are the same, larger shares leave every
// voter no less and make no project dearer. So if in each round the guide's
// project cost no more at the smaller shares than any other costs at the larger
// ones, it is bought at every share between.
func (c *count) run(guide []round) bool {
	for {
		var led *round
		if len(c.rounds) < len(guide) {
			led = &guide[len(c.rounds)]
		}
		best := c.cheapest(led)
		if guide != nil {
			if best < 0 || led == nil {
				return best < 0 && led == nil
			}
			if best != led.project || !c.allAfter(best, led) {
				return false
			}
		}
		if best < 0 {
			return true
		}
		c.buy(best)
	}
}

// cheapest returns the open project with the lowest price per satisfaction,
// the first among equals, and -1 if none can be paid for. It looks closely only
// at projects whose lower bound does not settle the matter.
func (c *count) cheapest(led *round) int32 {
	best := int32(-1)
	for {
		pick := int32(-1)
		for _, k := range c.open {
			o := &c.offers[k]
			if o.fresh || best >= 0 && c.after(k, best, c.offers[best].key, c.offers[best].weight) &&
				(led == nil || c.after(k, led.project, led.key, led.weight)) {
				continue
			}
			if pick < 0 || product(o.key.lo, c.offers[pick].weight, c.offers[pick].key.lo, o.weight) < 0 {
				pick = k
			}
		}
		if pick < 0 {
			return best
		}
		if !c.look(pick) {
			c.drop(pick)
			continue
		}
		if best < 0 || c.before(pick, best) {
			best = pick
		}
	}
}

// after tells whether project k is certain to come after a project with that
// key and weight.
func (c *count) after(k, other int32, key span, weight uint64) bool {
	if c.t.twin[k] == c.t.twin[other] {
		return other < k
	}
	order := product(c.offers[k].key.lo, weight, key.hi, c.offers[k].weight)
	return order > 0 || order == 0 && other < k
}

func (c *count) allAfter(best int32, led *round) bool {
	for _, k := range c.open {
		if k != best && !c.after(k, led.project, led.key, led.weight) {
			return false
		}
	}
	return true
}

// before tells which of two projects comes first; both offers are fresh.
func (c *count) before(a, b int32) bool {
	if c.t.twin[a] == c.t.twin[b] {
		return a < b
	}
	x, y := &c.offers[a], &c.offers[b]
	if order := product(x.key.hi, y.weight, y.key.lo, x.weight); order < 0 {
		return true
	}
	if order := product(x.key.lo, y.weight, y.key.hi, x.weight); order > 0 {
		return false
	}
	order := c.compare(a, b)
	return order < 0 || order == 0 && a < b
}

// look finds a project's price as it is now, and false if its supporters
// cannot pay for it. Who gave all he had before does so again: budgets only
// fall, and prices only rise.
func (c *count) look(k int32) bool {
	t, o, list := c.t, &c.offers[k], c.t.support[k]
	o.rest = span{}
	for j := o.used; j < o.poor; j++ {
		g := list[j].group
		if c.spent[g] > 0 {
			list[j], list[o.used] = list[o.used], list[j]
			o.used++
			continue
		}
		o.rest = o.rest.plus(c.left[g].times(t.size[g]))
	}
	for changed := true; changed; {
		changed = false
		owed, of := c.cost[k].minus(o.rest), o.weight
		for j := o.poor; j < len(list); j++ {
			s := list[j]
			left, weight := c.left[s.group], t.weights[k][s.class]
			if product(left.lo, of, owed.hi, weight) >= 0 || product(left.hi, of, owed.lo, weight) >= 0 && !c.cannot(k, j) {
				continue
			}
			list[j], list[o.poor] = list[o.poor], list[j]
			o.poor++
			o.rest = o.rest.plus(left.times(t.size[s.group]))
			o.weight -= t.size[s.group] * t.weights[k][s.class]
			if o.weight == 0 {
				return false
			}
			changed = true
		}
	}
	o.key = c.key(k, o.rest)
	o.fresh = true
	return true
}

// prices fills c.pay with what each weight of a project pays.
func (c *count) prices(k int32) {
	o := &c.offers[k]
	rest := c.cost[k].minus(o.rest)
	c.pay = c.pay[:0]
	for _, weight := range c.t.weights[k] {
		if weight > o.weight { // nobody who is left gives so many points
			weight = o.weight
		}
		c.pay = append(c.pay, rest.part(weight, o.weight))
	}
}

// drop takes a project out of the race.
func (c *count) drop(k int32) {
	for i, other := range c.open {
		if other == k {
			c.open = append(c.open[:i], c.open[i+1:]...)
			return
		}
	}
}

// buy makes a project's supporters pay for it.
func (c *count) buy(k int32) {
	t, o, list := c.t, &c.offers[k], c.t.support[k]
	c.prices(k)
	r := round{project: k, key: o.key, weight: o.weight}
	c.turn[k] = int32(len(c.rounds) + 1)
	for _, s := range list[o.used:o.poor] {
		if c.spent[s.group] > 0 {
			continue
		}
		c.left[s.group], c.spent[s.group] = span{}, c.turn[k]
		c.last = append(c.last, s.group)
		r.poor += t.size[s.group]
	}
	for _, s := range list[o.poor:] {
		c.left[s.group] = c.left[s.group].minus(c.pay[s.class])
		r.full += t.size[s.group]
	}
	r.last = len(c.last)
	c.rounds = append(c.rounds, r)
	c.drop(k)
	for _, other := range c.open {
		c.offers[other].fresh = false
	}
}

// bought lists the projects of the rounds.
func (c *count) bought() []int32 {
	list := make([]int32, len(c.rounds))
	for i, r := range c.rounds {
		list[i] = r.project
	}
	return list
}
