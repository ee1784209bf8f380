package regime

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Competing returns the regime with moderate competition (适度竞争, 一业多会): for
// one trade there may be up to most associations, so that another of the scope
// no longer stands in the way of a trade association while there are fewer. The
// source says who allows it; the number is illustrative unless status says
// otherwise. Everything else stays as it is; the id gets the ending "+competing".
func (r Regime) Competing(most int, source rule.Source, status rule.Status) Regime {
	r.ID += "+competing"
	r.Status = status
	if status == rule.Published && r.Source.Title == "" {
		r.Source = source
	}
	r.Ways = slices.Clone(r.Ways)
	allowed := rule.AllOf(rule.IsOneOf(CategoryIs, rule.Word(Trade.String())), atMost(SameScope, int64(most)-1)).From(source, status)
	for i := range r.Ways {
		r.Ways[i].Needs = slices.Clone(r.Ways[i].Needs)
		for j, need := range r.Ways[i].Needs {
			if asks(need, SameScope) {
				r.Ways[i].Needs[j] = rule.AnyOf(need, allowed).From(need.Source, need.Status)
			}
		}
	}
	return r
}

// asks tells whether a condition asks for a fact.
func asks(c rule.Condition, fact string) bool {
	in := func(parts []rule.Condition) bool {
		return slices.ContainsFunc(parts, func(part rule.Condition) bool { return asks(part, fact) })
	}
	return c.Fact == fact || in(c.AllOf) || in(c.AnyOf) || c.Not != nil && asks(*c.Not, fact)
}
