package life

import (
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules is how grades live, for the days of its period.
type Rules struct {
	rule.Head
	Grades    []Grade `json:"grades"`             // best first
	Validity  Clause  `json:"validity"`           // 有效期
	NewYear   bool    `json:"new_year,omitzero"`  // it begins on 1 January after the announcement; else on that day
	After     Clause  `json:"after,omitzero"`     // while graded, come again only when so long has passed
	Within    Clause  `json:"within,omitzero"`    // and only while no more than that has; neither stated: not before it lapses
	Publicity Clause  `json:"publicity"`          // 公示期: objections are due by its last day
	Notice    Clause  `json:"notice,omitzero"`    // from a review's decision to its notice
	Return    Clause  `json:"return,omitzero"`    // from the receipt of a lowering or withdrawal to the return of certificate and plate
	Lowered   Clause  `json:"lowered,omitzero"`   // after a lowering, no application for so long
	Withdrawn Clause  `json:"withdrawn,omitzero"` // the same after a withdrawal
}

// Grade is a grade by its id and label.
type Grade struct {
	ID    string    `json:"id"`
	Label rule.Text `json:"label"`
}

// Clause is a length of time and where it is laid down. Where that is not
// stated, the source and status of the rule hold.
type Clause struct {
	rule.Duration
	Source rule.Source `json:"source,omitzero"`
	Status rule.Status `json:"status,omitzero"`
}

// under gives a reason the clause's source and status.
func (c Clause) under(r rule.Reason, head rule.Head) rule.Reason {
	source, status := c.Source, c.Status
	if source.IsZero() {
		source = head.Source
	}
	if !status.Valid() {
		status = head.Status
	}
	return r.From(source, status)
}

// Validate reports every fault of the rules: what the head lacks, no grade or
// one twice, no validity in months or years, no publicity, and durations out of
// range.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	if len(r.Grades) == 0 {
		found.Add(problems.Problem("grades", rule.Required))
	}
	first := map[string]int{}
	for i, g := range r.Grades {
		at := "grades[" + strconv.Itoa(i) + "]"
		if g.ID == "" {
			found.Add(problems.Problem(at+".id", rule.Required))
		} else if j, again := first[g.ID]; again {
			found.Add(problems.Problem(at+".id", GradeTwice, rule.With("grade", rule.Quoted(g.ID)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[g.ID] = i
		if g.Label.ZH == "" || g.Label.EN == "" {
			found.Add(problems.Problem(at+".label", rule.Required))
		}
	}
	found.Nest("validity", r.Validity.Validate())
	if r.Validity.Of == rule.Days || r.Validity.Of == rule.WorkingDays || r.NewYear && r.Validity.Of != rule.Years {
		found.Add(problems.Problem("validity.of", ValidityLength))
	}
	found.Nest("publicity", r.Publicity.Validate())
	for _, c := range []struct {
		path   string
		clause Clause
	}{
		{"after", r.After}, {"within", r.Within}, {"notice", r.Notice}, {"return", r.Return}, {"lowered", r.Lowered}, {"withdrawn", r.Withdrawn},
	} {
		if !c.clause.IsZero() {
			found.Nest(c.path, c.clause.Validate())
		}
	}
	return found.Err()
}

// rank returns the place of a grade, best first, and false for one that is not
// in the rules.
func (r Rules) rank(grade string) (int, bool) {
	for i, g := range r.Grades {
		if g.ID == grade {
			return i, true
		}
	}
	return 0, false
}

// valid returns the first and the last day of a grade announced on a day.
func (r Rules) valid(on rule.Date) (from, last rule.Date) {
	if !r.NewYear {
		return on, r.Validity.After(on)
	}
	first, err := rule.NewDate(on.Year()+1, 1, 1)
	if err != nil {
		return rule.Date{}, rule.Date{}
	}
	return first, r.Validity.After(first).AddDays(-1)
}
