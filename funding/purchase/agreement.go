package purchase

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// Agreement is a signed contract and what happened under it.
type Agreement struct {
	contract Contract
	table    stage.Table[Stage, Kind]
	price    funding.Money
	plan     []funding.Money // by instalment
	stage    Stage
	facts    rule.FactMap
	events   []Event
	flows    []flow
	next     int // instalment not yet paid
	due      *settlement
}

// flow is money that was paid or came back, by source. Amounts are fen.
type flow struct {
	event      int // number
	instalment int // -1 for a refund
	balance    bool
	amount     int64
	weights    []int64 // what it was divided by
	parts      []int64
}

// settlement is what the agreement comes to. Amounts are fen.
type settlement struct {
	spent, ineligible, borne, due, paid int64
	recalled                            bool
	back                                []int64 // still to come back, by source
}

// Sign returns the agreement that a contract begins, or every fault of the
// contract.
func (c Contract) Sign() (*Agreement, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	a := &Agreement{contract: c, stage: Signed, facts: rule.FactMap{}}
	var err error
	if a.price, err = c.Price(); err != nil {
		return nil, err
	}
	if a.plan, err = c.plan(a.price); err != nil {
		return nil, err
	}
	a.table, err = c.Terms.Life()
	return a, err
}

// Fold signs the contract and lets its history happen; the first event that is
// faulty or refused ([Refused]) is a problem at its place.
func (r Record) Fold() (*Agreement, error) {
	var found rule.Problems
	a, err := r.Contract.Sign()
	if err != nil {
		found.Nest("contract", err)
		return nil, found.Err()
	}
	for i, e := range r.Events {
		reason, err := a.Apply(e)
		if err == nil && !reason.Holds() {
			err = problems.Problem("", Refused, rule.With("date", rule.On(e.Date)), rule.With("kind", rule.Label(kinds.Labels(e.Kind))))
		}
		if err != nil {
			found.Nest(rule.At("events", i), err)
			return nil, found.Err()
		}
	}
	return a, nil
}

// Apply lets an event happen. A faulty event is an error: out of order, without
// what its kind needs, with what it does not take. An event that the stage or
// the terms refuse is a reason that does not hold, with every unmet
// requirement. Beside both the agreement is as it was.
//
// A payment pays the next instalment, where what it is paid against holds;
// after the settlement it pays what is due and not paid. A settlement finds what
// is due: what was spent, less what is not eligible, times the terms' ratio, at
// most the price. Where more was paid the rest goes back.
func (a *Agreement) Apply(e Event) (rule.Reason, error) {
	if err := a.fits(e); err != nil {
		return rule.Reason{}, err
	}
	facts := maps.Clone(a.facts)
	maps.Copy(facts, e.Facts)
	facts["owed"] = rule.Num(decimal.New(a.owed(), -2), rule.Yuan)
	to, reason := a.table.Step(a.stage, e.Kind, facts)
	if !reason.Holds() {
		return reason, nil
	}
	switch e.Kind {
	case Pay:
		gate, err := a.pay(e, facts)
		if err != nil {
			return rule.Reason{}, err
		}
		reason.Parts = append(reason.Parts, gate...)
		if len(gate) > 0 && !gate[0].Holds() {
			return gate[0], nil
		}
	case Settle:
		if err := a.settle(e); err != nil {
			return rule.Reason{}, err
		}
	case Refund:
		if err := a.refund(e); err != nil {
			return rule.Reason{}, err
		}
	case Pass, Fail:
		facts["mid-term-passed"] = rule.Flag(e.Kind == Pass)
	case Deliver, Reject:
		facts["delivered"] = rule.Flag(e.Kind == Deliver)
	case End, Close:
	}
	a.stage, a.facts = to, facts
	a.events = append(a.events, e)
	return reason, nil
}

