package org

import (
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// NewRegistry builds the registry of a list, whatever its order. Every fault
// is reported, with the row's place in the list as its path: an id that stands
// twice ([IDTwice]), a row without any day or with days out of order
// ([DaysOrder]), and what [Replay] reports of the lives the rows tell.
func NewRegistry(list []Organization) (Registry, error) {
	var found rule.Problems
	var events []Event
	var row []int // of each event
	void := map[int]bool{}
	first := map[string]int{}
	for i, o := range list {
		at := "[" + strconv.Itoa(i) + "]"
		faults := o.days()
		found.Nest(at, faults.Err())
		if j, twice := first[o.ID]; twice && o.ID != "" {
			found.Add(problems.Problem(at+".id", IDTwice, rule.With("id", rule.Quoted(o.ID)), rule.With("first", rule.Int(int64(j), 0))))
			continue
		}
		first[o.ID] = i
		life := o.events()
		if len(faults) > 0 {
			void[len(events)] = true
			life = []Event{{Organization: o.ID}}
		}
		events = append(events, life...)
		for range life {
			row = append(row, i)
		}
	}
	b := builder{
		events: events,
		at:     func(event int) string { return "[" + strconv.Itoa(row[event]) + "]" },
		void:   func(event int) bool { return void[event] },
	}
	r, err := b.build()
	found.Nest("", err)
	if len(found) > 0 {
		return Registry{}, found.Err()
	}
	return r, nil
}

// days reports days that no life has.
func (o Organization) days() rule.Problems {
	var found rule.Problems
	if o.Filed.IsZero() && o.Registered.IsZero() {
		found.Add(problems.Problem("registered", rule.Required))
	}
	order := func(field string, before, after rule.Date) {
		if !before.IsZero() && !after.IsZero() && !before.Before(after) {
			found.Add(problems.Problem(field, DaysOrder, rule.With("before", rule.On(before)), rule.With("after", rule.On(after))))
		}
	}
	order("registered", o.Filed, o.Registered)
	last := o.Registered
	if last.IsZero() {
		last = o.Filed
	}
	order("ended", last, o.Ended)
	return found
}
