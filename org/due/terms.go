package due

import (
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Terms are what registered organizations owe, by legal form.
type Terms struct {
	rule.Head
	Terms []Term `json:"terms"`
}

// Term says that what an occasion calls for is done within a duration.
type Term struct {
	ID     string        `json:"id"`
	Title  rule.Text     `json:"title"` // what is to be done
	Kinds  []org.Kind    `json:"kinds"`
	From   Occasion      `json:"from"`
	Within rule.Duration `json:"within"`
	Source rule.Source   `json:"source,omitzero"`
	Status rule.Status   `json:"status"`
}

// Validate reports every fault of the terms: in the head, none, one id twice
// ([TermTwice]), and terms without title, legal form, occasion, duration or, if
// published, source.
func (t Terms) Validate() error {
	var found rule.Problems
	found.Nest("", t.Head.Validate())
	if len(t.Terms) == 0 {
		found.Add(problems.Problem("terms", rule.Required))
	}
	first := map[string]int{}
	for i, term := range t.Terms {
		at := "terms[" + strconv.Itoa(i) + "]"
		found.Nest(at, rule.Head{ID: term.ID, Title: term.Title, Source: term.Source, Status: term.Status}.Validate())
		if j, twice := first[term.ID]; twice && term.ID != "" {
			found.Add(problems.Problem(at+".id", TermTwice, rule.With("term", rule.Quoted(term.ID)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[term.ID] = i
		if len(term.Kinds) == 0 {
			found.Add(problems.Problem(at+".kinds", rule.Required))
		}
		for j, k := range term.Kinds {
			if !k.Valid() {
				found.Add(problems.Problem(at+".kinds["+strconv.Itoa(j)+"]", rule.Required))
			}
		}
		if !term.From.Valid() {
			found.Add(problems.Problem(at+".from", rule.Required))
		}
		found.Nest(at+".within", term.Within.Validate())
	}
	return found.Err()
}

// Owed is a duty that began on a day, and when it was done.
type Owed struct {
	Term string    `json:"term"` // id
	On   rule.Date `json:"on"`   // of the occasion
	Done rule.Date `json:"done,omitzero"`
}

// Finding is how a duty stands on a day.
type Finding struct {
	Owed
	Last     rule.Date // the last day for it
	Standing Standing
	Days     int // late or overdue by; of an open one, that are left
	Reason   rule.Reason
}

// Check says how every duty of an organization stands on a day, in the order
// given. The first day of a term is not counted, and an end on a day of rest
// moves to the next working day of the calendar; the zero calendar knows none.
// What was done after the day counts as not yet done. Problems are duties of a
// term that is unknown ([TermUnknown]) or not for the legal form ([TermForm]),
// that begin after the day or are done before they begin ([DaysOrder]).
func (t Terms) Check(kind org.Kind, owed []Owed, on rule.Date, c rule.Calendar) ([]Finding, error) {
	var found rule.Problems
	found.Nest("terms", t.Validate())
	if !kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
	}
	if on.IsZero() {
		found.Add(problems.Problem("on", rule.Required))
	}
	findings := make([]Finding, 0, len(owed))
	for i, o := range owed {
		at := "owed[" + strconv.Itoa(i) + "]"
		j := slices.IndexFunc(t.Terms, func(term Term) bool { return term.ID == o.Term })
		if j < 0 {
			found.Add(problems.Problem(at+".term", TermUnknown, rule.With("term", rule.Quoted(o.Term))))
			continue
		}
		term := t.Terms[j]
		if !slices.Contains(term.Kinds, kind) {
			found.Add(problems.Problem(at+".term", TermForm, rule.With("term", rule.Label(term.Title)),
				rule.With("kind", rule.Label(rule.Words(kind.Label(language.Chinese), kind.Label(language.English))))))
		}
		if on.Before(o.On) || !o.Done.IsZero() && o.Done.Before(o.On) {
			found.Add(problems.Problem(at+".on", DaysOrder, rule.With("on", rule.On(o.On))))
		}
		f, err := term.check(o, on, c)
		found.Nest(at, err)
		findings = append(findings, f)
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return findings, nil
}

func (t Term) check(o Owed, on rule.Date, c rule.Calendar) (Finding, error) {
	last, counted, err := t.Within.Last(o.On, c)
	if err != nil {
		return Finding{}, err
	}
	f := Finding{Owed: o, Last: last}
	code := DutyOpen
	switch done := !o.Done.IsZero() && !on.Before(o.Done); {
	case done && !last.Before(o.Done):
		f.Standing, code = InTime, DutyDone
	case done:
		f.Standing, f.Days, code = Late, o.Done.DaysSince(last), DutyLate
	case last.Before(on):
		f.Standing, f.Days, code = Overdue, on.DaysSince(last), DutyOverdue
	default:
		f.Standing, f.Days = Open, last.DaysSince(on)
	}
	f.Reason = problems.Reason(code, rule.With("what", rule.Label(t.Title)), rule.With("from", rule.Label(occasions.Labels(t.From))), rule.With("on", rule.On(o.On)),
		rule.With("last", rule.On(last)), rule.With("done", rule.On(o.Done)), rule.With("days", rule.Int(int64(f.Days), rule.DayUnit))).
		Gives(rule.Compare, rule.Flag(f.Standing == InTime || f.Standing == Open)).From(t.Source, t.Status)
	f.Reason.Parts = []rule.Reason{counted}
	return f, nil
}

// Page explains how the duties of an organization stand.
func (t Terms) Page(name string, on rule.Date, findings []Finding) rule.Page {
	page := rule.Page{
		Title: rule.Words("登记后事项期限核查", "Terms after registration"),
		Rule:  t.Head,
		Lines: []rule.Line{{Label: rule.Words("组织", "Organization"), Value: rule.Word(name)}, {Label: rule.Words("核查日", "Day"), Value: rule.On(on)}},
	}
	for _, f := range findings {
		page.Steps = append(page.Steps, f.Reason)
	}
	return page
}
