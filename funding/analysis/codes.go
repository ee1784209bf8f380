package analysis

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the faults of what is asked.
const (
	AmountNegative  rule.Code = "analysis.amount-negative"  // below zero
	RequestsDiffer  rule.Code = "analysis.requests-differ"  // not the same requests
	SourceUnknown   rule.Code = "analysis.source-unknown"   // no source of the scheme
	NothingToVary   rule.Code = "analysis.nothing-to-vary"  // the source has no such figure
	GridStep        rule.Code = "analysis.grid-step"        // a step that is not above zero
	GridEnds        rule.Code = "analysis.grid-ends"        // ends that cross, or lie no whole number of steps apart
	GridPoints      rule.Code = "analysis.grid-points"      // too many steps
	LineNeedsScores rule.Code = "analysis.line-needs-score" // a request without a score
)

// Codes of what is found.
const (
	GroupChange  rule.Code = "analysis.group"     // what a group receives before and after
	GroupGains   rule.Code = "analysis.gains"     // who receives more
	GroupLoses   rule.Code = "analysis.loses"     // who receives less
	GroupSame    rule.Code = "analysis.same"      // who receives the same
	CostAt       rule.Code = "analysis.cost"      // what is paid at a step
	CostLimit    rule.Code = "analysis.limit"     // whether that is within the limit
	FundedAt     rule.Code = "analysis.funded"    // all are funded in full at a step
	UnfundedAt   rule.Code = "analysis.unfunded"  // some are not
	NobodyWorse  rule.Code = "analysis.no-worse"  // nobody is worse off at a step
	SomebodyLess rule.Code = "analysis.worse"     // some are
	GridEnd      rule.Code = "analysis.grid-end"  // the grid ends here
	NoStep       rule.Code = "analysis.no-step"   // the outcome is reached nowhere
	OneRun       rule.Code = "analysis.monotone"  // it is reached on one side of a step only
	SeveralRuns  rule.Code = "analysis.intervals" // it is reached, lost and reached again
	RunOfSteps   rule.Code = "analysis.interval"  // one of the intervals
)

var problems = rule.Catalog{
	AmountNegative:  rule.Words("金额 {amount} 为负", "the amount {amount} is negative"),
	RequestsDiffer:  rule.Words("两次核定的申请不同:“{id}”只在一边,或内容不一", "the two rounds differ: request {id} is in one of them only, or not the same"),
	SourceUnknown:   rule.Words("办法里没有资金来源“{id}”", "the scheme has no source {id}"),
	NothingToVary:   rule.Words("资金来源“{id}”没有可变的“{parameter}”", "source {id} has no {parameter} to vary"),
	GridStep:        rule.Words("步长 {step} 须大于零", "the step {step} must be above zero"),
	GridEnds:        rule.Words("起点 {from} 到终点 {to} 须为步长 {step} 的整数倍", "from {from} to {to} must be a whole number of steps of {step}"),
	GridPoints:      rule.Words("试算超过 {most} 步", "the grid has more than {most} steps"),
	LineNeedsScores: rule.Words("按分数线提问,申请须有得分", "a question about a score line needs a score for each request"),

	GroupChange:  rule.Words("{group}:{before} → {after}({requests} 件)", "{group}: {before} → {after} ({requests} requests)"),
	GroupGains:   rule.Words("增加 {requests} 件", "{requests} receive more"),
	GroupLoses:   rule.Words("减少 {requests} 件", "{requests} receive less"),
	GroupSame:    rule.Words("不变 {requests} 件", "{requests} receive the same"),
	CostAt:       rule.Words("取 {at}:支出 {cost}", "at {at}: {cost} is paid"),
	CostLimit:    rule.Words("限额 {limit} 减支出 {cost}", "limit {limit} less {cost} paid"),
	FundedAt:     rule.Words("取 {at}:应足额的 {requests} 件全部足额", "at {at}: all {requests} are funded in full"),
	UnfundedAt:   rule.Words("取 {at}:应足额的 {requests} 件中 {missed} 件不足,首件“{first}”", "at {at}: {missed} of {requests} are not funded in full, the first {first}"),
	NobodyWorse:  rule.Words("取 {at}:{requests} 件无一减少", "at {at}: none of {requests} receives less"),
	SomebodyLess: rule.Words("取 {at}:{requests} 件中 {missed} 件减少,首件“{first}”", "at {at}: {missed} of {requests} receive less, the first {first}"),
	GridEnd:      rule.Words("{at} 之外未试算", "nothing is tried beyond {at}"),
	NoStep:       rule.Words("从 {from} 到 {to},步长 {step},各步都不成立", "it holds at no step from {from} to {to} by {step}"),
	OneRun:       rule.Words("从 {from} 到 {to},步长 {step},逐步试算 {steps} 步:只在一侧成立", "tried at all {steps} steps from {from} to {to} by {step}: it holds on one side only"),
	SeveralRuns:  rule.Words("从 {from} 到 {to},步长 {step},逐步试算 {steps} 步:不是单调的,成立的区间如下", "tried at all {steps} steps from {from} to {to} by {step}: not monotone; it holds in these intervals"),
	RunOfSteps:   rule.Words("{from} 至 {to}", "{from} to {to}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
