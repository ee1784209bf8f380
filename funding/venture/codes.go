package venture

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	NeedTwice      rule.Code = "venture.need-twice"      // an id two classes or subclasses have, or two quotas for one
	NeedUnknown    rule.Code = "venture.need-unknown"    // a class or subclass that is not in the catalogue
	AmountNegative rule.Code = "venture.amount-negative" // an amount below zero
	LimitNegative  rule.Code = "venture.limit-negative"  // a quota or limit below zero
	JudgesFew      rule.Code = "venture.judges-few"      // rules that leave no score to average
	JudgesMissing  rule.Code = "venture.judges-missing"  // a project with too few judges
	JudgeTwice     rule.Code = "venture.judge-twice"     // a judge with two scores for a project
	PointsRange    rule.Code = "venture.points-range"    // points outside 0 to 100 or too fine
	GrantBudget    rule.Code = "venture.grant-budget"    // a source of the grant with a budget of its own
	EntryUnknown   rule.Code = "venture.entry-unknown"   // asked for an entry that did not take part
)

// Codes of the reasons this package gives.
const (
	MeanOfJudges rule.Code = "venture.mean"         // the mean of the scores that count
	ReachesLine  rule.Code = "venture.reaches-line" // at the line or above
	MoneyLeft    rule.Code = "venture.money-left"   // what the round has left after the award
	BelowLine    rule.Code = "venture.below-line"   // below the line, and by how much
	NoGrant      rule.Code = "venture.no-grant"     // the grant gives it nothing
	QuotaFull    rule.Code = "venture.quota-full"   // the class has as many as it may have
	HasAward     rule.Code = "venture.has-award"    // the organization has as many as it may have
	PlacesFull   rule.Code = "venture.places-full"  // the round has as many as it may have
	MoneyShort   rule.Code = "venture.money-short"  // less money left than it would get
)

var problems = rule.Catalog{
	NeedTwice:      rule.Words("类目“{id}”重复", "{id} stands twice"),
	NeedUnknown:    rule.Words("需求目录中没有“{id}”", "the catalogue of needs has no {id}"),
	AmountNegative: rule.Words("金额 {amount} 为负", "amount {amount} is negative"),
	LimitNegative:  rule.Words("限额 {limit} 为负", "a limit of {limit} is negative"),
	JudgesFew:      rule.Words("至少 {least} 评审、首尾各去 {drop} 个分数,没有可平均的分数", "of at least {least} with {drop} dropped at either end no score is left"),
	JudgesMissing:  rule.Words("至少需 {least} 评审,只有 {found}", "at least {least} judge a project, not {found}"),
	JudgeTwice:     rule.Words("评审“{judge}”打了两次分", "{judge} has given two scores"),
	PointsRange:    rule.Words("分数 {points} 超出范围(0 至 100,至多四位小数)", "{points} are out of range (0 to 100, at most four decimals)"),
	GrantBudget:    rule.Words("资助办法中的资金来源不另设预算 {budget},由本轮预算统管", "a source of the grant has no budget of its own, here {budget}: the round's decides"),
	EntryUnknown:   rule.Words("没有编号为“{id}”的项目", "no entry has the id {id}"),

	MeanOfJudges: rule.Words("有效评分合计 {sum},{judges}平均:{exact}", "scores that count: {sum} from {judges}, mean {exact}"),
	ReachesLine:  rule.Words("{score}达到入围线 {line}(以上含本数)", "{score} reach the line of {line} (or above)"),
	MoneyLeft:    rule.Words("本轮资金余额 {left},减本项目 {amount}", "{left} were left in the round, less {amount}"),
	BelowLine:    rule.Words("低于入围线:要求 {line},得分 {score},尚差", "below the line: required {line}, score {score}, short by"),
	NoGrant:      rule.Words("按资助办法不予资助", "the grant gives it nothing"),
	QuotaFull:    rule.Words("“{class}”已满 {most}", "{class}: all {most} are taken"),
	HasAward:     rule.Words("{organization} 已有 {awards} 入选,每家至多 {most}", "{organization} is funded for {awards}; at most {most} each"),
	PlacesFull:   rule.Words("本轮名额 {most} 已满", "all {most} of the round are taken"),
	MoneyShort:   rule.Words("应得 {amount},本轮余额只有 {left}", "{amount} would be due, {left} are left"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
