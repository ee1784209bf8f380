package assign

import "github.com/sancheng-go/sancheng/org/rule"

// Bounds are the least and the most of an amount.
type Bounds struct {
	Least int64
	Most  int64
}

// Pair says that a left and a right fit each other: up to Most units, each
// worth Value.
type Pair struct {
	Left  int
	Right int
	Most  int64
	Value int64
}

// Assignment (指派) gives lefts to rights: offers to needs, volunteers to
// shifts, units rounded up to cells of a table. Each left gives and each right
// takes an amount within its bounds, over pairs that fit.
type Assignment struct {
	Left  []Bounds
	Right []Bounds
	Pairs []Pair
}

// Matching is the answer to an assignment.
//
// The prices prove it best. A left or right that is not used up to its Most
// has no price, unless its Least holds it: then the price may be negative. For
// each pair, the prices of both ends are at least Value + PerMatch if its
// amount is below Most, and at most that if the amount is above zero. So a
// pair that came to nothing did so because others offer more for its ends.
type Matching struct {
	Amounts     []int64 // of each pair, in the order of the pairs
	Count       int64   // all amounts together
	Value       int64   // what they are worth
	LeftPrices  []int64 // what one more of each left would be worth
	RightPrices []int64 // what one more of each right would be worth
	PerMatch    int64   // what a match counts beyond its value; zero for GreatestValue
	Short       *Impasse
}

// Impasse proves that an assignment cannot give everybody the least: the lefts
// in Left have to give Missing more than the rights in Right, all they fit,
// can take; or, if Taking, the rights in Right have to take Missing more than
// the lefts in Left, all that fit them, can give.
type Impasse struct {
	Taking  bool
	Left    []int
	Right   []int
	Missing int64
}

// GreatestValue returns the assignment of the greatest value. A pair of
// negative value is used only where a Least asks for it.
//
// Of several best assignments it is the one that gives most to the first pair,
// then to the second and so on, with the pairs in order of Left and Right:
// the answer does not depend on the order in which they are given.
//
// A fault of the input is an error with its path. That bounds cannot be met is
// an answer: see Short.
func (a Assignment) GreatestValue() (Matching, error) {
	if err := a.validate(); err != nil {
		return Matching{}, err
	}
	// Each left sends its Most, past the rights if they do not want it.
	lefts, sink := len(a.Left), len(a.Left)+len(a.Right)
	n := Network{Supply: make([]int64, sink+1), Edges: a.edges(lefts)}
	for i, b := range a.Left {
		n.Supply[i] = b.Most
		n.Supply[sink] -= b.Most
		n.Edges = append(n.Edges, Edge{From: i, To: sink, Most: b.Most - b.Least})
	}
	for i, b := range a.Right {
		n.Edges = append(n.Edges, Edge{From: lefts + i, To: sink, Least: b.Least, Most: b.Most})
	}
	f, err := n.Solve()
	if err != nil {
		return Matching{}, err
	}
	if f.Short != nil {
		return Matching{Short: a.impasse(*f.Short)}, nil
	}
	return a.matching(f, f.Prices[sink], f.Prices[sink]), nil
}

// GreatestCount returns the assignment of the greatest value among those of
// the greatest count. All else is as for [Assignment.GreatestValue].
func (a Assignment) GreatestCount() (Matching, error) {
	if err := a.validate(); err != nil {
		return Matching{}, err
	}
	lefts, source := len(a.Left), len(a.Left)+len(a.Right)
	n := Network{Supply: make([]int64, source+2), Edges: a.edges(lefts)}
	for i, b := range a.Left {
		n.Edges = append(n.Edges, Edge{From: source, To: i, Least: b.Least, Most: b.Most})
	}
	for i, b := range a.Right {
		n.Edges = append(n.Edges, Edge{From: lefts + i, To: source + 1, Least: b.Least, Most: b.Most})
	}
	f, err := n.SolveGreatest(source, source+1)
	if err != nil {
		return Matching{}, err
	}
	if f.Short != nil {
		return a.GreatestValue() // which meets the same impasse
	}
	return a.matching(f, f.Prices[source], f.Prices[source+1]), nil
}

