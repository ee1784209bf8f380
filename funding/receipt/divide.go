package receipt

import (
	"cmp"
	"math/big"
	"slices"
	"sort"
	"strconv"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// bound is a limit or a budget: the requests of each group, and what may still
// be paid to them.
type bound struct {
	policy funding.Shortage
	budget bool
	groups [][]int // of requests, in their order
	left   []int64 // of each group; below zero for no limit
}

// bound finds the bounds of a source, in the order they apply.
func (r *round) bound(j int) {
	c := &r.columns[j]
	for _, l := range c.source.Limits {
		b := bound{policy: l.Short}
		place := map[string]int{}
		for k := range r.requests {
			key := groupOf(l.Per, &r.requests[k])
			g, ok := place[key]
			if !ok {
				g = len(b.groups)
				place[key] = g
				b.groups, b.left = append(b.groups, nil), append(b.left, l.Most.Fen())
			}
			b.groups[g] = append(b.groups[g], k)
		}
		c.bounds = append(c.bounds, b)
	}
	envelopes := c.source.Envelopes
	if c.source.Budget == nil && len(envelopes) == 0 {
		return
	}
	b := bound{policy: c.source.Short, budget: true, groups: make([][]int, len(envelopes)+1), left: make([]int64, len(envelopes)+1)}
	f := &facts{round: r, turn: c.turn}
	for k := range r.requests {
		f.k = k
		g := slices.IndexFunc(envelopes, func(e funding.Envelope) bool {
			holds := e.If.IsZero()
			if !holds {
				holds, _ = e.If.Holds(f)
			}
			return holds && (e.Territory.IsZero() || e.Territory.Contains(r.requests[k].Territory))
		})
		if g < 0 {
			g = len(envelopes)
		}
		b.groups[g] = append(b.groups[g], k)
	}
	others := int64(-1)
	if c.source.Budget != nil {
		others = c.source.Budget.Fen() + c.in
		for _, e := range envelopes {
			others -= e.Amount.Fen()
		}
	}
	for g, e := range envelopes {
		b.left[g] = e.Amount.Fen()
	}
	b.left[len(envelopes)] = others
	c.bounds = append(c.bounds, b)
}

// groupOf is what a limit counts a request by.
func groupOf(per funding.Per, request *funding.Request) string {
	at := func(level org.Level) string {
		if up, ok := request.Territory.At(level); ok {
			return up.String()
		}
		return request.Territory.String()
	}
	year := strconv.Itoa(request.Date.Year())
	switch per {
	case funding.PerOrganization:
		return request.Organization
	case funding.PerOrganizationYear:
		return request.Organization + "\x00" + year
	case funding.PerTown:
		return at(org.Town)
	case funding.PerVillage:
		return at(org.Village)
	case funding.PerYear:
	}
	return year
}

// pay turns claims into awards on top of what was paid before, and notes the
// cuts of those who take part.
func (r *round) pay(j int, claims []int64, in []bool, noting bool) {
	c := &r.columns[j]
	c.claimed.Add(&c.claimed, all(claims))
	for x := range c.bounds {
		b := &c.bounds[x]
		before := slices.Clone(claims)
		for g, group := range b.groups {
			if b.left[g] < 0 {
				continue
			}
			if sum(claims, group).Cmp(big.NewInt(b.left[g])) > 0 {
				c.short = c.short || b.budget
				r.divide(c, b.policy, b.left[g], claims, group)
				for _, k := range group {
					if in[k] && noting {
						c.note(k, cuts(b.policy), claims[k])
					}
				}
			}
			b.left[g] -= sum(claims, group).Int64()
		}
		if b.budget && c.source.Pool {
			r.pool(c, b, before, claims, noting)
		}
	}
	for k, award := range claims {
		c.awards[k] += award
		c.paid += award
	}
}

// pool divides what is left of the envelopes among the claims that were cut.
func (r *round) pool(c *column, b *bound, before, claims []int64, noting bool) {
	offered := int64(0)
	for _, left := range b.left {
		offered += max(0, left)
	}
	unmet := make([]int64, len(claims))
	everybody := make([]int, len(claims))
	for k := range claims {
		unmet[k], everybody[k] = before[k]-claims[k], k
	}
	if all(unmet).Cmp(big.NewInt(offered)) > 0 && offered > 0 {
		r.divide(c, b.policy, offered, unmet, everybody)
	}
	if offered == 0 {
		return
	}
	paid := int64(0)
	for k, more := range unmet {
		claims[k] += more
		paid += more
		if more > 0 && noting {
			c.note(k, funding.FromPool, claims[k])
		}
	}
	for g := range b.left {
		taken := min(max(0, b.left[g]), paid)
		b.left[g] -= taken
		paid -= taken
	}
}

// all adds up claims.
func all(claims []int64) *big.Int {
	total, one := new(big.Int), new(big.Int)
	for _, claim := range claims {
		total.Add(total, one.SetInt64(claim))
	}
	return total
}

// sum adds up the claims of a group.
func sum(claims []int64, group []int) *big.Int {
	total, one := new(big.Int), new(big.Int)
	for _, k := range group {
		total.Add(total, one.SetInt64(claims[k]))
	}
	return total
}

// cuts is the reason that a policy cut a claim.
func cuts(policy funding.Shortage) rule.Code {
	return [...]rule.Code{
		funding.ProRata: funding.CutProRata, funding.Priority: funding.CutByPriority, funding.EqualCut: funding.CutEqually,
		funding.ByEqualAwards: funding.CutToEqual, funding.ByEqualLosses: funding.CutByEqual, funding.CutOff: funding.CutOffLine,
		funding.FirstCome: funding.CutFirstCome,
	}[policy]
}

// divide brings the claims of a group that exceed an amount down to it, by the
// definition of the policy.
func (r *round) divide(c *column, policy funding.Shortage, amount int64, claims []int64, group []int) {
	steps := func(fen int64) int64 { return fen / c.step }
	switch policy {
	case funding.Priority, funding.CutOff, funding.FirstCome:
		r.inOrder(c, policy, amount, claims, group)
		return
	case funding.EqualCut:
		atRate := func(k, rate int) int64 {
			x := &r.calc
			x.num.Mul(x.num.SetInt64(claims[k]), x.y.SetInt64(int64(rate)))
			x.den.SetInt64(10_000)
			return x.rounded(rule.Down, c.step)
		}
		fits := func(rate int) bool {
			left := amount
			for _, k := range group {
				if left -= atRate(k, rate); left < 0 {
					return false
				}
			}
			return true
		}
		rate := sort.Search(10_001, func(rate int) bool { return !fits(rate) }) - 1
		for _, k := range group {
			claims[k] = atRate(k, rate)
		}
		return
	}
	for _, k := range group {
		claims[k] = steps(claims[k])
	}
	amount = steps(amount)
	if sum(claims, group).Cmp(big.NewInt(amount)) > 0 {
		switch policy {
		case funding.ByEqualAwards:
			equalAwards(amount, claims, group)
		case funding.ByEqualLosses:
			equalLosses(amount, claims, group)
		default:
			proRata(amount, claims, group)
		}
	}
	for _, k := range group {
		claims[k] *= c.step
	}
}

// inOrder serves whole claims one after the other: by date, or from the highest
// score; of a cut-off, all of one score or none.
func (r *round) inOrder(c *column, policy funding.Shortage, amount int64, claims []int64, group []int) {
	rank := func(k int) int64 {
		if policy == funding.FirstCome {
			return int64(r.requests[k].Date.DaysSince(rule.Date{}))
		}
		return -r.requests[k].Score.Shift(6).IntPart()
	}
	type ranked struct {
		rank int64
		k    int
	}
	queue := make([]ranked, len(group))
	for i, k := range group {
		queue[i] = ranked{rank(k), k}
	}
	slices.SortFunc(queue, func(a, b ranked) int {
		if a.rank != b.rank {
			return cmp.Compare(a.rank, b.rank)
		}
		return cmp.Compare(a.k, b.k)
	})
	open := true
	for i := 0; i < len(queue); {
		next := i + 1
		for policy == funding.CutOff && next < len(queue) && queue[next].rank == queue[i].rank {
			next++
		}
		same := queue[i:next]
		i = next
		left := amount
		for _, q := range same {
			if left -= claims[q.k]; left < 0 {
				break
			}
		}
		switch {
		case policy == funding.CutOff && (!open || left < 0):
			open = false
			for _, q := range same {
				claims[q.k] = 0
			}
		case left < 0:
			claims[same[0].k] = amount / c.step * c.step
			amount -= claims[same[0].k]
		default:
			amount = left
		}
	}
}

// proRata gives each claim its share cut to the whole, and what is left one
// each to the largest remainders, of equal ones to the first.
func proRata(amount int64, claims []int64, group []int) {
	type remainder struct {
		high, low uint64 // of the number
		i         int
	}
	rests := make([]remainder, len(group))
	total, factor := sum(claims, group), big.NewInt(amount)
	left := amount
	var product, part, rest, high big.Int
	for i, k := range group {
		product.Mul(product.SetInt64(claims[k]), factor)
		part.QuoRem(&product, total, &rest)
		claims[k] = part.Int64()
		left -= claims[k]
		rests[i] = remainder{high.Rsh(&rest, 64).Uint64(), rest.Uint64(), i}
	}
	slices.SortFunc(rests, func(a, b remainder) int {
		switch {
		case a.high != b.high:
			return cmp.Compare(b.high, a.high)
		case a.low != b.low:
			return cmp.Compare(b.low, a.low)
		}
		return cmp.Compare(a.i, b.i)
	})
	for _, r := range rests[:left] {
		claims[group[r.i]]++
	}
}

// equalAwards finds the highest level that the amount covers if nobody gets
// more than the level or the claim; what is left goes to the first above it.
func equalAwards(amount int64, claims []int64, group []int) {
	level := first(func(level int64) bool {
		left := amount
		for _, k := range group {
			if left -= min(claims[k], level); left < 0 {
				return true
			}
		}
		return false
	}) - 1
	for _, k := range group {
		amount -= min(claims[k], level)
	}
	for _, k := range group {
		if claims[k] > level {
			claims[k] = level
			if amount > 0 {
				claims[k]++
				amount--
			}
		}
	}
}

// equalLosses finds the smallest loss for everybody that the amount covers;
// what is left goes to the first who would get something at a loss less by one.
func equalLosses(amount int64, claims []int64, group []int) {
	loss := first(func(loss int64) bool {
		left := amount
		for _, k := range group {
			if left -= max(0, claims[k]-loss); left < 0 {
				return false
			}
		}
		return true
	})
	for _, k := range group {
		amount -= max(0, claims[k]-loss)
	}
	for _, k := range group {
		got := claims[k] >= loss
		claims[k] = max(0, claims[k]-loss)
		if got && amount > 0 {
			claims[k]++
			amount--
		}
	}
}

// first returns the smallest amount for which ok, false up to it, is true.
func first(ok func(int64) bool) int64 {
	low, high := int64(0), int64(most)
	for low < high {
		if middle := low + (high-low)/2; ok(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}
