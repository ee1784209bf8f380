package grading

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Formula returns the policy's amounts as a funding scheme of one payer in a
// place, which computes what [Grader.Assess] says is payable: the amount of the
// class, at the score where it follows that, for as many months of the year as a
// request states, rounded as the subsidy rounds. A request states its class as
// the fact [FactGrade]. A payer without a kind and every fault of the scheme are
// [rule.Problems].
func (g *Grader) Formula(place org.Territory, payer Payer) (funding.Scheme, error) {
	var found rule.Problems
	source := funding.Source{
		ID: payer.ID, Title: payer.Label, Kind: payer.Kind, Beyond: true, Rounding: g.policy.Subsidy.Rounding,
		Rule: funding.Rule{Method: funding.ByCase, Months: yearMonths},
	}
	if payer.Kind.Level().Valid() {
		source.Territory = place
	}
	for i, class := range g.policy.Scale.Classes {
		if class.Fails {
			continue
		}
		amounts := g.pays[i].span
		is := rule.IsOneOf(FactGrade, rule.Word(class.ID))
		switch {
		case !amounts.Fixed():
			source.Rule.Cases = append(source.Rule.Cases, funding.Case{If: is, Span: &amounts})
		case amounts.From.Sign() > 0:
			source.Rule.Cases = append(source.Rule.Cases, funding.Case{If: is, Amount: amounts.From})
		}
	}
	s := funding.Scheme{
		Head: g.policy.Subsidy.Head, Territory: place, Rounding: g.policy.Subsidy.Rounding, Facts: RequestFacts(), Sources: []funding.Source{source},
	}
	if len(found) == 0 {
		found.Nest("scheme", s.Validate())
	}
	if len(found) > 0 {
		return funding.Scheme{}, found.Err()
	}
	return s, nil
}
