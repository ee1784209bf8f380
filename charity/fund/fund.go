package fund

import (
	"slices"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/ledger"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// Event is one thing that happened to a fund on one day.
type Event struct {
	Fund   string        `json:"fund"`
	Number int           `json:"number"` // 1, 2, 3: its place in the fund's history
	Date   rule.Date     `json:"date"`
	Kind   Kind          `json:"kind"`
	Party  string        `json:"party,omitzero"`  // who gives or receives; the like fund or project a closed fund goes to
	Amount funding.Money `json:"amount,omitzero"` // never negative
	Note   string        `json:"note,omitzero"`   // the new purpose, or why
	Facts  rule.FactMap  `json:"facts,omitempty"` // what the event states: founder-agrees, host-approves
}

// Account (科目) is one account of a fund's book.
type Account struct {
	Kind  AccountKind `json:"kind"`
	Party string      `json:"party,omitzero"`
}

type posting = ledger.Entry[Account]

func posted(event int, debit, credit Account, amount funding.Money) posting {
	return posting{Event: event, Debit: debit, Credit: credit, Amount: amount}
}

// Fund is a named charity fund: its deed and its dated events.
type Fund struct {
	rules   Rules
	table   stage.Table[State, Kind]
	deed    Deed
	purpose string
	state   State
	events  []Event
	book    ledger.Book[Account]
	moved   int64 // fen, all amounts together
}

// life is which event is possible in which state, and what it takes.
func life() (stage.Table[State, Kind], error) {
	agreed := rule.AllOf(rule.Is("founder-agrees"), rule.Is("host-approves"))
	covered := rule.InRange("short", rule.AtMost(rule.Dec("0")))
	kept := rule.InRange("fee-over", rule.AtMost(rule.Dec("0")))
	rows := []stage.Row[State, Kind]{
		{From: Standing, On: Instalment, To: Standing, Needs: rule.InRange("beyond-pledge", rule.AtMost(rule.Dec("0")))},
		{From: Standing, On: Gift, To: Standing},
		{From: Standing, On: Grant, To: Standing, Needs: covered},
		{From: Standing, On: Fee, To: Standing, Needs: rule.AllOf(covered, kept)},
		{From: Standing, On: ChangePurpose, To: Standing, Needs: agreed},
		{From: Standing, On: Suspend, To: Suspended},
		{From: Standing, On: Close, To: Closed, Needs: agreed},
		{From: Suspended, On: Instalment, To: Suspended, Needs: rule.InRange("beyond-pledge", rule.AtMost(rule.Dec("0")))},
		{From: Suspended, On: Resume, To: Standing},
		{From: Suspended, On: Close, To: Closed, Needs: agreed},
	}
	return stage.New(Standing, []State{Closed}, rows, vocabulary())
}

// vocabulary is what the life of a fund asks for. That founder and host must
// both agree to a new purpose or an end is the ordinary rule for agreements.
func vocabulary() rule.Vocabulary {
	yuan := func(zh, en string) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words(zh, en)}
	}
	flag := func(zh, en string) rule.Fact { return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)} }
	return rule.Vocabulary{
		"founder-agrees": flag("设立人同意", "the founder agrees"),
		"host-approves":  flag("慈善总会同意", "the federation approves"),
		"short":          yuan("余额不足的金额", "amount beyond the balance"),
		"fee-over":       yuan("超出管理费上限的金额", "amount over the ceiling for fees"),
		"beyond-pledge":  yuan("超出认捐额的金额", "amount beyond the pledge"),
	}
}

// Life returns the transition table of a fund.
func Life() (stage.Table[State, Kind], error) { return life() }

// Found founds a fund by its deed, with the first share paid in. Where the
// rules' thresholds are not met there is no fund, and the reason says of each
// threshold what is unmet.
func (r Rules) Found(d Deed) (*Fund, rule.Reason, error) {
	decided, err := r.Decide(d)
	if err != nil || !decided.Holds() {
		return nil, decided, err
	}
	table, err := life()
	if err != nil {
		return nil, rule.Reason{}, err
	}
	f := &Fund{rules: r, table: table, deed: d, purpose: d.Purpose, state: Standing, moved: d.First.Fen()}
	var postings []posting
	if rest := d.Pledge.Fen() - d.First.Fen(); rest > 0 && !d.Monthly {
		postings = append(postings, posted(0, Account{Kind: Pledge}, Account{PledgedBy, d.Founder}, funding.Fen(rest)))
	}
	if d.First.Sign() > 0 {
		postings = append(postings, posted(0, Account{Kind: Cash}, Account{Paid, d.Founder}, d.First))
	}
	if err := f.book.Post(postings...); err != nil {
		return nil, rule.Reason{}, err
	}
	return f, decided, nil
}

