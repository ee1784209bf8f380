package charity

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the faults of rules.
const (
	FactKept rule.Code = "charity.fact-kept" // a stated fact hides a kept one
	RowShape rule.Code = "charity.row-shape" // a record that moves, or a move that does not
	Twice    rule.Code = "charity.twice"     // a class, term or name stands twice
)

// Codes of the faults of projects and events.
const (
	FieldUnused    rule.Code = "event.field-unused"    // the kind does not know the field
	AmountNegative rule.Code = "event.amount-negative" // below zero
	AmountAbove    rule.Code = "event.amount-above"    // more than there is to pay or give back
	AmountRange    rule.Code = "event.amount-range"    // beyond the range of Money
	TimesFew       rule.Code = "event.times"           // fewer person-times than persons, or too many
	OtherProject   rule.Code = "event.project"         // of another project
	OutOfOrder     rule.Code = "event.number"          // not the next number
	BeforeLast     rule.Code = "event.date"            // before the event it follows
	BeforeFounding rule.Code = "event.before"          // before the project
	FactForeign    rule.Code = "event.fact"            // a fact nobody declares
	FactType       rule.Code = "event.fact-type"       // a fact of another type
	ClassUnknown   rule.Code = "event.class"           // a class nobody declares
	NameUnknown    rule.Code = "event.name"            // no such open milestone
	UntilPast      rule.Code = "event.until"           // a last day already past
	OtherRules     rule.Code = "portfolio.rules"       // projects under different rules
	NotInRound     rule.Code = "project.not-in-round"  // a funding round without the project
	EventRefused   rule.Code = "event.refused"         // a history with an event the rules refuse
)

// Codes of the reasons of a project.
const (
	Stands      rule.Code = "project.stands"       // one move on the way to where it stands
	Wants       rule.Code = "project.wants"        // what the next move still lacks
	Uncovered   rule.Code = "project.uncovered"    // a failed project owes what nobody covers
	FounderPaid rule.Code = "project.founder-paid" // its founder bore a loss
	Noted       rule.Code = "project.noted"        // why it was interrupted, as recorded
)

var problems = rule.Catalog{
	FactKept: rule.Words("这一情况由系统自行记录,不得另行定义", "this fact is kept by the project itself and cannot be declared"),
	RowShape: rule.Words("“{event}”一行的起止阶段不合:移动须换阶段,记录须留在原阶段", "the row for {event} does not fit: a move changes the stage, a record does not"),
	Twice:    rule.Words("“{name}”重复", "{name} stands twice"),

	FieldUnused:    rule.Words("“{kind}”不用这一项", "{kind} does not take this field"),
	AmountNegative: rule.Words("金额不得为负,实为 {amount}", "the amount must not be negative: {amount}"),
	AmountAbove:    rule.Words("“{kind}”金额 {amount} 超过可用的 {limit}", "{kind} of {amount} is above the {limit} there is"),
	AmountRange:    rule.Words("金额累计超出范围", "amounts add up beyond the range"),
	TimesFew:       rule.Words("人次({times})不得少于人数({persons}),也不得为负或过大", "times ({times}) must be no fewer than persons ({persons}), not negative and not absurdly many"),
	OtherProject:   rule.Words("事件属于项目“{got}”,本项目为“{want}”", "the event is of project {got}, this is {want}"),
	OutOfOrder:     rule.Words("事件序号应为 {want},实为 {got}", "the event's number should be {want}, not {got}"),
	BeforeLast:     rule.Words("日期 {got} 早于前一事件 {last}", "{got} is before the last event, {last}"),
	BeforeFounding: rule.Words("日期 {got} 早于项目设立 {founded}", "{got} is before the project was founded, {founded}"),
	FactForeign:    rule.Words("没有“{name}”这一情况", "there is no fact {name}"),
	FactType:       rule.Words("“{name}”类型不对", "fact {name} is of another type"),
	ClassUnknown:   rule.Words("没有受益人类别“{name}”", "there is no class of beneficiaries {name}"),
	NameUnknown:    rule.Words("没有待达成的节点“{name}”", "there is no open milestone {name}"),
	UntilPast:      rule.Words("截止日 {until} 早于事件日 {date}", "the last day {until} is before the event, {date}"),
	OtherRules:     rule.Words("项目适用的流程不同", "the project is carried by another pipeline"),
	NotInRound:     rule.Words("本轮资助没有项目“{project}”的申请", "the round holds no request of project {project}"),
	EventRefused:   rule.Words("按规则不成立:{why}", "refused by the rules: {why}"),

	Stands:      rule.Words("{date} {event}:{from} → {to}", "{date} {event}: {from} → {to}"),
	Wants:       rule.Words("距“{event}”尚缺", "still wanting for {event}"),
	Uncovered:   rule.Words("项目 {project} 尚有 {amount} 的支付义务无人承担", "project {project} owes {amount} that no source covers"),
	FounderPaid: rule.Words("项目 {project} 失败,发起人{founder}自有资金损失 {amount}", "project {project} failed and its founder {founder} lost {amount} of their own"),
	Noted:       rule.Words("原因:{note}", "because: {note}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
