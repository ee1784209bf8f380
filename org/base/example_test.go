package base_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/base"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExampleBase_Decide() {
	registry, err := org.NewRegistry([]org.Organization{{
		ID: "A", Registered: rule.Day(2014, 1, 1),
		Profile: org.Profile{Name: "虚构青年社", Kind: org.SocialGroup, Territory: org.Area("330211")},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := base.New(base.Lists{Rules: base.Usual(), Events: []base.Event{
		{Organization: "A", On: rule.Day(2014, 12, 1), Act: base.Apply},
		{Organization: "A", On: rule.Day(2014, 12, 5), Act: base.AdmitStartUp},
	}}, registry)
	if err != nil {
		fmt.Println(err)
		return
	}
	standing, why, err := b.Decide(base.Event{
		Organization: "A", On: rule.Day(2015, 3, 31), Act: base.Promote,
		Facts: rule.FactMap{"grade": rule.Int(3, 0), "review": rule.Int(85, rule.Point)},
	})
	fmt.Println(standing, why.Holds(), err)
	for _, clause := range why.Parts {
		fmt.Println(clause.In(language.English))
	}
	// Output:
	// starting-up false <nil>
	// full months in the class: 3 months; required: 6 months or above
}
