package main

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// pipeline takes a synthetic project through the five stages.
func (w *world) pipeline(f *fact) error {
	p, err := charity.New(charity.FiveStages())
	if err != nil {
		return err
	}
	project, err := p.Open(charity.Founding{ID: "P29", Title: "虚构助老项目", Founder: "虚构协会", Date: rule.Day(2014, 3, 1)})
	if err != nil {
		return err
	}
	early, err := project.Apply(charity.Event{Project: "P29", Number: 1, Date: rule.Day(2014, 3, 2), Kind: charity.Approve})
	if err != nil {
		return err
	}
	f.derived(rule.Words("未评估即立项:拒绝,并列出全部欠缺", "approval without assessment: refused, all that is wanting named"),
		rule.Int(int64(len(early.Parts)), rule.Item), !early.Holds(), "charity.Project.Apply", early)
	var steps []rule.Reason
	for _, e := range story() {
		reason, err := project.Apply(e)
		if err != nil {
			return err
		}
		steps = append(steps, reason)
	}
	passed := 0
	for i, visit := range project.Visits() {
		if i < len(charity.Five()) && visit.Stage == charity.Five()[i] {
			passed++
		}
	}
	f.exactly("stages", passed, "charity.Project.Visits", rule.Words("依次走过的阶段(虚构项目)", "stages passed in order (synthetic project)"), steps...)
	f.derived(rule.Words("最终状态", "where it ended"), rule.Label(rule.Words(project.Stage().Label(language.Chinese), project.Stage().Label(language.English))),
		project.Stage() == charity.Closed, "charity.Project.Stage", project.Page().Steps...)
	return nil
}

// story is the life of a synthetic project, an event every five days.
func story() []charity.Event {
	y := funding.Yuan
	flag := rule.Flag(true)
	events := []charity.Event{
		{Kind: charity.Record, Facts: rule.FactMap{"need": flag, "feasible": flag, "score": rule.Int(86, rule.Point)}},
		{Kind: charity.Approve},
		{Kind: charity.OpenCampaign, Amount: y(30_000), Until: rule.Day(2014, 5, 31), Campaign: &charity.Campaign{Mode: charity.AllOrNothing, Excess: charity.TrimProRata}},
		{Kind: charity.Give, Party: "虚构企业", Source: funding.Enterprise, Amount: y(20_000)},
		{Kind: charity.Give, Party: "虚构捐赠人", Source: funding.Individual, Amount: y(10_000)},
		{Kind: charity.Tally},
		{Kind: charity.Match, Party: "福彩公益金", Source: funding.Lottery, Amount: y(10_000)},
		{Kind: charity.Secure},
		{Kind: charity.Plan, Name: "课时费", Amount: y(36_000), Facts: rule.FactMap{"mentor": rule.Word("虚构导师"), "has-mentor": flag}},
		{Kind: charity.SetMilestone, Name: "试讲", Until: rule.Day(2014, 7, 1)},
		{Kind: charity.ReachMilestone, Name: "试讲", Facts: rule.FactMap{"left-base": flag}},
		{Kind: charity.Graduate},
		{Kind: charity.Offer, Party: "招宝山街道"},
		{Kind: charity.Agree, Party: "招宝山街道", Source: funding.Subdistrict, Amount: y(5_000)},
		{Kind: charity.Launch},
		{Kind: charity.Give, Party: "招宝山街道", Source: funding.Subdistrict, Amount: y(5_000)},
		{Kind: charity.Commit, Party: "讲师团", Amount: y(36_000)},
		{Kind: charity.Pay, Party: "讲师团", Amount: y(36_000)},
		{Kind: charity.Serve, Class: "aged", Persons: 120, Times: 480},
		{Kind: charity.Report, Name: "末期报告", Facts: rule.FactMap{"result": rule.Int(91, rule.Point)}},
		{Kind: charity.PassOn, Party: "区慈善总会", Amount: y(9_000), Note: "目的相近"},
		{Kind: charity.Complete},
	}
	for i := range events {
		events[i].Project, events[i].Number, events[i].Date = "P29", i+1, rule.Day(2014, 3, 1).AddDays(5*(i+1))
	}
	return events
}
