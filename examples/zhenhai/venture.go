package main

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/examples/internal/round"
	"github.com/sancheng-go/sancheng/funding/venture"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/org/rule"
)

func (w *world) channels(f *fact) error {
	f.exactly("channels", len(venture.Channels()), "venture.Channel", rule.Words("购买服务的方式", "channels of purchase"))
	return w.commissions(f)
}

// venture decides a synthetic competition of sixty projects, and counts the
// catalogue it is open to.
func (w *world) venture(f *fact) error {
	rules := round.Rules()
	result, err := rules.Decide(round.Entries())
	if err != nil {
		return err
	}
	f.exactly("projects", len(result.Awards), "venture.Rules.Decide", rule.Words("资助项目(虚构)", "projects funded (synthetic)"), result.Awards[0].Reasons...)
	f.number("amount", result.Paid.Decimal(), "venture.Rules.Decide", rule.Words("核定合计", "awarded in all"))
	mean := rule.Ratio(f.figure("amount").At, decimal.NewFromInt(int64(len(result.Awards))), rule.Yuan)
	f.derived(rule.Words("平均每项", "mean of a project"), mean, true, "rule.Ratio")
	classes, subclasses := rules.Catalogue.Count()
	f.exactly("classes", classes, "venture.Needs", rule.Words("需求大类(名称为示例)", "classes of need (our names)"))
	f.exactly("subclasses", subclasses, "venture.Needs", rule.Words("需求小类(名称为示例)", "subclasses of need (our names)"))
	election, err := round.Election()
	if err != nil {
		return err
	}
	outcome, err := vote.Decide(vote.Residents(), election)
	if err != nil {
		return err
	}
	f.derived(rule.Words("同样项目若由居民投票(等额份额法)", "the same projects by a residents' vote (equal shares)"),
		rule.Int(int64(len(outcome.Winners)), rule.Item), outcome.Cost.Compare(outcome.Budget) <= 0, "vote.Decide", outcome.Reasons[:2]...)
	return nil
}
