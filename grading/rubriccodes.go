package grading

import "github.com/sancheng-go/sancheng/org/rule"

// Codes of the faults of rubrics, sheets and panels.
const (
	IndicatorTwice    rule.Code = "rubric.id-twice"       // one id for two indicators
	PointsSum         rule.Code = "rubric.sum"            // points that do not add up to those above
	WeightSum         rule.Code = "rubric.weights"        // weights that do not add up to 1
	PointsUnreachable rule.Code = "rubric.unreachable"    // points that no answer gives
	PointsExceed      rule.Code = "rubric.exceed"         // answers that give more than the points
	PointsDigits      rule.Code = "rubric.digits"         // points or weights too large or too fine
	LeafRuleless      rule.Code = "rubric.leaf-ruleless"  // a leaf without a measure
	MeasureShape      rule.Code = "rubric.measure-shape"  // a parameter missing, or one the measure does not take
	VetoPoints        rule.Code = "rubric.veto-points"    // a veto with points
	VoidShape         rule.Code = "rubric.void-shape"     // not-applicable where it cannot be
	SpreadRounding    rule.Code = "rubric.rounding"       // spreading without a stated rounding
	NothingApplies    rule.Code = "rubric.nothing-left"   // every part may not apply
	TooDeep           rule.Code = "rubric.depth"          // more than four levels
	TooManyLeaves     rule.Code = "rubric.leaves"         // more than a thousand leaves
	BeyondScale       rule.Code = "rubric.beyond-scale"   // scores the scale does not know
	IndicatorUnknown  rule.Code = "answer.unknown"        // an answer to no leaf
	AnswerMissing     rule.Code = "answer.missing"        // a leaf without an answer
	AnswerVoid        rule.Code = "answer.not-applicable" // not applicable where the leaf always applies
	AnswerType        rule.Code = "answer.type"           // an answer of another type
	AnswerCount       rule.Code = "answer.count"          // not a whole number of cases
	AnswerRange       rule.Code = "answer.range"          // outside what is asked
	ColumnTwice       rule.Code = "column.twice"          // two columns for one leaf
	ColumnMissing     rule.Code = "column.missing"        // no column for a leaf
	ColumnLength      rule.Code = "column.length"         // columns of different lengths
	ColumnDigits      rule.Code = "column.digits"         // more decimals than a column holds
	JudgeUnknown      rule.Code = "judge.unknown"         // nobody on the panel
	JudgeTwice        rule.Code = "judge.twice"           // one judge twice
	JudgeMissing      rule.Code = "judge.missing"         // a judge without a score
	JudgesFew         rule.Code = "judge.few"             // too few scores left
	LeafUnjudged      rule.Code = "judge.leaf"            // ballots for no judged leaf
)

// Codes of the reasons of a score.
const (
	MarkSum       rule.Code = "mark.sum"            // the parts add up
	MarkSpread    rule.Code = "mark.spread"         // points spread over the parts that apply
	MarkBounded   rule.Code = "mark.bounded"        // rounded, or held between zero and the most
	MarkWeighted  rule.Code = "mark.weighted"       // a score times its weight
	MarkYes       rule.Code = "mark.yes"            // all the points
	MarkNo        rule.Code = "mark.no"             // none
	MarkCount     rule.Code = "mark.count"          // points for each
	MarkBanded    rule.Code = "mark.banded"         // points of a band
	MarkJudged    rule.Code = "mark.judged"         // as judged
	MarkDeduction rule.Code = "mark.deduction"      // points taken off
	MarkVoid      rule.Code = "mark.not-applicable" // does not apply
	MarkVeto      rule.Code = "mark.veto"           // a veto
	PanelMean     rule.Code = "panel.mean"          // the mean of the scores kept
	PanelMedian   rule.Code = "panel.median"        // the score in the middle
	PanelKept     rule.Code = "panel.kept"          // a score that counts
	PanelDropped  rule.Code = "panel.dropped"       // the highest or the lowest, left out
	PanelConflict rule.Code = "panel.conflict"      // a judge withdrawn
	PanelAbsent   rule.Code = "panel.absent"        // a missing score, left out
)

