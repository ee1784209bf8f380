package main

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/analysis"
	"github.com/sancheng-go/sancheng/org/rule"
)

// writeFigures writes leverage, concentration, and the shares of sources, parts
// and groups.
func writeFigures(out *cli.Output, s *funding.Settlement, by analysis.Grouping) error {
	lever := analysis.LeverageOf(s)
	tables := []struct {
		name   string
		head   rule.Text
		shares []analysis.Share
	}{
		{"sources", rule.Words("资金来源", "source"), analysis.BySource(s)},
		{"parts", rule.Words("部分", "part"), analysis.ByPart(s)},
		{"groups", rule.Words("分组", "group"), analysis.By(s, by)},
	}
	if out.JSON {
		figures := map[string]any{"leverage": lever, "social_per_public_yuan": lever.Ratio(), "gini": analysis.Concentration(s)}
		for _, t := range tables {
			figures[t.name] = t.shares
		}
		return out.Encode(figures)
	}
	scheme := s.Scheme()
	out.Lines([]string{scheme.Title.In(out.Lang), ""})
	out.Lines(rule.Columns([][]string{
		{rule.Words("公共资金每元带动社会资金", "social money for each public yuan").In(out.Lang), lever.Ratio().In(out.Lang)},
		{rule.Words("各项目所得的基尼系数", "Gini coefficient of what projects receive").In(out.Lang), analysis.Concentration(s).In(out.Lang)},
	}))
	for _, t := range tables {
		out.Lines([]string{""})
		table := cli.Table{
			Head:  []rule.Text{t.head, rule.Words("件数", "requests"), rule.Words("金额", "paid"), rule.Words("占比", "share")},
			Right: []int{1, 2, 3},
		}
		for _, share := range t.shares {
			table.Rows = append(table.Rows, []string{
				share.Label.In(out.Lang), strconv.Itoa(share.Requests), yuan(out, share.Paid), share.Of.In(out.Lang),
			})
		}
		out.Table(table)
	}
	return nil
}

// writeComparison writes who would win and who would lose under the other
// scheme: group by group, source by source, request by request.
func writeComparison(out *cli.Output, r round, by analysis.Grouping) error {
	c, err := analysis.Compare(r.settled, r.other, by)
	if err != nil {
		return err
	}
	if out.JSON {
		return out.Encode(c)
	}
	before, after := c.Before, c.After
	out.Lines(rule.Columns([][]string{
		{rule.Words("原办法", "before").In(out.Lang), before.Title.In(out.Lang), before.ID},
		{rule.Words("新办法", "after").In(out.Lang), after.Title.In(out.Lang), after.ID},
	}))

	groups := cli.Table{
		Head: []rule.Text{
			rule.Words("分组", "group"), rule.Words("件数", "requests"), rule.Words("原来", "before"), rule.Words("改后", "after"), rule.Words("增减", "change"), rule.Words("幅度", "relative"),
			rule.Words("增加", "gain"), rule.Words("减少", "lose"), rule.Words("不变", "same"), rule.Words("共增", "gained"), rule.Words("共减", "lost"),
		},
		Right: []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
	}
	all := c.Groups
	if len(all) != 1 {
		all = append(all, c.Total)
	}
	for _, g := range all {
		groups.Rows = append(groups.Rows, []string{
			g.Label.In(out.Lang), strconv.Itoa(g.Requests), yuan(out, g.Before), yuan(out, g.After), signed(out, g.After.Sub(g.Before)), g.Relative().In(out.Lang),
			strconv.Itoa(g.Winners), strconv.Itoa(g.Losers), strconv.Itoa(g.Unchanged), signed(out, g.Gain), signed(out, g.Loss.Neg()),
		})
	}
	out.Lines([]string{""})
	out.Table(groups)
	out.Lines([]string{""})
	out.Table(bySource(out, r))

	if len(c.Changes) == 0 {
		return nil
	}
	changes := cli.Table{
		Head:  []rule.Text{rule.Words("编号", "id"), rule.Words("原来", "before"), rule.Words("改后", "after"), rule.Words("增减", "change")},
		Right: []int{1, 2, 3},
	}
	for _, change := range c.Changes {
		changes.Rows = append(changes.Rows, []string{
			change.Request, amount(out, change.Before), amount(out, change.After),
			signed(out, change.After.Decimal().Sub(change.Before.Decimal())),
		})
	}
	out.Lines([]string{""})
	out.Table(changes)
	return nil
}

// bySource is what each source pays before and after; sources are matched by
// id.
func bySource(out *cli.Output, r round) cli.Table {
	table := cli.Table{
		Head:  []rule.Text{rule.Words("资金来源", "source"), rule.Words("原来", "before"), rule.Words("改后", "after"), rule.Words("增减", "change")},
		Right: []int{1, 2, 3},
	}
	paid := map[string]funding.Money{}
	for _, a := range r.settled.Accounts() {
		paid[a.Source] = a.Paid
	}
	row := func(title rule.Text, was, is funding.Money) {
		table.Rows = append(table.Rows, []string{title.In(out.Lang), amount(out, was), amount(out, is), signed(out, is.Decimal().Sub(was.Decimal()))})
	}
	stays := map[string]bool{}
	for j, a := range r.other.Accounts() {
		stays[a.Source] = true
		row(r.other.Scheme().Sources[j].Title, paid[a.Source], a.Paid)
	}
	for _, s := range r.settled.Scheme().Sources {
		if !stays[s.ID] {
			row(s.Title, paid[s.ID], funding.Money{})
		}
	}
	return table
}

func yuan(out *cli.Output, d decimal.Decimal) string { return rule.Num(d, rule.Yuan).In(out.Lang) }

// signed writes a change with its sign.
func signed(out *cli.Output, d decimal.Decimal) string {
	if d.Sign() > 0 {
		return "+" + yuan(out, d)
	}
	return yuan(out, d)
}
