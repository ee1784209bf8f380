package fund

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	AmountNegative    rule.Code = "fund.amount-negative"     // below zero
	AmountNotPositive rule.Code = "fund.amount-not-positive" // not above zero
	AmountAbove       rule.Code = "fund.amount-above"        // more than there can be
	AmountUnused      rule.Code = "fund.amount-unused"       // an amount the kind does not take
	ShareRange        rule.Code = "fund.range"               // a share or number out of range
	OtherFund         rule.Code = "fund.other"               // an event of another fund
	OutOfOrder        rule.Code = "fund.number"              // not the next number
	BeforeLast        rule.Code = "fund.date"                // before what it follows
	AlreadyClosed     rule.Code = "fund.closed"              // the fund is closed
	RestElsewhere     rule.Code = "fund.rest"                // the deed names somebody else
	Refused           rule.Code = "fund.refused"             // a history with an event the rules refuse
)

// Codes of the reasons of a statement.
const (
	ComesTo   rule.Code = "fund.comes-to"   // what there was to spend
	Leaves    rule.Code = "fund.leaves"     // what is left of it
	MustSpend rule.Code = "fund.must-spend" // the yearly spending duty
)

var problems = rule.Catalog{
	AmountNegative:    rule.Words("金额不得为负,实为 {amount}", "the amount must not be negative: {amount}"),
	AmountNotPositive: rule.Words("金额须大于零,实为 {amount}", "the amount must be above zero: {amount}"),
	AmountAbove:       rule.Words("金额 {amount} 超过上限 {limit}", "the amount {amount} is above {limit}"),
	AmountUnused:      rule.Words("该事件不写金额", "this event takes no amount"),
	ShareRange:        rule.Words("{value} 超出范围", "{value} is out of range"),
	OtherFund:         rule.Words("事件属于基金“{got}”,本基金为“{want}”", "the event is of fund {got}, this is {want}"),
	OutOfOrder:        rule.Words("事件序号应为 {want},实为 {got}", "the event's number should be {want}, not {got}"),
	BeforeLast:        rule.Words("日期 {got} 早于前一事件 {last}", "{got} is before the last event, {last}"),
	AlreadyClosed:     rule.Words("基金已于 {closed} 终止", "the fund was closed on {closed}"),
	RestElsewhere:     rule.Words("设立协议规定结余归“{want}”,不得转给“{got}”", "the deed gives the rest to {want}, not to {got}"),
	Refused:           rule.Words("{at} “{event}”按规则不成立,有 {unmet} 项未满足", "{event} on {at} is refused by the rules, {unmet} unmet"),

	ComesTo:   rule.Words("年初 {opening} + 认捐到账 {paid} + 追加捐赠 {gifts}", "opening {opening} + paid in {paid} + gifts {gifts}"),
	Leaves:    rule.Words("{all} − 资助 {grants} − 管理费 {fees} − 转出 {passed}", "{all} − grants {grants} − fees {fees} − passed on {passed}"),
	MustSpend: rule.Words("年度资助 {grants},不得低于年初 {opening} 的 {share},即 {due}", "grants {grants}, at least {share} of the opening {opening}, {due}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
