package stage

import (
	"strings"

	"golang.org/x/text/language"
)

// Mermaid draws the table as a Mermaid state diagram with labels in the
// reader's language. A star marks an event that needs a condition.
func (t Table[S, E]) Mermaid(tag language.Tag) string {
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n")
	reached := t.reached()
	for n := range 256 {
		stage := S(n)
		if reached[stage] {
			b.WriteString("    " + id(stage) + " : " + stage.Label(tag) + "\n")
		}
	}
	b.WriteString("    [*] --> " + id(t.start) + "\n")
	for _, row := range t.rows {
		b.WriteString("    " + id(row.From) + " --> " + id(row.To) + " : " + row.On.Label(tag))
		if !row.Needs.IsZero() {
			b.WriteString(" *")
		}
		b.WriteString("\n")
	}
	for _, end := range t.ends {
		b.WriteString("    " + id(end) + " --> [*]\n")
	}
	return b.String()
}

func id[S Name](stage S) string { return strings.ReplaceAll(stage.String(), "-", "_") }