// pay pays the next instalment or the balance. It returns the decided gate of
// an instalment that has one; where the gate does not hold nothing is paid.
func (a *Agreement) pay(e Event, facts rule.FactMap) ([]rule.Reason, error) {
	if a.due != nil {
		left := a.due.due - a.due.paid
		if left <= 0 {
			return nil, problems.Problem("kind", NothingDue)
		}
		a.due.paid = a.due.due
		return nil, a.flow(flow{event: e.Number, instalment: len(a.plan) - 1, balance: true, amount: left, weights: a.remaining()})
	}
	if a.next == len(a.plan) {
		return nil, problems.Problem("kind", NothingDue)
	}
	x := a.contract.Terms.Instalments[a.next]
	var gate []rule.Reason
	if !x.Needs.IsZero() {
		decided := x.Needs.Decide(facts, a.contract.Terms.vocabulary())
		reason := problems.Reason(GateOpen, rule.With("instalment", rule.Label(x.Title))).Gives(rule.Compare, rule.Flag(decided.Holds()))
		reason.Parts = []rule.Reason{decided}
		if gate = append(gate, reason); !decided.Holds() {
			return gate, nil
		}
	}
	a.next++
	return gate, a.flow(flow{event: e.Number, instalment: a.next - 1, amount: a.plan[a.next-1].Fen(), weights: a.remaining()})
}

// flow divides an amount by the weights and books it. An amount of zero moves
// nothing.
func (a *Agreement) flow(f flow) error {
	f.parts = make([]int64, len(f.weights))
	if f.amount > 0 {
		parts, err := divide(f.amount, f.weights)
		if err != nil {
			return err
		}
		f.parts = parts
	}
	a.flows = append(a.flows, f)
	return nil
}

// divide splits fen by whole weights. Where the amount is at most the sum of the
// weights no part is above its weight, and where it is the sum every part is its
// weight: so the last payment leaves nothing, and a refund of all undoes all.
func divide(fen int64, weights []int64) ([]int64, error) {
	exact := make([]decimal.Decimal, len(weights))
	for j, w := range weights {
		exact[j] = decimal.NewFromInt(w)
	}
	split, err := funding.Split(funding.Fen(fen), exact)
	if err != nil {
		return nil, err
	}
	parts := make([]int64, len(split))
	for j, m := range split {
		parts[j] = m.Fen()
	}
	return parts, nil
}

// remaining returns what of each source's part of the price is not paid.
func (a *Agreement) remaining() []int64 {
	left := a.net()
	for j, s := range a.contract.Sources {
		left[j] = s.Amount.Fen() - left[j]
	}
	return left
}

// net returns what each source has paid, less what came back.
func (a *Agreement) net() []int64 {
	net := make([]int64, len(a.contract.Sources))
	for _, f := range a.flows {
		for j, part := range f.parts {
			if f.instalment < 0 {
				part = -part
			}
			net[j] += part
		}
	}
	return net
}

func (a *Agreement) settle(e Event) error {
	s := &settlement{
		spent: e.Spent.Fen(), ineligible: e.Ineligible.Fen(),
		recalled: a.stage == Ended && a.contract.Terms.Recall, back: make([]int64, len(a.contract.Sources)),
	}
	borne := funding.Fen(s.spent - s.ineligible)
	if ratio := a.contract.Terms.Ratio; ratio != nil {
		var err error
		if borne, err = borne.MulRate(*ratio, a.contract.Terms.Rounding); err != nil {
			return err
		}
	}
	s.borne = borne.Fen()
	if !s.recalled {
		s.due = min(s.borne, a.price.Fen())
	}
	net := a.net()
	for _, fen := range net {
		s.paid += fen
	}
	if over := s.paid - s.due; over > 0 {
		back, err := divide(over, net)
		if err != nil {
			return err
		}
		s.back = back
	}
	a.due = s
	return nil
}

func (a *Agreement) refund(e Event) error {
	owed := int64(0)
	for _, fen := range a.due.back {
		owed += fen
	}
	if e.Amount.Fen() > owed {
		return problems.Problem("amount", RefundMore, rule.With("amount", e.Amount.Value()), rule.With("owed", funding.Fen(owed).Value()))
	}
	if err := a.flow(flow{event: e.Number, instalment: -1, amount: e.Amount.Fen(), weights: slices.Clone(a.due.back)}); err != nil {
		return err
	}
	for j, part := range a.flows[len(a.flows)-1].parts {
		a.due.back[j] -= part
	}
	a.due.paid -= e.Amount.Fen()
	return nil
}

