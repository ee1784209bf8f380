package post

import (
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules are the rules on posts, each in force in its period.
type Rules struct {
	rule.Head
	Age     int      `json:"age,omitzero"` // the birthday from which [PastAge] is counted, in years; 0 for none
	Clauses []Clause `json:"clauses"`
}

// Clause asks Needs of every post for which When holds.
type Clause struct {
	ID     string         `json:"id"`
	Period rule.Period    `json:"period,omitzero"`
	When   rule.Condition `json:"when"`
	Needs  rule.Condition `json:"needs"`
	Grace  rule.Duration  `json:"grace,omitzero"` // for posts held since before the period
}

const oldest = 150

// Validate reports every fault of the rules: in the head, no clause, clauses
// without id or of one id ([ClauseTwice]), without source or status, conditions
// that do not fit [Facts], a limit of age that is none ([AgeRange]), and a
// clause that asks for it where there is none.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	if r.Age < 0 || r.Age > oldest {
		found.Add(problems.Problem("age", AgeRange, rule.With("age", rule.Int(int64(r.Age), rule.YearUnit))))
	}
	if len(r.Clauses) == 0 {
		found.Add(problems.Problem("clauses", rule.Required))
	}
	known := Facts()
	if r.Age == 0 {
		delete(known, PastAge)
	}
	first := map[string]int{}
	for i, c := range r.Clauses {
		at := "clauses[" + strconv.Itoa(i) + "]"
		if c.ID == "" {
			found.Add(problems.Problem(at+".id", rule.Required))
		}
		if j, twice := first[c.ID]; twice && c.ID != "" {
			found.Add(problems.Problem(at+".id", ClauseTwice, rule.With("clause", rule.Quoted(c.ID)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[c.ID] = i
		found.Nest(at+".period", c.Period.Validate())
		found.Nest(at+".when", c.When.Validate(known))
		found.Nest(at+".needs", c.Needs.Validate(known))
		if !c.Needs.Status.Valid() {
			found.Add(problems.Problem(at+".needs.status", rule.Required))
		}
		if c.Needs.Status == rule.Published && c.Needs.Source.Title == "" {
			found.Add(problems.Problem(at+".needs.source.title", rule.Required))
		}
		if !c.Grace.IsZero() {
			found.Nest(at+".grace", c.Grace.Validate())
			if c.Period.From.IsZero() {
				found.Add(problems.Problem(at+".period.from", rule.Required))
			}
		}
	}
	return found.Err()
}

// Schema names the document that rules are kept in.
const Schema = "post-rules/1"

// Encode writes the rules as a JSON document of [Schema].
func (r Rules) Encode() ([]byte, error) { return rule.Encode(Schema, r) }

// Decode reads a document that Encode wrote, strictly, and checks it: see
// [rule.DecodeAs] and [Rules.Validate].
func Decode(data []byte) (Rules, error) {
	var r Rules
	if err := rule.DecodeAs(Schema, data, &r); err != nil {
		return Rules{}, err
	}
	if err := r.Validate(); err != nil {
		return Rules{}, err
	}
	return r, nil
}
