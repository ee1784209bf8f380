package rule

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// Page is the explanation of one outcome: what it is about, what came out, the
// steps that led there, and notes such as why it is not the next better one.
// It reads the same in Chinese, English and JSON.
type Page struct {
	Title Text
	Rule  Head     // the rules that decided
	Lines []Line   // who, and with what result
	Steps []Reason // in order; the parts of a step stand under it
	Notes []Reason
}

// Line is a labelled value at the head of a page.
type Line struct {
	Label Text
	Value Value
}

// In lays the page out for a reader of tag, as lines of text with wide
// characters aligned, ending in a newline.
func (p Page) In(tag language.Tag) string {
	heading := []string{p.Title.In(tag)}
	if p.Rule.ID != "" {
		heading = append(heading, p.version(tag))
	}
	lines := []string{strings.Join(heading, "    ")}
	var rows [][]string
	for _, line := range p.Lines {
		rows = append(rows, []string{line.Label.In(tag), line.Value.In(tag)})
	}
	lines = append(lines, Columns(rows)...)
	if len(p.Steps) > 0 {
		head := Text{" 步骤|结果|依据", " step|result|source"}
		rows = [][]string{strings.Split(head.In(tag), "|")}
		last := len(strconv.Itoa(len(p.Steps)))
		for i, step := range p.Steps {
			rows = steps(rows, step, fmt.Sprintf(" %*d ", last, i+1), tag)
		}
		lines = append(lines, "")
		lines = append(lines, Columns(rows)...)
	}
	if len(p.Notes) > 0 {
		lines = append(lines, "")
	}
	for _, note := range p.Notes {
		for _, row := range steps(nil, note, "", tag) {
			if basis := row[2]; basis != "" {
				row[0] += Text{"(" + basis + ")", " (" + basis + ")"}.In(tag)
			}
			lines = append(lines, row[0])
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

func steps(rows [][]string, r Reason, mark string, tag language.Tag) [][]string {
	result := ""
	if !r.Output.IsZero() || r.Op == Compare {
		result = r.Output.In(tag)
	}
	rows = append(rows, []string{mark + r.In(tag), result, r.Basis(tag)})
	for _, part := range r.Parts {
		rows = steps(rows, part, strings.Repeat(" ", len(mark))+"  ", tag)
	}
	return rows
}

func (p Page) version(tag language.Tag) string {
	name := Text{"规则 ", "rules "}.In(tag) + p.Rule.ID
	var remarks []string
	if !p.Rule.Period.From.IsZero() {
		from := p.Rule.Period.From.String()
		remarks = append(remarks, Text{from + " 起施行", "in force " + from}.In(tag))
	}
	if !p.Rule.Period.Until.IsZero() {
		until := p.Rule.Period.Until.String()
		remarks = append(remarks, Text{until + " 起失效", "until " + until}.In(tag))
	}
	if p.Rule.Status == Illustrative {
		remarks = append(remarks, p.Rule.Status.Label(tag))
	}
	switch {
	case len(remarks) == 0:
		return name
	case Chinese(tag):
		return name + "(" + strings.Join(remarks, ",") + ")"
	}
	return name + " (" + strings.Join(remarks, ", ") + ")"
}

// MarshalJSON writes title, rule if there is one, lines, steps and notes; steps
// carry their sentences in both languages.
func (p Page) MarshalJSON() ([]byte, error) {
	type line struct {
		Label Text  `json:"label"`
		Value Value `json:"value"`
	}
	lines := make([]line, len(p.Lines))
	for i, l := range p.Lines {
		lines[i] = line(l)
	}
	return json.Marshal(struct {
		Title Text     `json:"title"`
		Rule  Head     `json:"rule,omitzero"`
		Lines []line   `json:"lines"`
		Steps []Reason `json:"steps"`
		Notes []Reason `json:"notes"`
	}{p.Title, p.Rule, lines, append([]Reason{}, p.Steps...), append([]Reason{}, p.Notes...)})
}
