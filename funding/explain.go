package funding

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Reasons returns why the j-th source pays what it pays for the i-th request:
// the steps from the rule to the award, each with the amount that stands after
// it, so that the last one's output is the award. A source that takes no part
// has one step, with output zero.
func (s *Settlement) Reasons(i, j int) []rule.Reason {
	e := explainer{s: s, i: i, j: j, r: &s.requests[s.place(i)], c: &s.columns[j]}
	return e.explain()
}

type explainer struct {
	s     *Settlement
	i, j  int
	r     *Request
	c     *column
	steps []rule.Reason
}

func (e *explainer) explain() []rule.Reason {
	source := e.c.source
	if !source.Territory.IsZero() && !source.Territory.Contains(e.r.Territory) {
		e.step(OutsideTerritory, rule.Compare, Money{},
			rule.With("territory", rule.Word(e.r.Territory.String())), rule.With("own", rule.Word(source.Territory.String())))
		return e.steps
	}
	if e.c.conditional {
		decided := source.If.Decide(e.facts(), e.vocabulary())
		if !decided.Holds() {
			e.step(NotEligible, rule.Compare, Money{})
			e.steps[0].Parts = decided.Unmet()
			return e.steps
		}
	}
	amount := e.computed()
	if amount > e.c.cap {
		amount = e.c.cap
		e.step(Capped, rule.Least, Fen(amount), rule.With("amount", e.last()), rule.With("cap", source.Cap.Value()))
	}
	if rest := e.rest(e.j); source.Rule.Method != Rest && !source.Beyond && amount > rest {
		amount = rest
		e.step(WithinRest, rule.Least, Fen(amount), rule.With("amount", e.last()), rule.With("rest", Fen(rest).Value()))
	}
	if e.c.short {
		e.cut(amount)
	}
	return e.steps
}

// step adds a step with the amount that stands after it.
func (e *explainer) step(code rule.Code, op rule.Op, after Money, inputs ...rule.Input) *rule.Reason {
	clause := e.c.source.Clause
	if clause.IsZero() {
		clause = e.s.scheme.Source
	}
	e.steps = append(e.steps, problems.Reason(code, inputs...).Gives(op, after.Value()).From(clause, e.s.scheme.Status))
	return &e.steps[len(e.steps)-1]
}

func (e *explainer) last() rule.Value { return e.steps[len(e.steps)-1].Output }

// computed adds the step of the source's rule and returns its amount in fen.
func (e *explainer) computed() int64 {
	method := e.c.source.Rule.Method
	if method == Rest {
		return e.shareOfRest()
	}
	amount, _ := e.c.amount(e.r)
	one, step := rule.Int(1, 0), rule.Num(e.c.rounding.Step.Decimal(), rule.Yuan)
	ratio := rule.With("ratio", rule.Num(e.c.source.Rule.Ratio, 0))
	fixed := rule.With("amount", e.c.source.Rule.Amount.Value())
	prorated := func(code rule.Code, a, b rule.Input) {
		e.step(code, rule.Prorate, Fen(amount), a, b, rule.With("one", one), rule.With("step", step)).Mode = e.c.rounding.Mode
	}
	switch {
	case method == Fixed:
		e.step(FixedAmount, rule.Given, Fen(amount), fixed)
	case method == Secured:
		e.step(SecuredMoney, rule.Given, Fen(amount), rule.With("social", e.r.Social.Value()))
	case method == PerUnit:
		prorated(AmountPerUnit, fixed, rule.With("units", rule.Int(e.r.Units, 0)))
	case method == PerPoint:
		prorated(AmountPerPoint, fixed, rule.With("score", rule.Num(*e.r.Score, rule.Point)))
	case e.c.tiers != nil:
		e.tiered(method, amount)
	case method == Match:
		prorated(MatchOfSocial, rule.With("base", e.r.Social.Value()), ratio)
	default:
		prorated(ShareOfRequest, rule.With("base", e.r.base(Share).Value()), ratio)
	}
	return amount
}

// tiered adds the step of a rule in tiers, a part for each tier the base
// reaches, and the rounding of their sum.
func (e *explainer) tiered(method Method, amount int64) {
	base := e.r.base(method)
	sum := decimal.Decimal{}
	var parts []rule.Reason
	for k, t := range e.c.tiers {
		if base.Fen() <= t.low {
			continue
		}
		tier := e.c.source.Rule.Tiers[k]
		within := decimal.New(min(base.Fen(), t.high)-t.low, -2)
		exact := within.Mul(tier.Is)
		sum = sum.Add(exact)
		part := problems.Reason(TierPart, rule.With("base", rule.Num(within, rule.Yuan)), rule.With("ratio", rule.Num(tier.Is, 0)))
		parts = append(parts, part.Gives(rule.Product, rule.Num(exact, rule.Yuan)))
	}
	r := e.step(TierSum, rule.Prorate, Fen(amount),
		rule.With("sum", rule.Num(sum, rule.Yuan)), rule.With("times", rule.Int(1, 0)), rule.With("one", rule.Int(1, 0)),
		rule.With("step", rule.Num(e.c.rounding.Step.Decimal(), rule.Yuan)))
	r.Mode, r.Parts = e.c.rounding.Mode, parts
}

