package association

import (
	"maps"
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Certificate is the answer to a claim.
type Certificate struct {
	Member  string        `json:"member"`
	On      rule.Date     `json:"on"`
	Granted bool          `json:"granted"`
	Last    rule.Date     `json:"last,omitzero"` // day of validity, if granted
	Steps   []rule.Reason `json:"steps"`         // facts unproven, every condition, how long it runs
}

// Certify decides a claim: every condition, where a fact that no document
// proves counts as not stated.
func (b *Book) Certify(c Claim) Certificate {
	q := b.records.Convention.Qualification
	out := Certificate{Member: c.Member, On: c.On, Steps: []rule.Reason{}}
	proven := rule.FactMap{}
	for _, name := range slices.Sorted(maps.Keys(c.Facts)) {
		if c.Evidence[name] != "" {
			proven[name] = c.Facts[name]
			continue
		}
		out.Steps = append(out.Steps, problems.Reason(Unproven, rule.With("fact", rule.Label(q.Facts[name].Label))))
	}
	if q.Needs.IsZero() {
		return out
	}
	decided := q.Needs.Decide(proven, q.Facts)
	out.Steps = append(out.Steps, decided)
	if out.Granted = decided.Holds(); out.Granted {
		out.Last = q.Valid.After(c.On)
		out.Steps = append(out.Steps, problems.Reason(ValidUntil, rule.With("from", rule.On(c.On)), rule.With("valid", q.Valid.Value())).
			Gives(rule.Given, rule.On(out.Last)).From(b.records.Convention.Source, b.records.Convention.Status))
	}
	return out
}

// Standing says whether a member's qualification is in force on a day.
type Standing struct {
	Member  string        `json:"member"`
	On      rule.Date     `json:"on"`
	Holds   bool          `json:"holds"`
	Last    rule.Date     `json:"last,omitzero"` // day of the latest certificate
	Reasons []rule.Reason `json:"reasons"`       // the certificate it rests on, or everything that stands against it
}

// Qualified tells whether a member's qualification is in force on a day: the
// latest claim granted by then has not run out, the member is still one, and no
// suspension or expulsion stands against it.
func (b *Book) Qualified(member string, on rule.Date) Standing {
	s := Standing{Member: member, On: on, Reasons: []rule.Reason{}}
	against := func(r rule.Reason) { s.Reasons = append(s.Reasons, r.Gives(rule.Compare, rule.Flag(false))) }
	for _, claim := range b.claims[member] {
		if on.Before(claim.On) {
			break
		}
		if c := b.Certify(claim); c.Granted {
			s.Last, s.Reasons = c.Last, slices.Clone(c.Steps[len(c.Steps)-1:])
		}
	}
	s.Holds = !s.Last.IsZero() && !s.Last.Before(on)
	switch {
	case s.Last.IsZero():
		against(problems.Reason(NeverClaimed))
	case !s.Holds:
		against(problems.Reason(Expired, rule.With("until", rule.On(s.Last))))
	}
	if !b.roll.Has(b.records.Association, member, on) {
		s.Holds = false
		against(problems.Reason(MembershipEnds, rule.With("on", rule.On(on))))
	}
	if d := b.Discipline(member, on); d.Sanction >= Suspension {
		s.Holds = false
		against(problems.Reason(Rests, rule.With("sanction", rule.Label(sanctions.Labels(d.Sanction)))))
	}
	return s
}
