package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/charity/platform"
	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

func invented() rule.Text {
	return rule.Words("项目、各方、金额、人次均为虚构;各阶段条件为示例。", "Projects, parties, amounts and person-times are synthetic; the gates are illustrative.")
}

// portfolio writes all projects seen together on a day.
func portfolio(out *cli.Output, projects []*charity.Project, day rule.Date) error {
	f, err := charity.NewPortfolio(projects, day)
	if err != nil {
		return err
	}
	p, err := market(projects, day)
	if err != nil {
		return err
	}
	best, err := p.Match(platform.MostMet, day)
	if err != nil {
		return err
	}
	if out.JSON {
		return out.Encode(struct {
			Portfolio charity.Portfolio `json:"portfolio"`
			Matching  *platform.Result  `json:"matching"`
		}{f, best})
	}
	line := func(zh, en string, args ...any) { fmt.Fprintf(out, rule.Words(zh, en).In(out.Lang)+"\n", args...) }
	fmt.Fprintln(out, invented().In(out.Lang))
	line("\n一、截至 %s 的 %d 个项目", "\nAs of %s: %d projects", day, f.Count)
	writeFunnel(out, f)
	line("\n二、资金(按来源)", "\nMoney by source")
	writeMoney(out, f)
	line("\n三、受益人", "\nBeneficiaries")
	table := cli.Table{Head: heads("  类别|人数|人次", "  class|persons|person-times"), Right: []int{1, 2}}
	for _, row := range f.Classes {
		table.Rows = append(table.Rows, []string{"  " + projects[0].Pipeline().Class(row.Class, out.Lang), strconv.FormatInt(row.Persons, 10), strconv.FormatInt(row.Times, 10)})
	}
	out.Table(table)
	line("  每人次支出 %s", "  spent for each person-time: %s", f.CostPerTime().In(out.Lang))
	line("\n四、逾期 %d 项", "\nOverdue: %d", len(f.Overdue))
	for _, late := range f.Overdue {
		line("  %s %s:应于 %s,已逾期 %d 天", "  %s %s: due %s, %d days late", late.Project, late.What.In(out.Lang), late.Due, late.Days)
	}
	line("\n五、资源对接:%d 项需求,满足 %d 项(%s)", "\nMatching: %d needs, %d met in full (%s)", len(best.Needs), best.Met, best.Objective.Label(out.Lang))
	short := 0
	for _, n := range best.Needs {
		if n.Got == n.Most {
			continue
		}
		if page, ok := best.Why(n.ID, n.Round); ok && short < 3 {
			for _, reason := range slices.Concat(page.Notes, page.Steps) {
				writeReason(out, "  ", reason)
			}
		}
		short++
	}
	if short > 3 {
		line("  另有 %d 项未满足(见 -json)", "  and %d more that go short (see -json)", short-3)
	}
	return nil
}

// heads are the columns of a table, divided by bars.
func heads(zh, en string) []rule.Text {
	chinese, english := strings.Split(zh, "|"), strings.Split(en, "|")
	out := make([]rule.Text, len(chinese))
	for i := range chinese {
		out[i] = rule.Words(chinese[i], english[i])
	}
	return out
}

func writeFunnel(out *cli.Output, f charity.Portfolio) {
	table := cli.Table{Head: heads("  阶段|到过|通过|转化率|在此|合计天数|平均天数", "  stage|reached|passed|conversion|here|days|mean days"), Right: []int{1, 2, 3, 4, 5, 6}}
	for _, row := range f.Funnel {
		table.Rows = append(table.Rows, []string{
			"  " + row.Stage.Label(out.Lang), strconv.Itoa(row.Reached), strconv.Itoa(row.Passed), row.Conversion().In(out.Lang),
			strconv.Itoa(row.Here), strconv.Itoa(row.Days), row.MeanDays().In(out.Lang),
		})
	}
	out.Table(table)
	fmt.Fprintf(out, rule.Words("  清退中 %d\n", "  being settled %d\n").In(out.Lang), f.Settling)
	for _, e := range f.Ends {
		fmt.Fprintf(out, "  %s %d\n", e.Stage.Label(out.Lang), e.Count)
	}
}

func writeMoney(out *cli.Output, f charity.Portfolio) {
	table := cli.Table{
		Head:  heads("  来源|募集|配套|补偿|支出|退回|转用|结存", "  source|raised|matched|covered|spent|returned|passed on|held"),
		Right: []int{1, 2, 3, 4, 5, 6, 7},
	}
	add := func(label string, r charity.SourceRow) {
		cells := []string{"  " + label}
		for _, m := range []funding.Money{r.Raised, r.Matched, r.Covered, r.Spent, r.Returned, r.PassedOn, r.Held} {
			cells = append(cells, m.String())
		}
		table.Rows = append(table.Rows, cells)
	}
	for _, row := range f.Sources {
		add(row.Source.Label(out.Lang), row)
	}
	add(rule.Words("合计", "total").In(out.Lang), f.Total())
	out.Table(table)
}

// story writes everything that happened to one project by a day, why it stands
// where it does, and what is in its ledger.
func story(out *cli.Output, projects []*charity.Project, id string, day rule.Date) error {
	i := slices.IndexFunc(projects, func(p *charity.Project) bool { return p.Founding().ID == id })
	var p *charity.Project
	if i >= 0 {
		p = projects[i].At(day)
	}
	if p == nil {
		return problems.Problem("-explain", ProjectUnknown, rule.With("id", rule.Quoted(id)))
	}
	balances := append([]charity.Balance{}, p.Balances()...)
	if out.JSON {
		return out.Encode(struct {
			Page     rule.Page         `json:"page"`
			Events   []charity.Event   `json:"events"`
			Balances []charity.Balance `json:"balances"`
		}{p.Page(), p.Events(), balances})
	}
	fmt.Fprint(out, p.Page().In(out.Lang))
	table := cli.Table{Head: heads("  日期|事件|对方|金额|说明", "  date|event|party|amount|note"), Right: []int{3}}
	for _, e := range p.Events() {
		amount := ""
		if e.Amount.Sign() != 0 {
			amount = e.Amount.String()
		}
		note := e.Name + e.Note
		if e.Times > 0 {
			note = rule.Int(e.Persons, rule.Person).In(out.Lang) + " / " + rule.Int(e.Times, rule.PersonTime).In(out.Lang)
		}
		table.Rows = append(table.Rows, []string{"  " + e.Date.String(), e.Kind.Label(out.Lang), e.Party, amount, note})
	}
	fmt.Fprintln(out, rule.Words("\n全部经过", "\nAll that happened").In(out.Lang))
	out.Table(table)
	fmt.Fprintln(out, rule.Words("\n账上余额(借为正,贷为负)", "\nBalances (debits positive, credits negative)").In(out.Lang))
	if len(balances) == 0 {
		fmt.Fprintln(out, rule.Words("  无", "  none").In(out.Lang))
	}
	for _, b := range balances {
		fmt.Fprintf(out, "  %s %s %s\n", b.Account.Kind.Label(out.Lang), b.Account.Party, b.Amount)
	}
	return nil
}
