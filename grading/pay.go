package grading

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// FactGrade is the name of the fact by which a request of this package states
// its class, for conditions of a scheme's sources.
const FactGrade = "grade"

// RequestFacts declares the facts of [Grader.Requests].
func RequestFacts() rule.Vocabulary {
	return rule.Vocabulary{FactGrade: {Type: rule.TextType, Label: rule.Words("评定等级", "grade")}}
}

// Scheme returns the scheme by which the payers of the subsidy share it in a
// place: see [Payers.Scheme].
func (s Subsidy) Scheme(place org.Territory) (funding.Scheme, error) {
	scheme, err := s.Payers.Scheme(s.Head, s.Sharing.or(s.Head), place)
	if err != nil {
		return funding.Scheme{}, err
	}
	scheme.Facts = RequestFacts()
	return scheme, nil
}

// Requests returns what a round asks a scheme to pay: a request for every case
// that is paid, of its payment, with its score, class and months; none for those whose
// payment is stopped. The cases are those of the round, in its order.
func (g *Grader) Requests(cases []Case, r Round) []funding.Request {
	requests := make([]funding.Request, 0, r.Paid)
	for i, a := range r.Assessments {
		if a.Outcome != Paid {
			continue
		}
		c := &cases[i]
		requests = append(requests, funding.Request{
			ID: c.ID, Organization: c.organization(), Territory: c.Territory, Asked: a.Payable,
			Score: &c.Score.Decimal, Months: int64(c.Months), Facts: rule.FactMap{FactGrade: rule.Word(g.policy.Scale.Classes[a.Class].ID)},
		})
	}
	return requests
}

// organization names who is paid: by its name, or else its id.
func (c *Case) organization() string {
	if c.Name.ZH != "" {
		return c.Name.ZH
	}
	return c.ID
}

// Requests returns what a batch asks a scheme to pay: a request for every row
// that is paid something, by the id and territory of its row. It takes memory
// once.
func (b *Batch) Requests(ids []string, where func(row int) org.Territory) []funding.Request {
	paid := 0
	for _, amount := range b.Payable {
		if amount.Sign() > 0 {
			paid++
		}
	}
	requests := make([]funding.Request, 0, paid)
	for row, amount := range b.Payable {
		if amount.Sign() > 0 {
			requests = append(requests, funding.Request{ID: ids[row], Organization: ids[row], Territory: where(row), Asked: amount})
		}
	}
	return requests
}
