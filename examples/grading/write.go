package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/whatif"
	"github.com/sancheng-go/sancheng/org/rule"
)

func amount(out *cli.Output, m funding.Money) string { return m.Value().In(out.Lang) }

func yuan(out *cli.Output, d decimal.Decimal) string { return rule.Num(d, rule.Yuan).In(out.Lang) }

func writePage(out *cli.Output, page rule.Page) error {
	if out.JSON {
		return out.Encode(page)
	}
	_, err := io.WriteString(out, page.In(out.Lang))
	return err
}

// outcome is one organization in the report for programs.
type outcome struct {
	ID      string          `json:"id"`
	Outcome grading.Outcome `json:"outcome"`
	Class   string          `json:"class,omitzero"`
	Payable funding.Money   `json:"payable"`
	Shares  []funding.Money `json:"shares"`
}

// round is the report for programs.
type round struct {
	Policy   string              `json:"policy"`
	Scale    string              `json:"scale"`
	Outcomes []outcome           `json:"outcomes"`
	Paid     int                 `json:"paid"`
	Stopped  int                 `json:"stopped"`
	Bill     funding.Money       `json:"bill"`
	Settled  *funding.Settlement `json:"settled"`
}

func report(g *grading.Grader, r grading.Round, s *funding.Settlement) round {
	p := g.Policy()
	out := round{Policy: p.Subsidy.ID, Scale: p.Scale.ID, Paid: r.Paid, Stopped: r.Stopped, Bill: r.Bill, Settled: s, Outcomes: []outcome{}}
	for _, a := range r.Assessments {
		o := outcome{ID: a.ID, Outcome: a.Outcome, Payable: a.Payable, Shares: append([]funding.Money{}, a.Shares...)}
		if a.Class >= 0 {
			o.Class = p.Scale.Classes[a.Class].ID
		}
		out.Outcomes = append(out.Outcomes, o)
	}
	return out
}

// writeRound writes every organization, the classes and who pays.
func writeRound(out *cli.Output, g *grading.Grader, cases []grading.Case, r grading.Round, s *funding.Settlement) {
	p := g.Policy()
	fmt.Fprintln(out, p.Subsidy.Title.In(out.Lang))
	fmt.Fprintln(out)
	t := cli.Table{
		Head: []rule.Text{
			rule.Words("编号", "id"), rule.Words("组织", "organization"), rule.Words("得分", "score"), rule.Words("等级", "class"),
			rule.Words("月数", "months"), rule.Words("应发", "payable"), rule.Words("距上一级", "to the next class"),
		},
		Right: []int{2, 4, 5, 6},
	}
	for i, a := range r.Assessments {
		class, score, short := a.Outcome.Label(out.Lang), "—", ""
		if a.Class >= 0 {
			class, score = p.Scale.Classes[a.Class].Label.In(out.Lang), rule.Num(cases[i].Score.Decimal, 0).In(out.Lang)
		}
		if a.Next != nil {
			short = rule.Num(a.Next.Short, rule.Point).In(out.Lang)
		}
		t.Rows = append(t.Rows, []string{a.ID, cases[i].Name.In(out.Lang), score, class, strconv.Itoa(cases[i].Months), amount(out, a.Payable), short})
	}
	out.Table(t)
	fmt.Fprintln(out)
	t = cli.Table{Head: []rule.Text{rule.Words("等级", "class"), rule.Words("家数", "organizations"), rule.Words("应发", "payable")}, Right: []int{1, 2}}
	for i, total := range r.Classes {
		t.Rows = append(t.Rows, []string{p.Scale.Classes[i].Label.In(out.Lang), strconv.Itoa(total.Cases), amount(out, total.Bill)})
	}
	t.Rows = append(t.Rows, []string{rule.Words("未评估", "not assessed").In(out.Lang), strconv.Itoa(r.Unclassed), amount(out, funding.Money{})},
		[]string{rule.Words("合计", "total").In(out.Lang), strconv.Itoa(len(cases)), amount(out, r.Bill)})
	out.Table(t)
	fmt.Fprintln(out)
	t = cli.Table{Head: []rule.Text{rule.Words("资金来源", "payer"), rule.Words("实付", "paid")}, Right: []int{1}}
	for j, account := range s.Accounts() {
		t.Rows = append(t.Rows, []string{s.Scheme().Sources[j].Title.In(out.Lang), amount(out, account.Paid)})
	}
	out.Table(t)
}

