package eligibility

import "github.com/sancheng-go/sancheng/org/rule"

// Rules is who may apply, by one rule for the days of its period.
type Rules struct {
	rule.Head
	Needs rule.Condition `json:"needs"` // asks for the facts of [Facts]
}

// Validate reports every fault of the rule.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	found.Nest("needs", r.Needs.Validate(Facts()))
	return found.Err()
}

// Decision is whether an organization may apply, and why.
type Decision struct {
	Eligible bool          `json:"eligible"`
	Rule     rule.Head     `json:"rule"`
	Reason   rule.Reason   `json:"reason"` // every clause, answered
	Unmet    []rule.Reason `json:"unmet"`  // what stands in the way; none if eligible
}

// Decide answers for an application of a day. Faults of the rule and of the
// record, and a day outside the rule's period, are [rule.Problems].
func (r Rules) Decide(record Record, on rule.Date) (Decision, error) {
	var found rule.Problems
	found.Nest("rules", r.Validate())
	found.Nest("", record.validate(on))
	if !on.IsZero() && !r.Period.Contains(on) {
		found.Add(problems.Problem("on", NotInForce, rule.With("day", rule.On(on)), rule.With("period", rule.Label(r.Period.Words()))))
	}
	if len(found) > 0 {
		return Decision{}, found.Err()
	}
	why := r.Needs.Decide(record.facts(on), Facts())
	return Decision{Eligible: why.Holds(), Rule: r.Head, Reason: why, Unmet: append([]rule.Reason{}, why.Unmet()...)}, nil
}

// Page explains a decision: every clause, then what stands in the way.
func (d Decision) Page(name rule.Text) rule.Page {
	result := rule.Words("可以参评", "may be evaluated")
	if !d.Eligible {
		result = rule.Words("不予评估", "not evaluated")
	}
	p := rule.Page{Title: rule.Words("参评资格审核", "Eligibility for evaluation"), Rule: d.Rule, Notes: d.Unmet, Steps: []rule.Reason{d.Reason}}
	if len(d.Reason.Parts) > 0 {
		p.Steps = d.Reason.Parts
	}
	if !name.IsZero() {
		p.Lines = append(p.Lines, rule.Line{Label: rule.Words("组织", "organization"), Value: rule.Label(name)})
	}
	p.Lines = append(p.Lines, rule.Line{Label: rule.Words("结论", "result"), Value: rule.Label(result)})
	return p
}

// InForce returns the rules of a day, in their order.
func InForce(on rule.Date, rules ...Rules) []Rules {
	var out []Rules
	for _, r := range rules {
		if r.Period.Contains(on) {
			out = append(out, r)
		}
	}
	return out
}
