package specialfund

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	AmountNotPositive rule.Code = "special-fund.amount"        // an amount that is not above zero
	FieldUnused       rule.Code = "special-fund.unused"        // a field the kind of event does not take
	OutOfOrder        rule.Code = "special-fund.number"        // not the next number
	BeforeLast        rule.Code = "special-fund.date"          // before the event it follows
	YearNotOpen       rule.Code = "special-fund.year"          // a day of a year that is closed, or not yet open
	CommitmentTwice   rule.Code = "special-fund.committed"     // a commitment made twice
	CommitmentUnknown rule.Code = "special-fund.no-commitment" // a commitment that was never made
	SameUse           rule.Code = "special-fund.same-use"      // money moved to where it is
	MovedMost         rule.Code = "special-fund.moved"         // all amounts together beyond the range of an amount
	CarryNegative     rule.Code = "special-fund.carry"         // fewer than no years
	SourceUnknown     rule.Code = "special-fund.source"        // a source the settlement does not have
	Refused           rule.Code = "special-fund.refused"       // a history with an event the money does not cover
)

// Codes of the reasons this package gives.
const (
	CoveredBy  rule.Code = "special-fund.covered"     // the money covers the event
	ShortOf    rule.Code = "special-fund.short"       // it does not
	DrawnFrom  rule.Code = "special-fund.drawn"       // from which year's money
	RisesYears rule.Code = "special-fund.rising"      // the appropriation rises every year
	GrowthOf   rule.Code = "special-fund.growth"      // one year beside the year before
	UseLine    rule.Code = "special-fund.use"         // one use's part of a statement
	OpensWith  rule.Code = "special-fund.opens"       // what there was to commit
	Leaves     rule.Code = "special-fund.leaves"      // what is left of it
	Owes       rule.Code = "special-fund.owes"        // commitments to be paid
	StillOwes  rule.Code = "special-fund.still-owes"  // and those still unpaid
	Booked     rule.Code = "special-fund.booked"      // an event that needs no cover
	SpentRate  rule.Code = "special-fund.spent-rate"  // payments against commitments
	GoesBack   rule.Code = "special-fund.goes-back"   // what went back to the treasury
	SpentInAll rule.Code = "special-fund.spent"       // what was paid so far, by use
	NotRising  rule.Code = "special-fund.no-year-yet" // one year alone shows no growth
)

var problems = rule.Catalog{
	AmountNotPositive: rule.Words("金额须大于零,实为 {amount}", "the amount must be above zero, not {amount}"),
	FieldUnused:       rule.Words("“{kind}”不写这一项", "{kind} does not take this field"),
	OutOfOrder:        rule.Words("事件序号应为 {want},实为 {got}", "the event's number should be {want}, not {got}"),
	BeforeLast:        rule.Words("日期 {got} 早于前一事件 {last}", "{got} is before the last event, {last}"),
	YearNotOpen:       rule.Words("{date} 不在尚未结账的 {year} 年度", "{date} is not in {year}, the year that is open"),
	CommitmentTwice:   rule.Words("承诺“{id}”已经作出", "commitment {id} has been made"),
	CommitmentUnknown: rule.Words("没有承诺“{id}”", "there is no commitment {id}"),
	SameUse:           rule.Words("调出与调入为同一用途", "money is moved to the use it has"),
	MovedMost:         rule.Words("历次金额合计超出可表示的范围", "all amounts together are out of range"),
	CarryNegative:     rule.Words("结转年限不得为负,实为 {years}", "money cannot be carried over for {years}"),
	SourceUnknown:     rule.Words("核定结果中没有资金来源“{id}”", "the settlement has no source {id}"),
	Refused:           rule.Words("{date}“{kind}”{amount} 超过可用的 {limit}", "{kind} of {amount} on {date} is above {limit}"),

	CoveredBy:  rule.Words("{amount},不超过 {limit}", "{amount}, within {limit}"),
	ShortOf:    rule.Words("{amount},超过 {limit}", "{amount}, above {limit}"),
	DrawnFrom:  rule.Words("用 {year} 年度资金", "money of {year}"),
	RisesYears: rule.Words("年度拨款逐年增加", "the appropriation rises every year"),
	GrowthOf:   rule.Words("{year} 年拨款 {after},上年 {before}", "{year}: {after} appropriated, {before} the year before"),
	UseLine:    rule.Words("{use}", "{use}"),
	OpensWith:  rule.Words("年初可用 {opening} + 拨入 {appropriated} + 调入 {in} + 核减收回 {released} + 退回 {refunded}", "opening {opening} + appropriated {appropriated} + moved in {in} + released {released} + refunded {refunded}"),
	Leaves:     rule.Words("{all} − 调出 {out} − 承诺 {committed} − 上缴财政 {returned}", "{all} − moved out {out} − committed {committed} − back to the treasury {returned}"),
	Owes:       rule.Words("年初未付承诺 {opening} + 本年承诺 {committed}", "commitments unpaid at the opening {opening} + made {committed}"),
	StillOwes:  rule.Words("{due} − 支付 {paid} − 核减 {released}", "{due} − paid {paid} − released {released}"),
	Booked:     rule.Words("记入账簿", "booked"),
	SpentRate:  rule.Words("支付 {paid} 占应付承诺 {due} 的比例", "paid {paid} of the commitments due, {due}"),
	GoesBack:   rule.Words("{year} 年度“{use}”资金 {amount} 满结转年限,上缴财政", "{amount} of {year} for {use} has run out and goes back to the treasury"),
	SpentInAll: rule.Words("累计支付(扣除退回)", "paid so far, less refunds"),
	NotRising:  rule.Words("只有 {year} 一个年度,无从比较", "there is only {year}: nothing to compare"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
