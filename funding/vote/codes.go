package vote

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	AmountNegative  rule.Code = "vote.amount-negative"   // a budget or cost below zero
	TooMany         rule.Code = "vote.too-many"          // more ballots or projects than can be counted
	ProjectTwice    rule.Code = "vote.project-twice"     // an id two projects have, or a ballot names twice
	ProjectUnknown  rule.Code = "vote.project-unknown"   // a ballot names a project that is not voted on
	BallotTwice     rule.Code = "vote.ballot-twice"      // a voter with two ballots
	PointsRange     rule.Code = "vote.points-range"      // points too large or too fine
	StepNotPositive rule.Code = "vote.step-not-positive" // add-one without a step
	StepUnused      rule.Code = "vote.step-unused"       // a step without add-one
	VoterUnknown    rule.Code = "vote.voter-unknown"     // asked for a voter without a ballot
)

// Codes of the reasons this package gives.
const (
	Shared      rule.Code = "vote.shared"       // what each voter's share is
	Raised      rule.Code = "vote.raised"       // by how much the shares were raised
	RaisedLast  rule.Code = "vote.raised-last"  // why they were not raised further
	Exhaustive  rule.Code = "vote.exhaustive"   // nothing else fits the budget
	Bought      rule.Code = "vote.bought"       // a project its supporters pay for
	Free        rule.Code = "vote.free"         // a project that costs nothing
	Fits        rule.Code = "vote.fits"         // a project that fits what is left
	PassedOver  rule.Code = "vote.passed-over"  // a project that does not
	OutOfReach  rule.Code = "vote.out-of-reach" // a project its supporters cannot pay for
	Unsupported rule.Code = "vote.unsupported"  // a project nobody supports
	TotalCost   rule.Code = "vote.total-cost"   // what the funded projects cost
)

var problems = rule.Catalog{
	AmountNegative:  rule.Words("金额 {amount} 为负", "amount {amount} is negative"),
	TooMany:         rule.Words("选票或项目超过 {most} 份", "more than {most} ballots or projects"),
	ProjectTwice:    rule.Words("项目“{id}”重复", "project {id} stands twice"),
	ProjectUnknown:  rule.Words("没有项目“{id}”", "there is no project {id}"),
	BallotTwice:     rule.Words("“{voter}”投了两张选票", "{voter} has cast two ballots"),
	PointsRange:     rule.Words("分值 {points} 超出范围(须小于一百万,至多六位小数)", "points of {points} are out of range (below a million, at most six decimals)"),
	StepNotPositive: rule.Words("逐步加额的步长须大于零,实为 {step}", "the step shares are raised by must be above zero, not {step}"),
	StepUnused:      rule.Words("{method}不用步长 {step}", "{method} takes no step of {step}"),
	VoterUnknown:    rule.Words("没有“{voter}”的选票", "there is no ballot of {voter}"),

	Shared:      rule.Words("{budget} 由 {voters}平分", "{budget} shared equally among {voters}"),
	Raised:      rule.Words("份额加 {steps},每次 {step}", "shares raised {steps} by {step} each"),
	RaisedLast:  rule.Words("再加一次,入选项目共 {cost},超过预算 {budget},故止于上一步", "raised once more, the projects would cost {cost}, above the budget of {budget}: the step before is kept"),
	Exhaustive:  rule.Words("预算所余 {left} 已容不下任何有人支持的项目", "the {left} left of the budget hold no other project with support"),
	Bought:      rule.Words("{project}:支持者 {supporters},其中 {full}按每分 {price} 支付,{rest}只付所余,合计 {cost};有效票数", "{project}: supported by {supporters}; {price} a point from {full}, all that is left to them from {rest}, {cost} in all; effective votes"),
	Free:        rule.Words("{project}:不需资金且有人支持", "{project}: costs nothing and has support"),
	Fits:        rule.Words("{project}:得分 {score},需 {cost},预算尚余 {left}", "{project}: score {score}, costs {cost}, {left} of the budget were left"),
	PassedOver:  rule.Words("{project}:得分 {score},需 {cost},预算只余 {left}", "{project}: score {score}, costs {cost}, only {left} of the budget were left"),
	OutOfReach:  rule.Words("{project}:需 {cost},支持者 {supporters},手中共 {held}", "{project}: costs {cost}; its supporters ({supporters}) hold {held} together"),
	Unsupported: rule.Words("{project}:无人支持", "{project}: nobody supports it"),
	TotalCost:   rule.Words("入选项目合计", "the projects together"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
