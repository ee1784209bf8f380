package assign

import "github.com/sancheng-go/sancheng/org/rule"

// Bottleneck explains why no more reaches a node, such as a shift that stays
// short. Nodes are all from which one more unit could still be brought to it.
// What comes into them comes over edges that are full, and what leaves them,
// other than to closed nodes, is held by the edges' Least: it is a tight cut
// (最小割). If the source is among Nodes, more can be sent after all.
type Bottleneck struct {
	Node  int
	Nodes []int // Node among them
	Full  []int // edges into Nodes from outside, each at its Most
	Held  []int // edges from Nodes to outside, each at a Least above zero
}

// Bottlenecks explains each of the nodes, for a flow of this network. Closed
// nodes are not passed through: with the sink closed, a shift is not helped by
// taking from another one that would then be short.
//
// A flow of another shape, an amount out of bounds or a node that does not
// exist is an error.
func (n Network) Bottlenecks(f Flow, closed []int, nodes ...int) ([]Bottleneck, error) {
	var found rule.Problems
	found.Nest("", n.Validate())
	if len(f.Amounts) != len(n.Edges) {
		found.Add(problems.Problem("amounts", ShapeDiffers))
	}
	for i, node := range closed {
		found.Add(lacks(rule.At("closed", i), node, len(n.Supply)))
	}
	for i, node := range nodes {
		found.Add(lacks(rule.At("nodes", i), node, len(n.Supply)))
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	g := newGraph(n, n.asGiven())
	for i, e := range n.Edges {
		if f.Amounts[i] < e.Least || f.Amounts[i] > e.Most {
			found.Add(outside(i, f.Amounts[i], e))
			continue
		}
		g.push(g.place[i], f.Amounts[i]-e.Least)
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	out := make([]Bottleneck, len(nodes))
	for i, node := range nodes {
		inside := g.reach(true, []int32{int32(node)}, closed...)
		b := Bottleneck{Node: node, Nodes: places(inside)}
		shut := make(map[int]bool, len(closed))
		for _, v := range closed {
			shut[v] = true
		}
		for j, e := range n.Edges {
			switch {
			case !inside[e.From] && inside[e.To] && !shut[e.From] && e.Most > 0:
				b.Full = append(b.Full, j)
			case inside[e.From] && !inside[e.To] && !shut[e.To] && e.Least > 0:
				b.Held = append(b.Held, j)
			}
		}
		out[i] = b
	}
	return out, nil
}
