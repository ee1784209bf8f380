package insurance

import (
	"slices"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Programme is the insurance of a district over a time, usually a year: one
// policy or several in order. A head is insured under the first policy in the
// order that is in force and has a plan for its class.
type Programme struct {
	Period   rule.Period       `json:"period"`
	Classes  []volunteer.Class `json:"classes"` // whom it promises to insure
	Policies []Policy          `json:"policies"`
}

// Cover is one person's insurance under one policy over some days.
type Cover struct {
	Person string          `json:"person"`
	Policy string          `json:"policy"`
	Class  volunteer.Class `json:"class"`
	Period rule.Period     `json:"period"`
}

// mostDays is the longest term of a policy, ten years.
const mostDays = 3660

// Validate reports every fault of the programme: a period without ends, no
// classes, faults of each policy, ids that stand twice, terms without ends or
// of more than ten years, and every hole: days of the period on which a class
// has no policy in force.
func (pr Programme) Validate() error {
	var found rule.Problems
	found.Nest("period", bounded(pr.Period))
	if len(pr.Classes) == 0 {
		found.Add(problems.Problem("classes", rule.Required))
	}
	for i, class := range pr.Classes {
		if !class.Valid() {
			found.Add(problems.Problem(rule.At("classes", i), rule.Required))
		}
	}
	seen := map[string]bool{}
	for i := range pr.Policies {
		p := &pr.Policies[i]
		found.Nest(rule.At("policies", i), p.Validate())
		found.Nest(rule.At("policies", i)+".period", bounded(p.Period))
		if p.ID != "" && seen[p.ID] {
			found.Add(problems.Problem(rule.At("policies", i)+".id", PolicyTwice, rule.With("policy", rule.Word(p.ID))))
		}
		seen[p.ID] = true
	}
	if len(found) > 0 {
		return found.Err()
	}
	for _, class := range pr.Classes {
		for _, piece := range pr.timeline(class) {
			if piece.policy < 0 {
				found.Add(problems.Problem("policies", Hole, rule.With("class", rule.Label(class.Words())),
					rule.With("from", rule.On(piece.period.From)), rule.With("until", rule.On(piece.period.Until))))
			}
		}
	}
	return found.Err()
}

// bounded reports a period that is empty, open or longer than ten years.
func bounded(p rule.Period) error {
	var found rule.Problems
	if p.From.IsZero() {
		found.Add(problems.Problem("from", rule.Required))
	}
	if p.Until.IsZero() {
		found.Add(problems.Problem("until", rule.Required))
	}
	if days, ok := p.Days(); ok && days > mostDays {
		found.Add(problems.Problem("until", TermLong, rule.With("days", rule.Int(int64(days), rule.DayUnit))))
	}
	return found.Err()
}

// piece is a run of days with the place of the policy in force, -1 for none.
type piece struct {
	period rule.Period
	policy int
}

// timeline returns the programme's period in pieces for a class.
func (pr *Programme) timeline(class volunteer.Class) []piece {
	cuts := []rule.Date{pr.Period.From, pr.Period.Until}
	for i := range pr.Policies {
		p := &pr.Policies[i]
		if p.Covers(class) {
			cuts = append(cuts, p.Period.From, p.Period.Until)
		}
	}
	slices.SortFunc(cuts, rule.Date.Compare)
	var pieces []piece
	for i, from := range cuts[:len(cuts)-1] {
		days := rule.Period{From: from, Until: cuts[i+1]}
		if days.Empty() || !pr.Period.Contains(from) {
			continue
		}
		in := slices.IndexFunc(pr.Policies, func(p Policy) bool { return p.Covers(class) && p.Period.Contains(days.From) })
		if n := len(pieces); n > 0 && pieces[n-1].policy == in {
			pieces[n-1].period.Until = days.Until
			continue
		}
		pieces = append(pieces, piece{days, in})
	}
	return pieces
}

// Enrol insures everybody on the register under the programme, for each day
// on which they are enrolled in one of its classes. Covers come in the order
// of the register, those of one person by time. Problems are those of the
// programme. Time grows as the number of people and their enrolments.
func (pr Programme) Enrol(r *volunteer.Register) ([]Cover, error) {
	var found rule.Problems
	found.Nest("programme", pr.Validate())
	if len(found) > 0 {
		return nil, found.Err()
	}
	return pr.enrol(r, pr.Period), nil
}

func (pr *Programme) enrol(r *volunteer.Register, within rule.Period) []Cover {
	timelines := pr.timelines()
	covers := make([]Cover, 0, r.Places()*len(pr.Policies))
	var runs runs
	for place := range r.Places() {
		id := r.IDAt(place)
		for _, run := range runs.of(r.EnrolmentsAt(place), within) {
			for _, piece := range timelines[run.class] {
				if in := intersect(piece.period, run.days); piece.policy >= 0 && !in.Empty() {
					covers = append(covers, Cover{id, pr.Policies[piece.policy].ID, run.class, in})
				}
			}
		}
	}
	return covers
}

// timelines returns the timeline of each class the programme insures.
func (pr *Programme) timelines() [256][]piece {
	var out [256][]piece
	for _, class := range pr.Classes {
		out[class] = pr.timeline(class)
	}
	return out
}

// run is a class a person is counted in, and the days.
type run struct {
	class volunteer.Class
	days  rule.Period
}

// runs finds the runs of one person after another.
type runs struct {
	cuts []rule.Date
	out  []run
}

// of returns a person's runs by time. They stand until the next call.
func (r *runs) of(enrolments []volunteer.Enrolment, within rule.Period) []run {
	r.out = r.out[:0]
	if len(enrolments) == 1 {
		if days := intersect(enrolments[0].Period, within); !days.Empty() {
			r.out = append(r.out, run{enrolments[0].Class, days})
		}
		return r.out
	}
	r.cuts = append(r.cuts[:0], within.From, within.Until)
	for _, e := range enrolments {
		r.cuts = append(r.cuts, e.Period.From, e.Period.Until)
	}
	slices.SortFunc(r.cuts, rule.Date.Compare)
	for i, from := range r.cuts[:len(r.cuts)-1] {
		days := rule.Period{From: from, Until: r.cuts[i+1]}
		class, enrolled := volunteer.ClassOn(enrolments, from)
		if !enrolled || days.Empty() || !within.Contains(from) {
			continue
		}
		if n := len(r.out); n > 0 && r.out[n-1].class == class && r.out[n-1].days.Until == from {
			r.out[n-1].days.Until = days.Until
			continue
		}
		r.out = append(r.out, run{class, days})
	}
	return r.out
}

// intersect returns the days in both periods; q has both ends.
func intersect(p, q rule.Period) rule.Period {
	if q.From.Before(p.From) {
		q.From = p.From
	}
	if !p.Until.IsZero() && p.Until.Before(q.Until) {
		q.Until = p.Until
	}
	return q
}

// rounding returns how premiums by the day are rounded.
func (p *Policy) rounding() funding.Rounding {
	if (p.Rounding == funding.Rounding{}) {
		return funding.ToFen(funding.HalfUp)
	}
	return p.Rounding
}
