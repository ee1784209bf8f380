package receipt

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// calc is numbers used again from one computation to the next.
type calc struct{ num, den, q, rest, y big.Int }

// fraction returns a decimal as a fraction of whole numbers.
func fraction(d decimal.Decimal) (num, den *big.Int) {
	num, den = d.Coefficient(), big.NewInt(1)
	if e := int64(d.Exponent()); e < 0 {
		den.Exp(big.NewInt(10), big.NewInt(-e), nil)
	} else {
		num.Mul(num, new(big.Int).Exp(big.NewInt(10), big.NewInt(e), nil))
	}
	return num, den
}

// rounded is num/den rounded to whole steps; neither is negative.
func (x *calc) rounded(mode rule.Mode, step int64) int64 {
	x.den.Mul(&x.den, x.y.SetInt64(step))
	x.q.QuoRem(&x.num, &x.den, &x.rest)
	half := x.rest.Lsh(&x.rest, 1).Cmp(&x.den)
	up := false
	switch mode {
	case rule.HalfUp:
		up = half >= 0
	case rule.HalfEven:
		up = half > 0 || half == 0 && x.q.Bit(0) == 1
	case rule.Up:
		up = x.rest.Sign() > 0
	case rule.Down:
	}
	if up {
		x.q.Add(&x.q, x.y.SetInt64(1))
	}
	return amountOf(x.q.Mul(&x.q, x.y.SetInt64(step)))
}

// amountOf is a number of fen, or the largest amount there is.
func amountOf(n *big.Int) int64 {
	if !n.IsInt64() || n.Int64() > most {
		return most
	}
	return n.Int64()
}

// part is a share of an amount, cut to the fen.
func (r *round) part(fen int64, share decimal.Decimal) int64 {
	x := &r.calc
	num, den := fraction(share)
	x.num.Mul(x.num.SetInt64(fen), num)
	x.den.Set(den)
	return x.rounded(rule.Down, 1)
}

// eligible is the eligible cost of a request.
func (r *round) eligible(k int) int64 {
	request := &r.requests[k]
	switch {
	case len(request.Items) == 0 && request.Eligible != nil:
		return request.Eligible.Fen()
	case len(request.Items) == 0:
		return request.Asked.Fen()
	}
	all, counted := int64(0), int64(0)
	for _, item := range request.Items {
		all += item.Amount.Fen()
	}
	for _, item := range request.Items {
		for _, cost := range r.scheme.Costs {
			if cost.Item != item.Item || cost.Excluded {
				continue
			}
			counts := item.Amount.Fen()
			if cost.Most != nil {
				counts = min(counts, cost.Most.Fen())
			}
			if !cost.Part.IsZero() {
				counts = min(counts, r.part(all, cost.Part))
			}
			counted += counts
		}
	}
	return counted
}

// social is the social money of a request, what is given in kind counted.
func (r *round) social(k int) int64 {
	request := &r.requests[k]
	social := request.Social.Fen()
	if kind := r.scheme.InKind; kind != nil {
		counts := r.part(request.InKind.Fen(), kind.Rate)
		if kind.Most != nil {
			counts = min(counts, kind.Most.Fen())
		}
		social += counts
	}
	return social
}

