package apportion

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the faults of a division.
const (
	NoClaimants    rule.Code = "apportion.no-claimants"    // nobody to give to
	TotalRange     rule.Code = "apportion.total-range"     // below zero or above 10^15
	WeightNegative rule.Code = "apportion.weight-negative" // a weight below zero
	WeightDigits   rule.Code = "apportion.weight-digits"   // more than 18 digits in all
	BoundsCross    rule.Code = "apportion.bounds-cross"    // a least below zero or above its most
	LeastTooMuch   rule.Code = "apportion.least-too-much"  // the least of all is more than there is
	MostTooLittle  rule.Code = "apportion.most-too-little" // the most of all is less than there is
)

var problems = rule.Catalog{
	NoClaimants:    rule.Words("没有分配对象", "there are no claimants"),
	TotalRange:     rule.Words("总数 {total} 超出范围,应为 0 至 {most}", "the total {total} is out of range: 0 to {most}"),
	WeightNegative: rule.Words("权重 {weight} 为负", "weight {weight} is negative"),
	WeightDigits:   rule.Words("以最细的小数位计,权重合计超过 {most} 位", "counted in the finest decimal of all, the weights together have more than {most} digits"),
	BoundsCross:    rule.Words("下限 {least} 须不为负且不高于上限", "the least, {least}, must not be negative or above the most"),
	LeastTooMuch:   rule.Words("下限合计 {least},超过总数 {total}", "the least of all, {least}, is more than the total {total}"),
	MostTooLittle:  rule.Words("上限合计 {most},不足总数 {total}(权重为零者只得下限)", "the most of all, {most}, is less than the total {total}; a weight of zero receives its least only"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
