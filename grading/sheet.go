package grading

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Sheet is one organization's answers by leaf id: a flag for YesNo and Veto, a
// whole number for Count and Deduction, a number or an exact ratio for Banded,
// points for Judged, [NotApplicable] where the leaf does not apply.
type Sheet map[string]rule.Value

// NotApplicable is the answer that a leaf does not apply (不适用).
func NotApplicable() rule.Value { return rule.Word("n/a") }

// Mark is what a sheet comes to: the score, the vetoes it met, and why.
type Mark struct {
	Score  decimal.Decimal
	Vetoes []rule.Reason // one for each veto met; such an organization gets no class
	Steps  []rule.Reason // one for each indicator of the first level, the lower ones as parts, then the score
}

// Mark scores a sheet. The rubric must be valid. Leaves without an answer or
// with one that does not fit (another type, a fraction where cases are
// counted, a score above its points, a value outside the bands, not applicable
// where the leaf always applies) and answers to no leaf are [rule.Problems]
// with paths such as b12.
func (r Rubric) Mark(sheet Sheet) (Mark, error) {
	m := marker{sheet: sheet}
	known := map[string]bool{}
	for _, leaf := range r.Leaves() {
		known[leaf.ID] = true
	}
	for _, id := range slices.Sorted(maps.Keys(sheet)) {
		if !known[id] {
			m.found.Add(problems.Problem(id, IndicatorUnknown, rule.With("id", rule.Quoted(id))))
		}
	}
	root := r.root()
	score, _, step := m.sum(root)
	if len(m.found) > 0 {
		return Mark{}, m.found.Err()
	}
	steps := step.Parts
	step.Parts = nil
	return Mark{Score: score, Vetoes: m.vetoes, Steps: append(steps, step)}, nil
}

// marker walks the tree and collects problems and vetoes.
type marker struct {
	sheet  Sheet
	found  rule.Problems
	vetoes []rule.Reason
}

// mark returns the score of an indicator, whether it applies, and the reason.
func (m *marker) mark(i *Indicator) (score decimal.Decimal, applies bool, why rule.Reason) {
	if i.leaf() {
		score, applies, why = m.leaf(i)
	} else {
		score, applies, why = m.sum(i)
	}
	if !applies && i.Void != Spread {
		score = decimal.Decimal{}
		if i.Void == Full {
			score = i.Points
		}
		applies = true
	}
	if !applies || i.Void.Valid() && why.Code == MarkVoid {
		why = i.reason(MarkVoid, rule.With("void", rule.Label(voids.Labels(i.Void)))).Gives(rule.Given, rule.Num(score, rule.Point))
	}
	return score, applies, i.Basis.under(why)
}

func (i *Indicator) reason(code rule.Code, inputs ...rule.Input) rule.Reason {
	return problems.Reason(code, append([]rule.Input{rule.With("indicator", rule.Label(i.Label))}, inputs...)...)
}

// sum scores an indicator by its parts.
func (m *marker) sum(i *Indicator) (decimal.Decimal, bool, rule.Reason) {
	var sum, extra, full, applicable decimal.Decimal
	var parts []rule.Reason
	var inputs []rule.Input
	nothing := true
	for k := range i.Parts {
		part := &i.Parts[k]
		score, applies, why := m.mark(part)
		weighted := score.Mul(part.weight())
		if !part.Weight.IsZero() && applies {
			whole := part.reason(MarkWeighted, rule.With("score", rule.Num(score, rule.Point)), rule.With("weight", rule.Num(part.Weight, 0))).
				Gives(rule.Product, rule.Num(weighted, rule.Point))
			whole.Parts = []rule.Reason{why}
			why = whole
		}
		parts = append(parts, why)
		worth := part.Points.Mul(part.weight())
		if part.base() {
			full = full.Add(worth)
		}
		if !applies {
			continue
		}
		inputs = append(inputs, rule.With(part.ID, rule.Num(weighted, rule.Point)))
		if part.base() {
			nothing = false
			applicable = applicable.Add(worth)
		}
		if part.Extra {
			extra = extra.Add(weighted)
		} else {
			sum = sum.Add(weighted)
		}
	}
	if nothing && full.Sign() > 0 {
		return decimal.Decimal{}, false, i.reason(MarkVoid)
	}
	// (sum × full + extra × applicable) ÷ applicable, not below zero nor above
	// the most, rounded once.
	spread := !applicable.Equal(full)
	num, den := sum.Add(extra), decimal.NewFromInt(1)
	if spread {
		num, den = sum.Mul(full).Add(extra.Mul(applicable)), applicable
	}
	score := num
	if i.Rounding != nil {
		score = i.Rounding.Quotient(num, den)
	}
	most, capped := i.ceiling()
	switch {
	case score.Sign() < 0:
		score = decimal.Decimal{}
	case capped && score.Cmp(most) > 0:
		score = most
	}
	r := i.reason(MarkSum, inputs...).Gives(rule.Sum, rule.Num(score, rule.Point))
	switch {
	case spread:
		r = i.reason(MarkSpread, rule.With("full", rule.Num(full, rule.Point)), rule.With("applicable", rule.Num(applicable, rule.Point)),
			rule.With("sum", rule.Num(sum, rule.Point))).Gives(rule.Given, rule.Num(score, rule.Point))
	case !score.Equal(num):
		r = i.reason(MarkBounded, rule.With("sum", rule.Num(num, rule.Point))).Gives(rule.Given, rule.Num(score, rule.Point))
	}
	r.Parts = parts
	return score, true, r
}

