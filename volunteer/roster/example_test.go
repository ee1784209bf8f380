package roster_test

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/roster"
)

func ExampleMake() {
	since := rule.Day(2015, 1, 1)
	saturday := []volunteer.Weekly{{Day: volunteer.Saturday, From: 8 * 60, Until: 18 * 60}}
	register, err := volunteer.NewRegister(volunteer.Lists{People: []volunteer.Person{
		{
			ID: "v1", Name: "王安", Skills: []string{"first-aid"}, Availability: saturday, Consent: volunteer.Consent{Given: since},
			Enrolments: []volunteer.Enrolment{{Class: volunteer.Regular, Period: rule.Since(since)}},
		},
		{
			ID: "v2", Name: "李宁", Availability: saturday, Consent: volunteer.Consent{Given: since},
			Enrolments: []volunteer.Enrolment{{Class: volunteer.Regular, Period: rule.Since(since)}},
		},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	day := rule.Day(2015, 4, 18)
	made, err := roster.Make(roster.Request{Register: register, Shifts: []roster.Shift{{
		ID: "fair", Place: "广场", Span: volunteer.Span{From: volunteer.Clock(day, 9, 0), Until: volunteer.Clock(day, 12, 0)},
		Needs: []roster.Need{{Count: 1}, {Skill: "first-aid", Count: 1}},
	}}})
	for _, turn := range made.Turns {
		fmt.Printf("%s %s %q\n", turn.Shift, turn.Person, turn.Skill)
	}
	fmt.Println(err)
	// Output:
	// fair v2 ""
	// fair v1 "first-aid"
	// <nil>
}
