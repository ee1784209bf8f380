package specialfund

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Line is what became of one use in one year, to the fen:
//
//	opening + appropriated + moved in + released + refunded
//	  − moved out − committed − returned = closing
//	unpaid at the opening + committed − paid − released = unpaid
type Line struct {
	Opening      funding.Money `json:"opening"` // available
	Appropriated funding.Money `json:"appropriated"`
	MovedIn      funding.Money `json:"moved_in"`
	MovedOut     funding.Money `json:"moved_out"`
	Committed    funding.Money `json:"committed"`
	Released     funding.Money `json:"released"`
	Refunded     funding.Money `json:"refunded"`
	Returned     funding.Money `json:"returned"` // to the treasury
	Closing      funding.Money `json:"closing"`  // available
	UnpaidBefore funding.Money `json:"unpaid_before"`
	Paid         funding.Money `json:"paid"`
	Unpaid       funding.Money `json:"unpaid"` // committed and not paid
}

// Statement is a fund's yearly statement (年度收支): a line for each use and
// their total, in which moves between uses cancel out.
type Statement struct {
	Year  int          `json:"year"`
	Uses  map[Use]Line `json:"uses"`
	Total Line         `json:"total"`
}

// tally is a line in fen.
type tally struct{ opening, appropriated, in, out, committed, released, refunded, returned, unpaidBefore, paid int64 }

func (t *tally) add(u tally) {
	t.opening += u.opening
	t.appropriated += u.appropriated
	t.in += u.in
	t.out += u.out
	t.committed += u.committed
	t.released += u.released
	t.refunded += u.refunded
	t.returned += u.returned
	t.unpaidBefore += u.unpaidBefore
	t.paid += u.paid
}

func (t *tally) closing() int64 {
	return t.opening + t.appropriated + t.in + t.released + t.refunded - t.out - t.committed - t.returned
}

func (t *tally) unpaid() int64 { return t.unpaidBefore + t.committed - t.paid - t.released }

func (t *tally) line() Line {
	return Line{
		Opening: funding.Fen(t.opening), Appropriated: funding.Fen(t.appropriated),
		MovedIn: funding.Fen(t.in), MovedOut: funding.Fen(t.out),
		Committed: funding.Fen(t.committed), Released: funding.Fen(t.released), Refunded: funding.Fen(t.refunded),
		Returned: funding.Fen(t.returned), Closing: funding.Fen(t.closing()),
		UnpaidBefore: funding.Fen(t.unpaidBefore), Paid: funding.Fen(t.paid), Unpaid: funding.Fen(t.unpaid()),
	}
}

// Statement returns the statement of a calendar year, from the journal.
func (f *Fund) Statement(year int) Statement {
	var tallies [4]tally // by use
	for e := range f.book.Journal {
		when := f.events[e.Event-1].Date.Year()
		if when > year {
			break
		}
		use := max(e.Debit.use, e.Credit.use)
		t, fen, from, to := &tallies[use], e.Amount.Fen(), e.Credit.stands, e.Debit.stands
		if when < year {
			before(&tallies, e.Debit, fen)
			before(&tallies, e.Credit, -fen)
			continue
		}
		switch {
		case from == treasury:
			t.appropriated += fen
		case to == treasury:
			t.returned += fen
		case from == available && to == available:
			tallies[e.Credit.use].out += fen
			tallies[e.Debit.use].in += fen
		case from == available:
			t.committed += fen
		case to == paid:
			t.paid += fen
		case from == committed:
			t.released += fen
		default:
			t.refunded += fen
		}
	}
	s := Statement{Year: year, Uses: make(map[Use]Line, len(Uses()))}
	var total tally
	for _, use := range Uses() {
		total.add(tallies[use])
		s.Uses[use] = tallies[use].line()
	}
	s.Total = total.line()
	return s
}

// before counts what stood so at the opening.
func before(tallies *[4]tally, a account, fen int64) {
	switch a.stands {
	case available:
		tallies[a.use].opening += fen
	case committed:
		tallies[a.use].unpaidBefore += fen
	case treasury, paid:
	}
}

// Appropriated returns what was appropriated in a year.
func (f *Fund) Appropriated(year int) funding.Money {
	total := int64(0)
	for _, e := range f.events {
		if e.Kind == Appropriate && e.Date.Year() == year {
			total += e.Amount.Fen()
		}
	}
	return funding.Fen(total)
}

