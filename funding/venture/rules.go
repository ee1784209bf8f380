package venture

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules are the published rules of a competition.
type Rules struct {
	rule.Head
	Catalogue Catalogue       `json:"catalogue"`
	Judging   Judging         `json:"judging"`
	Line      decimal.Decimal `json:"line"`              // score to reach, or above
	Quotas    []Quota         `json:"quotas,omitempty"`  // of classes; a class without one has none
	PerOrg    int             `json:"per_organization"`  // awards an organization may have; one as a rule
	Projects  int             `json:"projects,omitzero"` // awards in all; zero for no limit
	Budget    funding.Money   `json:"budget"`            // of the round
	// Grant says what one project gets, whatever the others get: its sources
	// have no budgets of their own. It sees the judges' score as the request's.
	Grant funding.Scheme `json:"grant"`
}

// Quota is how many projects of a class are funded at most.
type Quota struct {
	Class string `json:"class"`
	Most  int    `json:"most"`
}

// Entry is a project that takes part: a request for money, the need it meets and
// the judges' scores. The request's own score is not used.
type Entry struct {
	funding.Request
	Title  rule.Text `json:"title,omitzero"`
	Need   string    `json:"need"` // id of a subclass
	Scores []Score   `json:"scores"`
}

// Validate reports every fault of the rules: those of the head, the catalogue,
// the judging and the grant; a source of the grant with a budget; a line outside
// 0 to 100; quotas for unknown classes, twice for one class or negative; limits
// and a budget that are negative, no award for an organization.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	found.Nest("catalogue", r.Catalogue.Validate())
	found.Nest("judging", r.Judging.Validate())
	found.Nest("grant", r.Grant.Validate())
	for j, source := range r.Grant.Sources {
		if source.Budget != nil {
			found.Add(problems.Problem("grant.sources["+strconv.Itoa(j)+"].budget", GrantBudget, rule.With("budget", source.Budget.Value())))
		}
	}
	found.Add(inRange("line", r.Line))
	seen := map[string]bool{}
	for i, q := range r.Quotas {
		at := "quotas[" + strconv.Itoa(i) + "]"
		class := rule.With("id", rule.Quoted(q.Class))
		switch {
		case r.Catalogue.class(q.Class) < 0:
			found.Add(problems.Problem(at+".class", NeedUnknown, class))
		case seen[q.Class]:
			found.Add(problems.Problem(at+".class", NeedTwice, class))
		}
		seen[q.Class] = true
		if q.Most < 0 {
			found.Add(problems.Problem(at+".most", LimitNegative, rule.With("limit", rule.Int(int64(q.Most), 0))))
		}
	}
	if r.PerOrg < 1 {
		found.Add(problems.Problem("per_organization", rule.Required))
	}
	if r.Projects < 0 {
		found.Add(problems.Problem("projects", LimitNegative, rule.With("limit", rule.Int(int64(r.Projects), 0))))
	}
	if r.Budget.Sign() < 0 {
		found.Add(problems.Problem("budget", AmountNegative, rule.With("amount", r.Budget.Value())))
	}
	return found.Err()
}

// class returns the place of a class, -1 if there is none.
func (c Catalogue) class(id string) int {
	for i, class := range c.Classes {
		if class.ID == id {
			return i
		}
	}
	return -1
}