// Apply lets an event happen. A faulty event is an error: of another fund, out
// of order, dated before what it follows, without what its kind needs, with a
// negative amount, or after the fund was closed ([AlreadyClosed]). An event the
// rules refuse is a reason that does not hold, with every unmet requirement.
// Beside both the fund is as it was.
func (f *Fund) Apply(e Event) (rule.Reason, error) {
	if err := f.fits(e); err != nil {
		return rule.Reason{}, err
	}
	to, reason := f.table.Step(f.state, e.Kind, f.facts(e))
	if !reason.Holds() {
		return reason, nil
	}
	if e.Amount.Fen() > bound-f.moved {
		return rule.Reason{}, problems.Problem("amount", AmountAbove, rule.With("amount", e.Amount.Value()), rule.With("limit", funding.Fen(bound-f.moved).Value()))
	}
	if err := f.book.Post(f.postings(e)...); err != nil {
		return rule.Reason{}, err
	}
	f.moved += e.Amount.Fen()
	f.state = to
	if e.Kind == ChangePurpose {
		f.purpose = e.Note
	}
	f.events = append(f.events, e)
	return reason, nil
}

const bound = 1_000_000_000_000_000_000 - 1 // fen, the range of Money

// Fold founds the fund and lets its history happen; the first event that is
// faulty or refused ([Refused]) is a problem at its place.
func (r Rules) Fold(d Deed, events []Event) (*Fund, error) {
	f, decided, err := r.Found(d)
	if err != nil {
		return nil, err
	}
	if f == nil {
		return nil, problems.Problem("deed", Refused, rule.With("event", rule.Label(rule.Words("设立", "founding"))), rule.With("at", rule.On(d.Date)), rule.With("unmet", rule.Int(int64(len(decided.Parts)), 0)))
	}
	for i, e := range events {
		reason, err := f.Apply(e)
		if err == nil && !reason.Holds() {
			err = problems.Problem("", Refused, rule.With("event", rule.Label(kinds.Labels(e.Kind))), rule.With("at", rule.On(e.Date)), rule.With("unmet", rule.Int(int64(len(reason.Parts)), 0)))
		}
		if err != nil {
			var found rule.Problems
			found.Nest(rule.At("events", i), err)
			return nil, found.Err()
		}
	}
	return f, nil
}

func (f *Fund) fits(e Event) error {
	var found rule.Problems
	last := f.deed.Date
	if n := len(f.events); n > 0 {
		last = f.events[n-1].Date
	}
	if e.Fund != f.deed.ID {
		found.Add(problems.Problem("fund", OtherFund, rule.With("got", rule.Quoted(e.Fund)), rule.With("want", rule.Quoted(f.deed.ID))))
	}
	if want := len(f.events) + 1; e.Number != want {
		found.Add(problems.Problem("number", OutOfOrder, rule.With("got", rule.Int(int64(e.Number), 0)), rule.With("want", rule.Int(int64(want), 0))))
	}
	if e.Date.Before(last) {
		found.Add(problems.Problem("date", BeforeLast, rule.With("got", rule.On(e.Date)), rule.With("last", rule.On(last))))
	}
	if f.state == Closed {
		found.Add(problems.Problem("", AlreadyClosed, rule.With("closed", rule.On(last))))
	}
	needsParty, needsAmount, needsNote := false, false, false
	switch e.Kind {
	case Instalment, Fee:
		needsAmount = true
	case Gift, Grant:
		needsAmount, needsParty = true, true
	case ChangePurpose, Suspend, Close:
		needsNote = true
	case Resume:
	default:
		found.Add(problems.Problem("kind", rule.Required))
	}
	switch {
	case e.Amount.Sign() < 0:
		found.Add(problems.Problem("amount", AmountNegative, rule.With("amount", e.Amount.Value())))
	case needsAmount && e.Amount.Sign() == 0:
		found.Add(problems.Problem("amount", rule.Required))
	case !needsAmount && e.Amount.Sign() > 0:
		found.Add(problems.Problem("amount", AmountUnused))
	}
	if needsParty && e.Party == "" {
		found.Add(problems.Problem("party", rule.Required))
	}
	if needsNote && e.Note == "" {
		found.Add(problems.Problem("note", rule.Required))
	}
	if e.Kind == Close && f.deed.Rest != "" && e.Party != "" && e.Party != f.deed.Rest {
		found.Add(problems.Problem("party", RestElsewhere, rule.With("got", rule.Quoted(e.Party)), rule.With("want", rule.Quoted(f.deed.Rest))))
	}
	if e.Kind == Close && f.deed.Rest == "" && e.Party == "" && f.rules.General == "" {
		found.Add(problems.Problem("party", rule.Required))
	}
	return found.Err()
}

