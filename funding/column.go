package funding

import (
	"math"
	"strings"

	"github.com/sancheng-go/sancheng/org/rule"
)

// column is a source made ready for many requests, and what came of it.
// Amounts are fen.
type column struct {
	source      *Source
	rounding    Rounding
	conditional bool
	rate        rate
	tiers       []tierRate
	weight      uint64
	fixed       int64
	cap         int64

	claimed uint128
	paid    int64
	short   bool
}

// tierRate is the rate on the part of an amount between two ends.
type tierRate struct {
	low, high int64
	num       uint64
}

func compile(s *Scheme) []column {
	columns := make([]column, len(s.Sources))
	weightDigits := int32(0)
	for i := range s.Sources {
		if s.Sources[i].Rule.Method == Rest {
			weightDigits = max(weightDigits, -s.Sources[i].Rule.Ratio.Exponent())
		}
	}
	for i := range s.Sources {
		source := &s.Sources[i]
		c := column{source: source, rounding: s.Rounding, conditional: !source.If.IsZero(), fixed: source.Rule.Amount.Fen(), cap: math.MaxInt64}
		if source.Cap != nil {
			c.cap = source.Cap.Fen()
		}
		switch {
		case source.Rule.Method == Rest:
			c.weight = source.Rule.Ratio.Shift(weightDigits).BigInt().Uint64()
		case source.Rule.Tiers != nil:
			c.rate, c.tiers = compileTiers(source.Rule.Tiers)
		case source.Rule.Method == Share || source.Rule.Method == Match:
			c.rate = newRate(source.Rule.Ratio)
		}
		columns[i] = c
	}
	return columns
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

// amount computes the source's rule for one request, rounded; false where it
// is out of the range of Money.
func (c *column) amount(r *Request) (int64, bool) {
	rule := &c.source.Rule
	switch rule.Method {
	case Fixed:
		return c.fixed, true
	case Secured:
		return r.Social.Fen(), true
	case PerUnit:
		return product(uint64(c.fixed), uint64(r.Units)).quotient(1, c.rounding)
	case PerPoint:
		points, _ := scaledScore(*r.Score)
		return product(uint64(c.fixed), uint64(points)).quotient(scorePoint, c.rounding)
	}
	base := r.base(rule.Method).Fen()
	if c.tiers == nil {
		return product(uint64(base), c.rate.num).quotient(c.rate.den, c.rounding)
	}
	var sum uint128
	for _, t := range c.tiers {
		if base > t.low {
			sum = sum.add(product(uint64(min(base, t.high)-t.low), t.num))
		}
	}
	return sum.quotient(c.rate.den, c.rounding)
}

// limit brings an amount within the source's cap and the request's rest.
func (c *column) limit(amount, rest int64) int64 {
	amount = min(amount, c.cap)
	if c.source.Beyond {
		return amount
	}
	return min(amount, rest)
}

// rowFacts is what conditions on a request may ask for: its own facts and what
// earlier sources pay for it.
type rowFacts struct {
	request *Request
	earlier []column
	paid    []int64
}

// Fact returns a fact of the request, or what an earlier source pays.
func (f *rowFacts) Fact(name string) (rule.Value, bool) {
	if id, ok := strings.CutPrefix(name, paidFact("")); ok {
		for j := range f.earlier {
			if f.earlier[j].source.ID == id {
				return Fen(f.paid[j]).Value(), true
			}
		}
	}
	return f.request.Fact(name)
}
