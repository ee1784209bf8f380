package assign

// canonical turns a cheapest flow into the one that carries most on the first
// edge, then on the second, and so on in sorted order. The cheapest flows
// differ by cycles of arcs with room and reduced cost zero: each edge in turn
// takes what such cycles over later edges can bring it.
//
// An edge whose ends are in different strong components of those arcs lies on
// no cycle. Components are found again whenever searches in vain have cost as
// much as finding them.
func (g *graph) canonical(price []int64) {
	t := ties{
		graph: g, price: price, settled: make([]bool, len(g.arcs)), part: make([]int32, g.size()),
		sides: [2]side{g.newSide(), g.newSide()},
	}
	t.components()
	if t.many() {
		t.restart()
		t.components()
	}
	wasted := 0
	for _, e := range g.order {
		a := g.place[e]
		u, v := g.tail(a), g.arcs[a].to
		t.settled[a], t.settled[g.arcs[a].back] = true, true
		t.mark(a)
		t.mark(g.arcs[a].back)
		for g.arcs[a].room > 0 && t.part[u] == t.part[v] && g.reduced(a, price) == 0 {
			found, cost := t.join(v, u)
			if !found {
				wasted += cost
				break
			}
			amount := g.arcs[a].room
			for _, b := range t.path {
				amount = min(amount, g.arcs[b].room)
			}
			g.push(a, amount)
			for _, b := range t.path {
				g.push(b, amount)
				t.mark(b)
				t.mark(g.arcs[b].back)
			}
		}
		if wasted > len(g.arcs)+g.size() {
			t.components()
			wasted = 0
		}
	}
}

// ties is the graph of arcs with room and reduced cost zero whose edges are
// not settled yet.
type ties struct {
	*graph
	price   []int64
	settled []bool
	part    []int32 // strong component of each node
	sides   [2]side // forth from one end of a search, back from the other
	path    []int32
}

// open tells whether an arc of v is in the graph.
func (t *ties) open(v, a int32) bool {
	arc := &t.arcs[a]
	return arc.room > 0 && !t.settled[a] && arc.cost+t.price[v] == t.price[arc.to]
}

// mark keeps the sides in step with an arc of the graph that was pushed along
// or settled.
func (t *ties) mark(a int32) {
	back := t.arcs[a].back
	u, v := t.arcs[back].to, t.arcs[a].to
	if t.arcs[a].room > 0 && !t.settled[a] {
		t.sides[0].add(t.first[u]+t.sides[0].count[u], u, a)
		t.sides[1].add(t.first[v]+t.sides[1].count[v], v, back)
	} else {
		t.sides[0].remove(t.first[u]+t.sides[0].count[u]-1, u, a)
		t.sides[1].remove(t.first[v]+t.sides[1].count[v]-1, v, back)
	}
}

// side is one half of a search from both ends. The arcs it can take from each
// node stand in list from first[v] on.
type side struct {
	list  []int32
	count []int32 // arcs of each node in list
	place []int32 // of each arc in list, plus one; 0 for arcs that are not

	by      []int32 // the arc each node was reached by plus one, −1 for the start, 0 for not reached
	next    []int32 // the place to look at next, of nodes reached
	queue   []int32
	head    int
	reached []int32
}

func (g *graph) newSide() side {
	n, m := g.size(), len(g.arcs)
	return side{
		list: make([]int32, m), place: make([]int32, m), count: make([]int32, n),
		by: make([]int32, n), next: make([]int32, n),
	}
}

// add appends an arc of v at the end of v's list.
func (s *side) add(end, v, a int32) {
	if s.place[a] == 0 {
		s.list[end], s.place[a] = a, end+1
		s.count[v]++
	}
}

// remove puts the last arc of v's list in the place of another one.
func (s *side) remove(last, v, a int32) {
	if s.place[a] != 0 {
		moved := s.list[last]
		s.list[s.place[a]-1], s.place[moved] = moved, s.place[a]
		s.place[a] = 0
		s.count[v]--
	}
}

// stretch is how many arcs of a node are looked at before another node has its
// turn, so that a node with very many arcs does not hold up the search.
const stretch = 16

