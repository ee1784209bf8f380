package main

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// line is one comparison: what the library computed or models, the document's
// figure, and what follows.
type line struct {
	What    rule.Text     `json:"what"`
	Found   rule.Value    `json:"found"`
	Figure  *rule.Figure  `json:"figure,omitempty"`
	Verdict rule.Verdict  `json:"verdict"`
	By      string        `json:"by"` // the part of the library that did it
	Reasons []rule.Reason `json:"reasons,omitempty"`
}

// fact is a statement with its lines. Its verdict is its gravest line's.
type fact struct {
	ID      string       `json:"id"`
	Words   rule.Text    `json:"words"`
	Verdict rule.Verdict `json:"verdict"`
	Lines   []line       `json:"lines"`

	figures map[string]rule.Figure
	missing rule.Problems
}

// exactly compares a computed number with a figure.
func (f *fact) exactly(name string, n int, by string, what rule.Text, reasons ...rule.Reason) {
	f.number(name, decimal.NewFromInt(int64(n)), by, what, reasons...)
}

// number compares a computed number with a figure.
func (f *fact) number(name string, n decimal.Decimal, by string, what rule.Text, reasons ...rule.Reason) {
	figure := f.figure(name)
	f.Lines = append(f.Lines, line{
		What: what, Found: rule.Num(n, figure.Unit), Figure: &figure,
		Verdict: figure.Judge(rule.Exactly(n)), By: by, Reasons: reasons,
	})
}

// among compares what is known of a number, an interval, with a figure.
func (f *fact) among(name string, known rule.Interval, by string, what rule.Text, reasons ...rule.Reason) {
	figure := f.figure(name)
	f.Lines = append(f.Lines, line{
		What: what, Found: rule.Label(known.WordsOf(figure.Unit)), Figure: &figure,
		Verdict: figure.Judge(known), By: by, Reasons: reasons,
	})
}

// derived adds a number that follows from the document's figures, without one
// of its own.
func (f *fact) derived(what rule.Text, found rule.Value, holds bool, by string, reasons ...rule.Reason) {
	verdict := rule.Contradictory
	if holds {
		verdict = rule.Consistent
	}
	f.Lines = append(f.Lines, line{What: what, Found: found, Verdict: verdict, By: by, Reasons: reasons})
}

// stated adds something the document only says, and the type that models it.
func (f *fact) stated(what rule.Text, found rule.Value, by string, reasons ...rule.Reason) {
	f.Lines = append(f.Lines, line{What: what, Found: found, Verdict: rule.Stated, By: by, Reasons: reasons})
}

func (f *fact) figure(name string) rule.Figure {
	figure, ok := f.figures[name]
	if !ok {
		f.missing.Add(problems.Problem("figures."+name, rule.Required))
	}
	return figure
}

// gravest returns the verdict of the lines together: contradictory, not
// decidable, consistent, stated, in this order of gravity.
func gravest(lines []line) rule.Verdict {
	for _, verdict := range []rule.Verdict{rule.Contradictory, rule.NotDecidable, rule.Consistent} {
		for _, l := range lines {
			if l.Verdict == verdict {
				return verdict
			}
		}
	}
	return rule.Stated
}

// replay takes the statements through the library, in their order, or the one
// with that id alone.
func replay(d document, only string) ([]fact, error) {
	w, err := build(d)
	if err != nil {
		return nil, err
	}
	checks := w.checks()
	var found rule.Problems
	facts := make([]fact, 0, len(d.Statements))
	for i, s := range d.Statements {
		at := "statements[" + strconv.Itoa(i) + "]"
		check, ok := checks[s.ID]
		if !ok {
			found.Add(problems.Problem(at+".id", StatementUnknown, rule.With("id", rule.Quoted(s.ID))))
			continue
		}
		if only != "" && s.ID != only {
			continue
		}
		f := fact{ID: s.ID, Words: s.Words, figures: s.Figures}
		found.Nest(at, check(&f))
		found.Nest(at, f.missing.Err())
		f.Verdict = gravest(f.Lines)
		facts = append(facts, f)
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return facts, nil
}
