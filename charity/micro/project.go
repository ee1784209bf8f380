package micro

import (
	"slices"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Proposal is what a project begins with.
type Proposal struct {
	ID           string        `json:"id"`
	Title        string        `json:"title"`
	Service      string        `json:"service"` // a kind of the catalogue, or a class where the kind is not known
	Organization string        `json:"organization"`
	Territory    org.Territory `json:"territory"`
	Cost         funding.Money `json:"cost"`
	Date         rule.Date     `json:"date"`
}

// Event is one thing that happened to a project on one day.
type Event struct {
	Project string        `json:"project"`
	Number  int           `json:"number"` // 1, 2, 3: its place in the project's history
	Date    rule.Date     `json:"date"`
	Act     Act           `json:"act"`
	By      Approver      `json:"by,omitzero"`      // who approves or refuses
	Amount  funding.Money `json:"amount,omitzero"`  // approved, or spent; never negative
	Persons int64         `json:"persons,omitzero"` // 人, reached by what is finished
	Times   int64         `json:"times,omitzero"`   // 人次, at least as many
	Note    string        `json:"note,omitzero"`    // why, for what is refused or dropped
}

// Project is a micro-livelihood project: its proposal and its dated events.
type Project struct {
	desk     *Desk
	service  service
	proposal Proposal
	approval Approval
	stage    Stage
	granted  funding.Money
	spent    funding.Money
	persons  int64
	times    int64
	events   []Event
}

// Open proposes a project. A faulty proposal is an error; a cost beyond the rules' table is a reason that does not hold, and no project.
func (d *Desk) Open(p Proposal) (*Project, rule.Reason, error) {
	var found rule.Problems
	for _, field := range [...]struct {
		name    string
		missing bool
	}{
		{"id", p.ID == ""},
		{"title", p.Title == ""},
		{"organization", p.Organization == ""},
		{"territory", p.Territory.IsZero()},
		{"date", p.Date.IsZero()},
		{"service", p.Service == ""},
	} {
		if field.missing {
			found.Add(problems.Problem(field.name, rule.Required))
		}
	}
	is, ok := d.services[p.Service]
	if !ok && p.Service != "" {
		found.Add(problems.Problem("service", ServiceUnknown, rule.With("service", rule.Quoted(p.Service))))
	}
	if p.Cost.Sign() <= 0 {
		found.Add(problems.Problem("cost", AmountNotPositive, rule.With("amount", p.Cost.Value())))
	}
	if len(found) > 0 {
		return nil, rule.Reason{}, found.Err()
	}
	approval, reason, ok := d.Approval(p.Cost)
	if !ok {
		return nil, reason, nil
	}
	return &Project{desk: d, service: is, proposal: p, approval: approval, stage: Proposed}, reason, nil
}

// Apply lets an event happen. A faulty event is an error: of another project,
// out of order, dated before what it follows, without what its act needs, with
// a negative amount or with fewer person-times than persons. An event the rules
// refuse is a reason that does not hold, with every unmet requirement. Beside
// both the project is as it was.
func (p *Project) Apply(e Event) (rule.Reason, error) {
	if err := p.fits(e); err != nil {
		return rule.Reason{}, err
	}
	over := func(limit funding.Money) rule.Value { return funding.Fen(max(0, e.Amount.Fen()-limit.Fen())).Value() }
	to, reason := p.desk.moves.Step(p.stage, e.Act, rule.FactMap{
		"may-approve": rule.Flag(e.By >= p.approval.By),
		"over-asked":  over(p.proposal.Cost),
		"over-spent":  over(p.granted),
		"served":      rule.Int(e.Times, rule.PersonTime),
	})
	if !reason.Holds() {
		return reason, nil
	}
	p.stage = to
	p.events = append(p.events, e)
	switch e.Act {
	case Approve:
		p.granted = e.Amount
	case Finish:
		p.spent, p.persons, p.times = e.Amount, e.Persons, e.Times
	case Refuse, Start, Drop:
	}
	return reason, nil
}

// Fold returns the project with its history applied. A proposal or event that is
// faulty or refused ([EventRefused]) is a problem at its place.
func (d *Desk) Fold(proposal Proposal, events []Event) (*Project, error) {
	p, _, err := d.Open(proposal)
	if err != nil {
		return nil, err
	}
	if p == nil {
		return nil, problems.Problem("cost", EventRefused)
	}
	for i, e := range events {
		reason, err := p.Apply(e)
		if err == nil && !reason.Holds() {
			err = problems.Problem("", EventRefused)
		}
		if err != nil {
			var found rule.Problems
			found.Nest(rule.At("events", i), err)
			return nil, found.Err()
		}
	}
	return p, nil
}

// most bounds the persons and times of one project.
const most = 1_000_000

func (p *Project) fits(e Event) error {
	var found rule.Problems
	if e.Project != p.proposal.ID {
		found.Add(problems.Problem("project", OtherProject, rule.With("got", rule.Quoted(e.Project)), rule.With("want", rule.Quoted(p.proposal.ID))))
	}
	if want := len(p.events) + 1; e.Number != want {
		found.Add(problems.Problem("number", OutOfOrder, rule.With("got", rule.Int(int64(e.Number), 0)), rule.With("want", rule.Int(int64(want), 0))))
	}
	if e.Date.Before(p.Since()) {
		found.Add(problems.Problem("date", BeforeLast, rule.With("got", rule.On(e.Date)), rule.With("last", rule.On(p.Since()))))
	}
	for _, field := range [...]struct {
		name           string
		stated, wanted bool
	}{
		{"act", e.Act.Valid(), true},
		{"by", e.By.Valid(), e.Act == Approve || e.Act == Refuse},
		{"note", e.Note != "", e.Act == Refuse || e.Act == Drop},
		{"amount", e.Amount.Sign() != 0, e.Act == Approve},
	} {
		if field.wanted && !field.stated {
			found.Add(problems.Problem(field.name, rule.Required))
		}
	}
	for _, field := range [...]struct {
		name         string
		stated, used bool
	}{
		{"amount", e.Amount.Sign() != 0, e.Act == Approve || e.Act == Finish},
		{"times", e.Persons != 0 || e.Times != 0, e.Act == Finish},
	} {
		if e.Act.Valid() && field.stated && !field.used {
			found.Add(problems.Problem(field.name, FieldUnused, rule.With("act", rule.Label(acts.Labels(e.Act)))))
		}
	}
	if e.Amount.Sign() < 0 {
		found.Add(problems.Problem("amount", AmountNegative, rule.With("amount", e.Amount.Value())))
	}
	if e.Persons < 0 || e.Times < e.Persons || e.Times > most || e.Times > 0 && e.Persons == 0 {
		found.Add(problems.Problem("times", TimesFew, rule.With("times", rule.Int(e.Times, rule.PersonTime)), rule.With("persons", rule.Int(e.Persons, rule.Person))))
	}
	return found.Err()
}

// Proposal returns what the project began with.
func (p *Project) Proposal() Proposal { return p.proposal }

// Stage returns where the project stands.
func (p *Project) Stage() Stage { return p.stage }

// Since returns the day of the project's last event, or of its proposal.
func (p *Project) Since() rule.Date {
	if n := len(p.events); n > 0 {
		return p.events[n-1].Date
	}
	return p.proposal.Date
}

// Events returns the project's history.
func (p *Project) Events() []Event { return slices.Clone(p.events) }

// Due returns the last day for what the project waits for: the decision, or the
// end. It is false for one that has ended.
func (p *Project) Due() (rule.Date, bool) {
	switch p.stage {
	case Proposed:
		return p.proposal.Date.AddDays(p.approval.Days), true
	case Approved, Doing:
		return p.events[0].Date.AddDays(p.desk.rules.Days), true
	}
	return rule.Date{}, false
}

// Life returns the days from proposal to end; false for one that has not ended.
func (p *Project) Life() (int, bool) {
	if !p.stage.Ended() {
		return 0, false
	}
	return p.Since().DaysSince(p.proposal.Date), true
}
