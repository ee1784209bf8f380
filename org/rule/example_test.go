package rule_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// A clause asks a question about a named fact and says what it found.
func ExampleCondition() {
	facts := rule.Vocabulary{
		"years":   {Type: rule.NumberType, Unit: rule.YearUnit, Label: rule.Words("登记年限", "years since registration")},
		"checked": {Type: rule.FlagType, Label: rule.Words("上年度年检合格", "last annual check passed")},
		"staff":   {Type: rule.NumberType, Unit: rule.Person, Label: rule.Words("专职工作人员", "full-time staff")},
	}
	ask := rule.AllOf(
		rule.InRange("years", rule.AtLeast(rule.Dec("2"))).From(rule.Source{Title: "社会组织评估管理办法"}, rule.Published),
		rule.Is("checked"),
		rule.InRange("staff", rule.Above(rule.Dec("0"))),
	)
	if err := ask.Validate(facts); err != nil {
		fmt.Println(err)
		return
	}
	decided := ask.Decide(rule.FactMap{"years": rule.Int(1, rule.YearUnit), "checked": rule.Flag(true)}, facts)
	fmt.Println(decided.Holds())
	for _, unmet := range decided.Unmet() {
		fmt.Println(unmet.In(language.Chinese))
	}
	for _, unmet := range decided.Unmet() {
		fmt.Println(unmet.In(language.English))
	}
	// Output:
	// false
	// 登记年限:1 年,要求:2 年以上
	// 专职工作人员:未说明,要求:超过0 人
	// years since registration: 1 year; required: 2 years or above
	// full-time staff: not stated; required: above 0 persons
}

func ExampleCondition_json() {
	text := `{"all_of": [
		{"fact": "score", "range": {"at_least": "75", "below": "90"}},
		{"not": {"fact": "kind", "one_of": [{"text": "party"}]}}
	]}`
	var ask rule.Condition
	if err := rule.Decode([]byte(text), &ask); err != nil {
		fmt.Println(err)
		return
	}
	holds, stated := ask.Holds(rule.FactMap{"score": rule.Num(rule.Dec("89.7"), rule.Point), "kind": rule.Word("culture")})
	fmt.Println(holds, stated)
	// Output: true true
}

func ExampleInterval() {
	second := rule.AtLeast(rule.Dec("75")).Below(rule.Dec("90"))
	fmt.Println(second.In(language.Chinese))
	fmt.Println(second.Contains(rule.Dec("75")), second.Contains(rule.Dec("89.99")), second.Contains(rule.Dec("90")))
	data, _ := json.Marshal(second)
	fmt.Println(string(data))
	// Output:
	// 75以上 不满90
	// true true false
	// {"at_least":"75","below":"90"}
}

func ExampleFigure() {
	// “每万人拥有的法人社会组织数达6.35个”: 333 organizations, so how many residents?
	figure := rule.Figure{At: rule.Dec("6.35"), Precision: rule.Rounded, Place: rule.Dec("0.01")}
	fmt.Println(figure.In(language.English), "allows", figure.Interval())
	fmt.Println(figure.Judge(rule.Exactly(rule.Dec("6.3456"))))
	fmt.Println(figure.Judge(rule.AtLeast(rule.Dec("6.34")).AtMost(rule.Dec("6.36"))))
	fmt.Println(figure.Judge(rule.Above(rule.Dec("6.4"))))
	// Output:
	// ≈ 6.35 allows 6.345 or above, below 6.355
	// consistent
	// not-decidable
	// contradictory
}

func ExampleDate() {
	notice := rule.Day(2016, 1, 31)
	fmt.Println(notice.AddDays(60), "60 days, the day of the notice not counted")
	fmt.Println(notice.AddMonths(1), "a month, in February its last day")
	fmt.Println(rule.Day(2016, 3, 31).DaysSince(notice))
	_, err := rule.ParseDate("2015-02-29")
	fmt.Println(err)
	// Output:
	// 2016-03-31 60 days, the day of the notice not counted
	// 2016-02-29 a month, in February its last day
	// 60
	// there is no day "2015-02-29"
}

func ExamplePeriod() {
	force := rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2016, 1, 1)}
	days, _ := force.Days()
	fmt.Println(force, "has", days, "days")
	fmt.Println(force.Contains(rule.Day(2015, 12, 31)), force.Contains(rule.Day(2016, 1, 1)))
	fmt.Println(force.Overlaps(rule.Since(rule.Day(2016, 1, 1))))
	fmt.Println(force.Words().In(language.Chinese))
	// Output:
	// from 2015-01-01, before 2016-01-01 has 365 days
	// true false
	// false
	// 2015-01-01 起、2016-01-01 前
}

func ExampleRounding() {
	fen := rule.Dec("0.01")
	for _, mode := range rule.Modes() {
		rounding := rule.Rounding{Mode: mode, Step: fen}
		// 2,500 yuan a year for 7 months, and half a fen
		fmt.Println(mode, rounding.Quotient(rule.Dec("17500"), rule.Dec("12")), rounding.Round(rule.Dec("0.005")))
	}
	// Output:
	// half-up 1458.33 0.01
	// half-even 1458.33 0
	// down 1458.33 0
	// up 1458.34 0.01
}

