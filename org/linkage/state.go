package linkage

import (
	"cmp"
	"slices"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// State is the linkage of all communities on a day.
type State struct {
	On     rule.Date `json:"on"`
	Bonds  []Count   `json:"bonds"`  // that hold, by kind
	Linked int       `json:"linked"` // communities
	Places []Place   `json:"places"` // all communities, by code
}

// Count is how many bonds of a kind hold.
type Count struct {
	Kind Kind `json:"kind"`
	N    int  `json:"n"`
}

// Place is one community on a day.
type Place struct {
	Community org.Territory `json:"community"`
	Links     []Link        `json:"links"`   // closed, by organization and worker
	Missing   []Kind        `json:"missing"` // the fewest bonds that would close one; none where one is closed
	Reasons   []rule.Reason `json:"reasons"` // for each link or each bond missing
}

// Link is an organization and a social worker through whom a community is
// linked.
type Link struct {
	Organization string `json:"organization"`
	Worker       string `json:"worker"`
}

// Parties returns the parties that have a part in a closed linkage: all three
// if there is one, else none.
func (s State) Parties() []Party {
	var out []Party
	for _, kind := range Kinds() {
		if from, _ := kind.Parties(); s.Linked > 0 {
			out = append(out, from)
		}
	}
	slices.Sort(out)
	return out
}

// bonds are those that hold on a day, in order.
type bonds struct {
	hosted  map[org.Territory][]string // organizations
	serving map[org.Territory][]string // workers
	staff   map[string][]string        // workers by organization
	at      map[string][]string        // organizations by worker
}

// On returns the linkage on a day. A bond holds while its organization is
// there and its worker is qualified.
func (k *Linkage) On(day rule.Date) State {
	s := State{On: day, Places: make([]Place, 0, len(k.communities))}
	b, counts := k.holding(day)
	for _, kind := range Kinds() {
		s.Bonds = append(s.Bonds, Count{kind, counts[kind]})
	}
	for _, c := range k.communities {
		p := b.place(c)
		if len(p.Links) > 0 {
			s.Linked++
		}
		s.Places = append(s.Places, p)
	}
	return s
}

func (k *Linkage) holding(day rule.Date) (bonds, map[Kind]int) {
	b := bonds{map[org.Territory][]string{}, map[org.Territory][]string{}, map[string][]string{}, map[string][]string{}}
	counts := map[Kind]int{}
	for _, bond := range k.bonds {
		if !bond.Period.Contains(day) {
			continue
		}
		if bond.Worker != "" && !k.workers[bond.Worker].Contains(day) {
			continue
		}
		if bond.Organization != "" {
			if e, ok := k.registry.At(bond.Organization, day); !ok || !e.State.Present() {
				continue
			}
		}
		counts[bond.Kind]++
		switch bond.Kind {
		case Hosts:
			b.hosted[bond.Community] = append(b.hosted[bond.Community], bond.Organization)
		case Employs:
			b.staff[bond.Organization] = append(b.staff[bond.Organization], bond.Worker)
			b.at[bond.Worker] = append(b.at[bond.Worker], bond.Organization)
		case Serves:
			b.serving[bond.Community] = append(b.serving[bond.Community], bond.Worker)
		}
	}
	return b, counts
}

func (b bonds) place(c org.Territory) Place {
	p := Place{Community: c, Links: []Link{}, Missing: []Kind{}, Reasons: []rule.Reason{}}
	for _, organization := range b.hosted[c] {
		for _, worker := range b.serving[c] {
			if slices.Contains(b.staff[organization], worker) {
				p.Links = append(p.Links, Link{organization, worker})
			}
		}
	}
	slices.SortFunc(p.Links, func(x, y Link) int {
		return cmp.Or(cmp.Compare(x.Organization, y.Organization), cmp.Compare(x.Worker, y.Worker))
	})
	for _, l := range p.Links {
		p.Reasons = append(p.Reasons, problems.Reason(Closed, rule.With("community", rule.Word(c.String())),
			rule.With("organization", rule.Word(l.Organization)), rule.With("worker", rule.Word(l.Worker))))
	}
	if len(p.Links) > 0 {
		return p
	}
	p.Missing = append(p.Missing, b.missing(c)...)
	for _, kind := range p.Missing {
		p.Reasons = append(p.Reasons, problems.Reason(Open, rule.With("kind", rule.Label(kinds.Labels(kind)))))
	}
	return p
}

// missing is the fewest bonds that would close a linkage of a community that
// has none; of several that are as few, the first by kind.
func (b bonds) missing(c org.Territory) []Kind {
	hosts, serves := len(b.hosted[c]) > 0, len(b.serving[c]) > 0
	employing := slices.ContainsFunc(b.hosted[c], func(o string) bool { return len(b.staff[o]) > 0 })
	employed := slices.ContainsFunc(b.serving[c], func(w string) bool { return len(b.at[w]) > 0 })
	switch {
	case employed:
		return []Kind{Hosts}
	case hosts && serves:
		return []Kind{Employs}
	case employing:
		return []Kind{Serves}
	case len(b.staff) > 0:
		return []Kind{Hosts, Serves}
	case serves:
		return []Kind{Hosts, Employs}
	case hosts:
		return []Kind{Employs, Serves}
	}
	return Kinds()
}
