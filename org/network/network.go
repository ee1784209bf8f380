package network

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Node is a federation, centre, station or hub and its time.
type Node struct {
	ID           string        `json:"id"`
	Name         string        `json:"name"`
	Kind         Kind          `json:"kind"`
	Purpose      Purpose       `json:"purpose,omitzero"`      // of a centre
	Territory    org.Territory `json:"territory"`             // that it serves; its level is the node's
	Sectors      []org.Sector  `json:"sectors,omitempty"`     // of a hub
	Organization string        `json:"organization,omitzero"` // id in the registry, if it is an organization of its own
	Period       rule.Period   `json:"period"`
}

// Line returns the line on which the node serves.
func (n Node) Line() Line {
	if n.Kind == Hub {
		return Sectoral
	}
	return Territorial
}

// Lists is what a network is made from.
type Lists struct {
	Rules     Rules           `json:"rules"`
	District  org.Territory   `json:"district"`
	Divisions []org.Territory `json:"divisions,omitempty"` // in the district: towns and subdistricts, villages and communities
	Nodes     []Node          `json:"nodes,omitempty"`
}

// Network is a district's checked nodes. Build it with [New].
type Network struct {
	rules     Rules
	district  org.Territory
	divisions []org.Territory // the district first, then in order
	nodes     []Node          // by id
	tiers     []Tier          // of each node
	at        map[org.Territory][]int
	registry  org.Registry
}

// New checks the lists against the registry. Problems, all at once: those of
// the rules, ids and divisions missing or twice, territories outside the
// district, nodes of a kind that has no place at their level, sectors and
// purposes that do not fit the kind, organizations the registry does not hold,
// and nodes without a first day or with none at all.
func New(l Lists, registry org.Registry) (*Network, error) {
	var found rule.Problems
	found.Nest("rules", l.Rules.Validate())
	if l.District.Level() != org.District {
		found.Add(problems.Problem("district", rule.Required))
	}
	n := &Network{rules: l.Rules, district: l.District, at: map[org.Territory][]int{}, registry: registry}
	n.divisions = l.checkDivisions(&found)
	n.nodes = slices.Clone(l.Nodes)
	first := map[string]int{}
	for i, node := range l.Nodes {
		path := rule.At("nodes", i)
		if j, twice := first[node.ID]; twice && node.ID != "" {
			found.Add(problems.Problem(path+".id", NodeTwice, rule.With("first", rule.Int(int64(j), 0))))
		} else {
			first[node.ID] = i
		}
		found.Nest(path, l.check(node, registry))
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	slices.SortFunc(n.nodes, func(a, b Node) int { return cmp.Compare(a.ID, b.ID) })
	for i, node := range n.nodes {
		tier, _ := l.Rules.tier(node.Territory.Level(), node.Kind)
		n.tiers = append(n.tiers, tier)
		n.at[node.Territory] = append(n.at[node.Territory], i)
	}
	return n, nil
}

func (l Lists) checkDivisions(found *rule.Problems) []org.Territory {
	seen := map[org.Territory]bool{l.District: true}
	for i, d := range l.Divisions {
		switch {
		case d.IsZero():
			found.Add(problems.Problem(rule.At("divisions", i), rule.Required))
		case seen[d]:
			found.Add(problems.Problem(rule.At("divisions", i), DivisionTwice, rule.With("territory", rule.Word(d.String()))))
		default:
			found.Add(l.inside(rule.At("divisions", i), d))
		}
		seen[d] = true
	}
	divisions := slices.Concat([]org.Territory{l.District}, l.Divisions)
	slices.SortFunc(divisions, org.Territory.Compare)
	return divisions
}

func (l Lists) inside(path string, t org.Territory) *rule.Problem {
	if l.District.IsZero() || l.District.Contains(t) {
		return nil
	}
	return problems.Problem(path, OutsideArea, rule.With("territory", rule.Word(t.String())), rule.With("district", rule.Word(l.District.String())))
}

func (l Lists) check(n Node, registry org.Registry) error {
	var found rule.Problems
	need := func(field string, missing bool) {
		if missing {
			found.Add(problems.Problem(field, rule.Required))
		}
	}
	need("id", n.ID == "")
	need("name", n.Name == "")
	need("kind", !n.Kind.Valid())
	need("territory", n.Territory.IsZero())
	need("period.from", n.Period.From.IsZero())
	found.Nest("period", n.Period.Validate())
	if !n.Territory.IsZero() {
		found.Add(l.inside("territory", n.Territory))
		if _, ok := l.Rules.tier(n.Territory.Level(), n.Kind); !ok && n.Kind.Valid() {
			found.Add(problems.Problem("kind", NodeMisplaced, rule.With("level", named(n.Territory.Level())), rule.With("kind", named(n.Kind))))
		}
	}
	for i, s := range n.Sectors {
		need(rule.At("sectors", i), !s.Valid())
	}
	if (n.Kind == Hub) != (len(n.Sectors) > 0) {
		found.Add(problems.Problem("sectors", NodeSectors))
	}
	if n.Purpose != 0 && n.Kind != Centre {
		found.Add(problems.Problem("purpose", NodePurpose))
	}
	if n.Organization != "" && len(registry.History(n.Organization)) == 0 {
		found.Add(problems.Problem("organization", OrgUnknown, rule.With("id", rule.Quoted(n.Organization))))
	}
	return found.Err()
}

// Nodes returns the nodes that are open on a day, by id: those within their
// time whose organization, if they have one, is there.
func (n *Network) Nodes(on rule.Date) []Node {
	var out []Node
	for i, open := range n.open(on) {
		if open {
			out = append(out, n.nodes[i])
		}
	}
	return out
}

func (n *Network) open(on rule.Date) []bool {
	open := make([]bool, len(n.nodes))
	for i, node := range n.nodes {
		open[i] = node.Period.Contains(on)
		if open[i] && node.Organization != "" {
			e, known := n.registry.At(node.Organization, on)
			open[i] = known && e.State.Present()
		}
	}
	return open
}

// servers returns the open nodes that serve an organization of a territory and
// sector on a line, the nearest first, then by id.
func (n *Network) servers(open []bool, line Line, t org.Territory, sector org.Sector) []int {
	var out []int
	for level := t.Level(); level >= org.District; level-- {
		place, ok := t.At(level)
		if !ok {
			continue
		}
		for _, i := range n.at[place] {
			near := int(t.Level())-int(level) <= n.tiers[i].Down
			if open[i] && near && n.nodes[i].Line() == line && (line == Territorial || slices.Contains(n.nodes[i].Sectors, sector)) {
				out = append(out, i)
			}
		}
	}
	return out
}

// named is the label of an enumerated value in both languages.
func named(l interface{ Label(language.Tag) string }) rule.Value {
	return rule.Label(rule.Words(l.Label(language.Chinese), l.Label(language.English)))
}
