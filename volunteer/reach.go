package volunteer

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Persons is a number of different people (人): whoever comes twice is one.
type Persons int64

// PersonTimes is a number of attendances (人次): whoever comes twice is two. It
// is another type than [Persons], so that the two cannot be added.
type PersonTimes int64

// Value returns the number as an input of a reason.
func (p Persons) Value() rule.Value { return rule.Int(int64(p), rule.Person) }

// Value returns the number as an input of a reason.
func (p PersonTimes) Value() rule.Value { return rule.Int(int64(p), rule.PersonTime) }

// Attendance is who came to one occasion: those known by an id, and the number
// of others of whom only the count is known.
type Attendance struct {
	Known  []string `json:"known"`
	Others int64    `json:"others,omitzero"`
}

// Reach is how many attendances a number of occasions had and how many people
// that were. Where only counts are known, the people lie between two bounds:
// at least as many as came to the largest occasion and as are known by id, at
// most every unknown one another.
type Reach struct {
	Times PersonTimes `json:"times"`
	Least Persons     `json:"least"`
	Most  Persons     `json:"most"`
}

// ReachOf adds up occasions. An id that stands twice in one occasion counts
// once in it; negative counts are problems with paths such as [2].others.
func ReachOf(occasions []Attendance) (Reach, error) {
	var found rule.Problems
	var reach Reach
	known := map[string]bool{}
	largest, others := int64(0), int64(0)
	for i, a := range occasions {
		if a.Others < 0 || a.Others > 1<<40 {
			found.Add(problems.Problem(rule.At("", i)+".others", CountRange, rule.With("value", rule.Int(a.Others, rule.Person))))
			continue
		}
		here := map[string]bool{}
		for _, id := range a.Known {
			here[id], known[id] = true, true
		}
		came := int64(len(here)) + a.Others
		reach.Times += PersonTimes(came)
		largest = max(largest, came)
		others += a.Others
	}
	if len(found) > 0 {
		return Reach{}, found.Err()
	}
	reach.Least = Persons(max(largest, int64(len(known))))
	reach.Most = Persons(int64(len(known)) + others)
	return reach, nil
}

// Interval returns the people reached as an interval.
func (r Reach) Interval() rule.Interval {
	return rule.AtLeast(decimal.NewFromInt(int64(r.Least))).AtMost(decimal.NewFromInt(int64(r.Most)))
}
