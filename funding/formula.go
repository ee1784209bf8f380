package funding

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rule computes what a source pays for one request: a method and its
// parameters.
type Rule struct {
	Method Method            `json:"method"`
	Ratio  decimal.Decimal   `json:"ratio,omitzero"`  // of Share, Match, Portion: a ratio; of Rest: a weight
	Tiers  []Tier            `json:"tiers,omitempty"` // of Share, Match, instead of Ratio
	Of     string            `json:"of,omitzero"`     // of Share, Match: the base is what this earlier source pays; for Match it must be social money
	Amount Money             `json:"amount,omitzero"` // of Fixed, PerPoint, PerUnit
	Fact   string            `json:"fact,omitzero"`   // of ByBand: the number that is looked up
	Bands  []band.Row[Money] `json:"bands,omitempty"` // of ByBand: the amount of each band, in ascending order
	Cases  []Case            `json:"cases,omitempty"` // of ByCase: the first that holds decides
	Months int64             `json:"months,omitzero"` // the amount is for so many months, and shorter work is paid pro rata (按月折算)
}

// Tier is a ratio that applies to the part of the base, in yuan, that lies in
// an interval: up to 10,000 at 1, beyond at 0.5.
type Tier = band.Row[decimal.Decimal]

// Case is an amount, or the amount in a range by the request's score, and when
// it is paid.
type Case struct {
	If     rule.Condition `json:"if"`
	Amount Money          `json:"amount"`
	Span   *Span          `json:"span,omitempty"` // instead of Amount; a part of it is rounded as the source rounds
}

// Most parameters a rule may have.
const (
	maxMonths      = 120
	maxCases       = 1000
	maxRatioDigits = 12
)

// validate reports a rule without a method, with a parameter its method does
// not take, without the one it takes, or with one out of range.
func (r *Rule) validate(facts rule.Vocabulary, ids map[string]int, paid map[string]*Source, rounding Rounding) error {
	var found rule.Problems
	if !r.Method.Valid() {
		found.Add(problems.Problem("method", rule.Required))
		return found.Err()
	}
	rated := r.Method == Share || r.Method == Match
	takesRatio := (rated || r.Method == Rest || r.Method == Portion) && r.Tiers == nil
	takesAmount := r.Method == Fixed || r.Method == PerPoint || r.Method == PerUnit
	for _, parameter := range []struct {
		path         string
		given, taken bool
	}{
		{"ratio", !r.Ratio.IsZero(), takesRatio},
		{"tiers", r.Tiers != nil, rated},
		{"of", r.Of != "", rated},
		{"amount", r.Amount != Money{}, takesAmount},
		{"fact", r.Fact != "", r.Method == ByBand},
		{"bands", r.Bands != nil, r.Method == ByBand},
		{"cases", r.Cases != nil, r.Method == ByCase},
		{"months", r.Months != 0, r.Method.computes()},
	} {
		if parameter.given && !parameter.taken {
			found.Add(problems.Problem(parameter.path, ParameterUnused, rule.With("method", rule.Label(methods.Labels(r.Method)))))
		}
	}
	if takesRatio {
		found.Nest("ratio", validRatio(r.Ratio, r.mostRatio()))
	}
	if takesAmount && r.Amount.Sign() <= 0 {
		found.Add(problems.Problem("amount", AmountNotPositive, rule.With("amount", r.Amount.Value())))
	}
	if r.Months < 0 || r.Months > maxMonths {
		found.Add(problems.Problem("months", MonthsRange, rule.With("months", rule.Int(r.Months, 0)), rule.With("most", rule.Int(maxMonths, 0))))
	}
	if r.Of != "" && rated {
		found.Add(r.validateOf(ids, paid))
	}
	found.Nest("tiers", r.validateTiers())
	if r.Method == ByBand {
		found.Nest("", r.validateBands(facts))
	}
	if r.Method == ByCase {
		found.Nest("cases", r.validateCases(facts, rounding))
	}
	return found.Err()
}

// mostRatio is the largest ratio the method takes.
func (r *Rule) mostRatio() decimal.Decimal {
	if r.Method == Share || r.Method == Portion {
		return decimal.NewFromInt(1)
	}
	return decimal.NewFromInt(1000)
}

// validateOf reports a base that nobody has paid yet, or that is matched and
// is no social money.
func (r *Rule) validateOf(ids map[string]int, paid map[string]*Source) *rule.Problem {
	base, ok := paid[r.Of]
	_, known := ids[r.Of]
	switch {
	case !known:
		return problems.Problem("of", SourceUnknown, rule.With("id", rule.Quoted(r.Of)))
	case !ok:
		return problems.Problem("of", SourceLater, rule.With("id", rule.Word(r.Of)))
	case r.Method == Match && base.Kind.Part() != PartX:
		return problems.Problem("of", MatchNotSocial, rule.With("source", rule.Label(base.Title)), rule.With("kind", rule.Label(kinds.Labels(base.Kind))))
	}
	return nil
}

