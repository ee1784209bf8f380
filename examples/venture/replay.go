package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/org/rule"
)

// replayed is what -pb prints as JSON. Amounts are texts, in the file's
// currency.
type replayed struct {
	Rule    vote.Method `json:"rule"`
	Budget  string      `json:"budget"`
	Cost    string      `json:"cost"`
	Winners []string    `json:"winners"`
}

// replay runs the vote of a .pb file.
func (o options) replay(out *cli.Output, rules vote.Rules) error {
	data, err := cli.ReadFile(o.file)
	if err != nil {
		return err
	}
	p, err := readPB(data, counting{o.ballots, o.skip, o.every})
	if err != nil {
		return err
	}
	method := rules.Method
	if o.method == "" {
		method = p.method()
	}
	rules = by(rules, method, p.step)
	outcome, err := vote.Decide(rules, p.election)
	if err != nil {
		return err
	}
	if out.JSON {
		return out.Encode(replayed{rules.Method, p.text(outcome.Budget), p.text(outcome.Cost), outcome.Winners})
	}
	p.write(out, rules, outcome)
	return nil
}

// method is the rule the file says was used; equal shares with add-one completion
// where it does not say, or names another.
func (p *poll) method() vote.Method {
	switch p.rule {
	case "greedy":
		return vote.Greedy
	case "equalshares":
		return vote.EqualShares
	}
	return vote.EqualSharesAddOne
}

// compare says whether the winners are those the file says were selected.
func (p *poll) compare(o *vote.Outcome) rule.Text {
	var more, fewer []string
	for _, id := range o.Winners {
		if !p.published[id] {
			more = append(more, id)
		}
	}
	for id := range p.published {
		if !slices.Contains(o.Winners, id) {
			fewer = append(fewer, id)
		}
	}
	if len(more)+len(fewer) == 0 {
		return rule.Words("与文件所载入选项目一致", "these are the projects the file says were selected")
	}
	slices.Sort(fewer)
	return rule.Words(
		fmt.Sprintf("与文件所载不同:多 %d 项 %v,少 %d 项 %v", len(more), more, len(fewer), fewer),
		fmt.Sprintf("the file says otherwise: %d more here %v, %d fewer %v", len(more), more, len(fewer), fewer))
}

func (p *poll) write(out *cli.Output, rules vote.Rules, o *vote.Outcome) {
	line := func(zh, en string, args ...any) { fmt.Fprintf(out, rule.Words(zh, en).In(out.Lang)+"\n", args...) }
	fmt.Fprintln(out, p.Description)
	line("%s,%s;选票 %d 张(%s),项目 %d 个", "%s, %s; %d ballots (%s), %d projects",
		rules.Method.Label(out.Lang), rules.Satisfaction.Label(out.Lang), len(p.election.Ballots), p.Type, len(p.election.Projects))
	line("预算 %s,入选 %d 项,合计 %s %s", "budget %s, %d projects funded for %s %s", p.text(o.Budget), len(o.Winners), p.text(o.Cost), p.Currency)
	if rules.Method == vote.EqualSharesAddOne {
		line("份额逐步加额 %d 次", "shares raised %d times by one", o.Steps)
	}
	for _, c := range p.counts {
		line("文件称 %s 为 %s,实有 %d", "the file says that %s is %s, but has %d", c.key, c.said, c.found)
	}
	if p.published != nil {
		fmt.Fprintln(out, p.compare(o).In(out.Lang))
	}
	if len(p.below) > 0 {
		line("未达到文件规定最低得分的项目 %d 个", "%d projects are below the least score the file demands", len(p.below))
	}
	if p.skipped > 0 {
		line("略过文件未列项目的选择 %d 处", "%d votes for projects the file does not list were left out", p.skipped)
	}
	fmt.Fprintln(out)
	votes := rule.Words("有效票数", "effective votes")
	if rules.Method == vote.Greedy {
		votes = rule.Words("得分", "score")
	}
	table := cli.Table{
		Head: []rule.Text{
			rule.Words("轮次", "round"), rule.Words("项目", "project"), rule.Words("金额", "cost"), rule.Words("支持者", "supporters"),
			votes, rule.Words("名称", "name"),
		},
		Right: []int{0, 2, 3, 4},
	}
	support, cost := map[string]int{}, map[string]string{}
	for _, b := range p.election.Ballots {
		for _, given := range b.Points {
			if given.Points.Sign() > 0 {
				support[given.Project]++
			}
		}
	}
	for _, project := range p.election.Projects {
		cost[project.ID] = p.text(project.Cost)
	}
	rounds := o.Rounds()
	for _, id := range o.Winners {
		if !slices.ContainsFunc(rounds, func(r vote.Round) bool { return r.Project == id }) {
			rounds = append(rounds, vote.Round{Project: id})
		}
	}
	for i, r := range rounds {
		table.Rows = append(table.Rows, []string{
			strconv.Itoa(i + 1), r.Project, cost[r.Project], strconv.Itoa(support[r.Project]), r.Votes.In(out.Lang), p.names[r.Project],
		})
	}
	out.Table(table)
}
