package preset

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems of a published budget.
const (
	PartsDiffer  rule.Code = "budget.parts"    // parts that do not add up
	PartNegative rule.Code = "budget.negative" // an amount below zero
	PartsDeep    rule.Code = "budget.depth"    // parts of parts of parts
)

// Codes of the reasons of a published budget.
const (
	PartOf     rule.Code = "budget.part" // an amount as it was published
	PartsAddUp rule.Code = "budget.sum"  // an amount and what it consists of
)

var problems = rule.Catalog{
	PartsDiffer:  rule.Words("各项合计 {sum},与 {amount} 不符", "the parts sum to {sum}, not {amount}"),
	PartNegative: rule.Words("金额不得为负,实为 {amount}", "the amount must not be negative: {amount}"),
	PartsDeep:    rule.Words("分项嵌套超过 {most} 层", "parts are nested more than {most} levels deep"),

	PartOf:     rule.Words("{title}", "{title}"),
	PartsAddUp: rule.Words("{title},各项合计", "{title}, the sum of its parts"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
