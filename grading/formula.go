package grading

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Formula returns the policy's amounts as a funding scheme of one payer in a
// place, which computes what [Grader.Assess] says is payable: the amount of the
// class, for as many months of the year as a request states, rounded as the
// subsidy rounds. A request states its class as the fact [FactGrade]. It is for
// rates that stand in the table; one that follows the score within its class
// ([ByScore], [BySteps]), a payer without a kind and every fault of the scheme
// are [rule.Problems].
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
		least, most := g.pays[i].spread()
		if least != most {
			found.Add(problems.Problem("subsidy.rates", RateFollowsScore, rule.With("class", rule.Word(class.ID))))
		}
		if least.Sign() > 0 {
			source.Rule.Cases = append(source.Rule.Cases, funding.Case{If: rule.IsOneOf(FactGrade, rule.Word(class.ID)), Amount: least})
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
