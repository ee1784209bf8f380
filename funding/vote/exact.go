package vote

import "math/big"

// exact holds the fractions of a count: the share and the price per weight of
// each round, over one common denominator. They are worked out only when spans
// do not settle a comparison, and for the reasons.
type exact struct {
	den    *big.Int
	share  *big.Int
	prices []*big.Int
}

func (x *exact) start(share *big.Int, voters uint64) {
	x.den, x.share = new(big.Int).SetUint64(voters), new(big.Int).Set(share)
	x.prices = x.prices[:0]
}

// catchUp works out the prices of the rounds that have none yet.
func (c *count) catchUp() {
	x := &c.exact
	for q := len(x.prices); q < len(c.rounds); q++ {
		r, first := c.rounds[q], 0
		if q > 0 {
			first = c.rounds[q-1].last
		}
		price := c.owed(r.project, c.held(c.last[first:r.last], int32(q)))
		weight := new(big.Int).SetUint64(r.weight)
		common := new(big.Int).GCD(nil, nil, price, weight)
		price.Quo(price, common)
		if factor := weight.Quo(weight, common); !factor.IsUint64() || factor.Uint64() > 1 {
			x.den.Mul(x.den, factor)
			x.share.Mul(x.share, factor)
			for _, earlier := range x.prices {
				earlier.Mul(earlier, factor)
			}
		}
		x.prices = append(x.prices, price)
	}
}

// held returns the numerator of what groups had left together after the first
// rounds; none of them had spent its last money by then.
func (c *count) held(groups []int32, rounds int32) *big.Int {
	x := &c.exact
	heads := uint64(0)
	paid := make([]uint64, rounds)
	for _, g := range groups {
		heads += c.t.size[g]
		for _, choice := range c.t.choices[g] {
			if turn := c.turn[choice.project]; turn > 0 && turn <= rounds {
				paid[turn-1] += c.t.size[g] * choice.weight
			}
		}
	}
	sum, part := new(big.Int).SetUint64(heads), new(big.Int)
	sum.Mul(sum, x.share)
	for q, weight := range paid {
		if weight > 0 {
			sum.Sub(sum, part.Mul(part.SetUint64(weight), x.prices[q]))
		}
	}
	return sum
}

// owed returns the numerator of a project's cost less rest.
func (c *count) owed(k int32, rest *big.Int) *big.Int {
	cost := new(big.Int).SetUint64(c.t.cost[k])
	return cost.Sub(cost.Mul(cost, c.exact.den), rest)
}

// rest returns the numerator of what those give who give all they have left
// for an open project.
func (c *count) rest(k int32) *big.Int {
	o := &c.offers[k]
	groups := make([]int32, 0, o.poor-o.used)
	for _, s := range c.t.support[k][o.used:o.poor] {
		if c.spent[s.group] == 0 {
			groups = append(groups, s.group)
		}
	}
	return c.held(groups, int32(len(c.rounds)))
}

// cannot tells exactly whether the j-th supporter of a project cannot pay its
// price as far as it is known.
func (c *count) cannot(k int32, j int) bool {
	s := c.t.support[k][j]
	if c.spent[s.group] > 0 {
		return true
	}
	c.catchUp()
	o := &c.offers[k]
	owed := c.owed(k, c.rest(k))
	left := c.held([]int32{s.group}, int32(len(c.rounds)))
	left.Mul(left, new(big.Int).SetUint64(o.weight))
	size := new(big.Int).SetUint64(c.t.size[s.group])
	owed.Mul(owed, size.Mul(size, new(big.Int).SetUint64(c.t.weights[k][s.class])))
	return left.Cmp(owed) < 0
}

// compare orders two fresh offers by price per satisfaction, exactly.
func (c *count) compare(a, b int32) int {
	c.catchUp()
	x, y := c.owed(a, c.rest(a)), c.owed(b, c.rest(b))
	x.Mul(x, new(big.Int).SetUint64(c.offers[b].weight))
	y.Mul(y, new(big.Int).SetUint64(c.offers[a].weight))
	if c.t.by == Cost {
		x.Mul(x, new(big.Int).SetUint64(c.t.cost[b]))
		y.Mul(y, new(big.Int).SetUint64(c.t.cost[a]))
	}
	return x.Cmp(y)
}
