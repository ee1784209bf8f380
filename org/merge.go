package org

import (
	"slices"
	"strings"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Merge joins two registries, whichever is first. What both say alike is
// taken once, and where one states more of an act than the other, all of it.
// Every conflict is reported, with the id of the organization and the field in
// the path: an act that both date alike but after which they know different
// things ([MergeConflict]), and everything that cannot stand together by the
// rules of [Replay].
func Merge(a, b Registry) (Registry, error) {
	var found rule.Problems
	events := a.Events()
	for n, id := range b.ids {
		theirs := b.history(nil, uint32(n))
		i, both := a.index[id]
		if !both {
			events = append(events, theirs...)
			continue
		}
		mine := events[a.first[i]:a.first[i+1]]
		for k, e := range theirs {
			j := slices.IndexFunc(mine, func(m Event) bool { return m.On == e.On && m.Act == e.Act })
			if j < 0 {
				events = append(events, e)
				continue
			}
			join := joint{mine: &mine[j], theirs: e, known: a.profile(&a.spansOf(i)[j]), other: b.profile(&b.spansOf(uint32(n))[k])}
			join.all()
			found.Add(join.found...)
		}
	}
	build := builder{events: events, at: func(i int) string { return merged(events[i].Organization) }}
	r, err := build.build()
	found.Nest("", err)
	if len(found) > 0 {
		return Registry{}, found.Err()
	}
	return r, nil
}

// joint is an event that two registries tell, and what each knows of its
// organization after it.
type joint struct {
	mine         *Event
	theirs       Event
	known, other Profile
	found        rule.Problems
}

// all takes over into mine what theirs states more.
func (j *joint) all() {
	m, t := &j.mine.Profile, j.theirs.Profile
	join(j, "name", &m.Name, t.Name, j.known.Name, j.other.Name, rule.Quoted)
	join(j, "kind", &m.Kind, t.Kind, j.known.Kind, j.other.Kind, func(k Kind) rule.Value { return rule.Label(kinds.Labels(k)) })
	join(j, "territory", &m.Territory, t.Territory, j.known.Territory, j.other.Territory, func(t Territory) rule.Value { return rule.Word(t.String()) })
	join(j, "sector", &m.Sector, t.Sector, j.known.Sector, j.other.Sector, func(s Sector) rule.Value { return rule.Label(sectors.Labels(s)) })
	join(j, "track", &m.Track, t.Track, j.known.Track, j.other.Track, func(t Track) rule.Value { return rule.Label(tracks.Labels(t)) })
	join(j, "parent", &m.Parent, t.Parent, j.known.Parent, j.other.Parent, rule.Quoted)
	join(j, "relation", &m.Relation, t.Relation, j.known.Relation, j.other.Relation, func(r Relation) rule.Value { return rule.Label(relations.Labels(r)) })
	for _, id := range t.Identifiers {
		if !slices.Contains(m.Identifiers, id) {
			m.Identifiers = append(m.Identifiers, id)
		}
	}
}

// join takes over one field: mine and theirs are what the two events state,
// known and other what stands after them. Zero says nothing.
func join[T comparable](j *joint, field string, mine *T, theirs, known, other T, value func(T) rule.Value) {
	var none T
	switch {
	case theirs != none && known != none && theirs != known, *mine != none && other != none && *mine != other:
		j.found.Add(problems.Problem(merged(j.theirs.Organization)+"."+field, MergeConflict,
			rule.With("on", rule.On(j.theirs.On)), rule.With("act", labelled(j.theirs.Act)),
			rule.With("mine", value(known)), rule.With("theirs", value(other))))
	case theirs != none:
		*mine = theirs
	}
}

// merged is the path of an organization in a merge. Brackets would read as a
// place in a list.
func merged(id string) string {
	return "organizations[" + strings.NewReplacer("[", "(", "]", ")").Replace(id) + "]"
}
