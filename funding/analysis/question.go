package analysis

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Parameter is the figure of a source that a question varies.
type Parameter uint8

// The parameters.
const (
	Ratio  Parameter = 1 + iota // 比例: of its rule
	Amount                      // 标准: of its rule, in yuan
	Cap                         // 封顶额: most for one request, in yuan
	Budget                      // 预算: in yuan
)

var parameters = rule.NewEnum[Parameter]("parameter",
	rule.Named("ratio", "比例", "ratio"),
	rule.Named("amount", "标准", "amount"),
	rule.Named("cap", "封顶额", "cap"),
	rule.Named("budget", "预算", "budget"),
)

// Parameters returns every parameter.
func Parameters() []Parameter { return parameters.Values() }

// Valid tells whether the parameter is stated.
func (p Parameter) Valid() bool { return parameters.Valid(p) }

// String returns the stable text form.
func (p Parameter) String() string { return parameters.Text(p) }

// Label returns the parameter in the reader's language.
func (p Parameter) Label(tag language.Tag) string { return parameters.Label(p, tag) }

// MarshalText writes the stable text form; one not stated is an error.
func (p Parameter) MarshalText() ([]byte, error) { return parameters.Marshal(p) }

// UnmarshalText reads the stable text form; anything else is an error.
func (p *Parameter) UnmarshalText(text []byte) error { return parameters.Unmarshal(p, text) }

// of returns the figure of a source, in yuan for money, if it has one.
func (p Parameter) of(s *funding.Source) (decimal.Decimal, bool) {
	switch {
	case p == Ratio:
		return s.Rule.Ratio, s.Rule.Ratio.Sign() > 0
	case p == Amount:
		return s.Rule.Amount.Decimal(), s.Rule.Amount.Sign() > 0
	case p == Cap && s.Cap != nil:
		return s.Cap.Decimal(), true
	case p == Budget && s.Budget != nil:
		return s.Budget.Decimal(), true
	}
	return decimal.Decimal{}, false
}

// set gives a source another figure.
func (p Parameter) set(s *funding.Source, at decimal.Decimal) error {
	if p == Ratio {
		s.Rule.Ratio = at
		return nil
	}
	m, err := funding.FromDecimal(at)
	switch {
	case err != nil:
	case p == Amount:
		s.Rule.Amount = m
	case p == Cap:
		s.Cap = &m
	case p == Budget:
		s.Budget = &m
	}
	return err
}

func (p Parameter) value(at decimal.Decimal) rule.Value {
	if p == Ratio {
		return rule.Num(at, 0)
	}
	return rule.Num(at, rule.Yuan)
}

// Goal is the outcome a question wants.
type Goal uint8

// The goals.
const (
	WithinLimit Goal = 1 + iota // 支出不超限额: what is paid stays within Limit
	FullyFunded                 // 足额: whoever has the points of Line receives all that is asked
	NoneWorse                   // 无一减少: nobody receives less than before
)

var goals = rule.NewEnum[Goal]("goal",
	rule.Named("within-limit", "支出不超过限额", "what is paid stays within the limit"),
	rule.Named("fully-funded", "够分数线的全部足额", "all from the line up are funded in full"),
	rule.Named("none-worse", "无一比原来减少", "nobody receives less than before"),
)

// Goals returns every goal.
func Goals() []Goal { return goals.Values() }

// Valid tells whether the goal is stated.
func (g Goal) Valid() bool { return goals.Valid(g) }

// String returns the stable text form.
func (g Goal) String() string { return goals.Text(g) }

// Label returns the goal in the reader's language.
func (g Goal) Label(tag language.Tag) string { return goals.Label(g, tag) }

// MarshalText writes the stable text form; one not stated is an error.
func (g Goal) MarshalText() ([]byte, error) { return goals.Marshal(g) }

// UnmarshalText reads the stable text form; anything else is an error.
func (g *Goal) UnmarshalText(text []byte) error { return goals.Unmarshal(g, text) }

