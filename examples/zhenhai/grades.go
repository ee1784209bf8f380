package main

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// quality is a group of synthetic organizations: how much of every indicator
// they reach, which falls by a tenth of a point from one judged score to the
// next, and whether the last of them made false statements.
type quality struct {
	n     int
	reach string
	false bool
}

func qualities() []quality {
	return []quality{{1, "1", false}, {2, "0.9", false}, {86, "0.65", false}, {14, "0.5", true}}
}

// answered is the answers of a synthetic organization to every leaf of the
// rubric.
func answered(rubric grading.Rubric, reach decimal.Decimal, place int, untrue bool) grading.Sheet {
	sheet := grading.Sheet{}
	for _, leaf := range rubric.Leaves() {
		part := leaf.Points.Mul(reach)
		switch m := leaf.Measure; m.Kind {
		case grading.YesNo:
			sheet[leaf.ID] = rule.Flag(true)
		case grading.Veto:
			sheet[leaf.ID] = rule.Flag(untrue && leaf.ID == "v1")
		case grading.Banded:
			sheet[leaf.ID] = rule.Num(reach, 0)
		case grading.Deduction:
			sheet[leaf.ID] = rule.Int(int64(place%2), 0)
		case grading.Judged:
			sheet[leaf.ID] = rule.Num(decimal.Max(part.Sub(decimal.New(int64(place%10), -1)), decimal.Decimal{}), 0)
		case grading.Count:
			steps := rule.Rounding{Mode: rule.Down, Step: decimal.NewFromInt(1)}.Quotient(part, m.Each)
			if strings.HasPrefix(leaf.ID, "e") {
				steps = decimal.Decimal{} // no extra points
			}
			sheet[leaf.ID] = rule.Num(steps.Mul(m.Per), 0)
		}
	}
	return sheet
}

// streetPolicy is Zhaobaoshan's policy of 2019 on the rubric's 1,000 points and
// 100 extra ones: its lines, illustrative anyway, times ten.
func streetPolicy() grading.Policy {
	p := grading.Zhaobaoshan2019()
	p.Scale.Scores.In = rule.AtLeast(decimal.Decimal{}).AtMost(rule.Dec("1100"))
	below := rule.Interval{}
	for i := range p.Scale.Classes {
		at, _, stated := p.Scale.Classes[i].In.Low()
		line := at.Shift(1)
		p.Scale.Classes[i].In = below
		if stated {
			p.Scale.Classes[i].In, below = below.AtLeast(line), rule.Below(line)
		}
	}
	return p
}

// grades takes 103 organizations through a rubric, grades and pays them through
// a scheme that three tiers share, and asks which class mixes agree with the
// sentence.
func (w *world) grades(f *fact) error {
	rubric := grading.SocialOrganizationRubric()
	e, err := grading.NewEvaluation(rubric, streetPolicy())
	if err != nil {
		return err
	}
	g := e.Grader()
	var cases []grading.Case
	for _, q := range qualities() {
		for i := range q.n {
			c, err := e.Case(fmt.Sprintf("GR-%03d", len(cases)+1), rule.Text{}, answered(rubric, rule.Dec(q.reach), i, q.false && i == q.n-1), 12)
			if err != nil {
				return err
			}
			c.Territory = towns()[0]
			cases = append(cases, c)
		}
	}
	round, err := g.Round(cases)
	if err != nil {
		return err
	}
	var paid, stopped []rule.Reason
	for i, a := range round.Assessments {
		if a.Outcome == grading.Paid && i > 1 {
			continue
		}
		steps, err := g.Reasons(cases[i])
		switch {
		case err != nil:
			return err
		case a.Outcome == grading.Paid:
			paid = steps
		default:
			stop := steps[len(steps)-1]
			if a.Class >= 0 {
				stop.Parts = steps[:1]
				stop.Parts[0].Parts = nil // its 40 indicators
			}
			stopped = append(stopped, stop)
		}
	}
	f.exactly("paid", round.Paid, "grading.Grader.Round", rule.Words("评定等级并发放(得分虚构)", "graded and paid (invented scores)"), paid...)
	f.exactly("stopped", round.Stopped, "grading.Failed", rule.Words("未通过,停发", "failed, payment stopped"), stopped...)
	return w.pay(f, g, cases, round)
}

// pay pays a round through the scheme its payers share.
func (w *world) pay(f *fact, g *grading.Grader, cases []grading.Case, round grading.Round) error {
	scheme, err := g.Policy().Subsidy.Scheme(w.district)
	if err != nil {
		return err
	}
	settled, err := funding.Settle(scheme, g.Requests(cases, round))
	if err != nil {
		return err
	}
	_, total, unmet := settled.Totals()
	f.number("amount", total, "funding.Settle", rule.Words("应发合计(2019 年标准的中点),经资助方案发放", "bill at the middle of the rates of 2019, paid through a scheme"))
	if err := mixes(f, round.Paid); err != nil {
		return err
	}
	f.derived(rule.Words("经评分表评估(填报虚构)", "evaluated by a rubric (invented answers)"), rule.Int(int64(len(round.Assessments)), rule.Organization),
		len(round.Assessments) == round.Paid+round.Stopped, "grading.Evaluation")
	shares := settled.Explain(0).Steps
	for j, account := range settled.Accounts() {
		f.derived(rule.Words(scheme.Sources[j].Title.ZH+"承担(示例比例)", "of it by the "+scheme.Sources[j].Title.EN+" (illustrative)"),
			account.Paid.Value(), account.Paid == round.Shares[j] && unmet.IsZero(), "funding.Rest", shares...)
		shares = nil
	}
	return nil
}

// mixes asks backwards: which numbers of organizations in each class agree
// with the sentence, at the least amount of each class.
func mixes(f *fact, paid int) error {
	var least []grading.Span
	for _, rate := range grading.Zhaobaoshan2019().Subsidy.Rates {
		least = append(least, grading.Span{From: rate.From, To: rate.From})
	}
	amount := f.figure("amount")
	agreeing, err := grading.NewMixes(least, paid, amount.Interval())
	if err != nil {
		return err
	}
	exact, err := grading.NewMixes(least, paid, rule.Exactly(amount.At))
	if err != nil {
		return err
	}
	n := agreeing.Count()
	f.derived(rule.Words("各类家数组合中与原话相符的(各类最低标准)", "class mixes that agree with the sentence (least amounts)"),
		rule.Int(n, 0), n > 0, "grading.NewMixes", listed(agreeing)...)
	f.derived(rule.Words("其中恰好等于该数额的组合(不合“近”字)", "mixes that give exactly that amount (not \"nearly\")"),
		rule.Int(exact.Count(), 0), true, "grading.Mixes.Count")
	return nil
}

// listed says every mix, a line for each number in class 1.
func listed(m grading.Mixes) []rule.Reason {
	var reasons []rule.Reason
	first, from, to, n := -1, 0, 0, 0
	flush := func() {
		if n > 0 {
			reasons = append(reasons, problems.Reason(MixesListed, rule.With("first", rule.Int(int64(first), 0)),
				rule.With("from", rule.Int(int64(from), 0)), rule.With("to", rule.Int(int64(to), 0))).
				Gives(rule.Given, rule.Int(int64(n), 0)))
		}
	}
	for mix := range m.All() {
		if mix[0] != first {
			flush()
			first, from, n = mix[0], mix[1], 0
		}
		to = mix[1]
		n++
	}
	flush()
	return reasons
}
