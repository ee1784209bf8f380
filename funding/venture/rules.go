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
	Ceiling   *Ceiling        `json:"ceiling,omitempty"` // of one award; nil for what is asked
	Budget    funding.Money   `json:"budget"`            // of the round
}

// Quota is how many projects of a class are funded at most.
type Quota struct {
	Class string `json:"class"`
	Most  int    `json:"most"`
}

// Entry is a project that takes part.
type Entry struct {
	ID           string        `json:"id"`
	Title        rule.Text     `json:"title,omitzero"`
	Organization string        `json:"organization"`
	Need         string        `json:"need"`   // id of a subclass
	Budget       funding.Money `json:"budget"` // of the project, as examined (核定预算)
	Asked        funding.Money `json:"asked"`  // of the round
	Scores       []Score       `json:"scores"`
}

// Validate reports every fault of the rules: those of the head, the catalogue,
// the judging and the ceiling; a line outside 0 to 100; quotas for unknown
// classes, twice for one class or negative; limits and a budget that are
// negative, no award for an organization.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	found.Nest("catalogue", r.Catalogue.Validate())
	found.Nest("judging", r.Judging.Validate())
	if r.Line.Sign() < 0 || r.Line.GreaterThan(decimal.NewFromInt(100)) {
		found.Add(problems.Problem("line", PointsRange, rule.With("points", rule.Num(r.Line, rule.Point))))
	}
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
	if r.Ceiling != nil {
		found.Nest("ceiling", r.Ceiling.Validate())
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

// check reports every fault of the entries: ids missing or twice, no
// organization, a need that is not in the catalogue, amounts that are negative,
// nothing asked or more than the project's budget, and the faults of the scores.
func (r Rules) check(entries []Entry) error {
	var found rule.Problems
	needs := r.Catalogue.index()
	seen := make(map[string]bool, len(entries))
	for i, e := range entries {
		at := "entries[" + strconv.Itoa(i) + "]"
		switch {
		case e.ID == "":
			found.Add(problems.Problem(at+".id", rule.Required))
		case seen[e.ID]:
			found.Add(problems.Problem(at+".id", EntryTwice, rule.With("id", rule.Quoted(e.ID))))
		}
		seen[e.ID] = true
		if e.Organization == "" {
			found.Add(problems.Problem(at+".organization", rule.Required))
		}
		if _, known := needs[e.Need]; !known {
			found.Add(problems.Problem(at+".need", NeedUnknown, rule.With("id", rule.Quoted(e.Need))))
		}
		if e.Budget.Sign() < 0 {
			found.Add(problems.Problem(at+".budget", AmountNegative, rule.With("amount", e.Budget.Value())))
		}
		if e.Asked.Sign() <= 0 || e.Asked.Compare(e.Budget) > 0 {
			found.Add(problems.Problem(at+".asked", AskedRange, rule.With("asked", e.Asked.Value()), rule.With("budget", e.Budget.Value())))
		}
		found.Nest(at, r.Judging.check(e.Scores))
	}
	return found.Err()
}
