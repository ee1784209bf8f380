package preset_test

import (
	"fmt"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/preset"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// An industry group that rose from 3A to 5A receives the difference.
func ExampleBaoanGrades() {
	settled, err := funding.Settle(preset.BaoanGrades(), []funding.Request{{
		ID: "r1", Organization: "association", Territory: org.Area("440306"),
		Received: funding.Yuan(100_000), Facts: rule.FactMap{"grade": rule.Word("5A")},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(settled.Award(0).Total)
	// Output: 200000.00
}

// A project of 900,000 with 40% of own money meets the cap of its day.
func ExampleGuangzhouVenture() {
	budget := funding.Yuan(900_000)
	for _, day := range []rule.Date{rule.Day(2018, 5, 1), rule.Day(2020, 5, 1)} {
		for _, scheme := range preset.GuangzhouVenture() {
			if !scheme.Period.Contains(day) {
				continue
			}
			settled, err := funding.Settle(scheme, []funding.Request{{
				ID: "r1", Organization: "centre", Territory: org.Area("4401"), Date: day,
				Asked: funding.Yuan(540_000), Eligible: &budget, Social: funding.Yuan(360_000),
			}})
			if err != nil {
				fmt.Println(err)
				return
			}
			fmt.Println(day, settled.Award(0).Total, "unmet", settled.Award(0).Unmet)
		}
	}
	// Output:
	// 2018-05-01 300000.00 unmet 240000.00
	// 2020-05-01 500000.00 unmet 40000.00
}

// Ningbo's published budget of lottery money adds up.
func ExampleBudget_Validate() {
	budget := preset.NingboLottery2023()
	fmt.Println(budget.Validate())
	budget.All.Parts[0].Amount = funding.Yuan(24_050_000)
	fmt.Println(budget.Validate())
	// Output:
	// <nil>
	// all.parts: the parts sum to ¥110,045,000.00, not ¥110,000,000.00
}
