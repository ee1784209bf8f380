package assign

import (
	"math/bits"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Bounds of a network. Sums of capacities and costs stay below 2^61, so that
// no sum formed while solving can overflow.
const (
	maxSize = 1 << 24 // nodes, and edges
	maxSum  = 1 << 61
)

// Edge carries an amount between Least and Most from one node to another, at
// Cost for each unit. Two nodes may be joined by several edges: with ascending
// costs they are a convex cost, such as 1, 3, 5 for the first, second and third
// shift of one volunteer, which spreads loads as evenly as can be.
type Edge struct {
	From  int
	To    int
	Least int64
	Most  int64
	Cost  int64
}

// Network (网络流) is a directed graph whose nodes are the places of Supply.
// A node with positive supply sends out that much more than it receives, one
// with negative supply that much less; supplies sum to zero.
type Network struct {
	Supply []int64
	Edges  []Edge
}

// Validate reports every fault of the network: more than 2^24 nodes or edges,
// edges between nodes that do not exist or from a node to itself, bounds that
// are negative or cross, supplies that do not sum to zero, and amounts or costs
// so large that a sum could overflow: the capacities and supplies together, and
// capacity times cost over all edges, must stay within 2^61, and each cost
// times the number of nodes within 2^59.
func (n Network) Validate() error {
	var found rule.Problems
	for _, part := range []struct {
		name string
		size int
	}{{"supply", len(n.Supply)}, {"edges", len(n.Edges)}} {
		found.Add(tooMany(part.name, part.size, maxSize))
	}
	if len(found) > 0 {
		return found.Err()
	}
	var balance int64
	var amounts, costs sum
	for i, supply := range n.Supply {
		balance += supply // wraps only where the sum of amounts is refused
		if !amounts.add(size(supply), 1) {
			found.Add(problems.Problem(rule.At("supply", i), AmountRange, rule.With("amount", rule.Int(supply, 0))))
		}
	}
	for i, e := range n.Edges {
		if err := n.check(e, &amounts, &costs); err != nil {
			found.Nest(rule.At("edges", i), err)
		}
	}
	if balance != 0 && len(found) == 0 {
		found.Add(problems.Problem("supply", Unbalanced, rule.With("sum", rule.Int(balance, 0))))
	}
	return found.Err()
}

func (n Network) check(e Edge, amounts, costs *sum) error {
	if n.has(e.From) && n.has(e.To) && e.From != e.To &&
		0 <= e.Least && e.Least <= e.Most && amounts.add(size(e.Most), 1) &&
		size(e.Cost) <= maxSum/4/uint64(len(n.Supply)+2) && costs.add(size(e.Most), size(e.Cost)) {
		return nil
	}
	var found rule.Problems
	found.Add(lacks("from", e.From, len(n.Supply)), lacks("to", e.To, len(n.Supply)))
	if e.From == e.To {
		found.Add(problems.Problem("to", Loop, rule.With("node", rule.Int(int64(e.From), 0))))
	}
	if e.Least < 0 || e.Least > e.Most {
		found.Add(crossed(Bounds{e.Least, e.Most}))
	}
	if len(found) == 0 {
		if uint64(e.Most) > maxSum-uint64(*amounts) {
			found.Add(problems.Problem("most", AmountRange, rule.With("amount", rule.Int(e.Most, 0))))
		} else {
			found.Add(problems.Problem("cost", CostRange, rule.With("cost", rule.Int(e.Cost, 0))))
		}
	}
	return found.Err()
}

func (n Network) has(node int) bool { return node >= 0 && node < len(n.Supply) }

// lacks reports a node that is not among count.
func lacks(path string, node, count int) *rule.Problem {
	if node >= 0 && node < count {
		return nil
	}
	return problems.Problem(path, NoNode, rule.With("node", rule.Int(int64(node), 0)), rule.With("count", rule.Int(int64(count), 0)))
}

func tooMany(path string, count, most int) *rule.Problem {
	if count <= most {
		return nil
	}
	return problems.Problem(path, TooLarge, rule.With("count", rule.Int(int64(count), 0)), rule.With("most", rule.Int(int64(most), 0)))
}

func crossed(b Bounds) *rule.Problem {
	return problems.Problem("", BoundsCross, rule.With("least", rule.Int(b.Least, 0)), rule.With("most", rule.Int(b.Most, 0)))
}

// sum is a total that never passes maxSum.
type sum uint64

// add adds a·b and tells whether the total still fits; if not, it stays.
func (s *sum) add(a, b uint64) bool {
	high, low := bits.Mul64(a, b)
	if high > 0 || low > maxSum-uint64(*s) {
		return false
	}
	*s += sum(low)
	return true
}

// size is |x|, also for the least int64.
func size(x int64) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}
