package org

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// identifiers records those that an event states. The span is counted from the
// organization's first.
func (b *builder) identifiers(event uint32, e *Event, span uint32) {
	if len(e.Identifiers) == 0 {
		return
	}
	from := len(b.held)
	for n := range e.Identifiers {
		id := e.Identifiers[n]
		if id.Period.From.IsZero() {
			id.Period.From = e.On
		}
		if err := id.Validate(); err != nil {
			b.found.Nest(b.identifierPath(event, n), err)
			continue
		}
		h := held{number: number{value: id.Value, kind: id.Kind}, span: span, period: id.Period}
		if id.Kind != CreditCode && id.Issuer != "" {
			issuer, ok := b.issued[id.Issuer]
			if !ok {
				b.issuers = append(b.issuers, id.Issuer)
				issuer = uint32(len(b.issuers))
				b.issued[id.Issuer] = issuer
			}
			h.issuer = issuer
		}
		b.held = append(b.held, h)
	}
	if len(b.held)-from < 2 {
		return
	}
	slices.SortFunc(b.held[from:], func(x, y held) int {
		return cmp.Or(cmp.Compare(x.kind, y.kind), x.period.From.Compare(y.period.From), cmp.Compare(x.value, y.value), cmp.Compare(x.issuer, y.issuer))
	})
}

func (b *builder) identifierPath(event uint32, n int) string {
	return b.at(int(event)) + ".identifiers[" + strconv.Itoa(n) + "]"
}

// number indexes the identifiers and reports those that do not fit their
// organization or one another.
func (b *builder) number() {
	b.numbers, b.others = make(map[string]uint32, len(b.held)), map[number]uint32{}
	for n := range b.ids {
		i := uint32(n)
		mine := b.held[b.holds[i]:b.holds[i+1]]
		for k, h := range mine {
			fault := func(code rule.Code, param rule.Input) {
				b.fault(b.order[b.first[i]+h.span], "identifiers", code, rule.With("value", rule.Quoted(h.value)), param)
			}
			if other := b.claim(h.number, i); other != i {
				fault(IdentifierTaken, rule.With("organization", rule.Word(b.ids[other])))
			}
			for _, earlier := range mine[:k] {
				if earlier.kind == h.kind && earlier.issuer == h.issuer && earlier.period.Overlaps(h.period) {
					fault(IdentifierOverlap, rule.With("other", rule.Quoted(earlier.value)))
				}
			}
			s := b.on(i, h.period.From)
			switch {
			case s == nil:
				fault(IdentifierOutside, rule.With("from", rule.On(h.period.From)))
			case h.kind.LegalPerson() && !s.state.LegalPerson():
				fault(IdentifierLegal, rule.With("state", labelled(s.state)))
			case h.kind == CreditCode && s.kind != 0 && !fits(h.value, s.kind):
				fault(IdentifierForm, rule.With("kind", rule.Label(kinds.Labels(s.kind))))
			}
		}
	}
}

// claim records organization i as the holder of a number, and returns the
// holder: another one that has it already, or i.
func (b *builder) claim(n number, i uint32) uint32 {
	first, taken := b.numbers[n.value]
	switch {
	case !taken:
		b.numbers[n.value] = i
		return i
	case first == i || b.holdsNumber(first, n):
		return first
	}
	if other, taken := b.others[n]; taken {
		return other
	}
	b.others[n] = i
	return i
}

// holdsNumber tells whether organization i has a number.
func (r *Registry) holdsNumber(i uint32, n number) bool {
	return slices.ContainsFunc(r.held[r.holds[i]:r.holds[i+1]], func(h held) bool { return h.number == n })
}

// fits tells whether a credit code says that legal form.
func fits(code string, kind Kind) bool {
	return code[0] == '5' && code[1] == "0123"[kind]
}
