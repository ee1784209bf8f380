package award

import (
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// Turn is what happens to a yearly payment.
type Turn uint8

// The turns.
const (
	Start  Turn = 1 + iota // 开始发放
	Stop                   // 停发
	Resume                 // 恢复发放
	End                    // 终止
)

var turns = rule.NewEnum[Turn]("turn of a payment",
	rule.Named("start", "开始发放", "begins"),
	rule.Named("stop", "停发", "stops"),
	rule.Named("resume", "恢复发放", "resumes"),
	rule.Named("end", "终止", "ends"),
)

// Paying is whether a yearly payment is paid.
type Paying uint8

// The answers.
const (
	NotYet  Paying = 1 + iota // 未发放
	Running                   // 发放中
	Stopped                   // 停发中
	Ended                     // 已终止
)

var payings = rule.NewEnum[Paying]("state of a payment",
	rule.Named("not-yet", "未发放", "not yet paid"),
	rule.Named("running", "发放中", "paid"),
	rule.Named("stopped", "停发中", "stopped"),
	rule.Named("ended", "已终止", "ended"),
)

// Payments returns the table of a yearly payment.
func Payments() (stage.Table[Paying, Turn], error) {
	return stage.New(NotYet, []Paying{Ended}, []stage.Row[Paying, Turn]{
		{From: NotYet, On: Start, To: Running},
		{From: Running, On: Stop, To: Stopped},
		{From: Running, On: End, To: Ended},
		{From: Stopped, On: Resume, To: Running},
		{From: Stopped, On: End, To: Ended},
	}, nil)
}

// Month is which months of a payment that stops and resumes count.
type Month uint8

// The rules.
const (
	FirstDay Month = 1 + iota // 月初在发放中的月份
	EveryDay                  // 全月在发放中的月份
	AnyDay                    // 当月有一日在发放中的月份
)

var months = rule.NewEnum[Month]("month that counts",
	rule.Named("first-day", "月初在发放中", "paid on its first day"),
	rule.Named("every-day", "全月在发放中", "paid on all its days"),
	rule.Named("any-day", "当月有一日在发放中", "paid on any of its days"),
)

// Entry is a turn of a payment from a day on.
type Entry struct {
	On       rule.Date   `json:"on"` // the first day it holds
	Turn     Turn        `json:"turn"`
	Decision rule.Source `json:"decision,omitzero"`
}

// Course is when a yearly payment was paid.
type Course struct {
	entries []Entry
	reasons []rule.Reason
}

// NewCourse folds the turns of a payment, by day; their order does not matter.
// Entries without a day or turn, two on one day, and turns that the state of the
// payment does not allow, such as to resume what was not stopped, are
// [rule.Problems].
func NewCourse(entries []Entry) (Course, error) {
	table, err := Payments()
	if err != nil {
		return Course{}, err
	}
	var found rule.Problems
	first := map[rule.Date]int{}
	for i, e := range entries {
		at := "entries[" + strconv.Itoa(i) + "]"
		if e.On.IsZero() {
			found.Add(problems.Problem(at+".on", rule.Required))
		} else if j, again := first[e.On]; again {
			found.Add(problems.Problem(at+".on", TurnTwice, rule.With("day", rule.On(e.On)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[e.On] = i
		if !e.Turn.Valid() {
			found.Add(problems.Problem(at+".turn", rule.Required))
		}
	}
	if len(found) > 0 {
		return Course{}, found.Err()
	}
	c := Course{entries: slices.Clone(entries)}
	slices.SortFunc(c.entries, func(a, b Entry) int { return a.On.Compare(b.On) })
	state := table.Start()
	for _, e := range c.entries {
		var r rule.Reason
		state, r = table.Step(state, e.Turn, rule.FactMap{})
		if !r.Holds() {
			at := "entries[" + strconv.Itoa(first[e.On]) + "].turn"
			found.Add(problems.Problem(at, TurnRefused, rule.With("turn", rule.Label(turns.Labels(e.Turn))), rule.With("state", rule.Label(payings.Labels(state)))))
			continue
		}
		c.reasons = append(c.reasons, problems.Reason(TurnOf, rule.With("day", rule.On(e.On)), rule.With("turn", rule.Label(turns.Labels(e.Turn)))).
			Gives(rule.Given, rule.Label(payings.Labels(state))).From(e.Decision, 0))
	}
	if len(found) > 0 {
		return Course{}, found.Err()
	}
	return c, nil
}

// On returns the state of the payment on a day.
func (c Course) On(day rule.Date) Paying {
	state := NotYet
	for _, e := range c.entries {
		if day.Before(e.On) {
			break
		}
		state = [...]Paying{Start: Running, Stop: Stopped, Resume: Running, End: Ended}[e.Turn]
	}
	return state
}

// Months returns for how many months of a year the payment is paid, by the rule
// for the months that count, and why. They are those of a [grading.Case], which
// takes 1 to 12: for none there is nothing to assess.
func (c Course) Months(year int, counts Month) (int, rule.Reason, error) {
	var found rule.Problems
	if !counts.Valid() {
		found.Add(problems.Problem("months", rule.Required))
	}
	first, err := rule.NewDate(year, 1, 1)
	found.Nest("year", err)
	if len(found) > 0 {
		return 0, rule.Reason{}, found.Err()
	}
	n := 0
	for m := range 12 {
		if c.counts(first.AddMonths(m), counts) {
			n++
		}
	}
	r := problems.Reason(MonthsPaid, rule.With("year", rule.Word(strconv.Itoa(year))), rule.With("counts", rule.Label(months.Labels(counts)))).
		Gives(rule.Given, rule.Int(int64(n), rule.MonthUnit))
	for i, e := range c.entries {
		if e.On.Year() <= year {
			r.Parts = append(r.Parts, c.reasons[i])
		}
	}
	return n, r, nil
}

// counts tells whether the month that begins on a day counts.
func (c Course) counts(first rule.Date, by Month) bool {
	running := c.On(first) == Running
	if by == FirstDay {
		return running
	}
	for _, e := range c.entries {
		if first.Before(e.On) && e.On.Year() == first.Year() && e.On.Month() == first.Month() {
			if now := c.On(e.On) == Running; now != running {
				return by == AnyDay
			}
		}
	}
	return running
}

// Turns returns every turn.
func Turns() []Turn { return turns.Values() }

// Valid tells whether the turn is stated.
func (t Turn) Valid() bool { return turns.Valid(t) }

// String returns the stable text form.
func (t Turn) String() string { return turns.Text(t) }

// Label returns the turn in the reader's language.
func (t Turn) Label(tag language.Tag) string { return turns.Label(t, tag) }

// MarshalText writes the stable text form; a turn not stated is an error.
func (t Turn) MarshalText() ([]byte, error) { return turns.Marshal(t) }

// UnmarshalText reads the stable text form; anything else is an error.
func (t *Turn) UnmarshalText(text []byte) error { return turns.Unmarshal(t, text) }

// Payings returns every state of a payment.
func Payings() []Paying { return payings.Values() }

// Valid tells whether the state is stated.
func (p Paying) Valid() bool { return payings.Valid(p) }

// String returns the stable text form.
func (p Paying) String() string { return payings.Text(p) }

// Label returns the state in the reader's language.
func (p Paying) Label(tag language.Tag) string { return payings.Label(p, tag) }

// MarshalText writes the stable text form; a state not stated is an error.
func (p Paying) MarshalText() ([]byte, error) { return payings.Marshal(p) }

// UnmarshalText reads the stable text form; anything else is an error.
func (p *Paying) UnmarshalText(text []byte) error { return payings.Unmarshal(p, text) }

// MonthRules returns every rule for the months that count.
func MonthRules() []Month { return months.Values() }

// Valid tells whether the rule is stated.
func (m Month) Valid() bool { return months.Valid(m) }

// String returns the stable text form.
func (m Month) String() string { return months.Text(m) }

// Label returns the rule in the reader's language.
func (m Month) Label(tag language.Tag) string { return months.Label(m, tag) }

// MarshalText writes the stable text form; a rule not stated is an error.
func (m Month) MarshalText() ([]byte, error) { return months.Marshal(m) }

// UnmarshalText reads the stable text form; anything else is an error.
func (m *Month) UnmarshalText(text []byte) error { return months.Unmarshal(m, text) }
