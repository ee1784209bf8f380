package funding

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Source is one payer of a scheme.
//
// What it pays for one request is its claim: the amount its rule gives,
// rounded once; less what was received before, where it pays the difference;
// raised to the floor; lowered to the caps and, unless it pays beyond what is
// asked, to the request's unmet rest; nothing where that is below the least
// amount paid. Where the claims on it exceed its budget they are cut by its
// policy.
type Source struct {
	ID         string          `json:"id"`
	Title      rule.Text       `json:"title"`
	Kind       Kind            `json:"kind"`
	Territory  org.Territory   `json:"territory,omitzero"` // whose money: pays only for requests from here
	If         rule.Condition  `json:"if,omitzero"`        // pays only where this holds
	After      []string        `json:"after,omitempty"`    // pays only after these sources, and only where each of them has paid
	Rule       Rule            `json:"rule"`
	Rounding   Rounding        `json:"rounding,omitzero"`   // in steps of its own, such as whole hundreds; the scheme's if not stated
	Difference bool            `json:"difference,omitzero"` // pays only what exceeds the amount received before (差额)
	Floor      *Money          `json:"floor,omitempty"`     // least for a request that takes part: a smaller amount is raised to it (保底)
	Cap        *Money          `json:"cap,omitempty"`       // most for one request (封顶)
	CapShare   decimal.Decimal `json:"cap_share,omitzero"`  // most for one request, as a share of its eligible cost, cut to the fen
	Least      *Money          `json:"least,omitempty"`     // a smaller amount is not paid at all (起付)
	Beyond     bool            `json:"beyond,omitzero"`     // pays even above what is asked
	Limits     []Limit         `json:"limits,omitempty"`    // most for each organization, territory or year
	Budget     *Money          `json:"budget,omitempty"`    // most in all; nil for no limit
	Envelopes  []Envelope      `json:"envelopes,omitempty"` // parts of the budget set aside for a territory or category
	Pool       bool            `json:"pool,omitzero"`       // what envelopes leave unspent goes to claims that were cut (调剂使用)
	Short      Shortage        `json:"short,omitzero"`      // what happens when the budget or an envelope is short
	Next       string          `json:"next,omitzero"`       // what is left of the budget goes on to this later source's
	Carry      *Carry          `json:"carry,omitempty"`     // what is left of the budget goes on to the next round
	Clause     rule.Source     `json:"clause,omitzero"`     // where this source's rule stands; the scheme's source if not stated
}

// validate reports every fault of the source. ids is the place of every source
// by id, paid the sources whose turn comes earlier, later those whose turn comes
// later.
func (s *Source) validate(scheme *Scheme, facts rule.Vocabulary, ids map[string]int, paid, later map[string]*Source) error {
	var found rule.Problems
	if s.ID == "" {
		found.Add(problems.Problem("id", rule.Required))
	}
	if s.Title.ZH == "" || s.Title.EN == "" {
		found.Add(problems.Problem("title", rule.Required))
	}
	if !s.Kind.Valid() {
		found.Add(problems.Problem("kind", rule.Required))
	}
	found.Add(s.misplaced(scheme))
	if !s.If.IsZero() {
		found.Nest("if", s.If.Validate(facts))
	}
	for i, id := range s.After {
		if _, ok := ids[id]; !ok || id == "" {
			found.Add(problems.Problem("after["+strconv.Itoa(i)+"]", SourceUnknown, rule.With("id", rule.Quoted(id))))
		}
	}
	found.Nest("rule", s.Rule.validate(facts, ids, paid, s.rounding(scheme)))
	if (s.Rounding != Rounding{}) {
		found.Nest("rounding", s.Rounding.Validate())
	}
	found.Nest("", s.validateLimits())
	found.Nest("", s.validateMoney(facts, later))
	return found.Err()
}

// rounding is the source's own, or else the scheme's.
func (s *Source) rounding(scheme *Scheme) Rounding {
	if (s.Rounding != Rounding{}) {
		return s.Rounding
	}
	return scheme.Rounding
}

// misplaced reports a territory that is missing, below the level of the money,
// or apart from the scheme's.
func (s *Source) misplaced(scheme *Scheme) *rule.Problem {
	level := s.Kind.Level()
	switch {
	case s.Territory.IsZero() && level.Valid():
		return problems.Problem("territory", rule.Required)
	case s.Territory.IsZero():
	case level.Valid() && s.Territory.Level() > level:
		return problems.Problem("territory", TerritoryLevel,
			rule.With("territory", rule.Word(s.Territory.String())), rule.With("kind", rule.Label(kinds.Labels(s.Kind))))
	case !scheme.Territory.IsZero() && !scheme.Territory.Contains(s.Territory) && !s.Territory.Contains(scheme.Territory):
		return problems.Problem("territory", TerritoryOutside,
			rule.With("territory", rule.Word(s.Territory.String())), rule.With("scheme", rule.Word(scheme.Territory.String())))
	}
	return nil
}

// validateLimits checks what bounds the amount for one request.
func (s *Source) validateLimits() error {
	var found rule.Problems
	computes := s.Rule.Method.computes()
	method := rule.With("method", rule.Label(methods.Labels(s.Rule.Method)))
	if s.Rule.Method.Valid() && !computes {
		if s.Floor != nil {
			found.Add(problems.Problem("floor", ParameterUnused, method))
		}
		if s.Difference {
			found.Add(problems.Problem("difference", ParameterUnused, method))
		}
	}
	bounds := []struct {
		path string
		m    *Money
	}{{"floor", s.Floor}, {"cap", s.Cap}, {"least", s.Least}}
	for _, b := range bounds {
		if b.m != nil {
			found.Add(negative(b.path, *b.m))
		}
	}
	if s.Cap != nil {
		for _, b := range bounds {
			if b.m != nil && s.Cap.Compare(*b.m) < 0 {
				found.Add(problems.Problem(b.path, AboveCap, rule.With("amount", b.m.Value()), rule.With("cap", s.Cap.Value())))
			}
		}
	}
	if !s.CapShare.IsZero() {
		found.Nest("cap_share", validRatio(s.CapShare, decimal.NewFromInt(1)))
	}
	return found.Err()
}

// negative is the problem of an amount below zero.
func negative(path string, m Money) *rule.Problem {
	if m.Sign() >= 0 {
		return nil
	}
	return problems.Problem(path, AmountNegative, rule.With("amount", m.Value()))
}
