package stage_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

func ExampleNew() {
	_, err := stage.New(applied, []life{graduated}, []stage.Row[life, event]{
		{From: applied, On: admit, To: inBase, Needs: rule.Is("licensed")},
		{From: applied, On: admit, To: graduated},
		{From: withdrawn, On: leave, To: graduated},
	}, nil)
	fmt.Println(err)
	// Output:
	// [0]: stage in the base has no way out and is not an end
	// [0].needs.fact: the condition asks for licensed, which is not declared
	// [1]: two rows for admitted in stage applied; the other is row 0, counted from zero
	// [2]: no path leads from the start to stage withdrawn
}

// A refusal names everything that stands in the way.
func ExampleTable_Step() {
	known := rule.Vocabulary{
		"months": {Type: rule.NumberType, Unit: rule.MonthUnit, Label: rule.Words("在孵时间", "time in the base")},
		"filed":  {Type: rule.FlagType, Label: rule.Words("已备案", "filed")},
	}
	base, err := stage.New(applied, []life{graduated}, []stage.Row[life, event]{
		{From: applied, On: admit, To: inBase},
		{From: inBase, On: graduate, To: graduated, Needs: rule.AllOf(rule.InRange("months", rule.AtLeast(rule.Dec("12"))), rule.Is("filed"))},
	}, known)
	if err != nil {
		fmt.Println(err)
		return
	}
	at, why := base.Step(base.Start(), admit, rule.FactMap{})
	fmt.Println(at, "|", why.In(language.English))
	at, why = base.Step(at, graduate, rule.FactMap{"months": rule.Int(7, rule.MonthUnit)})
	fmt.Println(at, "|", why.In(language.English))
	for _, unmet := range why.Parts {
		fmt.Println("  ", unmet.In(language.English))
	}
	_, why = base.Step(at, admit, rule.FactMap{})
	fmt.Println(why.In(language.Chinese))
	// Output:
	// in-base | applied → in the base: admitted
	// in-base | graduates refused: unmet on the way from in the base to graduated
	//    time in the base: 7 months; required: 12 months or above
	//    filed: not stated; required: yes
	// “在孵”阶段不能“准予入驻”,此时可以:孵化期满
}

func ExampleTable_Mermaid() {
	base, err := stage.New(applied, []life{graduated}, []stage.Row[life, event]{
		{From: applied, On: admit, To: inBase},
		{From: inBase, On: graduate, To: graduated, Needs: rule.Is("filed")},
	}, rule.Vocabulary{"filed": {Type: rule.FlagType, Label: rule.Words("已备案", "filed")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(base.Mermaid(language.Chinese))
	// Output:
	// stateDiagram-v2
	//     applied : 申请入驻
	//     in_base : 在孵
	//     graduated : 出壳
	//     [*] --> applied
	//     applied --> in_base : 准予入驻
	//     in_base --> graduated : 孵化期满 *
	//     graduated --> [*]
}
