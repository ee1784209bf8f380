package bridging

import (
	"cmp"
	"slices"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Pool is a pool's rules and everything that was put in, taken out and asked
// for, in any order.
type Pool struct {
	Rules         Rules      `json:"rules"`
	Contributions []Movement `json:"contributions"`
	Withdrawals   []Movement `json:"withdrawals,omitempty"`
	Requests      []Request  `json:"requests"`
	Outcomes      []Outcome  `json:"outcomes,omitempty"` // of loans not repaid in full on the day agreed
	End           rule.Date  `json:"end,omitzero"`       // the book is closed at the end of this day; after the last repayment if not stated
}

// Movement (出资、退出) is money a member puts into the pool or takes out.
type Movement struct {
	ID          string        `json:"id"`
	Contributor string        `json:"contributor"`
	Date        rule.Date     `json:"date"`
	Amount      funding.Money `json:"amount"`
}

// Request asks for a loan on one day.
type Request struct {
	ID       string        `json:"id"`
	Borrower string        `json:"borrower"`
	Date     rule.Date     `json:"date"`
	Amount   funding.Money `json:"amount"`
	Renewal  funding.Money `json:"renewal,omitzero"` // what the bank promised to lend again
	Days     int           `json:"days"`             // until it is repaid
	Facts    rule.FactMap  `json:"facts,omitempty"`  // what else the rules ask
}

// Outcome says how a loan ended otherwise than agreed: on another day, or with
// a part of it lost. What is not lost comes back on that day.
type Outcome struct {
	Request string        `json:"request"`
	Date    rule.Date     `json:"date"`
	Lost    funding.Money `json:"lost,omitzero"`
}

const (
	poolSchema = "bridging-pool/1"
)

// Encode writes the pool as an indented JSON document, {"schema":
// "bridging-pool/1", "data": …}.
func Encode(p Pool) ([]byte, error) { return rule.Encode(poolSchema, p) }

// Decode reads a document that [Encode] wrote, strictly, and validates the
// pool.
func Decode(data []byte) (Pool, error) {
	var p Pool
	if err := rule.DecodeAs(poolSchema, data, &p); err != nil {
		return Pool{}, err
	}
	if err := p.Validate(); err != nil {
		return Pool{}, err
	}
	return p, nil
}

// Validate reports every fault of the pool: those of the rules, ids not stated
// or twice in a list, amounts not above zero, days out of range, requests on
// days the rules are not in force, movements and requests after the book is
// closed, and outcomes of requests that are not there.
func (p Pool) Validate() error {
	var found rule.Problems
	found.Nest("rules", p.Rules.Validate())
	p.movements(&found, "contributions", p.Contributions)
	p.movements(&found, "withdrawals", p.Withdrawals)
	ids := make([]string, len(p.Requests))
	for i := range p.Requests {
		r := &p.Requests[i]
		ids[i] = r.ID
		if bad := r.ID == "" || r.Borrower == "" || r.Amount.Sign() <= 0 || r.Renewal.Sign() < 0 || r.Days < 1 || r.Days > mostDays ||
			!p.Rules.Period.Contains(r.Date) || p.after(r.Date) || r.Date.AddDays(r.Days).IsZero(); !bad {
			continue
		}
		found.Nest(rule.At("requests", i), p.faults(r))
	}
	twice(&found, "requests", "id", ids)
	ids = make([]string, len(p.Outcomes))
	for i, o := range p.Outcomes {
		ids[i] = o.Request
		if o.Request == "" {
			found.Add(problems.Problem(rule.At("outcomes", i)+".request", rule.Required))
		}
		if o.Date.IsZero() {
			found.Add(problems.Problem(rule.At("outcomes", i)+".date", rule.Required))
		}
		if o.Lost.Sign() < 0 {
			found.Add(problems.Problem(rule.At("outcomes", i)+".lost", AmountNotPositive, rule.With("amount", o.Lost.Value())))
		}
	}
	twice(&found, "outcomes", "request", ids)
	return found.Err()
}

// after tells whether a day is after the book is closed.
func (p Pool) after(d rule.Date) bool { return !p.End.IsZero() && p.End.Before(d) }

func (p Pool) late(path string, d rule.Date) *rule.Problem {
	if !p.after(d) {
		return nil
	}
	return problems.Problem(path, AfterEnd, rule.With("date", rule.On(d)), rule.With("end", rule.On(p.End)))
}

func (p Pool) faults(r *Request) error {
	var found rule.Problems
	if r.ID == "" {
		found.Add(problems.Problem("id", rule.Required))
	}
	if r.Borrower == "" {
		found.Add(problems.Problem("borrower", rule.Required))
	}
	if r.Amount.Sign() <= 0 {
		found.Add(problems.Problem("amount", AmountNotPositive, rule.With("amount", r.Amount.Value())))
	}
	if r.Renewal.Sign() < 0 {
		found.Add(problems.Problem("renewal", RenewalNegative, rule.With("amount", r.Renewal.Value())))
	}
	found.Add(daysInRange("days", r.Days), p.late("date", r.Date))
	switch {
	case r.Date.IsZero():
		found.Add(problems.Problem("date", rule.Required))
	case !p.Rules.Period.Contains(r.Date):
		found.Add(problems.Problem("date", OutsidePeriod, rule.With("date", rule.On(r.Date)), rule.With("period", rule.Label(p.Rules.Period.Words()))))
	case r.Days >= 1 && r.Days <= mostDays && r.Date.AddDays(r.Days).IsZero():
		found.Add(problems.Problem("days", NoSuchDay))
	}
	return found.Err()
}

func (p Pool) movements(found *rule.Problems, list string, moves []Movement) {
	ids := make([]string, len(moves))
	for i, m := range moves {
		ids[i] = m.ID
		if m.ID == "" {
			found.Add(problems.Problem(rule.At(list, i)+".id", rule.Required))
		}
		if m.Contributor == "" {
			found.Add(problems.Problem(rule.At(list, i)+".contributor", rule.Required))
		}
		if m.Amount.Sign() <= 0 {
			found.Add(problems.Problem(rule.At(list, i)+".amount", AmountNotPositive, rule.With("amount", m.Amount.Value())))
		}
		if m.Date.IsZero() {
			found.Add(problems.Problem(rule.At(list, i)+".date", rule.Required))
		}
		found.Add(p.late(rule.At(list, i)+".date", m.Date))
	}
	twice(found, list, "id", ids)
}

// twice reports an id that stands twice in a list, where it stands again.
func twice(found *rule.Problems, list, field string, ids []string) {
	order := make([]int, len(ids))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if c := cmp.Compare(ids[a], ids[b]); c != 0 {
			return c
		}
		return cmp.Compare(a, b)
	})
	for k := 1; k < len(order); k++ {
		if id := ids[order[k]]; id != "" && id == ids[order[k-1]] {
			found.Add(problems.Problem(rule.At(list, order[k])+"."+field, IDTwice, rule.With("id", rule.Quoted(id))))
		}
	}
}
