package network

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the faults of rules.
const (
	FactKept   rule.Code = "charity-network.fact-kept"   // a stated fact hides a kept one
	NotFounded rule.Code = "charity-network.not-founded" // a kind no rule founds
	OneCore    rule.Code = "charity-network.one-core"    // not exactly one kind without a kind above
	Unreached  rule.Code = "charity-network.unreached"   // a kind no chain of foundings leads to
)

// Codes of the faults of events.
const (
	Twice          rule.Code = "charity-network.twice"           // a kind, way or node stands twice
	OutOfOrder     rule.Code = "charity-network.number"          // not the next number
	BeforeLast     rule.Code = "charity-network.date"            // before the event it follows
	FieldUnused    rule.Code = "charity-network.field-unused"    // the act does not know the field
	AmountNegative rule.Code = "charity-network.amount-negative" // below zero
	FactForeign    rule.Code = "charity-network.fact"            // a fact nobody declares
	FactType       rule.Code = "charity-network.fact-type"       // a fact of another type
	Unknown        rule.Code = "charity-network.unknown"         // no node of that id
	AlreadyClosed  rule.Code = "charity-network.closed"          // a node that was closed
	ToItself       rule.Code = "charity-network.to-itself"       // money from a node to itself
	AboveCore      rule.Code = "charity-network.above-core"      // a node above the core
	EventRefused   rule.Code = "charity-network.event-refused"   // a history with an event the rules refuse
)

// Codes of the reasons this package gives.
const (
	Happens rule.Code = "charity-network.happens" // an event happened
	Refused rule.Code = "charity-network.refused" // an event is refused
)

var problems = rule.Catalog{
	FactKept:   rule.Words("这一情况由系统自行记录,不得另行定义", "this fact is kept by the network itself and cannot be declared"),
	NotFounded: rule.Words("规则没有“{kind}”的设立办法", "no rule founds a {kind}"),
	OneCore:    rule.Words("须有且只有一类核心节点,实有 {count} 类", "exactly one kind of node is the core, not {count}"),
	Unreached:  rule.Words("从核心起无法设立“{kind}”", "no chain of foundings leads from the core to a {kind}"),

	Twice:          rule.Words("“{name}”重复", "{name} stands twice"),
	OutOfOrder:     rule.Words("事件序号应为 {want},实为 {got}", "the event's number should be {want}, not {got}"),
	BeforeLast:     rule.Words("日期 {got} 早于前一事件 {last}", "{got} is before the last event, {last}"),
	FieldUnused:    rule.Words("“{act}”不用这一项", "{act} does not take this field"),
	AmountNegative: rule.Words("金额不得为负,实为 {amount}", "the amount must not be negative: {amount}"),
	FactForeign:    rule.Words("没有“{name}”这一情况", "there is no fact {name}"),
	FactType:       rule.Words("“{name}”类型不对", "fact {name} is of another type"),
	Unknown:        rule.Words("没有节点“{id}”", "there is no node {id}"),
	AlreadyClosed:  rule.Words("节点“{id}”已于 {closed} 撤销", "the node {id} was closed on {closed}"),
	ToItself:       rule.Words("不得划拨给自己", "a node sends nothing to itself"),
	AboveCore:      rule.Words("核心节点没有上级", "nothing stands above the core"),
	EventRefused:   rule.Words("按规则不成立,未满足 {unmet}", "refused by the rules, {unmet} unmet"),

	Happens: rule.Words("{node} {act}", "{act} {node}"),
	Refused: rule.Words("{node} 不能{act}", "{node}: cannot {act}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
