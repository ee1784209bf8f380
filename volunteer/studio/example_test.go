package studio_test

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/studio"
)

// Ten who came twice are twenty person-times, and somewhere from ten to twenty
// people.
func ExampleBook_Activity() {
	open := rule.Since(rule.Day(2014, 1, 1))
	register, err := volunteer.NewRegister(volunteer.Lists{People: []volunteer.Person{{
		ID: "v1", Name: "王安", Consent: volunteer.Consent{Given: open.From},
		Enrolments: []volunteer.Enrolment{{Class: volunteer.Regular, Period: open}},
	}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	session := studio.Session{
		Studio: "crafts", Day: rule.Day(2014, 5, 1), Service: "手工", Volunteers: []string{"v1"}, Served: volunteer.Attendance{Others: 10},
	}
	later := session
	later.Day = rule.Day(2014, 6, 1)
	book, err := studio.New(register,
		[]studio.Studio{{ID: "crafts", Name: "虚构手工坊", Founder: "v1", Services: []string{"手工"}, Period: open}},
		[]studio.Session{session, later})
	if err != nil {
		fmt.Println(err)
		return
	}
	activity, err := book.Activity("crafts", open)
	fmt.Println(activity.Sessions, activity.Served.Times, activity.Served.Least, activity.Served.Most, err)
	// Output: 2 20 10 20 <nil>
}
