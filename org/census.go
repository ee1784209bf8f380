package org

import (
	"cmp"
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Group is what the organizations counted together have in common. What a
// census does not count apart by is zero.
type Group struct {
	Kind      Kind      `json:"kind,omitzero"`
	State     State     `json:"state,omitzero"`
	Track     Track     `json:"track,omitzero"`
	Sector    Sector    `json:"sector,omitzero"`
	Level     Level     `json:"level,omitzero"`
	Year      int       `json:"year,omitzero"`
	Territory Territory `json:"territory,omitzero"`
}

// Has tells whether the group is of those that where asks for: it has every
// value that where states, and its territory is or lies in the one stated.
func (g Group) Has(where Group) bool {
	return (where.Kind == 0 || where.Kind == g.Kind) &&
		(where.State == 0 || where.State == g.State) &&
		(where.Track == 0 || where.Track == g.Track) &&
		(where.Sector == 0 || where.Sector == g.Sector) &&
		(where.Level == 0 || where.Level == g.Level) &&
		(where.Year == 0 || where.Year == g.Year) &&
		(where.Territory.IsZero() || where.Territory.Contains(g.Territory))
}

func (g Group) compare(h Group) int {
	return cmp.Or(g.Territory.Compare(h.Territory), cmp.Compare(g.Level, h.Level), cmp.Compare(g.Year, h.Year),
		cmp.Compare(g.State, h.State), cmp.Compare(g.Kind, h.Kind), cmp.Compare(g.Track, h.Track), cmp.Compare(g.Sector, h.Sector))
}

// Count is the number of organizations of one group.
type Count struct {
	Group
	N int `json:"n"`
}

// Census is a count of the organizations that are there at the end of a day
// (see [State.Present]), each once.
type Census struct {
	On     rule.Date   `json:"on"`
	By     []Dimension `json:"by"`
	Groups []Count     `json:"groups"` // none empty; by territory, level, year, state, kind, track, sector
	Total  int         `json:"total"`
}

// Count returns the number of organizations in the groups that have what where
// states, which should be among what the census counts apart by.
func (c Census) Count(where Group) int {
	n := 0
	for _, group := range c.Groups {
		if group.Has(where) {
			n += group.N
		}
	}
	return n
}

// Census counts the organizations there on a day, apart by any dimensions. Of
// several dimensions of territory the last counts.
func (r Registry) Census(on rule.Date, by ...Dimension) Census {
	census := Census{On: on, By: slices.Clone(by), Groups: []Count{}}
	t := r.tally(by)
	for n := range r.ids {
		s := r.on(uint32(n), on)
		if s == nil || !s.state.Present() {
			continue
		}
		census.Total++
		key := 0
		for _, axis := range t.axes {
			key = key*axis.size + r.coordinate(axis, uint32(n), s)
		}
		t.add(key)
	}
	t.each(func(key, n int) {
		census.Groups = append(census.Groups, Count{r.group(t.axes, key), n})
	})
	slices.SortFunc(census.Groups, func(a, b Count) int { return a.compare(b.Group) })
	return census
}

// axis is one dimension of a tally: its values are 0 to size-1.
type axis struct {
	by     Dimension
	size   int
	areas  []Territory // of a dimension of territory: the divisions there are
	places []int       // and for each place of the registry its division
}

// tally counts by a key of mixed radix, in a table where that is small.
type tally struct {
	axes  []axis
	table []int
	rest  map[int]int
}

func (t *tally) add(key int) {
	if t.table != nil {
		t.table[key]++
	} else {
		t.rest[key]++
	}
}

func (t *tally) each(yield func(key, n int)) {
	for key, n := range t.table {
		if n > 0 {
			yield(key, n)
		}
	}
	for key, n := range t.rest { // the groups are sorted afterwards
		yield(key, n)
	}
}

const lastYear = 9999

func (r *Registry) tally(by []Dimension) tally {
	var t tally
	size := 1
	area := axis{}
	for _, d := range by {
		a := axis{by: d}
		switch d {
		case ByKind:
			a.size = len(kinds.Values()) + 1
		case ByState:
			a.size = len(states.Values()) + 1
		case ByTrack:
			a.size = len(tracks.Values()) + 1
		case BySector:
			a.size = len(sectors.Values()) + 1
		case ByLevel:
			a.size = len(levels.Values()) + 1
			a.places = make([]int, len(r.places)+1)
			for i, place := range r.places {
				a.places[i+1] = int(place.Level())
			}
		case ByYear:
			a.size = lastYear + 1
		case ByTerritory, ByDistrict, ByTown, ByVillage:
			area = r.areas(d)
			continue
		default:
			continue
		}
		if slices.ContainsFunc(t.axes, func(b axis) bool { return b.by == d }) {
			continue
		}
		t.axes = append(t.axes, a)
	}
	if area.size > 0 {
		t.axes = append(t.axes, area)
	}
	for _, a := range t.axes {
		size *= a.size
	}
	if size <= 1<<20 {
		t.table = make([]int, size)
	} else {
		t.rest = map[int]int{}
	}
	return t
}

// areas is the axis of the divisions of one level, or as recorded.
func (r *Registry) areas(by Dimension) axis {
	a := axis{by: by, areas: []Territory{{}}, places: make([]int, len(r.places)+1)}
	seen := map[Territory]int{{}: 0}
	for i, place := range r.places {
		switch by {
		case ByDistrict:
			place, _ = place.At(District)
		case ByTown:
			place, _ = place.At(Town)
		case ByVillage:
			place, _ = place.At(Village)
		}
		n, ok := seen[place]
		if !ok {
			n = len(a.areas)
			seen[place] = n
			a.areas = append(a.areas, place)
		}
		a.places[i+1] = n
	}
	a.size = len(a.areas)
	return a
}

// coordinate is the value of organization i, which stands as s, on an axis.
func (r *Registry) coordinate(a axis, i uint32, s *span) int {
	switch a.by {
	case ByKind:
		return int(s.kind)
	case ByState:
		return int(s.state)
	case ByTrack:
		return int(s.track)
	case BySector:
		return int(s.sector)
	case ByYear:
		return r.year(i)
	}
	return a.places[s.place]
}

// year is the year in which organization i was first there.
func (r *Registry) year(i uint32) int {
	for _, s := range r.spansOf(i) {
		if s.state.Present() {
			return s.from.Year()
		}
	}
	return 0
}

// group takes a key apart.
func (r *Registry) group(axes []axis, key int) Group {
	var g Group
	for _, a := range slices.Backward(axes) {
		n := key % a.size
		key /= a.size
		switch a.by {
		case ByKind:
			g.Kind = Kind(n)
		case ByState:
			g.State = State(n)
		case ByTrack:
			g.Track = Track(n)
		case BySector:
			g.Sector = Sector(n)
		case ByLevel:
			g.Level = Level(n)
		case ByYear:
			g.Year = n
		default:
			g.Territory = a.areas[n]
		}
	}
	return g
}

// Count returns the number of organizations there on a day that have what
// where states.
func (r Registry) Count(on rule.Date, where Group) int {
	n := 0
	for i := range r.ids {
		s := r.on(uint32(i), on)
		if s == nil || !s.state.Present() {
			continue
		}
		g := Group{Kind: s.kind, State: s.state, Track: s.track, Sector: s.sector}
		if s.place > 0 {
			g.Territory = r.places[s.place-1]
			g.Level = g.Territory.Level()
		}
		if where.Year > 0 {
			g.Year = r.year(uint32(i))
		}
		if g.Has(where) {
			n++
		}
	}
	return n
}
