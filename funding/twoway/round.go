package twoway

import (
	"github.com/sancheng-go/sancheng/funding"
)

// Rounded is a table in whole fen whose cells add up to its totals.
type Rounded struct {
	Cells   [][]funding.Money `json:"cells"` // by row, then column
	Rows    []funding.Money   `json:"rows"`
	Columns []funding.Money   `json:"columns"`
	Total   funding.Money     `json:"total"`
}

// Round rounds the table in both directions. What holds of the result:
//   - each cell, each row total, each column total and the whole is its exact
//     value rounded down or up to the fen; one that is a whole number of fen
//     stays as it is;
//   - the cells of each row add up to the row total, those of each column to
//     the column total, and both to the whole;
//   - of all such tables it is one with the least distance from the exact
//     values, summed over cells and totals. A single row with a whole total
//     comes out as funding.Split would divide it.
//
// Where several tables are as near, the choice is a matter of the order of rows
// and columns alone; whoever lists rows by ID has ties broken by ID.
//
// Rows of different lengths, negative amounts, more than 2^24 cells (or 2^27
// divided by the shorter side), parts of a fen with more than 18 digits, and
// amounts or totals out of the range of Money are [rule.Problem]s.
//
// There always is such a table: the exact one is a flow from rows to columns
// within whole bounds, and where a flow is, a whole one is. It is found over a
// graph of the columns alone (of the shorter side), in which an edge is the
// cheapest row that can move a fen from one column to the other. That makes the
// cost linear in the rows, with a logarithm where columns must be evened out.
func (e Exact) Round() (Rounded, error) {
	t, err := e.apart()
	if err != nil {
		return Rounded{}, err
	}
	g := t.extended()
	g.solve()
	return t.collect(func(i, j int) int64 {
		cell := t.whole[i*t.columns+j]
		if g.raised(i, j) {
			cell++
		}
		return cell
	})
}

// collect builds a table from its cells, in fen.
func (t *parts) collect(cell func(i, j int) int64) (Rounded, error) {
	r := Rounded{
		Cells: make([][]funding.Money, t.rows), Rows: make([]funding.Money, t.rows), Columns: make([]funding.Money, t.columns),
	}
	flat := make([]funding.Money, t.rows*t.columns)
	columns := make([]int64, t.columns)
	total := int64(0)
	for i := range t.rows {
		r.Cells[i] = flat[i*t.columns : (i+1)*t.columns : (i+1)*t.columns]
		row := int64(0)
		for j := range t.columns {
			fen := cell(i, j)
			if fen > maxFen || total > maxFen-fen {
				return Rounded{}, problems.Problem("cells", AmountRange)
			}
			r.Cells[i][j] = funding.Fen(fen)
			row += fen
			total += fen
			columns[j] += fen
		}
		r.Rows[i] = funding.Fen(row)
	}
	for j, fen := range columns {
		r.Columns[j] = funding.Fen(fen)
	}
	r.Total = funding.Fen(total)
	return r, nil
}

// extended returns the parts of a fen as a table all of whose lines add up to
// whole fen: with a column that fills up each row, a row that fills up each
// column, and in the corner the part of a fen of the whole. To raise what fills
// up a line is to round its total down.
func (t *parts) extended() *grid {
	g := &grid{rows: t.rows, columns: t.columns, fen: t.fen}
	if t.columns > t.rows {
		g.turned, g.rows, g.columns = true, t.columns, t.rows
	}
	g.rows++
	g.columns++
	g.part = make([]int64, g.rows*g.columns)
	last := g.columns - 1
	fill := g.part[(g.rows-1)*g.columns:]
	corner := int64(0)
	for i := range g.rows - 1 {
		sum := int64(0)
		for j := range last {
			k := i*t.columns + j
			if g.turned {
				k = j*t.columns + i
			}
			part := t.over[k]
			g.part[i*g.columns+j] = part
			sum = g.plus(sum, part)
			fill[j] = g.plus(fill[j], part)
			corner = g.plus(corner, part)
		}
		g.part[i*g.columns+last] = g.minus(sum)
	}
	for j := range last {
		fill[j] = g.minus(fill[j])
	}
	fill[last] = corner
	return g
}
