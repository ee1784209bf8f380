package life_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/grading/life"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Which grade does an organization have on a day, and by which decision?
func ExampleLaw_Live() {
	law, err := life.New(rule.Calendar{}, life.Order39())
	if err != nil {
		fmt.Println(err)
		return
	}
	lived, err := law.Live([]life.Entry{
		{On: rule.Day(2015, 5, 19), Event: life.Recorded, Grade: "4A", Decision: rule.Source{Number: "第1号"}},
		{On: rule.Day(2018, 4, 28), Event: life.Lower, Grade: "3A", Ground: life.TwoBasic, Decision: rule.Source{Number: "第2号"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []rule.Date{rule.Day(2018, 4, 27), rule.Day(2018, 4, 28), rule.Day(2020, 5, 20)} {
		fmt.Println(day, lived.On(day).Reason.In(language.English))
	}
	// Output:
	// 2018-04-27 4A by 第1号 (announced 2015-05-19), valid from 2015-05-19 to 2020-05-19
	// 2018-04-28 3A by 第2号 (lowered 2018-04-28: basically qualified two years running), valid to 2020-05-19
	// 2020-05-20 3A by 第2号 (2018-04-28), valid from 2018-04-28 to 2020-05-19, over
}
