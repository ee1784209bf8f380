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

func randomAssignment(r *rand.Rand) assign.Assignment {
	bounds := func() []assign.Bounds {
		out := make([]assign.Bounds, 1+r.IntN(3))
		for i := range out {
			out[i].Most = r.Int64N(4)
			out[i].Least = r.Int64N(out[i].Most+1) * r.Int64N(2)
		}
		return out
	}
	a := assign.Assignment{Left: bounds(), Right: bounds()}
	for range r.IntN(7) {
		a.Pairs = append(a.Pairs, assign.Pair{
			Left: r.IntN(len(a.Left)), Right: r.IntN(len(a.Right)), Most: r.Int64N(3), Value: r.Int64N(8) - 2,
		})
	}
	return a
}

// best tries every assignment: the greatest key, then most to the first pair.
func best(a assign.Assignment, key func(count, value int64) []int64) []int64 {
	order := make([]int, len(a.Pairs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		p, q := a.Pairs[i], a.Pairs[j]
		return slices.Compare([]int64{int64(p.Left), int64(p.Right), -p.Value, p.Most}, []int64{int64(q.Left), int64(q.Right), -q.Value, q.Most})
	})
	left, right := make([]int64, len(a.Left)), make([]int64, len(a.Right))
	now := make([]int64, len(a.Pairs))
	var top, amounts []int64
	within := func(bounds []assign.Bounds, totals []int64) bool {
		for i, b := range bounds {
			if totals[i] < b.Least || totals[i] > b.Most {
				return false
			}
		}
		return true
	}
	var try func(k int, count, value int64)
	try = func(k int, count, value int64) {
		if k == len(order) {
			if !within(a.Left, left) || !within(a.Right, right) {
				return
			}
			found := key(count, value)
			for _, i := range order {
				found = append(found, now[i])
			}
			if top == nil || slices.Compare(found, top) > 0 {
				top, amounts = found, slices.Clone(now)
			}
			return
		}
		i := order[k]
		p := a.Pairs[i]
		for now[i] = 0; now[i] <= p.Most; now[i]++ {
			left[p.Left] += now[i]
			right[p.Right] += now[i]
			try(k+1, count+now[i], value+now[i]*p.Value)
			left[p.Left] -= now[i]
			right[p.Right] -= now[i]
		}
	}
	try(0, 0, 0)
	return amounts
}

// checkPrices proves by prices that a matching is best: complementary
// slackness for each pair, left and right, and the dual sum.
func checkPrices(t *testing.T, a assign.Assignment, m assign.Matching) {
	t.Helper()
	left, right := make([]int64, len(a.Left)), make([]int64, len(a.Right))
	var dual, count, value int64
	for i, p := range a.Pairs {
		amount := m.Amounts[i]
		left[p.Left] += amount
		right[p.Right] += amount
		count += amount
		value += amount * p.Value
		gain := p.Value + m.PerMatch - m.LeftPrices[p.Left] - m.RightPrices[p.Right]
		if amount < p.Most {
			require.LessOrEqual(t, gain, int64(0))
		}
		if amount > 0 {
			require.GreaterOrEqual(t, gain, int64(0))
		}
		dual += p.Most * max(0, gain)
	}
	side := func(bounds []assign.Bounds, totals, prices []int64) {
		for i, b := range bounds {
			require.True(t, b.Least <= totals[i] && totals[i] <= b.Most)
			if totals[i] < b.Most {
				require.LessOrEqual(t, prices[i], int64(0))
			}
			if totals[i] > b.Least || b.Least == 0 {
				require.GreaterOrEqual(t, prices[i], int64(0))
			}
			dual += b.Most*max(0, prices[i]) + b.Least*min(0, prices[i])
		}
	}
	side(a.Left, left, m.LeftPrices)
	side(a.Right, right, m.RightPrices)
	require.Equal(t, count, m.Count)
	require.Equal(t, value, m.Value)
	require.Equal(t, value+m.PerMatch*count, dual, "the prices are worth what the matching is")
}

func checkImpasse(t *testing.T, a assign.Assignment, short assign.Impasse) {
	t.Helper()
	fits := func(p assign.Pair) (givers, takers bool) {
		return slices.Contains(short.Left, p.Left), slices.Contains(short.Right, p.Right)
	}
	var missing int64
	if short.Taking {
		for _, i := range short.Right {
			missing += a.Right[i].Least
		}
		for _, i := range short.Left {
			missing -= a.Left[i].Most
		}
	} else {
		for _, i := range short.Left {
			missing += a.Left[i].Least
		}
		for _, i := range short.Right {
			missing -= a.Right[i].Most
		}
	}
	for _, p := range a.Pairs {
		left, right := fits(p)
		if left != right && right == short.Taking {
			missing -= p.Most
		}
	}
	require.Equal(t, short.Missing, missing)
	require.Positive(t, missing)
}

