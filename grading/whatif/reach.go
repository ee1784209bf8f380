package whatif

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Ways is how an organization reaches a score by answering the fewest
// indicators at their best.
type Ways struct {
	Score    decimal.Decimal `json:"score"`    // as it stands
	Best     decimal.Decimal `json:"best"`     // with every indicator at its best
	Possible bool            `json:"possible"` // whether that is enough
	Size     int             `json:"size"`     // how many indicators the smallest sets have; 0 where none is needed
	Sets     []Way           `json:"sets"`     // every smallest set, in the order of the rubric
}

// Way is a set of indicators which, at their best, reach the score.
type Way struct {
	Indicators []string        `json:"indicators"`
	Score      decimal.Decimal `json:"score"`   // that it reaches
	Reasons    []rule.Reason   `json:"reasons"` // from which points to which, for each
}

// Reach finds the smallest sets of leaves that take a sheet to a target, each
// leaf of a set answered at its best and all others left as they are; beyond
// asks for more than the target. Leaves that do not apply and vetoes stay as they
// are. Every set is marked with all ceilings, weights, roundings and spread
// points, so that the answer is exact, and all sets of the smallest size are
// found. A sheet that cannot be marked, and more than 20,000 sets to mark, are
// [rule.Problems].
func Reach(r grading.Rubric, sheet grading.Sheet, target decimal.Decimal, beyond bool) (Ways, error) {
	s := searcher{rubric: r, sheet: sheet, target: target, beyond: beyond}
	start, err := r.Mark(sheet)
	if err != nil {
		return Ways{}, err
	}
	w := Ways{Score: start.Score, Best: start.Score, Possible: true, Sets: []Way{}}
	if s.enough(start.Score) {
		return w, nil
	}
	if err := s.gather(); err != nil {
		return Ways{}, err
	}
	all := maps.Clone(sheet)
	for _, c := range s.leaves {
		all[c.leaf.ID] = c.best
	}
	best, err := r.Mark(all)
	if err != nil {
		return Ways{}, err
	}
	w.Best = best.Score
	if w.Possible = s.enough(best.Score); !w.Possible {
		return w, nil
	}
	// What is missing less what roundings might give by themselves.
	s.missing = target.Sub(start.Score).Sub(s.slack)
	for size := 1; len(s.found) == 0 && size <= len(s.leaves); size++ {
		s.choose(nil, 0, size, decimal.Decimal{})
		if s.marked > mostSets {
			return Ways{}, problems.Problem("", TooManySets, rule.With("most", rule.Int(mostSets, 0)))
		}
		w.Size = size
	}
	for _, set := range s.found {
		slices.SortFunc(set.leaves, func(a, b *candidate) int { return cmp.Compare(a.place, b.place) })
	}
	slices.SortFunc(s.found, func(a, b set) int {
		return slices.CompareFunc(a.leaves, b.leaves, func(x, y *candidate) int { return cmp.Compare(x.place, y.place) })
	})
	for _, found := range s.found {
		way := Way{Score: found.score}
		for _, c := range found.leaves {
			way.Indicators = append(way.Indicators, c.leaf.ID)
			way.Reasons = append(way.Reasons, problems.Reason(Raises, rule.With("indicator", rule.Label(c.leaf.Label)),
				rule.With("from", rule.Num(c.from, rule.Point)), rule.With("to", rule.Num(c.to, rule.Point))).
				Gives(rule.Given, rule.Num(c.to.Sub(c.from), rule.Point)))
		}
		w.Sets = append(w.Sets, way)
	}
	return w, nil
}

const mostSets = 20_000

// candidate is a leaf that could give more.
type candidate struct {
	leaf     grading.Indicator
	place    int // in the rubric
	best     rule.Value
	from, to decimal.Decimal
	gain     decimal.Decimal // the most it could add to the score, rounded up
}

type set struct {
	leaves []*candidate
	score  decimal.Decimal
}

type searcher struct {
	rubric  grading.Rubric
	sheet   grading.Sheet
	target  decimal.Decimal
	beyond  bool
	leaves  []*candidate    // by what they could add, most first
	slack   decimal.Decimal // what roundings could add by themselves
	missing decimal.Decimal
	marked  int
	found   []set
}

func (s *searcher) enough(score decimal.Decimal) bool {
	c := score.Cmp(s.target)
	return c > 0 || c == 0 && !s.beyond
}

// choose marks every set of so many more leaves from a place on that could be
// enough: ceilings only ever take from the sum of what its leaves could add, and
// floors give nothing that is not there before.
func (s *searcher) choose(chosen []*candidate, from, more int, sum decimal.Decimal) {
	if s.marked > mostSets {
		return
	}
	if more == 0 {
		s.mark(chosen)
		return
	}
	for i := from; i+more <= len(s.leaves); i++ {
		most := sum
		for _, c := range s.leaves[i : i+more] {
			most = most.Add(c.gain)
		}
		if most.Cmp(s.missing) < 0 {
			return
		}
		s.choose(append(chosen, s.leaves[i]), i+1, more-1, sum.Add(s.leaves[i].gain))
	}
}

func (s *searcher) mark(chosen []*candidate) {
	s.marked++
	sheet := maps.Clone(s.sheet)
	for _, c := range chosen {
		sheet[c.leaf.ID] = c.best
	}
	mark, err := s.rubric.Mark(sheet)
	if err == nil && s.enough(mark.Score) {
		s.found = append(s.found, set{slices.Clone(chosen), mark.Score})
	}
}