// shareOfRest adds the step of a source that shares the unmet rest with its
// neighbours, and returns its share in fen.
func (e *explainer) shareOfRest() int64 {
	first, end := e.j, e.j+1
	for first > 0 && e.s.columns[first-1].source.Rule.Method == Rest {
		first--
	}
	for end < len(e.s.columns) && e.s.columns[end].source.Rule.Method == Rest {
		end++
	}
	weights, shares := make([]uint64, end-first), make([]int64, end-first)
	total := uint64(0)
	for k := range weights {
		other := explainer{s: e.s, i: e.i, j: first + k, r: e.r, c: &e.s.columns[first+k]}
		if other.takesPart() {
			weights[k] = other.c.weight
			total += other.c.weight
		}
	}
	rest := e.rest(first)
	splitRow(rest, weights, shares)
	share := shares[e.j-first]
	e.step(ShareOfRest, rule.Allot, Fen(share), rule.With("rest", Fen(rest).Value()),
		rule.With("weight", rule.Int(int64(e.c.weight), 0)), rule.With("weights", rule.Int(int64(total), 0)))
	return share
}

func (e *explainer) takesPart() bool {
	territory := e.c.source.Territory
	if !territory.IsZero() && !territory.Contains(e.r.Territory) {
		return false
	}
	if !e.c.conditional {
		return true
	}
	holds, _ := e.c.source.If.Holds(e.facts())
	return holds
}

// rest returns what the sources before j leave of what was asked, in fen.
func (e *explainer) rest(j int) int64 {
	rest := e.r.Asked.Fen()
	for _, fen := range e.s.row(e.i)[:j] {
		rest -= fen
	}
	return max(0, rest)
}

func (e *explainer) facts() rule.Facts {
	return &rowFacts{e.r, e.s.columns[:e.j], e.s.row(e.i)[:e.j]}
}

func (e *explainer) vocabulary() rule.Vocabulary {
	v := e.s.scheme.vocabulary()
	for j := range e.j {
		v[paidFact(e.s.columns[j].source.ID)] = paidBy(e.s.columns[j].source)
	}
	return v
}

// cut adds the step that a short budget took from the claim, in fen.
func (e *explainer) cut(claim int64) {
	award := e.s.Cell(e.i, e.j)
	source := e.c.source
	claims := rule.With("claims", rule.Num(e.c.claimed.decimal().Shift(-2), rule.Yuan))
	inputs := []rule.Input{rule.With("claim", Fen(claim).Value()), rule.With("budget", source.Budget.Value()), claims}
	if source.Short == Priority {
		inputs = append(inputs, rule.With("score", rule.Num(*e.r.Score, rule.Point)))
		e.step(CutByPriority, rule.Allot, award, inputs...)
		return
	}
	e.step(CutProRata, rule.Allot, award, inputs...)
}

// Explain returns the page that explains the i-th request's award: every
// source with its steps, the total, and why it is not more.
func (s *Settlement) Explain(i int) rule.Page {
	r := &s.requests[s.place(i)]
	a := s.Award(i)
	page := rule.Page{
		Title: rule.Words("资金核定说明", "Funding decision"),
		Rule:  s.scheme.Head,
		Lines: []rule.Line{
			{Label: rule.Words("申请", "request"), Value: rule.Word(r.ID)},
			{Label: rule.Words("单位", "organization"), Value: rule.Word(r.Organization)},
			{Label: rule.Words("申请金额", "asked"), Value: r.Asked.Value()},
			{Label: rule.Words("核定金额", "awarded"), Value: rule.Label(amountInWords(a.Total))},
		},
	}
	total := make([]rule.Input, 0, len(s.columns))
	for j := range s.columns {
		steps := s.Reasons(i, j)
		step := problems.Reason(SourcePays, rule.With("source", rule.Label(s.columns[j].source.Title))).
			Gives(rule.Given, s.Cell(i, j).Value())
		step.Parts = steps
		page.Steps = append(page.Steps, step)
		total = append(total, rule.With(s.columns[j].source.ID, s.Cell(i, j).Value()))
	}
	page.Steps = append(page.Steps, problems.Reason(AwardTotal, total...).Gives(rule.Sum, a.Total.Value()))
	if a.Unmet.Sign() > 0 {
		page.Notes = append(page.Notes, problems.Reason(UnmetRest, rule.With("unmet", a.Unmet.Value()), rule.With("asked", a.Asked.Value())).
			Gives(rule.Given, a.Unmet.Value()))
	}
	return page
}

func amountInWords(m Money) rule.Text {
	figure := m.Value()
	return rule.Words(figure.In(language.Chinese)+"("+m.Upper()+")", figure.In(language.English))
}
