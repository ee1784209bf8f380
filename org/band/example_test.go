package band_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExampleNew() {
	classes, err := band.New(
		band.Domain{In: rule.AtLeast(rule.Dec("0")).AtMost(rule.Dec("100"))},
		[]band.Row[string]{
			{In: rule.AtLeast(rule.Dec("90")), Is: "一类"},
			{In: rule.AtLeast(rule.Dec("75")).Below(rule.Dec("90")), Is: "二类"},
			{In: rule.AtLeast(rule.Dec("60")).Below(rule.Dec("75")), Is: "三类"},
			{In: rule.Below(rule.Dec("60")), Is: "不合格"},
		})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, score := range []string{"90", "89.7", "60", "59.99"} {
		place, _ := classes.Find(rule.Dec(score))
		row := classes.Row(place)
		fmt.Println(score, row.Is, row.In.In(language.Chinese))
	}
	// Output:
	// 90 一类 90以上
	// 89.7 二类 75以上 不满90
	// 60 三类 60以上 不满75
	// 59.99 不合格 不满60
}

// A published notice gives 5A to 950以上, 4A to 901—950 and 3A to 851—900:
// 950 is twice a grade and 900.5 none.
func ExampleNew_faults() {
	var rows []band.Row[string]
	for _, row := range [][2]string{{"5A", "950以上"}, {"4A", "901—950"}, {"3A", "851—900"}} {
		in, err := band.ParseWords(row[1])
		if err != nil {
			fmt.Println(err)
			return
		}
		rows = append(rows, band.Row[string]{In: in, Is: row[0]})
	}
	scores := band.Domain{In: rule.AtLeast(rule.Dec("851")).AtMost(rule.Dec("1000"))}
	_, err := band.New(scores, rows)
	fmt.Println(err)
	scores.Step = rule.Dec("1")
	_, err = band.New(scores, rows)
	fmt.Println(rule.ProblemsOf(err).In(language.Chinese))
	// Output:
	// no row covers above 900, below 901, for example 900.5
	// [1]: rows [0] and [1] both cover 950, for example 950
	// [1]:950同在两档([0]、[1])内,例如 950
}

func ExampleCheck() {
	rows := []band.Row[string]{{In: rule.Above(rule.Dec("60")), Is: "pass"}, {In: rule.Below(rule.Dec("60")), Is: "fail"}}
	for _, fault := range band.Check(band.Domain{In: rule.AtLeast(rule.Dec("0"))}, rows) {
		fmt.Println(fault.Code, fault.In, fault.Example)
	}
	// Output: band.gap 60 60
}
