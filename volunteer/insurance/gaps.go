package insurance

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Gaps is what is wrong with a roll of covers on one day. Ids are in the order
// of the register; those it does not know follow, sorted.
type Gaps struct {
	Day       rule.Date     `json:"day"`
	Heads     int           `json:"heads"`     // on the register in a class of the programme
	Insured   int           `json:"insured"`   // of these, with a cover
	Uninsured []string      `json:"uninsured"` // of these, without
	Twice     []string      `json:"twice"`     // with more than one cover
	Strangers []string      `json:"strangers"` // covered, but not on the register that day
	Reasons   []rule.Reason `json:"reasons"`
}

// Gaps compares a roll with the register on a day.
func (pr Programme) Gaps(r *volunteer.Register, roll []Cover, day rule.Date) Gaps {
	g := Gaps{Day: day, Uninsured: []string{}, Twice: []string{}, Strangers: []string{}}
	covers := make([]uint8, r.Places())
	for i := range roll {
		c := &roll[i]
		if !c.Period.Contains(day) {
			continue
		}
		place, ok := r.Place(c.Person)
		if !ok {
			g.Strangers = append(g.Strangers, c.Person)
			continue
		}
		covers[place] += min(1, 2-covers[place])
	}
	unknown := g.Strangers
	slices.Sort(unknown)
	g.Strangers = []string{}
	for place, n := range covers {
		class, enrolled := volunteer.ClassOn(r.EnrolmentsAt(place), day)
		enrolled = enrolled && slices.Contains(pr.Classes, class)
		switch {
		case enrolled && n == 0:
			g.Uninsured = append(g.Uninsured, r.IDAt(place))
		case !enrolled && n > 0:
			g.Strangers = append(g.Strangers, r.IDAt(place))
		case n > 1:
			g.Twice = append(g.Twice, r.IDAt(place))
		}
		if enrolled {
			g.Heads++
			g.Insured += int(min(n, 1))
		}
	}
	g.Strangers = append(g.Strangers, slices.Compact(unknown)...)
	g.Reasons = g.reasons()
	return g
}

func (g *Gaps) reasons() []rule.Reason {
	heads := func(n int) rule.Value { return rule.Int(int64(n), rule.Person) }
	return []rule.Reason{
		problems.Reason(UninsuredHeads, rule.With("heads", heads(g.Heads)), rule.With("insured", heads(g.Insured))).
			Gives(rule.Difference, heads(len(g.Uninsured))),
		problems.Reason(InsuredTwice, rule.With("day", rule.On(g.Day))).Gives(rule.Given, heads(len(g.Twice))),
		problems.Reason(InsuredStrangers, rule.With("day", rule.On(g.Day))).Gives(rule.Given, heads(len(g.Strangers))),
	}
}

// Repair returns the roll that the register asks for from a day on: what was
// covered before stays as it was, for the past cannot be insured; from then on
// everybody has exactly one cover on each day of enrolment and nobody else has
// any. Problems are those of the programme.
func (pr Programme) Repair(r *volunteer.Register, roll []Cover, from rule.Date) ([]Cover, error) {
	var found rule.Problems
	found.Nest("programme", pr.Validate())
	if !pr.Period.Contains(from) {
		found.Add(problems.Problem("from", OutsideProgramme, rule.With("day", rule.On(from))))
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	out := make([]Cover, 0, len(roll))
	for _, c := range roll {
		if c.Period.Until.IsZero() || from.Before(c.Period.Until) {
			c.Period.Until = from
		}
		if !c.Period.Empty() {
			out = append(out, c)
		}
	}
	out = append(out, pr.enrol(r, rule.Period{From: from, Until: pr.Period.Until})...)
	return joined(out), nil
}

// joined merges covers of one person, policy and class that follow each other,
// and puts them in order of person and time.
func joined(roll []Cover) []Cover {
	slices.SortStableFunc(roll, compareCovers)
	out := roll[:0]
	for _, c := range roll {
		if n := len(out); n > 0 && out[n-1].Person == c.Person && out[n-1].Policy == c.Policy &&
			out[n-1].Class == c.Class && out[n-1].Period.Until == c.Period.From {
			out[n-1].Period.Until = c.Period.Until
			continue
		}
		out = append(out, c)
	}
	return out
}
