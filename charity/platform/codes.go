package platform

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	Twice          rule.Code = "platform.twice"           // an id stands twice
	Unknown        rule.Code = "platform.unknown"         // no need or offer of that id and round
	OutOfRange     rule.Code = "platform.range"           // a number out of range
	BeyondCalendar rule.Code = "platform.beyond-calendar" // rounds beyond the year 9999
	ItemOfMoney    rule.Code = "platform.item-of-money"   // money has no item
	FactKept       rule.Code = "platform.fact-kept"       // a stated fact hides a kept one
	FactForeign    rule.Code = "platform.fact"            // a fact nobody declares
	FactType       rule.Code = "platform.fact-type"       // a fact of another type
	DoesNotFit     rule.Code = "platform.does-not-fit"    // a supply of an offer that does not fit the need
	AmountAbove    rule.Code = "platform.amount-above"    // a supply of more than there is or is wanted
)

// Codes of the reasons this package gives.
const (
	Gets       rule.Code = "platform.gets"         // what an offer gives
	Dearer     rule.Code = "platform.dearer"       // others get an offer, to whom it is worth as much or more
	NoMoreEach rule.Code = "platform.no-more-each" // an offer gives one need no more
	Missing    rule.Code = "platform.missing"      // what a need lacks
	NoOffer    rule.Code = "platform.no-offer"     // nobody offers the item
	Elsewhere  rule.Code = "platform.elsewhere"    // offers that may not be used there
	OtherDays  rule.Code = "platform.other-days"   // offers of other days
	Refused    rule.Code = "platform.refused"      // offers kept away by a condition
	UsedUp     rule.Code = "platform.used-up"      // offers of which nothing is left
	NoRole     rule.Code = "platform.no-role"      // a need without roles
	NoOpenRole rule.Code = "platform.no-open-role" // every role asks something
	RoleAsks   rule.Code = "platform.role-asks"    // what a role asks
)

var problems = rule.Catalog{
	Twice:          rule.Words("编号“{id}”重复", "the id {id} stands twice"),
	Unknown:        rule.Words("没有编号“{id}”或这一轮次", "there is no {id}, or no such round of it"),
	OutOfRange:     rule.Words("{value} 不在 {least} 至 {most} 之间", "{value} is not between {least} and {most}"),
	BeyondCalendar: rule.Words("轮次超出公元 9999 年", "rounds run beyond the year 9999"),
	ItemOfMoney:    rule.Words("资金不分品名", "money has no item"),
	FactKept:       rule.Words("这一情况由平台自行判断,不得另行定义", "this fact is found by the platform itself and cannot be declared"),
	FactForeign:    rule.Words("没有“{name}”这一情况", "there is no fact {name}"),
	FactType:       rule.Words("“{name}”类型不对", "fact {name} is of another type"),
	DoesNotFit:     rule.Words("供给“{offer}”与需求“{need}”不合", "the offer {offer} does not fit the need {need}"),
	AmountAbove:    rule.Words("数量 {amount} 须大于零且不超过可用的 {limit}", "{amount} must be above zero and at most the {limit} there is"),

	Gets:       rule.Words("{offer} 供给,每单位价值 {worth}", "{offer} gives; each unit is worth {worth}"),
	Dearer:     rule.Words("{offer}:在此每单位值 {here},他处至少值 {there}(归 {takers})", "{offer}: worth {here} a unit here, at least {there} elsewhere (it goes to {takers})"),
	NoMoreEach: rule.Words("{offer}:每个需求至多 {limit}", "{offer}: no need may have more than {limit}"),
	Missing:    rule.Words("{need} 尚缺 {resource}", "{need} lacks {resource}"),
	NoOffer:    rule.Words("无人提供 {resource}", "nobody offers {resource}"),
	Elsewhere:  rule.Words("{offers} 不在该地使用", "{offers}: not for use there"),
	OtherDays:  rule.Words("{offers} 时间不合", "{offers}: no day in common"),
	Refused:    rule.Words("{offers} 条件不合", "{offers}: a condition is not met"),
	UsedUp:     rule.Words("{offers} 已用完", "{offers}: nothing left"),
	NoRole:     rule.Words("{need} 没有供公众参与的角色", "{need} has no role for the public"),
	NoOpenRole: rule.Words("{need} 的每个角色都有门槛", "every role of {need} asks something"),
	RoleAsks:   rule.Words("“{role}”要求:{asks}", "{role} asks: {asks}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
