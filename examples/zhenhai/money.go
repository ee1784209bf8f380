package main

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// scores are the synthetic scores of 103 organizations.
func scores() []grading.Case {
	var cases []grading.Case
	add := func(n int, from string) {
		for i := range n {
			score := rule.Dec(from).Add(decimal.New(int64(i%10), -1))
			cases = append(cases, grading.Case{ID: fmt.Sprintf("GR-%03d", len(cases)+1), Score: grading.Scored(score), Months: 12})
		}
	}
	add(1, "92")
	add(2, "80.5")
	add(86, "61")
	add(14, "52.3")
	return cases
}

func (w *world) grades(f *fact) error {
	policy := grading.Zhaobaoshan2019()
	grader, err := grading.New(policy)
	if err != nil {
		return err
	}
	cases := scores()
	round, err := grader.Round(cases)
	if err != nil {
		return err
	}
	paid, err := grader.Reasons(cases[1])
	if err != nil {
		return err
	}
	failed, err := grader.Reasons(cases[len(cases)-1])
	if err != nil {
		return err
	}
	f.exactly("paid", round.Paid, "grading.Grader.Round", rule.Words("评定等级并发放(得分虚构)", "graded and paid (invented scores)"), paid...)
	f.exactly("stopped", round.Stopped, "grading.Failed", rule.Words("未通过,停发", "failed, payment stopped"), failed...)
	f.number("amount", round.Bill.Decimal(), "grading.Round.Bill", rule.Words("应发合计(2019 年标准的中点)", "bill at the middle of the rates of 2019"))
	return mixes(f, round.Paid)
}

// mixes asks backwards: which numbers of organizations in each class agree
// with the sentence, at the least amount of each class.
func mixes(f *fact, paid int) error {
	least := []grading.Span{}
	for _, yuan := range []int64{3_000, 2_000, 1_000} {
		least = append(least, grading.Span{From: funding.Yuan(yuan), To: funding.Yuan(yuan)})
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
