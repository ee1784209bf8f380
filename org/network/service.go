package network

import (
	"cmp"
	"slices"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Service is who serves the organizations of the district on a day, and whom
// nobody does.
type Service struct {
	On            rule.Date   `json:"on"`
	Organizations int         `json:"organizations"` // there on the day, in the district
	Lines         []LineShare `json:"lines"`         // territorial, sectoral
	Both          int         `json:"both"`          // served on both lines
	Orphans       []string    `json:"orphans"`       // ids of those served on neither, in order
	Nodes         []Load      `json:"nodes"`         // of every open node, by id
}

// LineShare is how many organizations are served on one line.
type LineShare struct {
	Line     Line `json:"line"`
	Served   int  `json:"served"`
	Unserved int  `json:"unserved"`
}

// spot is what organizations have in common that the same nodes serve.
type spot struct {
	territory org.Territory
	sector    org.Sector
}

// Load is what rests on one node.
type Load struct {
	Node   string `json:"node"`
	Line   Line   `json:"line"`
	Serves int    `json:"serves"` // organizations it can serve
	Near   int    `json:"near"`   // those of which it is among the nearest on its line
	Sole   int    `json:"sole"`   // those that nobody else serves on its line
	Only   int    `json:"only"`   // those that nobody else serves on either line: orphans without it
}

// SinglePoints returns the nodes without which somebody would be served by
// nobody on their line, those that would leave the most orphans first.
func (s Service) SinglePoints() []Load {
	var out []Load
	for _, l := range s.Nodes {
		if l.Sole > 0 {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b Load) int {
		if a.Only != b.Only {
			return b.Only - a.Only
		}
		return b.Sole - a.Sole
	})
	return out
}

// Service returns who serves whom on a day. It looks once at each territory and
// sector that organizations have, whatever their number.
func (n *Network) Service(on rule.Date) Service {
	open := n.open(on)
	s := Service{On: on, Lines: []LineShare{{Line: Territorial}, {Line: Sectoral}}, Orphans: []string{}, Nodes: []Load{}}
	loads := make([]Load, len(n.nodes))
	forgotten := map[spot]bool{}
	for _, group := range n.registry.Census(on, org.ByTerritory, org.BySector).Groups {
		if !n.district.Contains(group.Territory) {
			continue
		}
		s.Organizations += group.N
		var by [2][]int
		for k := range s.Lines {
			by[k] = n.servers(open, s.Lines[k].Line, group.Territory, group.Sector)
			n.load(loads, by[k], group.N)
			if len(by[k]) > 0 {
				s.Lines[k].Served += group.N
			} else {
				s.Lines[k].Unserved += group.N
			}
		}
		switch {
		case len(by[0]) > 0 && len(by[1]) > 0:
			s.Both += group.N
		case len(by[0])+len(by[1]) == 0:
			forgotten[spot{group.Territory, group.Sector}] = true
		case len(by[0])+len(by[1]) == 1:
			loads[append(by[0], by[1]...)[0]].Only += group.N
		}
	}
	if len(forgotten) > 0 {
		for e := range n.registry.All(on) {
			if forgotten[spot{e.Territory, e.Sector}] {
				s.Orphans = append(s.Orphans, e.ID)
			}
		}
	}
	for i, l := range loads {
		if open[i] {
			l.Node, l.Line = n.nodes[i].ID, n.nodes[i].Line()
			s.Nodes = append(s.Nodes, l)
		}
	}
	return s
}

// load adds organizations that these nodes serve on one line.
func (n *Network) load(loads []Load, servers []int, organizations int) {
	for _, i := range servers {
		loads[i].Serves += organizations
		if n.nodes[i].Territory == n.nodes[servers[0]].Territory {
			loads[i].Near += organizations
		}
		if len(servers) == 1 {
			loads[i].Sole += organizations
		}
	}
}

// Alone returns the organizations that nobody but one node serves on its line
// on a day, by id: those that would lose it with the node. It is empty for a
// node that is not open.
func (n *Network) Alone(node string, on rule.Date) []string {
	open := n.open(on)
	at, known := slices.BinarySearchFunc(n.nodes, node, func(n Node, id string) int { return cmp.Compare(n.ID, id) })
	if !known || !open[at] {
		return nil
	}
	alone := map[spot]bool{}
	for _, group := range n.registry.Census(on, org.ByTerritory, org.BySector).Groups {
		servers := n.servers(open, n.nodes[at].Line(), group.Territory, group.Sector)
		alone[spot{group.Territory, group.Sector}] = len(servers) == 1 && servers[0] == at
	}
	var out []string
	for e := range n.registry.All(on) {
		if alone[spot{e.Territory, e.Sector}] {
			out = append(out, e.ID)
		}
	}
	return out
}

// Serving explains who answers for one organization on a day: a step for each
// node of each line, the nearest first, and one for a line on which nobody
// does. It is false for an organization that is not there.
func (n *Network) Serving(id string, on rule.Date) (rule.Page, bool) {
	e, ok := n.registry.At(id, on)
	if !ok || !e.State.Present() {
		return rule.Page{}, false
	}
	page := rule.Page{
		Title: rule.Words("服务责任:"+e.Name, "Who answers for "+e.Name), Rule: n.rules.Head,
		Lines: []rule.Line{
			{Label: rule.Words("日期", "On"), Value: rule.On(on)},
			{Label: rule.Words("区划", "Territory"), Value: rule.Word(e.Territory.String())},
			{Label: rule.Words("行业", "Sector"), Value: named(e.Sector)},
		},
	}
	open := n.open(on)
	for _, line := range Lines() {
		servers := n.servers(open, line, e.Territory, e.Sector)
		add := func(r rule.Reason) { page.Steps = append(page.Steps, r.From(n.rules.Source, n.rules.Status)) }
		for _, i := range servers {
			node := n.nodes[i]
			add(problems.Reason(Serves, rule.With("line", named(line)), rule.With("node", rule.Word(node.Name)),
				rule.With("level", named(node.Territory.Level())), rule.With("kind", named(node.Kind)),
				rule.With("territory", rule.Word(node.Territory.String()))).Gives(rule.Given, rule.Word(node.ID)))
		}
		if len(servers) == 0 {
			add(problems.Reason(NobodyOn, rule.With("line", named(line))))
		}
	}
	return page, true
}
