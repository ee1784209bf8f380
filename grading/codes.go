package grading

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the faults of scales, subsidies and cases.
const (
	IDTwice        rule.Code = "case.id-twice"    // one id for two
	ScaleUnbounded rule.Code = "scale.unbounded"  // no least or no greatest score
	ScaleStep      rule.Code = "scale.step"       // a negative step
	ScaleOrder     rule.Code = "scale.order"      // classes not from the best down
	ClassUnknown   rule.Code = "class.unknown"    // no such class in the scale
	ClassUnpaid    rule.Code = "class.unpaid"     // a class that passes and has no rate
	ClassFailsPaid rule.Code = "class.fails-paid" // a class that fails and has a rate
	AmountRange    rule.Code = "mix.range"        // amounts of a mix below zero or ending before they begin
	RateOrder      rule.Code = "rate.order"       // a better class paid less
	PayersShort    rule.Code = "payers.weights"   // weights negative or all zero
	MonthsRange    rule.Code = "case.months"      // months not from 1 to 12
	ScoreRange     rule.Code = "score.range"      // a score outside the scale
	ScoreStep      rule.Code = "score.step"       // a score between the scale's steps
	BillRange      rule.Code = "bill.range"       // a total beyond every amount of money
	MixShape       rule.Code = "mix.shape"        // more mixes than can be counted, or none asked for
)

// Codes of the reasons of a grade and its payment.
const (
	GivenScore       rule.Code = "grade.score"            // what was scored
	InClass          rule.Code = "grade.between"          // a score between a class's two ends
	FromLine         rule.Code = "grade.from"             // a score above a class's one end
	UpToLine         rule.Code = "grade.up-to"            // a score below a class's one end
	ClassRate        rule.Code = "grade.rate"             // a fixed amount a year
	RangeRate        rule.Code = "grade.range-rate"       // a published range a year
	ForMonths        rule.Code = "grade.months"           // a part of the year
	SharedOut        rule.Code = "grade.shared"           // who pays it
	PayerShare       rule.Code = "grade.share"            // one payer's part
	StoppedFailed    rule.Code = "grade.stopped-failed"   // failed: payment stopped
	StoppedUngraded  rule.Code = "grade.stopped-ungraded" // not assessed: payment stopped
	StoppedBarred    rule.Code = "grade.stopped-barred"   // barred: payment stopped
	WhyNotNext       rule.Code = "grade.why-not"          // what the next class takes and pays
	WhyNotNextBeyond rule.Code = "grade.why-not-beyond"   // the same where the line itself does not suffice
)

var problems = joined(gradeSentences, rubricSentences)

var gradeSentences = rule.Catalog{
	IDTwice:        rule.Words("编号“{id}”重复,前一处为第 {first} 项(从零数起)", "id \"{id}\" stands twice; the other is item {first}, counted from zero"),
	ScaleUnbounded: rule.Words("分值须写明最低分和最高分", "the least and the greatest score must be stated"),
	ScaleStep:      rule.Words("分值的最小单位须不小于零,实为 {step}", "the step between scores must not be negative: {step}"),
	ScaleOrder:     rule.Words("等级须由高到低排列:“{class}”不应排在“{above}”之后", "classes must stand best first: {class} must not follow {above}"),
	ClassUnknown:   rule.Words("没有等级“{class}”", "there is no class \"{class}\""),
	ClassUnpaid:    rule.Words("等级“{class}”没有补助标准", "class {class} has no rate"),
	ClassFailsPaid: rule.Words("等级“{class}”未通过评估,不得有补助标准", "class {class} fails and must have no rate"),
	AmountRange:    rule.Words("各等级金额须不小于零且上限不低于下限,实为 {from} 至 {to}", "the amounts of a class run from zero or more upwards, not from {from} to {to}"),
	RateOrder:      rule.Words("较高等级“{class}”的标准可能低于“{below}”;确系如此须写明 inverted", "the better class {class} may be paid less than {below}; where that is meant, say inverted"),
	PayersShort:    rule.Words("分担权重须不小于零且不全为零", "weights must not be negative nor all zero"),
	MonthsRange:    rule.Words("应发月数须为 1 至 12,实为 {months}", "months must be from 1 to 12, not {months}"),
	ScoreRange:     rule.Words("得分 {score} 不在分值范围({scores})内", "the score of {score} is outside the scale ({scores})"),
	ScoreStep:      rule.Words("得分 {score} 比分值的最小单位 {step} 更细", "the score of {score} is finer than the scale's step of {step}"),
	BillRange:      rule.Words("合计超出金额范围", "the total is beyond the range of money"),
	MixShape:       rule.Words("等级组合至少一个等级、零至一百万家,且组合总数不得超过 9×10¹⁸", "mixes need a class, from none to a million organizations and at most 9×10¹⁸ mixes in all"),

	GivenScore:       rule.Words("评估得分", "assessment score"),
	InClass:          rule.Words("{low} {from} {score} {to} {high}", "{low} {from} {score} {to} {high}"),
	FromLine:         rule.Words("{score} {from} {low}", "{score} {from} {low}"),
	UpToLine:         rule.Words("{score} {to} {high}", "{score} {to} {high}"),
	ClassRate:        rule.Words("{class}标准(每年)", "{class} rate, a year"),
	RangeRate:        rule.Words("{class}标准(每年)", "{class} rate, a year"),
	ForMonths:        rule.Words("{annual} × {months} ÷ {year} = {exact}", "{annual} × {months} ÷ {year} = {exact}"),
	SharedOut:        rule.Words("分担(最大余数法,各项之和等于应发数)", "shared (largest remainder; the parts add up to the payment)"),
	PayerShare:       rule.Words("{payer}({weight}/{weights})", "{payer} ({weight}/{weights})"),
	StoppedFailed:    rule.Words("{class},停发补助", "{class}: payment stopped"),
	StoppedUngraded:  rule.Words("未参加评估,停发补助", "not assessed: payment stopped"),
	StoppedBarred:    rule.Words("有下列情形,不予评定,停发补助", "barred from every class, payment stopped:"),
	WhyNotNext:       rule.Words("为什么不是{class}:还差 {short}。若得 {at},应发 {payable},多 {more}。", "Why not {class}: {short} short. At {at} the payment is {payable}, {more} more."),
	WhyNotNextBeyond: rule.Words("为什么不是{class}:须超过 {at},即多于 {short}。超过后应发 {payable},多 {more}。", "Why not {class}: the score must exceed {at}, by more than {short} from here. Above it the payment is {payable}, {more} more."),
}

// joined returns the tables as one; it is what fills problems.
func joined(tables ...rule.Catalog) rule.Catalog {
	all := rule.Catalog{}
	for _, table := range tables {
		maps.Copy(all, table)
	}
	return all
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
