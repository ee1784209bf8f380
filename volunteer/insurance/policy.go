package insurance

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Policy is a group insurance policy (团体保险) for volunteers. Its period is the
// term for which the premium per head is due.
type Policy struct {
	rule.Head
	Insurer  string           `json:"insurer,omitzero"`
	Plans    []Plan           `json:"plans"`
	Rounding funding.Rounding `json:"rounding,omitzero"` // of premiums by the day; half up to the fen if not stated
	Limits   []Limit          `json:"limits,omitempty"`  // of the whole policy
}

// Plan is what a policy promises and costs for each head of one class.
type Plan struct {
	Class    volunteer.Class `json:"class"`
	Sum      funding.Money   `json:"sum"`     // sum insured (保额) per head
	Premium  funding.Money   `json:"premium"` // premium (保费) per head for the policy's period
	Benefits []Benefit       `json:"benefits,omitempty"`
}

// Heads is a number of insured persons of one class.
type Heads struct {
	Class volunteer.Class `json:"class"`
	Count int64           `json:"count"`
}

// Total is what a policy comes to over a number of heads.
type Total struct {
	Heads   int64         `json:"heads"`
	Sum     funding.Money `json:"sum"`     // sums insured in all
	Premium funding.Money `json:"premium"` // premiums in all
	// Reasons holds sum and premium of each class, in the order of the plans,
	// and then both totals.
	Reasons []rule.Reason `json:"reasons"`
}

// Validate reports every fault of the policy: those of the head, no plan, a
// class not stated or with two plans, negative amounts, a rounding that is not
// valid, and those of benefits and limits.
func (p Policy) Validate() error {
	var found rule.Problems
	found.Nest("", p.Head.Validate())
	if len(p.Plans) == 0 {
		found.Add(problems.Problem("plans", rule.Required))
	}
	seen := map[volunteer.Class]bool{}
	for i, plan := range p.Plans {
		at := rule.At("plans", i)
		switch {
		case !plan.Class.Valid():
			found.Add(problems.Problem(at+".class", rule.Required))
		case seen[plan.Class]:
			found.Add(problems.Problem(at+".class", ClassTwice, rule.With("class", rule.Label(plan.Class.Words()))))
		}
		seen[plan.Class] = true
		found.Add(negative(at+".sum", plan.Sum), negative(at+".premium", plan.Premium))
		found.Nest(at, validateBenefits(plan.Benefits))
	}
	if (p.Rounding != funding.Rounding{}) {
		found.Nest("rounding", p.Rounding.Validate())
	}
	found.Nest("", validateLimits(p.Limits))
	return found.Err()
}

func negative(path string, m funding.Money) *rule.Problem {
	if m.Sign() >= 0 {
		return nil
	}
	return problems.Problem(path, AmountNegative, rule.With("value", m.Value()))
}

// plan returns the plan for a class.
func (p *Policy) plan(class volunteer.Class) (*Plan, bool) {
	for i := range p.Plans {
		if p.Plans[i].Class == class {
			return &p.Plans[i], true
		}
	}
	return nil, false
}

// Covers tells whether the policy has a plan for a class.
func (p Policy) Covers(class volunteer.Class) bool {
	_, ok := p.plan(class)
	return ok
}

// Total multiplies the heads of each class by the sum and the premium per head
// for a full term, exactly. Faults of the policy, a class without a plan or
// twice, negative heads and totals beyond the range of Money are problems, all
// at once.
func (p Policy) Total(heads ...Heads) (Total, error) {
	var found rule.Problems
	found.Nest("policy", p.Validate())
	count := map[volunteer.Class]int64{}
	seen := map[volunteer.Class]bool{}
	for i, h := range heads {
		at := rule.At("heads", i)
		class := rule.With("class", rule.Label(h.Class.Words()))
		switch {
		case !p.Covers(h.Class):
			found.Add(problems.Problem(at+".class", ClassUncovered, class))
		case seen[h.Class]:
			found.Add(problems.Problem(at+".class", ClassTwice, class))
		}
		seen[h.Class] = true
		if h.Count < 0 || h.Count > mostHeads {
			found.Add(problems.Problem(at+".count", HeadsRange, rule.With("value", rule.Int(h.Count, rule.Person))))
		}
		count[h.Class] = h.Count
	}
	if len(found) > 0 {
		return Total{}, found.Err()
	}
	var total Total
	var sums, premiums []rule.Input
	for i, plan := range p.Plans {
		n := count[plan.Class]
		sum, err := plan.Sum.MulInt(n)
		found.Nest(rule.At("policy.plans", i)+".sum", err)
		premium, err := plan.Premium.MulInt(n)
		found.Nest(rule.At("policy.plans", i)+".premium", err)
		if len(found) > 0 {
			continue
		}
		total.Heads += n
		total.Reasons = append(total.Reasons,
			p.product(SumOfClass, plan.Class, n, plan.Sum, sum),
			p.product(PremiumOfClass, plan.Class, n, plan.Premium, premium))
		sums = append(sums, rule.With(plan.Class.String(), sum.Value()))
		premiums = append(premiums, rule.With(plan.Class.String(), premium.Value()))
		total.Sum, err = total.Sum.Add(sum)
		found.Nest("sum", err)
		total.Premium, err = total.Premium.Add(premium)
		found.Nest("premium", err)
	}
	if len(found) > 0 {
		return Total{}, found.Err()
	}
	total.Reasons = append(total.Reasons,
		problems.Reason(SumInAll, sums...).Gives(rule.Sum, total.Sum.Value()).From(p.Source, p.Status),
		problems.Reason(PremiumInAll, premiums...).Gives(rule.Sum, total.Premium.Value()).From(p.Source, p.Status))
	return total, nil
}

// mostHeads is more people than there are.
const mostHeads = 100_000_000_000

// product is the reason heads × amount per head. The class stands in the
// sentence through the name of its code, not among the factors.
func (p *Policy) product(code rule.Code, class volunteer.Class, n int64, each, all funding.Money) rule.Reason {
	r := problems.Reason(code,
		rule.With("heads", rule.Int(n, rule.Person)), rule.With("each", each.Value()))
	r = r.Gives(rule.Product, all.Value()).From(p.Source, p.Status)
	r.Parts = []rule.Reason{problems.Reason(OfClass, rule.With("class", rule.Label(class.Words())))}
	return r
}
