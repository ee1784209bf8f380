package base

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// longhua is the rules of the incubation centre of Longhua, Shenzhen, which
// publish who may apply and two limits.
func longhua() rule.Source {
	return rule.Source{
		Title: "龙华区社会组织孵化服务中心入驻管理办法(修订)", Issuer: "深圳市龙华区民政局",
		Link: "https://www.chacewang.com/newsdetail/news748274.html",
	}
}

// pudong is the notice of Pudong, Shanghai, which publishes for how long the
// rent of residents is subsidised.
func pudong() rule.Source {
	return rule.Source{
		Title:  "关于“十三五”期间促进浦东新区社会组织发展的财政扶持意见",
		Issuer: "上海市浦东新区人民政府", Number: "浦府〔2016〕184号", Date: rule.Day(2016, 10, 31), Article: "第三条",
		Link: "https://www.pudong.gov.cn/zwgk/006004001/2022/302/258859.html",
	}
}

// Usual returns rules in which every clause says whether it is published.
// Published are: who may apply (registered or in preparation), the answer
// within 5 working days and the rooms handed over within 15, all of Longhua;
// the rent subsidised for at most five years for support and demonstration
// organizations and three for those that serve a community or are innovative,
// of Pudong. Illustrative are the terms of a year, and what promotion, stay
// and graduation ask for.
func Usual() Rules {
	least := func(fact string, n int64) rule.Condition {
		return rule.InRange(fact, rule.AtLeast(decimal.NewFromInt(n))).From(rule.Source{}, rule.Illustrative)
	}
	below := func(fact string, n int64) rule.Condition {
		return rule.InRange(fact, rule.Below(decimal.NewFromInt(n))).From(rule.Source{}, rule.Illustrative)
	}
	registered := rule.Is("registered")
	open := rule.AnyOf(registered.From(longhua().At("第三条"), rule.Published), rule.Is("preparing").From(longhua().At("第四条"), rule.Published))
	graded := least("grade", 3)
	supports := rule.AllOf(registered, least("supported", 3))
	grown := rule.AllOf(registered, rule.AnyOf(graded, least("projects", 1)))
	failed := rule.AnyOf(below("review", 60), rule.Is("breach"))
	stays := rule.AllOf(least("review", 60), least("extensions-left", 1))
	rows := []stage.Row[Standing, Act]{
		{From: Outside, On: Apply, To: Applied},
		{From: Refused, On: Apply, To: Applied},
		{From: Left, On: Apply, To: Applied},
		{From: Applied, On: AdmitStartUp, To: StartingUp, Needs: open},
		{From: Applied, On: AdmitDemonstration, To: Demonstrating, Needs: rule.AllOf(registered, graded)},
		{From: Applied, On: AdmitSupport, To: Supporting, Needs: supports},
		{From: Applied, On: Refuse, To: Refused},
		{From: StartingUp, On: Promote, To: Demonstrating, Needs: rule.AllOf(registered, graded, least("review", 80), least("months", 6))},
		{From: Demonstrating, On: Promote, To: Supporting, Needs: rule.AllOf(supports, least("review", 80), least("months", 6))},
		{From: Noticed, On: Leave, To: Left},
	}
	for _, s := range []Standing{StartingUp, Demonstrating, Supporting} {
		rows = append(rows,
			stage.Row[Standing, Act]{From: s, On: Review, To: s},
			stage.Row[Standing, Act]{From: s, On: Extend, To: s, Needs: stays},
			stage.Row[Standing, Act]{From: s, On: GiveNotice, To: Noticed, Needs: failed},
			stage.Row[Standing, Act]{From: s, On: Graduate, To: Graduated, Needs: grown},
			stage.Row[Standing, Act]{From: s, On: Leave, To: Left},
		)
	}
	year := Limit{Within: rule.Duration{N: 1, Of: rule.Years}, Status: rule.Illustrative}
	working := func(n int, article string) Limit {
		return Limit{rule.Duration{N: n, Of: rule.WorkingDays}, longhua().At(article), rule.Published}
	}
	rent := func(n int) Limit { return Limit{rule.Duration{N: n, Of: rule.Years}, pudong(), rule.Published} }
	return Rules{
		Head: rule.Head{
			ID: "base.usual", Title: rule.Words("社会组织服务基地入驻规则(示例)", "rules of a base for social organizations (illustration)"),
			Status: rule.Illustrative,
		},
		Rows: rows,
		Terms: []Term{
			{Class: StartUp, Stay: year, Extensions: 2, Rent: rent(3)},
			{Class: Demonstration, Stay: year, Extensions: 4, Rent: rent(5)},
			{Class: Support, Stay: year, Extensions: 4, Rent: rent(5)},
		},
		Answer: working(5, "第八条"), Leave: working(15, ""),
	}
}
