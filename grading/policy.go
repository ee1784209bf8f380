package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Policy is a scale and what its classes are paid.
type Policy struct {
	Scale   Scale   `json:"scale"`
	Subsidy Subsidy `json:"subsidy"`
}

// Validate reports every fault of the scale and of the subsidy: classes that
// pass without a rate, rates for classes that fail or do not exist or stand
// twice, ranges without a rule for the point in them, a better class that may
// be paid less where the subsidy does not say inverted, weights that share
// nothing.
func (p Policy) Validate() error {
	_, err := New(p)
	return err
}

// Grader assesses by a policy. It is built by [New] and may be used by many
// goroutines at once.
type Grader struct {
	policy   Policy
	table    band.Table[int]
	pays     []pay // by class; of no use where the class fails
	weights  []decimal.Decimal
	rounding funding.Rounding
}

// New returns the grader of a policy, or every fault of the policy in
// [rule.Problems].
func New(p Policy) (*Grader, error) {
	var found rule.Problems
	g := &Grader{policy: p, pays: make([]pay, len(p.Scale.Classes))}
	table, err := p.Scale.table()
	found.Nest("scale", err)
	g.table = table
	found.Nest("subsidy", g.prepare(err == nil))
	if len(found) > 0 {
		return nil, found.Err()
	}
	return g, nil
}

// prepare finds the rate of every class; sound tells whether the scale is.
func (g *Grader) prepare(sound bool) error {
	var found rule.Problems
	s, classes := g.policy.Subsidy, g.policy.Scale.Classes
	found.Nest("", s.Head.Validate())
	if err := s.Rounding.Validate(); err != nil {
		found.Nest("rounding", err)
	} else {
		g.rounding = s.Rounding
	}
	place, first := map[string]int{}, map[string]int{}
	for i, class := range classes {
		place[class.ID] = i
	}
	for i, rate := range s.Rates {
		at := rule.At("rates", i)
		class, known := place[rate.Class]
		if j, again := first[rate.Class]; again {
			found.Add(problems.Problem(at+".class", IDTwice, rule.With("id", rule.Quoted(rate.Class)), rule.With("first", rule.Int(int64(j), 0))))
			continue
		}
		first[rate.Class] = i
		if !known {
			found.Add(problems.Problem(at+".class", ClassUnknown, rule.With("class", rule.Quoted(rate.Class))))
			continue
		}
		if classes[class].Fails {
			found.Add(problems.Problem(at+".class", ClassFailsPaid, rule.With("class", rule.Word(rate.Class))))
		}
		in := classes[class].In.Intersect(g.policy.Scale.Scores.In)
		low, _, _ := in.Low()
		high, _, _ := in.High()
		p := pay{rate: rate, span: rate.span(low, high), rounding: g.rounding}
		found.Nest(at, p.span.Validate(g.rounding))
		g.pays[class] = p
	}
	for i, class := range classes {
		if _, paid := first[class.ID]; !paid && !class.Fails {
			found.Add(problems.Problem("rates", ClassUnpaid, rule.With("class", rule.Word(class.ID))))
		}
		if len(found) > 0 || !sound || i == 0 || class.Fails || s.Inverted {
			continue
		}
		_, most := g.pays[i].spread()
		if least, _ := g.pays[i-1].spread(); least.Fen() < most.Fen() {
			found.Add(problems.Problem(rule.At("rates", first[classes[i-1].ID]), RateOrder,
				rule.With("class", rule.Word(classes[i-1].ID)), rule.With("below", rule.Word(class.ID))))
		}
	}
	found.Nest("", s.Payers.validate())
	for _, payer := range s.Payers {
		g.weights = append(g.weights, payer.Weight)
	}
	return found.Err()
}

// Policy returns the policy the grader was made of.
func (g *Grader) Policy() Policy { return g.policy }
