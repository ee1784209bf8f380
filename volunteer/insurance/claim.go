package insurance

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Claim is what happened to an insured person (理赔申请).
type Claim struct {
	ID     string          `json:"id"`
	Person string          `json:"person"`
	Day    rule.Date       `json:"day"`
	Kind   Kind            `json:"kind"`
	Loss   funding.Money   `json:"loss,omitzero"`   // for Medical and ThirdParty
	Degree decimal.Decimal `json:"degree,omitzero"` // for Accident: 1 for death, less for a disability
	Days   int64           `json:"days,omitzero"`   // for Hospital
}

// Outcome is what a claim is paid.
type Outcome struct {
	Claim    string        `json:"claim"`
	Paid     funding.Money `json:"paid"`
	Payments []Payment     `json:"payments"` // by policy, in the programme's order
	Rest     funding.Money `json:"rest"`     // of a loss, left with the person
	Reasons  []rule.Reason `json:"reasons"`  // why nothing, or why less, where no payment says it
}

// Payment is what one policy pays for a claim.
type Payment struct {
	Policy  string        `json:"policy"`
	Amount  funding.Money `json:"amount"`
	Reasons []rule.Reason `json:"reasons"` // what is due, and what the limits leave of it
}

// Settle pays claims by the covers of a roll, in the order of their days, then
// ids, whatever order they come in; outcomes are in that order. Policies pay in
// the programme's order. Of a loss each makes good what the earlier ones left;
// fixed sums are paid by each. No head gets more of a kind than its limit, and
// no policy pays more than its own. Not to be covered is an outcome with its
// reason. Problems: those of the programme, claims without id, person, day or
// kind, ids that stand twice, amounts that do not fit the kind.
func (pr Programme) Settle(roll []Cover, claims []Claim) ([]Outcome, error) {
	var found rule.Problems
	found.Nest("programme", pr.Validate())
	seen := map[string]bool{}
	for i := range claims {
		found.Nest(rule.At("claims", i), claims[i].validate())
		if seen[claims[i].ID] && claims[i].ID != "" {
			found.Add(problems.Problem(rule.At("claims", i)+".id", ClaimTwice, rule.With("claim", rule.Quoted(claims[i].ID))))
		}
		seen[claims[i].ID] = true
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	sorted := slices.Clone(claims)
	slices.SortFunc(sorted, func(a, b Claim) int { return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID)) })
	wanted := map[string][]Cover{}
	for _, c := range sorted {
		wanted[c.Person] = nil
	}
	for _, c := range roll {
		if _, ok := wanted[c.Person]; ok {
			wanted[c.Person] = append(wanted[c.Person], c)
		}
	}
	s := settling{pr: &pr, heads: map[headKind]int64{}, policies: map[headKind]int64{}}
	outcomes := make([]Outcome, 0, len(sorted))
	for i := range sorted {
		o, err := s.settle(&sorted[i], wanted[sorted[i].Person])
		if err != nil {
			found.Nest("claims", err)
			return nil, found.Err()
		}
		outcomes = append(outcomes, o)
	}
	return outcomes, nil
}

func (c *Claim) validate() error {
	var found rule.Problems
	if c.ID == "" {
		found.Add(problems.Problem("id", rule.Required))
	}
	if c.Person == "" {
		found.Add(problems.Problem("person", rule.Required))
	}
	if c.Day.IsZero() {
		found.Add(problems.Problem("day", rule.Required))
	}
	if !c.Kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
	}
	fits := c.Loss.Sign() >= 0 && c.Days >= 0 && c.Degree.Sign() >= 0 && !c.Degree.GreaterThan(decimal.NewFromInt(1)) &&
		(c.Loss.Sign() > 0) == c.Kind.indemnifies() &&
		(c.Degree.Sign() > 0) == (c.Kind == Accident) &&
		(c.Days > 0) == (c.Kind == Hospital)
	if c.Kind.Valid() && !fits {
		found.Add(problems.Problem("", ClaimShape, rule.With("kind", kindLabel(c.Kind))))
	}
	return found.Err()
}

type headKind struct {
	policy, person string // person is empty for the policy's own limit
	kind           Kind
}

// settling is what has been paid so far, in fen.
type settling struct {
	pr       *Programme
	heads    map[headKind]int64
	policies map[headKind]int64
}

