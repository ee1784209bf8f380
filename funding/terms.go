package funding

import (
	"math"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/band"
)

// terms is a valid scheme made ready for many requests.
type terms struct {
	scheme     *Scheme
	turns      [][]int
	columns    []column          // by source
	parts      []rate            // of costs, by place
	rounds     map[int][][]int64 // of turns with further rounds: the awards of each, by source of the turn, then request
	inKindRate rate
}

// column is a source made ready for many requests, and what came of it.
// Amounts are fen.
type column struct {
	source      *Source
	turn        int // its place among the turns
	rounding    Rounding
	conditional bool
	after       []int // the sources that must have paid
	of          int   // the source whose payment is the base; -1 for the request's figures
	rate        rate
	tiers       []tierRate
	bands       band.Table[Money]
	cases       []spanRate
	weight      uint64
	fixed       int64
	months      uint64 // 1 where the amount does not depend on months
	floor       int64
	cap         int64
	capRate     rate // no cap where its denominator is zero
	least       int64

	next int // the source that gets what is left of the budget; -1 for none

	bounds   []*bound
	cuttings []cutting
	claimed  uint128
	paid     int64
	received int64 // from the budgets of earlier sources
	moved    int64 // to the budget of the next
	short    bool  // the budget or an envelope
}

// tierRate is the rate on the part of an amount between two ends.
type tierRate struct {
	low, high int64
	num       uint64
}

func compile(s *Scheme) *terms {
	t := &terms{scheme: s, columns: make([]column, len(s.Sources)), rounds: map[int][][]int64{}}
	t.turns, _ = s.turns()
	place := map[string]int{}
	for j := range s.Sources {
		place[s.Sources[j].ID] = j
	}
	for j := range s.Sources {
		t.columns[j] = compileSource(s, &s.Sources[j], place)
	}
	for k, turn := range t.turns {
		digits := int32(0)
		for _, j := range turn {
			digits = max(digits, -s.Sources[j].Rule.Ratio.Exponent())
		}
		for _, j := range turn {
			c := &t.columns[j]
			c.turn = k
			if c.source.Rule.Method.shares() {
				c.weight = c.source.Rule.Ratio.Shift(digits).BigInt().Uint64()
			}
		}
	}
	t.parts = make([]rate, len(s.Costs))
	for k := range s.Costs {
		t.parts[k] = newRate(s.Costs[k].Part)
	}
	if s.InKind != nil {
		t.inKindRate = newRate(s.InKind.Rate)
	}
	return t
}

func compileSource(s *Scheme, source *Source, place map[string]int) column {
	r := &source.Rule
	c := column{
		source: source, rounding: source.rounding(s), conditional: !source.If.IsZero(), of: -1, next: -1,
		fixed: r.Amount.Fen(), months: uint64(max(1, r.Months)), cap: math.MaxInt64,
	}
	for _, id := range source.After {
		c.after = append(c.after, place[id])
	}
	if r.Of != "" {
		c.of = place[r.Of]
	}
	if source.Next != "" {
		c.next = place[source.Next]
	}
	if source.Floor != nil {
		c.floor = source.Floor.Fen()
	}
	if source.Cap != nil {
		c.cap = source.Cap.Fen()
	}
	if !source.CapShare.IsZero() {
		c.capRate = newRate(source.CapShare)
	}
	if source.Least != nil {
		c.least = source.Least.Fen()
	}
	switch {
	case r.Tiers != nil:
		c.rate, c.tiers = compileTiers(r.Tiers)
	case r.Method == Share || r.Method == Match:
		c.rate = newRate(r.Ratio)
	case r.Method == ByBand:
		c.bands, _ = band.New(band.Domain{In: hull(r.Bands)}, r.Bands)
	case r.Method == ByCase:
		c.cases = make([]spanRate, len(r.Cases))
		for k := range r.Cases {
			c.cases[k] = newSpanRate(&r.Cases[k], c.rounding)
		}
	}
	return c
}

// compileTiers brings the ratios of the tiers over one denominator.
func compileTiers(tiers []Tier) (rate, []tierRate) {
	digits := int32(0)
	for _, tier := range tiers {
		digits = max(digits, -tier.Is.Exponent())
	}
	den := uint64(1)
	for range digits {
		den *= 10
	}
	out := make([]tierRate, len(tiers))
	for i, tier := range tiers {
		out[i] = tierRate{low: 0, high: math.MaxInt64, num: tier.Is.Shift(digits).BigInt().Uint64()}
		if at, _, stated := tier.In.Low(); stated {
			out[i].low = at.Shift(2).IntPart()
		}
		if at, _, stated := tier.In.High(); stated {
			out[i].high = at.Shift(2).IntPart()
		}
	}
	return rate{den: den}, out
}

// whole is the weight of the whole rest in a turn of portions.
func (t *terms) whole(turn []int) uint64 {
	digits := int32(0)
	for _, j := range turn {
		digits = max(digits, -t.scheme.Sources[j].Rule.Ratio.Exponent())
	}
	return decimal.New(1, digits).BigInt().Uint64()
}
