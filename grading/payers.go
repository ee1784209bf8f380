package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Payer is one of those who pay together, with its weight.
type Payer struct {
	ID     string          `json:"id"`
	Label  rule.Text       `json:"label"`
	Kind   funding.Kind    `json:"kind,omitzero"` // whose money it is, for [Payers.Scheme]
	Weight decimal.Decimal `json:"weight"`
}

// Payers are those who pay together, in order.
type Payers []Payer

// validate reports payers without id or label or that stand twice, and weights
// that share nothing.
func (p Payers) validate() error {
	var found rule.Problems
	ids := map[string]int{}
	var sum decimal.Decimal
	negative := false
	for i, payer := range p {
		found.Nest(rule.At("payers", i), named(payer.ID, payer.Label))
		if j, again := ids[payer.ID]; again {
			found.Add(problems.Problem(rule.At("payers", i)+".id", IDTwice, rule.With("id", rule.Quoted(payer.ID)), rule.With("first", rule.Int(int64(j), 0))))
		}
		ids[payer.ID] = i
		negative = negative || payer.Weight.Sign() < 0
		sum = sum.Add(payer.Weight)
	}
	if len(p) > 0 && (negative || sum.Sign() <= 0) {
		found.Add(problems.Problem("payers", PayersShort))
	}
	return found.Err()
}

// Scheme returns the funding scheme by which the payers of a place share what
// is asked: each is a source that shares the unmet rest by its weight, to the
// fen and by largest remainder, so that all is paid and every payer pays what
// [Assessment.Shares] says. Budgets, and what happens when one is short, are the
// caller's to set. A payer without a kind, and every fault of a scheme, are
// [rule.Problems].
func (p Payers) Scheme(head rule.Head, sharing Basis, place org.Territory) (funding.Scheme, error) {
	var found rule.Problems
	if len(p) == 0 {
		found.Add(problems.Problem("payers", rule.Required))
	}
	found.Nest("", p.validate())
	s := funding.Scheme{Head: head, Territory: place, Rounding: funding.ToFen(funding.HalfUp)}
	for i, payer := range p {
		if !payer.Kind.Valid() {
			found.Add(problems.Problem(rule.At("payers", i)+".kind", rule.Required))
		}
		source := funding.Source{
			ID: payer.ID, Title: payer.Label, Kind: payer.Kind, Clause: sharing.Source,
			Rule: funding.Rule{Method: funding.Rest, Ratio: payer.Weight},
		}
		if payer.Kind.Level().Valid() {
			source.Territory = place
		}
		s.Sources = append(s.Sources, source)
	}
	if len(found) == 0 {
		found.Nest("scheme", s.Validate())
	}
	if len(found) > 0 {
		return funding.Scheme{}, found.Err()
	}
	return s, nil
}
