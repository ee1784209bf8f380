package regime

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Authority is a registration authority (登记管理机关) ready to decide: a regime
// that was checked, what is registered already, and the calendar by which terms
// are counted.
type Authority struct {
	regime   Regime
	known    rule.Vocabulary
	index    Index
	calendar rule.Calendar
}

// NewAuthority returns the authority, or the faults of the regime or calendar.
// With the zero calendar terms end where they end, working day or not.
func NewAuthority(r Regime, in Index, c rule.Calendar) (Authority, error) {
	var found rule.Problems
	found.Nest("", r.Validate())
	if c.ID != "" {
		found.Nest("calendar", c.Validate())
	}
	if len(found) > 0 {
		return Authority{}, found.Err()
	}
	r.Ways = slices.Clone(r.Ways)
	return Authority{r, r.vocabulary(), in, c}, nil
}

// Decision is what becomes of an application, and why.
type Decision struct {
	Regime      rule.Head
	Application Application
	Outcome     Outcome
	Way         string    // id of the way that is met; empty where refused
	Track       org.Track // of an organization registered or filed
	Trials      []Trial   // every way of the regime, in its order
	Due         rule.Date // last day for the authority's decision; none where no way is open
	Extended    rule.Date // last day where the term is extended
	Similar     []Similar // organizations of the same or a similar scope, by id

	terms []rule.Reason
}

// Similar is an organization that has a scope of the application.
type Similar struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Trial is a way held against the application.
type Trial struct {
	ID      string
	Title   rule.Text
	Leads   Outcome
	Open    bool          // it is for this application
	Met     bool          // and every condition is met
	Steps   []rule.Reason // each condition decided, or why the way is not open
	Changes []Change      // what would have to change, all of it together
}

// Unmet returns the clauses that stand in the way, in order.
func (t Trial) Unmet() []rule.Reason {
	var unmet []rule.Reason
	for _, step := range t.Steps {
		unmet = append(unmet, step.Unmet()...)
	}
	return unmet
}

// Decide is [Authority.Decide] for one application, without a calendar.
func (r Regime) Decide(a Application, in Index) (Decision, error) {
	authority, err := NewAuthority(r, in, rule.Calendar{})
	if err != nil {
		return Decision{}, err
	}
	return authority.Decide(a)
}

// Decide holds an application against every way of the regime and takes the
// first that is open to it and met. It is refused where there is none. Problems
// are an application that states too little to be one or what it cannot state,
// and a day on which the regime is not in force ([NotInForce]) or which the
// calendar does not know.
func (au Authority) Decide(a Application) (Decision, error) {
	var found rule.Problems
	found.Nest("", a.validate(au.known))
	if !a.On.IsZero() && !au.regime.Period.Contains(a.On) {
		found.Add(problems.Problem("on", NotInForce, rule.With("on", rule.On(a.On)), rule.With("period", label(au.regime.Period.Words()))))
	}
	if len(found) > 0 {
		return Decision{}, found.Err()
	}
	d := Decision{Regime: au.regime.Head, Application: a, Outcome: Refuse, Trials: make([]Trial, len(au.regime.Ways))}
	facts := known{a: &a, similar: -1}
	if ids, ok := au.index.similar(&a); ok {
		facts.similar = len(ids)
		for _, id := range ids {
			d.Similar = append(d.Similar, Similar{id, au.index.names[id]})
		}
	}
	taken := -1
	for i := range au.regime.Ways {
		w := &au.regime.Ways[i]
		d.Trials[i] = au.try(w, facts)
		if d.Trials[i].Met && taken < 0 {
			taken, d.Outcome, d.Way, d.Track = i, w.Leads, w.ID, w.Track
		}
	}
	if taken < 0 {
		if taken = d.nearest(); taken < 0 || !d.Trials[taken].Open {
			return d, nil
		}
	}
	return d, au.term(&d, au.regime.Ways[taken])
}

// try holds a way against the application.
func (au Authority) try(w *Way, facts known) Trial {
	t := Trial{ID: w.ID, Title: w.Title, Leads: w.Leads, Open: true}
	if !w.Period.Contains(facts.a.On) {
		shut(&t, problems.Reason(WayPeriod, rule.With("found", rule.On(facts.a.On)), rule.With("required", label(w.Period.Words()))), wait(w, facts))
	}
	if len(w.Kinds) > 0 && !slices.Contains(w.Kinds, facts.a.Kind) {
		required := rule.With("required", label(forms(w.Kinds)))
		shut(&t, problems.Reason(WayForm, rule.With("found", label(forms([]org.Kind{facts.a.Kind}))), required),
			Change{Fact: Kind, Reason: problems.Reason(ChangeTo, rule.With("fact", label(au.known[Kind].Label)), required)})
	}
	if !w.For.IsZero() {
		if step := w.For.Decide(facts, au.known); !step.Holds() {
			t.Open = false
			t.Steps = append(t.Steps, step)
			t.Changes = append(t.Changes, au.changes(&w.For, facts)...)
		}
	}
	if !t.Open {
		return t
	}
	t.Met, t.Steps = true, make([]rule.Reason, len(w.Needs))
	for i := range w.Needs {
		t.Steps[i] = w.Needs[i].Decide(facts, au.known)
		if !t.Steps[i].Holds() {
			t.Met = false
			t.Changes = append(t.Changes, au.changes(&w.Needs[i], facts)...)
		}
	}
	return t
}

