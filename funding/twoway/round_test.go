package twoway_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/twoway"
	"github.com/sancheng-go/sancheng/org/rule"
)

// table reads rows of cells in fen, such as "0.4 0.3; 1.25 2", divided by over.
func table(t testing.TB, text string, over int64) twoway.Exact {
	t.Helper()
	e := twoway.Exact{Over: decimal.NewFromInt(over)}
	for row := range strings.SplitSeq(text, ";") {
		var cells []decimal.Decimal
		for cell := range strings.FieldsSeq(row) {
			fen, err := decimal.NewFromString(cell)
			require.NoError(t, err)
			cells = append(cells, fen.Shift(-2))
		}
		e.Cells = append(e.Cells, cells)
	}
	return e
}

// inFen writes a rounded table as table reads one.
func inFen(r twoway.Rounded) string {
	var rows []string
	for _, row := range r.Cells {
		var cells []string
		for _, cell := range row {
			cells = append(cells, fmt.Sprint(cell.Fen()))
		}
		rows = append(rows, strings.Join(cells, " "))
	}
	return strings.Join(rows, "; ")
}

func TestRound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		cells string
		over  int64
		want  string
	}{
		{"0.4", 1, "0"},
		{"0.5", 1, "1"},
		{"7 8; 9 10", 1, "7 8; 9 10"},                     // whole stays
		{"1 1 1", 3, "1 0 0"},                             // a row that is whole: the first of equals
		{"1; 1; 1", 3, "1; 0; 0"},                         // a column
		{"1 1 1; 1 1 1; 1 1 1", 3, "1 0 0; 0 0 1; 0 1 0"}, // one in each row and column
		{"0.5 0.5; 0.5 0.5", 1, "1 0; 0 1"},               //
		{"0.4 0.3 0.3; 0.4 0.3 0.3; 0.4 0.3 0.3", 1, "1 0 0; 0 0 1; 0 1 0"}, // columns of 1.2, 0.9, 0.9
		{"729.165 437.499 291.666; 0.5 0.3 0.2", 1, "729 437 292; 1 0 0"},   // totals 1458.33 and 1
		{"0 0; 0 0.9", 1, "0 0; 0 1"},
		{"2.5 2.5", 1, "3 2"},
	} {
		got, err := table(t, c.cells, c.over).Round()
		require.NoError(t, err, c.cells)
		assert.Equal(t, c.want, inFen(got), "%s over %d", c.cells, c.over)
	}
	empty, err := twoway.Exact{}.Round()
	require.NoError(t, err)
	assert.Empty(t, empty.Cells)
	assert.Equal(t, funding.Money{}, empty.Total)
}

// lines lists the exact value of every cell, row, column and the whole, in fen,
// and what became of it.
func lines(e twoway.Exact, cell func(i, j int) int64) (exact []*big.Rat, rounded []int64) {
	over := e.Over.Rat()
	columns, columnsFen := map[int]*big.Rat{}, map[int]int64{}
	whole, wholeFen := new(big.Rat), int64(0)
	for i, row := range e.Cells {
		sum, fen := new(big.Rat), int64(0)
		for j, d := range row {
			value := new(big.Rat).Quo(d.Shift(2).Rat(), over)
			exact, rounded = append(exact, value), append(rounded, cell(i, j))
			sum.Add(sum, value)
			fen += cell(i, j)
			if columns[j] == nil {
				columns[j] = new(big.Rat)
			}
			columns[j].Add(columns[j], value)
			columnsFen[j] += cell(i, j)
		}
		whole.Add(whole, sum)
		wholeFen += fen
		exact, rounded = append(exact, sum), append(rounded, fen)
	}
	for j, sum := range columns {
		exact, rounded = append(exact, sum), append(rounded, columnsFen[j])
	}
	return append(exact, whole), append(rounded, wholeFen)
}

// distance sums the distances of all lines, or tells that one is not its exact
// value rounded down or up.
func distance(e twoway.Exact, cell func(i, j int) int64) (*big.Rat, bool) {
	total, one := new(big.Rat), big.NewRat(1, 1)
	exact, rounded := lines(e, cell)
	for k := range exact {
		off := new(big.Rat).Sub(exact[k], new(big.Rat).SetInt64(rounded[k]))
		if off.Abs(off).Cmp(one) >= 0 {
			return nil, false
		}
		total.Add(total, off)
	}
	return total, true
}

func randomTable(r *rand.Rand, rows, columns int) twoway.Exact {
	e := twoway.Exact{Over: decimal.NewFromInt([]int64{1, 3, 7, 100}[r.IntN(4)])}
	most := []int64{4, 30, 5_000}[r.IntN(3)]
	same := r.IntN(3) == 0
	for range rows {
		row := make([]decimal.Decimal, columns)
		for j := range row {
			if r.IntN(6) > 0 {
				row[j] = decimal.New(r.Int64N(most), -2-int32(r.IntN(2)))
			}
		}
		if same && len(e.Cells) > 0 {
			row = e.Cells[0]
		}
		e.Cells = append(e.Cells, row)
	}
	return e
}

