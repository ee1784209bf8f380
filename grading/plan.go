package grading

import (
	"math"
	"math/bits"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// A plan is a rubric made ready for one table: every number in it is a whole
// number of some power of ten, chosen so that no step divides except where
// the rubric states a rounding. Where a number might not fit 64 bits there is
// no plan, and rows are marked one by one by [Rubric.Mark], to the same
// results.
type plan struct {
	root  *planned
	depth int
}

type planned struct {
	indicator *Indicator
	column    *Column
	decimals  int32 // of the score
	low, high int64 // bounds of the score
	factor    int64 // from the score to the sum above
	worth     int64 // weighted points, in the unit of the applicable points above; 0 where not spread

	// Of a leaf: the bounds of its values and what a value gives.
	least, most int64
	points      []int64 // by band
	lines       []int64 // first value of every band but the lowest
	each, per   int64   // points for each step of so much, in units of the value times unit
	full        int64

	// Of an indicator with parts.
	parts   []*planned
	spread  bool
	worths  int64 // the full points, in the unit of the applicable points
	unit    int64 // of the rounding's step, in the sum's decimals; 0 for no rounding
	step    int64 // the same in the score's decimals
	ceiling int64
}

// newPlan returns the plan, and false where a number might not fit.
func newPlan(root *Indicator, columns map[string]*Column) (p *plan, ok bool) {
	m := &planner{columns: columns, ok: true}
	p = &plan{}
	p.root = m.inner(root, 1)
	p.depth = m.depth
	return p, m.ok
}

type planner struct {
	columns map[string]*Column
	depth   int
	ok      bool
}

// whole returns d × 10^decimals, which must be a whole number of safe size.
func (m *planner) whole(d decimal.Decimal, decimals int32) int64 {
	n := d.Shift(decimals)
	if n.Abs().Cmp(decimal.NewFromInt(safe)) > 0 {
		m.ok = false
		return 0
	}
	return n.IntPart()
}

const safe = 1 << 58

// times is a product that must be of safe size.
func (m *planner) times(a, b int64) int64 {
	high, low := bits.Mul64(magnitude(a), magnitude(b))
	if high > 0 || low > safe {
		m.ok = false
		return 0
	}
	return a * b
}

func (m *planner) plus(a, b int64) int64 {
	if sum := a + b; sum >= -safe && sum <= safe {
		return sum
	}
	m.ok = false
	return 0
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

func (m *planner) power(n int32) int64 {
	p := int64(1)
	for range n {
		p = m.times(p, 10)
	}
	return p
}

func decimalsOf(ds ...decimal.Decimal) int32 {
	n := int32(0)
	for _, d := range ds {
		n = max(n, -d.Exponent())
	}
	return n
}

func (m *planner) part(i *Indicator, depth int) *planned {
	if i.leaf() {
		return m.leaf(i)
	}
	return m.inner(i, depth)
}

func (m *planner) leaf(i *Indicator) *planned {
	column := m.columns[i.ID]
	measure := i.Measure
	p := &planned{indicator: i, column: column, decimals: decimalsOf(i.Points)}
	switch measure.Kind {
	case YesNo, Veto:
		p.full = m.whole(i.Points, p.decimals)
		p.most, p.high = m.power(column.Decimals), p.full
	case Judged:
		p.decimals = max(p.decimals, column.Decimals)
		p.full = m.whole(i.Points, p.decimals)
		p.each = m.power(p.decimals - column.Decimals)
		p.most, p.high = p.full/p.each, p.full
	case Count:
		p.decimals = max(p.decimals, decimalsOf(measure.Each))
		p.full, p.each = m.whole(i.Points, p.decimals), m.whole(measure.Each, p.decimals)
		// value ÷ 10^column ÷ per, both brought to whole numbers
		fine := max(decimalsOf(measure.per()), column.Decimals)
		p.per = m.whole(measure.per(), fine)
		p.unit = m.power(fine - column.Decimals)
		p.most, p.high = m.times(mostCount, m.power(column.Decimals)), p.full
		m.times(m.times(p.most, p.unit), p.each)
	case Deduction:
		p.decimals = max(p.decimals, decimalsOf(measure.Each, measure.Most))
		p.full, p.each = m.whole(i.Points, p.decimals), m.whole(measure.Each, p.decimals)
		p.most, p.high = m.times(mostCount, m.power(column.Decimals)), p.full
		p.low = p.full - m.whole(measure.mostOff(i), p.decimals)
		p.per = m.power(column.Decimals)
		m.times(p.most, p.each)
	case Banded:
		table, err := band.New(measure.Values, measure.Bands)
		if err != nil {
			m.ok = false
			return p
		}
		for _, row := range measure.Bands {
			p.decimals = max(p.decimals, decimalsOf(row.Is))
		}
		p.full = m.whole(i.Points, p.decimals)
		fine := max(decimalsOf(measure.Values.Step), column.Decimals)
		p.per, p.unit = m.whole(measure.Values.Step, fine), m.power(fine-column.Decimals)
		m.times(math.MaxInt32, p.unit)
		p.least, p.lines, p.most = edges(m, table, measure.Values.In, column.Decimals)
		for k := range table.Len() {
			n := m.whole(table.Row(k).Is, p.decimals)
			p.points = append(p.points, n)
			p.high = max(p.high, n)
		}
	}
	return p
}

// edges returns the least and the greatest whole number of the domain and the
// first of every row but the lowest, in units of 10^-decimals.
func edges[T any](m *planner, table band.Table[T], domain rule.Interval, decimals int32) (least int64, lines []int64, most int64) {
	least, most = math.MinInt64, math.MaxInt64
	if at, in, stated := domain.Low(); stated {
		least = m.first(at, in, decimals)
	}
	if at, in, stated := domain.High(); stated {
		most = m.first(at, !in, decimals) - 1
	}
	for k := 1; k < table.Len(); k++ {
		at, in, _ := table.Row(k).In.Low()
		lines = append(lines, m.first(at, in, decimals))
	}
	return least, lines, most
}

// first returns the first whole number not below at, or above it where at is
// not in.
func (m *planner) first(at decimal.Decimal, in bool, decimals int32) int64 {
	n := at.Shift(decimals)
	c := n.Ceil()
	first := m.whole(c, 0)
	if !in && c.Equal(n) {
		first++
	}
	return first
}

func (m *planner) inner(i *Indicator, depth int) *planned {
	m.depth = max(m.depth, depth)
	p := &planned{indicator: i, parts: make([]*planned, len(i.Parts)), ceiling: math.MaxInt64}
	ceiling, capped := i.ceiling()
	step := decimal.NewFromInt(1)
	if i.Rounding != nil {
		step = i.Rounding.Step
		p.decimals = decimalsOf(step)
	} else if capped {
		p.decimals = decimalsOf(ceiling)
	}
	points := int32(0)
	for k := range i.Parts {
		part := &i.Parts[k]
		p.parts[k] = m.part(part, depth+1)
		p.decimals = max(p.decimals, p.parts[k].decimals+decimalsOf(part.weight()))
		points = max(points, decimalsOf(part.Points)+decimalsOf(part.weight()))
		p.spread = p.spread || part.base() && part.Void == Spread
	}
	always, smallest := int64(0), int64(math.MaxInt64)
	for k := range i.Parts {
		part, sub := &i.Parts[k], p.parts[k]
		sub.factor = m.whole(part.weight(), p.decimals-sub.decimals)
		low, high := sub.low, sub.high
		if part.Void.Valid() {
			low, high = min(low, 0), max(high, m.whole(part.Points, sub.decimals))
		}
		if part.Extra && low < 0 {
			m.ok = false
		}
		p.low = m.plus(p.low, m.times(low, sub.factor))
		p.high = m.plus(p.high, m.times(high, sub.factor))
		if !part.base() {
			continue
		}
		worth := m.whole(part.Points.Mul(part.weight()), points)
		p.worths = m.plus(p.worths, worth)
		if part.Void == Spread {
			sub.worth = worth
			smallest = min(smallest, worth)
		} else {
			always = m.plus(always, worth)
		}
	}
	p.low, p.high = max(p.low, 0), max(p.high, 0)
	if i.Rounding != nil {
		d := decimalsOf(step)
		p.unit = m.whole(step, p.decimals) // of the step, in the sum's decimals
		if p.spread {
			least := always
			if always == 0 {
				least = smallest
			}
			m.times(m.times(p.worths, p.unit), 2)
			p.high = m.times(p.high, p.worths/max(least, 1)+1)
		}
		p.decimals = d
		if capped {
			p.decimals = max(d, decimalsOf(ceiling))
		}
		p.step = m.whole(step, p.decimals)
		p.low, p.high = 0, m.times(p.high/max(p.unit, 1)+1, p.step)
	}
	if capped {
		p.ceiling = m.whole(ceiling, p.decimals)
		p.high = min(p.high, p.ceiling)
	}
	if i.Void == Full {
		p.full = m.whole(i.Points, p.decimals)
		if decimalsOf(i.Points) > p.decimals {
			m.ok = false
		}
	}
	return p
}
