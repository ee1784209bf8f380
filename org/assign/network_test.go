package assign_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org/assign"
)

// randomNetwork is small enough for every flow to be tried.
func randomNetwork(r *rand.Rand) assign.Network {
	n := assign.Network{Supply: make([]int64, 2+r.IntN(4))}
	for range r.IntN(8) {
		from, to := r.IntN(len(n.Supply)), r.IntN(len(n.Supply))
		if from == to {
			continue
		}
		e := assign.Edge{From: from, To: to, Most: r.Int64N(3), Cost: r.Int64N(7) - 3}
		e.Least = r.Int64N(e.Most+1) * r.Int64N(2)
		n.Edges = append(n.Edges, e)
	}
	for range r.IntN(3) {
		amount := r.Int64N(3)
		n.Supply[r.IntN(len(n.Supply))] += amount
		n.Supply[r.IntN(len(n.Supply))] -= amount
	}
	return n
}

// cheapest tries every flow: the cheapest, and of these the first. With a
// source and a sink, the greatest amount between them comes before all.
func cheapest(n assign.Network, source, sink int) (amounts []int64, sent int64) {
	order := make([]int, len(n.Edges))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := n.Edges[i], n.Edges[j]
		return slices.Compare([]int64{int64(a.From), int64(a.To), a.Cost, a.Least, a.Most}, []int64{int64(b.From), int64(b.To), b.Cost, b.Least, b.Most})
	})
	now, rest := make([]int64, len(n.Edges)), slices.Clone(n.Supply)
	best := []int64(nil)
	var try func(k int, cost int64)
	try = func(k int, cost int64) {
		if k == len(order) {
			amount := int64(0)
			for v, left := range rest {
				switch {
				case source >= 0 && v == source:
					amount = -left
				case source >= 0 && v == sink:
				case left != 0:
					return
				}
			}
			if amount < 0 || source >= 0 && rest[sink] != amount {
				return
			}
			key := []int64{amount, -cost}
			for _, i := range order {
				key = append(key, now[i])
			}
			if best == nil || slices.Compare(key, best) > 0 {
				best, amounts, sent = key, slices.Clone(now), amount
			}
			return
		}
		i := order[k]
		e := n.Edges[i]
		for now[i] = e.Least; now[i] <= e.Most; now[i]++ {
			rest[e.From] -= now[i]
			rest[e.To] += now[i]
			try(k+1, cost+now[i]*e.Cost)
			rest[e.From] += now[i]
			rest[e.To] -= now[i]
		}
	}
	try(0, 0)
	return amounts, sent
}

// proves checks a shortage by its sum.
func proves(n assign.Network, short assign.Shortage) bool {
	var missing int64
	for _, v := range short.Nodes {
		missing += n.Supply[v]
	}
	for _, e := range n.Edges {
		from, to := slices.Contains(short.Nodes, e.From), slices.Contains(short.Nodes, e.To)
		switch {
		case from && !to:
			missing -= e.Most
		case to && !from:
			missing += e.Least
		}
	}
	return missing > 0 && missing == short.Missing
}

func TestSolveEqualsBruteForce(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	feasible := 0
	for range 20_000 {
		n := randomNetwork(r)
		want, _ := cheapest(n, -1, -1)
		f, err := n.Solve()
		require.NoError(t, err)
		if want == nil {
			require.NotNil(t, f.Short, "%+v", n)
			require.True(t, proves(n, *f.Short), "%+v %+v", n, f.Short)
			continue
		}
		feasible++
		require.Nil(t, f.Short, "%+v", n)
		require.Equal(t, want, f.Amounts, "%+v", n)
		require.NoError(t, n.Verify(f), "%+v %+v", n, f)
		for _, multiplier := range []int64{0, 1, 2, 3} {
			g := n.SolveCoarsely(multiplier)
			require.Equal(t, want, g.Amounts)
			require.NoError(t, n.Verify(g))
		}
	}
	assert.Greater(t, feasible, 4_000)
}