// Every small table is compared with all there are.
func TestRoundIsTheNearest(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 1))
	for range 120 {
		rows, columns := 1+r.IntN(4), 1+r.IntN(3)
		if rows*columns > 8 {
			continue
		}
		e := randomTable(r, rows, columns)
		got, err := e.Round()
		require.NoError(t, err)
		reached, ok := distance(e, func(i, j int) int64 { return got.Cells[i][j].Fen() })
		require.True(t, ok, "%v: %s", e, inFen(got))

		floors := make([]int64, rows*columns)
		for k := range floors {
			value := new(big.Rat).Quo(e.Cells[k/columns][k%columns].Shift(2).Rat(), e.Over.Rat())
			floors[k] = new(big.Int).Quo(value.Num(), value.Denom()).Int64()
		}
		var nearest *big.Rat
		for up := range 1 << len(floors) {
			d, ok := distance(e, func(i, j int) int64 {
				k := i*columns + j
				return floors[k] + int64(up>>k&1)
			})
			if ok && (nearest == nil || d.Cmp(nearest) < 0) {
				nearest = d
			}
		}
		require.NotNil(t, nearest)
		require.Equal(t, nearest.RatString(), reached.RatString(), "%v: %s", e, inFen(got))
	}
}

func TestRoundHolds(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 2))
	for range 60 {
		e := randomTable(r, 1+r.IntN(60), 1+r.IntN(7))
		got, err := e.Round()
		require.NoError(t, err)
		_, ok := distance(e, func(i, j int) int64 { return got.Cells[i][j].Fen() })
		require.True(t, ok, "%v: %s", e, inFen(got))
		for i, row := range got.Cells {
			sum, err := funding.Sum(row...)
			require.NoError(t, err)
			require.Equal(t, sum, got.Rows[i])
		}
		byRows, err := funding.Sum(got.Rows...)
		require.NoError(t, err)
		byColumns, err := funding.Sum(got.Columns...)
		require.NoError(t, err)
		require.Equal(t, got.Total, byRows)
		require.Equal(t, got.Total, byColumns)

		again, err := e.Round()
		require.NoError(t, err)
		require.Equal(t, got, again)
	}
}

// One amount shared by weights comes out as Split divides it.
func TestOneRowIsSplit(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 3))
	for range 500 {
		weights := make([]decimal.Decimal, 1+r.IntN(6))
		for j := range weights {
			weights[j] = decimal.NewFromInt(1 + r.Int64N(9))
		}
		amount := funding.Fen(r.Int64N(1_000))
		split, err := funding.Split(amount, weights)
		require.NoError(t, err)
		got, err := twoway.Shares([]funding.Money{amount}, weights).Round()
		require.NoError(t, err)
		require.Equal(t, split, got.Cells[0], "%v by %v", amount, weights)
		require.Equal(t, amount, got.Rows[0])
	}
}

// Rows and columns may be exchanged.
func TestTurned(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		e := randomTable(r, 2+r.IntN(3), 6+r.IntN(20))
		got, err := e.Round()
		require.NoError(t, err)
		turned := twoway.Exact{Over: e.Over, Cells: make([][]decimal.Decimal, len(e.Cells[0]))}
		for _, row := range e.Cells {
			for j, cell := range row {
				turned.Cells[j] = append(turned.Cells[j], cell)
			}
		}
		other, err := turned.Round()
		require.NoError(t, err)
		require.Equal(t, got.Rows, other.Columns)
		require.Equal(t, got.Columns, other.Rows)
		for i, row := range got.Cells {
			for j := range row {
				require.Equal(t, row[j], other.Cells[j][i])
			}
		}
	}
}

func TestRoundSingly(t *testing.T) {
	t.Parallel()
	amounts := []funding.Money{funding.Fen(145_833), funding.Fen(3), funding.Fen(10)}
	e := twoway.Shares(amounts, []decimal.Decimal{decimal.NewFromInt(50), decimal.NewFromInt(30), decimal.NewFromInt(20)})
	s, err := e.RoundSingly(rule.HalfUp)
	require.NoError(t, err)
	assert.Equal(t, "72917 43750 29167; 2 1 1; 5 3 2", inFen(s.Rounded))
	assert.Equal(t, []twoway.Gap{
		{Row: 1, Cells: funding.Fen(145_834), Whole: funding.Fen(145_833)},
		{Row: 2, Cells: funding.Fen(4), Whole: funding.Fen(3)},
		{Column: 1, Cells: funding.Fen(72_924), Whole: funding.Fen(72_923)},
		{Column: 3, Cells: funding.Fen(29_170), Whole: funding.Fen(29_169)},
		{Cells: funding.Fen(145_848), Whole: funding.Fen(145_846)},
	}, s.Gaps)
	var zh, en strings.Builder
	for _, gap := range s.Gaps {
		reason := gap.Reason()
		out, ok := reason.Replay()
		require.True(t, ok)
		assert.True(t, out.Equal(reason.Output))
		fmt.Fprintln(&zh, reason.In(language.Chinese), reason.Output.In(language.Chinese))
		fmt.Fprintln(&en, reason.In(language.English), reason.Output.In(language.English))
	}
	golden(t, "testdata/gaps.golden", zh.String()+en.String())

	down, err := e.RoundSingly(rule.Down)
	require.NoError(t, err)
	assert.Equal(t, "72916 43749 29166; 1 0 0; 5 3 2", inFen(down.Rounded))
	even, err := table(t, "0.5 1.5 2.5; 1 1 1", 1).RoundSingly(rule.HalfEven)
	require.NoError(t, err)
	assert.Equal(t, "0 2 2; 1 1 1", inFen(even.Rounded))

	both, err := e.Round()
	require.NoError(t, err)
	assert.Equal(t, amounts, both.Rows)
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}

