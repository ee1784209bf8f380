package network

import (
	"maps"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// fits reports the faults of an event as the next of this network.
func (n *Network) fits(e Event) error {
	var found rule.Problems
	need := func(field string, missing bool) {
		if missing {
			found.Add(problems.Problem(field, rule.Required))
		}
	}
	if want := len(n.events) + 1; e.Number != want {
		found.Add(problems.Problem("number", OutOfOrder, rule.With("got", rule.Int(int64(e.Number), 0)), rule.With("want", rule.Int(int64(want), 0))))
	}
	need("date", e.Date.IsZero())
	if k := len(n.events); k > 0 && e.Date.Before(n.events[k-1].Date) && !e.Date.IsZero() {
		found.Add(problems.Problem("date", BeforeLast, rule.With("got", rule.On(e.Date)), rule.With("last", rule.On(n.events[k-1].Date))))
	}
	need("node", e.Node == "")
	if !e.Act.Valid() {
		need("act", true)
		return found.Err()
	}
	founds, places, pays := e.Act == Found, e.Act == Found || e.Act == Move, e.Act >= Raise
	for _, field := range [...]struct {
		name           string
		stated, wanted bool
		must           bool
	}{
		{"seat", e.Seat != nil, founds, true},
		{"under", e.Under != "", places, e.Act == Move},
		{"amount", e.Amount.Sign() != 0, pays, true},
		{"from", e.From != "", e.Act == Raise, true},
		{"to", e.To != "", e.Act == Send || e.Act == Grant, true},
		{"facts", len(e.Facts) > 0, founds, false},
	} {
		need(field.name, field.wanted && field.must && !field.stated)
		if field.stated && !field.wanted {
			found.Add(problems.Problem(field.name, FieldUnused, rule.With("act", rule.Label(acts.Labels(e.Act)))))
		}
	}
	if e.Amount.Sign() < 0 {
		found.Add(problems.Problem("amount", AmountNegative, rule.With("amount", e.Amount.Value())))
	}
	if founds {
		n.fitsSeat(e, &found)
	} else {
		n.known("node", e.Node, &found)
	}
	if e.Act == Send {
		n.known("to", e.To, &found)
		if e.To == e.Node {
			found.Add(problems.Problem("to", ToItself))
		}
	}
	if _, ok := n.nodes[e.Under]; places && e.Under != "" && !ok {
		found.Add(problems.Problem("under", Unknown, rule.With("id", rule.Quoted(e.Under))))
	}
	return found.Err()
}

// known reports a node that there is not or that was closed.
func (n *Network) known(field, id string, found *rule.Problems) {
	node, ok := n.nodes[id]
	switch {
	case id == "":
	case !ok:
		found.Add(problems.Problem(field, Unknown, rule.With("id", rule.Quoted(id))))
	case !node.Open():
		found.Add(problems.Problem(field, AlreadyClosed, rule.With("id", rule.Quoted(id)), rule.With("closed", rule.On(node.Period.Until))))
	}
}

func (n *Network) fitsSeat(e Event, found *rule.Problems) {
	if _, ok := n.nodes[e.Node]; ok {
		found.Add(problems.Problem("node", Twice, rule.With("name", rule.Quoted(e.Node))))
	}
	for name, value := range e.Facts { // problems are put in order by Err
		switch fact, ok := n.rules.Facts[name]; {
		case !ok:
			found.Add(problems.Problem("facts."+name, FactForeign, rule.With("name", rule.Quoted(name))))
		case fact.Type != value.Type():
			found.Add(problems.Problem("facts."+name, FactType, rule.With("name", rule.Label(fact.Label))))
		}
	}
	if e.Seat == nil {
		return
	}
	for _, field := range [...]struct {
		name    string
		missing bool
	}{
		{"name", e.Seat.Name == ""},
		{"kind", !e.Seat.Kind.Valid()},
		{"host", !e.Seat.Host.Valid()},
		{"territory", e.Seat.Territory.IsZero()},
	} {
		if field.missing {
			found.Add(problems.Problem("seat."+field.name, rule.Required))
		}
	}
	for i, s := range e.Seat.Sectors {
		if !s.Valid() {
			found.Add(problems.Problem(rule.At("seat.sectors", i), rule.Required))
		}
	}
	row, ok := n.rules.founding(e.Seat.Kind)
	if !ok {
		found.Add(problems.Problem("seat.kind", NotFounded, rule.With("kind", rule.Label(kinds.Labels(e.Seat.Kind)))))
	}
	if core := ok && len(row.Under) == 0; ok && core != (e.Under == "") {
		code := rule.Required
		if core {
			code = AboveCore
		}
		found.Add(problems.Problem("under", code))
	}
}

// condition is what an event takes.
func (n *Network) condition(e Event) rule.Condition {
	switch e.Act {
	case Found:
		row, _ := n.rules.founding(e.Seat.Kind)
		return row.condition()
	case Move:
		row, _ := n.rules.founding(n.nodes[e.Node].Kind)
		return rule.AllOf(row.condition(), rule.IsOneOf("own-line", rule.Flag(false)))
	case Close:
		return rule.AllOf(none("children"), none("balance"))
	case Send:
		return rule.AllOf(rule.Is("way"), none("short"))
	case Grant:
		return rule.AllOf(none("short"))
	}
	return rule.AllOf(rule.InRange("balance", rule.AtLeast(rule.Dec("0")))) // raising asks nothing more
}

// facts are what conditions ask, as the event finds the network.
func (n *Network) facts(e Event) rule.FactMap {
	facts := rule.FactMap{}
	maps.Copy(facts, n.stated[e.Node])
	maps.Copy(facts, e.Facts)
	cores := int64(0)
	if n.core != "" {
		cores = 1
	}
	facts["cores"] = rule.Int(cores, rule.Item)
	facts["children"] = rule.Int(int64(n.below[e.Node]), rule.Item)
	facts["balance"] = n.Balance(e.Node).Value()
	facts["short"] = funding.Fen(max(0, e.Amount.Fen()-n.Balance(e.Node).Fen())).Value()
	seat := e.Seat
	if node, ok := n.nodes[e.Node]; ok {
		seat = &node.Seat
	}
	if seat != nil {
		facts["host"] = rule.Word(seat.Host.String())
	}
	if parent, ok := n.nodes[e.Under]; ok {
		facts["parent-open"] = rule.Flag(parent.Open())
		facts["parent-kind"] = rule.Word(parent.Kind.String())
		facts["own-line"] = rule.Flag(n.above(e.Node, e.Under))
		if seat != nil {
			facts["within-parent"] = rule.Flag(parent.Territory.Contains(seat.Territory))
		}
	}
	if to, ok := n.nodes[e.To]; ok && e.Act == Send {
		facts["way"] = rule.Flag(n.way(n.nodes[e.Node], to))
	}
	return facts
}

// above tells whether a node is another or stands above it.
func (n *Network) above(id, of string) bool {
	for node, ok := n.nodes[of]; ok; node, ok = n.nodes[node.Under] {
		if node.ID == id {
			return true
		}
	}
	return false
}

// way tells whether money may flow from a node to another.
func (n *Network) way(from, to *Node) bool {
	for _, w := range n.rules.Ways {
		if w.From == from.Kind && w.To == to.Kind {
			return !w.Line || n.above(from.ID, to.ID) || n.above(to.ID, from.ID)
		}
	}
	return false
}
