package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// fixed tells whether one amount is paid, whatever the score.
func (r Rate) fixed() bool { return r.From == r.To }

// validate reports every fault of the rate on its own; ends tells whether the
// scores of its class have two ends apart.
func (r Rate) validate(ends bool) error {
	var found rule.Problems
	if r.From.Fen() < 0 || r.To.Fen() < r.From.Fen() {
		found.Add(problems.Problem("", AmountRange, rule.With("from", r.From.Value()), rule.With("to", r.To.Value())))
	}
	stepped := r.Points.Sign() > 0 && r.Each.Fen() > 0
	unstepped := r.Points.IsZero() && r.Each.Fen() == 0
	switch {
	case r.fixed() && r.Point == 0 && unstepped:
	case !r.fixed() && r.Point == BySteps && stepped:
	case !r.fixed() && r.Point == ByScore && unstepped && ends:
	case !r.fixed() && r.Point.Valid() && r.Point < ByScore && unstepped:
	default:
		found.Add(problems.Problem("point", PointShape))
	}
	return found.Err()
}

// overshoots tells whether rounding a part of the range may leave the range.
func (r Rate) overshoots(rounding rule.Rounding) bool {
	span := minus(r.To, r.From).Decimal()
	return (r.Point == Middle || r.Point == ByScore) && rounding.Step.Sign() > 0 && rounding.Round(span).Cmp(span) > 0
}

// pay is what a rate pays a year for a score between the ends of its class,
// and the steps from the range to the amount.
type pay struct {
	rate      Rate
	low, high decimal.Decimal // the class's scores
	rounding  rule.Rounding
}

// annual returns the year's amount.
func (p pay) annual(score decimal.Decimal) funding.Money {
	r := p.rate
	switch r.Point {
	case Highest:
		return r.To
	case Middle, ByScore:
		part, whole := p.fraction(score)
		return plus(r.From, p.rounding.Quotient(minus(r.To, r.From).Decimal().Mul(part), whole))
	case BySteps:
		more := r.Each.Decimal().Mul(p.steps(score))
		if more.Cmp(minus(r.To, r.From).Decimal()) >= 0 {
			return r.To
		}
		return plus(r.From, more)
	}
	return r.From
}

// fraction returns how far into the range the amount lies, as part of whole.
func (p pay) fraction(score decimal.Decimal) (part, whole decimal.Decimal) {
	if p.rate.Point == Middle {
		return decimal.NewFromInt(1), decimal.NewFromInt(2)
	}
	return score.Sub(p.low), p.high.Sub(p.low)
}

// steps returns the full steps between the class's line and the score.
func (p pay) steps(score decimal.Decimal) decimal.Decimal {
	return rule.Rounding{Mode: rule.Down, Step: decimal.NewFromInt(1)}.Quotient(score.Sub(p.low), p.rate.Points)
}

// spread returns the least and the greatest amount the rate pays a year.
func (p pay) spread() (least, greatest funding.Money) {
	switch p.rate.Point {
	case ByScore, BySteps:
		return p.rate.From, p.rate.To
	}
	amount := p.annual(p.low)
	return amount, amount
}

// reasons returns the steps from the range to the amount; none for an amount
// that stands in the table.
func (p pay) reasons(score decimal.Decimal) []rule.Reason {
	r := p.rate
	from, span := r.From.Value(), minus(r.To, r.From)
	total := p.annual(score)
	sum := problems.Reason(RangeSum, rule.With("from", from), rule.With("more", minus(total, r.From).Value())).Gives(rule.Sum, total.Value())
	switch r.Point {
	case Middle, ByScore:
		part, whole := p.fraction(score)
		code, above, width := RangeByScore, rule.With("above", rule.Num(part, rule.Point)), rule.With("width", rule.Num(whole, rule.Point))
		if r.Point == Middle {
			code, above, width = RangeMiddle, rule.With("half", rule.Num(part, 0)), rule.With("two", rule.Num(whole, 0))
		}
		first := problems.Reason(code, rule.With("span", span.Value()), above, width, rule.With("step", rule.Num(p.rounding.Step, rule.Yuan))).
			Gives(rule.Prorate, minus(total, r.From).Value())
		first.Mode = p.rounding.Mode
		return []rule.Reason{first, sum}
	case BySteps:
		steps := p.steps(score)
		more := steps.Mul(r.Each.Decimal())
		first := problems.Reason(RangeStep, rule.With("steps", rule.Num(steps, 0)), rule.With("each", r.Each.Value())).
			Gives(rule.Product, rule.Num(more, rule.Yuan))
		uncapped := more.Add(r.From.Decimal())
		sum := problems.Reason(RangeSum, rule.With("from", from), rule.With("more", rule.Num(more, rule.Yuan))).
			Gives(rule.Sum, rule.Num(uncapped, rule.Yuan))
		cut := problems.Reason(RangeCap, rule.With("amount", rule.Num(uncapped, rule.Yuan)), rule.With("to", r.To.Value())).
			Gives(rule.Least, total.Value())
		return []rule.Reason{first, sum, cut}
	}
	return nil
}