// validateTiers reports tiers with a ratio out of range, an end within a fen, a
// hole or a double cover of the amounts, and tiers that do not ascend.
func (r *Rule) validateTiers() error {
	if r.Tiers == nil {
		return nil
	}
	var found rule.Problems
	for i, tier := range r.Tiers {
		path := at(i)
		if tier.Is.Sign() < 0 {
			found.Add(problems.Problem(path+".is", RatioRange, rule.With("ratio", rule.Num(tier.Is, 0)), rule.With("range", rule.Label(rule.AtLeast(decimal.Decimal{}).Words()))))
		} else if tier.Is.Sign() > 0 {
			found.Nest(path+".is", validRatio(tier.Is, r.mostRatio()))
		}
		low, _, _ := tier.In.Low()
		high, _, _ := tier.In.High()
		for _, edge := range []decimal.Decimal{low, high} {
			if _, err := FromDecimal(edge); err != nil {
				found.Add(problems.Problem(path+".in", TierEdge, rule.With("edge", rule.Num(edge, 0))))
			}
		}
	}
	found.Nest("", ascending(r.Tiers))
	_, err := band.New(band.Domain{In: rule.AtLeast(decimal.Decimal{})}, r.Tiers)
	found.Nest("", err)
	return found.Err()
}

// validateBands reports a fact that is no number, amounts below zero, and bands
// that do not ascend, overlap or leave a hole between the first and the last.
func (r *Rule) validateBands(facts rule.Vocabulary) error {
	var found rule.Problems
	fact, known := facts[r.Fact]
	switch {
	case !known:
		found.Add(problems.Problem("fact", rule.FactUnknown, rule.With("fact", rule.Quoted(r.Fact))))
	case fact.Type != rule.NumberType:
		found.Add(problems.Problem("fact", FactNotNumber, rule.With("fact", rule.Label(fact.Label))))
	}
	if len(r.Bands) == 0 {
		found.Add(problems.Problem("bands", rule.Required))
		return found.Err()
	}
	for i, b := range r.Bands {
		found.Add(negative("bands"+at(i)+".is", b.Is))
	}
	found.Nest("bands", ascending(r.Bands))
	_, err := band.New(band.Domain{In: hull(r.Bands)}, r.Bands)
	found.Nest("bands", err)
	return found.Err()
}

// hull is the interval from the lower end of the first row to the upper end of
// the last.
func hull[T any](rows []band.Row[T]) rule.Interval {
	in := rule.Interval{}
	if low, included, stated := rows[0].In.Low(); stated && included {
		in = in.AtLeast(low)
	} else if stated {
		in = in.Above(low)
	}
	if high, included, stated := rows[len(rows)-1].In.High(); stated && included {
		in = in.AtMost(high)
	} else if stated {
		in = in.Below(high)
	}
	return in
}

// ascending reports rows that do not stand in ascending order.
func ascending[T any](rows []band.Row[T]) error {
	var found rule.Problems
	for i := 1; i < len(rows); i++ {
		before, _, _ := rows[i-1].In.Low()
		low, _, stated := rows[i].In.Low()
		if !stated || low.Cmp(before) < 0 {
			found.Add(problems.Problem(at(i), NotAscending, rule.With("interval", rule.Label(rows[i].In.Words()))))
		}
	}
	return found.Err()
}

func (r *Rule) validateCases(facts rule.Vocabulary, rounding Rounding) error {
	var found rule.Problems
	if len(r.Cases) == 0 {
		found.Add(problems.Problem("", rule.Required))
	}
	if len(r.Cases) > maxCases {
		return problems.Problem("", TooManyCases, rule.With("most", rule.Int(maxCases, 0)))
	}
	for i, c := range r.Cases {
		found.Nest(at(i)+".if", c.If.Validate(facts))
		found.Add(negative(at(i)+".amount", c.Amount))
		if c.Span == nil {
			continue
		}
		if c.Amount.Sign() != 0 {
			found.Add(problems.Problem(at(i)+".amount", SpanAndAmount))
		}
		found.Nest(at(i)+".span", c.Span.validateIn(rounding))
	}
	return found.Err()
}

// scored tells whether an amount of the rule depends on the score.
func (r *Rule) scored() bool {
	return r.Method == PerPoint || slices.ContainsFunc(r.Cases, func(c Case) bool { return c.Span != nil && c.Span.Point.Scored() })
}

func at(i int) string { return "[" + strconv.Itoa(i) + "]" }

// validRatio demands a ratio above zero and not above most, with at most 12
// decimals.
func validRatio(ratio, most decimal.Decimal) error {
	in := rule.Above(decimal.Decimal{}).AtMost(most)
	if ratio.Exponent() < -maxRatioDigits {
		return problems.Problem("", RatioDigits, rule.With("ratio", rule.Num(ratio, 0)), rule.With("most", rule.Int(maxRatioDigits, 0)))
	}
	if ratio.Exponent() > 3 || !in.Contains(ratio) {
		return problems.Problem("", RatioRange, rule.With("ratio", rule.Num(ratio, 0)), rule.With("range", rule.Label(in.Words())))
	}
	return nil
}
