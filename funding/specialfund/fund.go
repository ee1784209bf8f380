package specialfund

import (
	"slices"
	"strconv"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/ledger"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Fund is a special fund: its rules and its dated events.
type Fund struct {
	rules       Rules
	events      []Event
	year        int // that is open; 0 before the first event
	years       []int
	book        ledger.Book[account]
	commitments map[string]*commitment
	moved       int64     // fen, all amounts together
	drawn       []posting // scratch
}

// account is money of one year for one use, as it stands; the treasury is one
// account.
type account struct {
	stands stands
	year   int
	use    Use
}

type stands uint8

const (
	treasury  stands = iota // 财政
	available               // 可用
	committed               // 已承诺未付
	paid                    // 已付
)

type posting = ledger.Entry[account]

// commitment is what was promised, by the year of the money.
type commitment struct {
	use    Use
	layers []layer
}

type layer struct {
	year       int
	open, paid int64 // fen
}

// bound is the range of an amount in fen.
const bound = 1_000_000_000_000_000_000 - 1

// New returns an empty fund.
func New(rules Rules) (*Fund, error) {
	if err := rules.Validate(); err != nil {
		return nil, err
	}
	return &Fund{rules: rules, commitments: map[string]*commitment{}}, nil
}

// Fold lets a history happen; the first event that is faulty or not covered
// ([Refused]) is a problem at its place.
func (r Record) Fold() (*Fund, error) {
	f, err := New(r.Rules)
	if err != nil {
		var found rule.Problems
		found.Nest("rules", err)
		return nil, found.Err()
	}
	for i, e := range r.Events {
		limit, _, err := f.apply(e)
		if err == nil && e.Amount.Fen() > limit {
			err = problems.Problem("amount", Refused, rule.With("date", rule.On(e.Date)), rule.With("kind", rule.Label(kinds.Labels(e.Kind))),
				rule.With("amount", e.Amount.Value()), rule.With("limit", funding.Fen(limit).Value()))
		}
		if err != nil {
			var found rule.Problems
			found.Nest("events["+strconv.Itoa(i)+"]", err)
			return nil, found.Err()
		}
	}
	return f, nil
}

// Apply lets an event happen. A faulty event is an error: out of order, on a
// day of a year that is not open, without what its kind needs or with what it
// does not take, of a commitment that is not there. An event the money does not
// cover is a reason that does not hold. Beside both the fund is as it was.
//
// Money of the oldest year is committed and paid first. What is released or
// refunded goes back to the year and use it came from, the newest first: so a
// refund undoes the payment. Where that year's money has run out meanwhile it
// goes on to the treasury.
func (f *Fund) Apply(e Event) (rule.Reason, error) {
	limit, drawn, err := f.apply(e)
	if err != nil {
		return rule.Reason{}, err
	}
	covered := e.Amount.Fen() <= limit
	code := CoveredBy
	switch {
	case !covered:
		code = ShortOf
	case limit == bound:
		code = Booked
	}
	reason := problems.Reason(code, rule.With("amount", e.Amount.Value()), rule.With("limit", funding.Fen(limit).Value())).
		Gives(rule.Compare, rule.Flag(covered))
	for _, p := range drawn {
		reason.Parts = append(reason.Parts, problems.Reason(DrawnFrom, rule.With("year", rule.Word(strconv.Itoa(max(p.Debit.year, p.Credit.year))))).
			Gives(rule.Given, p.Amount.Value()))
	}
	return reason, nil
}

// apply is Apply without words: the most the event may move, and what it moved,
// nothing where its amount is above.
func (f *Fund) apply(e Event) (limit int64, drawn []posting, err error) {
	if err := f.fits(e); err != nil {
		return 0, nil, err
	}
	fen := e.Amount.Fen()
	if limit = f.limit(e); fen > limit {
		return limit, nil, nil
	}
	if fen > bound-f.moved {
		return 0, nil, problems.Problem("amount", MovedMost)
	}
	if f.year == 0 {
		f.year = e.Date.Year()
	}
	f.drawn = f.draw(e, f.drawn[:0])
	if err := f.book.Post(f.drawn...); err != nil {
		return 0, nil, err // not reached: amounts are positive and bounded
	}
	f.moved += fen
	f.events = append(f.events, e)
	if e.Kind == Close {
		f.year++
	}
	return limit, f.drawn, nil
}

// limit is the most an event may move.
func (f *Fund) limit(e Event) int64 {
	switch e.Kind {
	case Move, Commit:
		return f.sum(available, e.Use)
	case Pay, Release, Refund:
		total := int64(0)
		for _, l := range f.commitments[e.Commitment].layers {
			if e.Kind == Refund {
				total += l.paid
			} else {
				total += l.open
			}
		}
		return total
	case Appropriate, Close:
	}
	return bound
}

// sum adds up the money of all years that stands so for a use; zero for every
// use.
func (f *Fund) sum(as stands, use Use) int64 {
	total := int64(0)
	for a, balance := range f.book.All {
		if a.stands == as && (use == 0 || a.use == use) {
			total += balance.Fen()
		}
	}
	return total
}

// draw changes the commitment of an event and appends the postings. The amount
// is within the limit.
func (f *Fund) draw(e Event, out []posting) []posting {
	n, rest := len(f.events)+1, e.Amount.Fen()
	post := func(debit, credit account, fen int64) posting {
		return posting{Event: n, Debit: debit, Credit: credit, Amount: funding.Fen(fen)}
	}
	switch e.Kind {
	case Appropriate:
		if !slices.Contains(f.years, f.year) {
			f.years = append(f.years, f.year)
		}
		out = append(out, post(account{available, f.year, e.Use}, account{}, rest))
	case Move, Commit:
		c := &commitment{use: e.Use}
		for _, year := range f.years {
			from, to := account{available, year, e.Use}, account{available, year, e.To}
			take := min(rest, f.book.Balance(from).Fen())
			if take == 0 {
				continue
			}
			if e.Kind == Commit {
				to = account{committed, year, e.Use}
				c.layers = append(c.layers, layer{year: year, open: take})
			}
			out, rest = append(out, post(to, from, take)), rest-take
		}
		if e.Kind == Commit {
			f.commitments[e.Commitment] = c
		}
	case Pay:
		c := f.commitments[e.Commitment]
		for i := range c.layers {
			l := &c.layers[i]
			if take := min(rest, l.open); take > 0 {
				l.open, l.paid, rest = l.open-take, l.paid+take, rest-take
				out = append(out, post(account{paid, l.year, c.use}, account{committed, l.year, c.use}, take))
			}
		}
	case Release, Refund:
		c := f.commitments[e.Commitment]
		for i := range slices.Backward(c.layers) {
			l := &c.layers[i]
			from, held := account{committed, l.year, c.use}, &l.open
			if e.Kind == Refund {
				from, held = account{paid, l.year, c.use}, &l.paid
			}
			take := min(rest, *held)
			if take == 0 {
				continue
			}
			*held, rest = *held-take, rest-take
			back := account{available, l.year, c.use}
			out = append(out, post(back, from, take))
			if f.rules.runsOut(l.year, f.year-1) {
				out = append(out, post(account{}, back, take))
			}
		}
	case Close:
		for _, year := range f.years {
			for _, use := range Uses() {
				a := account{available, year, use}
				if left := f.book.Balance(a).Fen(); left > 0 && f.rules.runsOut(year, f.year) {
					out = append(out, post(account{}, a, left))
				}
			}
		}
	}
	return out
}

// fits reports every fault of an event.
func (f *Fund) fits(e Event) error {
	var found rule.Problems
	if want := len(f.events) + 1; e.Number != want {
		found.Add(problems.Problem("number", OutOfOrder, rule.With("got", rule.Int(int64(e.Number), 0)), rule.With("want", rule.Int(int64(want), 0))))
	}
	switch last := len(f.events) - 1; {
	case e.Date.IsZero():
		found.Add(problems.Problem("date", rule.Required))
	case f.year != 0 && e.Date.Year() != f.year:
		found.Add(problems.Problem("date", YearNotOpen, rule.With("date", rule.On(e.Date)), rule.With("year", rule.Word(strconv.Itoa(f.year)))))
	case last >= 0 && e.Date.Before(f.events[last].Date):
		found.Add(problems.Problem("date", BeforeLast, rule.With("got", rule.On(e.Date)), rule.With("last", rule.On(f.events[last].Date))))
	}
	if !e.Kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
		return found.Err()
	}
	field := func(path string, takes, stated bool) {
		switch {
		case takes && !stated:
			found.Add(problems.Problem(path, rule.Required))
		case !takes && stated:
			found.Add(problems.Problem(path, FieldUnused, rule.With("kind", rule.Label(kinds.Labels(e.Kind)))))
		}
	}
	field("use", e.Kind == Appropriate || e.Kind == Move || e.Kind == Commit, e.Use != 0)
	field("to", e.Kind == Move, e.To != 0)
	field("party", e.Kind == Commit, e.Party != "")
	of := e.Kind == Commit || e.Kind == Pay || e.Kind == Release || e.Kind == Refund
	field("commitment", of, e.Commitment != "")
	field("amount", e.Kind != Close, e.Amount != funding.Money{})
	if e.Amount.Sign() < 0 {
		found.Add(problems.Problem("amount", AmountNotPositive, rule.With("amount", e.Amount.Value())))
	}
	if e.Use != 0 && !e.Use.Valid() {
		found.Add(problems.Problem("use", rule.Required))
	}
	if e.To != 0 && !e.To.Valid() {
		found.Add(problems.Problem("to", rule.Required))
	}
	if e.Kind == Move && e.Use == e.To {
		found.Add(problems.Problem("to", SameUse))
	}
	if _, known := f.commitments[e.Commitment]; of && e.Commitment != "" && known == (e.Kind == Commit) {
		code := CommitmentUnknown
		if known {
			code = CommitmentTwice
		}
		found.Add(problems.Problem("commitment", code, rule.With("id", rule.Quoted(e.Commitment))))
	}
	return found.Err()
}

