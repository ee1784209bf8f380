package assign_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/sancheng-go/sancheng/org/assign"
)

// market has as many lefts as rights, and a few random pairs for each left.
func market(size, fits int, values int64) assign.Assignment {
	r := rand.New(rand.NewPCG(20, 15))
	a := assign.Assignment{Left: make([]assign.Bounds, size), Right: make([]assign.Bounds, size)}
	for i := range size {
		a.Left[i].Most = 1 + r.Int64N(3)
		a.Right[i].Most = 1 + r.Int64N(3)
		for range fits {
			a.Pairs = append(a.Pairs, assign.Pair{Left: i, Right: r.IntN(size), Most: 1 + r.Int64N(2), Value: 1 + r.Int64N(values+1)})
		}
	}
	return a
}

// table is the rounding of a table whose cells have a fraction of tenths: a
// cell may be rounded up if it has one, rows and columns to either side.
func table(rows, columns int) (assign.Assignment, []int64) {
	r := rand.New(rand.NewPCG(20, 16))
	a := assign.Assignment{Left: make([]assign.Bounds, rows), Right: make([]assign.Bounds, columns)}
	left, right := make([]int64, rows), make([]int64, columns)
	tenths := make([]int64, 0, rows*columns)
	for i := range rows {
		for j := range columns {
			tenth := r.Int64N(10)
			tenths = append(tenths, tenth)
			left[i] += tenth
			right[j] += tenth
			a.Pairs = append(a.Pairs, assign.Pair{Left: i, Right: j, Most: min(1, tenth), Value: 2*tenth - 10})
		}
	}
	ends := func(bounds []assign.Bounds, tenths []int64) {
		for i, sum := range tenths {
			bounds[i] = assign.Bounds{Least: sum / 10, Most: (sum + 9) / 10}
		}
	}
	ends(a.Left, left)
	ends(a.Right, right)
	return a, tenths
}

func benchmarkAssignment(b *testing.B, a assign.Assignment, solve func(assign.Assignment) (assign.Matching, error)) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		m, err := solve(a)
		if err != nil || m.Short != nil {
			b.Fatal(err, m.Short)
		}
	}
}

func BenchmarkMarket(b *testing.B) {
	for _, size := range []int{200, 2_000, 20_000} {
		for _, values := range []int64{0, 100, 1_000_000} {
			a := market(size, 10, values)
			b.Run(fmt.Sprintf("value/%d×%d/values=%d", size, size, values), func(b *testing.B) {
				benchmarkAssignment(b, a, assign.Assignment.GreatestValue)
			})
			b.Run(fmt.Sprintf("count/%d×%d/values=%d", size, size, values), func(b *testing.B) {
				benchmarkAssignment(b, a, assign.Assignment.GreatestCount)
			})
		}
	}
}

func BenchmarkRounding(b *testing.B) {
	for _, rows := range []int{1_000, 10_000, 30_000, 100_000} {
		a, _ := table(rows, 5)
		b.Run(fmt.Sprintf("nearest/%d×5", rows), func(b *testing.B) {
			benchmarkAssignment(b, a, assign.Assignment.GreatestValue)
		})
		for i := range a.Pairs {
			a.Pairs[i].Value = 0
		}
		b.Run(fmt.Sprintf("any/%d×5", rows), func(b *testing.B) {
			benchmarkAssignment(b, a, assign.Assignment.GreatestValue)
		})
	}
}

// roster has a source, volunteers, shifts and a sink. Each volunteer can do
// some of the shifts and takes up to four, at ascending costs.
func roster(volunteers, shifts, fits int) (n assign.Network, source, sink int) {
	r := rand.New(rand.NewPCG(20, 17))
	source, sink = volunteers+shifts, volunteers+shifts+1
	n.Supply = make([]int64, volunteers+shifts+2)
	for i := range volunteers {
		for k := range int64(4) {
			n.Edges = append(n.Edges, assign.Edge{From: source, To: i, Most: 1, Cost: 2*k + 1})
		}
		for _, j := range r.Perm(shifts)[:fits] {
			n.Edges = append(n.Edges, assign.Edge{From: i, To: volunteers + j, Most: 1})
		}
	}
	for j := range shifts {
		n.Edges = append(n.Edges, assign.Edge{From: volunteers + j, To: sink, Most: 1 + r.Int64N(30)})
	}
	return n, source, sink
}

func BenchmarkRoster(b *testing.B) {
	for _, size := range []struct{ volunteers, shifts, fits int }{{200, 30, 10}, {2_000, 300, 10}, {2_000, 300, 100}, {2_000, 300, 300}, {20_000, 3_000, 10}} {
		n, source, sink := roster(size.volunteers, size.shifts, size.fits)
		b.Run(fmt.Sprintf("%d×%d/fits=%d", size.volunteers, size.shifts, size.fits), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if f, err := n.SolveGreatest(source, sink); err != nil || f.Short != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
