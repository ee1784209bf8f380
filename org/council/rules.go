package council

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules say how a council is made up and how it decides.
type Rules struct {
	rule.Head
	Form    Form          `json:"form"`
	Size    rule.Interval `json:"size"` // seats in all
	Groups  []Group       `json:"groups"`
	Term    int           `json:"term,omitzero"` // months that a seat may last; 0 for no end
	Quorum  Share         `json:"quorum"`        // of the members in office
	Matters []Matter      `json:"matters"`
	Clauses Clauses       `json:"clauses,omitzero"`
}

// Clauses are where each part of the rules stands, if not in the head's source
// as a whole.
type Clauses struct {
	Size   rule.Source `json:"size,omitzero"`
	Groups rule.Source `json:"groups,omitzero"`
	Term   rule.Source `json:"term,omitzero"`
	Quorum rule.Source `json:"quorum,omitzero"`
}

// Group is a circle (界别) that is represented. A person sits for one group at
// a time.
type Group struct {
	ID     string        `json:"id"`
	Title  rule.Text     `json:"title"`
	Seats  rule.Interval `json:"seats,omitzero"` // that it has
	Least  Share         `json:"least,omitzero"` // of all seats
	Most   Share         `json:"most,omitzero"`  // of all seats, never More
	Attend bool          `json:"attend,omitzero"`
}

// Matter is a kind of motion and the majority it needs.
type Matter struct {
	ID       string      `json:"id"`
	Title    rule.Text   `json:"title"`
	Majority Share       `json:"majority"`
	Base     Base        `json:"base"`
	Consent  []string    `json:"consent,omitempty"` // groups of whose members present more than half must be in favour too
	Source   rule.Source `json:"source,omitzero"`
}

const longestTerm = 600 // months

// Validate reports every fault of the rules: what is not stated, ids twice,
// shares that are no fractions, groups a matter asks that there are not, and
// numbers of seats that no council can meet.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	if !r.Form.Valid() {
		found.Add(problems.Problem("form", rule.Required))
	}
	found.Nest("size", r.Size.Validate())
	found.Nest("quorum", r.Quorum.validate())
	if r.Term < 0 || r.Term > longestTerm {
		found.Add(problems.Problem("term", TermRange, rule.With("months", rule.Int(int64(r.Term), rule.MonthUnit))))
	}
	r.checkGroups(&found)
	r.checkMatters(&found)
	return found.Err()
}

func (r Rules) checkGroups(found *rule.Problems) {
	if len(r.Groups) == 0 {
		found.Add(problems.Problem("groups", rule.Required))
	}
	seen := map[string]bool{}
	for i, g := range r.Groups {
		path := rule.At("groups", i)
		named(found, path, g.ID, g.Title)
		if seen[g.ID] {
			found.Add(problems.Problem(path+".id", GroupTwice, rule.With("id", rule.Quoted(g.ID))))
		}
		seen[g.ID] = true
		found.Nest(path+".seats", g.Seats.Validate())
		if !g.Least.IsZero() {
			found.Nest(path+".least", g.Least.validate())
		}
		if !g.Most.IsZero() {
			found.Nest(path+".most", Share{Parts: g.Most.Parts, Of: g.Most.Of}.validate())
			if g.Most.More {
				found.Add(problems.Problem(path+".most.more", MostMore))
			}
		}
	}
	if len(*found) == 0 && !r.sharesFit() {
		found.Add(problems.Problem("groups", SharesSum))
	}
	if seats := r.seats(); len(*found) == 0 && seats.Intersect(r.Size).Empty() {
		found.Add(problems.Problem("groups", Unfillable,
			rule.With("groups", rule.Label(seats.WordsOf(rule.Person))), rule.With("size", rule.Label(r.Size.WordsOf(rule.Person)))))
	}
}

func (r Rules) checkMatters(found *rule.Problems) {
	if len(r.Matters) == 0 {
		found.Add(problems.Problem("matters", rule.Required))
	}
	seen := map[string]bool{}
	for i, m := range r.Matters {
		path := rule.At("matters", i)
		named(found, path, m.ID, m.Title)
		if seen[m.ID] {
			found.Add(problems.Problem(path+".id", MatterTwice, rule.With("id", rule.Quoted(m.ID))))
		}
		seen[m.ID] = true
		found.Nest(path+".majority", m.Majority.validate())
		if !m.Base.Valid() {
			found.Add(problems.Problem(path+".base", rule.Required))
		}
		for j, id := range m.Consent {
			if _, ok := r.group(id); !ok {
				found.Add(problems.Problem(path+"."+rule.At("consent", j), GroupUnknown, rule.With("id", rule.Quoted(id))))
			}
		}
	}
}

// seats is how many seats the groups may have together.
func (r Rules) seats() rule.Interval {
	least, most, bounded := decimal.Decimal{}, decimal.Decimal{}, true
	for _, g := range r.Groups {
		low, _, _ := g.Seats.Low()
		high, _, stated := g.Seats.High()
		least, most = least.Add(low), most.Add(high)
		bounded = bounded && stated
	}
	if bounded {
		return rule.AtLeast(least).AtMost(most)
	}
	return rule.AtLeast(least)
}

// sharesFit tells whether the least shares are the whole together, or less, and
// the most shares the whole, or more.
func (r Rules) sharesFit() bool {
	one := big.NewRat(1, 1)
	least, most, bounded := new(big.Rat), new(big.Rat), true
	for _, g := range r.Groups {
		if !g.Least.IsZero() {
			least.Add(least, big.NewRat(int64(g.Least.Parts), int64(g.Least.Of)))
		}
		if g.Most.IsZero() {
			bounded = false
		} else {
			most.Add(most, big.NewRat(int64(g.Most.Parts), int64(g.Most.Of)))
		}
	}
	return least.Cmp(one) <= 0 && (!bounded || most.Cmp(one) >= 0)
}

func named(found *rule.Problems, path, id string, title rule.Text) {
	if id == "" {
		found.Add(problems.Problem(path+".id", rule.Required))
	}
	if title.ZH == "" || title.EN == "" {
		found.Add(problems.Problem(path+".title", rule.Required))
	}
}

func (r Rules) group(id string) (int, bool) {
	for i, g := range r.Groups {
		if g.ID == id {
			return i, true
		}
	}
	return 0, false
}
