package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/examples/internal/round"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/venture"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/org/rule"
)

// both are the two decisions on the same projects.
type both struct {
	Competition *venture.Result `json:"competition"`
	Residents   *vote.Outcome   `json:"residents"`
	Projects    []project       `json:"projects"`
	Both        int             `json:"both"` // funded by either way
	JudgesOnly  int             `json:"judges_only"`
	VotersOnly  int             `json:"voters_only"`
}

// project is one line of the comparison.
type project struct {
	ID         string        `json:"id"`
	Title      rule.Text     `json:"title"`
	Class      rule.Text     `json:"class"`
	Cost       funding.Money `json:"cost"`
	Score      string        `json:"score"`
	Judges     bool          `json:"judges"`
	Supporters int           `json:"supporters"`
	Voters     bool          `json:"voters"`
}

func decide(rules vote.Rules) (*both, error) {
	result, err := round.Rules().Decide(round.Entries())
	if err != nil {
		return nil, err
	}
	election, err := round.Election()
	if err != nil {
		return nil, err
	}
	outcome, err := vote.Decide(rules, election)
	if err != nil {
		return nil, err
	}
	b := &both{Competition: result, Residents: outcome}
	supporters := map[string]int{}
	for _, ballot := range election.Ballots {
		for _, given := range ballot.Points {
			supporters[given.Project]++
		}
	}
	classes := map[string]rule.Text{}
	for _, class := range round.Rules().Catalogue.Classes {
		for _, sub := range class.Subclasses {
			classes[sub.ID] = class.Title
		}
	}
	for i, e := range round.Entries() {
		p := project{
			ID: e.ID, Title: e.Title, Class: classes[e.Need], Cost: election.Projects[i].Cost,
			Supporters: supporters[e.ID], Voters: slices.Contains(outcome.Winners, e.ID),
		}
		for _, a := range result.Awards {
			if a.Entry == e.ID {
				p.Score, p.Judges = a.Score.StringFixed(2), true
			}
		}
		for _, f := range result.Refusals {
			if f.Entry == e.ID {
				p.Score = f.Score.StringFixed(2)
			}
		}
		switch {
		case p.Judges && p.Voters:
			b.Both++
		case p.Judges:
			b.JudgesOnly++
		case p.Voters:
			b.VotersOnly++
		}
		b.Projects = append(b.Projects, p)
	}
	return b, nil
}

// sideBySide prints both decisions, or one project's.
func (o options) sideBySide(out *cli.Output, rules vote.Rules) error {
	b, err := decide(rules)
	if err != nil {
		return err
	}
	switch {
	case o.explain != "":
		return b.explain(out, o.explain)
	case out.JSON:
		return out.Encode(b)
	}
	b.write(out)
	return nil
}

func (b *both) write(out *cli.Output) {
	line := func(zh, en string, args ...any) { fmt.Fprintf(out, rule.Words(zh, en).In(out.Lang)+"\n", args...) }
	line("60 个项目、申报单位、评审得分、居民选票均为虚构,需求类目名称、名额与入围线为示例。",
		"The 60 projects, their organizations, scores and ballots are synthetic; names of needs, quotas and the line are illustrative.")
	line("\n同一预算 %s:评审竞争资助 %d 项 %s,居民投票资助 %d 项 %s;两者都选 %d 项",
		"\nOne budget of %s: the judges fund %d projects for %s, the residents %d for %s; %d are funded either way",
		b.Competition.Budget.Value().In(out.Lang), len(b.Competition.Awards), b.Competition.Paid.Value().In(out.Lang),
		len(b.Residents.Winners), b.Residents.Cost.Value().In(out.Lang), b.Both)
	fmt.Fprintln(out)
	table := cli.Table{
		Head: []rule.Text{
			rule.Words("项目", "project"), rule.Words("金额", "cost"), rule.Words("得分", "score"), rule.Words("评审", "judges"),
			rule.Words("支持者", "supporters"), rule.Words("居民", "residents"), rule.Words("类别", "class"), rule.Words("名称", "title"),
		},
		Right: []int{1, 2, 4},
	}
	mark := func(funded bool) string {
		if funded {
			return "✓"
		}
		return "—"
	}
	for _, p := range b.Projects {
		table.Rows = append(table.Rows, []string{
			p.ID, p.Cost.Value().In(out.Lang), p.Score, mark(p.Judges), strconv.Itoa(p.Supporters), mark(p.Voters), p.Class.In(out.Lang), p.Title.In(out.Lang),
		})
	}
	out.Table(table)
	line("\n评审未选的项目及全部理由:", "\nWhy the judges' competition does not fund the rest:")
	for _, f := range b.Competition.Refusals {
		for i, r := range f.Reasons[1:] {
			name := f.Entry
			if i > 0 {
				name = "   "
			}
			text := r.In(out.Lang)
			if r.Op == rule.Difference {
				text += " " + r.Output.In(out.Lang)
			}
			fmt.Fprintln(out, "  "+name+" "+text)
		}
	}
	line("\n居民投票逐轮:", "\nThe residents' vote, round by round:")
	for _, r := range b.Residents.Reasons {
		fmt.Fprintln(out, "  "+r.In(out.Lang)+" = "+r.Output.In(out.Lang))
	}
	for _, r := range b.Residents.Refused {
		fmt.Fprintln(out, "  "+r.In(out.Lang))
	}
}

// explain prints what both decisions say of one project, on one page.
func (b *both) explain(out *cli.Output, id string) error {
	i := slices.IndexFunc(b.Projects, func(p project) bool { return p.ID == id })
	if i < 0 {
		return problems.Problem("-explain", ProjectAbsent, rule.With("id", rule.Quoted(id)))
	}
	page, err := b.Competition.Page(id)
	if err != nil {
		return err
	}
	p := b.Projects[i]
	page.Lines = append(page.Lines,
		rule.Line{Label: rule.Words("居民支持者", "residents in support"), Value: rule.Int(int64(p.Supporters), rule.Person)},
		rule.Line{Label: rule.Words("居民投票", "residents' vote"), Value: rule.Label(funded(p.Voters))})
	page.Steps = append(page.Steps, b.Residents.About(id)...)
	if out.JSON {
		return out.Encode(page)
	}
	_, err = out.Write([]byte(page.In(out.Lang)))
	return err
}

func funded(yes bool) rule.Text {
	if yes {
		return rule.Words("入选", "funded")
	}
	return rule.Words("未入选", "not funded")
}