var rubricSentences = rule.Catalog{
	IndicatorTwice:    rule.Words("指标编号“{id}”重复,前一处在 {first}", "indicator id \"{id}\" stands twice; the other is at {first}"),
	PointsSum:         rule.Words("下级指标合计 {sum},与本级 {points} 不符", "the parts add up to {sum}, not to {points}"),
	WeightSum:         rule.Words("同级指标的权重须全部写明、不小于零且合计为 1,实为 {sum}", "the weights of parts must all be stated, not be negative and add up to 1, not {sum}"),
	PointsUnreachable: rule.Words("最多只能得 {most},达不到 {points}", "at most {most} can be reached, not {points}"),
	PointsExceed:      rule.Words("可得 {most},超出 {points}", "{most} can be reached, beyond {points}"),
	PointsDigits:      rule.Words("分值或权重 {points} 过大或过细(至多一百万、{most} 位小数)", "points or weight {points} too large or too fine (at most a million, {most} decimals)"),
	LeafRuleless:      rule.Words("末级指标没有评分办法", "a leaf without a measure"),
	MeasureShape:      rule.Words("评分办法缺少参数,或写了不适用的参数", "a parameter is missing, or the measure does not take it"),
	VetoPoints:        rule.Words("一票否决项不得有分值,也不得作为加分项", "a veto must have no points and is no extra"),
	VoidShape:         rule.Words("加分项不得规定不适用时的办法", "extra points cannot be not applicable"),
	SpreadRounding:    rule.Words("按比例分摊须写明取整办法", "spreading needs a stated rounding"),
	NothingApplies:    rule.Words("下级指标可能全部不适用,本级须写明届时的办法", "every part may not apply; say what then becomes of the points"),
	TooDeep:           rule.Words("指标超过 {most} 级", "more than {most} levels of indicators"),
	TooManyLeaves:     rule.Words("末级指标超过 {most} 个", "more than {most} leaves"),
	BeyondScale:       rule.Words("可能的得分 {low} 至 {high} 超出等级表的分值范围({scores})", "scores run from {low} to {high}, beyond the scale ({scores})"),
	IndicatorUnknown:  rule.Words("没有末级指标“{id}”", "there is no leaf \"{id}\""),
	AnswerMissing:     rule.Words("“{indicator}”没有填写", "no answer to {indicator}"),
	AnswerVoid:        rule.Words("“{indicator}”不得填不适用", "{indicator} always applies"),
	AnswerType:        rule.Words("“{indicator}”的填写({answer})不合评分办法:{want}", "the answer to {indicator} ({answer}) does not fit its measure: {want}"),
	AnswerCount:       rule.Words("“{indicator}”须填零至 {most} 的整数,实为 {answer}", "{indicator} counts whole cases from none to {most}, not {answer}"),
	AnswerRange:       rule.Words("“{indicator}”的 {answer} 不在范围内:{range}", "{answer} for {indicator} is out of range: {range}"),
	ColumnTwice:       rule.Words("指标“{id}”有两列", "two columns for leaf \"{id}\""),
	ColumnMissing:     rule.Words("指标“{id}”没有列", "no column for leaf \"{id}\""),
	ColumnLength:      rule.Words("列“{id}”有 {rows} 行,应为 {want} 行", "column \"{id}\" has {rows} rows, not {want}"),
	ColumnDigits:      rule.Words("列“{id}”的小数位数须为 0 至 {most},实为 {digits}", "column \"{id}\" must have 0 to {most} decimals, not {digits}"),
	JudgeUnknown:      rule.Words("评委“{judge}”不在评审组内", "judge \"{judge}\" is not on the panel"),
	JudgeTwice:        rule.Words("评委“{judge}”重复", "judge \"{judge}\" stands twice"),
	JudgeMissing:      rule.Words("评委“{judge}”没有打分", "no score from judge \"{judge}\""),
	LeafUnjudged:      rule.Words("没有由评委评分的末级指标“{id}”", "there is no judged leaf \"{id}\""),
	JudgesFew:         rule.Words("有效评分 {kept} 份,至少须 {need} 份", "{kept} scores are left, {need} are needed"),

	MarkSum:       rule.Words("{indicator}", "{indicator}"),
	MarkSpread:    rule.Words("{indicator}:{sum} × {full} ÷ {applicable}(不适用指标的分值按比例分摊)", "{indicator}: {sum} × {full} ÷ {applicable} (points that do not apply are spread)"),
	MarkBounded:   rule.Words("{indicator}:{sum} 经取整或限于零与最高分之间", "{indicator}: {sum}, rounded or held between zero and the most"),
	MarkWeighted:  rule.Words("{indicator}:{score} × {weight}", "{indicator}: {score} × {weight}"),
	MarkYes:       rule.Words("{indicator}:是(满分 {points})", "{indicator}: yes (of {points})"),
	MarkNo:        rule.Words("{indicator}:否(满分 {points})", "{indicator}: no (of {points})"),
	MarkCount:     rule.Words("{indicator}:{count},每 {per} 得 {each},满分 {points}", "{indicator}: {count}, {each} for every {per}, at most {points}"),
	MarkBanded:    rule.Words("{indicator}:{found},在“{band}”一档(满分 {points})", "{indicator}: {found}, in the band {band} (of {points})"),
	MarkJudged:    rule.Words("{indicator}:评分(满分 {points})", "{indicator}: as judged (of {points})"),
	MarkDeduction: rule.Words("{indicator}:{count},每次扣 {each}(原 {points})", "{indicator}: {count}, {each} off each (from {points})"),
	MarkVoid:      rule.Words("{indicator}:不适用,{void}", "{indicator}: not applicable, {void}"),
	MarkVeto:      rule.Words("{indicator}(一票否决)", "{indicator} (veto)"),
	PanelMean:     rule.Words("{sum} ÷ {count} = {exact}", "{sum} ÷ {count} = {exact}"),
	PanelMedian:   rule.Words("中位数:居中两分之和 {sum} ÷ 2", "median: the two scores in the middle, {sum} ÷ 2"),
	PanelKept:     rule.Words("评委{judge}", "judge {judge}"),
	PanelDropped:  rule.Words("评委{judge}:去掉", "judge {judge}: dropped"),
	PanelConflict: rule.Words("评委{judge}:回避", "judge {judge}: withdrawn for conflict of interest"),
	PanelAbsent:   rule.Words("评委{judge}:未打分,不计", "judge {judge}: no score, left out"),
}
