package charity_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExampleProject_Apply() {
	line, err := charity.New(charity.FiveStages())
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := line.Open(charity.Founding{ID: "P1", Title: "心灵港湾", Founder: "某协会", Date: rule.Day(2014, 3, 1)})
	if err != nil {
		fmt.Println(err)
		return
	}
	reason, err := p.Apply(charity.Event{
		Project: "P1", Number: 1, Date: rule.Day(2014, 3, 2), Kind: charity.Approve,
		Facts: rule.FactMap{"need": rule.Flag(true), "score": rule.Int(59, rule.Point)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(reason.Holds(), p.Stage())
	for _, unmet := range reason.Parts {
		fmt.Println(unmet.In(language.English))
	}
	// Output:
	// false assess
	// the plan is feasible: not stated; required: yes
	// assessment score: 59 points; required: 60 points or above
}
