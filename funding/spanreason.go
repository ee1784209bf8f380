package funding

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the faults of a range of amounts and of the reasons of the amount in
// it that is paid.
const (
	SpanRange    rule.Code = "rate.range"           // below zero or ending before it begins
	SpanShape    rule.Code = "rate.point"           // a point without a range, or the reverse
	SpanRounding rule.Code = "rate.rounding"        // rounding that may leave the range
	SpanPoint    rule.Code = "grade.range-point"    // the point of it that is paid
	SpanMiddle   rule.Code = "grade.range-middle"   // half of the range
	SpanByScore  rule.Code = "grade.range-by-score" // a part of the range, by score
	SpanStep     rule.Code = "grade.range-step"     // so much for each full step
	SpanSum      rule.Code = "grade.range-sum"      // the range's beginning and what is added
	SpanCap      rule.Code = "grade.range-cap"      // not more than the range's end
)

var spanSentences = rule.Catalog{
	SpanRange:    rule.Words("幅度须不小于零且上限不低于下限,实为 {from} 至 {to}", "a range runs from zero or more upwards, not from {from} to {to}"),
	SpanShape:    rule.Words("幅度须恰好写明一种取值办法(按得分须有上下两端,按档须写明每档分值和金额);定额不得写", "a range needs exactly one point in it (by score: two ends; by steps: points and amount of a step); a fixed amount none"),
	SpanRounding: rule.Words("取整到 {step} 可能超出幅度上限", "rounding to {step} may go beyond the range"),
	SpanPoint:    rule.Words("幅度内取{point}", "the {point} of it"),
	SpanMiddle:   rule.Words("幅度的一半:{span} × {half} ÷ {two}", "half of the range: {span} × {half} ÷ {two}"),
	SpanByScore:  rule.Words("按得分:{span} × {above} ÷ {width} = {exact}", "by score: {span} × {above} ÷ {width} = {exact}"),
	SpanStep:     rule.Words("满 {steps} 档,每档 {each}", "{steps} full steps of {each}"),
	SpanSum:      rule.Words("下限 {from} 加 {more}", "{from} and {more}"),
	SpanCap:      rule.Words("不超过上限 {to}", "not above {to}"),
}

// Reason says which amount of the range is paid at a score and why: its parts
// are the steps from the range to the amount, none where that stands in the
// rule. Faults are those of [Span.At].
func (s Span) Reason(score decimal.Decimal, r Rounding) (rule.Reason, error) {
	amount, err := s.At(score, r)
	if err != nil {
		return rule.Reason{}, err
	}
	reason := problems.Reason(SpanPoint, rule.With("point", rule.Label(points.Labels(s.Point)))).Gives(rule.Given, amount.Value())
	switch s.Point {
	case Middle, ByScore:
		reason.Parts = s.byPart(score, amount, r)
	case BySteps:
		reason.Parts = s.bySteps(score, amount)
	}
	return reason, nil
}

// byPart is the steps of an amount that is a part of the range.
func (s Span) byPart(score decimal.Decimal, amount Money, r Rounding) []rule.Reason {
	part, whole := s.part(score)
	more := Money{amount.Fen() - s.From.Fen()}.Value()
	code, above, width := SpanByScore, rule.With("above", rule.Num(part, rule.Point)), rule.With("width", rule.Num(whole, rule.Point))
	if s.Point == Middle {
		code, above, width = SpanMiddle, rule.With("half", rule.Num(part, 0)), rule.With("two", rule.Num(whole, 0))
	}
	first := problems.Reason(code, rule.With("span", Money{s.width()}.Value()), above, width, rule.With("step", r.Step.Value())).
		Gives(rule.Prorate, more)
	first.Mode = r.Mode
	return []rule.Reason{first, s.sum(more, amount.Value())}
}

// bySteps is the steps of an amount by full steps of the score.
func (s Span) bySteps(score decimal.Decimal, amount Money) []rule.Reason {
	steps := s.steps(score)
	more := steps.Mul(s.Each.Decimal())
	first := problems.Reason(SpanStep, rule.With("steps", rule.Num(steps, 0)), rule.With("each", s.Each.Value())).
		Gives(rule.Product, rule.Num(more, rule.Yuan))
	uncapped := rule.Num(more.Add(s.From.Decimal()), rule.Yuan)
	cut := problems.Reason(SpanCap, rule.With("amount", uncapped), rule.With("to", s.To.Value())).Gives(rule.Least, amount.Value())
	return []rule.Reason{first, s.sum(rule.Num(more, rule.Yuan), uncapped), cut}
}

// sum is the step that adds to the range's beginning.
func (s Span) sum(more, total rule.Value) rule.Reason {
	return problems.Reason(SpanSum, rule.With("from", s.From.Value()), rule.With("more", more)).Gives(rule.Sum, total)
}
