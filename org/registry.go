package org

import (
	"iter"
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Registry is what is known of the organizations of some place over time:
// who was there on which day, in which state, by what name. It is an immutable
// value, built from a list by [NewRegistry] or from dated events by [Replay],
// and answers every question as of any day. The zero value is empty.
type Registry struct {
	ids     []string // sorted
	index   map[string]uint32
	spans   []span
	first   []uint32 // spans[first[i]:first[i+1]] are those of organization i
	held    []held
	holds   []uint32          // held[holds[i]:holds[i+1]] are those of organization i
	numbers map[string]uint32 // by value, the first organization that holds such an identifier
	others  map[number]uint32 // those that hold the same value from another issuer or as another kind

	names   []string
	places  []Territory
	issuers []string
	issued  map[string]uint32 // place in issuers, one more
}

// span is how an organization stands from one event until the next.
type span struct {
	from                rule.Date
	name, place, parent uint32 // place in names and places; organization; 0 is none, else one more
	act                 Act
	state               State
	kind                Kind
	sector              Sector
	track               Track
	relation            Relation
}

// held is an identifier and the span whose event recorded it.
type held struct {
	number
	span   uint32
	period rule.Period
}

// number is an identifier without its period.
type number struct {
	value  string
	issuer uint32
	kind   IdentifierKind
}

// Len returns the number of organizations that were ever recorded.
func (r Registry) Len() int { return len(r.ids) }

// IDs returns the id of every organization that was ever recorded, in order.
func (r Registry) IDs() []string { return slices.Clone(r.ids) }

func (r *Registry) spansOf(i uint32) []span { return r.spans[r.first[i]:r.first[i+1]] }

// on returns the span of organization i that holds on that day, or nil before
// its first.
func (r *Registry) on(i uint32, day rule.Date) *span {
	spans := r.spansOf(i)
	for n := len(spans) - 1; n >= 0; n-- {
		if !day.Before(spans[n].from) {
			return &spans[n]
		}
	}
	return nil
}

// At returns how an organization stands at the end of a day. It is false for
// an unknown id and before the organization's first event.
func (r Registry) At(id string, day rule.Date) (Entry, bool) {
	i, ok := r.index[id]
	if !ok {
		return Entry{}, false
	}
	s := r.on(i, day)
	if s == nil {
		return Entry{}, false
	}
	return r.entry(i, s, day), true
}

// All walks through the organizations that are there on a day (see
// [State.Present]), by id.
func (r Registry) All(day rule.Date) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for n := range r.ids {
			i := uint32(n)
			if s := r.on(i, day); s != nil && s.state.Present() && !yield(r.entry(i, s, day)) {
				return
			}
		}
	}
}

func (r *Registry) entry(i uint32, s *span, day rule.Date) Entry {
	e := Entry{ID: r.ids[i], State: s.state, Since: s.from, Profile: r.profile(s)}
	for _, earlier := range slices.Backward(r.spansOf(i)) {
		if earlier.from.Compare(s.from) > 0 {
			continue
		}
		if earlier.state != s.state {
			break
		}
		e.Since = earlier.from
	}
	for _, h := range r.held[r.holds[i]:r.holds[i+1]] {
		if h.period.Contains(day) && !day.Before(r.spansOf(i)[h.span].from) {
			e.Identifiers = append(e.Identifiers, r.identifier(h))
		}
	}
	return e
}

func (r *Registry) profile(s *span) Profile {
	p := Profile{Kind: s.kind, Sector: s.sector, Track: s.track, Relation: s.relation}
	if s.name > 0 {
		p.Name = r.names[s.name-1]
	}
	if s.place > 0 {
		p.Territory = r.places[s.place-1]
	}
	if s.parent > 0 {
		p.Parent = r.ids[s.parent-1]
	}
	return p
}

func (r *Registry) identifier(h held) Identifier {
	id := Identifier{Kind: h.kind, Value: h.value, Period: h.period}
	if h.issuer > 0 {
		id.Issuer = r.issuers[h.issuer-1]
	}
	return id
}

// Find returns the id of the organization that holds an identifier, by its
// kind, value and, but for credit codes, issuer. Like [Registry.At], its time
// does not depend on the number of organizations.
func (r Registry) Find(id Identifier) (string, bool) {
	n := number{value: id.Value, kind: id.Kind}
	if id.Kind != CreditCode && id.Issuer != "" {
		issuer, known := r.issued[id.Issuer]
		if !known {
			return "", false
		}
		n.issuer = issuer
	}
	i, ok := r.numbers[n.value]
	if ok && !r.holdsNumber(i, n) {
		i, ok = r.others[n]
	}
	if !ok {
		return "", false
	}
	return r.ids[i], true
}

// History returns the events of one organization in order, none for an
// unknown id. Each states what it changed and nothing else.
func (r Registry) History(id string) []Event {
	i, ok := r.index[id]
	if !ok {
		return nil
	}
	return r.history(nil, i)
}

// Events returns the events of all organizations, by id and then in order.
// [Replay] builds the same registry from them.
func (r Registry) Events() []Event {
	events := make([]Event, 0, len(r.spans))
	for i := range r.ids {
		events = r.history(events, uint32(i))
	}
	return events
}

func (r *Registry) history(events []Event, i uint32) []Event {
	var before Profile
	numbers := r.held[r.holds[i]:r.holds[i+1]]
	for n, s := range r.spansOf(i) {
		after := r.profile(&s)
		e := Event{Organization: r.ids[i], On: s.from, Act: s.act, Profile: changed(before, after)}
		if s.act == File || s.act == Register {
			e.Track = after.Track
		}
		for _, h := range numbers {
			if int(h.span) == n {
				e.Identifiers = append(e.Identifiers, r.identifier(h))
			}
		}
		events = append(events, e)
		before = after
	}
	return events
}

// changed returns what after states otherwise than before.
func changed(before, after Profile) Profile {
	if after.Name == before.Name {
		after.Name = ""
	}
	if after.Kind == before.Kind {
		after.Kind = 0
	}
	if after.Territory == before.Territory {
		after.Territory = Territory{}
	}
	if after.Sector == before.Sector {
		after.Sector = 0
	}
	if after.Track == before.Track {
		after.Track = 0
	}
	if after.Parent == before.Parent && after.Relation == before.Relation {
		after.Parent, after.Relation = "", 0
	}
	return after
}
