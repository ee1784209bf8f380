package main

import (
	"strings"
	"unicode/utf8"

	"github.com/sancheng-go/sancheng/org/rule"
)

// cells is one row of a .pb file and the number of its first line.
type cells struct {
	line int
	text []string
}

// blank tells whether the row holds nothing but spaces.
func (c cells) blank() bool {
	for _, cell := range c.text {
		if cell != "" {
			return false
		}
	}
	return true
}

// at returns the cell of a column, empty where the row is shorter. A cell
// "none" is empty too, as the files have it.
func (c cells) at(column int) string {
	if column < 0 || column >= len(c.text) || strings.EqualFold(c.text[column], "none") {
		return ""
	}
	return c.text[column]
}

// rows takes a file apart: cells between semicolons, without the spaces around
// them; a cell that begins with a quotation mark ends with one, holds what
// stands between, line breaks too, and a mark that is written twice. Lines end
// as on any system; rows without content are left out.
func rows(data []byte) ([]cells, error) {
	text := strings.TrimPrefix(string(data), "\uFEFF")
	if !utf8.ValidString(text) {
		bad := strings.IndexFunc(text, func(r rune) bool { return r == utf8.RuneError })
		return nil, problems.Problem("", FileEncoding, line(1+strings.Count(text[:max(bad, 0)], "\n")))
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var all []cells
	row, number := cells{line: 1}, 1
	for text != "" {
		text = strings.TrimLeft(text, " \t")
		var cell string
		if strings.HasPrefix(text, `"`) {
			opened := number
			end := closing(text)
			if end < 0 {
				return nil, problems.Problem("", FileQuote, line(opened))
			}
			cell = strings.ReplaceAll(text[1:end], `""`, `"`)
			number += strings.Count(cell, "\n")
			text = text[end+1:]
		}
		stop := strings.IndexAny(text, ";\n")
		if stop < 0 {
			stop = len(text)
		}
		row.text = append(row.text, strings.TrimSpace(cell+text[:stop]))
		if stop < len(text) && text[stop] == ';' {
			text = text[stop+1:]
			if text == "" {
				row.text = append(row.text, "")
			}
			continue
		}
		if !row.blank() {
			all = append(all, row)
		}
		number++
		row, text = cells{line: number}, text[min(stop+1, len(text)):]
	}
	if !row.blank() {
		all = append(all, row)
	}
	return all, nil
}

// closing returns the place of the mark that closes the one text begins with,
// -1 if there is none.
func closing(text string) int {
	for i := 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 == len(text) || text[i+1] != '"' {
			return i
		}
		i++
	}
	return -1
}

// part is a section of a file: its columns by name, and its rows.
type part struct {
	name    string
	columns map[string]int
	width   int
	rows    []cells
}

// sections finds the three parts. A row whose only content is a section's name
// begins it; the first row after it names the columns, but for META, whose two
// columns may go unnamed.
func sections(all []cells, found *rule.Problems) map[string]*part {
	parts := map[string]*part{}
	var now *part
	for _, row := range all {
		name := strings.ToLower(row.at(0))
		_, again := parts[name]
		switch {
		case (name == "meta" || name == "projects" || name == "votes") && cells{text: row.text[1:]}.blank() && !again:
			now = &part{name: strings.ToUpper(name)}
			parts[name] = now
		case now == nil:
			found.Add(problems.Problem("", OutsideSection, line(row.line)))
			return parts
		case now.columns == nil && (now.name != "META" || name == "key"):
			now.header(row, found)
		default:
			if now.width > 0 && len(row.text) > now.width && !(cells{text: row.text[now.width:]}).blank() {
				found.Add(problems.Problem(at(row.line), RowRagged, line(row.line),
					rule.With("cells", rule.Int(int64(len(row.text)), 0)), rule.With("columns", rule.Int(int64(now.width), 0))))
				continue
			}
			now.rows = append(now.rows, row)
		}
	}
	return parts
}

// header takes the names of the columns, in small letters.
func (p *part) header(row cells, found *rule.Problems) {
	p.columns, p.width = map[string]int{}, len(row.text)
	for i, name := range row.text {
		name = strings.ToLower(name)
		if _, twice := p.columns[name]; twice && name != "" {
			found.Add(problems.Problem(at(row.line), ColumnTwice, rule.With("section", rule.Word(p.name)), rule.With("column", rule.Quoted(name))))
		}
		p.columns[name] = i
	}
}

// column returns the place of a column, -1 if there is none; one that must be
// there is a fault.
func (p *part) column(name string, must bool, found *rule.Problems) int {
	i, ok := p.columns[name]
	switch {
	case ok:
		return i
	case must:
		found.Add(problems.Problem("", ColumnMissing, rule.With("section", rule.Word(p.name)), rule.With("column", rule.Word(name))))
	}
	return -1
}
