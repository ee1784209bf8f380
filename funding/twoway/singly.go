package twoway

import (
	"cmp"
	"strconv"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Singly is a table each of whose cells was rounded by itself. Its totals are
// those of its cells.
type Singly struct {
	Rounded
	Gaps []Gap `json:"gaps"`
}

// Gap is a line whose cells, each rounded by itself, do not add up to its
// total rounded once.
type Gap struct {
	Row    int           `json:"row,omitzero"`    // from 1; 0 for a column or the whole
	Column int           `json:"column,omitzero"` // from 1; 0 for a row or the whole
	Cells  funding.Money `json:"cells"`           // what the cells add up to
	Whole  funding.Money `json:"whole"`           // the exact total, rounded once
}

// Reason says the gap in a sentence; its output is how much too much the cells
// come to.
func (g Gap) Reason() rule.Reason {
	figures := []rule.Input{rule.With("cells", g.Cells.Value()), rule.With("whole", g.Whole.Value())}
	code := TotalGap
	line := func(name string, k int) {
		figures = append(figures, rule.With(name, rule.Label(rule.Words(strconv.Itoa(k), strconv.Itoa(k)))))
	}
	switch {
	case g.Row > 0:
		code = RowGap
		line("row", g.Row)
	case g.Column > 0:
		code = ColumnGap
		line("column", g.Column)
	}
	return problems.Reason(code, figures...).Gives(rule.Difference, funding.Fen(g.Cells.Fen()-g.Whole.Fen()).Value())
}

// RoundSingly rounds each cell by itself, as a rule may say, and shows every
// line whose cells then do not add up to its total rounded once in the same
// mode: first rows, then columns, then the whole. Faults are as of
// [Exact.Round]; a mode not stated is one too.
func (e Exact) RoundSingly(mode rule.Mode) (Singly, error) {
	var found rule.Problems
	if !mode.Valid() {
		found.Add(problems.Problem("mode", rule.Required))
	}
	t, err := e.apart()
	found.Nest("", err)
	if len(found) > 0 {
		return Singly{}, found.Err()
	}
	once := func(whole, over int64) int64 {
		if mode.Away(whole%2 != 0, cmp.Compare(over, t.fen-over), over == 0) {
			return whole + 1
		}
		return whole
	}
	rounded, err := t.collect(func(i, j int) int64 { return once(t.whole[i*t.columns+j], t.over[i*t.columns+j]) })
	if err != nil {
		return Singly{}, err
	}
	s := Singly{Rounded: rounded, Gaps: []Gap{}}
	check := func(g Gap, first, step, count int) {
		if g.Whole = funding.Fen(once(t.sum(first, step, count))); g.Whole != g.Cells {
			s.Gaps = append(s.Gaps, g)
		}
	}
	for i, cells := range s.Rows {
		check(Gap{Row: i + 1, Cells: cells}, i*t.columns, 1, t.columns)
	}
	for j, cells := range s.Columns {
		check(Gap{Column: j + 1, Cells: cells}, j, t.columns, t.rows)
	}
	check(Gap{Cells: s.Total}, 0, 1, len(t.whole))
	return s, nil
}

// sum adds up a number of cells that lie a step apart.
func (t *parts) sum(first, step, count int) (whole, over int64) {
	for k := range count {
		whole += t.whole[first+k*step]
		over += t.over[first+k*step]
		if over >= t.fen {
			whole++
			over -= t.fen
		}
	}
	return whole, over
}