// Rules returns what the fund is kept by.
func (f *Fund) Rules() Rules { return f.rules }

// Events returns the fund's history.
func (f *Fund) Events() []Event { return slices.Clone(f.events) }

// Years returns the years with an appropriation, in order.
func (f *Fund) Years() []int { return slices.Clone(f.years) }

// Available returns what may still be committed for a use.
func (f *Fund) Available(u Use) funding.Money { return funding.Fen(f.sum(available, u)) }

// Committed returns what is committed for a use and not yet paid.
func (f *Fund) Committed(u Use) funding.Money { return funding.Fen(f.sum(committed, u)) }

// Paid returns what was paid for a use, less refunds.
func (f *Fund) Paid(u Use) funding.Money { return funding.Fen(f.sum(paid, u)) }

// Spent returns what was paid for all uses, less refunds, and why.
func (f *Fund) Spent() (funding.Money, rule.Reason) {
	total := funding.Fen(f.sum(paid, 0))
	inputs := make([]rule.Input, 0, len(Uses()))
	for _, use := range Uses() {
		inputs = append(inputs, rule.With(use.String(), f.Paid(use).Value()))
	}
	return total, problems.Reason(SpentInAll, inputs...).Gives(rule.Sum, total.Value()).From(f.rules.Source, f.rules.Status)
}

// Audit adds the whole journal up again; see [ledger.Book.Audit].
func (f *Fund) Audit() error { return f.book.Audit() }

// Commitments returns the events that commit what a source of a settlement pays:
// one for every award above zero, in the order of the requests, numbered from
// the one given. The commitment is named request/source. A source that the
// settlement does not have is a problem.
func Commitments(s *funding.Settlement, source string, use Use, on rule.Date, number int) ([]Event, error) {
	j := slices.IndexFunc(s.Scheme().Sources, func(x funding.Source) bool { return x.ID == source })
	if j < 0 {
		return nil, problems.Problem("source", SourceUnknown, rule.With("id", rule.Quoted(source)))
	}
	events := make([]Event, 0, s.Len())
	for i := range s.Len() {
		amount := s.Cell(i, j)
		if amount.Sign() == 0 {
			continue
		}
		r := s.Request(i)
		events = append(events, Event{
			Number: number + len(events), Date: on, Kind: Commit, Use: use,
			Commitment: r.ID + "/" + source, Party: r.Organization, Amount: amount,
		})
	}
	return events, nil
}
