package main

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// diagnosis reads a table of bands and lists its faults and, under each
// reading, what the grades then are.
func (o options) diagnosis(out *cli.Output) error {
	var found rule.Problems
	step, err := rule.ParseDecimal(*o.step)
	found.Nest("-step", err)
	most, err := rule.ParseDecimal(*o.most)
	found.Nest("-most", err)
	file, err := cli.Open(*o.diagnose)
	if err != nil {
		found.Nest("", err)
		return found.Err()
	}
	defer file.Close()
	var notice grading.Notice
	var d grading.Diagnosis
	_, err = cli.ReadChecked(file, func(sheet cli.Sheet[bandRow]) error {
		notice = published(sheet.Rows, step, most)
		var err error
		d, err = notice.Diagnose()
		return sheet.Locate("rows", err)
	}, bandColumns()...)
	found.Nest("", err)
	if len(found) > 0 {
		return found.Err()
	}
	if err := writeDiagnosis(out, notice, d); err != nil {
		return err
	}
	if n := len(d.Faults); n > 0 {
		return cli.Failed(n)
	}
	return nil
}

// published is the rows of a table as a notice.
func published(rows []bandRow, step, most decimal.Decimal) grading.Notice {
	n := grading.Notice{
		Head:   rule.Head{ID: "bands", Title: rule.Words("等级表", "table of bands"), Status: rule.Illustrative},
		Scores: band.Domain{In: rule.AtLeast(decimal.Decimal{}).AtMost(most), Step: step},
		Below:  grading.NoticeRow{ID: "none", Label: rule.Words("未达等级", "no grade")},
	}
	lowest := false
	for _, row := range rows {
		if row.grade == "" {
			row.grade = "—" // a cell that is a fault already
		}
		n.Rows = append(n.Rows, grading.NoticeRow{ID: row.grade, Label: rule.Words(row.grade, row.grade), Words: row.words})
		in, err := band.ParseWords(row.words)
		_, _, bounded := in.Low()
		lowest = lowest || err == nil && !bounded
	}
	if lowest {
		n.Below = grading.NoticeRow{} // the last row goes down to the lowest score
	}
	return n
}

func writeDiagnosis(out *cli.Output, n grading.Notice, d grading.Diagnosis) error {
	type reading struct {
		Reading rule.Text       `json:"reading"`
		Classes []grading.Class `json:"classes"`
		Refused rule.Problems   `json:"refused,omitempty"`
	}
	var readings []reading
	for _, r := range grading.Readings() {
		s, err := n.Scale(r)
		readings = append(readings, reading{rule.Words(r.Label(language.Chinese), r.Label(language.English)), s.Classes, rule.ProblemsOf(err)})
	}
	if out.JSON {
		return out.Encode(struct {
			Rows     []grading.NoticeRow `json:"rows"`
			Read     []rule.Interval     `json:"read"`
			Faults   rule.Problems       `json:"faults"`
			Readings []reading           `json:"readings"`
		}{n.Rows, d.Rows, append(rule.Problems{}, d.Problems()...), readings})
	}
	t := cli.Table{Head: []rule.Text{rule.Words("等级", "grade"), rule.Words("原文", "as published"), rule.Words("读作", "read as")}}
	for i, row := range n.Rows {
		t.Rows = append(t.Rows, []string{row.Label.In(out.Lang), row.Words, d.Rows[i].In(out.Lang)})
	}
	out.Table(t)
	fmt.Fprintln(out)
	scores := n.Scores.In.In(out.Lang)
	if d.Sound() {
		fmt.Fprintf(out, rule.Words("%s(每 %s 分一档)无空档,无重叠 ✓\n", "no gap, no overlap on %s in steps of %s ✓\n").In(out.Lang), scores, n.Scores.Step)
	}
	for _, p := range d.Problems() {
		fmt.Fprintln(out, p.In(out.Lang))
	}
	fmt.Fprintln(out)
	t = cli.Table{Head: []rule.Text{rule.Words("读法", "reading")}}
	for _, row := range n.Rows {
		t.Head = append(t.Head, row.Label)
	}
	for _, r := range readings {
		row := []string{r.Reading.In(out.Lang)}
		if len(r.Refused) > 0 {
			row = append(row, rule.Words("不能用", "refused").In(out.Lang))
		}
		for i := range min(len(r.Classes), len(n.Rows)) {
			row = append(row, r.Classes[i].In.In(out.Lang))
		}
		row = append(row, slices.Repeat([]string{""}, len(t.Head)-len(row))...)
		t.Rows = append(t.Rows, row)
	}
	out.Table(t)
	return nil
}
