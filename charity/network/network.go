package network

import (
	"cmp"
	"maps"
	"slices"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/ledger"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Seat is what a node is founded with.
type Seat struct {
	Name      string        `json:"name"`
	Kind      Kind          `json:"kind"`
	Host      Host          `json:"host"`
	Territory org.Territory `json:"territory"`
	Sectors   []org.Sector  `json:"sectors,omitempty"` // it works in; none for all
}

// Event is one thing that happened in the network on one day.
type Event struct {
	Number int           `json:"number"` // 1, 2, 3: its place in the network's history
	Date   rule.Date     `json:"date"`
	Act    Act           `json:"act"`
	Node   string        `json:"node"`            // the node's ID, a new one where it is founded
	Seat   *Seat         `json:"seat,omitzero"`   // of a node that is founded
	Under  string        `json:"under,omitzero"`  // the node above, of one that is founded or moved
	To     string        `json:"to,omitzero"`     // the node that receives, or who is granted
	From   string        `json:"from,omitzero"`   // who gives what is raised
	Amount funding.Money `json:"amount,omitzero"` // never negative
	Note   string        `json:"note,omitzero"`
	Facts  rule.FactMap  `json:"facts,omitempty"` // what founding asks
}

// Node is a node as the network's events left it.
type Node struct {
	ID string `json:"id"`
	Seat
	Under  string      `json:"under,omitzero"` // empty for the core
	Period rule.Period `json:"period"`
}

// Open tells whether the node was not closed.
func (n Node) Open() bool { return n.Period.Until.IsZero() }

// account is one account of the network's book.
type account struct {
	kind accountKind
	node string
}

type accountKind uint8

const (
	held    accountKind = 1 + iota // what is in the node (debit)
	raised                         // what came in from outside (credit)
	granted                        // what went out (debit)
)

type posting = ledger.Entry[account]

// Network is a charity network: its rules and its dated events. Build it with
// [Rules.Start] and [Network.Apply], or with [Rules.Fold].
type Network struct {
	rules  Rules
	asked  rule.Vocabulary
	events []Event
	nodes  map[string]*Node
	below  map[string]int          // open nodes right below
	stated map[string]rule.FactMap // when a node was founded
	core   string
	book   ledger.Book[account]
}

// Start returns a network without nodes, or every fault of the rules.
func (r Rules) Start() (*Network, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	asked := KeptFacts()
	maps.Copy(asked, r.Facts)
	return &Network{rules: r, asked: asked, nodes: map[string]*Node{}, below: map[string]int{}, stated: map[string]rule.FactMap{}}, nil
}

// Fold returns the network with its history applied. The first event that is
// faulty or refused ([EventRefused]) is a problem at its place.
func (r Rules) Fold(events []Event) (*Network, error) {
	n, err := r.Start()
	if err != nil {
		return nil, err
	}
	for i, e := range events {
		reason, err := n.Apply(e)
		if err == nil && !reason.Holds() {
			err = problems.Problem("", EventRefused, rule.With("unmet", rule.Int(int64(len(reason.Parts)), rule.Item)))
		}
		if err != nil {
			var found rule.Problems
			found.Nest(rule.At("events", i), err)
			return nil, found.Err()
		}
	}
	return n, nil
}

// Apply lets an event happen. A faulty event is an error: out of order, dated
// before the event it follows, without what its act needs or with what it does
// not know, of a node that is unknown, closed already, or founded twice, with a
// negative amount or facts nobody declares. An event the rules refuse is a
// reason that does not hold, with every unmet requirement as its parts. Beside
// both the network is as it was.
func (n *Network) Apply(e Event) (rule.Reason, error) {
	if err := n.fits(e); err != nil {
		return rule.Reason{}, err
	}
	reason := problems.Reason(Happens, rule.With("act", rule.Label(acts.Labels(e.Act))), rule.With("node", rule.Word(e.Node)))
	decided := n.condition(e).From(n.rules.Source, n.rules.Status).Decide(n.facts(e), n.asked)
	if !decided.Holds() {
		reason = problems.Reason(Refused, reason.Inputs...).Gives(rule.Compare, rule.Flag(false))
		reason.Parts = decided.Unmet()
		return reason, nil
	}
	reason = reason.Gives(rule.Compare, rule.Flag(true))
	reason.Parts = []rule.Reason{decided}
	var entry posting
	switch e.Act {
	case Raise:
		entry = posting{Event: e.Number, Debit: account{held, e.Node}, Credit: account{raised, e.Node}, Amount: e.Amount}
	case Send:
		entry = posting{Event: e.Number, Debit: account{held, e.To}, Credit: account{held, e.Node}, Amount: e.Amount}
	case Grant:
		entry = posting{Event: e.Number, Debit: account{granted, e.Node}, Credit: account{held, e.Node}, Amount: e.Amount}
	}
	if e.Amount.Sign() > 0 {
		if err := n.book.Post(entry); err != nil {
			var found rule.Problems
			found.Nest("amount", err)
			return rule.Reason{}, found.Err()
		}
	}
	n.grow(e)
	n.events = append(n.events, e)
	return reason, nil
}

// grow changes the tree by an event that happens.
func (n *Network) grow(e Event) {
	switch e.Act {
	case Found:
		n.nodes[e.Node] = &Node{ID: e.Node, Seat: *e.Seat, Under: e.Under, Period: rule.Since(e.Date)}
		n.stated[e.Node] = e.Facts
		if e.Under == "" {
			n.core = e.Node
		} else {
			n.below[e.Under]++
		}
	case Move:
		node := n.nodes[e.Node]
		n.below[node.Under]--
		n.below[e.Under]++
		node.Under = e.Under
	case Close:
		node := n.nodes[e.Node]
		node.Period.Until = e.Date
		if node.Under == "" {
			n.core = ""
		} else {
			n.below[node.Under]--
		}
	case Raise, Send, Grant:
	}
}

// Nodes returns the open nodes by ID.
func (n *Network) Nodes() []Node {
	var out []Node
	for _, id := range slices.Sorted(maps.Keys(n.nodes)) {
		if n.nodes[id].Open() {
			out = append(out, *n.nodes[id])
		}
	}
	return out
}

// Node returns the node of an ID, open or closed.
func (n *Network) Node(id string) (Node, bool) {
	node, ok := n.nodes[id]
	if !ok {
		return Node{}, false
	}
	return *node, true
}

// Line returns the IDs from a node up to the core; none for an unknown node.
func (n *Network) Line(id string) []string {
	var out []string
	for node, ok := n.nodes[id]; ok; node, ok = n.nodes[node.Under] {
		out = append(out, node.ID)
	}
	return out
}

// Events returns the network's history.
func (n *Network) Events() []Event { return slices.Clone(n.events) }

// Balance returns the money in a node.
func (n *Network) Balance(id string) funding.Money { return n.book.Balance(account{held, id}) }

// Audit adds the network's book up again.
func (n *Network) Audit() error { return n.book.Audit() }

// At returns the network as it stood at the end of a day.
func (n *Network) At(on rule.Date) *Network {
	k, _ := slices.BinarySearchFunc(n.events, on, func(e Event, day rule.Date) int { return cmp.Or(e.Date.Compare(day), -1) })
	then, err := n.rules.Fold(n.events[:k])
	if err != nil {
		return nil // not reached: the beginning of a history is one
	}
	return then
}
