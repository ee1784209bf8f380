package volunteer

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Duplicate is a set of entries that are, or may be, the same human being. The
// register never merges them: that is for the people who know.
type Duplicate struct {
	People  []string    `json:"people"`  // ids, in order
	Certain bool        `json:"certain"` // the same identity number; else perhaps the same
	Reason  rule.Reason `json:"reason"`
}

// Duplicates finds the entries that share an identity number, and those that
// share name and date of birth where not all have an identity number: these
// are only "perhaps the same". Names are compared without spaces, middle dots,
// width and case. Two identity numbers that differ are two people, whatever
// their names. Sets are ordered by their first id, the certain ones first.
func (r *Register) Duplicates() []Duplicate {
	type namesake struct {
		name  string
		birth rule.Date
	}
	byIdentity := map[Identity][]int{}
	byName := map[namesake][]int{}
	for i, p := range r.lists.People {
		if !p.Identity.IsZero() {
			byIdentity[p.Identity] = append(byIdentity[p.Identity], i)
		}
		if birth := p.Born(); !birth.IsZero() {
			key := namesake{plainName(p.Name), birth}
			byName[key] = append(byName[key], i)
		}
	}
	out := []Duplicate{}
	for i, p := range r.lists.People {
		if same := byIdentity[p.Identity]; len(same) > 1 && same[0] == i {
			out = append(out, r.duplicate(same, SameIdentity))
		}
	}
	for i, p := range r.lists.People {
		same := byName[namesake{plainName(p.Name), p.Born()}]
		if len(same) < 2 || same[0] != i {
			continue
		}
		unnumbered := slices.ContainsFunc(same, func(i int) bool { return r.lists.People[i].Identity.IsZero() })
		if unnumbered {
			out = append(out, r.duplicate(same, PerhapsSame))
		}
	}
	return out
}

func (r *Register) duplicate(places []int, code rule.Code) Duplicate {
	d := Duplicate{Certain: code == SameIdentity}
	for _, i := range places {
		d.People = append(d.People, r.lists.People[i].ID)
	}
	inputs := []rule.Input{rule.With("entries", rule.Int(int64(len(places)), 0))}
	if code == PerhapsSame {
		inputs = append(inputs, rule.With("birth", rule.On(r.lists.People[places[0]].Born())))
	}
	d.Reason = problems.Reason(code, inputs...).Gives(rule.Compare, rule.Flag(true))
	return d
}
