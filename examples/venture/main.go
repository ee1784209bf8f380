// Command venture funds 37 of 60 synthetic projects of venture philanthropy
// twice, side by side: by a competition before judges, and by a vote of the
// residents. Or it runs a real vote.
//
//	go run ./examples/venture                     both, and where they differ
//	go run ./examples/venture -explain P07        one project on one page
//	go run ./examples/venture -pb FILE            a vote from a .pb file of Pabulib
//	    -rule equal-shares|equal-shares-add1|greedy   by default the file's own
//	    -satisfaction cost|cardinality                by default cost
//	    -ballots points|pabutools|listed              by default points
//
// The 60 projects, their organizations, judges' scores and residents are
// synthetic, their seed is fixed. The names of classes and subclasses of need,
// the quotas and the lines are illustrative.
//
// # Ballots of a .pb file
//
// An approval is one point. Cumulative and scoring ballots give the points
// they state. A ranking gives the first project max_length points (or as many
// as the longest ballot is long) and each next one less, which is how the
// files' own score column counts; with -ballots pabutools it gives the length
// of the ballot less the rank, so that the last gets none, as the reference
// implementation's Borda satisfaction does; with -ballots listed every project
// that is named gets one point, whatever its rank or points.
//
// A file that names the rule it was decided by is decided by it unless -rule
// says otherwise, and where it says which projects were selected, the output says
// whether these are they. A file that demands a least score
// (min_project_score_threshold) funds no project below it; -every counts them
// all the same. Ties go to the id that is first as text.
//
// With -json a vote prints rule, budget, cost and winners, and nothing else.
package main

import (
	"context"
	"io"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/org/rule"
)

func main() { cli.Main(run) }

// options are the flags of the command.
type options struct {
	explain, file, method, satisfaction, ballots string
	skip, every                                  bool
}

func run(_ context.Context, args []string, stdout, stderr io.Writer) error {
	c := cli.New("venture", rule.Words("公益创投:评审竞争与居民投票(虚构数据),或按 .pb 文件计票", "venture philanthropy: a competition and a residents' vote (synthetic), or a vote from a .pb file"))
	file := c.String("pb", "", rule.Words("Pabulib 的 .pb 投票文件", "a vote in Pabulib's .pb format"))
	method := c.String("rule", "", rule.Words("计票规则:equal-shares、equal-shares-add1、greedy(默认依文件所载,否则 equal-shares-add1)", "equal-shares, equal-shares-add1 or greedy (by default what the file says, else equal-shares-add1)"))
	satisfaction := c.String("satisfaction", vote.Cost.String(), rule.Words("满意度:cost(按金额)或 cardinality(按项数)", "satisfaction: cost or cardinality"))
	ballots := c.String("ballots", "points", rule.Words("选票计分:points、pabutools、listed(仅用于 -pb)", "how ballots give points: points, pabutools or listed (with -pb)"))
	skip := c.Bool("skip-unknown", rule.Words("略过文件未列项目的选择(仅用于 -pb)", "leave out votes for projects the file does not list (with -pb)"))
	every := c.Bool("every", rule.Words("不计文件规定的最低得分(仅用于 -pb)", "count projects below the file's least score, too (with -pb)"))
	explain := c.String("explain", "", rule.Words("某个项目的一页说明,如 P07", "one project on one page, such as P07"))
	return c.Run(args, stdout, stderr, func(out *cli.Output) error {
		o := options{*explain, *file, *method, *satisfaction, *ballots, *skip, *every}
		rules, err := o.rules()
		switch {
		case err != nil:
			return err
		case o.file != "":
			return o.replay(out, rules)
		}
		return o.sideBySide(out, rules)
	})
}

// rules are the rules of the vote that the flags ask for.
func (o options) rules() (vote.Rules, error) {
	var found rule.Problems
	r := vote.Residents()
	if o.method != "" {
		found.Nest("-rule", r.Method.UnmarshalText([]byte(o.method)))
	}
	if o.satisfaction == "cardinal" { // points are a cardinal measure, too
		o.satisfaction = vote.Cardinality.String()
	}
	found.Nest("-satisfaction", r.Satisfaction.UnmarshalText([]byte(o.satisfaction)))
	switch o.ballots {
	case "points", "pabutools", "listed":
	default:
		found.Add(problems.Problem("-ballots", BallotsUnknown, rule.With("value", rule.Quoted(o.ballots))))
	}
	for flag, set := range map[string]bool{"skip-unknown": o.skip, "every": o.every, "ballots": o.ballots != "points"} {
		if set && o.file == "" {
			found.Add(problems.Problem("-"+flag, NeedsFile, rule.With("flag", rule.Word(flag))))
		}
	}
	if o.file != "" && o.explain != "" {
		found.Add(problems.Problem("", NotWithFile, rule.With("flag", rule.Word("explain"))))
	}
	return by(r, r.Method, funding.Yuan(1)), found.Err()
}

// by is the rules with another method, and with a step where it takes one.
func by(r vote.Rules, m vote.Method, step funding.Money) vote.Rules {
	r.Method, r.Step = m, funding.Money{}
	if m == vote.EqualSharesAddOne {
		r.Step = step
	}
	return r
}
