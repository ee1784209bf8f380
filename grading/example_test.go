package grading_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// One organization: its class, its payment and how far the next class is.
func ExampleGrader_Assess() {
	g, err := grading.New(grading.Zhaobaoshan2019())
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := g.Assess(grading.Case{ID: "a", Score: grading.Scored(rule.Dec("89.6")), Months: 7})
	if err != nil {
		fmt.Println(err)
		return
	}
	classes := g.Policy().Scale.Classes
	fmt.Println(classes[a.Class].ID, a.Payable, a.Shares)
	fmt.Println(classes[a.Next.Class].ID, "is", a.Next.Short, "points away and pays", a.Next.Payable)
	// Output:
	// class-2 1458.33 [729.16 437.50 291.67]
	// class-1 is 0.4 points away and pays 2041.67
}

// A round, paid through a scheme that district, subdistrict and community share.
func ExampleGrader_Requests() {
	g, err := grading.New(grading.Zhaobaoshan2019())
	if err != nil {
		fmt.Println(err)
		return
	}
	street := org.Area("330211001")
	cases := []grading.Case{
		{ID: "a", Score: grading.Scored(rule.Dec("92")), Months: 12, Territory: street},
		{ID: "b", Score: grading.Scored(rule.Dec("61")), Months: 12, Territory: street},
		{ID: "c", Score: grading.Scored(rule.Dec("59.9")), Months: 12, Territory: street},
	}
	round, err := g.Round(cases)
	if err != nil {
		fmt.Println(err)
		return
	}
	scheme, err := g.Policy().Subsidy.Scheme(org.Area("330211"))
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := funding.Settle(scheme, g.Requests(cases, round))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(round.Paid, "paid", round.Stopped, "stopped", round.Bill)
	for _, account := range s.Accounts() {
		fmt.Println(account.Source, account.Paid)
	}
	// Output:
	// 2 paid 1 stopped 5000.00
	// district 2500.00
	// subdistrict 1500.00
	// community 1000.00
}

// A panel without its highest and its lowest score; a judge with an interest
// withdraws.
func ExamplePanel_Judge() {
	p := grading.Panel{
		Judges: []string{"a", "b", "c", "d", "e"}, Method: grading.Trimmed, Absent: grading.Refuse, Need: 3,
		Rounding: rule.Rounding{Mode: rule.HalfUp, Step: rule.Dec("0.1")},
	}
	v, err := p.Judge(rule.Dec("20"), []grading.Ballot{
		{Judge: "a", Score: grading.Scored(rule.Dec("18"))},
		{Judge: "b", Score: grading.Scored(rule.Dec("17.5"))},
		{Judge: "c", Score: grading.Scored(rule.Dec("12"))},
		{Judge: "d", Score: grading.Scored(rule.Dec("19"))},
		{Judge: "e", Conflict: true},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(v.Score, "of", v.Counted, "scores:", v.Reason.In(language.English))
	// Output:
	// 17.8 of 4 scores: 35.5 points ÷ 2 = 17.75
}

// Which class counts agree with a report's "89 organizations, nearly 140,000
// yuan"?
func ExampleNewMixes() {
	var rates []grading.Span
	for _, yuan := range []int64{3000, 2000, 1000} {
		rates = append(rates, grading.Span{From: funding.Yuan(yuan), To: funding.Yuan(yuan)})
	}
	m, err := grading.NewMixes(rates, 89, rule.AtLeast(rule.Dec("139000")).Below(rule.Dec("140000")))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Count())
	for mix := range m.All() {
		fmt.Println(mix)
		break
	}
	// Output:
	// 26
	// [0 50 39]
}

// A rate that follows the score is paid by a funding scheme, which explains it
// from the range to the amount.
func ExampleGrader_Formula() {
	policy := grading.Zhaobaoshan2019()
	policy.Subsidy.Rates[1].Point = funding.ByScore // a range published without its rule: this reading is ours
	g, err := grading.New(policy)
	if err != nil {
		fmt.Println(err)
		return
	}
	scheme, err := g.Formula(org.Area("330211001"), grading.Payer{ID: "subdistrict", Label: rule.Words("街道", "subdistrict"), Kind: funding.Subdistrict})
	if err != nil {
		fmt.Println(err)
		return
	}
	settled, err := funding.Settle(scheme, []funding.Request{{
		ID: "a", Organization: "虚构邻里中心", Territory: org.Area("330211001"), Asked: funding.Yuan(1),
		Score: new(rule.Dec("80")), Months: 7, Facts: rule.FactMap{grading.FactGrade: rule.Word("class-2")},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	var tell func(steps []rule.Reason, indent string)
	tell = func(steps []rule.Reason, indent string) {
		for _, step := range steps {
			fmt.Println(indent+step.In(language.English), "=", step.Output.In(language.English))
			tell(step.Parts, indent+"  ")
		}
	}
	tell(settled.Reasons(0, 0), "")
	// Output:
	// ¥2,333.33 × 7 ÷ 12 months = ¥1,361.11
	//   case 2 holds: ¥2,000.00 to ¥3,000.00 = ¥2,333.33
	//     the share by score of it = ¥2,333.33
	//       by score: ¥1,000.00 × 5 points ÷ 15 points = 333.333… = ¥333.33
	//       ¥2,000.00 and ¥333.33 = ¥2,333.33
}
