package org

import (
	"reflect"
	"strings"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Merge joins two registries, whichever is first. What both say alike is
// taken once. Every conflict is reported, with the id of the organization in
// the path: an act that both date alike but describe otherwise
// ([MergeConflict]), and everything that cannot stand together by the rules of
// [Replay].
func Merge(a, b Registry) (Registry, error) {
	var found rule.Problems
	events := a.Events()
	for _, id := range b.ids {
		mine := a.History(id)
		for _, theirs := range b.History(id) {
			known := false
			for _, e := range mine {
				if e.On != theirs.On || e.Act != theirs.Act {
					continue
				}
				known = true
				if !reflect.DeepEqual(e, theirs) {
					found.Add(problems.Problem(merged(id), MergeConflict, rule.With("organization", rule.Quoted(id)),
						rule.With("on", rule.On(e.On)), rule.With("act", labelled(e.Act))))
				}
			}
			if !known {
				events = append(events, theirs)
			}
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

// merged is the path of an organization in a merge. Brackets would read as a
// place in a list.
func merged(id string) string {
	return "organizations[" + strings.NewReplacer("[", "(", "]", ")").Replace(id) + "]"
}
