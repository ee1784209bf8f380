package vote_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/vote"
)

// Five residents share 100 yuan. The three who want the hall could outvote the
// others on everything; with equal shares the two others get their lamps.
func ExampleDecide() {
	e := vote.Election{
		Budget: funding.Yuan(100),
		Projects: []vote.Project{
			{ID: "hall", Cost: funding.Yuan(60)}, {ID: "lamps", Cost: funding.Yuan(40)}, {ID: "stage", Cost: funding.Yuan(40)},
		},
		Ballots: []vote.Ballot{
			vote.Approve("v1", "hall", "stage"), vote.Approve("v2", "hall", "stage"), vote.Approve("v3", "hall", "stage"),
			vote.Approve("v4", "lamps"), vote.Approve("v5", "lamps"),
		},
	}
	o, err := vote.Decide(vote.Residents(), e)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(o.Winners, o.Cost)
	for _, r := range append(o.Reasons, o.Refused...) {
		fmt.Println(r.In(language.English), "=", r.Output.In(language.English))
	}
	// Output:
	// [hall lamps] 100.00
	// ¥100.00 shared equally among 5 persons = ¥20.00
	// hall: supported by 3 persons; ¥20.00 a point from 3 persons, all that is left to them from 0 persons, ¥60.00 in all; effective votes = 3
	// lamps: supported by 2 persons; ¥20.00 a point from 2 persons, all that is left to them from 0 persons, ¥40.00 in all; effective votes = 2
	// the ¥0.00 left of the budget hold no other project with support = yes
	// the projects together = ¥100.00
	// stage: costs ¥40.00; its supporters (3 persons) hold ¥0.00 together = no
}

// A voter's account: what each paid, exact, and what is left.
func ExampleOutcome_Account() {
	o, err := vote.Decide(vote.Residents(), vote.Election{
		Budget:   funding.Yuan(100),
		Projects: []vote.Project{{ID: "a", Cost: funding.Yuan(50)}, {ID: "b", Cost: funding.Yuan(50)}},
		Ballots:  []vote.Ballot{vote.Approve("v1", "a"), vote.Approve("v2", "a", "b"), vote.Approve("v3", "b")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	account, err := o.Account("v2")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range account.Payments {
		fmt.Println(p.Project, p.Pays.In(language.English))
	}
	fmt.Println("left", account.Left.In(language.English))
	// Output:
	// a ¥25.00
	// b ¥13.333…
	// left ¥0.00
}
