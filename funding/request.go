package funding

import (
	"maps"
	"strings"

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
	Items        []Item           `json:"items,omitempty"`    // items of cost, instead of Eligible, where the scheme lists them
	Social       Money            `json:"social,omitzero"`    // social money secured
	InKind       Money            `json:"in_kind,omitzero"`   // contributions in kind, at their stated worth
	Received     Money            `json:"received,omitzero"`  // already received before, of sources that pay the difference
	Score        *decimal.Decimal `json:"score,omitempty"`    // points of an assessment
	Units        int64            `json:"units,omitzero"`     // persons or things served, for amounts per unit
	Months       int64            `json:"months,omitzero"`    // of work, for amounts pro rata
	Date         rule.Date        `json:"date,omitzero"`      // of the application
	Facts        rule.FactMap     `json:"facts,omitempty"`    // what else conditions ask
}

// Fact returns what the request states under a name: its own figures under
// asked, eligible, social, in_kind, received, score, units, months, date,
// organization, territory, town and village, the rest from Facts.
func (r *Request) Fact(name string) (rule.Value, bool) {
	switch name {
	case "asked":
		return r.Asked.Value(), true
	case "eligible":
		if r.Eligible != nil {
			return r.Eligible.Value(), true
		}
		return r.Asked.Value(), true
	case "social":
		return r.Social.Value(), true
	case "in_kind":
		return r.InKind.Value(), true
	case "received":
		return r.Received.Value(), true
	case "score":
		if r.Score == nil {
			return rule.Value{}, false
		}
		return rule.Num(*r.Score, rule.Point), true
	case "units":
		return rule.Int(r.Units, 0), true
	case "months":
		return rule.Int(r.Months, rule.MonthUnit), r.Months > 0
	case "date":
		return rule.On(r.Date), !r.Date.IsZero()
	case "organization":
		return rule.Word(r.Organization), true
	case "territory":
		return rule.Word(r.Territory.String()), true
	case "town":
		town, ok := r.Territory.At(org.Town)
		return rule.Word(town.String()), ok
	case "village":
		village, ok := r.Territory.At(org.Village)
		return rule.Word(village.String()), ok
	}
	return r.Facts.Fact(name)
}

// ownFacts declares what every request states and what follows from it.
func ownFacts() rule.Vocabulary {
	yuan := func(zh, en string) rule.Fact {
		return rule.Fact{Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words(zh, en)}
	}
	return rule.Vocabulary{
		"asked":        yuan("申请金额", "amount asked"),
		"eligible":     yuan("可列支费用", "eligible cost"),
		"social":       yuan("落实的社会资金", "social money secured"),
		"in_kind":      yuan("实物、劳务折价投入", "contributions in kind"),
		"received":     yuan("此前已领取", "received before"),
		"social_share": {Type: rule.RatioType, Unit: rule.Percent, Label: rule.Words("社会资金占可列支费用的比例", "social money as a share of the eligible cost")},
		"score":        {Type: rule.NumberType, Unit: rule.Point, Label: rule.Words("评审得分", "score")},
		"units":        {Type: rule.NumberType, Label: rule.Words("服务数量", "units served")},
		"months":       {Type: rule.NumberType, Unit: rule.MonthUnit, Label: rule.Words("开展月数", "months of work")},
		"date":         {Type: rule.DateType, Label: rule.Words("申请日期", "date of application")},
		"organization": {Type: rule.TextType, Label: rule.Words("申请单位", "organization")},
		"territory":    {Type: rule.TextType, Label: rule.Words("所在区划", "territory")},
		"town":         {Type: rule.TextType, Label: rule.Words("所在镇(街道)", "town (subdistrict)")},
		"village":      {Type: rule.TextType, Label: rule.Words("所在村(社区)", "village (community)")},
	}
}

// Vocabulary returns the facts that conditions of the scheme may ask for: what
// every request states itself and what the scheme declares. What earlier sources
// pay is known to those of later sources besides, under paid and their id.
func (s Scheme) Vocabulary() rule.Vocabulary {
	v := ownFacts()
	maps.Copy(v, s.Facts)
	return v
}

const paidPrefix = "paid."

// paidFact is the name under which what an earlier source pays for the request
// is known to the conditions of later ones.
func paidFact(source string) string { return paidPrefix + source }

func isPaidFact(name string) bool { return strings.HasPrefix(name, paidPrefix) }

// needs is what a scheme's sources ask every request to state.
type needs struct{ score, units, months, date bool }

func (n needs) or(m needs) needs {
	return needs{n.score || m.score, n.units || m.units, n.months || m.months, n.date || m.date}
}

func (s Scheme) needs() needs {
	var n needs
	for i := range s.Sources {
		source := &s.Sources[i]
		method := source.Rule.Method
		n = n.or(source.Short.asks()).or(needs{score: source.Rule.scored(), units: method == PerUnit, months: source.Rule.Months > 0})
		for _, l := range source.Limits {
			n = n.or(l.Short.asks()).or(needs{date: l.Per == PerYear || l.Per == PerOrganizationYear})
		}
	}
	return n
}

// validate reports every fault of the request under the scheme.
func (r *Request) validate(t *terms, n needs) error {
	s := t.scheme
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
	found.Add(negative("asked", r.Asked), negative("social", r.Social), negative("in_kind", r.InKind), negative("received", r.Received))
	if r.Eligible != nil {
		found.Add(negative("eligible", *r.Eligible))
	}
	if len(r.Items) > 0 {
		found.Nest("", r.validateItems(t))
	}
	if s.InKind != nil && r.Social.Sign() >= 0 && t.social(r) > maxFen {
		found.Add(problems.Problem("social", MoneyRange, rule.With("value", r.Social.Value())))
	}
	if r.Units < 0 || r.Units > maxUnits {
		found.Add(problems.Problem("units", UnitsRange, rule.With("units", rule.Int(r.Units, 0)), rule.With("most", rule.Int(maxUnits, 0))))
	}
	if n.units && r.Units == 0 {
		found.Add(problems.Problem("units", rule.Required))
	}
	switch {
	case r.Months < 0 || r.Months > maxMonths:
		found.Add(problems.Problem("months", MonthsRange, rule.With("months", rule.Int(r.Months, 0)), rule.With("most", rule.Int(maxMonths, 0))))
	case n.months && r.Months == 0:
		found.Add(problems.Problem("months", rule.Required))
	}
	switch {
	case r.Score == nil && n.score:
		found.Add(problems.Problem("score", rule.Required))
	case r.Score != nil && !validScore(*r.Score):
		found.Add(problems.Problem("score", ScoreRange, rule.With("most", rule.Int(maxScore, 0))))
	}
	if n.date && r.Date.IsZero() {
		found.Add(problems.Problem("date", rule.Required))
	}
	if !r.Date.IsZero() && !s.Period.Contains(r.Date) && !t.admitted(r) {
		found.Add(problems.Problem("date", DateOutside, rule.With("date", rule.On(r.Date)), rule.With("period", rule.Label(s.Period.Words()))))
	}
	return found.Err()
}

// admitted tells whether the scheme's transitional clause takes the request.
func (t *terms) admitted(r *Request) bool {
	if t.scheme.Admits.IsZero() {
		return false
	}
	holds, _ := t.scheme.Admits.Holds(&rowFacts{terms: t, request: r})
	return holds
}

const maxUnits = 1_000_000_000

// validScore demands a score from 0 to 100,000 with at most six decimals.
func validScore(d decimal.Decimal) bool {
	_, ok := scaledScore(d)
	return ok
}
