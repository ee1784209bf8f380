package funding

import (
	"iter"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Reasons returns why the j-th source pays what it pays for the i-th request:
// the steps from the rule to the award, each with the amount that stands after
// it, so that the last one's output is the award. A source that takes no part
// has one step, with output zero.
func (s *Settlement) Reasons(i, j int) []rule.Reason {
	e := s.explainer(j)
	e.to(i)
	return e.explain()
}

// Step is a reason in short: the rule that fired and the amount that stood
// after it.
type Step struct {
	Code   rule.Code `json:"code"`
	Amount Money     `json:"amount"`
}

// Steps returns the reasons of the j-th source in short, request by request:
// the codes and amounts of [Settlement.Reasons], at a fraction of the cost. The
// list is used again for the next request.
func (s *Settlement) Steps(j int) iter.Seq2[int, []Step] {
	return func(yield func(int, []Step) bool) {
		e := s.explainer(j)
		e.terse = true
		for i := range s.requests {
			e.to(i)
			e.brief = e.brief[:0]
			e.explain()
			if !yield(i, e.brief) {
				return
			}
		}
	}
}

type explainer struct {
	s     *Settlement
	i, j  int // i is the request's place by id
	r     *Request
	c     *column
	facts *rowFacts
	steps []rule.Reason

	terse bool // only the steps in short
	brief []Step
	spare rule.Reason // what a terse step is written to
	split *sharing
}

func (s *Settlement) explainer(j int) *explainer {
	c := &s.columns[j]
	return &explainer{s: s, j: j, c: c, facts: &rowFacts{terms: s.terms, turn: c.turn}}
}

// to turns to the i-th request.
func (e *explainer) to(i int) {
	e.i = e.s.place(i)
	e.r = &e.s.requests[e.i]
	row := e.s.row(i)
	rest := e.r.Asked.Fen()
	for k, fen := range row {
		if e.s.columns[k].turn < e.c.turn {
			rest -= fen
		}
	}
	e.facts.request, e.facts.paid, e.facts.rest = e.r, row, max(0, rest)
}

// sharing is how the source shares a rest with its neighbours.
func (e *explainer) sharing() *sharing {
	if e.split == nil {
		e.split = e.s.sharing(e.s.turns[e.c.turn])
	}
	return e.split
}

func (e *explainer) explain() []rule.Reason {
	refusal := e.c.refusal(e.facts)
	if refusal != "" && e.terse {
		e.step(refusal, rule.Compare, Money{})
		return nil
	}
	switch refusal {
	case OutsideTerritory:
		e.step(OutsideTerritory, rule.Compare, Money{},
			rule.With("territory", rule.Word(e.r.Territory.String())), rule.With("own", rule.Word(e.c.source.Territory.String())))
		return e.steps
	case NotPaidBefore:
		e.step(NotPaidBefore, rule.Compare, Money{}, rule.With("sources", rule.Label(e.unpaid())))
		return e.steps
	case NotEligible:
		decided := e.c.source.If.Decide(e.facts, e.vocabulary())
		e.step(NotEligible, rule.Compare, Money{}).Parts = decided.Unmet()
		return e.steps
	}
	if rounds := e.s.rounds[e.c.turn]; rounds != nil {
		return e.explainRounds(rounds)
	}
	claim := e.c.limit(e.computed(), e.facts, e)
	e.cut(1, claim, e.award())
	return e.steps
}

// award is what the source pays for the request, in fen.
func (e *explainer) award() int64 { return e.facts.paid[e.j] }

// unpaid is the titles of the sources that would have had to pay before.
func (e *explainer) unpaid() rule.Text {
	var zh, en []string
	for _, k := range e.c.after {
		if e.facts.paid[k] == 0 {
			title := e.s.columns[k].source.Title
			zh, en = append(zh, title.ZH), append(en, title.EN)
		}
	}
	return rule.Words(strings.Join(zh, "、"), strings.Join(en, ", "))
}

// step adds a step with the amount that stands after it.
func (e *explainer) step(code rule.Code, op rule.Op, after Money, inputs ...rule.Input) *rule.Reason {
	if e.terse {
		e.brief = append(e.brief, Step{code, after})
		return &e.spare
	}
	clause := e.c.source.Clause
	if clause.IsZero() {
		clause = e.s.scheme.Source
	}
	e.steps = append(e.steps, problems.Reason(code, inputs...).Gives(op, after.Value()).From(clause, e.s.scheme.Status))
	return &e.steps[len(e.steps)-1]
}

// bounded adds the step that a bound, in fen, stands in place of the amount; or
// of nothing, where the operation only compares.
func (e *explainer) bounded(code rule.Code, op rule.Op, amount, bound int64, name string) {
	after := Fen(bound)
	if op == rule.Compare {
		after = Money{}
	}
	if e.terse {
		e.step(code, op, after)
		return
	}
	e.step(code, op, after, rule.With("amount", Fen(amount).Value()), rule.With(name, Fen(bound).Value()))
}

// difference adds the step that takes off what was received before.
func (e *explainer) difference(amount, left int64) {
	received := rule.With("received", e.r.Received.Value())
	r := e.step(DifferenceOnly, rule.Difference, Fen(left), rule.With("amount", Fen(amount).Value()), received)
	if amount < e.r.Received.Fen() {
		r.Op = rule.Compare
	}
}

// capShare adds the step of the bound that is a share of the eligible cost.
func (e *explainer) capShare(amount, most, eligible int64) {
	bound := problems.Reason(ShareBound, rule.With("eligible", Fen(eligible).Value()), rule.With("ratio", rule.Num(e.c.source.CapShare, 0)),
		rule.With("one", rule.Int(1, 0)), rule.With("step", Fen(1).Value())).Gives(rule.Prorate, Fen(most).Value())
	bound.Mode = Down
	e.step(CappedToShare, rule.Least, Fen(most), rule.With("amount", Fen(amount).Value()), rule.With("most", Fen(most).Value())).
		Parts = []rule.Reason{bound}
}

// computed adds the step of the source's rule and returns its amount in fen.
func (e *explainer) computed() int64 {
	method := e.c.source.Rule.Method
	if method.shares() {
		return e.shareOfRest()
	}
	amount, _ := e.c.amount(e.facts)
	switch {
	case e.terse:
		e.step(e.c.formula(e.facts), rule.Given, Fen(amount))
	case method == Secured:
		e.step(SecuredMoney, rule.Given, Fen(amount), rule.With("social", e.r.Social.Value()))
	case method == LastPayer:
		e.step(LastPays, rule.Given, Fen(amount), rule.With("rest", Fen(amount).Value()))
	case e.c.months > 1:
		e.byMonths(amount)
	case e.c.tiers != nil:
		sum, parts := e.tiered()
		r := e.prorated(TierSum, amount, rule.With("sum", rule.Num(sum, rule.Yuan)), rule.With("times", rule.Int(1, 0)))
		r.Parts = parts
	default:
		code, a, b := e.exact()
		if b.Name == "" {
			e.step(code, rule.Given, Fen(amount), a...).Parts = e.withinSpan()
			return amount
		}
		e.prorated(code, amount, append(a, b)...)
	}
	return amount
}

// prorated adds a step that is a product, rounded.
func (e *explainer) prorated(code rule.Code, amount int64, factors ...rule.Input) *rule.Reason {
	r := e.step(code, rule.Prorate, Fen(amount), append(factors, rule.With("one", rule.Int(1, 0)), e.roundingStep())...)
	r.Mode = e.c.rounding.Mode
	return r
}

func (e *explainer) roundingStep() rule.Input {
	return rule.With("step", rule.Num(e.c.rounding.Step.Decimal(), rule.Yuan))
}

// exact is the computation before it is rounded: its code, its inputs, and the
// last factor, which has no name where the amount is a given one.
func (e *explainer) exact() (code rule.Code, inputs []rule.Input, factor rule.Input) {
	r := &e.c.source.Rule
	fixed := []rule.Input{rule.With("amount", r.Amount.Value())}
	switch r.Method {
	case PerUnit:
		return AmountPerUnit, fixed, rule.With("units", rule.Int(e.r.Units, 0))
	case PerPoint:
		return AmountPerPoint, fixed, rule.With("score", rule.Num(*e.r.Score, rule.Point))
	case Share, Match:
		base := []rule.Input{rule.With("base", Fen(e.c.base(e.facts)).Value())}
		ratio := rule.With("ratio", rule.Num(r.Ratio, 0))
		switch {
		case e.c.of >= 0:
			title := rule.Label(e.s.columns[e.c.of].source.Title)
			return ShareOfSource, append([]rule.Input{rule.With("source", title)}, base...), ratio
		case r.Method == Match:
			return MatchOfSocial, base, ratio
		}
		return ShareOfRequest, base, ratio
	case ByBand:
		k, ok := e.c.band(e.facts)
		value, _ := e.facts.Fact(r.Fact)
		name := rule.With("fact", rule.Label(e.vocabulary()[r.Fact].Label))
		if !ok {
			return NoBand, []rule.Input{name, rule.With("value", value)}, rule.Input{}
		}
		in := e.c.bands.Row(k).In
		return BandAmount, []rule.Input{name, rule.With("value", value), rule.With("band", rule.Label(in.Words())), rule.With("amount", e.c.bands.Row(k).Is.Value())}, rule.Input{}
	case ByCase:
		k, ok := e.c.which(e.facts)
		if !ok {
			return NoCase, nil, rule.Input{}
		}
		number := rule.With("case", rule.Int(int64(k+1), 0))
		if s := r.Cases[k].Span; s != nil {
			return CaseSpan, []rule.Input{number, rule.With("from", s.From.Value()), rule.With("to", s.To.Value())}, rule.Input{}
		}
		return CaseAmount, []rule.Input{number, rule.With("amount", r.Cases[k].Amount.Value())}, rule.Input{}
	}
	return FixedAmount, fixed, rule.Input{}
}

// byMonths adds the step of an amount for so many months, with the computation
// of the whole amount as its part.
func (e *explainer) byMonths(amount int64) {
	code, inputs, factor := e.exact()
	whole := problems.Reason(code, inputs...)
	var exact decimal.Decimal
	switch {
	case e.c.tiers != nil:
		sum, parts := e.tiered()
		whole = problems.Reason(TierSum, rule.With("sum", rule.Num(sum, rule.Yuan)))
		whole.Parts = parts
		exact = sum
		whole = whole.Gives(rule.Given, rule.Num(exact, rule.Yuan))
	case factor.Name == "":
		exact = decimal.New(e.c.given(e.facts), -2)
		whole = whole.Gives(rule.Given, rule.Num(exact, rule.Yuan))
		whole.Parts = e.withinSpan()
	default:
		whole.Inputs = append(whole.Inputs, factor)
		a, _ := whole.Inputs[len(whole.Inputs)-2].Value.Number()
		b, _ := factor.Value.Number()
		exact = a.Mul(b)
		whole = whole.Gives(rule.Product, rule.Num(exact, rule.Yuan))
	}
	months := min(e.r.Months, int64(e.c.months))
	r := e.step(ByMonths, rule.Prorate, Fen(amount), rule.With("sum", rule.Num(exact, rule.Yuan)),
		rule.With("months", rule.Int(months, 0)), rule.With("of", rule.Int(int64(e.c.months), 0)), e.roundingStep())
	r.Mode, r.Parts = e.c.rounding.Mode, []rule.Reason{whole}
}

// withinSpan says which amount is paid where the case that holds has a range.
func (e *explainer) withinSpan() []rule.Reason {
	k, ok := e.c.which(e.facts)
	if !ok || e.c.source.Rule.Cases[k].Span == nil {
		return nil
	}
	var score decimal.Decimal
	if e.r.Score != nil {
		score = *e.r.Score
	}
	why, _ := e.c.source.Rule.Cases[k].Span.Reason(score, e.c.rounding)
	return []rule.Reason{why}
}

// tiered returns the exact sum of a rule in tiers and a part for each tier the
// base reaches.
func (e *explainer) tiered() (sum decimal.Decimal, parts []rule.Reason) {
	base := e.c.base(e.facts)
	for k, t := range e.c.tiers {
		if base <= t.low {
			continue
		}
		tier := e.c.source.Rule.Tiers[k]
		within := decimal.New(min(base, t.high)-t.low, -2)
		exact := within.Mul(tier.Is)
		sum = sum.Add(exact)
		part := problems.Reason(TierPart, rule.With("base", rule.Num(within, rule.Yuan)), rule.With("ratio", rule.Num(tier.Is, 0)))
		parts = append(parts, part.Gives(rule.Product, rule.Num(exact, rule.Yuan)))
	}
	return sum, parts
}

// shareOfRest adds the step of a source that shares the unmet rest with its
// neighbours, and returns its share in fen.
func (e *explainer) shareOfRest() int64 {
	turn := e.s.turns[e.c.turn]
	split := e.sharing()
	split.weigh(e.facts, 0)
	return e.shared(split, split.shares(e.facts.rest)[slices.Index(turn, e.j)])
}

// shared adds the step of a share of the unmet rest.
func (e *explainer) shared(split *sharing, share int64) int64 {
	if e.terse {
		code := ShareOfRest
		if split.whole > 0 {
			code = PortionOfRest
		}
		e.step(code, rule.Allot, Fen(share))
		return share
	}
	rest := rule.With("rest", Fen(e.facts.rest).Value())
	if split.whole > 0 {
		e.step(PortionOfRest, rule.Allot, Fen(share), rest, rule.With("ratio", rule.Num(e.c.source.Rule.Ratio, 0)))
		return share
	}
	e.step(ShareOfRest, rule.Allot, Fen(share), rest,
		rule.With("weight", rule.Int(int64(e.c.weight), 0)), rule.With("weights", rule.Int(int64(split.total()), 0)))
	return share
}

func (e *explainer) vocabulary() rule.Vocabulary {
	v := e.s.scheme.Vocabulary()
	for j := range e.s.columns {
		if e.s.columns[j].turn < e.c.turn {
			v[paidFact(e.s.columns[j].source.ID)] = paidBy(e.s.columns[j].source)
		}
	}
	return v
}
