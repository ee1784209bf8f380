package linkage

import (
	"slices"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Worker is a qualified social worker and the time in which the qualification
// holds.
type Worker struct {
	ID     string      `json:"id"`
	Period rule.Period `json:"period"`
}

// Bond links two parties for a time: those two of community, organization and
// worker that its kind names.
type Bond struct {
	Kind         Kind          `json:"kind"`
	Community    org.Territory `json:"community,omitzero"`
	Organization string        `json:"organization,omitzero"` // id in the registry
	Worker       string        `json:"worker,omitzero"`
	Period       rule.Period   `json:"period"`
}

// Lists is what a linkage is made from.
type Lists struct {
	Communities []org.Territory `json:"communities"`
	Workers     []Worker        `json:"workers,omitempty"`
	Bonds       []Bond          `json:"bonds,omitempty"`
}

// Linkage is the bonds of a place, checked. Build it with [New].
type Linkage struct {
	registry    org.Registry
	communities []org.Territory // in order
	workers     map[string]rule.Period
	bonds       []Bond
}

// New checks the lists against the registry. Problems, all at once:
// communities of another level or listed twice, workers missing or twice, bonds
// without kind, first day or one of their parties, with a third party, or with
// parties that nobody lists, and one bond twice at a time.
func New(l Lists, registry org.Registry) (*Linkage, error) {
	var found rule.Problems
	k := &Linkage{registry: registry, communities: slices.Clone(l.Communities), workers: map[string]rule.Period{}, bonds: slices.Clone(l.Bonds)}
	known := map[org.Territory]bool{}
	for i, c := range l.Communities {
		name := rule.With("territory", rule.Word(c.String()))
		if c.Level() != org.Village {
			found.Add(problems.Problem(rule.At("communities", i), CommunityLevel, name))
		} else if known[c] {
			found.Add(problems.Problem(rule.At("communities", i), CommunityTwice, name))
		}
		known[c] = true
	}
	for i, w := range l.Workers {
		path := rule.At("workers", i)
		if w.ID == "" {
			found.Add(problems.Problem(path+".id", rule.Required))
		} else if _, twice := k.workers[w.ID]; twice {
			found.Add(problems.Problem(path+".id", WorkerTwice, rule.With("id", rule.Quoted(w.ID))))
		}
		found.Nest(path+".period", w.Period.Validate())
		k.workers[w.ID] = w.Period
	}
	rows := map[Bond][]int{}
	for i, b := range l.Bonds {
		path := rule.At("bonds", i)
		found.Nest(path, k.check(b, known))
		key := b
		key.Period = rule.Period{}
		for _, j := range rows[key] {
			if l.Bonds[j].Period.Overlaps(b.Period) {
				found.Add(problems.Problem(path+".period", BondTwice, rule.With("first", rule.Int(int64(j), 0))))
			}
		}
		rows[key] = append(rows[key], i)
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	slices.SortFunc(k.communities, org.Territory.Compare)
	return k, nil
}

func (k *Linkage) check(b Bond, known map[org.Territory]bool) error {
	var found rule.Problems
	if b.Period.From.IsZero() {
		found.Add(problems.Problem("period.from", rule.Required))
	}
	found.Nest("period", b.Period.Validate())
	if !b.Kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
		return found.Err()
	}
	from, to := b.Kind.Parties()
	party := func(field string, p Party, stated, listed bool, unknown *rule.Problem) {
		switch part := p == from || p == to; {
		case part && !stated:
			found.Add(problems.Problem(field, rule.Required))
		case !part && stated:
			found.Add(problems.Problem(field, PartyForeign, rule.With("kind", rule.Label(kinds.Labels(b.Kind))), rule.With("party", rule.Label(parties.Labels(p)))))
		case part && !listed:
			found.Add(unknown)
		}
	}
	party("community", Community, !b.Community.IsZero(), known[b.Community],
		problems.Problem("community", CommunityUnknown, rule.With("territory", rule.Word(b.Community.String()))))
	party("organization", Organization, b.Organization != "", len(k.registry.History(b.Organization)) > 0,
		problems.Problem("organization", OrgUnknown, rule.With("id", rule.Quoted(b.Organization))))
	_, listed := k.workers[b.Worker]
	party("worker", SocialWorker, b.Worker != "", listed, problems.Problem("worker", WorkerUnknown, rule.With("id", rule.Quoted(b.Worker))))
	return found.Err()
}
