package funding

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// refusal tells why a source takes no part in a request, as the code of the
// reason; empty where it takes part.
func (c *column) refusal(f *rowFacts) rule.Code {
	if !c.source.Territory.IsZero() && !c.source.Territory.Contains(f.request.Territory) {
		return OutsideTerritory
	}
	for _, k := range c.after {
		if f.paid[k] == 0 {
			return NotPaidBefore
		}
	}
	if c.conditional {
		if holds, _ := c.source.If.Holds(f); !holds {
			return NotEligible
		}
	}
	return ""
}

// amount computes the source's rule for one request, rounded; false where it
// is out of the range of Money.
func (c *column) amount(f *rowFacts) (int64, bool) {
	r := &c.source.Rule
	var sum uint128
	den := uint64(1)
	switch r.Method {
	case Secured:
		return f.request.Social.Fen(), true
	case LastPayer:
		return f.rest, true
	case PerUnit:
		sum = product(uint64(c.fixed), uint64(f.request.Units))
	case PerPoint:
		points, _ := scaledScore(*f.request.Score)
		sum, den = product(uint64(c.fixed), uint64(points)), scorePoint
	case Share, Match:
		sum, den = c.rated(c.base(f)), c.rate.den
	default:
		fen := c.given(f)
		if c.months == 1 {
			return fen, true
		}
		sum = uint128{0, uint64(fen)}
	}
	if c.months > 1 {
		_, sum = sum.times(min(uint64(f.request.Months), c.months))
		den *= c.months
	}
	return sum.quotient(den, c.rounding)
}

// formula returns the code of the reason that the amount is computed so.
func (c *column) formula(f *rowFacts) rule.Code {
	switch method := c.source.Rule.Method; {
	case method == Secured:
		return SecuredMoney
	case method == LastPayer:
		return LastPays
	case c.months > 1:
		return ByMonths
	case c.tiers != nil:
		return TierSum
	case method == PerUnit:
		return AmountPerUnit
	case method == PerPoint:
		return AmountPerPoint
	case c.of >= 0:
		return ShareOfSource
	case method == Match:
		return MatchOfSocial
	case method == Share:
		return ShareOfRequest
	case method == ByBand:
		if _, ok := c.band(f); !ok {
			return NoBand
		}
		return BandAmount
	case method == ByCase:
		k, ok := c.which(f)
		switch {
		case !ok:
			return NoCase
		case c.source.Rule.Cases[k].Span != nil:
			return CaseSpan
		}
		return CaseAmount
	}
	return FixedAmount
}

// given returns the amount that stands in the rule: fixed, or of the band or
// case that applies; zero where none does.
func (c *column) given(f *rowFacts) int64 {
	switch c.source.Rule.Method {
	case ByBand:
		if k, ok := c.band(f); ok {
			return c.bands.Row(k).Is.Fen()
		}
		return 0
	case ByCase:
		if k, ok := c.which(f); ok {
			return c.cases[k].at(f.request.Score, c.rounding)
		}
		return 0
	}
	return c.fixed
}

// band returns the place of the band that the fact lies in.
func (c *column) band(f *rowFacts) (int, bool) {
	value, ok := f.Fact(c.source.Rule.Fact)
	if !ok {
		return 0, false
	}
	number, ok := value.Number()
	if !ok {
		return 0, false
	}
	return c.bands.Find(number)
}

// which returns the place of the first case that holds.
func (c *column) which(f *rowFacts) (int, bool) {
	for k := range c.source.Rule.Cases {
		if holds, _ := c.source.Rule.Cases[k].If.Holds(f); holds {
			return k, true
		}
	}
	return 0, false
}

// base returns the amount in fen that a share or match is taken of.
func (c *column) base(f *rowFacts) int64 {
	switch {
	case c.of >= 0:
		return f.paid[c.of]
	case c.source.Rule.Method == Match:
		return f.terms.social(f.request)
	}
	return f.terms.eligible(f.request)
}

// rated returns the base times the ratio, over the rate's denominator.
func (c *column) rated(base int64) uint128 {
	if c.tiers == nil {
		return product(uint64(base), c.rate.num)
	}
	var sum uint128
	for _, t := range c.tiers {
		if base > t.low {
			sum = sum.add(product(uint64(min(base, t.high)-t.low), t.num))
		}
	}
	return sum
}

// limit brings an amount within the source's bounds for one request and the
// request's rest. An explainer, where there is one, notes each step.
func (c *column) limit(amount int64, f *rowFacts, e *explainer) int64 {
	if c.source.Difference && f.request.Received.Sign() > 0 {
		before := amount
		amount = max(0, amount-f.request.Received.Fen())
		if e != nil {
			e.difference(before, amount)
		}
	}
	if amount < c.floor {
		if e != nil {
			e.bounded(RaisedToFloor, rule.Greatest, amount, c.floor, "floor")
		}
		amount = c.floor
	}
	if amount > c.cap {
		if e != nil {
			e.bounded(Capped, rule.Least, amount, c.cap, "cap")
		}
		amount = c.cap
	}
	if c.capRate.den > 0 {
		eligible := f.terms.eligible(f.request)
		if most := c.capRate.floor(eligible); amount > most {
			if e != nil {
				e.capShare(amount, most, eligible)
			}
			amount = most
		}
	}
	if !c.source.Beyond && amount > f.rest {
		if e != nil {
			e.bounded(WithinRest, rule.Least, amount, f.rest, "rest")
		}
		amount = f.rest
	}
	if amount < c.least {
		if e != nil && amount > 0 {
			e.bounded(BelowLeast, rule.Compare, amount, c.least, "least")
		}
		amount = 0
	}
	return amount
}

// rowFacts is one request as a source sees it, and what conditions may ask for:
// its own facts and what earlier sources pay for it.
type rowFacts struct {
	terms   *terms
	request *Request
	turn    int     // of the source that asks
	paid    []int64 // by source
	rest    int64   // unmet so far
}

// Fact returns a fact of the request, or what an earlier source pays.
func (f *rowFacts) Fact(name string) (rule.Value, bool) {
	if id, ok := strings.CutPrefix(name, paidPrefix); ok {
		for j := range f.terms.columns {
			c := &f.terms.columns[j]
			if c.source.ID == id && c.turn < f.turn {
				return Fen(f.paid[j]).Value(), true
			}
		}
		return f.request.Fact(name)
	}
	switch name {
	case "eligible":
		return Fen(f.terms.eligible(f.request)).Value(), true
	case "social_share":
		return rule.Ratio(decimal.NewFromInt(f.terms.social(f.request)), decimal.NewFromInt(f.terms.eligible(f.request)), rule.Percent), true
	}
	return f.request.Fact(name)
}
