package main

import (
	"encoding/csv"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// writeTables writes what each request receives, then where the money went.
func writeTables(out *cli.Output, s *funding.Settlement) {
	scheme := s.Scheme()
	out.Lines([]string{scheme.Title.In(out.Lang), ""})

	awards := cli.Table{Head: []rule.Text{rule.Words("编号", "id"), rule.Words("申请", "asked")}, Right: []int{1}}
	for _, source := range scheme.Sources {
		awards.Right = append(awards.Right, len(awards.Head))
		awards.Head = append(awards.Head, source.Title)
	}
	awards.Right = append(awards.Right, len(awards.Head), len(awards.Head)+1)
	awards.Head = append(awards.Head, rule.Words("核定", "awarded"), rule.Words("未满足", "unmet"))
	for i := range s.Len() {
		a := s.Award(i)
		row := []string{a.Request, amount(out, a.Asked)}
		for _, cell := range a.Cells {
			row = append(row, amount(out, cell))
		}
		awards.Rows = append(awards.Rows, append(row, amount(out, a.Total), amount(out, a.Unmet)))
	}
	asked, paid, unmet := s.Totals()
	row := []string{rule.Words("合计", "total").In(out.Lang), rule.Num(asked, rule.Yuan).In(out.Lang)}
	for _, account := range s.Accounts() {
		row = append(row, amount(out, account.Paid))
	}
	awards.Rows = append(awards.Rows, append(row, rule.Num(paid, rule.Yuan).In(out.Lang), rule.Num(unmet, rule.Yuan).In(out.Lang)))
	out.Table(awards)

	budgets := cli.Table{
		Head: []rule.Text{
			rule.Words("资金来源", "source"), rule.Words("部分", "part"), rule.Words("预算", "budget"), rule.Words("应付", "claimed"),
			rule.Words("实付", "paid"), rule.Words("结余", "left"), rule.Words("不足时", "when short"),
		},
		Right: []int{2, 3, 4, 5},
	}
	for j, a := range s.Accounts() {
		budget, left, policy := "—", "—", ""
		if a.Budget != nil {
			budget, left = amount(out, *a.Budget), amount(out, *a.Left)
		}
		if a.Short {
			policy = scheme.Sources[j].Short.Label(out.Lang)
		}
		budgets.Rows = append(budgets.Rows, []string{
			scheme.Sources[j].Title.In(out.Lang), a.Kind.Part().String(), budget,
			rule.Num(a.Claimed, rule.Yuan).In(out.Lang), amount(out, a.Paid), left, policy,
		})
	}
	out.Lines([]string{""})
	out.Table(budgets)
}

func amount(out *cli.Output, m funding.Money) string { return m.Value().In(out.Lang) }

// writeCSV writes one row for each request, with plain amounts and the ids of
// the sources as headers.
func writeCSV(out *cli.Output, s *funding.Settlement) error {
	w := csv.NewWriter(out)
	head := []string{"id", "asked"}
	for _, source := range s.Scheme().Sources {
		head = append(head, source.ID)
	}
	rows := [][]string{append(head, "awarded", "unmet")}
	for i := range s.Len() {
		a := s.Award(i)
		row := []string{a.Request, a.Asked.String()}
		for _, cell := range a.Cells {
			row = append(row, cell.String())
		}
		rows = append(rows, append(row, a.Total.String(), a.Unmet.String()))
	}
	return w.WriteAll(rows)
}

func writePage(out *cli.Output, page rule.Page) error {
	if out.JSON {
		return out.Encode(page)
	}
	_, err := out.Write([]byte(page.In(out.Lang)))
	return err
}