func ExampleProblems() {
	type request struct {
		Asked  string    `json:"asked"`
		On     rule.Date `json:"on"`
		Social rule.Unit `json:"unit"`
	}
	var requests []request
	err := rule.Decode([]byte(`[{"asked": "1.00", "on": "2015-02-30"}, {"asked": 5, "budget": "x", "unit": "meter"}]`), &requests)
	fmt.Println(err)
	fmt.Println(errors.Is(err, rule.DateInvalid), errors.Is(err, rule.DateSyntax))
	if first, ok := errors.AsType[*rule.Problem](err); ok {
		fmt.Println(first.Code, first.In(language.Chinese))
	}
	// Output:
	// [0].on: there is no day "2015-02-30"
	// [1]: there is no field "budget"
	// [1].asked: should be text, not 5
	// [1].unit: unit "meter" is unknown; accepted: yuan, person, person-time, organization, point, percent, day, working-day, month, year, hour, item, times
	// true false
	// date.invalid [0].on:日期“2015-02-30”不存在
}

func ExampleProblems_Nest() {
	var found rule.Problems
	period := rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2014, 1, 1)}
	found.Nest("sources[2].period", period.Validate())
	fmt.Println(found.Err())
	fmt.Println(rule.Problems{}.Err() == nil)
	// Output:
	// sources[2].period.until: the period is empty: it ends on 2014-01-01, not after 2015-01-01
	// true
}

func ExampleReason() {
	const months rule.Code = "subsidy.months"
	catalog := rule.Catalog{months: rule.Words("{annual} × {months} ÷ {year} = {exact}", "{annual} x {months} / {year} = {exact}")}
	r := catalog.Reason(months,
		rule.With("annual", rule.Int(2500, rule.Yuan)), rule.With("months", rule.Int(7, 0)),
		rule.With("year", rule.Int(12, 0)), rule.With("step", rule.Num(rule.Dec("0.01"), rule.Yuan)),
	).Gives(rule.Prorate, rule.Num(rule.Dec("1458.33"), rule.Yuan)).From(rule.Source{Title: "补贴办法", Article: "第十四条"}, rule.Published)
	r.Mode = rule.HalfUp
	fmt.Println(r.In(language.Chinese), "→", r.Output.In(language.Chinese), r.Basis(language.Chinese))
	fmt.Println(r.In(language.English), "→", r.Output.In(language.English), r.Basis(language.English))
	again, _ := r.Replay()
	fmt.Println(again.Equal(r.Output))
	// Output:
	// 2,500.00 元 × 7 ÷ 12 = 1,458.333… → 1,458.33 元 《补贴办法》第十四条,四舍五入到 0.01 元
	// ¥2,500.00 x 7 / 12 = 1,458.333… → ¥1,458.33 补贴办法, 第十四条, half up to ¥0.01
	// true
}

func ExamplePage() {
	const met rule.Code = "members.met"
	catalog := rule.Catalog{met: rule.Words("会员 {found} 不少于 {least}", "{found}, at least {least}")}
	page := rule.Page{
		Title: rule.Words("登记审查", "Registration"),
		Lines: []rule.Line{
			{Label: rule.Words("组织", "Organization"), Value: rule.Label(rule.Words("心理咨询师协会", "Counsellors' association"))},
			{Label: rule.Words("结论", "Result"), Value: rule.Label(rule.Words("准予登记", "registered"))},
		},
		Steps: []rule.Reason{
			catalog.Reason(met, rule.With("found", rule.Int(62, rule.Person)), rule.With("least", rule.Int(50, rule.Person))).
				Gives(rule.Compare, rule.Flag(true)).From(rule.Source{Title: "社会团体登记管理条例", Article: "第十条"}, rule.Published),
		},
	}
	fmt.Print(page.In(language.Chinese))
	fmt.Print(page.In(language.English))
	// Output:
	// 登记审查
	// 组织  心理咨询师协会
	// 结论  准予登记
	//
	//  步骤                       结果  依据
	//  1 会员 62 人 不少于 50 人  是    《社会团体登记管理条例》第十条
	// Registration
	// Organization  Counsellors' association
	// Result        registered
	//
	//  step                               result  source
	//  1 62 persons, at least 50 persons  yes     社会团体登记管理条例, 第十条
}

func ExampleColumns() {
	for _, line := range rule.Columns([][]string{{"来源", "元"}, {"区级财政", "729.16"}, {"X", "1,000.00"}}, 1) {
		fmt.Println(line)
	}
	// Output:
	// 来源            元
	// 区级财政    729.16
	// X         1,000.00
}

func ExampleEncode() {
	data, _ := rule.Encode("period/1", rule.Since(rule.Day(2015, 1, 1)))
	fmt.Print(string(data))
	var read rule.Period
	fmt.Println(rule.DecodeAs("period/1", data, &read), read)
	// Output:
	// {
	//   "schema": "period/1",
	//   "data": {
	//     "from": "2015-01-01"
	//   }
	// }
	// <nil> from 2015-01-01
}

func ExampleParseDecimal() {
	for _, s := range []string{"89.70", "1e9", "--5", "１２"} {
		d, err := rule.ParseDecimal(s)
		fmt.Println(d, err)
	}
	// Output:
	// 89.7 <nil>
	// 0 "1e9" is not a plain decimal number (a minus, digits, one point)
	// 0 "--5" is not a plain decimal number (a minus, digits, one point)
	// 0 "１２" is not a plain decimal number (a minus, digits, one point)
}

func ExampleChinese() {
	for _, s := range []string{"zh", "zh-Hant-MO", "yue", "zh-Latn", "cmn", "en", "fr"} {
		fmt.Print(s, " ", rule.Chinese(language.MustParse(s)), "; ")
	}
	// Output: zh true; zh-Hant-MO true; yue true; zh-Latn true; cmn true; en false; fr false;
}
