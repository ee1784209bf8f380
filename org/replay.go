package org

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Replay builds the registry that a list of events tells, whatever their
// order. Events of one organization are taken by day and, on one day, in the
// order of [Acts]. Every fault is reported, with the event's place in the list
// as its path:
//   - an event without organization, day or act, or with an unknown value in
//     its profile
//   - an act that is not possible in the state ([ActImpossible]), before the
//     organization's life begins ([ActBeforeBirth]) or after it has ended
//     ([ActAfterEnd]); the same act twice on one day ([ActTwice])
//   - an organization that begins without name or place, or is registered
//     without a legal form; a filed one said to be registered by some track, or
//     a legal person said to be filed ([TrackWrong])
//   - a parent that is unknown ([ParentUnknown]) or not there on the day
//     ([ParentAbsent]), that would make a circle ([ParentCircle]) or put
//     the organization below 64 levels or more ([ParentDeep]); a branch that is a legal person
//     ([BranchLegal]) or of a parent that may have none ([BranchBarred])
//   - an identifier that is faulty, that two organizations hold
//     ([IdentifierTaken]), that one holds twice at a time
//     ([IdentifierOverlap]), that begins before its organization
//     ([IdentifierOutside]), that only legal persons bear
//     ([IdentifierLegal]), or that says another legal form
//     ([IdentifierForm])
func Replay(events []Event) (Registry, error) {
	b := builder{events: events, at: func(i int) string { return "[" + strconv.Itoa(i) + "]" }}
	return b.build()
}

type builder struct {
	Registry
	events []Event
	at     func(int) string // path of an event
	void   func(int) bool   // events that only say that their organization is known
	found  rule.Problems

	order  []uint32 // events by organization, day and act
	placed map[Territory]uint32
	ties   []tie // events that change a parent
}

func (b *builder) build() (Registry, error) {
	b.group()
	b.spans = make([]span, len(b.order))
	b.names = make([]string, 0, len(b.ids))
	b.placed, b.issued = map[Territory]uint32{}, map[string]uint32{}
	b.holds = make([]uint32, len(b.ids)+1)
	for i := range b.ids {
		b.sort(uint32(i)) // while its events are at hand
		b.fold(uint32(i))
		b.holds[i+1] = uint32(len(b.held))
	}
	b.number()
	b.link()
	if len(b.found) > 0 {
		return Registry{}, b.found.Err()
	}
	return b.Registry, nil
}

func (b *builder) fault(event uint32, field string, code rule.Code, params ...rule.Input) {
	path := b.at(int(event))
	if field != "" {
		path += "." + field
	}
	b.found.Add(problems.Problem(path, code, params...))
}

// group finds the organizations, sorts them by id, and the events by
// organization.
func (b *builder) group() {
	b.index = make(map[string]uint32, len(b.events)/3+1)
	who := make([]uint32, len(b.events)) // one more than the place of arrival
	var arrived []string
	identifiers := 0
	for i := range b.events {
		id := b.events[i].Organization
		identifiers += len(b.events[i].Identifiers)
		if id == "" || len(id) > longestText {
			b.text(uint32(i), "organization", id, true)
			continue
		}
		if i > 0 && who[i-1] > 0 && id == b.events[i-1].Organization {
			who[i] = who[i-1]
			continue
		}
		n, ok := b.index[id]
		if !ok {
			n = uint32(len(arrived))
			arrived = append(arrived, id)
			b.index[id] = n
		}
		who[i] = n + 1
	}
	b.held = make([]held, 0, identifiers)
	rank := make([]uint32, len(arrived))
	b.ids = make([]string, len(arrived))
	for i, n := range sorted(arrived) {
		rank[n], b.ids[i] = uint32(i), arrived[n]
	}
	for n, id := range arrived {
		b.index[id] = rank[n]
	}
	b.first = make([]uint32, len(b.ids)+1)
	counted := func(i int) bool { return who[i] > 0 && (b.void == nil || !b.void(i)) }
	for i := range b.events {
		if counted(i) {
			b.first[rank[who[i]-1]+1]++
		}
	}
	for i := range b.ids {
		b.first[i+1] += b.first[i]
	}
	next := slices.Clone(b.first)
	b.order = make([]uint32, b.first[len(b.ids)])
	for i := range b.events {
		if counted(i) {
			n := rank[who[i]-1]
			b.order[next[n]] = uint32(i)
			next[n]++
		}
	}
}

// sort puts the events of organization i in the order of their days and acts.
func (b *builder) sort(i uint32) {
	slices.SortFunc(b.order[b.first[i]:b.first[i+1]], func(x, y uint32) int {
		p, q := &b.events[x], &b.events[y]
		return cmp.Or(p.On.Compare(q.On), cmp.Compare(p.Act, q.Act), cmp.Compare(x, y))
	})
}

// sorted returns the places of ids in the order of the ids. Most ids of a list
// begin alike, so they are compared by the eight bytes behind what they all
// begin with, and as a whole only where these are alike too.
func sorted(ids []string) []uint32 {
	common := ""
	if len(ids) > 0 {
		common = ids[0]
	}
	for _, id := range ids {
		for !strings.HasPrefix(id, common) {
			common = common[:len(common)-1]
		}
	}
	type keyed struct {
		key uint64
		n   uint32
	}
	keys := make([]keyed, len(ids))
	for i, id := range ids {
		var head [8]byte
		copy(head[:], id[len(common):])
		keys[i] = keyed{binary.BigEndian.Uint64(head[:]), uint32(i)}
	}
	slices.SortFunc(keys, func(x, y keyed) int {
		if x.key != y.key {
			return cmp.Compare(x.key, y.key)
		}
		return cmp.Compare(ids[x.n], ids[y.n])
	})
	order := make([]uint32, len(ids))
	for i, k := range keys {
		order[i] = k.n
	}
	return order
}

