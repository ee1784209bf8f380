package funding

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Scheme is the published rules of one funding round: which sources pay, in
// which order, by which rule and out of which budget. It is data: a literal in
// Go, JSON both ways.
//
// Sources pay in the order they stand in. Each sees what the earlier ones left
// unmet and, unless it says otherwise, pays no more than that. Neighbouring
// sources whose rule is [Rest] share the unmet rest between them by weight.
type Scheme struct {
	rule.Head
	Territory org.Territory   `json:"territory"`      // requests come from here
	Rounding  Rounding        `json:"rounding"`       // of every computed amount
	Facts     rule.Vocabulary `json:"facts,omitzero"` // what conditions may ask beside the request's own figures
	Sources   []Source        `json:"sources"`
}

// Source is one payer of a scheme.
type Source struct {
	ID        string         `json:"id"`
	Title     rule.Text      `json:"title"`
	Kind      Kind           `json:"kind"`
	Territory org.Territory  `json:"territory,omitzero"` // whose money: pays only for requests from here
	If        rule.Condition `json:"if,omitzero"`        // pays only where this holds
	Rule      Rule           `json:"rule"`
	Cap       *Money         `json:"cap,omitempty"`    // most for one request
	Beyond    bool           `json:"beyond,omitzero"`  // pays even above what is asked
	Budget    *Money         `json:"budget,omitempty"` // most in all; nil for no limit
	Short     Shortage       `json:"short,omitzero"`   // what happens when the budget is short
	Clause    rule.Source    `json:"clause,omitzero"`  // where this source's rule stands; the scheme's source if not stated
}

// Rule computes what a source pays for one request: a method and its
// parameter.
type Rule struct {
	Method Method          `json:"method"`
	Ratio  decimal.Decimal `json:"ratio,omitzero"`  // of Share, Match, Rest
	Tiers  []Tier          `json:"tiers,omitempty"` // of Share, Match, instead of Ratio
	Amount Money           `json:"amount,omitzero"` // of Fixed, PerPoint, PerUnit
}

// Tier is a ratio that applies to the part of the base, in yuan, that lies in
// an interval: up to 10,000 at 1, beyond at 0.5.
type Tier = band.Row[decimal.Decimal]

// Validate reports every fault of the scheme, with paths such as
// sources[2].budget.
func (s Scheme) Validate() error {
	var found rule.Problems
	found.Nest("", s.Head.Validate())
	found.Nest("rounding", s.Rounding.Validate())
	if s.Territory.IsZero() {
		found.Add(problems.Problem("territory", rule.Required))
	}
	if len(s.Sources) == 0 {
		found.Add(problems.Problem("sources", NoSources))
	}
	if len(s.Sources) > maxSources {
		found.Add(problems.Problem("sources", TooManySources, rule.With("most", rule.Int(maxSources, 0))))
		return found.Err()
	}
	facts := s.vocabulary()
	ids := map[string]int{}
	for j, source := range s.Sources {
		at := "sources[" + strconv.Itoa(j) + "]"
		if first, ok := ids[source.ID]; ok && source.ID != "" {
			found.Add(problems.Problem(at+".id", SourceTwice, rule.With("id", rule.Word(source.ID)), rule.With("first", rule.Int(int64(first), 0))))
		} else {
			ids[source.ID] = j
		}
		found.Nest(at, source.validate(s, facts))
		facts[paidFact(source.ID)] = paidBy(&source)
	}
	return found.Err()
}

const maxSources = 64

// paidBy declares the fact of what a source pays for a request.
func paidBy(s *Source) rule.Fact {
	return rule.Fact{Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words(s.Title.ZH+"已付", "paid by "+s.Title.EN)}
}

