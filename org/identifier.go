package org

import (
	"github.com/sancheng-go/sancheng/org/rule"
)

// Identifier is a number that some authority gave an organization, and when.
type Identifier struct {
	Kind   IdentifierKind `json:"kind"`
	Value  string         `json:"value"`
	Issuer string         `json:"issuer,omitzero"`
	Period rule.Period    `json:"period,omitzero"` // no From: since the event that records it
}

// Identify is the identifier of a credit code.
func Identify(code USCC, period rule.Period) Identifier {
	return Identifier{Kind: CreditCode, Value: code.String(), Period: period}
}

// creditCodesSince is the day credit codes began (国发〔2015〕33号, and GB
// 32100-2015, in force on that day).
func creditCodesSince() rule.Date { return rule.Day(2015, 10, 1) }

const longestText = 200

// Validate reports every fault of the identifier: no kind, no value or one of
// more than 200 bytes, a credit code or organization code that fails its
// check, a credit code before there were any, a period without a day.
func (id Identifier) Validate() error {
	var found rule.Problems
	if !id.Kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
	}
	switch {
	case id.Value == "":
		found.Add(problems.Problem("value", rule.Required))
	case len(id.Value) > longestText:
		found.Add(problems.Problem("value", TextTooLong, rule.With("value", rule.Quoted(id.Value)), rule.With("most", rule.Int(longestText, 0))))
	case id.Kind == CreditCode:
		_, err := ParseUSCC(id.Value)
		found.Nest("value", err)
	case id.Kind == OrganizationCode && !isOrganizationCode(id.Value):
		found.Add(problems.Problem("value", OrganizationCodeInvalid, rule.With("value", rule.Quoted(id.Value))))
	}
	if id.Kind == CreditCode && !id.Period.From.IsZero() && id.Period.From.Before(creditCodesSince()) {
		since := creditCodesSince()
		found.Add(problems.Problem("period.from", IdentifierEarly, rule.With("from", rule.On(id.Period.From)), rule.With("since", rule.On(since))))
	}
	found.Nest("period", id.Period.Validate())
	return found.Err()
}

// isOrganizationCode tells whether s is nine characters, with or without the
// hyphen before the last, and the last one is right (GB 11714).
func isOrganizationCode(s string) bool {
	if len(s) == 10 && s[8] == '-' {
		s = s[:8] + s[9:]
	}
	if len(s) != 9 {
		return false
	}
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return bodyCheck(s[:8]) == s[8]
}
