package eligibility_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/grading/eligibility"
	"github.com/sancheng-go/sancheng/org/rule"
)

// The same organization, whose last check was failed, before and after the rule
// was revised.
func ExampleRules_Decide() {
	record := eligibility.Record{
		Registered:   rule.Day(2015, 3, 31),
		Checks:       map[int]eligibility.Check{2023: eligibility.Passed, 2024: eligibility.Failed, 2025: eligibility.Failed},
		Investigated: new(false),
	}
	for _, on := range []rule.Date{rule.Day(2025, 6, 1), rule.Day(2026, 6, 1)} {
		for _, rules := range eligibility.InForce(on, eligibility.Order39(), eligibility.Revised2026()) {
			d, err := rules.Decide(record, on)
			if err != nil {
				fmt.Println(err)
				return
			}
			fmt.Println(on, rules.ID, d.Eligible)
			for _, why := range d.Unmet {
				fmt.Println(" ", why.In(language.English))
			}
		}
	}
	// Output:
	// 2025-06-01 order-39 false
	//   yearly check for last year: failed; required: passed, basically qualified, missed
	// 2026-06-01 revised-2026 true
}