// owed is what is owed either way after the settlement, in fen.
func (a *Agreement) owed() int64 {
	if a.due == nil {
		return 0
	}
	return max(a.due.due-a.due.paid, a.due.paid-a.due.due)
}

// fits reports every fault of an event.
func (a *Agreement) fits(e Event) error {
	var found rule.Problems
	last := a.contract.Signed
	if n := len(a.events); n > 0 {
		last = a.events[n-1].Date
	}
	if want := len(a.events) + 1; e.Number != want {
		found.Add(problems.Problem("number", OutOfOrder, rule.With("got", rule.Int(int64(e.Number), 0)), rule.With("want", rule.Int(int64(want), 0))))
	}
	switch {
	case e.Date.IsZero():
		found.Add(problems.Problem("date", rule.Required))
	case e.Date.Before(last):
		found.Add(problems.Problem("date", BeforeLast, rule.With("got", rule.On(e.Date)), rule.With("last", rule.On(last))))
	}
	if !e.Kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
		return found.Err()
	}
	for _, field := range []struct {
		path   string
		amount funding.Money
		takes  bool
	}{
		{"spent", e.Spent, e.Kind == Settle},
		{"ineligible", e.Ineligible, e.Kind == Settle},
		{"amount", e.Amount, e.Kind == Refund},
	} {
		switch {
		case field.amount.Sign() < 0:
			found.Add(problems.Problem(field.path, AmountNegative, rule.With("amount", field.amount.Value())))
		case !field.takes && field.amount.Sign() > 0:
			found.Add(problems.Problem(field.path, FieldUnused, rule.With("kind", rule.Label(kinds.Labels(e.Kind)))))
		}
	}
	if e.Kind == Refund && e.Amount.Sign() == 0 {
		found.Add(problems.Problem("amount", rule.Required))
	}
	if e.Ineligible.Compare(e.Spent) > 0 {
		found.Add(problems.Problem("ineligible", IneligibleMore, rule.With("ineligible", e.Ineligible.Value()), rule.With("spent", e.Spent.Value())))
	}
	for _, name := range slices.Sorted(maps.Keys(e.Facts)) {
		if _, declared := a.contract.Terms.Facts[name]; !declared {
			found.Add(problems.Problem("facts."+name, rule.FactUnknown, rule.With("fact", rule.Quoted(name))))
		}
	}
	return found.Err()
}

// Contract returns what was signed.
func (a *Agreement) Contract() Contract { return a.contract }

// Stage returns where the agreement stands.
func (a *Agreement) Stage() Stage { return a.stage }

// Events returns the agreement's history.
func (a *Agreement) Events() []Event { return slices.Clone(a.events) }

// Price returns what the sources pay together by the contract.
func (a *Agreement) Price() funding.Money { return a.price }

// Net returns what each source has paid so far, less what came back, in the
// order of the contract.
func (a *Agreement) Net() []Share { return a.shares(a.net()) }

// shares are amounts in fen by source.
func (a *Agreement) shares(fen []int64) []Share {
	shares := slices.Clone(a.contract.Sources)
	for j := range shares {
		shares[j].Amount = funding.Fen(fen[j])
	}
	return shares
}

// Flow is one payment or refund by source, in the order of the contract, as it
// is posted to the books of those who pay.
type Flow struct {
	Event  int     // number of the event
	Back   bool    // came back
	Shares []Share // sources that pay nothing in it stand with zero
}

// Flows returns every payment and refund so far.
func (a *Agreement) Flows() []Flow {
	flows := make([]Flow, len(a.flows))
	for i, f := range a.flows {
		flows[i] = Flow{Event: f.event, Back: f.instalment < 0, Shares: a.shares(f.parts)}
	}
	return flows
}

// Due returns what the settlement found to be due; false before it.
func (a *Agreement) Due() (funding.Money, bool) {
	if a.due == nil {
		return funding.Money{}, false
	}
	return funding.Fen(a.due.due), true
}

// TakenBack returns what must still come back, by source.
func (a *Agreement) TakenBack() []Share {
	if a.due == nil {
		return a.shares(make([]int64, len(a.contract.Sources)))
	}
	return a.shares(a.due.back)
}
