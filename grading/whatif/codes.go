package whatif

import (
	"maps"

	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	NoLine        rule.Code = "whatif.no-line"   // the lowest class has no line
	RowsDiffer    rule.Code = "whatif.rows"      // batches of different rows
	ClassesDiffer rule.Code = "whatif.classes"   // batches of different classes
	NotAbove      rule.Code = "whatif.not-above" // a shift that is not above zero
	NoStep        rule.Code = "whatif.no-step"   // a scale without a step has no next line
	TooManyLines  rule.Code = "whatif.lines"     // too many places for a line
	TooManySets   rule.Code = "whatif.sets"      // more sets to look at than are looked at
	NoSuchPart    rule.Code = "whatif.indicator" // no indicator with that id
)

// Codes of the reasons this package gives.
const (
	Raises rule.Code = "whatif.raises" // what an indicator could still give
)

// problems falls back on the sentences of package grading for its codes.
var problems = joined()

func joined() rule.Catalog {
	all := grading.Sentences()
	maps.Copy(all, own)
	return all
}

var own = rule.Catalog{
	NoLine:        rule.Words("最低一级“{class}”没有分数线", "the lowest class, {class}, has no line"),
	RowsDiffer:    rule.Words("两批家数不同:{before} 与 {after}", "the batches have {before} and {after} rows"),
	ClassesDiffer: rule.Words("两批的等级不同", "the batches have different classes"),
	NotAbove:      rule.Words("移动的分数须大于零,实为 {by}", "a line moves by more than zero, not {by}"),
	NoStep:        rule.Words("分值没有最小单位,分数线之间没有相邻", "a scale without a step has no neighbouring lines"),
	TooManyLines:  rule.Words("分数线的可取之处超过 {most} 个", "more than {most} places for a line"),
	TooManySets:   rule.Words("须比较的指标组合超过 {most} 个", "more than {most} sets of indicators to look at"),
	NoSuchPart:    rule.Words("没有指标“{id}”", "there is no indicator \"{id}\""),
	Raises:        rule.Words("{indicator}:由 {from} 提到 {to}", "{indicator}: from {from} to {to}"),
}

// Sentences returns the table of this package's own codes.
func Sentences() rule.Catalog { return maps.Clone(own) }