// writeChange writes a policy beside another, class by class.
func writeChange(out *cli.Output, words string, s grading.Scale, cases []grading.Case, c whatif.Change) error {
	if out.JSON {
		ids := func(rows []int) []string {
			list := []string{}
			for _, row := range rows {
				list = append(list, cases[row].ID)
			}
			return list
		}
		return out.Encode(struct {
			WhatIf string        `json:"what_if"`
			Change whatif.Change `json:"change"`
			Risen  []string      `json:"risen"`
			Fallen []string      `json:"fallen"`
		}{words, c, ids(c.Risen), ids(c.Fallen)})
	}
	fmt.Fprintf(out, rule.Words("假如 %s(得分虚构)\n\n", "what if %s (invented scores)\n\n").In(out.Lang), words)
	t := cli.Table{
		Head: []rule.Text{
			rule.Words("等级", "class"), rule.Words("原家数", "before"), rule.Words("现家数", "after"),
			rule.Words("原应发", "paid before"), rule.Words("现应发", "paid after"), rule.Words("增减", "change"),
		},
		Right: []int{1, 2, 3, 4, 5},
	}
	change := func(before, after funding.Money) string {
		d := after.Decimal().Sub(before.Decimal())
		if d.Sign() > 0 {
			return "+" + yuan(out, d)
		}
		return yuan(out, d)
	}
	for i, class := range c.Classes {
		t.Rows = append(t.Rows, []string{
			s.Classes[i].Label.In(out.Lang), strconv.Itoa(class.Before.Cases), strconv.Itoa(class.After.Cases),
			amount(out, class.Before.Bill), amount(out, class.After.Bill), change(class.Before.Bill, class.After.Bill),
		})
	}
	t.Rows = append(t.Rows, []string{
		rule.Words("合计", "total").In(out.Lang), strconv.Itoa(len(cases) - c.Barred[0]), strconv.Itoa(len(cases) - c.Barred[1]),
		amount(out, c.Bill[0]), amount(out, c.Bill[1]), change(c.Bill[0], c.Bill[1]),
	})
	out.Table(t)
	fmt.Fprintln(out)
	fmt.Fprintf(out, rule.Words("%d 家多得 %s,%d 家少得 %s\n", "%d gain %s, %d lose %s\n").In(out.Lang),
		c.Gainers.Rows, yuan(out, c.Gainers.Amount), c.Losers.Rows, yuan(out, c.Losers.Amount))
	for _, side := range []struct {
		text rule.Text
		rows []int
	}{{rule.Words("升级:", "rise:"), c.Risen}, {rule.Words("降级:", "fall:"), c.Fallen}} {
		if len(side.rows) == 0 {
			continue
		}
		fmt.Fprint(out, side.text.In(out.Lang))
		for _, row := range side.rows {
			fmt.Fprint(out, " ", cases[row].ID)
		}
		fmt.Fprintln(out)
	}
	return nil
}

// writeWithin writes how far all lines must move, with the neighbours.
func writeWithin(out *cli.Output, w whatif.Within) error {
	if out.JSON {
		w.Tries = nil
		return out.Encode(w)
	}
	fmt.Fprintf(out, rule.Words("预算 %s,分数线整体移动(得分虚构):\n\n", "budget %s, all lines moved together (invented scores):\n\n").In(out.Lang), amount(out, w.Budget))
	t := cli.Table{
		Head:  []rule.Text{rule.Words("移动", "moved by"), rule.Words("应发", "bill"), rule.Words("发放家数", "paid"), rule.Words("", "")},
		Right: []int{0, 1, 2},
	}
	for _, try := range []*whatif.Try{w.Before, w.Lowest, w.After} {
		if try == nil {
			continue
		}
		mark := ""
		if try == w.Lowest {
			mark = rule.Words("← 不超预算的最低处", "<- the lowest within the budget").In(out.Lang)
		}
		t.Rows = append(t.Rows, []string{rule.Num(try.At, rule.Point).In(out.Lang), amount(out, try.Bill), strconv.Itoa(try.Paid), mark})
	}
	out.Table(t)
	if w.Lowest == nil {
		fmt.Fprintln(out, rule.Words("怎样移动都超出预算", "no move keeps the budget").In(out.Lang))
	}
	return nil
}