func (s *settling) settle(c *Claim, covers []Cover) (Outcome, error) {
	o := Outcome{Claim: c.ID, Payments: []Payment{}, Reasons: []rule.Reason{}, Rest: c.Loss}
	covered := false
	for i := range s.pr.Policies {
		p := &s.pr.Policies[i]
		plan := inForce(p, covers, c.Day)
		if plan == nil {
			continue
		}
		covered = true
		for j := range plan.Benefits {
			b := &plan.Benefits[j]
			if b.Kind != c.Kind {
				continue
			}
			payment, err := s.pay(p, b, c, o.Rest)
			if err != nil {
				return Outcome{}, err
			}
			o.Payments = append(o.Payments, payment)
			if o.Paid, err = o.Paid.Add(payment.Amount); err != nil {
				return Outcome{}, err
			}
			if c.Kind.indemnifies() {
				if o.Rest, err = o.Rest.Sub(payment.Amount); err != nil {
					return Outcome{}, err
				}
			}
		}
	}
	switch {
	case !covered:
		o.Reasons = append(o.Reasons, problems.Reason(NotCovered,
			rule.With("person", rule.Word(c.Person)), rule.With("day", rule.On(c.Day))).Gives(rule.Compare, rule.Flag(false)))
	case len(o.Payments) == 0:
		o.Reasons = append(o.Reasons, problems.Reason(NoBenefit, rule.With("kind", kindLabel(c.Kind))).Gives(rule.Compare, rule.Flag(false)))
	}
	return o, nil
}

// inForce returns the plan of a policy under which a person is covered on a
// day, or nil.
func inForce(p *Policy, covers []Cover, day rule.Date) *Plan {
	for _, c := range covers {
		if c.Policy == p.ID && c.Period.Contains(day) {
			if plan, ok := p.plan(c.Class); ok {
				return plan
			}
		}
	}
	return nil
}

// pay computes what is due and cuts it at the limits.
func (s *settling) pay(p *Policy, b *Benefit, c *Claim, loss funding.Money) (Payment, error) {
	due, step, err := b.due(p, c, loss)
	if err != nil {
		return Payment{}, err
	}
	inputs := []rule.Input{rule.With("due", due.Value())}
	amount := due.Fen()
	limit := func(name string, fen int64) {
		inputs = append(inputs, rule.With(name, funding.Fen(fen).Value()))
		amount = min(amount, fen)
	}
	if b.Kind.indemnifies() {
		limit("loss", loss.Fen())
	}
	if b.Each.Sign() > 0 {
		limit("each", b.Each.Fen())
	}
	head := headKind{p.ID, c.Person, c.Kind}
	if b.Most.Sign() > 0 {
		limit("head", b.Most.Fen()-s.heads[head])
	}
	all := headKind{policy: p.ID, kind: c.Kind}
	for _, l := range p.Limits {
		if l.Kind == c.Kind {
			limit("policy", l.Most.Fen()-s.policies[all])
		}
	}
	s.heads[head] += amount
	s.policies[all] += amount
	paid := problems.Reason(PaidLeast, inputs...).Gives(rule.Least, funding.Fen(amount).Value()).From(p.Source, p.Status)
	return Payment{p.ID, funding.Fen(amount), []rule.Reason{step, paid}}, nil
}

// due returns what a benefit promises for a claim before any limit.
func (b *Benefit) due(p *Policy, c *Claim, loss funding.Money) (funding.Money, rule.Reason, error) {
	switch c.Kind {
	case Accident:
		return b.prorated(p, DueDegree, b.Most, c.Degree)
	case Hospital:
		m, err := b.Daily.MulInt(c.Days)
		return m, problems.Reason(DueDays, rule.With("daily", b.Daily.Value()), rule.With("days", rule.Int(c.Days, rule.DayUnit))).
			Gives(rule.Product, m.Value()).From(p.Source, p.Status), err
	case SuddenDeath:
		return b.Most, problems.Reason(DueSum).Gives(rule.Given, b.Most.Value()).From(p.Source, p.Status), nil
	}
	rest := funding.Fen(max(0, loss.Fen()-b.Deductible.Fen()))
	if b.Share.IsZero() {
		r := problems.Reason(DueLoss, rule.With("loss", loss.Value()),
			rule.With("deductible", funding.Fen(min(loss.Fen(), b.Deductible.Fen())).Value()))
		return rest, r.Gives(rule.Difference, rest.Value()).From(p.Source, p.Status), nil
	}
	return b.prorated(p, DueShare, rest, b.Share)
}

func (b *Benefit) prorated(p *Policy, code rule.Code, of funding.Money, share decimal.Decimal) (funding.Money, rule.Reason, error) {
	rounding := p.rounding()
	m, err := of.MulRate(share, rounding)
	r := problems.Reason(code, rule.With("of", of.Value()), rule.With("share", rule.Num(share, rule.Percent)),
		rule.With("one", rule.Int(1, 0)), rule.With("step", rounding.Step.Value()))
	r.Mode = rounding.Mode
	return m, r.Gives(rule.Prorate, m.Value()).From(p.Source, p.Status), err
}
