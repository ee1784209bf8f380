package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

const (
	mostLevels  = 4
	mostLeaves  = 1000
	mostDecimal = 6 // decimals of points and weights
)

// Validate reports every fault of the rubric, with paths such as
// parts[1].parts[0].points: points that do not add up to those above, points
// no answer reaches or answers beyond the points, leaves without a measure or
// with parameters it does not take, weights that do not add up to 1, ids that
// stand twice, more than four levels, points that nobody would get because
// nothing applies, and spreading without a rounding.
func (r Rubric) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	if len(r.Parts) == 0 {
		found.Add(problems.Problem("parts", rule.Required))
	}
	c := rubricCheck{ids: map[string]string{}}
	found.Nest("", c.parts(r.root(), 0))
	if c.leaves > mostLeaves {
		found.Add(problems.Problem("parts", TooManyLeaves, rule.With("most", rule.Int(mostLeaves, 0))))
	}
	return found.Err()
}

// root returns the rubric as the indicator above all others.
func (r Rubric) root() *Indicator {
	return &Indicator{Label: r.Title, Points: r.Points, Most: r.Most, Rounding: r.Rounding, Parts: r.Parts, Basis: Basis{r.Source, r.Status}}
}

func (i *Indicator) leaf() bool { return len(i.Parts) == 0 }

// weight returns the indicator's weight in the one above.
func (i *Indicator) weight() decimal.Decimal {
	if i.Weight.IsZero() {
		return decimal.NewFromInt(1)
	}
	return i.Weight
}

// base tells whether the indicator's points are part of the full score.
func (i *Indicator) base() bool {
	return !i.Extra && (i.Measure == nil || i.Measure.Kind != Veto) && i.Points.Sign() > 0
}

type rubricCheck struct {
	ids    map[string]string
	leaves int
}

func (c *rubricCheck) indicator(i *Indicator, path string, level int) error {
	var found rule.Problems
	found.Nest("", named(i.ID, i.Label))
	if first, again := c.ids[i.ID]; again && i.ID != "" {
		found.Add(problems.Problem("id", IndicatorTwice, rule.With("id", rule.Quoted(i.ID)), rule.With("first", rule.Word(first))))
	} else {
		c.ids[i.ID] = path
	}
	if i.Void != 0 && (!i.Void.Valid() || i.Extra) {
		found.Add(problems.Problem("void", VoidShape))
	}
	if i.Weight.Sign() < 0 {
		found.Add(problems.Problem("weight", WeightSum, rule.With("sum", rule.Num(i.Weight, 0))))
	}
	found.Nest("points", plainPoints(i.Points))
	found.Nest("weight", plainPoints(i.Weight))
	found.Nest("most", plainPoints(i.Most))
	if level > mostLevels {
		found.Add(problems.Problem("", TooDeep, rule.With("most", rule.Int(mostLevels, 0))))
		return found.Err()
	}
	if !i.leaf() {
		if i.Measure != nil {
			found.Add(problems.Problem("measure", MeasureShape))
		}
		found.Nest("", c.parts(i, level))
		return found.Err()
	}
	c.leaves++
	if i.Measure == nil {
		found.Add(problems.Problem("measure", LeafRuleless))
		return found.Err()
	}
	if i.Rounding != nil || !i.Most.IsZero() {
		found.Add(problems.Problem("measure", MeasureShape))
	}
	found.Nest("measure", i.Measure.validate(i))
	return found.Err()
}

// parts checks the parts of an indicator and how they add up to it.
func (c *rubricCheck) parts(i *Indicator, level int) error {
	var found rule.Problems
	var sum, weights, most decimal.Decimal
	weighted, unweighted, always, spread := 0, 0, 0, false
	for k := range i.Parts {
		part := &i.Parts[k]
		found.Nest(rule.At("parts", k), c.indicator(part, rule.At("parts", k), level+1))
		if !part.base() {
			if part.Extra {
				most = most.Add(part.Points.Mul(part.weight()))
			}
			continue
		}
		sum = sum.Add(part.Points.Mul(part.weight()))
		if part.Weight.IsZero() {
			unweighted++
		} else {
			weighted++
			weights = weights.Add(part.Weight)
		}
		if part.Void == Spread {
			spread = true
		} else {
			always++
		}
	}
	if i.Points.Sign() < 0 || i.Most.Sign() < 0 {
		found.Add(problems.Problem("points", PointsSum, rule.With("sum", rule.Num(sum, rule.Point)), rule.With("points", rule.Num(i.Points, rule.Point))))
	}
	switch {
	case weighted > 0 && (unweighted > 0 || !weights.Equal(decimal.NewFromInt(1))):
		found.Add(problems.Problem("parts", WeightSum, rule.With("sum", rule.Num(weights, 0))))
	case i.Extra:
		if all := sum.Add(most); all.Cmp(i.Points) < 0 {
			found.Add(problems.Problem("points", PointsUnreachable, rule.With("most", rule.Num(all, rule.Point)), rule.With("points", rule.Num(i.Points, rule.Point))))
		}
	case !sum.Equal(i.Points):
		found.Add(problems.Problem("points", PointsSum, rule.With("sum", rule.Num(sum, rule.Point)), rule.With("points", rule.Num(i.Points, rule.Point))))
	}
	if !i.Most.IsZero() && i.Most.Cmp(i.Points) < 0 {
		found.Add(problems.Problem("most", PointsUnreachable, rule.With("most", rule.Num(i.Most, rule.Point)), rule.With("points", rule.Num(i.Points, rule.Point))))
	}
	if spread && i.Rounding == nil {
		found.Add(problems.Problem("rounding", SpreadRounding))
	}
	if spread && always == 0 && (i.Void == 0) {
		found.Add(problems.Problem("parts", NothingApplies))
	}
	if i.Rounding != nil {
		found.Nest("rounding", i.Rounding.Validate())
		found.Nest("rounding.step", plainPoints(i.Rounding.Step))
	}
	return found.Err()
}

