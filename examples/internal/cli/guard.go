package cli

import (
	"io"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Bounds of a table.
const (
	maxTable   = 64 << 20 // bytes
	maxCell    = 64 << 10 // bytes
	maxColumns = 1000
	maxFaults  = 1000
)

// guard passes on the bytes of a table and stops where one of its bounds is
// broken, before anything is collected beyond them. The bytes it looks for are
// no part of a longer character in either UTF-8 or GB18030.
type guard struct {
	from   io.Reader
	size   int
	row    int // rows ended so far, blank ones included
	column int // cells of this row ended so far
	cell   int // bytes of this cell so far
	quoted bool
	within bool // a quoted cell's quotation mark is open
}

func (g *guard) Read(p []byte) (int, error) {
	n, err := g.from.Read(p)
	for _, b := range p[:n] {
		if fault := g.see(b); fault != nil {
			return 0, fault
		}
	}
	return n, err
}

func (g *guard) see(b byte) error {
	g.size++
	switch {
	case b == '"' && (g.cell == 0 || g.quoted):
		g.quoted, g.within = true, !g.within
		g.cell++
	case b == ',' && !g.within:
		g.column++
		g.cell, g.quoted = 0, false
	case b == '\n' && !g.within:
		g.row++
		g.column, g.cell, g.quoted = 0, 0, false
	default:
		g.cell++
	}
	switch {
	case g.size > maxTable:
		return problems.Problem("", TableTooLarge, rule.With("most", rule.Int(maxTable>>20, 0)))
	case b == 0:
		return problems.Problem("", TableNUL, g.at())
	case g.cell > maxCell:
		return problems.Problem("", CellTooLong, g.at(), counted("place", g.column+1), rule.With("most", rule.Int(maxCell>>10, 0)))
	case g.column >= maxColumns:
		return problems.Problem("", ColumnsTooMany, g.at(), rule.With("most", rule.Int(maxColumns, 0)))
	}
	return nil
}

func (g *guard) at() rule.Input { return counted("row", g.row+1) }