func (s Source) validate(scheme Scheme, facts rule.Vocabulary) error {
	var found rule.Problems
	if s.ID == "" {
		found.Add(problems.Problem("id", rule.Required))
	}
	if s.Title.ZH == "" || s.Title.EN == "" {
		found.Add(problems.Problem("title", rule.Required))
	}
	if !s.Kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
	}
	level := s.Kind.Level()
	switch {
	case s.Territory.IsZero() && level.Valid():
		found.Add(problems.Problem("territory", rule.Required))
	case s.Territory.IsZero():
	case level.Valid() && s.Territory.Level() > level:
		found.Add(problems.Problem("territory", TerritoryLevel,
			rule.With("territory", rule.Word(s.Territory.String())), rule.With("kind", rule.Label(kinds.Labels(s.Kind)))))
	case !scheme.Territory.IsZero() && !scheme.Territory.Contains(s.Territory):
		found.Add(problems.Problem("territory", TerritoryOutside,
			rule.With("territory", rule.Word(s.Territory.String())), rule.With("scheme", rule.Word(scheme.Territory.String()))))
	}
	if !s.If.IsZero() {
		found.Nest("if", s.If.Validate(facts))
	}
	found.Nest("rule", s.Rule.validate())
	if s.Cap != nil && s.Cap.Sign() < 0 {
		found.Add(problems.Problem("cap", AmountNegative, rule.With("amount", s.Cap.Value())))
	}
	if s.Budget != nil {
		if s.Budget.Sign() < 0 {
			found.Add(problems.Problem("budget", AmountNegative, rule.With("amount", s.Budget.Value())))
		}
		if !s.Short.Valid() {
			found.Add(problems.Problem("short", rule.Required))
		}
	} else if s.Short.Valid() {
		found.Add(problems.Problem("short", ShortWithoutBudget))
	}
	return found.Err()
}

// validate reports a rule without a method, with a parameter its method does
// not take, without the one it takes, or with one out of range.
func (r Rule) validate() error {
	var found rule.Problems
	if !r.Method.Valid() {
		found.Add(problems.Problem("method", rule.Required))
		return found.Err()
	}
	rated := r.Method == Share || r.Method == Match
	takesRatio := (rated || r.Method == Rest) && r.Tiers == nil
	takesAmount := r.Method == Fixed || r.Method == PerPoint || r.Method == PerUnit
	method := rule.With("method", rule.Label(methods.Labels(r.Method)))
	if !rated && r.Tiers != nil {
		found.Add(problems.Problem("tiers", ParameterUnused, method))
	}
	if !takesRatio && !r.Ratio.IsZero() {
		found.Add(problems.Problem("ratio", ParameterUnused, method))
	}
	if !takesAmount && r.Amount != (Money{}) {
		found.Add(problems.Problem("amount", ParameterUnused, method))
	}
	if takesRatio {
		found.Nest("ratio", validRatio(r.Ratio, r.Method))
	}
	if takesAmount && r.Amount.Sign() <= 0 {
		found.Add(problems.Problem("amount", AmountNotPositive, rule.With("amount", r.Amount.Value())))
	}
	for i, tier := range r.Tiers {
		if tier.Is.Sign() < 0 {
			found.Add(problems.Problem("tiers["+strconv.Itoa(i)+"].is", RatioRange, rule.With("ratio", rule.Num(tier.Is, 0)), rule.With("range", rule.Label(rule.AtLeast(decimal.Decimal{}).Words()))))
		} else if tier.Is.Sign() > 0 {
			found.Nest("tiers["+strconv.Itoa(i)+"].is", validRatio(tier.Is, r.Method))
		}
	}
	for i, tier := range r.Tiers {
		low, _, _ := tier.In.Low()
		high, _, _ := tier.In.High()
		for _, edge := range []decimal.Decimal{low, high} {
			if _, err := FromDecimal(edge); err != nil {
				found.Add(problems.Problem("tiers["+strconv.Itoa(i)+"].in", TierEdge, rule.With("edge", rule.Num(edge, 0))))
			}
		}
	}
	if r.Tiers != nil {
		_, err := band.New(band.Domain{In: rule.AtLeast(decimal.Decimal{})}, r.Tiers)
		found.Nest("tiers", err)
	}
	return found.Err()
}

// validRatio demands a ratio above zero, at most one for a share and at most
// 1,000 for a match or a weight, with at most 12 decimals.
func validRatio(ratio decimal.Decimal, method Method) error {
	most := decimal.NewFromInt(1000)
	if method == Share {
		most = decimal.NewFromInt(1)
	}
	in := rule.Above(decimal.Decimal{}).AtMost(most)
	if ratio.Exponent() < -maxRatioDigits {
		return problems.Problem("", RatioDigits, rule.With("ratio", rule.Num(ratio, 0)), rule.With("most", rule.Int(maxRatioDigits, 0)))
	}
	if ratio.Exponent() > 3 || !in.Contains(ratio) {
		return problems.Problem("", RatioRange, rule.With("ratio", rule.Num(ratio, 0)), rule.With("range", rule.Label(in.Words())))
	}
	return nil
}

const maxRatioDigits = 12