func TestRoundRefuses(t *testing.T) {
	t.Parallel()
	wide := twoway.Exact{Cells: make([][]decimal.Decimal, 8_000)}
	for i := range wide.Cells {
		wide.Cells[i] = make([]decimal.Decimal, 8_000)
	}
	huge := decimal.New(1, 16)
	for name, c := range map[string]struct {
		exact   twoway.Exact
		message string
	}{
		"ragged":                {table(t, "1 2; 3; 4 5 6", 1), "cells[1]: the row has 1 cells, the first has 2\ncells[2]: the row has 3 cells, the first has 2"},
		"negative":              {table(t, "1 -2; -3 4", 1), "cells[0][1]: the amount -¥0.02 is negative\ncells[1][0]: the amount -¥0.03 is negative"},
		"over":                  {table(t, "1", -3), "over: the divisor -3 must be above zero"},
		"digits":                {table(t, "0.1234567890123456789", 1), "cells: the parts of a fen have more than 18 digits"},
		"digits of the divisor": {twoway.Exact{Cells: table(t, "0.12345678", 1).Cells, Over: decimal.New(12_345_678_901, 0)}, "cells: the parts of a fen have more than 18 digits"},
		"range":                 {twoway.Exact{Cells: [][]decimal.Decimal{{huge, decimal.New(1, 2_000_000)}}}, "cells[0][0]: the amount is out of range (below 10^16 yuan)\ncells[0][1]: the amount is out of range (below 10^16 yuan)"},
		"total":                 {table(t, "600000000000000000; 500000000000000000", 1), "cells: the amount is out of range (below 10^16 yuan)"},
		"size":                  {wide, "cells: a table of 8,000 rows and 8,000 columns is too large"},
	} {
		got, err := c.exact.Round()
		assert.Empty(t, got, name)
		require.EqualError(t, err, c.message, name)
	}
	_, err := table(t, "1", 1).RoundSingly(0)
	require.EqualError(t, err, "mode: is required")
}

func ExampleExact_Round() {
	requests := []funding.Money{funding.Fen(145_833), funding.Fen(3), funding.Fen(10)}
	tiers := []decimal.Decimal{decimal.NewFromInt(50), decimal.NewFromInt(30), decimal.NewFromInt(20)}
	table := twoway.Shares(requests, tiers)
	both, err := table.Round()
	if err != nil {
		panic(err)
	}
	for i, row := range both.Cells {
		fmt.Println(row, both.Rows[i])
	}
	fmt.Println(both.Columns, both.Total)
	singly, _ := table.RoundSingly(rule.HalfUp)
	for _, gap := range singly.Gaps[:1] {
		fmt.Println(gap.Reason().In(language.English))
	}
	// Output:
	// [729.17 437.50 291.66] 1458.33
	// [0.01 0.01 0.01] 0.03
	// [0.05 0.03 0.02] 0.10
	// [729.23 437.54 291.69] 1458.46
	// row 1: the cells rounded by themselves add up to ¥1,458.34, the total rounded once is ¥1,458.33
}

// BenchmarkRound rounds n amounts shared by five weights. In the tables called
// same, each row for itself would favour one source, so that most must change.
func BenchmarkRound(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 5))
	weights := make([]decimal.Decimal, 5)
	for j, w := range []int64{31, 25, 19, 14, 11} {
		weights[j] = decimal.NewFromInt(w)
	}
	for _, n := range []int{1_000, 10_000, 100_000} {
		random, same := make([]funding.Money, n), make([]funding.Money, n)
		for i := range random {
			random[i] = funding.Fen(r.Int64N(10_000_000))
			same[i] = funding.Fen(1)
		}
		for name, amounts := range map[string][]funding.Money{"random": random, "same": same} {
			e := twoway.Shares(amounts, weights)
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := e.Round(); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/row")
			})
		}
	}
}