// Rising decides whether the appropriation rises every year as the rules ask
// (逐年稳步增加), from the first year to the last one that has one. A year between
// them without any is nothing after something. A part for each pair of years
// says by how much. A single year has nothing to compare and does not hold.
func (f *Fund) Rising() rule.Reason {
	r := problems.Reason(RisesYears)
	holds := len(f.years) > 1
	if len(f.years) == 1 {
		r.Parts = append(r.Parts, problems.Reason(NotRising, rule.With("year", rule.Word(strconv.Itoa(f.years[0])))).Gives(rule.Compare, rule.Flag(false)))
	}
	condition := f.rules.growth()
	vocabulary := rule.Vocabulary{"growth": {Type: rule.RatioType, Unit: rule.Percent, Label: rule.Words("增幅", "growth")}}
	if len(f.years) > 1 {
		for year := f.years[0] + 1; year <= f.years[len(f.years)-1]; year++ {
			last, now := f.Appropriated(year-1), f.Appropriated(year)
			growth := rule.Ratio(decimal.NewFromInt(now.Fen()-last.Fen()), decimal.NewFromInt(last.Fen()), rule.Percent)
			facts := rule.FactMap{}
			if last.Sign() > 0 {
				facts["growth"] = growth
			}
			decided := condition.Decide(facts, vocabulary)
			holds = holds && decided.Holds()
			step := problems.Reason(GrowthOf, rule.With("year", rule.Word(strconv.Itoa(year))), rule.With("after", now.Value()), rule.With("before", last.Value())).
				Gives(rule.Compare, rule.Flag(decided.Holds()))
			step.Parts = []rule.Reason{decided}
			r.Parts = append(r.Parts, step)
		}
	}
	return r.Gives(rule.Compare, rule.Flag(holds)).From(f.rules.Source, f.rules.Status)
}

// Page lays a year's statement out: for each use and for all together what
// there was, what became of it and what is carried on, and payments against
// commitments.
func (f *Fund) Page(year int) rule.Page {
	s := f.Statement(year)
	page := rule.Page{
		Title: rule.Words("社会组织专项资金年度收支", "Special fund for social organizations, yearly statement"),
		Rule:  f.rules.Head,
		Lines: []rule.Line{
			{Label: rule.Words("年度", "year"), Value: rule.Word(strconv.Itoa(year))},
			{Label: rule.Words("年度拨款", "appropriated"), Value: s.Total.Appropriated.Value()},
			{Label: rule.Words("结转下年", "carried over"), Value: s.Total.Closing.Value()},
		},
	}
	for _, use := range Uses() {
		page.Steps = append(page.Steps, s.Uses[use].step(uses.Labels(use)))
	}
	page.Steps = append(page.Steps, s.Total.step(rule.Words("合计", "in all")))
	for e := range f.book.Journal {
		if ev := f.events[e.Event-1]; ev.Kind == Close && ev.Date.Year() == year {
			page.Notes = append(page.Notes, problems.Reason(GoesBack, rule.With("year", rule.Word(strconv.Itoa(e.Credit.year))),
				rule.With("use", rule.Label(uses.Labels(e.Credit.use))), rule.With("amount", e.Amount.Value())).
				Gives(rule.Given, e.Amount.Value()).From(f.rules.Source, f.rules.Status))
		}
	}
	if i := slices.Index(f.years, year); i > 0 {
		page.Notes = append(page.Notes, f.Rising().Parts[year-f.years[0]-1])
	}
	return page
}

// step is a line as the steps of a page, which add up.
func (l Line) step(title rule.Text) rule.Reason {
	all := funding.Fen(l.Opening.Fen() + l.Appropriated.Fen() + l.MovedIn.Fen() + l.Released.Fen() + l.Refunded.Fen())
	owed := l.UnpaidBefore.Fen() + l.Committed.Fen()
	step := problems.Reason(UseLine, rule.With("use", rule.Label(title))).Gives(rule.Given, l.Closing.Value())
	step.Parts = []rule.Reason{
		problems.Reason(OpensWith, rule.With("opening", l.Opening.Value()), rule.With("appropriated", l.Appropriated.Value()),
			rule.With("in", l.MovedIn.Value()), rule.With("released", l.Released.Value()), rule.With("refunded", l.Refunded.Value())).
			Gives(rule.Sum, all.Value()),
		problems.Reason(Leaves, rule.With("all", all.Value()), rule.With("out", l.MovedOut.Value()),
			rule.With("committed", l.Committed.Value()), rule.With("returned", l.Returned.Value())).
			Gives(rule.Difference, l.Closing.Value()),
		problems.Reason(Owes, rule.With("opening", l.UnpaidBefore.Value()), rule.With("committed", l.Committed.Value())).
			Gives(rule.Sum, funding.Fen(owed).Value()),
		problems.Reason(StillOwes, rule.With("due", funding.Fen(owed).Value()), rule.With("paid", l.Paid.Value()), rule.With("released", l.Released.Value())).
			Gives(rule.Difference, l.Unpaid.Value()),
	}
	if due := owed - l.Released.Fen(); due > 0 {
		step.Parts = append(step.Parts, problems.Reason(SpentRate, rule.With("paid", l.Paid.Value()), rule.With("due", funding.Fen(due).Value())).
			Gives(rule.Given, rule.Ratio(decimal.NewFromInt(l.Paid.Fen()), decimal.NewFromInt(due), rule.Percent)))
	}
	return step
}