func TestAssignmentEqualsBruteForce(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 4))
	impasses := 0
	for range 20_000 {
		a := randomAssignment(r)
		m, err := a.GreatestValue()
		require.NoError(t, err)
		c, err := a.GreatestCount()
		require.NoError(t, err)
		want := best(a, func(_, value int64) []int64 { return []int64{value} })
		if want == nil {
			impasses++
			require.NotNil(t, m.Short, "%+v", a)
			checkImpasse(t, a, *m.Short)
			require.Equal(t, m, c)
			continue
		}
		require.Equal(t, want, m.Amounts, "%+v", a)
		require.Zero(t, m.PerMatch)
		checkPrices(t, a, m)
		require.Equal(t, best(a, func(count, value int64) []int64 { return []int64{count, value} }), c.Amounts, "%+v", a)
		checkPrices(t, a, c)
	}
	assert.Greater(t, impasses, 1_000)
}

// On larger assignments the prices prove the optimum, and the order of pairs
// changes nothing.
func TestAssignmentProven(t *testing.T) {
	t.Parallel()
	for _, values := range []int64{0, 1, 3, 1_000, 1e12} {
		a := market(2_000, 10, values)
		mixed := assign.Assignment{Left: a.Left, Right: a.Right, Pairs: slices.Clone(a.Pairs)}
		rand.New(rand.NewPCG(5, 5)).Shuffle(len(a.Pairs), func(i, j int) {
			mixed.Pairs[i], mixed.Pairs[j] = mixed.Pairs[j], mixed.Pairs[i]
		})
		used := func(a assign.Assignment, m assign.Matching) map[assign.Pair]int64 {
			out := map[assign.Pair]int64{}
			for i, p := range a.Pairs {
				out[p] += m.Amounts[i]
			}
			return out
		}
		for _, solve := range []func(assign.Assignment) (assign.Matching, error){assign.Assignment.GreatestValue, assign.Assignment.GreatestCount} {
			m, err := solve(a)
			require.NoError(t, err)
			checkPrices(t, a, m)
			n, err := solve(mixed)
			require.NoError(t, err)
			require.Equal(t, used(a, m), used(mixed, n))
			require.Equal(t, m.LeftPrices, n.LeftPrices)
			require.Equal(t, m.RightPrices, n.RightPrices)
		}
	}
}

// A table rounds to whole units so that every cell, row and column is the
// floor or ceiling of what it was.
func TestRounding(t *testing.T) {
	t.Parallel()
	a, halves := table(5_000, 5)
	m, err := a.GreatestValue()
	require.NoError(t, err)
	require.Nil(t, m.Short)
	checkPrices(t, a, m)
	for i, p := range a.Pairs {
		if halves[i] == 0 {
			require.Zero(t, p.Most)
		}
	}
}

func TestAssignmentRefuses(t *testing.T) {
	t.Parallel()
	one := []assign.Bounds{{Most: 1}}
	tests := []struct {
		name string
		a    assign.Assignment
		text string
	}{
		{
			"ends",
			assign.Assignment{Left: one, Right: one, Pairs: []assign.Pair{{Left: 1, Right: -1, Most: 1}}},
			"pairs[0].left: there is no node 1 (1 nodes, counted from zero)\npairs[0].right: there is no node -1 (1 nodes, counted from zero)",
		},
		{
			"bounds",
			assign.Assignment{Left: []assign.Bounds{{Least: 2, Most: 1}}, Right: []assign.Bounds{{Least: -1}}, Pairs: []assign.Pair{{Most: -1}}},
			"left[0]: bounds 2 to 1 must satisfy 0 ≤ least ≤ most\npairs[0]: bounds 0 to -1 must satisfy 0 ≤ least ≤ most\nright[0]: bounds -1 to 0 must satisfy 0 ≤ least ≤ most",
		},
		{
			"range",
			assign.Assignment{Left: one, Right: []assign.Bounds{{Most: math.MaxInt64}}, Pairs: []assign.Pair{{Most: 1, Value: math.MinInt64}}},
			"pairs[0].value: cost -9,223,372,036,854,775,808 is so large that sums could overflow\nright[0].most: amount 9,223,372,036,854,775,807 is so large that sums could overflow",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, solve := range []func(assign.Assignment) (assign.Matching, error){assign.Assignment.GreatestValue, assign.Assignment.GreatestCount} {
				m, err := solve(tt.a)
				require.EqualError(t, err, tt.text)
				assert.Zero(t, m)
			}
		})
	}
}
