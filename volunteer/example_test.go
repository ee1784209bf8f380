package volunteer_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

func ExampleParseIdentity() {
	id, err := volunteer.ParseIdentity("11010519491231002X")
	fmt.Println(id, id.Birth(), id.Division(), err)
	_, err = volunteer.ParseIdentity("110105194902290021")
	fmt.Println(rule.ProblemsOf(err).In(language.Chinese))
	// Output:
	// 1****************X 1949-12-31 110105 <nil>
	// 身份证号中的出生日期不存在
	// 身份证号校验码不符
}

func ExampleNewRegister() {
	from := rule.Day(2014, 1, 1)
	enrolled := func(class volunteer.Class) []volunteer.Enrolment {
		return []volunteer.Enrolment{{Class: class, Period: rule.Since(from)}}
	}
	register, err := volunteer.NewRegister(volunteer.Lists{People: []volunteer.Person{
		{ID: "v1", Name: "王安", Birth: rule.Day(1980, 5, 1), Consent: volunteer.Consent{Given: from}, Enrolments: enrolled(volunteer.Regular)},
		{ID: "v2", Name: "王 安", Birth: rule.Day(1980, 5, 1), Consent: volunteer.Consent{Given: from}, Enrolments: enrolled(volunteer.Charity)},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(register.Count(rule.Day(2015, 4, 21)).Heads)
	for _, d := range register.Duplicates() {
		fmt.Println(d.People, d.Reason.In(language.English))
	}
	// Output:
	// 2
	// [v1 v2] 2 entries have the same name and date of birth (1980-05-01): perhaps the same person
}