// facts are what the gates ask, as the event finds the fund.
func (f *Fund) facts(e Event) rule.FactMap {
	facts := rule.FactMap{}
	for _, name := range [...]string{"founder-agrees", "host-approves"} {
		if v, ok := e.Facts[name]; ok {
			facts[name] = v
		}
	}
	amount := e.Amount.Fen()
	over := func(limit int64) rule.Value { return funding.Fen(max(0, amount-limit)).Value() }
	facts["short"] = over(f.Balance().Fen())
	beyond := f.Outstanding().Fen()
	if f.deed.Monthly {
		beyond = bound
	}
	facts["beyond-pledge"] = over(beyond)
	if e.Kind == Fee {
		s := f.Statement(e.Date.Year())
		facts["fee-over"] = over(f.feeLimit(s).Fen() - s.Fees.Fen())
	}
	return facts
}

func (f *Fund) feeLimit(s Statement) funding.Money {
	if f.rules.Fee == nil {
		return funding.Money{}
	}
	limit, err := funding.Fen(s.PaidIn.Fen()+s.Gifts.Fen()).MulRate(*f.rules.Fee, funding.ToFen(rule.Down))
	if err != nil {
		return funding.Money{} // not reached: a share of an amount is within its range
	}
	return limit
}

func (f *Fund) postings(e Event) []posting {
	cash := Account{Kind: Cash}
	one := func(debit, credit Account) []posting { return []posting{posted(e.Number, debit, credit, e.Amount)} }
	switch e.Kind {
	case Instalment:
		out := one(cash, Account{Paid, f.deed.Founder})
		if !f.deed.Monthly {
			out = append(out, posted(e.Number, Account{PledgedBy, f.deed.Founder}, Account{Kind: Pledge}, e.Amount))
		}
		return out
	case Gift:
		return one(cash, Account{Given, e.Party})
	case Grant:
		return one(Account{Granted, e.Party}, cash)
	case Fee:
		return one(Account{Kind: Charged}, cash)
	case Close:
		var out []posting
		if open := f.Outstanding(); open.Sign() > 0 {
			out = append(out, posted(e.Number, Account{PledgedBy, f.deed.Founder}, Account{Kind: Pledge}, open))
		}
		if rest := f.Balance(); rest.Sign() > 0 {
			to, _ := f.destination(e)
			out = append(out, posted(e.Number, Account{Passed, to}, cash, rest))
		}
		return out
	}
	return nil
}

// destination returns who takes the rest and by which rule.
func (f *Fund) destination(e Event) (string, Rest) {
	switch {
	case f.deed.Rest != "":
		return f.deed.Rest, ByDeed
	case e.Party != "":
		return e.Party, LikePurpose
	}
	return f.rules.General, GeneralFund
}

// RestTo returns who took the rest of a closed fund, by which rule; false for
// one that is not closed.
func (f *Fund) RestTo() (string, Rest, bool) {
	if f.state != Closed {
		return "", 0, false
	}
	to, by := f.destination(f.events[len(f.events)-1])
	return to, by, true
}

// Deed returns what the fund was founded by.
func (f *Fund) Deed() Deed { return f.deed }

// State returns how the fund stands.
func (f *Fund) State() State { return f.state }

// Purpose returns the purpose as last changed.
func (f *Fund) Purpose() string { return f.purpose }

// Events returns the fund's history.
func (f *Fund) Events() []Event { return slices.Clone(f.events) }

// Balance returns what is in the fund.
func (f *Fund) Balance() funding.Money { return f.book.Balance(Account{Kind: Cash}) }

// Outstanding returns what is pledged and not paid in; zero for a pledge by
// month.
func (f *Fund) Outstanding() funding.Money { return f.book.Balance(Account{Kind: Pledge}) }

// Overdue returns what should have been paid in by a day and was not, as far as
// the fund's events go: the outstanding pledge once its years are over.
func (f *Fund) Overdue(on rule.Date) funding.Money {
	if f.deed.Monthly || f.deed.Years == 0 || !f.deed.Date.AddMonths(12*f.deed.Years).Before(on) {
		return funding.Money{}
	}
	return f.Outstanding()
}

// Audit adds the fund's book up again.
func (f *Fund) Audit() error { return f.book.Audit() }
