package timeline_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/timeline"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// The cap on what the lottery fund matches is raised from 2026 on (figures
// illustrative).
func ExampleChanges() {
	before := funding.OneThreeX(org.Area("330211"))
	after := funding.OneThreeX(org.Area("330211"))
	after.Sources[1].Cap = new(funding.Yuan(30_000))
	for _, change := range timeline.Changes(before, after) {
		fmt.Println(change.In(language.Chinese))
		for _, part := range change.Parts {
			fmt.Println("  " + part.In(language.Chinese))
		}
	}
	// Output:
	// 福利彩票公益金
	//   单项封顶由 20,000.00 元 改为 30,000.00 元
}

func ExampleTimeline_Under() {
	first := funding.OneThreeX(org.Area("330211"))
	first.ID, first.Period = "first", rule.Period{Until: rule.Day(2026, 1, 1)}
	second := funding.OneThreeX(org.Area("330211"))
	second.ID, second.Period = "second", rule.Since(rule.Day(2026, 1, 1))
	line := timeline.Timeline{Versions: []funding.Scheme{first, second}}
	_, why, err := line.Under(funding.Request{Date: rule.Day(2025, 12, 31)})
	if err != nil {
		panic(err)
	}
	fmt.Println(why.In(language.English), why.Output.In(language.English))
	// Output:
	// applied on 2025-12-31: the version then in force (before 2026-01-01) first
}
