package specialfund_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/specialfund"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Money of one year is committed, paid in part, and the rest of the year's
// money is carried on.
func ExampleFund() {
	record := specialfund.Record{Rules: specialfund.Zhenhai(), Events: []specialfund.Event{
		{Number: 1, Date: rule.Day(2014, 1, 5), Kind: specialfund.Appropriate, Use: specialfund.Purchase, Amount: funding.Yuan(1_000_000)},
		{Number: 2, Date: rule.Day(2014, 3, 1), Kind: specialfund.Commit, Use: specialfund.Purchase, Commitment: "C1", Party: "centre", Amount: funding.Yuan(600_000)},
		{Number: 3, Date: rule.Day(2014, 3, 9), Kind: specialfund.Pay, Commitment: "C1", Amount: funding.Yuan(360_000)},
		{Number: 4, Date: rule.Day(2014, 12, 31), Kind: specialfund.Close},
		{Number: 5, Date: rule.Day(2015, 1, 5), Kind: specialfund.Appropriate, Use: specialfund.Purchase, Amount: funding.Yuan(1_100_000)},
	}}
	fund, err := record.Fold()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("available", fund.Available(specialfund.Purchase), "committed", fund.Committed(specialfund.Purchase))
	rising := fund.Rising()
	fmt.Println(rising.Parts[0].In(language.English), rising.Holds())
	fmt.Println(rising.Parts[0].Parts[0].In(language.English))
	// Output:
	// available 1500000.00 committed 240000.00
	// 2015: ¥1,100,000.00 appropriated, ¥1,000,000.00 the year before true
	// growth: 10%; required: above 0%
}
