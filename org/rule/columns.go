package rule

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Columns lays rows out in columns two spaces apart, where a Chinese character
// takes two places. The columns listed in right are aligned to the right. Lines
// have no space at their end.
func Columns(rows [][]string, right ...int) []string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], places(cell))
		}
	}
	lines := make([]string, len(rows))
	for n, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			if i > 0 {
				b.WriteString("  ")
			}
			gap := strings.Repeat(" ", widths[i]-places(cell))
			if slices.Contains(right, i) {
				b.WriteString(gap + cell)
			} else {
				b.WriteString(cell + gap)
			}
		}
		lines[n] = strings.TrimRight(b.String(), " ")
	}
	return lines
}

// places is the number of columns a terminal gives to s.
func places(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case wide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func wide(r rune) bool {
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}
