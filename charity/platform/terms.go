package platform

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Need (需求) is what somebody needs, where and when.
type Need struct {
	ID       string         `json:"id"`
	Party    string         `json:"party"` // who needs it
	By       Party          `json:"by"`
	Project  string         `json:"project,omitzero"`
	Resource Resource       `json:"resource"`
	Item     string         `json:"item,omitzero"` // which, the same word in the offer; money has none
	Quantity int64          `json:"quantity"`      // in the resource's unit, each round
	Worth    int64          `json:"worth"`         // of each unit, 1 to a million points
	Place    org.Territory  `json:"place"`         // where it is needed
	Window   rule.Period    `json:"window"`        // days on which it can be met; one of them is enough
	Repeat   Repeat         `json:"repeat,omitzero"`
	Facts    rule.FactMap   `json:"facts,omitempty"`   // that offers may ask for
	Requires rule.Condition `json:"requires,omitzero"` // of an offer
	Prefers  []Preference   `json:"prefers,omitempty"`
	Roles    []Role         `json:"roles,omitempty"` // in which people can take part
}

// Offer (供给) is what somebody offers, where and when.
type Offer struct {
	ID       string         `json:"id"`
	Party    string         `json:"party"` // who offers it
	By       Party          `json:"by"`
	Resource Resource       `json:"resource"`
	Item     string         `json:"item,omitzero"`
	Quantity int64          `json:"quantity"`       // in the resource's unit, each round
	Each     int64          `json:"each,omitzero"`  // most for one round of one need; 0 if not limited
	Place    org.Territory  `json:"place,omitzero"` // within which it may be used; anywhere if not stated
	Window   rule.Period    `json:"window"`         // days on which it is there
	Repeat   Repeat         `json:"repeat,omitzero"`
	Facts    rule.FactMap   `json:"facts,omitempty"`   // that needs may ask for
	Requires rule.Condition `json:"requires,omitzero"` // of a need
	Prefers  []Preference   `json:"prefers,omitempty"`
}

// Repeat says that a need or offer recurs: its window comes again, so many
// times in all.
type Repeat struct {
	Days  int `json:"days"`  // from the first day of one round to that of the next
	Times int `json:"times"` // rounds in all, 2 or more
}

// Preference adds points to the worth of a unit from or for a side that meets
// its condition.
type Preference struct {
	If     rule.Condition `json:"if"`
	Points int64          `json:"points"` // 1 to a million
}

// Role is a part that a person can play in meeting a need, and what it asks of
// them.
type Role struct {
	ID     string        `json:"id"`
	Title  rule.Text     `json:"title"`
	Skill  string        `json:"skill,omitzero"`
	Money  funding.Money `json:"money,omitzero"`
	Member bool          `json:"member,omitzero"`
}

// Open tells whether the role is open to a person without skill, money or
// membership.
func (r Role) Open() bool { return r.Skill == "" && r.Money.Sign() == 0 && !r.Member }

// Supply is an amount of an offer that a need has received already.
type Supply struct {
	Offer      string    `json:"offer"`
	OfferRound int       `json:"offer_round,omitzero"` // 0 is the first
	Need       string    `json:"need"`
	NeedRound  int       `json:"need_round,omitzero"`
	Amount     int64     `json:"amount"`
	Date       rule.Date `json:"date"`
}

// bounds of what is put in
const (
	mostQuantity = 1_000_000_000_000
	mostPoints   = 1_000_000
	mostTimes    = 1_000
	mostDays     = 3_660
)

// KeptFacts returns the facts that conditions and preferences may ask of the
// other side besides those stated: by, the party it is, and local, whether both
// sides name the same town or a place in it.
func KeptFacts() rule.Vocabulary {
	return rule.Vocabulary{
		"by":    {Type: rule.TextType, Label: rule.Words("参与方", "party"), Terms: rule.Terms(Parties())},
		"local": {Type: rule.FlagType, Label: rule.Words("同一镇(街道)", "in the same town")},
	}
}

// common is what needs and offers have alike.
type common struct {
	id, party string
	by        Party
	resource  Resource
	item      string
	quantity  int64
	window    rule.Period
	repeat    Repeat
	facts     rule.FactMap
	requires  rule.Condition
	prefers   []Preference
}

func (n *Need) common() common {
	return common{n.ID, n.Party, n.By, n.Resource, n.Item, n.Quantity, n.Window, n.Repeat, n.Facts, n.Requires, n.Prefers}
}

func (o *Offer) common() common {
	return common{o.ID, o.Party, o.By, o.Resource, o.Item, o.Quantity, o.Window, o.Repeat, o.Facts, o.Requires, o.Prefers}
}

// validate reports the faults that needs and offers have alike, against the
// facts that may be stated and those that may be asked for.
func (c common) validate(stated, asked rule.Vocabulary) error {
	var found rule.Problems
	need := func(field string, missing bool) {
		if missing {
			found.Add(problems.Problem(field, rule.Required))
		}
	}
	within := func(field string, n, least, most int64) {
		if n < least || n > most {
			found.Add(problems.Problem(field, OutOfRange, rule.With("value", rule.Int(n, 0)),
				rule.With("least", rule.Int(least, 0)), rule.With("most", rule.Int(most, 0))))
		}
	}
	need("id", c.id == "")
	need("party", c.party == "")
	need("by", !c.by.Valid())
	need("resource", !c.resource.Valid())
	need("item", c.item == "" && c.resource != Money)
	if c.item != "" && c.resource == Money {
		found.Add(problems.Problem("item", ItemOfMoney))
	}
	within("quantity", c.quantity, 1, mostQuantity)
	found.Nest("window", c.window.Validate())
	if c.repeat != (Repeat{}) {
		within("repeat.days", int64(c.repeat.Days), 1, mostDays)
		within("repeat.times", int64(c.repeat.Times), 2, mostTimes)
		need("window.from", c.window.From.IsZero())
		need("window.until", c.window.Until.IsZero())
		if !c.window.Until.IsZero() && c.window.Until.AddDays(c.repeat.Days*(c.repeat.Times-1)).IsZero() {
			found.Add(problems.Problem("repeat", BeyondCalendar))
		}
	}
	for name, value := range c.facts { // problems are put in order by Err
		switch fact, ok := stated[name]; {
		case !ok:
			found.Add(problems.Problem("facts."+name, FactForeign, rule.With("name", rule.Quoted(name))))
		case fact.Type != value.Type():
			found.Add(problems.Problem("facts."+name, FactType, rule.With("name", rule.Label(fact.Label))))
		}
	}
	if !c.requires.IsZero() {
		found.Nest("requires", c.requires.Validate(asked))
	}
	for i, p := range c.prefers {
		found.Nest(rule.At("prefers", i)+".if", p.If.Validate(asked))
		within(rule.At("prefers", i)+".points", p.Points, 1, mostPoints)
	}
	return found.Err()
}

// amount writes a quantity of the resource as people do.
func (r Resource) amount(n int64) rule.Value {
	switch r {
	case Money:
		return funding.Fen(n).Value()
	case Skills, Places:
		return rule.Int(n, rule.Times)
	case Time:
		return rule.Int(n, rule.Hour)
	}
	return rule.Int(n, rule.Item)
}
