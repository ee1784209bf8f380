package platform_test

import (
	"fmt"

	"github.com/sancheng-go/sancheng/charity/platform"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExamplePlatform_Match() {
	april := rule.Period{From: rule.Day(2015, 4, 1), Until: rule.Day(2015, 5, 1)}
	hall := platform.Need{
		Party: "合唱队", By: platform.Organization, Resource: platform.Places, Item: "排练厅",
		Quantity: 2, Worth: 10, Place: org.Area("330211001001"), Window: april,
	}
	choir, opera := hall, hall
	choir.ID = "choir"
	opera.ID, opera.Party, opera.Worth = "opera", "越剧社", 12
	p, err := platform.New(platform.Lists{
		Needs: []platform.Need{choir, opera},
		Offers: []platform.Offer{{
			ID: "hall", Party: "文化站", By: platform.Government, Resource: platform.Places, Item: "排练厅",
			Quantity: 3, Place: org.Area("330211001"), Window: april,
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	best, err := p.Match(platform.GreatestValue, rule.Day(2015, 4, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range best.Matches {
		fmt.Println(m.Offer, m.Need, m.Amount)
	}
	fmt.Println(best.Value, "points; one use more of the hall would add", best.Offers[0].Price)
	// Output:
	// hall choir 1
	// hall opera 2
	// 34 points; one use more of the hall would add 10
}