func TestSolveGreatestEqualsBruteForce(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 2))
	for range 20_000 {
		n := randomNetwork(r)
		source, sink := 0, len(n.Supply)-1
		want, sent := cheapest(n, source, sink)
		f, err := n.SolveGreatest(source, sink)
		require.NoError(t, err)
		if want == nil {
			require.NotNil(t, f.Short, "%+v", n)
			continue
		}
		require.Nil(t, f.Short, "%+v", n)
		require.Equal(t, sent, f.Sent, "%+v", n)
		require.Equal(t, want, f.Amounts, "%+v", n)

		fixed := assign.Network{Supply: slices.Clone(n.Supply), Edges: n.Edges}
		fixed.Supply[source] += sent
		fixed.Supply[sink] -= sent
		require.NoError(t, fixed.Verify(f))

		cut, err := n.Bottlenecks(f, nil, sink)
		require.NoError(t, err)
		require.NotContains(t, cut[0].Nodes, source)
		var carried int64
		for _, i := range cut[0].Full {
			require.Equal(t, n.Edges[i].Most, f.Amounts[i])
			carried += f.Amounts[i]
		}
		for _, i := range cut[0].Held {
			require.Equal(t, n.Edges[i].Least, f.Amounts[i])
			carried -= f.Amounts[i]
		}
		for _, v := range cut[0].Nodes {
			carried += n.Supply[v]
		}
		require.Equal(t, sent, carried, "what the cut lets in is what is sent")
	}
}

// The order of edges changes nothing, on networks too large for brute force,
// with many ties.
func TestOrderOfEdges(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 3))
	for range 100 {
		n := assign.Network{Supply: make([]int64, 60)}
		for range 600 {
			from, to := r.IntN(60), r.IntN(60)
			if from != to {
				n.Edges = append(n.Edges, assign.Edge{From: from, To: to, Most: 1 + r.Int64N(9), Cost: r.Int64N(5) - 1})
			}
		}
		f, err := n.SolveGreatest(0, 59)
		require.NoError(t, err)
		place := r.Perm(len(n.Edges))
		mixed := assign.Network{Supply: n.Supply, Edges: make([]assign.Edge, len(n.Edges))}
		for i, e := range n.Edges {
			mixed.Edges[place[i]] = e
		}
		g, err := mixed.SolveGreatest(0, 59)
		require.NoError(t, err)
		require.Equal(t, f.Cost, g.Cost)
		require.Equal(t, f.Prices, g.Prices)
		carried := func(n assign.Network, f assign.Flow) map[assign.Edge]int64 {
			out := map[assign.Edge]int64{}
			for i, e := range n.Edges {
				out[e] += f.Amounts[i]
			}
			return out
		}
		require.Equal(t, carried(n, f), carried(mixed, g))
	}
}

func TestValidate(t *testing.T) {
	t.Parallel()
	edge := func(e assign.Edge) assign.Network {
		return assign.Network{Supply: make([]int64, 2), Edges: []assign.Edge{{From: 0, To: 1, Most: 1}, e}}
	}
	tests := []struct {
		name string
		n    assign.Network
		code error
		text string
	}{
		{"no node", edge(assign.Edge{From: -1, To: 2}), assign.NoNode, "edges[1].from: there is no node -1 (2 nodes, counted from zero)\nedges[1].to: there is no node 2 (2 nodes, counted from zero)"},
		{"loop", edge(assign.Edge{From: 1, To: 1}), assign.Loop, "edges[1].to: both ends of the edge are node 1"},
		{"crossed", edge(assign.Edge{From: 0, To: 1, Least: 2, Most: 1}), assign.BoundsCross, "edges[1]: bounds 2 to 1 must satisfy 0 ≤ least ≤ most"},
		{"negative", edge(assign.Edge{From: 0, To: 1, Least: -1, Most: 1}), assign.BoundsCross, "edges[1]: bounds -1 to 1 must satisfy 0 ≤ least ≤ most"},
		{"capacities", edge(assign.Edge{From: 0, To: 1, Most: math.MaxInt64}), assign.AmountRange, "edges[1].most: amount 9,223,372,036,854,775,807 is so large that sums could overflow"},
		{"cost", edge(assign.Edge{From: 0, To: 1, Most: 1, Cost: math.MinInt64}), assign.CostRange, "edges[1].cost: cost -9,223,372,036,854,775,808 is so large that sums could overflow"},
		{"cost of all", edge(assign.Edge{From: 0, To: 1, Most: 1 << 30, Cost: 1 << 40}), assign.CostRange, "edges[1].cost: cost 1,099,511,627,776 is so large that sums could overflow"},
		{"unbalanced", assign.Network{Supply: []int64{3, -1}}, assign.Unbalanced, "supply: supplies must sum to zero, not 2"},
		{"supply", assign.Network{Supply: []int64{math.MinInt64, math.MinInt64}}, assign.AmountRange, "supply[0]: amount -9,223,372,036,854,775,808 is so large that sums could overflow\nsupply[1]: amount -9,223,372,036,854,775,808 is so large that sums could overflow"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f, err := tt.n.Solve()
			require.ErrorIs(t, err, tt.code)
			require.EqualError(t, err, tt.text)
			assert.Zero(t, f)
			require.ErrorIs(t, tt.n.Verify(assign.Flow{}), tt.code)
		})
	}
	_, err := assign.Network{Supply: make([]int64, 2)}.SolveGreatest(2, 2)
	require.EqualError(t, err, "sink: both ends of the edge are node 2\nsink: there is no node 2 (2 nodes, counted from zero)\nsource: there is no node 2 (2 nodes, counted from zero)")
	require.NoError(t, assign.Network{}.Validate())
}

