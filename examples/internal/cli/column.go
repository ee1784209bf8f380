package cli

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Column reads one column of a table into rows of type R.
type Column[R any] struct {
	name     string
	label    rule.Text
	headers  []string
	optional bool
	accepts  rule.Text
	read     func(row *R, cell string) error
}

// Col is a column that must be there and filled in. The name stands in paths
// and is a header the table may use, as are the label in either language and
// the further headers. Headers are compared without regard to case, spaces,
// underscores and the width of characters.
func Col[R, T any](name string, label rule.Text, parser Parser[T], set func(*R, T), headers ...string) Column[R] {
	var all []string
	for _, header := range append([]string{label.ZH, label.EN, name}, headers...) {
		if !slices.Contains(all, header) {
			all = append(all, header)
		}
	}
	return Column[R]{
		name: name, label: label, accepts: parser.Accepts,
		headers: all,
		read: func(row *R, cell string) error {
			value, err := parser.Parse(cell)
			if err == nil {
				set(row, value)
			}
			return err
		},
	}
}

// Optional returns the column as one that may be missing or left empty.
func (c Column[R]) Optional() Column[R] {
	c.optional = true
	return c
}

// labels lists what the columns are called.
func labels[R any](columns []Column[R]) rule.Value {
	var zh, en []string
	for _, c := range columns {
		zh = append(zh, c.label.ZH)
		en = append(en, c.label.EN)
	}
	return rule.Label(rule.Words(strings.Join(zh, "、"), strings.Join(en, ", ")))
}

// why says what a cell of the column may hold, or else what is wrong.
func (c Column[R]) why(wrong rule.Text) rule.Value {
	if c.accepts.IsZero() {
		return rule.Label(wrong)
	}
	return rule.Label(rule.Words("可填"+c.accepts.ZH, "accepted: "+c.accepts.EN))
}

// key is what two spellings of a header have in common.
func key(header string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r == '_' {
			return -1
		}
		return r
	}, norm.NFKC.String(header)))
}

// places finds the cell of each column in a header, -1 for a column that is
// not there, and every fault of the header. A header two columns claim goes to
// the first of them.
func places[R any](header []string, columns []Column[R]) (at []int, found rule.Problems) {
	byKey := map[string]int{}
	at = make([]int, len(columns))
	for i, c := range columns {
		at[i] = -1
		for _, h := range c.headers {
			if _, taken := byKey[key(h)]; !taken {
				byKey[key(h)] = i
			}
		}
	}
	all := labels(columns)
	for place, written := range header {
		i, known := byKey[key(written)]
		switch {
		case !known:
			found.Add(problems.Problem("header", ColumnUnknown, counted("place", place+1),
				rule.With("header", rule.Quoted(written)), rule.With("accepted", all)))
		case at[i] >= 0:
			found.Add(problems.Problem("header", ColumnTwice, rule.With("column", rule.Label(columns[i].label)),
				counted("first", at[i]+1), counted("second", place+1),
				rule.With("header", rule.Quoted(written))))
		default:
			at[i] = place
		}
	}
	for i, c := range columns {
		if at[i] < 0 && !c.optional {
			found.Add(problems.Problem("header", ColumnMissing,
				rule.With("column", rule.Label(c.label)), rule.With("accepted", rule.Word(strings.Join(c.headers, ", ")))))
		}
	}
	return at, found
}
