package purchase_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/purchase"
	"github.com/sancheng-go/sancheng/org/rule"
)

// A bureau means to hire staff through an agency: that is never bought.
func ExampleRules_Decide() {
	reason := purchase.Order102().Decide(purchase.Proposal{
		Buyer: purchase.StateOrgan, Supplier: purchase.Enterprise, Subject: purchase.Staffing, Months: 12,
	})
	fmt.Println(reason.Holds())
	for _, unmet := range reason.Parts[0].Unmet() {
		fmt.Println(unmet.Basis(language.Chinese), unmet.Parts[0].Inputs[1].Value.In(language.Chinese))
	}
	// Output:
	// false
	// 《政府购买服务管理办法》财政部令第102号第十条 人员招聘、劳务派遣、公益性岗位
}

// An agreement over 10,000 yuan is paid 60% and 30%, then 7,000 prove to have
// been spent: 2,000 go back, to both sources in proportion.
func ExampleAgreement() {
	day := func(month int) rule.Date { return rule.Day(2014, month, 1) }
	record := purchase.Record{
		Contract: purchase.Contract{
			ID: "A-1", Buyer: "subdistrict", Supplier: "centre", Signed: day(1), Terms: purchase.SixtyThirtyTen(),
			Sources: []purchase.Share{{Source: "lottery", Amount: funding.Yuan(7_000)}, {Source: "district", Amount: funding.Yuan(3_000)}},
		},
		Events: []purchase.Event{
			{Number: 1, Date: day(2), Kind: purchase.Pay},
			{Number: 2, Date: day(6), Kind: purchase.Pass, Facts: rule.FactMap{"score": rule.Num(rule.Dec("82"), rule.Point)}},
			{Number: 3, Date: day(7), Kind: purchase.Pay},
			{Number: 4, Date: day(11), Kind: purchase.Deliver},
			{Number: 5, Date: day(12), Kind: purchase.Settle, Spent: funding.Yuan(7_500), Ineligible: funding.Yuan(500)},
		},
	}
	agreement, err := record.Fold()
	if err != nil {
		fmt.Println(err)
		return
	}
	due, _ := agreement.Due()
	fmt.Println(agreement.Stage(), "due", due)
	for j, back := range agreement.TakenBack() {
		fmt.Println(back.Source, "paid", agreement.Net()[j].Amount, "takes back", back.Amount)
	}
	// Output:
	// settled due 7000.00
	// lottery paid 6300.00 takes back 1400.00
	// district paid 2700.00 takes back 600.00
}