// shut closes a way.
func shut(t *Trial, why rule.Reason, change Change) {
	t.Open = false
	t.Steps = append(t.Steps, why.Gives(rule.Compare, rule.Flag(false)))
	t.Changes = append(t.Changes, change)
}

// forms names legal forms.
func forms(kinds []org.Kind) rule.Text {
	var zh, en []string
	for _, k := range kinds {
		zh, en = append(zh, k.Label(language.Chinese)), append(en, k.Label(language.English))
	}
	return rule.Words(strings.Join(zh, "、"), strings.Join(en, ", "))
}

// nearest is the place of the way that least stands in the way of: an open one
// before one that is not, then the one with the fewest changes, then the one
// that is preferred; below zero where every way is met.
func (d Decision) nearest() int {
	best := -1
	for i, t := range d.Trials {
		switch {
		case t.Met:
		case best < 0, t.Open && !d.Trials[best].Open,
			t.Open == d.Trials[best].Open && len(t.Changes) < len(d.Trials[best].Changes):
			best = i
		}
	}
	return best
}

// Nearest returns the way that least stands in the way of, where the
// application is refused.
func (d Decision) Nearest() (Trial, bool) {
	if i := d.nearest(); d.Outcome == Refuse && i >= 0 {
		return d.Trials[i], true
	}
	return Trial{}, false
}

// Better returns the open ways that are preferred to the one taken and not met.
func (d Decision) Better() []Trial {
	var better []Trial
	for _, t := range d.Trials {
		if t.ID == d.Way {
			return better
		}
		if t.Open {
			better = append(better, t)
		}
	}
	return nil
}

// term counts the authority's term from the day of the application, which is
// not counted itself (Civil Code, art. 201).
func (au Authority) term(d *Decision, w Way) error {
	last, counted, err := w.Within.Last(d.Application.On, au.calendar)
	if err != nil {
		return err
	}
	d.Due = last
	due := problems.Reason(DueBy, rule.With("term", w.Within.Value())).Gives(rule.Given, rule.On(last)).From(w.Source, w.Status)
	due.Parts = []rule.Reason{counted}
	d.terms = append(d.terms, due)
	if w.Extend.IsZero() {
		return nil
	}
	last, counted, err = w.Extend.Last(last, au.calendar)
	if err != nil {
		return err
	}
	d.Extended = last
	extended := problems.Reason(DueExtended, rule.With("term", w.Extend.Value())).Gives(rule.Given, rule.On(last)).From(w.Source, w.Status)
	extended.Parts = []rule.Reason{counted}
	d.terms = append(d.terms, extended)
	return nil
}

// Page explains the decision: every way up to the one taken, then what would
// have to change for a better one or, where refused, for the nearest.
func (d Decision) Page() rule.Page {
	a := d.Application
	outcome := rule.Words(d.Outcome.Label(language.Chinese), d.Outcome.Label(language.English))
	if d.Track.Valid() {
		outcome.ZH += "(" + d.Track.Label(language.Chinese) + ")"
		outcome.EN += " (" + d.Track.Label(language.English) + ")"
	}
	page := rule.Page{
		Title: rule.Words("登记备案审查", "Registration and filing"),
		Rule:  d.Regime,
		Lines: []rule.Line{
			{Label: rule.Words("申请", "Application"), Value: rule.Word(a.ID + " " + a.Name)},
			{Label: rule.Words("法律形式", "Legal form"), Value: label(forms([]org.Kind{a.Kind}))},
			{Label: rule.Words("活动地域", "Territory"), Value: rule.Word(a.Territory.String())},
			{Label: rule.Words("受理日", "Received"), Value: rule.On(a.On)},
			{Label: rule.Words("结论", "Result"), Value: label(outcome)},
			{Label: rule.Words("决定期限", "Decision due"), Value: rule.On(d.Due)},
		},
	}
	for _, t := range d.Trials {
		page.Steps = append(page.Steps, t.step())
		if t.Met {
			break
		}
	}
	for _, t := range d.Better() {
		page.Notes = append(page.Notes, t.note(Better))
	}
	if t, ok := d.Nearest(); ok {
		page.Notes = append(page.Notes, t.note(Nearest))
	}
	for _, s := range d.Similar {
		page.Notes = append(page.Notes, problems.Reason(SimilarFound, rule.With("name", rule.Word(s.ID+" "+s.Name))))
	}
	page.Notes = append(page.Notes, d.terms...)
	return page
}

func (t Trial) step() rule.Reason {
	way := rule.With("way", label(t.Title))
	var r rule.Reason
	switch {
	case !t.Open:
		r = problems.Reason(WayClosed, way)
	case t.Met:
		r = problems.Reason(WayMet, way).Gives(rule.Compare, rule.Flag(true))
	default:
		r = problems.Reason(WayUnmet, way, rule.With("unmet", rule.Word(strconv.Itoa(len(t.Changes))))).Gives(rule.Compare, rule.Flag(false))
	}
	r.Parts = t.Steps
	return r
}

func (t Trial) note(code rule.Code) rule.Reason {
	r := problems.Reason(code, rule.With("way", label(t.Title)))
	for _, c := range t.Changes {
		r.Parts = append(r.Parts, c.Reason)
	}
	return r
}
