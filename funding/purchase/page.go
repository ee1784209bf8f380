package purchase

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Page explains an agreement: every payment and refund by source, the
// settlement step by step, what each source has paid in the end, and what the
// next instalment waits for.
func (a *Agreement) Page() rule.Page {
	c := &a.contract
	page := rule.Page{
		Title: rule.Words("购买服务协议收支说明", "Service agreement, what was paid and why"),
		Rule:  c.Terms.Head,
		Lines: []rule.Line{
			{Label: rule.Words("协议", "agreement"), Value: rule.Word(c.ID)},
			{Label: rule.Words("购买主体", "buyer"), Value: rule.Word(c.Buyer)},
			{Label: rule.Words("承接主体", "supplier"), Value: rule.Word(c.Supplier)},
			{Label: rule.Words("合同价", "price"), Value: a.price.Value()},
			{Label: rule.Words("状态", "stage"), Value: rule.Label(stages.Labels(a.stage))},
		},
	}
	settled := false
	for _, f := range a.flows {
		if (f.balance || f.instalment < 0) && !settled {
			page.Steps, settled = append(page.Steps, a.settled()...), true
		}
		page.Steps = append(page.Steps, a.step(&f))
	}
	if a.due != nil && !settled {
		page.Steps = append(page.Steps, a.settled()...)
	}
	paid, back := make([]int64, len(c.Sources)), make([]int64, len(c.Sources))
	for _, f := range a.flows {
		for j, part := range f.parts {
			if f.instalment < 0 {
				back[j] += part
			} else {
				paid[j] += part
			}
		}
	}
	for j, s := range c.Sources {
		page.Steps = append(page.Steps, problems.Reason(NetPaid, rule.With("source", s.label()),
			rule.With("paid", funding.Fen(paid[j]).Value()), rule.With("back", funding.Fen(back[j]).Value())).
			Gives(rule.Difference, funding.Fen(paid[j]-back[j]).Value()))
	}
	if waits, ok := a.waits(); ok {
		page.Notes = append(page.Notes, waits)
	}
	return page
}

// waits says what the next instalment is paid against and does not hold yet.
func (a *Agreement) waits() (rule.Reason, bool) {
	if a.due != nil || a.next == len(a.plan) || a.contract.Terms.Instalments[a.next].Needs.IsZero() {
		return rule.Reason{}, false
	}
	x := &a.contract.Terms.Instalments[a.next]
	decided := x.Needs.Decide(a.facts, a.contract.Terms.vocabulary())
	if decided.Holds() {
		return rule.Reason{}, false
	}
	r := problems.Reason(WaitsFor, rule.With("instalment", rule.Label(x.Title))).Gives(rule.Compare, rule.Flag(false))
	r.Parts = decided.Unmet()
	return r, true
}

// step is one payment or refund with its parts.
func (a *Agreement) step(f *flow) rule.Reason {
	on := rule.With("date", rule.On(a.events[f.event-1].Date))
	amount := funding.Fen(f.amount).Value()
	terms := &a.contract.Terms
	step := problems.Reason(GivenBack, on).Gives(rule.Given, amount)
	if f.instalment >= 0 {
		x := &terms.Instalments[f.instalment]
		title := rule.With("instalment", rule.Label(x.Title))
		step = problems.Reason(PaidOut, on, title).Gives(rule.Given, amount)
		how := problems.Reason(PaysStated, title).Gives(rule.Given, amount)
		switch {
		case f.balance:
			how = problems.Reason(PaysBalance, title, rule.With("due", funding.Fen(a.due.due).Value()),
				rule.With("paid", funding.Fen(a.due.due-f.amount).Value())).Gives(rule.Difference, amount)
		case x.Share != nil:
			how = problems.Reason(PaysShare, title, rule.With("price", a.price.Value()), rule.With("share", rule.Num(*x.Share, rule.Percent))).
				Gives(rule.Allot, amount)
		}
		step.Parts = append(step.Parts, how.From(terms.Source, terms.Status))
	}
	total := int64(0)
	for _, w := range f.weights {
		total += w
	}
	for j, part := range f.parts {
		step.Parts = append(step.Parts, problems.Reason(BySource, rule.With("source", a.contract.Sources[j].label()), rule.With("amount", amount),
			rule.With("weight", funding.Fen(f.weights[j]).Value()), rule.With("weights", funding.Fen(total).Value())).
			Gives(rule.Allot, funding.Fen(part).Value()))
	}
	return step
}

// settled is the settlement as steps from what was spent to what is due, and
// what goes back or is still to be paid.
func (a *Agreement) settled() []rule.Reason {
	s, terms := a.due, &a.contract.Terms
	from := func(r rule.Reason) rule.Reason { return r.From(terms.Source, terms.Status) }
	accepted := funding.Fen(s.spent - s.ineligible)
	steps := []rule.Reason{problems.Reason(Accepted, rule.With("spent", funding.Fen(s.spent).Value()), rule.With("ineligible", funding.Fen(s.ineligible).Value())).
		Gives(rule.Difference, accepted.Value())}
	if terms.Ratio != nil {
		r := from(problems.Reason(OfAccepted, rule.With("accepted", accepted.Value()), rule.With("ratio", rule.Num(*terms.Ratio, rule.Percent)),
			rule.With("of", rule.Int(1, 0)), rule.With("step", terms.Rounding.Step.Value())).Gives(rule.Prorate, funding.Fen(s.borne).Value()))
		r.Mode = terms.Rounding.Mode
		steps = append(steps, r)
	}
	due := funding.Fen(s.due)
	if s.recalled {
		steps = append(steps, from(problems.Reason(DueNothing).Gives(rule.Given, due.Value())))
	} else {
		steps = append(steps, problems.Reason(DueInAll, rule.With("borne", funding.Fen(s.borne).Value()), rule.With("price", a.price.Value())).
			Gives(rule.Least, due.Value()))
	}
	before := decimal.Decimal{} // paid when it was settled
	for _, f := range a.flows {
		if f.instalment >= 0 && !f.balance {
			before = before.Add(decimal.New(f.amount, -2))
		}
	}
	paid := rule.With("paid", rule.Num(before, rule.Yuan))
	if before.GreaterThan(due.Decimal()) {
		return append(steps, problems.Reason(TakenBack, paid, rule.With("due", due.Value())).
			Gives(rule.Difference, rule.Num(before.Sub(due.Decimal()), rule.Yuan)))
	}
	return append(steps, problems.Reason(LeftToPay, rule.With("due", due.Value()), paid).
		Gives(rule.Difference, rule.Num(due.Decimal().Sub(before), rule.Yuan)))
}
