package assign

import (
	"cmp"
	"slices"
)

// arc is one direction of an edge: how much more may go, at what cost.
type arc struct {
	to   int32
	back int32 // the other direction's place
	room int64
	cost int64
}

// graph is the residual graph of a network. The arcs of each node lie
// together, in the order of the edges.
type graph struct {
	first  []int32 // arcs of node v: first[v] to first[v+1]
	arcs   []arc
	excess []int64 // what a node has received and not sent on
	order  []int32 // edges by from, to, cost, bounds
	place  []int32 // the arc of each edge, by its index
}

// sorted returns the edges in order of their ends, cost and bounds. Equal ones
// are in the order given.
func (n Network) sorted() []int32 {
	order := n.asGiven()
	slices.SortFunc(order, func(i, j int32) int {
		a, b := &n.Edges[i], &n.Edges[j]
		switch {
		case a.From != b.From:
			return cmp.Compare(a.From, b.From)
		case a.To != b.To:
			return cmp.Compare(a.To, b.To)
		}
		return cmp.Or(cmp.Compare(a.Cost, b.Cost),
			cmp.Compare(a.Least, b.Least), cmp.Compare(a.Most, b.Most), cmp.Compare(i, j))
	})
	return order
}

func (n Network) asGiven() []int32 {
	order := make([]int32, len(n.Edges))
	for i := range order {
		order[i] = int32(i)
	}
	return order
}

// newGraph returns the residual graph with the least amount on each edge. The
// first stands for a node's supply in excess.
func newGraph(n Network, order []int32) *graph {
	g := &graph{
		first:  make([]int32, len(n.Supply)+1),
		arcs:   make([]arc, 2*len(n.Edges)),
		excess: slices.Clone(n.Supply),
		order:  order,
		place:  make([]int32, len(n.Edges)),
	}
	for _, e := range n.Edges {
		g.first[e.From+1]++
		g.first[e.To+1]++
	}
	for v := range n.Supply {
		g.first[v+1] += g.first[v]
	}
	next := slices.Clone(g.first)
	for _, i := range g.order {
		e := &n.Edges[i]
		forth, back := next[e.From], next[e.To]
		next[e.From]++
		next[e.To]++
		g.arcs[forth] = arc{int32(e.To), back, e.Most - e.Least, e.Cost}
		g.arcs[back] = arc{int32(e.From), forth, 0, -e.Cost}
		g.excess[e.From] -= e.Least
		g.excess[e.To] += e.Least
		g.place[i] = forth
	}
	return g
}

func (g *graph) size() int { return len(g.excess) }

// push sends an amount along an arc.
func (g *graph) push(a int32, amount int64) {
	forth := &g.arcs[a]
	forth.room -= amount
	g.arcs[forth.back].room += amount
}

// tail is the node an arc leaves.
func (g *graph) tail(a int32) int32 { return g.arcs[g.arcs[a].back].to }

// reach returns the nodes that can be reached from the starts over arcs with
// room, or, if against, those from which a start can be reached. Closed nodes
// are not entered.
func (g *graph) reach(against bool, starts []int32, closed ...int) []bool {
	seen := make([]bool, g.size())
	for _, v := range closed {
		seen[v] = true
	}
	queue := slices.Clone(starts)
	for _, v := range starts {
		seen[v] = true
	}
	for len(queue) > 0 {
		v := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		for a := g.first[v]; a < g.first[v+1]; a++ {
			room := g.arcs[a].room
			if against {
				room = g.arcs[g.arcs[a].back].room
			}
			if w := g.arcs[a].to; room > 0 && !seen[w] {
				seen[w] = true
				queue = append(queue, w)
			}
		}
	}
	for _, v := range closed {
		seen[v] = false
	}
	return seen
}
