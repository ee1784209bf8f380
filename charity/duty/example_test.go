package duty_test

import (
	"fmt"

	"github.com/sancheng-go/sancheng/charity/duty"
	"github.com/sancheng-go/sancheng/funding"
)

func ExampleRules_Decide() {
	accounts := []duty.Year{
		{Year: 2019, NetAssets: funding.Yuan(10_000_000)},
		{Year: 2020, Charity: funding.Yuan(500_000), Management: funding.Yuan(60_000)},
	}
	decided, err := duty.Notice189().Decide(duty.Other, accounts, 2020)
	if err != nil {
		fmt.Println(err)
		return
	}
	floor := decided.Floors[0]
	fmt.Println(decided.Met(), "required", floor.Required, "short", floor.Shortfall, "cure: spend", decided.Cure.Spend)
	// Output:
	// false required 600000.00 short 100000.00 cure: spend 100000.00
}
