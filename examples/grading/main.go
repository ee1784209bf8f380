// Command grading grades organizations by their scores, pays them by class
// through a scheme that three tiers share, says to each why, and answers what
// another line or rate would change.
//
//	go run ./examples/grading                             the embedded sample
//	go run ./examples/grading -scores scores.csv
//	go run ./examples/grading -explain S07 -lang zh       one organization, explained
//	go run ./examples/grading -whatif "line class1=88"    a moved line; or "rate class1=4000"
//	go run ./examples/grading -budget 60000               lines that keep the bill within
//	go run ./examples/grading -diagnose bands.csv -step 0.1
//
// The sample is synthetic. Its policy is Zhaobaoshan's of 2019, whose lines are
// illustrative. A table of bands has two columns, the grade and the words of
// its interval as published: 5A, 950以上; with faults in it the exit code is 1.
package main

import (
	"bytes"
	"context"
	_ "embed"
	"io"
	"slices"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/whatif"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

//go:embed scores.csv
var sample []byte

func main() { cli.Main(run) }

func run(_ context.Context, args []string, stdout, stderr io.Writer) error {
	c := cli.New("grading", rule.Words("按得分定级、按等级发放", "grades by scores and pays by class"))
	o := options{
		scores:   c.String("scores", "", rule.Words("得分表(CSV);不给则用内置示例", "the table of scores (CSV); by default the embedded sample")),
		explain:  c.String("explain", "", rule.Words("只说明一家,给编号", "explain one organization, by its id")),
		whatif:   c.String("whatif", "", rule.Words("改一条线或一项标准,如 line class1=88、rate class1=4000", "another line or rate, such as line class1=88 or rate class1=4000")),
		budget:   c.String("budget", "", rule.Words("预算(元):分数线整体移动多少才不超", "a budget in yuan: how far all lines must move to keep it")),
		diagnose: c.String("diagnose", "", rule.Words("检查等级表(CSV:等级、分数区间原文)", "look for faults in a table of bands (CSV: grade, words of its interval)")),
		step:     c.String("step", "1", rule.Words("等级表分值的最小单位", "the step between scores of that table")),
		most:     c.String("most", "1000", rule.Words("等级表的最高分", "the highest score of that table")),
	}
	return c.Run(args, stdout, stderr, o.answer)
}

type options struct {
	scores, explain, whatif, budget, diagnose, step, most *string
}

func (o options) answer(out *cli.Output) error {
	if *o.diagnose != "" {
		return o.diagnosis(out)
	}
	g, err := grading.New(grading.Zhaobaoshan2019())
	if err != nil {
		return err
	}
	cases, round, err := o.grade(g)
	if err != nil {
		return err
	}
	switch {
	case *o.explain != "":
		i := slices.IndexFunc(cases, func(c grading.Case) bool { return c.ID == *o.explain })
		if i < 0 {
			return problems.Problem("-explain", CaseUnknown, rule.With("id", rule.Quoted(*o.explain)))
		}
		page, err := g.Explain(cases[i])
		if err != nil {
			return err
		}
		return writePage(out, page)
	case *o.whatif != "":
		policy, err := changed(g.Policy(), *o.whatif)
		if err != nil {
			return err
		}
		before, err := g.Regrade(batch(cases))
		if err != nil {
			return err
		}
		other, err := grading.New(policy)
		if err != nil {
			return err
		}
		after, err := other.Regrade(before)
		if err != nil {
			return err
		}
		change, err := whatif.Compare(before, after)
		if err != nil {
			return err
		}
		return writeChange(out, *o.whatif, policy.Scale, cases, change)
	case *o.budget != "":
		var found rule.Problems
		budget, err := funding.ParseMoney(*o.budget)
		if found.Nest("-budget", err); len(found) > 0 {
			return found.Err()
		}
		within, err := whatif.ShiftWithin(g.Policy(), batch(cases), budget)
		if err != nil {
			return err
		}
		return writeWithin(out, within)
	}
	scheme, err := g.Policy().Subsidy.Scheme(district())
	if err != nil {
		return err
	}
	settled, err := funding.Settle(scheme, g.Requests(cases, round))
	if err != nil {
		return err
	}
	if out.JSON {
		return out.Encode(report(g, round, settled))
	}
	writeRound(out, g, cases, round, settled)
	return nil
}

// district and street are where the sample's organizations work.
func district() org.Territory { return org.Area("330211") }

func street() org.Territory { return org.Area("330211001") }

// grade reads the table of scores and assesses it.
func (o options) grade(g *grading.Grader) ([]grading.Case, grading.Round, error) {
	from := io.Reader(bytes.NewReader(sample))
	if *o.scores != "" {
		file, err := cli.Open(*o.scores)
		if err != nil {
			return nil, grading.Round{}, err
		}
		defer file.Close()
		from = file
	}
	var round grading.Round
	sheet, err := cli.ReadChecked(from, func(sheet cli.Sheet[grading.Case]) error {
		for i := range sheet.Rows {
			c := &sheet.Rows[i]
			c.Territory = street()
			if c.Months == 0 {
				c.Months = 12
			}
		}
		var err error
		round, err = g.Round(sheet.Rows)
		return sheet.Locate("", err)
	}, columns()...)
	return sheet.Rows, round, err
}
