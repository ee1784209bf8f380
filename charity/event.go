package charity

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Event is one thing that happened to a project on one day. Which fields an
// event states depends on its kind; [Event.Validate] knows.
type Event struct {
	Project  string        `json:"project"`           // the project's ID
	Number   int           `json:"number"`            // 1, 2, 3: its place in the project's history
	Date     rule.Date     `json:"date"`              //
	Kind     Kind          `json:"kind"`              //
	Party    string        `json:"party,omitzero"`    // who gives, is paid, or is offered the project
	Source   funding.Kind  `json:"source,omitzero"`   // whose money it is
	Amount   funding.Money `json:"amount,omitzero"`   // never negative
	Name     string        `json:"name,omitzero"`     // of a milestone, budget line or report
	Until    rule.Date     `json:"until,omitzero"`    // last day of a campaign, due day of a milestone
	Class    string        `json:"class,omitzero"`    // of beneficiaries, among the rules' classes
	Persons  int64         `json:"persons,omitzero"`  // 人, reached for the first time in their class
	Times    int64         `json:"times,omitzero"`    // 人次, at least as many
	Note     string        `json:"note,omitzero"`     // why, for what interrupts a project
	Facts    rule.FactMap  `json:"facts,omitempty"`   // what is stated about the project from now on
	Campaign *Campaign     `json:"campaign,omitzero"` // the terms of a campaign
}

// field is a set of an event's fields.
type field uint16

const (
	party field = 1 << iota
	source
	amount
	name
	until
	class
	persons
	note
	facts
	terms
)

var fieldNames = [...]string{"party", "source", "amount", "name", "until", "class", "times", "note", "facts", "campaign"}

// needed holds the fields an event of each kind must state; optional the
// fields it may state besides.
var needed = [Cover + 1]field{
	Return: note, Pause: note, Fail: note, Withdraw: note,
	Record: facts, OpenCampaign: amount | until | terms,
	Pledge: party | source | amount, Lapse: party | source | amount,
	Give: party | source | amount, Match: party | source | amount, Refund: party | source | amount,
	Plan: name | amount, SetMilestone: name | until, ReachMilestone: name,
	Offer: party, Agree: party | source | amount,
	Commit: party | amount, Release: party | amount, Pay: party | amount,
	Report: name, Serve: class | persons, PassOn: party | amount | note,
	Cover: party | source | amount,
}

func optional(k Kind) field {
	if k == Record {
		return note
	}
	return facts | note
}

func (e *Event) stated() field {
	var f field
	for i, is := range [...]bool{
		e.Party != "", e.Source.Valid(), e.Amount.Fen() != 0, e.Name != "", !e.Until.IsZero(), e.Class != "",
		e.Times != 0 || e.Persons != 0, e.Note != "", len(e.Facts) > 0, e.Campaign != nil,
	} {
		if is {
			f |= 1 << i
		}
	}
	return f
}

// Validate reports every fault that can be seen in the event alone: a field
// its kind needs and it does not state ([rule.Required]) or states and its
// kind does not know ([FieldUnused]), a negative amount ([AmountNegative]),
// persons or times below zero or fewer times than persons ([TimesFew]).
func (e *Event) Validate() error {
	var found rule.Problems
	if e.Project == "" {
		found.Add(problems.Problem("project", rule.Required))
	}
	if e.Date.IsZero() {
		found.Add(problems.Problem("date", rule.Required))
	}
	if !e.Kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
		return found.Err()
	}
	stated := e.stated()
	if missing := needed[e.Kind] &^ stated; missing != 0 {
		missing.problems(&found, rule.Required)
	}
	if unused := stated &^ (needed[e.Kind] | optional(e.Kind)); unused != 0 {
		unused.problems(&found, FieldUnused, e.Kind.label("kind"))
	}
	if e.Amount.Fen() < 0 {
		found.Add(problems.Problem("amount", AmountNegative, rule.With("amount", e.Amount.Value())))
	}
	if e.Persons < 0 || e.Times < e.Persons || e.Times > most {
		found.Add(problems.Problem("times", TimesFew, rule.With("times", rule.Int(e.Times, rule.PersonTime)), rule.With("persons", rule.Int(e.Persons, rule.Person))))
	}
	if e.Campaign != nil {
		found.Nest("campaign", e.Campaign.Validate())
	}
	return found.Err()
}

// most bounds the persons and times of one event.
const most = 1_000_000_000

func (f field) problems(found *rule.Problems, code rule.Code, params ...rule.Input) {
	for i, name := range fieldNames {
		if f&(1<<i) != 0 {
			found.Add(problems.Problem(name, code, params...))
		}
	}
}
