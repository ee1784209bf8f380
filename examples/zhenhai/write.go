package main

import (
	"fmt"
	"strings"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/org/rule"
)

// writeFacts writes each statement in the report's words, and under it a line
// for each comparison: what was computed, the report's figure, the verdict and
// the part of the library that did it.
func writeFacts(out *cli.Output, facts []fact, reasons bool) {
	var rows [][]string
	heads := map[int]string{}
	for _, f := range facts {
		heads[len(rows)] = fmt.Sprintf("%-4s[%s] %s", f.ID, f.Verdict.Label(out.Lang), f.Words.In(out.Lang))
		rows = append(rows, nil)
		for _, l := range f.Lines {
			figure := ""
			if l.Figure != nil {
				figure = l.Figure.In(out.Lang)
			}
			rows = append(rows, []string{"     " + l.What.In(out.Lang), l.Found.In(out.Lang), figure, l.Verdict.Label(out.Lang), l.By})
			if reasons {
				heads, rows = withReasons(out, l.Reasons, heads, rows)
			}
		}
	}
	lines := rule.Columns(rows, 1)
	for i, head := range heads {
		lines[i] = head
	}
	out.Lines(lines)
}

// withReasons adds each reason and its parts as lines of their own.
func withReasons(out *cli.Output, reasons []rule.Reason, heads map[int]string, rows [][]string) (map[int]string, [][]string) {
	page := rule.Page{Steps: reasons}
	if len(reasons) == 0 {
		return heads, rows
	}
	for _, text := range strings.Split(strings.TrimRight(page.In(out.Lang), "\n"), "\n")[2:] {
		heads[len(rows)] = "        " + text
		rows = append(rows, nil)
	}
	return heads, rows
}
