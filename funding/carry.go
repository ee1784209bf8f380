package funding

import "github.com/sancheng-go/sancheng/org/rule"

// CarryOver returns the scheme of the next round with its budgets raised by
// what this settlement leaves unspent, and a reason for each source that has
// something left: what is carried into the source of the same id (结转), and
// what lapses (收回) because the source carries nothing, less, or has no budget
// in the next round to carry it into. Faults of the next scheme, and a budget
// raised beyond the range of Money, are errors.
func (s *Settlement) CarryOver(next Scheme) (Scheme, []rule.Reason, error) {
	if err := next.Validate(); err != nil {
		return Scheme{}, nil, err
	}
	next.Sources = append([]Source(nil), next.Sources...)
	into := map[string]*Source{}
	for j := range next.Sources {
		into[next.Sources[j].ID] = &next.Sources[j]
	}
	var found rule.Problems
	var reasons []rule.Reason
	for _, account := range s.Accounts() {
		if account.Left == nil || account.Left.Sign() == 0 {
			continue
		}
		source := s.source(account.Source)
		left, carried := *account.Left, source.Carry.of(*account.Left)
		target, ok := into[account.Source]
		if !ok || target.Budget == nil {
			carried = Money{}
		}
		reason := func(code rule.Code, amount Money) {
			reasons = append(reasons, problems.Reason(code, rule.With("source", rule.Label(source.Title)), rule.With("left", left.Value()),
				rule.With("amount", amount.Value())).Gives(rule.Given, amount.Value()).From(source.Clause, s.scheme.Status))
		}
		if carried.Sign() > 0 {
			budget, err := target.Budget.Add(carried)
			found.Nest("sources."+account.Source+".budget", err)
			target.Budget = &budget
			reason(CarriedOver, carried)
		}
		if lapsed := Fen(left.Fen() - carried.Fen()); lapsed.Sign() > 0 {
			reason(Lapsed, lapsed)
		}
	}
	if len(found) > 0 {
		return Scheme{}, nil, found.Err()
	}
	return next, reasons, nil
}

// of returns what of an unspent amount is carried over.
func (c *Carry) of(left Money) Money {
	if c == nil {
		return Money{}
	}
	carried := newRate(c.Share).floor(left.Fen())
	if c.Most != nil {
		carried = min(carried, c.Most.Fen())
	}
	return Fen(carried)
}

func (s *Settlement) source(id string) *Source {
	for j := range s.scheme.Sources {
		if s.scheme.Sources[j].ID == id {
			return &s.scheme.Sources[j]
		}
	}
	return nil
}
