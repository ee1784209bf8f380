package network

import (
	"maps"
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules are a district's rules for its charity network.
type Rules struct {
	rule.Head
	Facts    rule.Vocabulary `json:"facts"`    // stated by events; see also [KeptFacts]
	Founding []Founding      `json:"founding"` // one for each kind there may be
	Ways     []Way           `json:"ways"`     // on which money may flow
}

// Founding says who may found a kind of node, where, and under whom.
type Founding struct {
	Kind  Kind           `json:"kind"`
	Hosts []Host         `json:"hosts"`           // where it may have its seat
	Under []Kind         `json:"under,omitempty"` // none for the core
	Needs rule.Condition `json:"needs,omitzero"`
}

// Way says that money may flow from nodes of a kind to nodes of a kind.
type Way struct {
	From Kind `json:"from"`
	To   Kind `json:"to"`
	Line bool `json:"line,omitzero"` // only up or down one line of the tree
}

// KeptFacts returns the facts that the network keeps by itself. Conditions may
// ask for them, and no event may state them.
func KeptFacts() rule.Vocabulary {
	text := func(zh, en string, terms []rule.Term) rule.Fact {
		return rule.Fact{Type: rule.TextType, Label: rule.Words(zh, en), Terms: terms}
	}
	flag := func(zh, en string) rule.Fact { return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)} }
	number := func(zh, en string, unit rule.Unit) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: unit, Label: rule.Words(zh, en)}
	}
	return rule.Vocabulary{
		"host":          text("设立地点", "seat", rule.Terms(Hosts())),
		"parent-kind":   text("上级", "node above", rule.Terms(Kinds())),
		"within-parent": flag("在上级区域之内", "within the territory of the node above"),
		"parent-open":   flag("上级存续", "the node above is open"),
		"own-line":      flag("上级在其自身之下", "the node above hangs on this one"),
		"cores":         number("已有的总会", "cores there are", rule.Item),
		"children":      number("下属节点", "nodes below", rule.Item),
		"balance":       number("账上余额", "money left", rule.Yuan),
		"short":         number("余额不足的金额", "amount beyond what is left", rule.Yuan),
		"way":           flag("划拨线路许可", "the rules know this way"),
	}
}

// Validate reports every fault of the rules: those of the head and of the
// conditions, kinds founded twice or not at all, kinds under kinds that cannot
// be founded, not exactly one kind that is the core, ways twice or between kinds
// that cannot be founded.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	asked := KeptFacts()
	for _, name := range slices.Sorted(maps.Keys(r.Facts)) {
		if _, kept := asked[name]; kept {
			found.Add(problems.Problem("facts."+name, FactKept))
		}
		asked[name] = r.Facts[name]
	}
	cores := 0
	seen := map[Kind]bool{}
	for i, f := range r.Founding {
		path := rule.At("founding", i)
		switch {
		case !f.Kind.Valid():
			found.Add(problems.Problem(path+".kind", rule.Required))
		case seen[f.Kind]:
			found.Add(problems.Problem(path+".kind", Twice, rule.With("name", rule.Label(kinds.Labels(f.Kind)))))
		}
		seen[f.Kind] = true
		if len(f.Hosts) == 0 || slices.ContainsFunc(f.Hosts, func(h Host) bool { return !h.Valid() }) {
			found.Add(problems.Problem(path+".hosts", rule.Required))
		}
		if len(f.Under) == 0 {
			cores++
		}
		for j, under := range f.Under {
			if _, ok := r.founding(under); !ok {
				found.Add(problems.Problem(rule.At(path+".under", j), NotFounded, rule.With("kind", rule.Label(kinds.Labels(under)))))
			}
		}
		if !f.Needs.IsZero() {
			found.Nest(path+".needs", f.Needs.Validate(asked))
		}
	}
	if cores != 1 {
		found.Add(problems.Problem("founding", OneCore, rule.With("count", rule.Int(int64(cores), 0))))
	} else {
		r.reach(&found)
	}
	ways := map[[2]Kind]bool{}
	for i, w := range r.Ways {
		for _, end := range [...]struct {
			name string
			kind Kind
		}{{"from", w.From}, {"to", w.To}} {
			if _, ok := r.founding(end.kind); !ok {
				found.Add(problems.Problem(rule.At("ways", i)+"."+end.name, NotFounded, rule.With("kind", rule.Label(kinds.Labels(end.kind)))))
			}
		}
		if ways[[2]Kind{w.From, w.To}] {
			found.Add(problems.Problem(rule.At("ways", i), Twice, rule.With("name", rule.Label(kinds.Labels(w.From)))))
		}
		ways[[2]Kind{w.From, w.To}] = true
	}
	return found.Err()
}

// reach reports kinds that no chain of foundings leads to from the core.
func (r Rules) reach(found *rule.Problems) {
	can := map[Kind]bool{}
	for range r.Founding { // each pass founds at least one more kind, or none
		for _, f := range r.Founding {
			if len(f.Under) == 0 || slices.ContainsFunc(f.Under, func(k Kind) bool { return can[k] }) {
				can[f.Kind] = true
			}
		}
	}
	for i, f := range r.Founding {
		if !can[f.Kind] {
			found.Add(problems.Problem(rule.At("founding", i), Unreached, rule.With("kind", rule.Label(kinds.Labels(f.Kind)))))
		}
	}
}

func (r Rules) founding(k Kind) (Founding, bool) {
	i := slices.IndexFunc(r.Founding, func(f Founding) bool { return f.Kind == k && k.Valid() })
	if i < 0 {
		return Founding{}, false
	}
	return r.Founding[i], true
}

// condition returns what a node of the kind takes at its place in the tree.
func (f Founding) condition() rule.Condition {
	asks := []rule.Condition{rule.IsOneOf("host", words(f.Hosts)...)}
	if len(f.Under) == 0 {
		asks = append(asks, none("cores"))
	} else {
		asks = append(asks, rule.Is("parent-open"), rule.IsOneOf("parent-kind", words(f.Under)...))
	}
	if !f.Needs.IsZero() {
		asks = append(asks, f.Needs)
	}
	return rule.AllOf(asks...)
}

func words[T interface{ String() string }](values []T) []rule.Value {
	out := make([]rule.Value, len(values))
	for i, v := range values {
		out[i] = rule.Word(v.String())
	}
	return out
}

func none(fact string) rule.Condition { return rule.InRange(fact, rule.AtMost(rule.Dec("0"))) }
