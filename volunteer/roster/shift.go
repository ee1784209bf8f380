package roster

import (
	"cmp"
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Shift is a turn of duty at a place.
type Shift struct {
	ID    string         `json:"id"`
	Place string         `json:"place"`
	Span  volunteer.Span `json:"span"`
	Needs []Need         `json:"needs"`
}

// Need is a number of people with a skill; an empty skill is anybody.
type Need struct {
	Skill string `json:"skill,omitzero"`
	Count int    `json:"count"`
}

// Turn is one person on one shift, in the place of one need.
type Turn struct {
	Shift  string `json:"shift"`
	Skill  string `json:"skill,omitzero"`
	Person string `json:"person"`
}

// Request is what a roster is made from.
type Request struct {
	Register *volunteer.Register
	Called   []string // ids of those who may be called; nil for everybody
	Shifts   []Shift
	Most     int    // shifts a person may take; 0 for no limit
	Keep     []Turn // an earlier roster to keep as much of as can be
	Standby  int    // how many standbys to name for each need
}

const mostPeople = 10_000 // that one need may ask for

// validate reports every fault of the request.
func (r Request) validate() error {
	var found rule.Problems
	if r.Register == nil {
		found.Add(problems.Problem("register", rule.Required))
		return found.Err()
	}
	if r.Most < 0 || r.Standby < 0 {
		found.Add(problems.Problem("most", CountRange))
	}
	for i, id := range r.Called {
		if _, ok := r.Register.Person(id); !ok {
			found.Add(volunteer.PersonUnknownAt(rule.At("called", i), id))
		}
	}
	seen := map[string]bool{}
	for i, s := range r.Shifts {
		path := rule.At("shifts", i)
		found.Nest(path, s.validate())
		if seen[s.ID] && s.ID != "" {
			found.Add(problems.Problem(path+".id", ShiftTwice, rule.With("shift", rule.Quoted(s.ID))))
		}
		seen[s.ID] = true
	}
	return found.Err()
}

func (s Shift) validate() error {
	var found rule.Problems
	if s.ID == "" {
		found.Add(problems.Problem("id", rule.Required))
	}
	if s.Place == "" {
		found.Add(problems.Problem("place", rule.Required))
	}
	found.Nest("span", s.Span.Validate())
	if len(s.Needs) == 0 {
		found.Add(problems.Problem("needs", rule.Required))
	}
	seen := map[string]bool{}
	for i, n := range s.Needs {
		if seen[n.Skill] {
			found.Add(problems.Problem(rule.At("needs", i)+".skill", SkillTwice, rule.With("skill", rule.Quoted(n.Skill))))
		}
		seen[n.Skill] = true
		if n.Count < 1 || n.Count > mostPeople {
			found.Add(problems.Problem(rule.At("needs", i)+".count", CountRange))
		}
	}
	return found.Err()
}

// sittings returns the shifts by start, then id; the sitting of each; and the
// sittings whose shifts do not all overlap each other, by their first shift.
func sittings(shifts []Shift) (sorted []Shift, sitting []int, chained []string) {
	sorted = slices.Clone(shifts)
	slices.SortFunc(sorted, func(a, b Shift) int {
		return cmp.Or(a.Span.From.Compare(b.Span.From), cmp.Compare(a.ID, b.ID))
	})
	sitting = make([]int, len(sorted))
	chained = []string{}
	var first int                    // of the sitting
	var ends, leave volunteer.Moment // last and first end in the sitting
	linked := false
	for i, s := range sorted {
		switch {
		case i == 0 || !s.Span.From.Before(ends):
			if i > 0 {
				sitting[i] = sitting[i-1] + 1
			}
			first, ends, leave, linked = i, s.Span.Until, s.Span.Until, false
			continue
		case !s.Span.From.Before(leave) && !linked:
			linked = true
			chained = append(chained, sorted[first].ID)
		}
		sitting[i] = sitting[i-1]
		if ends.Before(s.Span.Until) {
			ends = s.Span.Until
		}
		if s.Span.Until.Before(leave) {
			leave = s.Span.Until
		}
	}
	return sorted, sitting, chained
}
