package insurance_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
)

func ExamplePolicy_Total() {
	total, err := district().Total(insurance.Heads{Class: volunteer.Regular, Count: 32_400})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(total.Heads, total.Sum, total.Premium)
	// Output: 32400 19440000.00 48600.00
}

// More than 30,000 volunteers insured for 19.44 million yuan in all: for how
// much each?
func ExampleQuestion_Solve() {
	answer, err := insurance.Question{
		Total: rule.Exactly(rule.Dec("19440000")),
		Heads: rule.Above(rule.Dec("30000")).Below(rule.Dec("40000")),
		Step:  funding.Yuan(100),
	}.Solve()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, reason := range answer.Reasons {
		fmt.Println(reason.In(language.English), "=", reason.Output.In(language.English))
	}
	// Output:
	// total 19,440,000 yuan, heads above 30,000, below 40,000, sums per head in steps of ¥100.00: pairs that agree = 2
	// 38,880 persons x ¥500.00 per head = ¥19,440,000.00
	// 32,400 persons x ¥600.00 per head = ¥19,440,000.00
}
