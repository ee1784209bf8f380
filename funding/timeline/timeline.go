package timeline

import (
	"strconv"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// schema names the documents that hold a timeline.
const schema = "scheme-timeline/1"

// Timeline is the versions of one scheme, from the earliest to the latest, and
// the clauses that carry requests over from one to another.
type Timeline struct {
	Versions    []funding.Scheme `json:"versions"`
	Transitions []Transition     `json:"transitions,omitempty"`
}

// Transition is a transitional clause: requests of which the condition holds
// fall under a version whatever their date. Conditions ask for what requests
// state themselves and what that version declares.
type Transition struct {
	Under  string         `json:"under"` // the id of the version
	If     rule.Condition `json:"if"`
	Clause rule.Source    `json:"clause,omitzero"`
}

// Validate reports every fault of the versions and clauses: versions that are
// not valid, have one id, or are in force on the same day or out of order, and
// clauses on no version.
func (t Timeline) Validate() error {
	var found rule.Problems
	if len(t.Versions) == 0 {
		found.Add(problems.Problem("versions", rule.Required))
	}
	first := map[string]int{}
	for i, version := range t.Versions {
		path := "versions[" + strconv.Itoa(i) + "]"
		found.Nest(path, version.Validate())
		if k, twice := first[version.ID]; twice && version.ID != "" {
			found.Add(problems.Problem(path+".id", VersionTwice, rule.With("id", rule.Quoted(version.ID)), rule.With("first", rule.Int(int64(k), 0))))
		} else {
			first[version.ID] = i
		}
		if i == 0 {
			continue
		}
		if until := t.Versions[i-1].Period.Until; until.IsZero() || version.Period.From.Before(until) {
			found.Add(problems.Problem(path+".period.from", VersionEarly,
				rule.With("from", rule.On(version.Period.From)), rule.With("period", rule.Label(t.Versions[i-1].Period.Words()))))
		}
	}
	for i, transition := range t.Transitions {
		path := "transitions[" + strconv.Itoa(i) + "]"
		k, ok := first[transition.Under]
		if !ok {
			found.Add(problems.Problem(path+".under", VersionUnknown, rule.With("id", rule.Quoted(transition.Under))))
			continue
		}
		found.Nest(path+".if", transition.If.Validate(stated(t.Versions[k])))
	}
	return found.Err()
}

// stated is the facts that a request states itself, before any scheme counts
// its costs.
func stated(s funding.Scheme) rule.Vocabulary {
	v := s.Vocabulary()
	delete(v, "eligible")
	delete(v, "social_share")
	return v
}

// Under returns the place of the version that a request falls under, and why:
// the first transitional clause that holds, else the version in force on its
// date. A request without a date, and one of a day on which no version is in
// force, are problems. The timeline must be valid.
func (t Timeline) Under(request funding.Request) (int, rule.Reason, error) {
	for _, transition := range t.Transitions {
		if holds, _ := transition.If.Holds(&request); !holds {
			continue
		}
		i := t.version(transition.Under)
		reason := problems.Reason(Transitional, rule.With("version", rule.Label(t.Versions[i].Title))).
			Gives(rule.Given, rule.Word(transition.Under)).From(transition.Clause, t.Versions[i].Status)
		reason.Parts = []rule.Reason{transition.If.Decide(&request, stated(t.Versions[i]))}
		return i, reason, nil
	}
	if request.Date.IsZero() {
		return 0, rule.Reason{}, problems.Problem("date", rule.Required)
	}
	for i, version := range t.Versions {
		if version.Period.Contains(request.Date) {
			return i, problems.Reason(InForce, rule.With("date", rule.On(request.Date)), rule.With("period", rule.Label(version.Period.Words()))).
				Gives(rule.Given, rule.Word(version.ID)).From(version.Source, version.Status), nil
		}
	}
	return 0, rule.Reason{}, problems.Problem("date", NoVersion, rule.With("date", rule.On(request.Date)))
}

func (t Timeline) version(id string) int {
	for i := range t.Versions {
		if t.Versions[i].ID == id {
			return i
		}
	}
	return -1
}

// Encode writes a timeline as an indented JSON document, {"schema":
// "scheme-timeline/1", "data": …}.
func Encode(t Timeline) ([]byte, error) { return rule.Encode(schema, t) }

// Decode reads what [Encode] wrote, or a document written by hand, strictly,
// and validates it.
func Decode(data []byte) (Timeline, error) {
	var t Timeline
	if err := rule.DecodeAs(schema, data, &t); err != nil {
		return Timeline{}, err
	}
	if err := t.Validate(); err != nil {
		return Timeline{}, err
	}
	return t, nil
}
