package cli

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Sheet is the rows of a table. Numbers holds each row's number as a
// spreadsheet shows it: the header is row 1, blank rows count.
type Sheet[R any] struct {
	Rows    []R
	Numbers []int
}

// ReadCSV reads a table of comma-separated values as clerks keep it: in UTF-8
// with or without a byte order mark or in GB18030, headers in Chinese or
// English in any order, spaces around cells, blank rows. Every fault is
// reported at once, at a path such as rows[5].asked with the row's number as a
// spreadsheet shows it; beside a fault nothing is returned. Nothing is read
// beyond 64 MiB, a cell of 64 KiB or 1,000 columns.
func ReadCSV[R any](from io.Reader, columns ...Column[R]) (Sheet[R], error) {
	return ReadChecked(from, nil, columns...)
}

// ReadChecked is [ReadCSV] with a check of the rows together, whose faults come
// at once with those of the cells, at paths as [Sheet.Locate] gives them. It
// sees a faulty cell as an empty one, and what it says of such a cell is left
// out.
func ReadChecked[R any](from io.Reader, check func(Sheet[R]) error, columns ...Column[R]) (Sheet[R], error) {
	text, err := readText(from)
	if err != nil {
		return Sheet[R]{}, err
	}
	t := reading[R]{columns: columns}
	lines := csv.NewReader(strings.NewReader(text))
	lines.FieldsPerRecord = -1
	lines.ReuseRecord = true
	within := 0 // line breaks inside cells so far
	for {
		record, err := lines.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if broken := (*csv.ParseError)(nil); errors.As(err, &broken) {
			row := broken.StartLine - within
			t.found.Add(problems.Problem(path(row), TableQuote, counted("row", row)))
			if t.at == nil {
				return Sheet[R]{}, t.found.Err() // without a header no cell has a meaning
			}
			within += broken.Line - broken.StartLine
			continue
		}
		line, _ := lines.FieldPos(0)
		number := line - within
		for _, cell := range record {
			within += strings.Count(cell, "\n")
		}
		t.record(number, record)
		if len(t.found) > maxFaults {
			t.found = append(t.found[:maxFaults], problems.Problem("", TableFaults, rule.With("most", rule.Int(maxFaults, 0))))
			break
		}
	}
	if t.at == nil {
		t.found.Add(problems.Problem("", TableEmpty))
	}
	if check != nil && t.headed {
		t.found.Add(t.others(check(t.sheet))...)
	}
	if err := t.found.Err(); err != nil {
		return Sheet[R]{}, err
	}
	return t.sheet, nil
}

// others returns the problems of a check that are not at a faulty cell.
func (t *reading[R]) others(err error) []*rule.Problem {
	faulty := map[string]bool{}
	for _, p := range t.found {
		faulty[p.Path] = true
	}
	return slices.DeleteFunc(rule.ProblemsOf(err), func(p *rule.Problem) bool { return faulty[p.Path] })
}

// Locate returns the problems of err with the places of rows in a list, such
// as requests[3].asked, as rows of the table: rows[5].asked.
func (s Sheet[R]) Locate(list string, err error) error {
	var found rule.Problems
	for _, p := range rule.ProblemsOf(err) {
		moved := *p
		if rest, ok := strings.CutPrefix(p.Path, list+"["); ok {
			place, field, _ := strings.Cut(rest, "]")
			if i, err := strconv.Atoi(place); err == nil && i >= 0 && i < len(s.Numbers) {
				moved.Path = path(s.Numbers[i]) + field
			}
		}
		found.Add(&moved)
	}
	return found.Err()
}

func path(row int) string { return fmt.Sprintf("rows[%d]", row) }

// reading is a table half read.
type reading[R any] struct {
	columns []Column[R]
	header  []string // as written
	at      []int    // the cell of each column
	headed  bool     // the header is without a fault
	sheet   Sheet[R]
	found   rule.Problems
}

// record reads one record: the header if there was none yet, else a row.
func (t *reading[R]) record(number int, record []string) {
	filled := 0
	for i, cell := range record {
		record[i] = strings.TrimSpace(cell)
		if record[i] != "" {
			filled = i + 1
		}
	}
	switch {
	case filled == 0:
	case t.at == nil:
		t.header = slices.Clone(record[:filled])
		t.at, t.found = places(t.header, t.columns)
		t.headed = len(t.found) == 0
	case filled > len(t.header) || len(record) < len(t.header):
		t.found.Add(problems.Problem(path(number), TableRagged, counted("row", number),
			rule.With("cells", rule.Int(int64(len(record)), 0)), rule.With("columns", rule.Int(int64(len(t.header)), 0))))
	default:
		t.row(number, record)
	}
}

func (t *reading[R]) row(number int, record []string) {
	var row R
	for i, c := range t.columns {
		if t.at[i] < 0 {
			continue
		}
		cell := record[t.at[i]]
		fault := func(code rule.Code, more ...rule.Input) {
			t.found.Add(problems.Problem(path(number)+"."+c.name, code, append(more,
				counted("row", number), rule.With("column", rule.Quoted(t.header[t.at[i]])))...))
		}
		if cell == "" {
			if !c.optional {
				fault(CellEmpty, rule.With("why", c.why(rule.Sentences()[rule.Required])))
			}
			continue
		}
		if err := c.read(&row, cell); err != nil {
			own := rule.ProblemsOf(err)
			fault(CellInvalid, rule.With("value", rule.Quoted(cell)),
				rule.With("why", c.why(rule.Words(own.In(language.Chinese), own.In(language.English)))))
		}
	}
	t.sheet.Rows = append(t.sheet.Rows, row)
	t.sheet.Numbers = append(t.sheet.Numbers, number)
}
