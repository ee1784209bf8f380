package bridging

import (
	"math"
	"math/bits"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// gate is the rules' condition made ready for many requests. Where every clause
// asks one of a request's own figures for an interval, they are compared as
// whole numbers; else the condition itself is asked.
type gate struct {
	needs  rule.Condition
	limits []limit
	plain  bool
}

// limit is an interval for one figure: fen or days from low to high, both
// included, or a ratio num/den with its ends in or out.
type limit struct {
	figure    figure
	low, high int64
	ends      [2]ratioEnd
}

type figure uint8

const (
	ofAmount figure = iota
	ofOutstanding
	ofDays
	ofRenewal
	ofHolding
	ofShare
	ofMultiple
)

// ratioEnd is an end num/den of a ratio.
type ratioEnd struct {
	num, den   uint64
	in, stated bool
}

func newGate(needs rule.Condition) gate {
	g := gate{needs: needs}
	clauses := []rule.Condition{needs}
	switch {
	case needs.IsZero():
		clauses = nil
	case needs.AllOf != nil:
		clauses = needs.AllOf
	}
	for _, c := range clauses {
		l, ok := newLimit(c)
		if !ok {
			return gate{needs: needs}
		}
		g.limits = append(g.limits, l)
	}
	g.plain = true
	return g
}

// newLimit returns the limit a clause asks for, false for another question.
func newLimit(c rule.Condition) (limit, bool) {
	if c.Range.IsZero() {
		return limit{}, false
	}
	l, shift := limit{}, int32(2)
	switch c.Fact {
	case "amount":
		l.figure = ofAmount
	case "outstanding":
		l.figure = ofOutstanding
	case "renewal":
		l.figure = ofRenewal
	case "holding":
		l.figure = ofHolding
	case "days":
		l.figure, shift = ofDays, 0
	case "share-of-renewal", "multiple-of-holding":
		if l.figure = ofShare; c.Fact == "multiple-of-holding" {
			l.figure = ofMultiple
		}
		for i, of := range []func() (decimal.Decimal, bool, bool){c.Range.Low, c.Range.High} {
			at, in, stated := of()
			end, ok := newRatioEnd(at, in, stated)
			if !ok {
				return limit{}, false
			}
			l.ends[i] = end
		}
		return l, true
	default:
		return limit{}, false
	}
	l.low, l.high = math.MinInt64, math.MaxInt64
	if at, in, stated := c.Range.Low(); stated {
		scaled := at.Shift(shift)
		whole, ok := whole(scaled.Ceil())
		if !ok {
			return limit{}, false
		}
		if l.low = whole; !in && scaled.IsInteger() {
			l.low++
		}
	}
	if at, in, stated := c.Range.High(); stated {
		scaled := at.Shift(shift)
		whole, ok := whole(scaled.Floor())
		if !ok {
			return limit{}, false
		}
		if l.high = whole; !in && scaled.IsInteger() {
			l.high--
		}
	}
	return l, true
}

// whole returns a whole number of at most 18 digits.
func whole(d decimal.Decimal) (int64, bool) {
	if d.Exponent() > 18 || d.NumDigits()+int(d.Exponent()) > 18 {
		return 0, false
	}
	return d.IntPart(), true
}

func newRatioEnd(at decimal.Decimal, in, stated bool) (ratioEnd, bool) {
	if !stated {
		return ratioEnd{}, true
	}
	if at.Sign() < 0 || at.Exponent() < -12 || at.Exponent() > 0 || at.NumDigits() > 18 {
		return ratioEnd{}, false
	}
	den := uint64(1)
	for range -at.Exponent() {
		den *= 10
	}
	return ratioEnd{uint64(at.CoefficientInt64()), den, in, true}, true
}

// asks asks the condition itself. It stands apart so that only it takes memory.
func (g *gate) asks(a asked) bool {
	holds, _ := g.needs.Holds(&a)
	return holds
}

// holds answers the condition for a request.
func (g *gate) holds(a asked) bool {
	if !g.plain {
		return g.asks(a)
	}
	for i := range g.limits {
		if !g.limits[i].holds(&a) {
			return false
		}
	}
	return true
}

func (l *limit) holds(a *asked) bool {
	amount, renewal := a.request.Amount.Fen(), a.request.Renewal.Fen()
	found := amount
	switch l.figure {
	case ofAmount:
	case ofOutstanding:
		found += a.owed
	case ofDays:
		found = int64(a.request.Days)
	case ofRenewal:
		if renewal == 0 {
			return false
		}
		found = renewal
	case ofHolding:
		found = a.holding
	case ofShare:
		return l.ratio(amount, renewal)
	case ofMultiple:
		return l.ratio(amount+a.owed, a.holding)
	}
	return l.low <= found && found <= l.high
}

// ratio tells whether num/den lies between the ends; nothing does over zero.
func (l *limit) ratio(num, den int64) bool {
	return den > 0 && l.ends[0].beyond(uint64(num), uint64(den), 1) && l.ends[1].beyond(uint64(num), uint64(den), -1)
}

// beyond tells whether num/den lies on the inner side of the end: above it for
// a side of 1, below for -1.
func (e *ratioEnd) beyond(num, den uint64, side int) bool {
	if !e.stated {
		return true
	}
	hi, lo := bits.Mul64(num, e.den)
	endHi, endLo := bits.Mul64(den, e.num)
	switch {
	case hi == endHi && lo == endLo:
		return e.in
	case hi > endHi || hi == endHi && lo > endLo:
		return side > 0
	}
	return side < 0
}