// plainPoints reports points or weights with more digits than are worked with.
func plainPoints(d decimal.Decimal) error {
	if -d.Exponent() > mostDecimal || d.Exponent() > mostDecimal || d.Abs().Cmp(decimal.New(1, 6)) > 0 {
		return problems.Problem("", PointsDigits, rule.With("points", rule.Num(d, 0)), rule.With("most", rule.Int(mostDecimal, 0)))
	}
	return nil
}

func (m *Measure) validate(i *Indicator) error {
	var found rule.Problems
	shape := func(ok bool, field string) {
		if !ok {
			found.Add(problems.Problem(field, MeasureShape))
		}
	}
	reach := func(path string, most decimal.Decimal) {
		point := rule.With("points", rule.Num(i.Points, rule.Point))
		switch c := most.Cmp(i.Points); {
		case c < 0:
			found.Add(problems.Problem(path, PointsUnreachable, rule.With("most", rule.Num(most, rule.Point)), point))
		case c > 0:
			found.Add(problems.Problem(path, PointsExceed, rule.With("most", rule.Num(most, rule.Point)), point))
		}
	}
	if !m.Kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
		return found.Err()
	}
	counted := m.Kind == Count || m.Kind == Deduction
	shape(m.Each.IsZero() == !counted && m.Each.Sign() >= 0, "each")
	shape(m.Per.IsZero() || m.Kind == Count && m.Per.Sign() > 0, "per")
	shape(m.Most.IsZero() || m.Kind == Deduction && m.Most.Sign() > 0, "most")
	shape((len(m.Bands) == 0) == (m.Kind != Banded), "bands")
	found.Nest("each", plainPoints(m.Each))
	found.Nest("per", plainPoints(m.Per))
	found.Nest("most", plainPoints(m.Most))
	switch {
	case m.Kind == Veto:
		if !i.Points.IsZero() || i.Extra {
			found.Add(problems.Problem("", VetoPoints))
		}
		return found.Err()
	case m.Kind == Deduction && i.Points.IsZero():
		shape(m.Most.Sign() > 0, "most")
	case i.Points.Sign() <= 0:
		found.Add(problems.Problem("", PointsUnreachable, rule.With("most", rule.Int(0, rule.Point)), rule.With("points", rule.Num(i.Points, rule.Point))))
	}
	if m.Kind == Banded && len(m.Bands) > 0 {
		most := m.Bands[0].Is
		for k, row := range m.Bands {
			found.Nest(rule.At("bands", k), plainPoints(row.Is))
			if row.Is.Sign() < 0 {
				found.Add(problems.Problem(rule.At("bands", k), PointsExceed, rule.With("most", rule.Num(row.Is, rule.Point)), rule.With("points", rule.Num(i.Points, rule.Point))))
			}
			most = decimal.Max(most, row.Is)
		}
		reach("bands", most)
		_, err := band.New(m.Values, m.Bands)
		found.Nest("bands", err)
	}
	return found.Err()
}

// Leaves returns the leaves of the rubric in its order: the indicators that
// are answered.
func (r Rubric) Leaves() []Indicator {
	var out []Indicator
	var walk func(parts []Indicator)
	walk = func(parts []Indicator) {
		for _, part := range parts {
			if part.leaf() {
				out = append(out, part)
				continue
			}
			walk(part.Parts)
		}
	}
	walk(r.Parts)
	return out
}

// Set returns the rubric with the points of one leaf or the weight of one
// indicator changed by edit: the beginning of a what-if. The rubric itself
// stays as it is; ok is false where no indicator has the id.
func (r Rubric) Set(id string, edit func(*Indicator)) (changed Rubric, ok bool) {
	var walk func(parts []Indicator) []Indicator
	walk = func(parts []Indicator) []Indicator {
		out := make([]Indicator, len(parts))
		for k, part := range parts {
			part.Parts = walk(part.Parts)
			if part.ID == id {
				edit(&part)
				ok = true
			}
			out[k] = part
		}
		return out
	}
	r.Parts = walk(r.Parts)
	return r, ok
}
