package association_test

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/association"
	"github.com/sancheng-go/sancheng/org/rule"
)

func twoAssociations() org.Registry {
	list := []org.Organization{}
	for _, id := range []string{"recycling", "shipping"} {
		list = append(list, org.Organization{ID: id, Registered: rule.Day(2010, 1, 1), Profile: org.Profile{
			Name: "虚构" + id, Kind: org.SocialGroup, Sector: org.Business, Territory: org.Area("330211"),
		}})
	}
	r, err := org.NewRegistry(list)
	if err != nil {
		panic(err)
	}
	return r
}

// An enterprise in two associations is one enterprise and two memberships.
func ExampleRoll_Count() {
	since := rule.Since(rule.Day(2012, 1, 1))
	roll, err := association.NewRoll(twoAssociations(), []association.Membership{
		{Association: "recycling", Member: "steelworks", Period: since},
		{Association: "shipping", Member: "steelworks", Period: since},
		{Association: "shipping", Member: "harbour", Period: since},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	c := roll.Count(rule.Day(2015, 3, 31))
	fmt.Println(c.Members, c.Memberships)
	for _, e := range c.Each {
		fmt.Println(e.Association, e.Members, e.Alone)
	}
	// Output:
	// 2 3
	// recycling 1 0
	// shipping 2 1
}

// A breach of a pledge suspends the qualification of the member who signed it.
func ExampleBook_Qualified() {
	since := rule.Since(rule.Day(2012, 1, 1))
	roll, err := association.NewRoll(twoAssociations(), []association.Membership{{Association: "recycling", Member: "yard", Period: since}})
	if err != nil {
		fmt.Println(err)
		return
	}
	book, err := association.NewBook(roll, association.Records{
		Association: "recycling", Convention: association.Recycling(),
		Signatures: []association.Signature{{Member: "yard", Obligation: "covers", Period: since}},
		Breaches:   []association.Breach{{Member: "yard", Obligation: "covers", On: rule.Day(2014, 6, 1), Evidence: "police report"}},
		Claims: []association.Claim{{
			Member: "yard", On: rule.Day(2014, 1, 1),
			Facts: rule.FactMap{
				"licence": rule.Flag(true), "filed": rule.Flag(true), "yard": rule.Int(300, 0), "trained": rule.Int(2, rule.Person), "distance": rule.Int(80, 0),
			},
			Evidence: map[string]string{"licence": "1", "filed": "2", "yard": "3", "trained": "4", "distance": "5"},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, on := range []rule.Date{rule.Day(2014, 5, 31), rule.Day(2014, 6, 1)} {
		fmt.Println(on, book.Qualified("yard", on).Holds)
	}
	// Output:
	// 2014-05-31 true
	// 2014-06-01 false
}
