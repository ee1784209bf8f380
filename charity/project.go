package charity

import (
	"maps"
	"slices"

	"github.com/sancheng-go/sancheng/funding/ledger"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Founding is what a project begins with.
type Founding struct {
	ID      string    `json:"id"`
	Title   string    `json:"title"`
	Founder string    `json:"founder"` // who ventures it, 发起人
	Date    rule.Date `json:"date"`
}

// Project is a public-welfare project: its founding and its dated events. Its
// stage, its ledger and everything else about it is the fold of these. Build
// it with [Pipeline.Open] and [Project.Apply], or with [Pipeline.Fold].
type Project struct {
	pipeline *Pipeline
	founding Founding
	events   []Event
	stage    Stage
	visits   []Visit
	facts    rule.FactMap
	book     ledger.Book[Account]
	moved    int64     // fen, the sum of all events' amounts
	asked    situation // what gates ask, while an event is decided

	campaign *Campaign
	open     bool
	deadline rule.Date
	opened   int // events up to the campaign's opening

	// fen
	target, raised, matched, owed, budget, spent int64

	milestones         []Milestone
	offers, agreements int
	unreported         int
	persons, times     int64
}

// Visit is a stay in a stage, from the day of the event that led there; the
// last visit has no end.
type Visit struct {
	Stage Stage       `json:"stage"`
	Stay  rule.Period `json:"stay"`
	Event int         `json:"event"` // number of the event that led there, 0 for the founding
}

// Milestone (节点) is something to be reached by a day.
type Milestone struct {
	Name    string    `json:"name"`
	Due     rule.Date `json:"due"`
	Reached rule.Date `json:"reached,omitzero"`
}

// Open returns a project without events, in the first stage. Its ID, title,
// founder and date are required.
func (p *Pipeline) Open(f Founding) (*Project, error) {
	var found rule.Problems
	for _, field := range [...]struct {
		path    string
		missing bool
	}{{"id", f.ID == ""}, {"title", f.Title == ""}, {"founder", f.Founder == ""}, {"date", f.Date.IsZero()}} {
		if field.missing {
			found.Add(problems.Problem(field.path, rule.Required))
		}
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return p.open(f), nil
}

// open is Open for a founding that is sound.
func (p *Pipeline) open(f Founding) *Project {
	return &Project{
		pipeline: p, founding: f, stage: p.table.Start(),
		visits: []Visit{{Stage: p.table.Start(), Stay: rule.Since(f.Date)}},
	}
}

// Fold returns the project with its history applied. An event that is faulty
// or that the rules refuse ([EventRefused]) is a problem at its place, such as
// events[3].amount; events after the first faulty one are not looked at beyond
// their own form.
func (p *Pipeline) Fold(f Founding, events []Event) (*Project, error) {
	project, err := p.Open(f)
	if err != nil {
		return nil, err
	}
	project.events = make([]Event, 0, len(events))
	project.visits = slices.Grow(project.visits, 4)
	project.book.Grow(len(events))
	for i := range events {
		refusal, err := project.apply(&events[i], false)
		if err == nil && refusal != nil {
			err = problems.Problem("", EventRefused, rule.With("why", why(*refusal)))
		}
		if err != nil {
			var found rule.Problems
			found.Nest(rule.At("events", i), err)
			for j := i + 1; j < len(events); j++ {
				found.Nest(rule.At("events", j), events[j].Validate())
			}
			return nil, found.Err()
		}
	}
	return project, nil
}

// Apply lets an event happen. A faulty event is an error: see
// [Event.Validate]; further an event of another project, with a number that is
// not the next, dated before the event it follows or before the founding, and
// an amount above what there is to give back or pay. An event the rules refuse
// is a reason with code [stage.Refused] and every unmet requirement as its
// parts, or [stage.NoWay] where the stage knows no such event; else the reason
// says with code [stage.Moved] where the event led. The reason Holds if the
// event happened; if not, the project is as it was. The project keeps the
// event's facts and terms, which must not be changed afterwards.
func (p *Project) Apply(e Event) (rule.Reason, error) {
	reason, err := p.apply(&e, true)
	if err != nil {
		return rule.Reason{}, err
	}
	return *reason, nil
}

// apply returns the reason where one is wanted or the event is refused.
func (p *Project) apply(e *Event, wanted bool) (*rule.Reason, error) {
	if err := p.fits(e); err != nil {
		return nil, err
	}
	row := p.pipeline.rows[p.stage][e.Kind]
	if row == nil {
		_, reason := p.pipeline.table.Step(p.stage, e.Kind, nil)
		return &reason, nil
	}
	var reason *rule.Reason
	holds := true
	if !row.Needs.IsZero() {
		p.asked = situation{p, e} // here, so that no event allocates it
		holds, _ = row.Needs.Holds(&p.asked)
		p.asked = situation{}
	}
	if wanted || !holds {
		_, decided := p.pipeline.table.Step(p.stage, e.Kind, situation{p, e})
		reason = &decided
	}
	if !holds {
		return reason, nil
	}
	var room [4]posting
	postings, err := p.postings(e, room[:0])
	if err != nil {
		return nil, err
	}
	if err := p.book.Post(postings...); err != nil {
		var found rule.Problems
		found.Nest("amount", err)
		return nil, found.Err()
	}
	p.record(e)
	p.tally(e, postings)
	if row.To != p.stage {
		p.stage = row.To
		p.visits[len(p.visits)-1].Stay.Until = e.Date
		p.visits = append(p.visits, Visit{Stage: row.To, Stay: rule.Since(e.Date), Event: e.Number})
	}
	return reason, nil
}

// fits reports the faults of an event as the next of this project.
func (p *Project) fits(e *Event) error {
	var found rule.Problems
	found.Nest("", e.Validate())
	if e.Project != "" && e.Project != p.founding.ID {
		found.Add(problems.Problem("project", OtherProject, rule.With("got", rule.Quoted(e.Project)), rule.With("want", rule.Quoted(p.founding.ID))))
	}
	if e.Number != len(p.events)+1 {
		found.Add(problems.Problem("number", OutOfOrder, rule.With("got", rule.Int(int64(e.Number), 0)), rule.With("want", rule.Int(int64(len(p.events)+1), 0))))
	}
	if e.Date.Before(p.founding.Date) && !e.Date.IsZero() {
		found.Add(problems.Problem("date", BeforeFounding, rule.With("got", rule.On(e.Date)), rule.With("founded", rule.On(p.founding.Date))))
	} else if n := len(p.events); n > 0 && e.Date.Before(p.events[n-1].Date) && !e.Date.IsZero() {
		found.Add(problems.Problem("date", BeforeLast, rule.With("got", rule.On(e.Date)), rule.With("last", rule.On(p.events[n-1].Date))))
	}
	if !e.Until.IsZero() && e.Until.Before(e.Date) {
		found.Add(problems.Problem("until", UntilPast, rule.With("until", rule.On(e.Until)), rule.With("date", rule.On(e.Date))))
	}
	if _, ok := p.pipeline.classes[e.Class]; e.Class != "" && !ok {
		found.Add(problems.Problem("class", ClassUnknown, rule.With("name", rule.Quoted(e.Class))))
	}
	for name, value := range e.Facts { // problems are put in order by Err
		fact, ok := p.pipeline.rules.Facts[name]
		switch {
		case !ok:
			found.Add(problems.Problem("facts."+name, FactForeign, rule.With("name", rule.Quoted(name))))
		case fact.Type != value.Type():
			found.Add(problems.Problem("facts."+name, FactType, rule.With("name", rule.Label(fact.Label))))
		}
	}
	i := -1
	if e.Kind == SetMilestone || e.Kind == ReachMilestone {
		i = p.milestone(e.Name)
	}
	switch {
	case e.Kind == SetMilestone && i >= 0:
		found.Add(problems.Problem("name", Twice, rule.With("name", rule.Quoted(e.Name))))
	case e.Kind == ReachMilestone && e.Name != "" && (i < 0 || !p.milestones[i].Reached.IsZero()):
		found.Add(problems.Problem("name", NameUnknown, rule.With("name", rule.Quoted(e.Name))))
	}
	return found.Err()
}

func (p *Project) milestone(name string) int {
	return slices.IndexFunc(p.milestones, func(m Milestone) bool { return m.Name == name })
}

// record keeps what an event that happened says, money aside.
func (p *Project) record(e *Event) {
	p.events = append(p.events, *e)
	if len(e.Facts) > 0 {
		if p.facts == nil {
			p.facts = e.Facts
		} else {
			p.facts = maps.Clone(p.facts)
			maps.Copy(p.facts, e.Facts)
		}
	}
	amount := e.Amount.Fen()
	switch e.Kind {
	case OpenCampaign:
		terms := *e.Campaign
		p.campaign, p.open, p.target, p.deadline = &terms, true, amount, e.Until
		p.opened, p.raised = len(p.events), 0
	case Tally, Fail, Withdraw:
		p.open = false
	case Give:
		p.raised += amount
	case Match:
		p.matched += amount
	case Plan:
		p.budget += amount
	case SetMilestone:
		p.milestones = append(p.milestones, Milestone{Name: e.Name, Due: e.Until})
	case ReachMilestone:
		p.milestones[p.milestone(e.Name)].Reached = e.Date
	case Offer:
		p.offers++
	case Agree:
		p.agreements++
	case Pay:
		p.spent += amount
		p.unreported++
	case Report:
		p.unreported = 0
	case Serve:
		p.persons += e.Persons
		p.times += e.Times
	}
}

// tally keeps the running totals that follow from the postings of an event.
func (p *Project) tally(e *Event, postings []posting) {
	p.moved += e.Amount.Fen()
	for _, posted := range postings {
		fen := posted.Amount.Fen()
		switch {
		case posted.Credit.Kind == Owed:
			p.owed += fen
			p.raised -= fen
		case posted.Debit.Kind == Owed:
			p.owed -= fen
		case posted.Debit.Kind == Gifts && e.Kind == Refund:
			p.raised -= fen
		case posted.Debit.Kind == Matching && e.Kind == Refund:
			p.matched -= fen
		}
	}
}

// Founding returns what the project began with.
func (p *Project) Founding() Founding { return p.founding }

// Stage returns where the project stands.
func (p *Project) Stage() Stage { return p.stage }

// Since returns the day the project came to its stage.
func (p *Project) Since() rule.Date { return p.visits[len(p.visits)-1].Stay.From }

// Visits returns every stay in a stage, in order.
func (p *Project) Visits() []Visit { return slices.Clone(p.visits) }

// Events returns the project's history.
func (p *Project) Events() []Event { return slices.Clone(p.events) }

// Milestones returns the milestones in the order they were set.
func (p *Project) Milestones() []Milestone { return slices.Clone(p.milestones) }

// Pipeline returns what carries the project.
func (p *Project) Pipeline() *Pipeline { return p.pipeline }
