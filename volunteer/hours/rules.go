package hours

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules say how much of the recorded time is credited.
type Rules struct {
	rule.Head
	Shares   []Share         `json:"shares"`            // kinds without a share count nothing
	Ceiling  decimal.Decimal `json:"ceiling,omitzero"`  // most hours a day; zero for none
	Longest  decimal.Decimal `json:"longest,omitzero"`  // most hours a record; zero for none
	Rounding rule.Rounding   `json:"rounding"`          // of a day's hours
	Trusting bool            `json:"trusting,omitzero"` // unverified records count too
}

// Share says how much of a minute of that kind counts, from 0 to 1, with at
// most four decimals.
type Share struct {
	Kind Kind            `json:"kind"`
	Of   decimal.Decimal `json:"of"`
}

// places is the number of decimals in which shares and steps are stated.
const places = 4

// Validate reports every fault of the rules: those of the head, a kind not
// stated or stated twice, a share outside 0 to 1, a negative limit, a rounding
// that is not valid, or a number with more than four decimals.
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	seen := map[Kind]bool{}
	for i, s := range r.Shares {
		at := "shares[" + strconv.Itoa(i) + "]"
		switch {
		case !s.Kind.Valid():
			found.Add(problems.Problem(at+".kind", rule.Required))
		case seen[s.Kind]:
			found.Add(problems.Problem(at+".kind", KindTwice))
		}
		seen[s.Kind] = true
		if s.Of.Sign() < 0 || s.Of.GreaterThan(decimal.NewFromInt(1)) || !s.Of.Shift(places).IsInteger() {
			found.Add(problems.Problem(at+".of", ShareRange, rule.With("value", rule.Num(s.Of, 0))))
		}
	}
	limit := func(path string, d decimal.Decimal) {
		if d.Sign() < 0 || d.GreaterThan(decimal.NewFromInt(1000)) || !d.Shift(places).IsInteger() {
			found.Add(problems.Problem(path, LimitRange, rule.With("value", rule.Num(d, rule.Hour))))
		}
	}
	limit("ceiling", r.Ceiling)
	limit("longest", r.Longest)
	found.Nest("rounding", r.Rounding.Validate())
	limit("rounding.step", r.Rounding.Step)
	return found.Err()
}

// Usual returns rules of a usual kind, illustrative: service and training count
// in full, the way does not, half of the time on call does; at most 8 hours a
// day, records up to 24 hours, whole half hours, rounded down.
func Usual() Rules {
	return Rules{
		Head: rule.Head{
			ID: "hours-usual.1", Title: rule.Words("志愿服务时长计算规则(示例)", "rules of service hours (illustration)"),
			Status: rule.Illustrative,
		},
		Shares: []Share{
			{Service, rule.Dec("1")}, {Training, rule.Dec("1")}, {Travel, rule.Dec("0")}, {Waiting, rule.Dec("0.5")},
		},
		Ceiling:  rule.Dec("8"),
		Longest:  rule.Dec("24"),
		Rounding: rule.Rounding{Mode: rule.Down, Step: rule.Dec("0.5")},
	}
}

// compiled is a set of rules in whole numbers: shares in ten-thousandths,
// running totals in ten-thousandths of a minute.
type compiled struct {
	shares  [256]int64
	ceiling int64 // of a day, in ten-thousandths of a minute; 0 for none
	longest int64 // of a record, the same
	step    int64 // ten-thousandths of an hour
	mode    rule.Mode
}

func (r Rules) compile() *compiled {
	whole := func(d decimal.Decimal) int64 { return d.Shift(places).IntPart() }
	c := &compiled{
		ceiling: whole(r.Ceiling) * 60,
		longest: whole(r.Longest) * 60,
		step:    whole(r.Rounding.Step),
		mode:    r.Rounding.Mode,
	}
	for _, s := range r.Shares {
		c.shares[s.Kind] = whole(s.Of)
	}
	return c
}

// round returns a day's running total, in ten-thousandths of a minute, cut at
// the ceiling and rounded, in ten-thousandths of an hour.
func (c *compiled) round(total int64) int64 {
	if c.ceiling > 0 {
		total = min(total, c.ceiling)
	}
	unit := 60 * c.step
	q, rest := total/unit, total%unit
	half := 0
	switch {
	case 2*rest < unit:
		half = -1
	case 2*rest > unit:
		half = 1
	}
	if c.mode.Away(q%2 == 1, half, rest == 0) {
		q++
	}
	return q * c.step
}