// gather finds the leaves that could give more, and how much.
func (s *searcher) gather() error {
	var found rule.Problems
	place := 0
	one := decimal.NewFromInt(1)
	var walk func(parts []grading.Indicator, factor decimal.Decimal)
	walk = func(parts []grading.Indicator, factor decimal.Decimal) {
		spread := s.spreads(parts)
		for _, part := range parts {
			weight := one
			if !part.Weight.IsZero() {
				weight = part.Weight
			}
			f := factor.Mul(weight)
			if !part.Extra {
				f = ceiling(f.Mul(spread.full), spread.applicable)
			}
			if len(part.Parts) > 0 {
				if part.Rounding != nil {
					s.slack = s.slack.Add(part.Rounding.Step.Mul(f))
				}
				walk(part.Parts, f)
				continue
			}
			c, err := s.candidate(part, place)
			found.Nest(part.ID, err)
			place++
			if c != nil {
				c.gain = ceiling(c.to.Sub(c.from).Mul(f), one)
				s.leaves = append(s.leaves, c)
			}
		}
	}
	if s.rubric.Rounding != nil {
		s.slack = s.slack.Add(s.rubric.Rounding.Step)
	}
	walk(s.rubric.Parts, one)
	slices.SortFunc(s.leaves, func(a, b *candidate) int { return cmp.Or(b.gain.Cmp(a.gain), cmp.Compare(a.place, b.place)) })
	return found.Err()
}

// ceiling returns a ÷ b rounded up to a billionth: bounds may be too high but
// never too low.
func ceiling(a, b decimal.Decimal) decimal.Decimal {
	return rule.Rounding{Mode: rule.Up, Step: decimal.New(1, -9)}.Quotient(a, b)
}

// spreading is how the points that do not apply are spread: full ÷ applicable.
type spreading struct{ full, applicable decimal.Decimal }

func (s *searcher) spreads(parts []grading.Indicator) spreading {
	var sp spreading
	for _, part := range parts {
		veto := part.Measure != nil && part.Measure.Kind == grading.Veto
		if part.Extra || veto || part.Points.Sign() <= 0 {
			continue
		}
		worth := part.Points
		if !part.Weight.IsZero() {
			worth = worth.Mul(part.Weight)
		}
		sp.full = sp.full.Add(worth)
		if s.applies(part) || part.Void != grading.Spread {
			sp.applicable = sp.applicable.Add(worth)
		}
	}
	if sp.applicable.IsZero() {
		return spreading{decimal.NewFromInt(1), decimal.NewFromInt(1)}
	}
	return sp
}

// applies tells whether anything of an indicator applies.
func (s *searcher) applies(i grading.Indicator) bool {
	if len(i.Parts) == 0 {
		return !s.sheet[i.ID].Equal(grading.NotApplicable())
	}
	return slices.ContainsFunc(i.Parts, func(part grading.Indicator) bool {
		return !part.Extra && part.Points.Sign() > 0 && (s.applies(part) || part.Void != grading.Spread && part.Void.Valid())
	})
}

// candidate returns the leaf if another answer would give it more.
func (s *searcher) candidate(leaf grading.Indicator, place int) (*candidate, error) {
	if leaf.Measure.Kind == grading.Veto || !s.applies(leaf) {
		return nil, nil //nolint:nilnil // a leaf that cannot give more is no candidate
	}
	from, _, err := leaf.Score(s.sheet[leaf.ID])
	if err != nil {
		return nil, err
	}
	c := &candidate{leaf: leaf, place: place, from: from, to: from}
	for _, answer := range bestAnswers(leaf) {
		if to, _, err := leaf.Score(answer); err == nil && to.Cmp(c.to) > 0 {
			c.best, c.to = answer, to
		}
	}
	if c.best.IsZero() {
		return nil, nil //nolint:nilnil // it is at its best
	}
	return c, nil
}

// bestAnswers returns answers among which the best to a leaf is.
func bestAnswers(leaf grading.Indicator) []rule.Value {
	m := leaf.Measure
	switch m.Kind {
	case grading.YesNo:
		return []rule.Value{rule.Flag(true)}
	case grading.Judged:
		return []rule.Value{rule.Num(leaf.Points, 0)}
	case grading.Deduction:
		return []rule.Value{rule.Int(0, 0)}
	case grading.Count:
		per := m.Per
		if per.IsZero() {
			per = decimal.NewFromInt(1)
		}
		steps := rule.Rounding{Mode: rule.Up, Step: decimal.NewFromInt(1)}.Quotient(leaf.Points, m.Each)
		whole := rule.Rounding{Mode: rule.Up, Step: decimal.NewFromInt(1)}.Round(steps.Mul(per))
		return []rule.Value{rule.Num(whole, 0)}
	}
	var answers []rule.Value
	step := m.Values.Step
	for _, row := range m.Bands {
		in := row.In.Intersect(m.Values.In)
		low, _, hasLow := in.Low()
		high, _, hasHigh := in.High()
		add := func(d decimal.Decimal) { answers = append(answers, rule.Num(d, 0)) }
		if hasLow {
			up := low
			if step.Sign() > 0 {
				up = rule.Rounding{Mode: rule.Up, Step: step}.Round(low)
				add(up.Add(step))
			}
			add(up)
		}
		if hasHigh {
			down := high
			if step.Sign() > 0 {
				down = rule.Rounding{Mode: rule.Down, Step: step}.Round(high)
				add(down.Sub(step))
			}
			add(down)
		}
		if hasLow && hasHigh {
			add(low.Add(high).Mul(decimal.New(5, -1)))
		}
	}
	return answers
}
