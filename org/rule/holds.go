package rule

// Holds answers the question for one case without giving reasons: the answer
// [Condition.Decide] gives, at a fraction of its cost. stated is false where a
// fact that decides it is not stated; then the condition does not hold.
func (c Condition) Holds(facts Facts) (holds, stated bool) { return c.met(facts) }

func (c *Condition) met(facts Facts) (holds, stated bool) {
	switch {
	case c.AllOf != nil:
		return joined(c.AllOf, false, facts)
	case c.AnyOf != nil:
		return joined(c.AnyOf, true, facts)
	case c.Not != nil:
		holds, stated = c.Not.met(facts)
		return stated && !holds, stated
	}
	_, holds, stated = c.answer(facts)
	return holds, stated
}

// joined answers all of (decisive is false) or any of (decisive is true).
func joined(parts []Condition, decisive bool, facts Facts) (holds, stated bool) {
	stated = true
	for i := range parts {
		h, s := parts[i].met(facts)
		if s && h == decisive {
			return decisive, true
		}
		stated = stated && s
	}
	return stated && !decisive, stated
}
