package council

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	ShareRange    rule.Code = "council.share"          // not a fraction above 0, at most 1, in numbers up to 1000
	GroupTwice    rule.Code = "council.group-twice"    // two groups of one id
	GroupUnknown  rule.Code = "council.group-unknown"  // no such group
	MatterTwice   rule.Code = "council.matter-twice"   // two matters of one id
	MatterUnknown rule.Code = "council.matter-unknown" // no such matter
	Unfillable    rule.Code = "council.unfillable"     // no council can meet the numbers of seats
	MostMore      rule.Code = "council.most-more"      // more than a share, said of the most there may be
	SharesSum     rule.Code = "council.shares-sum"     // least shares over the whole, or most shares short of it
	TermRange     rule.Code = "council.term"           // a term of absurd length
	SeatTwice     rule.Code = "council.seat-twice"     // one person on two seats at a time
	NotInOffice   rule.Code = "council.not-in-office"  // no seat on the day
	NamedTwice    rule.Code = "council.named-twice"    // a person named twice
	BallotAbsent  rule.Code = "council.ballot-absent"  // a ballot of somebody who was not there
)

// Codes of the reasons this package gives.
const (
	ShareIs rule.Code = "council.share-is" // what a share of a number of members comes to
	Counted rule.Code = "council.counted"  // how the ballots fell
)

var problems = rule.Catalog{
	ShareRange:    rule.Words("比例 {parts}/{of} 须大于 0、不大于 1(“过”者小于 1),且数字不超过 1000", "share {parts}/{of} must be above 0, at most 1 (below 1 with \"more than\"), in numbers up to 1000"),
	GroupTwice:    rule.Words("界别“{id}”写了两次", "group {id} stands twice"),
	GroupUnknown:  rule.Words("没有界别“{id}”", "there is no group {id}"),
	MatterTwice:   rule.Words("事项“{id}”写了两次", "matter {id} stands twice"),
	MatterUnknown: rule.Words("没有事项“{id}”", "there is no matter {id}"),
	Unfillable:    rule.Words("各界别席位合计{groups},与总席位{size}不相容,无法组成", "the groups take {groups} seats together, which no council of {size} can have"),
	MostMore:      rule.Words("最高比例不能写成“过”", "the most there may be is not stated as more than a share"),
	SharesSum:     rule.Words("各界别的最低比例合计超过全部,或最高比例合计不足全部", "the least shares of the groups come to more than the whole, or the most to less"),
	TermRange:     rule.Words("任期须为 0(不限)至 600 个月,实为 {months}", "a term is 0 (none) to 600 months, not {months}"),
	SeatTwice:     rule.Words("{person} 的任期与第 {first} 席(从零数起)重叠", "{person} holds seat {first}, counted from zero, at the same time"),
	NotInOffice:   rule.Words("{person} 在 {on} 不在任", "{person} is not in office on {on}"),
	NamedTwice:    rule.Words("{person} 出现两次", "{person} is named twice"),
	BallotAbsent:  rule.Words("{person} 未到会,不能投票", "{person} was not there and cannot vote"),

	ShareIs: rule.Words("{whom} {n} × {parts} ÷ {of}", "{whom} {n} × {parts} ÷ {of}"),
	Counted: rule.Words("赞成 {favour}、反对 {against}、弃权 {abstained}、回避 {recused}", "{favour} in favour, {against} against, {abstained} abstained, {recused} recused"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
