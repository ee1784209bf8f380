package assign

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Flow is the answer to a network.
type Flow struct {
	Amounts []int64   // on each edge, in the order of the edges
	Prices  []int64   // of each node: the dual prices (对偶价格) that prove the cost least
	Cost    int64     // of all amounts together
	Sent    int64     // from source to sink, where the greatest was asked for
	Short   *Shortage // why there is no flow; all else is empty then
}

// Shortage proves that a network has no flow: what Nodes have to send out,
// with what edges into them bring at least, is by Missing more than the edges
// out of them can carry.
type Shortage struct {
	Nodes   []int
	Missing int64
}

// Solve returns the cheapest flow (最小费用流). The reduced cost of an edge is
// its cost plus the price of From less the price of To. It is never negative
// where the amount is below Most and never positive where it is above Least:
// with that no flow is cheaper. [Network.Verify] checks it.
//
// Of several cheapest flows it is the one that carries most on the first edge,
// then on the second and so on, with the edges in order of From, To and Cost:
// the answer does not depend on the order in which they are given.
//
// A fault of the network is an error, as [Network.Validate] reports it. That
// no flow exists is an answer: see Short.
func (n Network) Solve() (Flow, error) {
	if err := n.Validate(); err != nil {
		return Flow{}, err
	}
	g := newGraph(n, n.sorted())
	if short := g.settle(); short != nil {
		return Flow{Short: short}, nil
	}
	return g.flow(n), nil
}

// SolveGreatest returns the cheapest among the flows that carry the greatest
// amount from source to sink (最小费用最大流), on top of the supplies. The
// prices prove the cost against every flow of that amount; the [Bottleneck]
// of the sink proves that there is no greater one.
func (n Network) SolveGreatest(source, sink int) (Flow, error) {
	var found rule.Problems
	found.Nest("", n.Validate())
	found.Add(lacks("source", source, len(n.Supply)), lacks("sink", sink, len(n.Supply)))
	if source == sink {
		found.Add(problems.Problem("sink", Loop, rule.With("node", rule.Int(int64(sink), 0))))
	}
	if len(found) > 0 {
		return Flow{}, found.Err()
	}
	// A way back makes whatever goes from source to sink a circulation.
	var total int64 // no more can go
	for _, e := range n.Edges {
		total += e.Most
	}
	for _, supply := range n.Supply {
		total += max(0, supply)
	}
	closed := n
	closed.Edges = append(slices.Clip(n.Edges), Edge{From: sink, To: source, Most: total})
	g := newGraph(closed, closed.sorted())
	if short := g.settle(); short != nil {
		return Flow{Short: short}, nil
	}
	forth := &g.arcs[g.place[len(n.Edges)]]
	back := &g.arcs[forth.back]
	sent := back.room
	forth.room, back.room = 0, 0
	g.excess[source], g.excess[sink] = total, -total
	g.route()
	sent += total - g.excess[source]
	g.excess[source], g.excess[sink] = 0, 0
	f := g.flow(n)
	f.Sent = sent
	return f, nil
}

// settle brings all supplies to where they are wanted, or says why it cannot
// be done.
func (g *graph) settle() *Shortage {
	g.route()
	var stuck []int32
	var missing int64
	for v, excess := range g.excess {
		if excess > 0 {
			stuck = append(stuck, int32(v))
			missing += excess
		}
	}
	if len(stuck) == 0 {
		return nil
	}
	return &Shortage{Nodes: places(g.reach(false, stuck)), Missing: missing}
}

// flow makes a feasible flow the cheapest.
func (g *graph) flow(n Network) Flow {
	price := make([]int64, g.size())
	if g.largestCost() > 0 {
		price = g.scale(g.multiplier())
		g.finish(price)
	}
	return g.answer(n, price)
}

// answer reads off the first of the flows that are cheapest at the prices.
func (g *graph) answer(n Network, price []int64) Flow {
	g.canonical(price)
	f := Flow{Amounts: make([]int64, len(n.Edges)), Prices: price}
	for i, e := range n.Edges {
		f.Amounts[i] = e.Least + g.arcs[g.arcs[g.place[i]].back].room
		f.Cost += f.Amounts[i] * e.Cost
	}
	return f
}

// places lists the indices that are true.
func places(marks []bool) []int {
	var out []int
	for i, is := range marks {
		if is {
			out = append(out, i)
		}
	}
	return out
}
