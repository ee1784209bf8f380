package council_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/council"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExampleCouncil_Vote() {
	period := rule.Since(rule.Day(2014, 1, 1))
	c, err := council.New(council.HarmonyCouncil(), []council.Seat{
		{Person: "old1", Group: "old", Period: period},
		{Person: "old2", Group: "old", Period: period},
		{Person: "old3", Group: "old", Period: period},
		{Person: "new1", Group: "new", Period: period},
		{Person: "new2", Group: "new", Period: period},
		{Person: "new3", Group: "new", Period: period},
		{Person: "school", Group: "circles", Period: period},
		{Person: "clinic", Group: "circles", Period: period},
		{Person: "plant", Group: "circles", Period: period},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := c.Vote(
		council.Meeting{On: rule.Day(2015, 3, 31), Present: []string{"old1", "old2", "old3", "new1", "new2", "school", "clinic"}},
		council.Motion{Matter: "newcomers", Ballots: []council.Cast{
			{Person: "old1", Ballot: council.Favour},
			{Person: "old2", Ballot: council.Favour},
			{Person: "old3", Ballot: council.Favour},
			{Person: "school", Ballot: council.Favour},
			{Person: "new1", Ballot: council.Favour},
			{Person: "new2", Ballot: council.Against},
		}},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Holds)
	for _, clause := range d.Unmet() {
		fmt.Println(clause.In(language.English))
	}
	// Output:
	// false
	// in favour: new residents: 1 person; required: above 1 person
}
