package base

import (
	"cmp"
	"maps"
	"slices"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// Event is one act between an organization and the base, and the facts it was
// decided on.
type Event struct {
	Organization string       `json:"organization"` // id in the registry
	On           rule.Date    `json:"on"`
	Act          Act          `json:"act"`
	Facts        rule.FactMap `json:"facts,omitempty"`
}

// Lists is what a base is made from.
type Lists struct {
	Rules  Rules   `json:"rules"`
	Events []Event `json:"events,omitempty"`
	Offers []Offer `json:"offers,omitempty"`
}

// Base is the events of its residents and who does its functions, checked.
// Build it with [New].
type Base struct {
	rules    Rules
	table    stage.Table[Standing, Act]
	registry org.Registry
	ids      []string // sorted
	stays    map[string][]stay
	offers   []Offer
}

// stay is how an organization stands from one event until the next.
type stay struct {
	on       rule.Date
	act      Act
	standing Standing
	entered  rule.Date // into the class
	admitted rule.Date // into the base
	extended int
	reason   rule.Reason
}

// New checks the rules and replays the events, in whatever order they come.
// Events of one organization are taken by day and, on one day, in the order of
// [Acts]. Every fault is reported: those of the rules, organizations the
// registry does not hold, days and acts not stated or twice, facts that no
// condition asks for or that the base finds by itself, acts that mean nothing
// where the organization stands ([EventNoWay]), each condition of an act that
// did not hold ([EventRefused]), and offers without function or first day or
// twice at a time.
func New(l Lists, registry org.Registry) (*Base, error) {
	var found rule.Problems
	rules, events := l.Rules, l.Events
	table, err := rules.Table()
	if err != nil || rules.Validate() != nil {
		found.Nest("rules", rules.Validate())
		return nil, found.Err()
	}
	b := &Base{rules: rules, table: table, registry: registry, stays: map[string][]stay{}}
	order := make([]int, len(events))
	for i := range events {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		x, y := events[i], events[j]
		return cmp.Or(cmp.Compare(x.Organization, y.Organization), x.On.Compare(y.On), cmp.Compare(x.Act, y.Act), cmp.Compare(i, j))
	})
	for _, i := range order {
		found.Nest(rule.At("events", i), b.take(events[i]))
	}
	b.offer(&found, l.Offers)
	if len(found) > 0 {
		return nil, found.Err()
	}
	for id := range b.stays {
		b.ids = append(b.ids, id)
	}
	slices.Sort(b.ids)
	return b, nil
}

// take adds an event to the stays of its organization.
func (b *Base) take(e Event) error {
	if err := b.check(e); err != nil {
		return err
	}
	var found rule.Problems
	stays := b.stays[e.Organization]
	if n := len(stays); n > 0 && stays[n-1].on == e.On && stays[n-1].act == e.Act {
		return problems.Problem("act", EventTwice, rule.With("on", rule.On(e.On)), rule.With("act", named(e.Act)))
	}
	next := b.step(stays, e)
	switch next.reason.Code {
	case stage.NoWay:
		found.Add(problems.Problem("act", EventNoWay, rule.With("on", rule.On(e.On)), rule.With("act", named(e.Act)), rule.With("standing", named(next.standing))))
	case stage.Refused:
		for _, part := range next.reason.Parts {
			clause := rule.Words(part.In(language.Chinese), part.In(language.English))
			found.Add(problems.Problem("act", EventRefused, rule.With("on", rule.On(e.On)), rule.With("act", named(e.Act)), rule.With("clause", rule.Label(clause))))
		}
	}
	if len(found) > 0 {
		return found.Err()
	}
	b.stays[e.Organization] = append(stays, next)
	return nil
}

func (b *Base) check(e Event) error {
	var found rule.Problems
	if len(b.registry.History(e.Organization)) == 0 {
		found.Add(problems.Problem("organization", ResidentOrg, rule.With("id", rule.Quoted(e.Organization))))
	}
	if e.On.IsZero() {
		found.Add(problems.Problem("on", rule.Required))
	}
	if !e.Act.Valid() {
		found.Add(problems.Problem("act", rule.Required))
	}
	own, all := ours(), Facts()
	for _, name := range slices.Sorted(maps.Keys(e.Facts)) {
		if _, ok := own[name]; ok {
			found.Add(problems.Problem("facts", FactOurs, rule.With("fact", rule.Quoted(name))))
		} else if _, ok := all[name]; !ok {
			found.Add(problems.Problem("facts", FactForeign, rule.With("fact", rule.Quoted(name))))
		}
	}
	return found.Err()
}

// step is how the organization stands after an event, or stays as it was with
// the reason why.
func (b *Base) step(stays []stay, e Event) stay {
	now := stay{standing: Outside}
	if len(stays) > 0 {
		now = stays[len(stays)-1]
	}
	facts := rule.FactMap{}
	maps.Copy(facts, e.Facts)
	entry, _ := b.registry.At(e.Organization, e.On)
	facts["registered"] = rule.Flag(entry.State.LegalPerson())
	facts["filed"] = rule.Flag(entry.State == org.Filed)
	facts["preparing"] = rule.Flag(entry.State == org.Preparing)
	if class, ok := now.standing.Class(); ok {
		facts["months"] = rule.Int(int64(months(now.entered, e.On)), rule.MonthUnit)
		facts["extensions-left"] = rule.Int(int64(b.rules.term(class).Extensions-now.extended), rule.Times)
	}
	next := now
	next.on, next.act = e.On, e.Act
	next.standing, next.reason = b.table.Step(now.standing, e.Act, facts)
	switch {
	case next.standing != now.standing:
		next.entered, next.extended = e.On, 0
		if now.standing == Applied {
			next.admitted = e.On
		}
	case e.Act == Extend:
		next.extended++
	}
	return next
}

// months is the number of full months from one day to another.
func months(from, to rule.Date) int {
	n := (to.Year()-from.Year())*12 + to.Month() - from.Month()
	if to.Before(from.AddMonths(n)) {
		n--
	}
	return n
}

// Decide says what an event that has not happened would lead to: the standing
// after it, and the reason with the conditions it needs, all of those unmet if
// it is refused. What the base knows up to the day counts. Malformed events are
// problems.
func (b *Base) Decide(e Event) (Standing, rule.Reason, error) {
	if err := b.check(e); err != nil {
		return 0, rule.Reason{}, err
	}
	next := b.step(b.until(e.Organization, e.On), e)
	return next.standing, next.reason, nil
}

// until is the stays of an organization up to the end of a day.
func (b *Base) until(id string, on rule.Date) []stay {
	stays := b.stays[id]
	n := len(stays)
	for n > 0 && on.Before(stays[n-1].on) {
		n--
	}
	return stays[:n]
}

// named is the label of an enumerated value in both languages.
func named(l interface{ Label(language.Tag) string }) rule.Value {
	return rule.Label(rule.Words(l.Label(language.Chinese), l.Label(language.English)))
}
