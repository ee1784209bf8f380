package fund

import (
	"strconv"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Statement is a fund's yearly statement (年度收支): what was there, came in and
// went out adds up to what is there, to the fen.
type Statement struct {
	Year     int           `json:"year"`
	Opening  funding.Money `json:"opening"`
	PaidIn   funding.Money `json:"paid_in"` // by the founder
	Gifts    funding.Money `json:"gifts"`
	Grants   funding.Money `json:"grants"`
	Fees     funding.Money `json:"fees"`
	PassedOn funding.Money `json:"passed_on"`
	Closing  funding.Money `json:"closing"`
	Due      funding.Money `json:"due"`       // least spending of the year by the rules
	Short    funding.Money `json:"shortfall"` // by which grants fell short of it
}

// Statement returns the statement of a calendar year, from the journal.
func (f *Fund) Statement(year int) Statement {
	var opening, in, gifts, grants, fees, passed int64
	for e := range f.book.Journal {
		fen, when := e.Amount.Fen(), f.deed.Date.Year()
		if e.Event > 0 {
			when = f.events[e.Event-1].Date.Year()
		}
		if when > year || e.Debit.Kind != Cash && e.Credit.Kind != Cash {
			continue
		}
		if when < year {
			if e.Credit.Kind == Cash {
				fen = -fen
			}
			opening += fen
			continue
		}
		switch {
		case e.Credit.Kind == Paid:
			in += fen
		case e.Credit.Kind == Given:
			gifts += fen
		case e.Debit.Kind == Granted:
			grants += fen
		case e.Debit.Kind == Charged:
			fees += fen
		case e.Debit.Kind == Passed:
			passed += fen
		}
	}
	s := Statement{
		Year: year, Opening: funding.Fen(opening), PaidIn: funding.Fen(in), Gifts: funding.Fen(gifts),
		Grants: funding.Fen(grants), Fees: funding.Fen(fees), PassedOn: funding.Fen(passed),
		Closing: funding.Fen(opening + in + gifts - grants - fees - passed),
	}
	if f.rules.Spend != nil {
		if due, err := s.Opening.MulRate(*f.rules.Spend, funding.ToFen(rule.Up)); err == nil {
			s.Due, s.Short = due, funding.Fen(max(0, due.Fen()-grants))
		}
	}
	return s
}

// Page lays the statement out.
func (f *Fund) Page(year int) rule.Page {
	s := f.Statement(year)
	page := rule.Page{
		Title: rule.Words("冠名慈善基金年度收支", "Named charity fund, yearly statement"),
		Rule:  f.rules.Head,
		Lines: []rule.Line{
			{Label: rule.Words("基金", "Fund"), Value: rule.Word(f.deed.ID + " " + f.deed.Name)},
			{Label: rule.Words("用途", "Purpose"), Value: rule.Word(f.purpose)},
			{Label: rule.Words("状态", "State"), Value: rule.Label(rule.Words(f.state.Label(language.Chinese), f.state.Label(language.English)))},
			{Label: rule.Words("年度", "Year"), Value: rule.Word(strconv.Itoa(year))},
		},
		Steps: []rule.Reason{
			problems.Reason(ComesTo,
				rule.With("opening", s.Opening.Value()), rule.With("paid", s.PaidIn.Value()), rule.With("gifts", s.Gifts.Value())).
				Gives(rule.Sum, funding.Fen(s.Opening.Fen()+s.PaidIn.Fen()+s.Gifts.Fen()).Value()),
			problems.Reason(Leaves,
				rule.With("all", funding.Fen(s.Opening.Fen()+s.PaidIn.Fen()+s.Gifts.Fen()).Value()),
				rule.With("grants", s.Grants.Value()), rule.With("fees", s.Fees.Value()), rule.With("passed", s.PassedOn.Value())).
				Gives(rule.Difference, s.Closing.Value()),
		},
	}
	if f.rules.Spend != nil {
		page.Steps = append(page.Steps, problems.Reason(MustSpend,
			rule.With("opening", s.Opening.Value()), rule.With("share", rule.Num(*f.rules.Spend, rule.Percent)), rule.With("grants", s.Grants.Value()), rule.With("due", s.Due.Value())).
			Gives(rule.Compare, rule.Flag(s.Short.Sign() == 0)).From(f.rules.Source, f.rules.Status))
	}
	return page
}