// Bounds that are just allowed do not overflow.
func TestLargestAmounts(t *testing.T) {
	t.Parallel()
	n := assign.Network{Supply: make([]int64, 4), Edges: []assign.Edge{
		{From: 0, To: 1, Most: 1, Cost: (1 << 59) / 6},
		{From: 1, To: 2, Most: 1, Cost: (1 << 59) / 6},
		{From: 2, To: 0, Least: 1, Most: 1, Cost: -(1 << 59) / 6},
		{From: 0, To: 3, Most: 1<<60 - 9},
		{From: 3, To: 0, Most: 1<<60 - 9},
	}}
	f, err := n.Solve()
	require.NoError(t, err)
	require.NoError(t, n.Verify(f))
	assert.Equal(t, []int64{1, 1, 1, 1<<60 - 9, 1<<60 - 9}, f.Amounts)
	assert.Equal(t, int64(1<<59)/6, f.Cost)
	f, err = n.SolveGreatest(0, 3)
	require.NoError(t, err)
	assert.Equal(t, int64(1<<60-9), f.Sent)
}

func TestVerifyRejects(t *testing.T) {
	t.Parallel()
	n := assign.Network{Supply: []int64{2, 0, -2}, Edges: []assign.Edge{
		{From: 0, To: 1, Most: 2, Cost: 1}, {From: 1, To: 2, Most: 2, Cost: 1}, {From: 0, To: 2, Most: 1, Cost: 1},
	}}
	good, err := n.Solve()
	require.NoError(t, err)
	require.NoError(t, n.Verify(good))
	tests := []struct {
		name   string
		change func(*assign.Flow)
		code   error
	}{
		{"amount", func(f *assign.Flow) { f.Amounts[0]++ }, assign.NotConserved},
		{"beyond", func(f *assign.Flow) { f.Amounts[2]++ }, assign.OutOfBounds},
		{"dearer", func(f *assign.Flow) { f.Amounts[0], f.Amounts[1], f.Amounts[2] = 2, 2, 0 }, assign.NotCheapest},
		{"price", func(f *assign.Flow) { f.Prices[1] += 2 }, assign.NotCheapest},
		{"absurd price", func(f *assign.Flow) { f.Prices[1] = math.MinInt64 }, assign.AmountRange},
		{"cost", func(f *assign.Flow) { f.Cost-- }, assign.CostDiffers},
		{"shape", func(f *assign.Flow) { f.Prices = nil }, assign.ShapeDiffers},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := assign.Flow{Amounts: slices.Clone(good.Amounts), Prices: slices.Clone(good.Prices), Cost: good.Cost}
			tt.change(&f)
			require.ErrorIs(t, n.Verify(f), tt.code)
		})
	}
}
