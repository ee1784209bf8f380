package base

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	TermTwice    rule.Code = "base.term-twice"    // two terms for one class
	TermMissing  rule.Code = "base.term-missing"  // a class without a term
	Extensions   rule.Code = "base.extensions"    // extensions without number or measure
	ResidentOrg  rule.Code = "base.organization"  // an organization the registry does not hold
	FactForeign  rule.Code = "base.fact-foreign"  // a fact nobody asks for
	FactOurs     rule.Code = "base.fact-ours"     // a fact the base finds by itself
	EventTwice   rule.Code = "base.event-twice"   // the same act twice on a day
	EventNoWay   rule.Code = "base.event-no-way"  // an act that means nothing where the organization stands
	EventRefused rule.Code = "base.event-refused" // an act whose conditions do not hold
	OfferTwice   rule.Code = "base.offer-twice"   // one offer twice at a time
)

// Codes of the reasons this package gives.
const (
	AnswerDue rule.Code = "base.answer-due" // the last day to answer an application
	LeaveDue  rule.Code = "base.leave-due"  // the last day to hand over the rooms
	TermDue   rule.Code = "base.term-due"   // the last day of a term
	RentDue   rule.Code = "base.rent-due"   // the last day of subsidised rent
)

var problems = rule.Catalog{
	TermTwice:    rule.Words("{class}的期限写了两次", "the term of {class} stands twice"),
	TermMissing:  rule.Words("缺{class}的期限", "there is no term for {class}"),
	Extensions:   rule.Words("续期次数 {value} 须在 0 至 20 之间", "{value} extensions are not between 0 and 20"),
	ResidentOrg:  rule.Words("名录中没有“{id}”", "the registry holds no organization {id}"),
	FactForeign:  rule.Words("没有名为“{fact}”的事实", "there is no fact named {fact}"),
	FactOurs:     rule.Words("“{fact}”由基地自行查明,不得填报", "the base finds {fact} by itself: it is not stated"),
	EventTwice:   rule.Words("{on}“{act}”出现两次", "{act} stands twice on {on}"),
	EventNoWay:   rule.Words("{on}“{act}”不成立:当时为“{standing}”", "{act} on {on} is not possible: the standing was {standing}"),
	OfferTwice:   rule.Words("与第 {first} 行(从零数起)的期间重叠", "overlaps row {first}, counted from zero"),
	EventRefused: rule.Words("{on}“{act}”不合条件:{clause}", "{act} on {on} does not meet a condition: {clause}"),

	AnswerDue: rule.Words("{on} 申请,应在 {within} 内答复", "applied on {on}, to be answered within {within}"),
	LeaveDue:  rule.Words("{on} 通知退出,应在 {within} 内交接场地", "told on {on} to leave, rooms to be handed over within {within}"),
	TermDue:   rule.Words("{on} 入驻{class},期限 {within}", "{class} since {on}, for {within}"),
	RentDue:   rule.Words("{on} 入驻,{class}房租补贴最长 {within}", "in the base since {on}, rent of {class} subsidised for {within} at most"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
