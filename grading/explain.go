package grading

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Reasons returns the steps from the score of a case to its payment, so that
// the last one's output is what is paid. Faults are those of [Grader.Assess].
func (g *Grader) Reasons(c Case) ([]rule.Reason, error) {
	a, err := g.Assess(c)
	if err != nil {
		return nil, err
	}
	return g.reasons(c, a), nil
}

func (g *Grader) reasons(c Case, a Assessment) []rule.Reason {
	subsidy := g.policy.Subsidy
	stopped := Basis{}.or(subsidy.Head)
	if a.Outcome == Ungraded {
		return []rule.Reason{stopped.under(problems.Reason(StoppedUngraded).Gives(rule.Given, a.Payable.Value()))}
	}
	if a.Outcome == Barred {
		stop := stopped.under(problems.Reason(StoppedBarred).Gives(rule.Given, a.Payable.Value()))
		stop.Parts = c.Bars
		return []rule.Reason{stop}
	}
	class := g.policy.Scale.Classes[a.Class]
	label := rule.With("class", rule.Label(class.Label))
	score := problems.Reason(GivenScore).Gives(rule.Given, rule.Num(c.Score.Decimal, rule.Point)).From(c.Report, 0)
	score.Parts = c.Marks
	steps := []rule.Reason{score, g.placed(c, class)}
	if a.Outcome == Failed {
		return append(steps, stopped.under(problems.Reason(StoppedFailed, label).Gives(rule.Given, a.Payable.Value())))
	}
	p := g.pays[a.Class]
	published, chosen := p.rate.Basis.or(subsidy.Head), p.rate.Chosen.or(subsidy.Head)
	if p.span.Fixed() {
		steps = append(steps, published.under(problems.Reason(ClassRate, label).Gives(rule.Given, a.Annual.Value())))
	} else {
		from, to := p.span.From.Value(), p.span.To.Value()
		span := rule.Words(from.In(language.Chinese)+" 至 "+to.In(language.Chinese), from.In(language.English)+" to "+to.In(language.English))
		rate := problems.Reason(RangeRate, label, rule.With("from", from), rule.With("to", to)).Gives(rule.Given, rule.Label(span))
		point, _ := p.span.Reason(c.Score.Decimal, p.rounding)
		for i, part := range point.Parts {
			point.Parts[i] = chosen.under(part)
		}
		steps = append(steps, published.under(rate), chosen.under(point))
	}
	if c.Months != yearMonths {
		months := problems.Reason(ForMonths, rule.With("annual", a.Annual.Value()), rule.With("months", rule.Int(int64(c.Months), 0)),
			rule.With("year", rule.Int(yearMonths, 0)), rule.With("step", g.rounding.Step.Value())).
			Gives(rule.Prorate, a.Payable.Value())
		months.Mode = g.rounding.Mode
		steps = append(steps, subsidy.PartYear.or(subsidy.Head).under(months))
	}
	if len(a.Shares) > 0 {
		steps = append(steps, g.shared(a))
	}
	return steps
}

// placed is the step from the score to its class.
func (g *Grader) placed(c Case, class Class) rule.Reason {
	low, lowIn, from := class.In.Low()
	high, highIn, to := class.In.High()
	score := rule.With("score", rule.Num(c.Score.Decimal, 0))
	var r rule.Reason
	switch {
	case from && to:
		r = problems.Reason(InClass, rule.With("low", rule.Num(low, 0)), sign("from", "<", "≤", lowIn), score,
			sign("to", "<", "≤", highIn), rule.With("high", rule.Num(high, 0)))
	case from:
		r = problems.Reason(FromLine, score, sign("from", ">", "≥", lowIn), rule.With("low", rule.Num(low, 0)))
	default:
		r = problems.Reason(UpToLine, score, sign("to", "<", "≤", highIn), rule.With("high", rule.Num(high, 0)))
	}
	return class.Basis.or(g.policy.Scale.Head).under(r.Gives(rule.Compare, rule.Label(class.Label)))
}

func sign(name, without, with string, in bool) rule.Input {
	if in {
		return rule.With(name, rule.Word(with))
	}
	return rule.With(name, rule.Word(without))
}

// shared is the step that shares the payment out among its payers.
func (g *Grader) shared(a Assessment) rule.Reason {
	subsidy := g.policy.Subsidy
	sum := g.weights[0]
	for _, weight := range g.weights[1:] {
		sum = sum.Add(weight)
	}
	basis := subsidy.Sharing.or(subsidy.Head)
	var inputs []rule.Input
	var parts []rule.Reason
	for i, payer := range subsidy.Payers {
		amount := a.Shares[i].Value()
		inputs = append(inputs, rule.With(payer.ID, amount))
		part := problems.Reason(PayerShare, rule.With("payer", rule.Label(payer.Label)), rule.With("payable", a.Payable.Value()),
			rule.With("weight", rule.Num(payer.Weight, 0)), rule.With("weights", rule.Num(sum, 0)))
		parts = append(parts, basis.under(part.Gives(rule.Allot, amount)))
	}
	r := basis.under(problems.Reason(SharedOut, inputs...).Gives(rule.Sum, a.Payable.Value()))
	r.Parts = parts
	return r
}

// Explain returns the page that explains one case: who, with what result, by
// which steps, and why not the next better class. Faults are those of
// [Grader.Assess].
func (g *Grader) Explain(c Case) (rule.Page, error) {
	a, err := g.Assess(c)
	if err != nil {
		return rule.Page{}, err
	}
	page := rule.Page{
		Title: rule.Words("补贴核定说明", "Subsidy decision"),
		Rule:  g.policy.Subsidy.Head,
		Steps: g.reasons(c, a),
	}
	if !c.Name.IsZero() {
		page.Lines = append(page.Lines, rule.Line{Label: rule.Words("组织", "organization"), Value: rule.Label(c.Name)})
	}
	page.Lines = append(page.Lines, rule.Line{Label: rule.Words("结论", "result"), Value: rule.Label(g.result(a))})
	if a.Next != nil {
		page.Notes = []rule.Reason{g.whyNot(a)}
	}
	return page, nil
}

func (g *Grader) result(a Assessment) rule.Text {
	if a.Outcome != Paid {
		return outcomes.Labels(a.Outcome)
	}
	class := g.policy.Scale.Classes[a.Class].Label
	payable := a.Payable.Value()
	return rule.Words(
		class.ZH+" 应发 "+payable.In(language.Chinese)+"("+a.Payable.Upper()+")",
		class.EN+", "+payable.In(language.English)+" payable")
}

func (g *Grader) whyNot(a Assessment) rule.Reason {
	next := g.policy.Scale.Classes[a.Next.Class]
	code := WhyNotNext
	if a.Next.Beyond {
		code = WhyNotNextBeyond
	}
	more := funding.Fen(a.Next.Payable.Fen() - a.Payable.Fen())
	r := problems.Reason(code, rule.With("class", rule.Label(next.Label)), rule.With("short", rule.Num(a.Next.Short, rule.Point)),
		rule.With("at", rule.Num(a.Next.At, rule.Point)), rule.With("payable", a.Next.Payable.Value()), rule.With("more", more.Value()))
	return next.Basis.or(g.policy.Scale.Head).under(r.Gives(rule.Given, more.Value()))
}
