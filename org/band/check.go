package band

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Fault is one fault of a table: numbers no row covers, numbers several rows
// cover, or a row that no number of the domain reaches.
type Fault struct {
	Code    rule.Code       // [Gap], [Overlap] or [Unreachable]
	In      rule.Interval   // the numbers concerned, or the row's interval
	Example decimal.Decimal // one of them
	Rows    []int           // the rows concerned, as given
}

// Problem returns the fault as a problem at the path of the last row concerned.
func (f Fault) Problem() *rule.Problem {
	where := ""
	if len(f.Rows) > 0 {
		where = path(f.Rows[len(f.Rows)-1])
	}
	in := rule.With("interval", rule.Label(f.In.Words()))
	switch f.Code {
	case Unreachable:
		return problems.Problem(where, Unreachable, in)
	case Overlap:
		return problems.Problem(where, Overlap, in, rule.With("example", rule.Num(f.Example, 0)),
			rule.With("first", rule.Word(path(f.Rows[0]))), rule.With("second", rule.Word(where)))
	}
	return problems.Problem(where, Gap, in, rule.With("example", rule.Num(f.Example, 0)))
}

// Check returns every fault of the rows over the domain, from the lowest
// number up, unreachable rows last. It takes time quadratic in the number of
// rows. A step that is not above zero counts as none.
func Check[T any](domain Domain, rows []Row[T]) []Fault {
	type span struct{ low, high cut }
	whole := span{lowCut(domain.In).snap(domain.Step), highCut(domain.In).snap(domain.Step)}
	spans := make([]span, len(rows))
	cuts := []cut{whole.low, whole.high}
	for i, row := range rows {
		spans[i] = span{lowCut(row.In).snap(domain.Step), highCut(row.In).snap(domain.Step)}
		cuts = append(cuts, spans[i].low, spans[i].high)
	}
	slices.SortFunc(cuts, cut.compare)
	cuts = slices.CompactFunc(cuts, func(a, b cut) bool { return a.compare(b) == 0 })

	var faults []Fault
	reached := make([]bool, len(rows))
	for i := range len(cuts) - 1 {
		low, high := cuts[i], cuts[i+1]
		if low.compare(whole.low) < 0 || high.compare(whole.high) > 0 {
			continue
		}
		var covering []int
		for r, s := range spans {
			if s.low.compare(low) <= 0 && s.high.compare(high) >= 0 {
				covering = append(covering, r)
				reached[r] = true
			}
		}
		if len(covering) == 1 {
			continue
		}
		fault := Fault{Code: Gap, In: between(low, high, domain.Step), Example: example(low, high, domain.Step), Rows: covering}
		if len(covering) > 1 {
			fault.Code = Overlap
		}
		faults = append(faults, fault)
	}
	for r, row := range rows {
		if !reached[r] {
			faults = append(faults, Fault{Code: Unreachable, In: row.In, Rows: []int{r}})
		}
	}
	return faults
}

// cut is a place between two neighbouring numbers: just before or just after
// at, or beyond every number.
type cut struct {
	beyond int // -1 below all numbers, 1 above all
	at     decimal.Decimal
	after  bool
}

func lowCut(i rule.Interval) cut {
	at, in, stated := i.Low()
	if !stated {
		return cut{beyond: -1}
	}
	return cut{at: at, after: !in}
}

func highCut(i rule.Interval) cut {
	at, in, stated := i.High()
	if !stated {
		return cut{beyond: 1}
	}
	return cut{at: at, after: in}
}

func (c cut) compare(d cut) int {
	if c.beyond != d.beyond {
		return c.beyond - d.beyond
	}
	if c.beyond != 0 {
		return 0
	}
	if order := c.at.Cmp(d.at); order != 0 || c.after == d.after {
		return order
	}
	if c.after {
		return 1
	}
	return -1
}

// snap moves the cut to just before the next multiple of step, across no
// multiple; without a step it stays.
func (c cut) snap(step decimal.Decimal) cut {
	if c.beyond != 0 || step.Sign() <= 0 {
		return c
	}
	mode := rule.Down
	if c.at.Sign() > 0 {
		mode = rule.Up
	}
	next := rule.Rounding{Mode: mode, Step: step}.Round(c.at) // towards +∞
	if c.after && next.Equal(c.at) {
		next = next.Add(step)
	}
	return cut{at: next}
}

// between is the interval from one cut to another: with a step, from the first
// of its multiples to the last.
func between(low, high cut, step decimal.Decimal) rule.Interval {
	var i rule.Interval
	switch {
	case low.beyond != 0:
	case low.after:
		i = i.Above(low.at)
	default:
		i = i.AtLeast(low.at)
	}
	switch {
	case high.beyond != 0:
	case step.Sign() > 0:
		i = i.AtMost(high.at.Sub(step))
	case high.after:
		i = i.AtMost(high.at)
	default:
		i = i.Below(high.at)
	}
	return i
}

// example returns a number between two cuts, with a step one of its multiples.
func example(low, high cut, step decimal.Decimal) decimal.Decimal {
	if step.Sign() <= 0 {
		step = decimal.NewFromInt(1)
	}
	switch {
	case low.beyond == 0 && !low.after:
		return low.at
	case high.beyond == 0 && high.after:
		return high.at
	case low.beyond == 0 && high.beyond == 0:
		return low.at.Add(high.at).Mul(decimal.New(5, -1))
	case low.beyond == 0:
		return low.at.Add(step)
	case high.beyond == 0:
		return high.at.Sub(step)
	}
	return decimal.Decimal{}
}