// amount computes the source's rule for one request, and says by which reason.
func (r *round) amount(c *column, f *facts) (rule.Code, int64) {
	x, formula, request := &r.calc, &c.source.Rule, &r.requests[f.k]
	code, exact := funding.FixedAmount, true // exact: an amount that stands in the rule needs no rounding
	x.den.SetInt64(1)
	switch formula.Method {
	case funding.Secured:
		return funding.SecuredMoney, request.Social.Fen()
	case funding.LastPayer:
		return funding.LastPays, r.rest[f.k]
	case funding.PerUnit:
		code, exact = funding.AmountPerUnit, false
		x.num.Mul(x.num.SetInt64(formula.Amount.Fen()), x.y.SetInt64(request.Units))
	case funding.PerPoint:
		code, exact = funding.AmountPerPoint, false
		num, den := fraction(*request.Score)
		x.num.Mul(x.num.SetInt64(formula.Amount.Fen()), num)
		x.den.Set(den)
	case funding.Share, funding.Match:
		code, exact = r.rated(c, f), false
	case funding.ByBand:
		code = funding.NoBand
		x.num.SetInt64(0)
		value, _ := f.Fact(formula.Fact)
		if number, ok := value.Number(); ok {
			for _, band := range formula.Bands {
				if band.In.Contains(number) {
					code = funding.BandAmount
					x.num.SetInt64(band.Is.Fen())
				}
			}
		}
	case funding.ByCase:
		code = funding.NoCase
		x.num.SetInt64(0)
		for _, one := range formula.Cases {
			if holds, _ := one.If.Holds(f); holds {
				code = funding.CaseAmount
				amount := one.Amount.Fen()
				if one.Span != nil {
					code, amount = funding.CaseSpan, r.inSpan(c, one.Span, request.Score)
					x.den.SetInt64(1)
				}
				x.num.SetInt64(amount)
				break
			}
		}
	default:
		x.num.SetInt64(formula.Amount.Fen())
	}
	if formula.Months > 1 {
		code, exact = funding.ByMonths, false
		x.num.Mul(&x.num, x.y.SetInt64(min(request.Months, formula.Months)))
		x.den.Mul(&x.den, x.y.SetInt64(formula.Months))
	}
	if exact {
		return code, amountOf(&x.num)
	}
	return code, x.rounded(c.mode, c.step)
}

// inSpan is the amount in a range, by fractions.
func (r *round) inSpan(c *column, span *funding.Span, score *decimal.Decimal) int64 {
	x, from, most := &r.calc, span.From.Fen(), span.To.Fen()
	switch span.Point {
	case funding.Highest:
		return most
	case funding.Middle:
		x.num.SetInt64(most - from)
		x.den.SetInt64(2)
	case funding.ByScore, funding.BySteps:
		if score.Cmp(span.Low) <= 0 {
			return from
		}
		whole := span.Points
		if span.Point == funding.ByScore {
			whole = span.High.Sub(span.Low)
		}
		num, den := fraction(score.Sub(span.Low))
		by, of := fraction(whole)
		x.num.Mul(num, of)
		x.den.Mul(den, by)
		if span.Point == funding.BySteps {
			x.q.Quo(&x.num, &x.den)
			x.q.Mul(&x.q, x.y.SetInt64(span.Each.Fen()))
			return min(most, amountOf(x.q.Add(&x.q, x.y.SetInt64(from))))
		}
		if x.num.Cmp(&x.den) >= 0 {
			return most
		}
		x.num.Mul(&x.num, x.y.SetInt64(most-from))
	default:
		return from
	}
	return from + x.rounded(c.mode, c.step)
}

// rated puts the exact share or match of a request into the fraction at hand.
func (r *round) rated(c *column, f *facts) rule.Code {
	x, formula := &r.calc, &c.source.Rule
	code, base := funding.ShareOfRequest, int64(0)
	switch {
	case formula.Of != "":
		code = funding.ShareOfSource
		base, _ = f.paidBy(formula.Of)
	case formula.Method == funding.Match:
		code = funding.MatchOfSocial
		base = r.social(f.k)
	default:
		base = r.eligible(f.k)
	}
	if formula.Tiers == nil {
		num, den := fraction(formula.Ratio)
		x.num.Mul(x.num.SetInt64(base), num)
		x.den.Set(den)
		return code
	}
	// the tiers in yuan, over 10^14: two decimals of a fen and twelve of a ratio
	sum := decimal.Decimal{}
	whole := decimal.New(base, -2)
	for _, tier := range formula.Tiers {
		in := whole
		if high, _, stated := tier.In.High(); stated {
			in = decimal.Min(in, high)
		}
		if low, _, stated := tier.In.Low(); stated {
			in = in.Sub(low)
		}
		if in.Sign() > 0 {
			sum = sum.Add(in.Mul(tier.Is))
		}
	}
	num, den := fraction(sum.Shift(2))
	x.num.Set(num)
	x.den.Set(den)
	return funding.TierSum
}
