package assign

// Cost scaling (Goldberg and Tarjan): a flow is ε-optimal for prices if no arc
// with room has a reduced cost below −ε. Each round divides ε by divisor; once
// ε is below 1/n, the flow is optimal. Costs are multiplied so that ε stays
// whole.
const (
	divisor   = 8
	pathLimit = 4 // arcs an amount travels before the next one is looked at
	patience  = 3 // relabellings for each node between two updates of all prices
)

type scaling struct {
	*graph
	price  []int64
	eps    int64
	next   []int32 // current arc of each node
	active []int32 // queue of nodes with excess, from head
	head   int
	path   []int32
	onPath []bool // of arcs
	relabs int

	rank    []int32 // for the global update
	buckets []int32
	after   []int32
	before  []int32
}

// scale makes the flow cheapest, or nearly so where the costs leave no room to
// multiply them by more than the number of nodes, and returns the prices in
// whole units of cost. finish does the rest.
func (g *graph) scale(multiplier int64) []int64 {
	n := g.size()
	largest := g.largestCost()
	s := scaling{
		graph: g, price: make([]int64, n), eps: largest * multiplier,
		next: make([]int32, n), onPath: make([]bool, len(g.arcs)),
		rank: make([]int32, n), after: make([]int32, n), before: make([]int32, n),
	}
	for i := range g.arcs {
		g.arcs[i].cost *= multiplier
	}
	shift, done := int64(0), false
	for s.eps > 1 && !done {
		s.eps = max(1, s.eps/divisor)
		s.refine()
		shift, done = gap(s.price, multiplier, s.eps)
	}
	for i := range g.arcs {
		g.arcs[i].cost /= multiplier
	}
	for v, p := range s.price {
		s.price[v] = (p + shift - mod(p+shift, multiplier)) / multiplier
	}
	return s.price
}

func (g *graph) largestCost() int64 {
	var largest int64
	for i := range g.arcs {
		largest = max(largest, g.arcs[i].cost)
	}
	return largest
}

// multiplier is the number of nodes plus one, or as much of it as keeps prices
// below 2^62: they move by at most 9/7·n·C·multiplier.
func (g *graph) multiplier() int64 {
	n := int64(g.size())
	return max(1, min(n+1, maxSum/(n+2)/max(1, g.largestCost())))
}

// gap finds the shift with which prices p can be brought back to whole units
// of cost. With a multiplier m, an arc with room has m·c + p(u) − p(v) ≥ −ε. If
// the prices are shifted so that no remainder modulo m is above m − 1 − ε, their
// whole parts q satisfy c + q(u) − q(v) > −1: no arc with room is below zero, and
// the flow is optimal although ε is not yet below 1/n. There is such a shift if
// the remainders leave out one of the m/ε stretches of length ε; with ε = 1 and
// more stretches than nodes they must.
func gap(price []int64, m, eps int64) (shift int64, ok bool) {
	used := make([]bool, m/eps)
	for _, p := range price {
		if k := mod(p, m) / eps; k < m/eps {
			used[k] = true
		}
	}
	for k, is := range used {
		if !is {
			return m - int64(k+1)*eps, true
		}
	}
	return 0, false
}

func mod(p, m int64) int64 { return (p%m + m) % m }

// refine makes the flow ε-optimal: it fills all arcs of negative reduced cost
// and then brings the excess this makes to the nodes that lack.
func (s *scaling) refine() {
	n := int32(s.size())
	for u := range n {
		for a := s.first[u]; a < s.first[u+1]; a++ {
			arc := &s.arcs[a]
			if room := arc.room; room > 0 && arc.cost+s.price[u] < s.price[arc.to] {
				s.excess[u] -= room
				s.excess[arc.to] += room
				s.push(a, room)
			}
		}
	}
	s.active, s.head = s.active[:0], 0
	for v := range n {
		if s.excess[v] > 0 {
			s.active = append(s.active, v)
		}
	}
	s.update()
	s.relabs = 0
	for s.head < len(s.active) {
		start := s.active[s.head]
		if s.excess[start] <= 0 {
			s.head++
			continue
		}
		s.find(start)
		s.advance(start)
		if s.relabs > patience*int(n) {
			s.relabs = 0
			s.update()
		}
		if s.head > 1024 && s.head > len(s.active)/2 {
			s.active = s.active[:copy(s.active, s.active[s.head:])]
			s.head = 0
		}
	}
}