// join finds a path from one node to another, from both ends at once, and
// counts the arcs it looked at.
func (t *ties) join(from, to int32) (found bool, cost int) {
	t.path = t.path[:0]
	for k, start := range [2]int32{from, to} {
		s := &t.sides[k]
		s.queue, s.reached, s.head = append(s.queue[:0], start), append(s.reached[:0], start), 0
		s.by[start], s.next[start] = -1, t.first[start]
	}
	meet := int32(-1)
	for k := 0; meet < 0; k = 1 - k {
		s, other := &t.sides[k], &t.sides[1-k]
		if s.head == len(s.queue) {
			break
		}
		v := s.queue[s.head]
		s.head++
		last := t.first[v] + s.count[v]
		end := min(last, s.next[v]+stretch)
		cost++
		for _, a := range s.list[s.next[v]:end] {
			cost++
			w := t.arcs[a].to
			if s.by[w] != 0 {
				continue
			}
			s.by[w], s.next[w] = a+1, t.first[w]
			s.queue, s.reached = append(s.queue, w), append(s.reached, w)
			if other.by[w] != 0 {
				meet = w
				break
			}
		}
		if s.next[v] = end; end < last {
			s.queue = append(s.queue, v)
		}
	}
	if meet >= 0 {
		for v := meet; v != from; v = t.tail(t.sides[0].by[v] - 1) {
			t.path = append(t.path, t.sides[0].by[v]-1)
		}
		for v := meet; v != to; v = t.tail(t.sides[1].by[v] - 1) {
			t.path = append(t.path, t.arcs[t.sides[1].by[v]-1].back)
		}
	}
	for k := range t.sides {
		for _, v := range t.sides[k].reached {
			t.sides[k].by[v] = 0
		}
	}
	return meet >= 0, cost
}

// components numbers the strong components (Tarjan), and gives both sides the
// arcs within them.
func (t *ties) components() {
	n := int32(t.size())
	number := make([]int32, n) // in order of being seen, from 1
	low := make([]int32, n)
	next := make([]int32, n)
	copy(next, t.first)
	var stack, calls []int32
	seen, parts := int32(0), int32(0)
	visit := func(v int32) {
		seen++
		number[v], low[v], t.part[v] = seen, seen, -1
		stack, calls = append(stack, v), append(calls, v)
	}
	for root := range n {
		if number[root] == 0 {
			visit(root)
		}
		for len(calls) > 0 {
			v := calls[len(calls)-1]
			if next[v] < t.first[v+1] {
				a := next[v]
				next[v]++
				w := t.arcs[a].to
				switch {
				case !t.open(v, a):
				case number[w] == 0:
					visit(w)
				case t.part[w] < 0:
					low[v] = min(low[v], number[w])
				}
				continue
			}
			calls = calls[:len(calls)-1]
			if len(calls) > 0 {
				u := calls[len(calls)-1]
				low[u] = min(low[u], low[v])
			}
			if low[v] < number[v] {
				continue
			}
			for done := false; !done; {
				w := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				t.part[w] = parts
				done = w == v
			}
			parts++
		}
	}
	for k := range t.sides {
		clear(t.sides[k].count)
		clear(t.sides[k].place)
	}
	for v := range n {
		for a := t.first[v]; a < t.first[v+1]; a++ {
			if t.part[v] == t.part[t.arcs[a].to] && t.open(v, a) {
				t.mark(a)
			}
		}
	}
}

// many tells whether a good part of the arcs lies on cycles.
func (t *ties) many() bool {
	var count int32
	for _, c := range t.sides[0].count {
		count += c
	}
	return int(count) > len(t.arcs)/8
}

// restart routes the amounts on edges of reduced cost zero again, from
// nothing. As routing takes nodes and edges in order, the flow is then close
// to the first one, and fewer cycles are left to be found.
func (t *ties) restart() {
	hidden := make([]int64, len(t.arcs))
	for _, e := range t.order {
		a := t.place[e]
		back := t.arcs[a].back
		u, v := t.arcs[back].to, t.arcs[a].to
		if t.arcs[a].cost+t.price[u] != t.price[v] {
			for _, a := range [2]int32{a, back} {
				hidden[a], t.arcs[a].room = t.arcs[a].room, 0
			}
			continue
		}
		amount := t.arcs[back].room
		t.push(back, amount)
		t.excess[u] += amount
		t.excess[v] -= amount
	}
	t.route()
	for a, room := range hidden {
		t.arcs[a].room += room
	}
}
