package micro

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	Twice             rule.Code = "micro.twice"               // an id stands twice
	ServiceUnknown    rule.Code = "micro.service"             // no such kind or class of service
	AmountNotPositive rule.Code = "micro.amount-not-positive" // a cost that is not above zero
	AmountNegative    rule.Code = "micro.amount-negative"     // below zero
	AmountRange       rule.Code = "micro.amount-range"        // beyond the range of Money
	OtherProject      rule.Code = "micro.project"             // of another project
	OutOfOrder        rule.Code = "micro.number"              // not the next number
	BeforeLast        rule.Code = "micro.date"                // before the event it follows
	FieldUnused       rule.Code = "micro.field-unused"        // the act does not know the field
	TimesFew          rule.Code = "micro.times"               // fewer person-times than persons, or too many
	OtherRules        rule.Code = "micro.rules"               // a project of another desk
	EventRefused      rule.Code = "micro.event-refused"       // a history with an event the rules refuse
)

// Codes of the reasons this package gives.
const (
	ApprovedBy rule.Code = "micro.approved-by" // who approves a cost
	TooLarge   rule.Code = "micro.too-large"   // a cost beyond the table
	Related    rule.Code = "micro.related"     // what must hold between counts
)

var problems = rule.Catalog{
	Twice:             rule.Words("编号“{id}”重复", "the id {id} stands twice"),
	ServiceUnknown:    rule.Words("目录中没有“{service}”", "the catalogue has no {service}"),
	AmountNotPositive: rule.Words("金额须大于零,实为 {amount}", "the amount must be above zero: {amount}"),
	AmountNegative:    rule.Words("金额不得为负,实为 {amount}", "the amount must not be negative: {amount}"),
	AmountRange:       rule.Words("金额累计超出范围", "amounts add up beyond the range"),
	OtherProject:      rule.Words("事件属于项目“{got}”,本项目为“{want}”", "the event is of project {got}, this is {want}"),
	OutOfOrder:        rule.Words("事件序号应为 {want},实为 {got}", "the event's number should be {want}, not {got}"),
	BeforeLast:        rule.Words("日期 {got} 早于前一事件 {last}", "{got} is before the last event, {last}"),
	FieldUnused:       rule.Words("“{act}”不用这一项", "{act} does not take this field"),
	TimesFew:          rule.Words("人次({times})不得少于人数({persons}),也不得为负或过大", "times ({times}) must be no fewer than persons ({persons}), not negative and not absurdly many"),
	OtherRules:        rule.Words("项目适用的规则不同", "the project is of another desk"),
	EventRefused:      rule.Words("按规则不成立", "refused by the rules"),

	ApprovedBy: rule.Words("费用 {cost},属{range}档,{days}内批复", "a cost of {cost} is {range}, decided within {days}"),
	TooLarge:   rule.Words("费用 {cost} 不在微民生项目范围({range})之内,按公益项目五阶段流程办理", "a cost of {cost} is outside micro projects ({range}): it takes the five stages"),
	Related:    rule.Words("大类({classes})≤ 小类({kinds})≤ 项目({projects})", "classes ({classes}) ≤ kinds ({kinds}) ≤ projects ({projects})"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
