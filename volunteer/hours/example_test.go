package hours_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/hours"
)

func ExampleCertify() {
	from := rule.Day(2015, 1, 1)
	register, err := volunteer.NewRegister(volunteer.Lists{People: []volunteer.Person{{
		ID: "v1", Name: "王安", Consent: volunteer.Consent{Given: from},
		Enrolments: []volunteer.Enrolment{{Class: volunteer.Regular, Period: rule.Since(from)}},
	}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	day := rule.Day(2015, 4, 20)
	log := []hours.Entry{{
		Record: 1, Version: 1, Entered: day, Person: "v1", Activity: "river clean-up", Kind: hours.Service, Verifier: "station",
		Span: volunteer.Span{From: volunteer.Clock(day, 9, 0), Until: volunteer.Clock(day, 11, 40)},
	}}
	certificate, err := hours.Certify(hours.Usual(), register, log, "v1", rule.Day(2015, 6, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(certificate.Hours)
	fmt.Println(certificate.Steps[0].In(language.English))
	// Output:
	// 2.5
	// 2015-04-20 river clean-up (service), 09:00 to 11:40, verified by station
}
