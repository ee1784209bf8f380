package grading

import "github.com/sancheng-go/sancheng/org/rule"

// Basis is the clause a part of a rule rests on. Where it is not stated, the
// source and status of the whole rule hold.
type Basis struct {
	Source rule.Source `json:"source,omitzero"`
	Status rule.Status `json:"status,omitzero"`
}

// or fills what is not stated from the head of the rule.
func (b Basis) or(head rule.Head) Basis {
	if b.Source.IsZero() {
		b.Source = head.Source
	}
	if !b.Status.Valid() {
		b.Status = head.Status
	}
	return b
}

func (b Basis) under(r rule.Reason) rule.Reason { return r.From(b.Source, b.Status) }
