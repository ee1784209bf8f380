package bridging_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/bridging"
	"github.com/sancheng-go/sancheng/org/rule"
)

// A loan of a million for seven days, by the rules of before and after June
// 2023.
func ExampleRules_Charge() {
	for _, rules := range bridging.Lianyungang() {
		fee, why, err := rules.Charge(funding.Yuan(1_000_000), 7)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, part := range why.Parts {
			fmt.Println(part.In(language.English), "=", part.Output.In(language.English))
		}
		fmt.Println("fee", fee)
	}
	// Output:
	// ¥1,000,000.00 x 0.04% a day x 2 days = ¥800.00
	// ¥1,000,000.00 x 0.045% a day x 5 days = ¥2,250.00
	// fee 3050.00
	// ¥1,000,000.00 x 0.02% a day x 5 days = ¥1,000.00
	// ¥1,000,000.00 x 0.04% a day x 2 days = ¥800.00
	// fee 1800.00
}

// A pool of two members lends what it holds and no more.
func ExamplePool_Run() {
	pool := bridging.Pool{
		Rules: bridging.Illustrative(),
		Contributions: []bridging.Movement{
			{ID: "c1", Contributor: "east", Date: rule.Day(2024, 3, 1), Amount: funding.Yuan(600_000)},
			{ID: "c2", Contributor: "west", Date: rule.Day(2024, 3, 1), Amount: funding.Yuan(400_000)},
		},
		Requests: []bridging.Request{
			{ID: "r1", Borrower: "east", Date: rule.Day(2024, 3, 4), Amount: funding.Yuan(950_000), Renewal: funding.Yuan(1_000_000), Days: 7},
			{ID: "r2", Borrower: "west", Date: rule.Day(2024, 3, 5), Amount: funding.Yuan(100_000), Renewal: funding.Yuan(200_000), Days: 3},
			{ID: "r3", Borrower: "west", Date: rule.Day(2024, 3, 11), Amount: funding.Yuan(100_000), Renewal: funding.Yuan(200_000), Days: 3},
		},
	}
	book, err := pool.Run()
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range book.Len() {
		loan := book.Loan(i)
		fmt.Println(loan.Request, loan.Granted, loan.Fee)
	}
	totals := book.Totals()
	fmt.Println("turned over", totals.Turnover, "peak", totals.Peak, "least", totals.Least)
	// Output:
	// r1 true 1710.00
	// r2 false 0.00
	// r3 true 60.00
	// turned over 1050000 peak 950000.00 least 50000.00
}
