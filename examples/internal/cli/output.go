package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Output is where a command writes, in which language, and whether as JSON.
// It is an io.Writer, for fmt.Fprintf.
type Output struct {
	Lang language.Tag
	JSON bool

	written bytes.Buffer
}

// Write appends to the output.
func (o *Output) Write(p []byte) (int, error) { return o.written.Write(p) }

// Lines writes lines.
func (o *Output) Lines(lines []string) {
	for _, line := range lines {
		fmt.Fprintln(o, line)
	}
}

// Encode writes v as indented JSON.
func (o *Output) Encode(v any) error {
	enc := json.NewEncoder(o)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// Table is rows of cells under a head. The columns listed in Right hold
// numbers and are aligned to the right.
type Table struct {
	Head  []rule.Text
	Rows  [][]string
	Right []int
}

// Table writes a table with its columns aligned, where a Chinese character
// takes two places. Characters that would move the cursor are shown as spaces.
func (o *Output) Table(t Table) {
	rows := make([][]string, 0, 1+len(t.Rows))
	head := make([]string, len(t.Head))
	for i, text := range t.Head {
		head[i] = text.In(o.Lang)
	}
	rows = append(rows, head)
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = visible(cell)
		}
		rows = append(rows, cells)
	}
	o.Lines(rule.Columns(rows, t.Right...))
}

// visible makes control characters spaces, so that a text from a file stays on
// its line and cannot steer the terminal.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control) {
			return ' '
		}
		return r
	}, s)
}
