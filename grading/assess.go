package grading

import (
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Case is one organization to assess.
type Case struct {
	ID        string
	Name      rule.Text           // who it is, for its page
	Territory org.Territory       // where it works, for what pays it and for distributions
	Score     decimal.NullDecimal // in points; not stated for who was not assessed
	Months    int                 // of the year it is paid for, 1 to 12
	Report    rule.Source         // where the score stands
	Marks     []rule.Reason       // how the score came about, for its page
	Bars      []rule.Reason       // what bars it from every class whatever its score: vetoes, unmet conditions
}

// Scored is a score that is stated.
func Scored(points decimal.Decimal) decimal.NullDecimal { return decimal.NewNullDecimal(points) }

// Outcome says what becomes of the payment.
type Outcome uint8

// The outcomes.
const (
	Paid     Outcome = 1 + iota // 发放: a class that is paid
	Failed                      // 未通过评估: stopped
	Ungraded                    // 未参加评估: stopped
	Barred                      // 不予评定: vetoed, excluded or stopped whatever the score
)

var outcomes = rule.NewEnum[Outcome]("outcome",
	rule.Named("paid", "发放", "paid"),
	rule.Named("failed", "未通过,停发", "failed, stopped"),
	rule.Named("ungraded", "未评估,停发", "not assessed, stopped"),
	rule.Named("barred", "不予评定,停发", "barred, stopped"),
)

// Assessment is what a case comes to: its class, its payment and how far the
// next class is. [Grader.Reasons] and [Grader.Explain] say why.
type Assessment struct {
	ID      string
	Outcome Outcome
	Class   int             // its place in the scale's classes, best first; -1 for Ungraded and Barred
	Annual  funding.Money   // a year's amount
	Payable funding.Money   // for the months paid
	Shares  []funding.Money // of Payable, by payer; nil where one pays all
	Next    *Next           // nil in the best class and without a class
}

// Next is the next better class and what it takes and pays.
type Next struct {
	Class   int             // its place in the scale's classes
	At      decimal.Decimal // the score that reaches it
	Beyond  bool            // the score must exceed At
	Short   decimal.Decimal // At less the score
	Payable funding.Money   // at that score, for the same months
}

// Assess goes from the score of one case to its class and payment. A case
// without an id, months that are not 1 to 12 and a score outside the scale or
// between its steps are [rule.Problems].
func (g *Grader) Assess(c Case) (Assessment, error) {
	if err := g.check(c); err != nil {
		return Assessment{}, err
	}
	a := Assessment{ID: c.ID, Outcome: Ungraded, Class: -1}
	switch {
	case len(c.Bars) > 0:
		a.Outcome = Barred
	case c.Score.Valid:
		place, _ := g.table.Find(c.Score.Decimal)
		a.Class = g.table.Row(place).Is
		a.Outcome = Failed
		if !g.policy.Scale.Classes[a.Class].Fails {
			a.Outcome = Paid
			a.Annual = g.pays[a.Class].annual(c.Score.Decimal)
			a.Payable = g.months(a.Annual, c.Months)
		}
	}
	if a.Class > 0 {
		a.Next = g.next(a.Class-1, c)
	}
	var err error
	a.Shares, err = g.share(a.Payable)
	return a, err
}

func (g *Grader) check(c Case) error {
	var found rule.Problems
	if c.ID == "" {
		found.Add(problems.Problem("id", rule.Required))
	}
	if c.Months < 1 || c.Months > yearMonths {
		found.Add(problems.Problem("months", MonthsRange, rule.With("months", rule.Int(int64(c.Months), 0))))
	}
	if c.Score.Valid {
		found.Nest("", g.policy.Scale.check(c.Score.Decimal))
	}
	return found.Err()
}

const yearMonths = 12

// months returns the part of a year's amount for so many months.
func (g *Grader) months(annual funding.Money, months int) funding.Money {
	if months == yearMonths {
		return annual
	}
	part, _ := annual.MulRatio(decimal.NewFromInt(int64(months)), decimal.NewFromInt(yearMonths), g.rounding)
	return part
}

func (g *Grader) share(payable funding.Money) ([]funding.Money, error) {
	if len(g.weights) == 0 {
		return nil, nil
	}
	return funding.Split(payable, g.weights)
}

// next returns what the class takes and pays beyond the score of the case.
func (g *Grader) next(class int, c Case) *Next {
	n := Next{Class: class}
	reached, exact := g.policy.Scale.Reach(class)
	n.At, n.Beyond = reached, !exact
	n.Short = n.At.Sub(c.Score.Decimal)
	if !g.policy.Scale.Classes[class].Fails {
		n.Payable = g.months(g.pays[class].annual(n.At), c.Months)
	}
	return &n
}

// Outcomes returns every outcome.
func Outcomes() []Outcome { return outcomes.Values() }

// Valid tells whether the outcome is stated.
func (o Outcome) Valid() bool { return outcomes.Valid(o) }

// String returns the stable text form.
func (o Outcome) String() string { return outcomes.Text(o) }

// Label returns the outcome in the reader's language.
func (o Outcome) Label(tag language.Tag) string { return outcomes.Label(o, tag) }

// MarshalText writes the stable text form; a outcome not stated is an error.
func (o Outcome) MarshalText() ([]byte, error) { return outcomes.Marshal(o) }

// UnmarshalText reads the stable text form; anything else is an error.
func (o *Outcome) UnmarshalText(text []byte) error { return outcomes.Unmarshal(o, text) }