// text reports a text that is missing or too long.
func (b *builder) text(event uint32, field, text string, required bool) {
	switch {
	case text == "" && required:
		b.fault(event, field, rule.Required)
	case len(text) > longestText:
		b.fault(event, field, TextTooLong, rule.With("value", rule.Quoted(text)), rule.With("most", rule.Int(longestText, 0)))
	}
}

// fold goes through the life of organization i.
func (b *builder) fold(i uint32) {
	now := span{state: Preparing}
	last := int64(-1)
	for n := b.first[i]; n < b.first[i+1]; n++ {
		event := b.order[n]
		e := &b.events[event]
		b.check(event, e)
		if last >= 0 && b.events[last].On == e.On && b.events[last].Act == e.Act {
			b.fault(event, "act", ActTwice, rule.With("act", labelled(e.Act)), rule.With("on", rule.On(e.On)))
		}
		to, ok := follow(now.state, e.Act)
		ok = ok && (last >= 0 || e.Act == Prepare || e.Act == File || e.Act == Register)
		if !ok && e.Act.Valid() {
			b.impossible(event, e, now.state, last < 0)
		}
		now.from, now.act = e.On, e.Act
		if ok {
			now.state = to
			b.apply(&now, event, e, i)
			if last < 0 {
				b.text(event, "name", e.Name, true)
				if e.Territory.IsZero() {
					b.fault(event, "territory", rule.Required)
				}
			}
			if e.Act == Register && now.kind == 0 {
				b.fault(event, "kind", rule.Required)
			}
			last = int64(event)
		}
		b.spans[n] = now
		b.identifiers(event, e, n-b.first[i])
	}
}

func (b *builder) impossible(event uint32, e *Event, state State, unborn bool) {
	code := ActImpossible
	switch {
	case unborn:
		code = ActBeforeBirth
	case state == Deregistered || state == Revoked:
		code = ActAfterEnd
	}
	b.fault(event, "act", code, rule.With("act", labelled(e.Act)), rule.With("on", rule.On(e.On)), rule.With("state", labelled(state)))
}

// check reports values that no profile or event may have.
func (b *builder) check(event uint32, e *Event) {
	if e.On.IsZero() {
		b.fault(event, "on", rule.Required)
	}
	enum := func(field string, n uint8, required bool, valid bool) {
		switch {
		case n == 0 && required:
			b.fault(event, field, rule.Required)
		case n != 0 && !valid:
			b.fault(event, field, ValueUnknown, rule.With("value", rule.Int(int64(n), 0)))
		}
	}
	enum("act", uint8(e.Act), true, e.Act.Valid())
	if e.Kind|Kind(e.Sector)|Kind(e.Track) != 0 {
		enum("kind", uint8(e.Kind), false, e.Kind.Valid())
		enum("sector", uint8(e.Sector), false, e.Sector.Valid())
		enum("track", uint8(e.Track), false, e.Track.Valid())
	}
	b.text(event, "name", e.Name, false)
	if e.Parent == "" && e.Relation == 0 {
		return
	}
	enum("relation", uint8(e.Relation), e.Parent != "", e.Relation.Valid())
	b.text(event, "parent", e.Parent, e.Relation != 0)
}

// apply lets an event change how its organization stands.
func (b *builder) apply(now *span, event uint32, e *Event, i uint32) {
	if e.Name != "" && (now.name == 0 || b.names[now.name-1] != e.Name) {
		b.names = append(b.names, e.Name)
		now.name = uint32(len(b.names))
	}
	if !e.Territory.IsZero() {
		place, ok := b.placed[e.Territory]
		if !ok {
			b.places = append(b.places, e.Territory)
			place = uint32(len(b.places))
			b.placed[e.Territory] = place
		}
		now.place = place
	}
	if e.Kind != 0 {
		now.kind = e.Kind
	}
	if e.Sector != 0 {
		now.sector = e.Sector
	}
	switch {
	case e.Track != 0 || e.Act == Register:
		now.track = e.Track
	case e.Act == File:
		now.track = Filing
	}
	if now.track != 0 && now.state.Present() && (now.track == Filing) != (now.state == Filed) {
		b.fault(event, "track", TrackWrong, rule.With("track", rule.Label(tracks.Labels(now.track))), rule.With("state", labelled(now.state)))
	}
	switch {
	case e.Parent != "":
		parent, ok := b.index[e.Parent]
		if !ok {
			b.fault(event, "parent", ParentUnknown, rule.With("parent", rule.Quoted(e.Parent)))
			break
		}
		now.parent, now.relation = parent+1, e.Relation
		b.ties = append(b.ties, tie{e.On, event, i, parent + 1})
	case e.Act == Detach:
		if now.parent == 0 {
			b.fault(event, "act", DetachNothing)
		}
		now.parent, now.relation = 0, 0
		b.ties = append(b.ties, tie{e.On, event, i, 0})
	}
	if now.relation == Branch && now.state.LegalPerson() {
		b.fault(event, "relation", BranchLegal)
	}
}

// named is an enumeration of this package.
type named interface{ labels() rule.Text }

func labelled(n named) rule.Value { return rule.Label(n.labels()) }

func (a Act) labels() rule.Text   { return acts.Labels(a) }
func (s State) labels() rule.Text { return states.Labels(s) }
