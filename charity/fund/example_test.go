package fund_test

import (
	"fmt"

	"github.com/sancheng-go/sancheng/charity/fund"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExampleRules_Found() {
	deed := fund.Deed{
		ID: "F1", Name: "某某助学基金", Founder: "某公司", By: fund.Unit, Purpose: "助学", Date: rule.Day(2012, 6, 1),
		Pledge: funding.Yuan(10_000), First: funding.Yuan(900), Years: 10,
	}
	_, decided, err := fund.Xuzhou().Found(deed)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("900 of 10,000 at the founding:", decided.Holds())
	deed.First = funding.Yuan(1_000)
	founded, _, err := fund.Xuzhou().Found(deed)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(founded.Balance(), "paid in,", founded.Outstanding(), "to come")
	// Output:
	// 900 of 10,000 at the founding: false
	// 1000.00 paid in, 9000.00 to come
}