// ceiling returns the most an indicator with parts may score, where there is
// such a bound.
func (i *Indicator) ceiling() (decimal.Decimal, bool) {
	if i.Extra && (i.Most.IsZero() || i.Points.Cmp(i.Most) < 0) {
		return i.Points, true
	}
	return i.Most, !i.Most.IsZero()
}

// leaf scores a leaf by its answer.
func (m *marker) leaf(i *Indicator) (decimal.Decimal, bool, rule.Reason) {
	answer, answered := m.sheet[i.ID]
	fail := func(code rule.Code, inputs ...rule.Input) (decimal.Decimal, bool, rule.Reason) {
		m.found.Add(problems.Problem(i.ID, code, append([]rule.Input{rule.With("indicator", rule.Label(i.Label)), rule.With("answer", answer)}, inputs...)...))
		return decimal.Decimal{}, true, rule.Reason{}
	}
	if !answered || answer.IsZero() {
		return fail(AnswerMissing)
	}
	if answer.Equal(NotApplicable()) {
		if i.Void == 0 {
			return fail(AnswerVoid)
		}
		return decimal.Decimal{}, false, i.reason(MarkVoid)
	}
	given := func(code rule.Code, score decimal.Decimal, inputs ...rule.Input) (decimal.Decimal, bool, rule.Reason) {
		return score, true, i.reason(code, inputs...).Gives(rule.Given, rule.Num(score, rule.Point))
	}
	measure := i.Measure
	full := rule.With("points", rule.Num(i.Points, rule.Point))
	if measure.Kind == YesNo || measure.Kind == Veto {
		yes, ok := answer.Flag()
		switch {
		case !ok:
			return fail(AnswerType, rule.With("want", rule.Label(measurings.Labels(measure.Kind))))
		case measure.Kind == Veto && yes:
			veto := i.reason(MarkVeto).Gives(rule.Compare, rule.Flag(true))
			m.vetoes = append(m.vetoes, i.Basis.under(veto))
			return decimal.Decimal{}, true, veto
		case measure.Kind == Veto:
			return decimal.Decimal{}, true, i.reason(MarkVeto).Gives(rule.Compare, rule.Flag(false))
		case yes:
			return given(MarkYes, i.Points, full)
		}
		return given(MarkNo, decimal.Decimal{}, full)
	}
	num, den, ok := answer.Fraction()
	if !ok || answer.Type() == rule.RatioType && (measure.Kind != Banded || den.Sign() <= 0) {
		return fail(AnswerType, rule.With("want", rule.Label(measurings.Labels(measure.Kind))))
	}
	counts := measure.Kind == Count || measure.Kind == Deduction
	if counts && (num.Sign() < 0 || !num.Equal(num.Truncate(0)) || num.Cmp(decimal.NewFromInt(mostCount)) > 0) {
		return fail(AnswerCount, rule.With("most", rule.Int(mostCount, 0)))
	}
	switch measure.Kind {
	case Count:
		steps := rule.Rounding{Mode: rule.Down, Step: decimal.NewFromInt(1)}.Quotient(num, measure.per())
		score := decimal.Min(steps.Mul(measure.Each), i.Points)
		return given(MarkCount, score, rule.With("count", rule.Num(num, measure.Unit)), rule.With("each", rule.Num(measure.Each, rule.Point)),
			rule.With("per", rule.Num(measure.per(), measure.Unit)), full)
	case Deduction:
		off := decimal.Min(num.Mul(measure.Each), measure.mostOff(i))
		return given(MarkDeduction, i.Points.Sub(off), rule.With("count", rule.Num(num, measure.Unit)), rule.With("each", rule.Num(measure.Each, rule.Point)), full)
	case Judged:
		if num.Sign() < 0 || num.Cmp(i.Points) > 0 {
			return fail(AnswerRange, rule.With("range", rule.Label(rule.AtLeast(decimal.Decimal{}).AtMost(i.Points).Words())))
		}
		return given(MarkJudged, num, full)
	}
	step := measure.Values.Step
	between := !step.IsZero() && !num.Mod(step.Mul(den)).IsZero()
	for _, b := range measure.Bands {
		if !between && holds(b, num, den) {
			return given(MarkBanded, b.Is, rule.With("found", answer), rule.With("band", rule.Label(b.In.Words())), full)
		}
	}
	return fail(AnswerRange, rule.With("range", rule.Label(measure.Values.In.Words())))
}

// Score returns the points an answer to a leaf is worth and whether the leaf
// applies. The leaf must be valid. An answer that does not fit is a problem, as
// for [Rubric.Mark].
func (i *Indicator) Score(answer rule.Value) (points decimal.Decimal, applies bool, err error) {
	m := marker{sheet: Sheet{i.ID: answer}}
	points, applies, _ = m.mark(i)
	return points, applies, m.found.Err()
}

const mostCount = 1_000_000

func (m *Measure) per() decimal.Decimal {
	if m.Per.IsZero() {
		return decimal.NewFromInt(1)
	}
	return m.Per
}

// mostOff returns the most points a deduction takes off.
func (m *Measure) mostOff(i *Indicator) decimal.Decimal {
	if m.Most.IsZero() {
		return i.Points
	}
	return m.Most
}

// holds tells whether num ÷ den lies in the band; den is above zero.
func holds(b band.Row[decimal.Decimal], num, den decimal.Decimal) bool {
	if low, in, stated := b.In.Low(); stated {
		if c := num.Cmp(low.Mul(den)); c < 0 || c == 0 && !in {
			return false
		}
	}
	if high, in, stated := b.In.High(); stated {
		if c := num.Cmp(high.Mul(den)); c > 0 || c == 0 && !in {
			return false
		}
	}
	return true
}
