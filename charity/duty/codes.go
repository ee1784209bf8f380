package duty

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	ShareRange       rule.Code = "duty.share"        // a share not above 0 and at most 1
	MeanRange        rule.Code = "duty.mean"         // a mean of absurdly many years
	FormTwice        rule.Code = "duty.form-twice"   // two rules for one form
	NotGoverned      rule.Code = "duty.not-governed" // a form the rules say nothing of
	YearEarly        rule.Code = "duty.year-early"   // before the rules
	YearTwice        rule.Code = "duty.year-twice"   // two accounts of one year
	YearMissing      rule.Code = "duty.year-missing" // no account of a year that is needed
	SpendingNegative rule.Code = "duty.negative"     // spending below zero
)

// Codes of the reasons of a decision.
const (
	BandFound     rule.Code = "duty.band"           // the band of net assets
	FloorIs       rule.Code = "duty.floor"          // what a floor asks for
	FloorOfLast   rule.Code = "duty.floor-last"     // computed on last year's figure
	FloorOfMean   rule.Code = "duty.floor-mean"     // computed on the mean
	FloorMet      rule.Code = "duty.floor-met"      // enough was spent
	FloorMissed   rule.Code = "duty.floor-missed"   // too little was spent
	CeilingIs     rule.Code = "duty.ceiling"        // the ceiling in yuan
	CeilingKept   rule.Code = "duty.ceiling-kept"   // the fees are within it
	CeilingBroken rule.Code = "duty.ceiling-broken" // the fees are above it
	FeesFree      rule.Code = "duty.fees-free"      // the fees are small enough to be free
	CureSpend     rule.Code = "duty.cure-spend"     // what more to spend
	CureCut       rule.Code = "duty.cure-cut"       // what to cut
)

var problems = rule.Catalog{
	ShareRange:       rule.Words("比例 {value} 须大于 0、不大于 1,至多 12 位小数", "share {value} must be above 0, at most 1, with at most 12 decimals"),
	MeanRange:        rule.Words("平均年数 {value} 须在 0 到 10 之间", "a mean of {value} is not between 0 and 10 years"),
	FormTwice:        rule.Words("同一类组织写了两次", "one form of organization stands twice"),
	NotGoverned:      rule.Words("本办法不适用于“{form}”", "the rules do not govern a {form}"),
	YearEarly:        rule.Words("{year} 年度早于办法适用的首个年度 {first}", "year {year} is before {first}, the first these rules govern"),
	YearTwice:        rule.Words("{year} 年度重复", "year {year} stands twice"),
	YearMissing:      rule.Words("缺 {year} 年度数据", "the account of year {year} is missing"),
	SpendingNegative: rule.Words("支出不得为负,实为 {amount}", "spending must not be negative: {amount}"),

	BandFound:     rule.Words("{form},上年末净资产 {assets}(单位:元)", "{form}, net assets {assets} at last year's end (in yuan)"),
	FloorIs:       rule.Words("慈善活动支出不得低于{of}的 {share}", "charitable spending at least {share} of {of}"),
	FloorOfLast:   rule.Words("{base} × {share}", "{base} × {share}"),
	FloorOfMean:   rule.Words("前 {years} 年合计 {base} × {share} ÷ {years}", "sum of {years} years {base} × {share} ÷ {years}"),
	FloorMet:      rule.Words("慈善活动支出 {spent},不低于 {required}", "charitable spending {spent} is at least {required}"),
	FloorMissed:   rule.Words("慈善活动支出 {spent},低于 {required},差 {by}", "charitable spending {spent} is below {required}, by {by}"),
	CeilingIs:     rule.Words("管理费用不得高于当年总支出 {total} 的 {share}", "management fees at most {share} of the year's total spending {total}"),
	CeilingKept:   rule.Words("管理费用 {fees},不高于 {most}", "management fees {fees} are within {most}"),
	CeilingBroken: rule.Words("管理费用 {fees},高于 {most},超 {by}", "management fees {fees} are above {most}, by {by}"),
	FeesFree:      rule.Words("管理费用 {fees} 低于 {free},不受比例限制", "management fees {fees} are below {free} and free of the ceiling"),
	CureSpend:     rule.Words("当年再支出慈善活动 {amount},即可全部达标", "{amount} more of charitable spending would have met everything"),
	CureCut:       rule.Words("或管理费用减少 {amount},即不超限", "or {amount} less in management fees would have kept the ceiling"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
