package assign

// finish makes a flow cheapest from any prices: it fills each arc with room
// whose reduced cost is negative and brings the excess back over shortest
// paths (Dijkstra), moving the prices along so that no arc with room is below
// zero. After a complete scaling there is nothing to do.
func (g *graph) finish(price []int64) {
	var starts []int32
	for u := range int32(g.size()) {
		for a := g.first[u]; a < g.first[u+1]; a++ {
			if room := g.arcs[a].room; room > 0 && g.reduced(a, price) < 0 {
				g.excess[u] -= room
				g.excess[g.arcs[a].to] += room
				g.push(a, room)
				starts = append(starts, g.arcs[a].to)
			}
		}
	}
	if len(starts) == 0 {
		return
	}
	s := search{graph: g, price: price, far: make([]int64, g.size()), by: make([]int32, g.size()), seen: make([]bool, g.size())}
	for _, start := range starts {
		for g.excess[start] > 0 {
			s.augment(start)
		}
	}
}

// reduced is the cost of an arc at the prices of its ends.
func (g *graph) reduced(a int32, price []int64) int64 {
	return g.arcs[a].cost + price[g.tail(a)] - price[g.arcs[a].to]
}

type search struct {
	*graph
	price []int64
	far   []int64 // distance from the start, of nodes seen
	by    []int32 // the arc it was reached by
	seen  []bool
	done  []int32
	heap  []distance
}

type distance struct {
	far  int64
	node int32
}

func (d distance) less(e distance) bool {
	return d.far < e.far || d.far == e.far && d.node < e.node
}

// augment sends what it can from start to the nearest node that lacks. There
// is always one, since the flow was feasible before arcs were filled.
func (s *search) augment(start int32) {
	touched := []int32{start}
	s.far[start], s.seen[start] = 0, true
	s.heap, s.done = append(s.heap[:0], distance{0, start}), s.done[:0]
	end := int32(-1)
	for end < 0 {
		d := s.pop()
		v := d.node
		if d.far > s.far[v] {
			continue // reached by a shorter way since
		}
		if s.excess[v] < 0 {
			end = v
			break
		}
		s.done = append(s.done, v)
		for a := s.first[v]; a < s.first[v+1]; a++ {
			arc := &s.arcs[a]
			if arc.room == 0 {
				continue
			}
			far := d.far + arc.cost + s.price[v] - s.price[arc.to]
			if s.seen[arc.to] && s.far[arc.to] <= far {
				continue
			}
			if !s.seen[arc.to] {
				s.seen[arc.to] = true
				touched = append(touched, arc.to)
			}
			s.far[arc.to], s.by[arc.to] = far, a
			s.add(distance{far, arc.to})
		}
	}
	for _, v := range s.done {
		s.price[v] += s.far[v] - s.far[end]
	}
	amount := min(s.excess[start], -s.excess[end])
	for v := end; v != start; v = s.tail(s.by[v]) {
		amount = min(amount, s.arcs[s.by[v]].room)
	}
	for v := end; v != start; v = s.tail(s.by[v]) {
		s.push(s.by[v], amount)
	}
	s.excess[start] -= amount
	s.excess[end] += amount
	for _, v := range touched {
		s.seen[v] = false
	}
}

func (s *search) add(d distance) {
	s.heap = append(s.heap, d)
	i := len(s.heap) - 1
	for i > 0 && s.heap[i].less(s.heap[(i-1)/2]) {
		s.heap[i], s.heap[(i-1)/2] = s.heap[(i-1)/2], s.heap[i]
		i = (i - 1) / 2
	}
}

func (s *search) pop() distance {
	top, last := s.heap[0], len(s.heap)-1
	s.heap[0] = s.heap[last]
	s.heap = s.heap[:last]
	for i := 0; ; {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < last; child++ {
			if s.heap[child].less(s.heap[least]) {
				least = child
			}
		}
		if least == i {
			return top
		}
		s.heap[i], s.heap[least] = s.heap[least], s.heap[i]
		i = least
	}
}
