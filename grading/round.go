package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Round is a batch of assessments with its totals.
type Round struct {
	Assessments []Assessment // in the order of the cases
	Classes     []Total      // by class, best first
	Unclassed   int          // cases not assessed or barred
	Paid        int          // cases paid
	Stopped     int          // cases failed, not assessed or barred
	Bill        funding.Money
	Shares      []funding.Money // of the bill, by payer: the sums of the cases' shares
}

// Total is what the cases of one class come to.
type Total struct {
	Class string
	Cases int
	Bill  funding.Money
}

// Round assesses every case. The faults of all cases, with paths such as
// [3].score, ids that stand twice and a bill beyond the range of money are
// [rule.Problems].
func (g *Grader) Round(cases []Case) (Round, error) {
	var found rule.Problems
	r := Round{Assessments: make([]Assessment, len(cases)), Classes: make([]Total, len(g.policy.Scale.Classes))}
	for i, class := range g.policy.Scale.Classes {
		r.Classes[i].Class = class.ID
	}
	first := make(map[string]int, len(cases))
	var bill decimal.Decimal
	bills := make([]decimal.Decimal, len(r.Classes))
	shares := make([]decimal.Decimal, len(g.weights))
	for i, c := range cases {
		if j, again := first[c.ID]; again && c.ID != "" {
			found.Add(problems.Problem(rule.At("", i)+".id", IDTwice, rule.With("id", rule.Quoted(c.ID)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[c.ID] = i
		a, err := g.Assess(c)
		if err != nil {
			found.Nest(rule.At("", i), err)
			continue
		}
		r.Assessments[i] = a
		if a.Outcome == Paid {
			r.Paid++
		} else {
			r.Stopped++
		}
		if a.Class < 0 {
			r.Unclassed++
			continue
		}
		r.Classes[a.Class].Cases++
		payable := a.Payable.Decimal()
		bill = bill.Add(payable)
		bills[a.Class] = bills[a.Class].Add(payable)
		for k, share := range a.Shares {
			shares[k] = shares[k].Add(share.Decimal())
		}
	}
	var err error
	if r.Bill, err = funding.FromDecimal(bill); err != nil {
		found.Add(problems.Problem("", BillRange))
	}
	if len(found) > 0 {
		return Round{}, found.Err()
	}
	// None of these exceeds the bill.
	for i, bill := range bills {
		r.Classes[i].Bill = money(bill)
	}
	for _, share := range shares {
		r.Shares = append(r.Shares, money(share))
	}
	return r, nil
}
