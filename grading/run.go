package grading

import (
	"math/bits"

	"github.com/sancheng-go/sancheng/org/rule"
)

// blockRows is how many rows are worked on at once, so that they stay in the
// processor's cache.
const blockRows = 1024

// scratch is the working memory of a plan: for every level of indicators with
// parts the sums, extra points and applicable points of a block.
type scratch struct {
	sums, extras, applicable [][]int64
	vetoed                   []bool
}

func (p *plan) scratch() *scratch {
	s := &scratch{vetoed: make([]bool, blockRows)}
	for range p.depth {
		s.sums = append(s.sums, make([]int64, blockRows))
		s.extras = append(s.extras, make([]int64, blockRows))
		s.applicable = append(s.applicable, make([]int64, blockRows))
	}
	return s
}

// run scores the rows from low up to high and returns the scores, which hold
// until the next run, and which rows met a veto. Faulty answers go to fault.
func (p *plan) run(s *scratch, low, high int, fault func(leaf *planned, row int)) (scores []int64, vetoed []bool) {
	vetoed = s.vetoed[:high-low]
	clear(vetoed)
	r := runner{s: s, low: low, high: high, vetoed: vetoed, fault: fault}
	r.inner(p.root, 0)
	return s.sums[0][:high-low], vetoed
}

type runner struct {
	s         *scratch
	low, high int
	vetoed    []bool
	fault     func(*planned, int)
}

// inner leaves the scores of an indicator with parts in the sums of its level.
// Where nothing applies, its applicable points are zero.
func (r *runner) inner(p *planned, level int) {
	n := r.high - r.low
	sums, extras, applicable := r.s.sums[level][:n], r.s.extras[level][:n], r.s.applicable[level][:n]
	clear(sums)
	if p.spread {
		clear(extras)
		for i := range applicable {
			applicable[i] = p.worths
		}
	}
	for _, part := range p.parts {
		to := sums
		if p.spread && part.indicator.Extra {
			to = extras
		}
		if part.parts == nil {
			r.leaf(part, to, applicable)
			continue
		}
		r.inner(part, level+1)
		scores, applies := r.s.sums[level+1][:n], r.s.applicable[level+1][:n]
		for i, score := range scores {
			if part.spread && applies[i] == 0 {
				score = part.void()
				applicable[i] -= part.worth
			}
			to[i] += score * part.factor
		}
	}
	switch {
	case p.spread:
		for i, sum := range sums {
			sums[i] = p.spreadOut(sum, extras[i], applicable[i])
		}
	case p.unit != 0:
		for i, sum := range sums {
			sums[i] = p.bounded(p.round(0, magnitude(max(sum, 0)), uint64(p.unit)))
		}
	default:
		for i, sum := range sums {
			sums[i] = p.bounded(sum)
		}
	}
}

// void returns the points of an indicator that does not apply.
func (p *planned) void() int64 {
	if p.indicator.Void == Full {
		return p.full
	}
	return 0
}

func (p *planned) bounded(score int64) int64 { return min(max(score, 0), p.ceiling) }

// spreadOut returns (sum × full + extra × applicable) ÷ applicable, rounded
// and held between its bounds.
func (p *planned) spreadOut(sum, extra, applicable int64) int64 {
	if applicable == 0 {
		return 0
	}
	high, low := bits.Mul64(magnitude(sum), uint64(p.worths))
	moreHigh, more := bits.Mul64(uint64(extra), uint64(applicable))
	var carry uint64
	if sum >= 0 {
		low, carry = bits.Add64(low, more, 0)
		high, _ = bits.Add64(high, moreHigh, carry)
	} else {
		low, carry = bits.Sub64(more, low, 0)
		high, carry = bits.Sub64(moreHigh, high, carry)
		if carry != 0 {
			return 0
		}
	}
	return p.bounded(p.round(high, low, uint64(applicable)*uint64(p.unit)))
}

// round returns the 128-bit number over den, rounded to a whole number of
// steps, in the score's decimals.
func (p *planned) round(high, low, den uint64) int64 {
	q, rest := bits.Div64(high, low, den)
	half := 0
	switch twice := rest * 2; {
	case twice < den:
		half = -1
	case twice > den:
		half = 1
	}
	if p.indicator.Rounding.Mode.Away(q&1 == 1, half, rest == 0) {
		q++
	}
	return int64(q) * p.step
}

// leaf adds the points of a leaf to the sums and takes what does not apply
// from the applicable points.
func (r *runner) leaf(p *planned, sums, applicable []int64) {
	values := p.column.Values[r.low:r.high]
	least, most, factor := p.least, p.most, p.factor
	void, voidable := p.void()*factor, p.indicator.Void.Valid()
	odd := func(i int) {
		switch {
		case values[i] == VoidCell && voidable:
			sums[i] += void
			applicable[i] -= p.worth
		default:
			r.fault(p, r.low+i)
		}
	}
	switch p.indicator.Measure.Kind {
	case Judged:
		factor *= p.each
		for i, v := range values {
			v := int64(v)
			if v < least || v > most {
				odd(i)
				continue
			}
			sums[i] += v * factor
		}
	case Count:
		unit, per, each, full := p.unit, p.per, p.each, p.full
		decimal := unit != 1 || p.column.Decimals != 0
		for i, v := range values {
			v := int64(v)
			if v < least || v > most || decimal && !p.isWhole(v) {
				odd(i)
				continue
			}
			sums[i] += min(v*unit/per*each, full) * factor
		}
	case Deduction:
		each, full, low := p.each, p.full, p.low
		for i, v := range values {
			v := int64(v)
			if v < least || v > most || p.per != 1 && !p.isWhole(v) {
				odd(i)
				continue
			}
			sums[i] += max(full-v/p.per*each, low) * factor
		}
	case Veto:
		for i, v := range values {
			switch v := int64(v); {
			case v != 0 && v != most:
				odd(i)
			case v != 0:
				r.vetoed[i] = true
			}
		}
	case YesNo:
		for i, v := range values {
			switch v := int64(v); {
			case v != 0 && v != most:
				odd(i)
			case v != 0:
				sums[i] += p.full * factor
			}
		}
	default:
		lines, points := p.lines, p.points
		for i, v := range values {
			v := int64(v)
			if v < least || v > most || p.per != 0 && v*p.unit%p.per != 0 {
				odd(i)
				continue
			}
			k := 0
			for _, line := range lines {
				if v >= line {
					k++
				}
			}
			sums[i] += points[k] * factor
		}
	}
}

// isWhole tells whether a value counts whole cases.
func (p *planned) isWhole(v int64) bool {
	one := int64(1)
	for range p.column.Decimals {
		one *= 10
	}
	return v%one == 0
}

// problem is the fault of an answer in the words of [Rubric.Mark].
func (t Table) problem(leaf *planned, row int) *rule.Problem {
	answer := rule.Num(t.value(leaf.column, row), 0)
	if leaf.column.Values[row] == VoidCell {
		answer = NotApplicable()
	}
	m := marker{sheet: Sheet{leaf.indicator.ID: answer}}
	if kind := leaf.indicator.Measure.Kind; kind == YesNo || kind == Veto {
		return problems.Problem(cell(leaf.indicator.ID, row), AnswerType, rule.With("indicator", rule.Label(leaf.indicator.Label)),
			rule.With("answer", answer), rule.With("want", rule.Label(measurings.Labels(kind))))
	}
	m.leaf(leaf.indicator)
	if len(m.found) == 0 {
		return nil
	}
	m.found[0].Path = cell(leaf.indicator.ID, row)
	return m.found[0]
}