// find looks for a path of admissible arcs from start, to a node that lacks or
// of a few arcs, and lowers the prices of nodes from which there is none.
func (s *scaling) find(start int32) {
	s.path = s.path[:0]
	tip := start
	for len(s.path) < pathLimit && s.excess[tip] >= 0 {
		price := s.price[tip]
		least := int64(1<<63 - 1)
		a, end := s.next[tip], s.first[tip+1]
		for ; a < end; a++ {
			if arc := &s.arcs[a]; arc.room > 0 {
				reduced := arc.cost + price - s.price[arc.to]
				if reduced < 0 {
					break
				}
				least = min(least, reduced)
			}
		}
		if a < end {
			s.next[tip] = a
			s.path = append(s.path, a)
			if s.onPath[a] {
				return // a cycle
			}
			s.onPath[a] = true
			tip = s.arcs[a].to
			continue
		}
		if tip != start {
			back := &s.arcs[s.arcs[s.path[len(s.path)-1]].back]
			least = min(least, back.cost+price-s.price[back.to])
		}
		for a := s.first[tip]; a < s.next[tip]; a++ {
			if arc := &s.arcs[a]; arc.room > 0 {
				least = min(least, arc.cost+price-s.price[arc.to])
			}
		}
		s.price[tip] -= least + s.eps
		s.next[tip] = s.first[tip]
		s.relabs++
		if tip != start {
			last := s.path[len(s.path)-1]
			s.path = s.path[:len(s.path)-1]
			s.onPath[last] = false
			tip = s.tail(last)
		}
	}
}

// advance pushes the excess of start along the path.
func (s *scaling) advance(start int32) {
	u := start
	for _, a := range s.path {
		arc := &s.arcs[a]
		s.onPath[a] = false
		v := arc.to
		amount := min(arc.room, s.excess[u])
		s.push(a, amount)
		s.excess[u] -= amount
		s.excess[v] += amount
		if s.excess[v] > 0 && s.excess[v] <= amount {
			s.active = append(s.active, v)
		}
		u = v
	}
}

// update lowers the price of each node by ε for each step of its distance to
// the nearest node that lacks, where an arc is as long as its reduced cost in
// steps of ε, rounded up to more. That keeps the flow ε-optimal and makes an
// admissible path from every excess.
func (s *scaling) update() {
	n := int32(s.size())
	top := n + 1 // nodes that are never reached
	if cap(s.buckets) < int(top) {
		s.buckets = make([]int32, top)
	}
	s.buckets = s.buckets[:top]
	for i := range s.buckets {
		s.buckets[i] = -1
	}
	pending := 0
	for v := range n {
		s.rank[v] = top
		switch {
		case s.excess[v] > 0:
			pending++
		case s.excess[v] < 0:
			s.enter(v, 0)
		}
	}
	limit := top
	for r := int32(0); r < top && pending > 0; r++ {
		limit = r
		for s.buckets[r] >= 0 {
			v := s.buckets[r]
			s.buckets[r] = s.after[v]
			if s.after[v] >= 0 {
				s.before[s.after[v]] = -1
			}
			for a := s.first[v]; a < s.first[v+1]; a++ {
				w := s.arcs[a].to
				in := &s.arcs[s.arcs[a].back]
				if in.room == 0 || s.rank[w] <= r {
					continue
				}
				steps := (in.cost+s.price[w]-s.price[v])/s.eps + 1
				if in.cost+s.price[w] < s.price[v] {
					steps = 0
				}
				if steps >= int64(s.rank[w]-r) {
					continue
				}
				if s.rank[w] < top {
					s.leave(w)
				}
				s.enter(w, r+int32(steps))
			}
			if s.excess[v] > 0 {
				pending--
				if pending == 0 {
					break
				}
			}
		}
	}
	for v := range n {
		if steps := min(s.rank[v], limit); steps > 0 {
			s.price[v] -= int64(steps) * s.eps
		}
		s.next[v] = s.first[v]
	}
}

func (s *scaling) enter(v, rank int32) {
	s.rank[v] = rank
	s.after[v], s.before[v] = s.buckets[rank], -1
	if s.buckets[rank] >= 0 {
		s.before[s.buckets[rank]] = v
	}
	s.buckets[rank] = v
}

func (s *scaling) leave(v int32) {
	if s.before[v] >= 0 {
		s.after[s.before[v]] = s.after[v]
	} else {
		s.buckets[s.rank[v]] = s.after[v]
	}
	if s.after[v] >= 0 {
		s.before[s.after[v]] = s.before[v]
	}
}
