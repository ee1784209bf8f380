package funding

import (
	"maps"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Request is one application for money in a round.
type Request struct {
	ID           string           `json:"id"`
	Organization string           `json:"organization"` // the applicant's identifier or name
	Territory    org.Territory    `json:"territory"`    // where it works
	Asked        Money            `json:"asked"`
	Eligible     *Money           `json:"eligible,omitempty"` // eligible cost; what is asked if not stated
	Social       Money            `json:"social,omitzero"`    // social money secured
	Score        *decimal.Decimal `json:"score,omitempty"`    // points of an assessment
	Units        int64            `json:"units,omitzero"`     // persons or things served, for amounts per unit
	Date         rule.Date        `json:"date,omitzero"`      // of the application
	Facts        rule.FactMap     `json:"facts,omitempty"`    // what else conditions ask
}

// Fact returns what the request states under a name: its own figures under
// asked, eligible, social, score, units, date and organization, the rest from
// Facts.
func (r *Request) Fact(name string) (rule.Value, bool) {
	switch name {
	case "asked":
		return r.Asked.Value(), true
	case "eligible":
		return r.base(Share).Value(), true
	case "social":
		return r.Social.Value(), true
	case "score":
		if r.Score == nil {
			return rule.Value{}, false
		}
		return rule.Num(*r.Score, rule.Point), true
	case "units":
		return rule.Int(r.Units, 0), true
	case "date":
		return rule.On(r.Date), !r.Date.IsZero()
	case "organization":
		return rule.Word(r.Organization), true
	}
	return r.Facts.Fact(name)
}

// base returns the amount a share or match is taken of.
func (r *Request) base(m Method) Money {
	switch {
	case m == Match:
		return r.Social
	case r.Eligible != nil:
		return *r.Eligible
	}
	return r.Asked
}

// vocabulary returns the facts that conditions of the scheme may ask for.
func (s Scheme) vocabulary() rule.Vocabulary {
	v := rule.Vocabulary{
		"asked":        {Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words("申请金额", "amount asked")},
		"eligible":     {Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words("可列支费用", "eligible cost")},
		"social":       {Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words("落实的社会资金", "social money secured")},
		"score":        {Type: rule.NumberType, Unit: rule.Point, Label: rule.Words("评审得分", "score")},
		"units":        {Type: rule.NumberType, Label: rule.Words("服务数量", "units served")},
		"date":         {Type: rule.DateType, Label: rule.Words("申请日期", "date of application")},
		"organization": {Type: rule.TextType, Label: rule.Words("申请单位", "organization")},
	}
	maps.Copy(v, s.Facts)
	return v
}

// paidFact is the name under which what an earlier source pays for the request
// is known to the conditions of later ones.
func paidFact(source string) string { return "paid." + source }

// validate reports every fault of the request under the scheme.
func (r *Request) validate(s *Scheme, needScore, needUnits bool) error {
	var found rule.Problems
	if r.ID == "" {
		found.Add(problems.Problem("id", rule.Required))
	}
	if r.Organization == "" {
		found.Add(problems.Problem("organization", rule.Required))
	}
	switch {
	case r.Territory.IsZero():
		found.Add(problems.Problem("territory", rule.Required))
	case !s.Territory.Contains(r.Territory):
		found.Add(problems.Problem("territory", TerritoryOutside,
			rule.With("territory", rule.Word(r.Territory.String())), rule.With("scheme", rule.Word(s.Territory.String()))))
	}
	negative := func(path string, m Money) {
		if m.Sign() < 0 {
			found.Add(problems.Problem(path, AmountNegative, rule.With("amount", m.Value())))
		}
	}
	negative("asked", r.Asked)
	negative("social", r.Social)
	if r.Eligible != nil {
		negative("eligible", *r.Eligible)
	}
	if r.Units < 0 || r.Units > maxUnits {
		found.Add(problems.Problem("units", UnitsRange, rule.With("units", rule.Int(r.Units, 0)), rule.With("most", rule.Int(maxUnits, 0))))
	}
	if needUnits && r.Units == 0 {
		found.Add(problems.Problem("units", rule.Required))
	}
	switch {
	case r.Score == nil && needScore:
		found.Add(problems.Problem("score", rule.Required))
	case r.Score != nil && !validScore(*r.Score):
		found.Add(problems.Problem("score", ScoreRange, rule.With("most", rule.Int(maxScore, 0))))
	}
	if !r.Date.IsZero() && !s.Period.Contains(r.Date) {
		found.Add(problems.Problem("date", DateOutside, rule.With("date", rule.On(r.Date)), rule.With("period", rule.Word(s.Period.String()))))
	}
	return found.Err()
}

const maxUnits = 1_000_000_000

// validScore demands a score from 0 to 100,000 with at most six decimals.
func validScore(d decimal.Decimal) bool {
	_, ok := scaledScore(d)
	return ok
}