func (a Assignment) edges(lefts int) []Edge {
	edges := make([]Edge, len(a.Pairs), len(a.Pairs)+len(a.Left)+len(a.Right))
	for i, p := range a.Pairs {
		edges[i] = Edge{From: p.Left, To: lefts + p.Right, Most: p.Most, Cost: -p.Value}
	}
	return edges
}

// matching reads the answer from a flow. Prices of lefts count from one
// node's, those of rights from another's.
func (a Assignment) matching(f Flow, source, sink int64) Matching {
	m := Matching{
		Amounts: f.Amounts[:len(a.Pairs):len(a.Pairs)], Value: -f.Cost, PerMatch: sink - source,
		LeftPrices: f.Prices[:len(a.Left):len(a.Left)], RightPrices: f.Prices[len(a.Left):][:len(a.Right)],
	}
	for _, amount := range m.Amounts {
		m.Count += amount
	}
	// A price below zero says no more than that the left or right is not used,
	// unless its Least makes it be.
	for i, price := range m.LeftPrices {
		if m.LeftPrices[i] = price - source; a.Left[i].Least == 0 {
			m.LeftPrices[i] = max(0, price-source)
		}
	}
	for i, price := range m.RightPrices {
		if m.RightPrices[i] = sink - price; a.Right[i].Least == 0 {
			m.RightPrices[i] = max(0, sink-price)
		}
	}
	return m
}

func (a Assignment) impasse(short Shortage) *Impasse {
	sink := len(a.Left) + len(a.Right)
	inside := make([]bool, sink+1)
	for _, v := range short.Nodes {
		inside[v] = true
	}
	out := &Impasse{Taking: inside[sink], Missing: short.Missing}
	for v, is := range inside[:sink] {
		switch {
		case is == inside[sink]:
		case v < len(a.Left):
			out.Left = append(out.Left, v)
		default:
			out.Right = append(out.Right, v-len(a.Left))
		}
	}
	return out
}

// validate reports every fault, with paths of the assignment and not of the
// network made of it.
func (a Assignment) validate() error {
	var found rule.Problems
	for _, part := range []struct {
		name string
		size int
	}{{"left", len(a.Left)}, {"right", len(a.Right)}, {"pairs", len(a.Pairs)}} {
		found.Add(tooMany(part.name, part.size, maxSize/4))
	}
	if len(found) > 0 {
		return found.Err()
	}
	// A left's Most stands three times in the network: sent, taken by the
	// sink, and on the way past the rights.
	nodes := uint64(len(a.Left) + len(a.Right) + 4)
	var amounts, values sum
	bounds := func(list string, i int, b Bounds) {
		if b.Least < 0 || b.Least > b.Most {
			found.Nest(rule.At(list, i), crossed(b))
		} else if !amounts.add(uint64(b.Most), 4) {
			found.Add(problems.Problem(rule.At(list, i)+".most", AmountRange, rule.With("amount", rule.Int(b.Most, 0))))
		}
	}
	for i, b := range a.Left {
		bounds("left", i, b)
	}
	for i, b := range a.Right {
		bounds("right", i, b)
	}
	for i, p := range a.Pairs {
		bounds("pairs", i, Bounds{0, p.Most})
		if p.Left < 0 || p.Left >= len(a.Left) || p.Right < 0 || p.Right >= len(a.Right) {
			found.Add(lacks(rule.At("pairs", i)+".left", p.Left, len(a.Left)), lacks(rule.At("pairs", i)+".right", p.Right, len(a.Right)))
		}
		if p.Most > 0 && (size(p.Value) > maxSum/4/nodes || !values.add(size(p.Value), uint64(p.Most))) {
			found.Add(problems.Problem(rule.At("pairs", i)+".value", CostRange, rule.With("cost", rule.Int(p.Value, 0))))
		}
	}
	return found.Err()
}
