package funding

import (
	"strconv"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Scheme is the published rules of one funding round: which sources pay, in
// which order, by which rule and out of which budget. It is data: a literal in
// Go, JSON both ways.
//
// Sources pay in turns, in the order they stand in unless one of them waits
// for others (see Source.After and [LastPayer]). Each sees what the earlier
// ones left unmet and, unless it says otherwise, pays no more than that.
// Neighbouring sources whose rule is [Rest] share the unmet rest between them
// by weight, those whose rule is [Portion] in fixed parts.
//
// Unspent money is released to the next in line in three ways, each of which
// the scheme must ask for: within a source, from envelopes to claims that were
// cut (Source.Pool); between sources, to a later one's budget (Source.Next);
// and among neighbours, by splitting what remains of a rest in further rounds
// (Backfill). Further rounds come to an end: a source stays in a request only
// while it pays its whole part, and were no source of a request to drop out in
// a round, the whole rest would be paid and nothing remain; so that there are
// at most as many rounds as neighbours.
type Scheme struct {
	rule.Head
	Territory org.Territory   `json:"territory"`         // requests come from here
	Rounding  Rounding        `json:"rounding"`          // of every computed amount, where a source has none of its own
	Facts     rule.Vocabulary `json:"facts,omitzero"`    // what conditions may ask beside the request's own figures
	Admits    rule.Condition  `json:"admits,omitzero"`   // requests dated outside the period that are taken nonetheless: a transitional clause
	Costs     []Cost          `json:"costs,omitempty"`   // which items of cost count; requests then state their items
	InKind    *InKind         `json:"in_kind,omitzero"`  // how contributions in kind count as social money; not at all if not stated
	Backfill  bool            `json:"backfill,omitzero"` // what neighbours whose rule is Rest leave of a rest is split again among those who could pay all they were asked
	Sources   []Source        `json:"sources"`
}

// Validate reports every fault of the scheme, with paths such as
// sources[2].budget.
func (s Scheme) Validate() error {
	var found rule.Problems
	found.Nest("", s.Head.Validate())
	found.Nest("rounding", s.Rounding.Validate())
	if s.Territory.IsZero() {
		found.Add(problems.Problem("territory", rule.Required))
	}
	if len(s.Sources) == 0 {
		found.Add(problems.Problem("sources", NoSources))
	}
	if len(s.Sources) > maxSources {
		found.Add(problems.Problem("sources", TooManySources, rule.With("most", rule.Int(maxSources, 0))))
		return found.Err()
	}
	own := ownFacts()
	for name := range s.Facts {
		if _, taken := own[name]; taken || isPaidFact(name) {
			found.Add(problems.Problem("facts."+name, FactTaken, rule.With("fact", rule.Quoted(name))))
		}
	}
	facts := s.Vocabulary()
	if !s.Admits.IsZero() {
		found.Nest("admits", s.Admits.Validate(facts))
	}
	found.Nest("", s.validateCosts())
	found.Nest("", s.validateSources(facts))
	return found.Err()
}

const maxSources = 64

// validateSources checks the sources in the order of their turns, so that
// conditions ask only for what was paid before.
func (s Scheme) validateSources(facts rule.Vocabulary) error {
	var found rule.Problems
	ids := map[string]int{}
	for j, source := range s.Sources {
		if first, ok := ids[source.ID]; ok && source.ID != "" {
			found.Add(problems.Problem(sourcePath(j)+".id", SourceTwice, rule.With("id", rule.Word(source.ID)), rule.With("first", rule.Int(int64(first), 0))))
		} else {
			ids[source.ID] = j
		}
	}
	turns, stuck := s.turns()
	for _, j := range stuck {
		found.Add(problems.Problem(sourcePath(j)+".after", AfterCircle, rule.With("sources", rule.Word(s.names(stuck)))))
		turns = append(turns, []int{j})
	}
	paid, later := map[string]*Source{}, map[string]*Source{}
	for j := range s.Sources {
		later[s.Sources[j].ID] = &s.Sources[j]
	}
	for _, turn := range turns {
		for _, j := range turn {
			delete(later, s.Sources[j].ID)
		}
		found.Nest("", s.validatePortions(turn))
		for _, j := range turn {
			found.Nest(sourcePath(j), s.Sources[j].validate(&s, facts, ids, paid, later))
		}
		for _, j := range turn {
			facts[paidFact(s.Sources[j].ID)] = paidBy(&s.Sources[j])
			paid[s.Sources[j].ID] = &s.Sources[j]
		}
	}
	return found.Err()
}

func sourcePath(j int) string { return "sources[" + strconv.Itoa(j) + "]" }

// paidBy declares the fact of what a source pays for a request.
func paidBy(s *Source) rule.Fact {
	return rule.Fact{Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words(s.Title.ZH+"已付", "paid by "+s.Title.EN)}
}
