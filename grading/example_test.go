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
