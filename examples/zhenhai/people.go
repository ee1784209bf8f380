package main

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
)

func (w *world) training(f *fact) error {
	f.claimed("trained", "rule.PersonTime", rule.Words("累计培训", "trained so far"))
	return nil
}

func (w *world) studios(f *fact) error {
	f.claimed("studios", "volunteer.Team", rule.Words("个人工作室", "personal studios"))
	f.claimed("volunteers", "rule.Person", rule.Words("吸收志愿者", "volunteers drawn in"))
	f.claimed("served", "rule.PersonTime", rule.Words("服务居民", "residents served"))
	return nil
}

// insurance insures synthetic heads and asks which sums per head agree.
func (w *world) insurance(f *fact) error {
	policy := insurance.Policy{
		Head: rule.Head{
			ID: "zhenhai-volunteers.synthetic", Title: rule.Words("区域全体志愿者保险(虚构条款)", "insurance of all volunteers (invented terms)"),
			Status: rule.Illustrative, Period: rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2016, 1, 1)},
		},
		Plans: []insurance.Plan{
			{Class: volunteer.Regular, Sum: funding.Yuan(600), Premium: funding.Fen(150)},
			{Class: volunteer.Charity, Sum: funding.Yuan(600), Premium: funding.Fen(150)},
		},
	}
	total, err := policy.Total(insurance.Heads{Class: volunteer.Regular, Count: 30_000}, insurance.Heads{Class: volunteer.Charity, Count: 2_400})
	if err != nil {
		return err
	}
	f.exactly("heads", int(total.Heads), "insurance.Policy.Total", rule.Words("参保志愿者(虚构)", "insured volunteers (synthetic)"), total.Reasons...)
	f.number("sum_insured", total.Sum.Decimal(), "insurance.Policy.Total", rule.Words("人均 600 元的保额合计", "sum insured at 600 yuan a head"))
	heads := f.figure("heads").Interval().Intersect(rule.Below(rule.Dec("40000")))
	answer, err := insurance.Question{Total: f.figure("sum_insured").Interval(), Heads: heads, Step: funding.Yuan(1)}.Solve()
	if err != nil {
		return err
	}
	f.derived(rule.Words("反问:3 万至 4 万人之间,人均整元保额的解", "inverse: whole-yuan sums per head for 30,000 to 40,000 people"),
		rule.Int(int64(answer.Pairs), 0), answer.Pairs > 0, "insurance.Question.Solve", answer.Reasons...)
	return nil
}

func (w *world) events(f *fact) error {
	f.claimed("events", "rule.Times", rule.Words("活动", "events"))
	f.claimed("turnouts", "rule.PersonTime", rule.Words("志愿者出动", "volunteer turn-outs"))
	f.claimed("people", "rule.Person", rule.Words("服务群众", "people served"))
	return nil
}

func (w *world) counselling(f *fact) error {
	f.claimed("counselled", "rule.PersonTime", rule.Words("心理咨询", "counselling"))
	f.claimed("lectures", "rule.Times", rule.Words("讲座沙龙", "lectures"))
	f.claimed("reached", "rule.Person", rule.Words("受益人群", "people reached"))
	return nil
}
