package regime

import (
	"slices"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/name"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Index finds the organizations of a registry that have the scope of an
// application, in a time that does not depend on their number. The zero value
// knows of none: then whether there are any is not stated.
type Index struct {
	scopes func(org.Entry) []string
	same   map[scope][]string // ids, in order
	names  map[string]string
}

// scope is a scope of work in a division, of organizations of one legal form.
type scope struct {
	kind  org.Kind
	place org.Territory
	words string
}

// NewIndex returns the index of the legal persons there on a day. scopes says
// what the scope of an organization is; it is given the entry in the registry
// or, with its name, form, territory and sector, the application. See [ByName].
func NewIndex(r org.Registry, day rule.Date, scopes func(org.Entry) []string) Index {
	in := Index{scopes: scopes, same: map[scope][]string{}, names: map[string]string{}}
	for e := range r.All(day) {
		if !e.State.LegalPerson() {
			continue
		}
		in.names[e.ID] = e.Name
		for _, words := range scopes(e) {
			at := scope{e.Kind, registered(e.Territory), name.Fold(words)}
			if ids := in.same[at]; len(ids) == 0 || ids[len(ids)-1] != e.ID {
				in.same[at] = append(ids, e.ID)
			}
		}
	}
	return in
}

// ByName takes the scope of an organization from its name: trade name and field
// without division and form, or the whole name where nothing is left.
func ByName(s name.Splitter) func(org.Entry) []string {
	return func(e org.Entry) []string {
		if core := s.Split(e.Name).Core(); core != "" {
			return []string{core}
		}
		return []string{e.Name}
	}
}

// registered is the division of the authority that registers what works in a
// territory: the district for all in it.
func registered(t org.Territory) org.Territory {
	if district, ok := t.At(org.District); ok {
		return district
	}
	return t
}

// similar returns the ids of the organizations that have a scope of the
// application, in order, and false where nobody can say.
func (in Index) similar(a *Application) ([]string, bool) {
	if in.scopes == nil || a.Kind == 0 {
		return nil, false
	}
	words := a.Scopes
	if len(words) == 0 {
		words = in.scopes(org.Entry{ID: a.ID, Profile: org.Profile{Name: a.Name, Kind: a.Kind, Territory: a.Territory, Sector: a.Sector}})
	}
	var ids []string
	for _, w := range words {
		ids = append(ids, in.same[scope{a.Kind, registered(a.Territory), name.Fold(w)}]...)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	return slices.DeleteFunc(ids, func(id string) bool { return id == a.ID }), true
}