// Question asks for a figure of a scheme by the outcome it has: the largest
// ratio that stays within a limit, the smallest budget that funds everybody
// from a line up, the smallest cap by which nobody is worse off.
type Question struct {
	Source   string           `json:"source"` // whose figure varies
	Vary     Parameter        `json:"vary"`
	From     decimal.Decimal  `json:"from"` // the grid: from here
	To       decimal.Decimal  `json:"to"`   // to here
	Step     decimal.Decimal  `json:"step"` // in steps
	Goal     Goal             `json:"goal"`
	Limit    *funding.Money   `json:"limit,omitempty"`   // of WithinLimit
	Of       string           `json:"of,omitzero"`       // of WithinLimit: whose payments count; all public money if not stated
	Line     *decimal.Decimal `json:"line,omitempty"`    // of FullyFunded: a score; all requests if not stated
	Smallest bool             `json:"smallest,omitzero"` // asks for the smallest such figure, else for the largest

	Before *funding.Settlement `json:"-"` // of NoneWorse: of the same requests
}

const maxSteps = 10_000

// points returns the number of steps of the grid, or every fault of the
// question about a scheme, and the place of its source.
func (q *Question) points(scheme *funding.Scheme) (count, source int, err error) {
	var found rule.Problems
	source = -1
	for j := range scheme.Sources {
		if scheme.Sources[j].ID == q.Source {
			source = j
		}
	}
	unknown := func(path, id string) {
		found.Add(problems.Problem(path, SourceUnknown, rule.With("id", rule.Quoted(id))))
	}
	if !q.Vary.Valid() {
		found.Add(problems.Problem("vary", rule.Required))
	}
	if source < 0 {
		unknown("source", q.Source)
	} else if q.Vary.Valid() {
		if _, has := q.Vary.of(&scheme.Sources[source]); !has {
			found.Add(problems.Problem("vary", NothingToVary, rule.With("id", rule.Quoted(q.Source)), rule.With("parameter", rule.Label(parameters.Labels(q.Vary)))))
		}
	}
	switch {
	case !q.Goal.Valid():
		found.Add(problems.Problem("goal", rule.Required))
	case q.Goal == WithinLimit && q.Limit == nil:
		found.Add(problems.Problem("limit", rule.Required))
	case q.Goal == NoneWorse && q.Before == nil:
		found.Add(problems.Problem("before", rule.Required))
	}
	if q.Of != "" {
		known := false
		for _, s := range scheme.Sources {
			known = known || s.ID == q.Of
		}
		if !known {
			unknown("of", q.Of)
		}
	}
	count, p := q.grid()
	found.Add(p)
	return count, source, found.Err()
}

// grid returns the number of steps from the first point to the last, both
// counted.
func (q *Question) grid() (int, *rule.Problem) {
	step := rule.With("step", rule.Num(q.Step, 0))
	for _, d := range []decimal.Decimal{q.From, q.To, q.Step} {
		if d.NumDigits() > 30 || d.Exponent() < -30 || d.Exponent() > 30 {
			return 0, problems.Problem("step", GridPoints, rule.With("most", rule.Int(maxSteps, 0)))
		}
	}
	if q.Step.Sign() <= 0 {
		return 0, problems.Problem("step", GridStep, step)
	}
	span := q.To.Sub(q.From)
	steps, rest := span.QuoRem(q.Step, 0)
	switch {
	case span.Sign() < 0 || !rest.IsZero():
		return 0, problems.Problem("to", GridEnds, rule.With("from", rule.Num(q.From, 0)), rule.With("to", rule.Num(q.To, 0)), step)
	case steps.GreaterThanOrEqual(decimal.NewFromInt(maxSteps)):
		return 0, problems.Problem("step", GridPoints, rule.With("most", rule.Int(maxSteps, 0)))
	}
	return int(steps.IntPart()) + 1, nil
}

// at returns the k-th point of the grid.
func (q *Question) at(k int) decimal.Decimal {
	return q.From.Add(q.Step.Mul(decimal.NewFromInt(int64(k))))
}
