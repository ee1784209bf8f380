package twoway_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding/twoway"
	"github.com/sancheng-go/sancheng/org/assign"
)

// byFlow returns the least distance there is, as a flow of least cost: from a
// source through rows and columns to a sink and back, each edge a cell or a
// total between its value rounded down and up, at the cost of what raising it
// adds to its distance. Values are in parts of a fen, fen parts to one.
func byFlow(t *testing.T, values [][]int64, fen int64) *big.Rat {
	t.Helper()
	rows, columns := len(values), len(values[0])
	n := assign.Network{Supply: make([]int64, rows+columns+2)}
	source, sink := rows+columns, rows+columns+1
	distance := int64(0)
	edge := func(from, to int, value int64) {
		over := value % fen
		e := assign.Edge{From: from, To: to, Least: value / fen, Most: value / fen}
		if over > 0 {
			e.Most++
			e.Cost = fen - 2*over
			distance += over - e.Least*e.Cost
		}
		n.Edges = append(n.Edges, e)
	}
	whole, sums := int64(0), make([]int64, columns)
	for i, row := range values {
		sum := int64(0)
		for j, value := range row {
			edge(i, rows+j, value)
			sum += value
			sums[j] += value
		}
		edge(source, i, sum)
		whole += sum
	}
	for j, sum := range sums {
		edge(rows+j, sink, sum)
	}
	edge(sink, source, whole)
	flow, err := n.Solve()
	require.NoError(t, err)
	require.Nil(t, flow.Short, "there always is such a table")
	return big.NewRat(distance+flow.Cost, fen)
}

// Tables too large to try all of are compared with a flow of least cost.
func TestRoundIsTheNearestByFlow(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 6))
	for range 40 {
		e := randomTable(r, 1+r.IntN(25), 1+r.IntN(9))
		got, err := e.Round()
		require.NoError(t, err)
		reached, ok := distance(e, func(i, j int) int64 { return got.Cells[i][j].Fen() })
		require.True(t, ok)
		fen := 10 * e.Over.IntPart() // cells have a decimal of a fen at most
		values := make([][]int64, len(e.Cells))
		for i, row := range e.Cells {
			for _, cell := range row {
				values[i] = append(values[i], cell.Shift(3).IntPart())
			}
		}
		require.Equal(t, byFlow(t, values, fen).RatString(), reached.RatString(), "%v", twoway.Exact(e))
	}
}
