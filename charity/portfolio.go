package charity

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Portfolio is many projects seen together on a day (项目总览). Those in a stage
// of the funnel, those being settled and those at an end are all of them.
type Portfolio struct {
	On       rule.Date   `json:"on"`
	Count    int         `json:"count"` // projects founded by then
	Funnel   []StageRow  `json:"funnel"`
	Sources  []SourceRow `json:"sources"`  // those with any money, in the order of funding kinds
	Classes  []ClassRow  `json:"classes"`  // those with any beneficiaries, in the order of the rules
	Overdue  []Overdue   `json:"overdue"`  // by project, then day
	Settling int         `json:"settling"` // failed or withdrawn, debts and gifts still being settled
	Ends     []EndRow    `json:"ends"`
}

// StageRow is one of the five stages in the funnel.
type StageRow struct {
	Stage   Stage `json:"stage"`
	Reached int   `json:"reached"` // projects that were ever in it
	Passed  int   `json:"passed"`  // of them, that reached the next one, or were closed
	Here    int   `json:"here"`    // of them, in it now, paused ones included
	Days    int   `json:"days"`    // spent in it by all projects together, pauses included
}

// Conversion returns the part of those who reached the stage that passed it;
// no value if nobody reached it.
func (r StageRow) Conversion() rule.Value {
	return ratio(int64(r.Passed), int64(r.Reached), rule.Percent)
}

// MeanDays returns the mean time in the stage, exact; no value if nobody
// reached it.
func (r StageRow) MeanDays() rule.Value { return ratio(int64(r.Days), int64(r.Reached), rule.DayUnit) }

func ratio(num, den int64, unit rule.Unit) rule.Value {
	if den == 0 {
		return rule.Value{}
	}
	return rule.Ratio(decimal.NewFromInt(num), decimal.NewFromInt(den), unit)
}

// SourceRow is the money of one kind of source: what came in as gifts, matching
// or cover was spent, went back, was passed on, or is held.
type SourceRow struct {
	Source   funding.Kind  `json:"source"`
	Raised   funding.Money `json:"raised"`
	Matched  funding.Money `json:"matched"`
	Covered  funding.Money `json:"covered"`
	Spent    funding.Money `json:"spent"`
	Returned funding.Money `json:"returned"`
	PassedOn funding.Money `json:"passed_on"`
	Held     funding.Money `json:"held"`
}

// ClassRow is the beneficiaries of one class (受益人).
type ClassRow struct {
	Class   string `json:"class"`
	Persons int64  `json:"persons"`
	Times   int64  `json:"times"`
}

// EndRow is how many projects came to an end.
type EndRow struct {
	Stage Stage `json:"stage"`
	Count int   `json:"count"`
}

// Overdue is something that should have happened by a day and has not.
type Overdue struct {
	Project string    `json:"project"`
	What    rule.Text `json:"what"`
	Due     rule.Date `json:"due"`
	Days    int       `json:"days"` // late
}

// At returns the project as it stood at the end of a day, or nil if it was not
// founded yet.
func (p *Project) At(on rule.Date) *Project {
	if on.Before(p.founding.Date) {
		return nil
	}
	if !on.Before(p.Last()) {
		return p
	}
	n, _ := slices.BinarySearchFunc(p.events, on, func(e Event, day rule.Date) int {
		if day.Before(e.Date) {
			return 1
		}
		return -1
	})
	then, err := p.pipeline.Fold(p.founding, p.events[:n])
	if err != nil {
		return nil // not reached: the beginning of a history is one
	}
	return then
}

// NewPortfolio looks at projects of one pipeline as they stood at the end of a
// day; their order does not matter. Problems are projects of several pipelines
// ([OtherRules]), a project twice ([Twice]) and sums beyond the range of Money.
func NewPortfolio(projects []*Project, on rule.Date) (Portfolio, error) {
	var found rule.Problems
	seen := make(map[string]bool, len(projects))
	for i, p := range projects {
		if p.pipeline != projects[0].pipeline {
			found.Add(problems.Problem(rule.At("projects", i), OtherRules))
		}
		if seen[p.founding.ID] {
			found.Add(problems.Problem(rule.At("projects", i), Twice, rule.With("name", rule.Quoted(p.founding.ID))))
		}
		seen[p.founding.ID] = true
	}
	if len(found) > 0 {
		return Portfolio{}, found.Err()
	}
	c := counting{on: on, rows: make([]StageRow, len(Five())), money: make([]flows, len(funding.Kinds())+1), classes: map[string]ClassRow{}}
	for _, p := range projects {
		if then := p.At(on); then != nil {
			c.project(then)
		}
	}
	return c.portfolio(projects)
}

// counting is a portfolio half counted.
type counting struct {
	on      rule.Date
	out     Portfolio
	rows    []StageRow
	ends    [Withdrawn + 1]int
	money   []flows // by kind of source
	classes map[string]ClassRow
	over    bool
}

// flows are fen by what became of them.
type flows struct{ raised, matched, covered, spent, returned, passed int64 }

func (c *counting) project(p *Project) {
	c.out.Count++
	switch {
	case p.stage.Ended():
		c.ends[p.stage]++
	case p.stage == Failing || p.stage == Withdrawing:
		c.out.Settling++
	}
	var reached [Run + 1]bool
	furthest := Stage(0)
	for _, v := range p.visits {
		base := v.Stage.Base()
		if !base.Active() {
			if v.Stage == Closed {
				furthest = Run + 1
			}
			continue
		}
		furthest = max(furthest, base)
		reached[base] = true
		until := v.Stay.Until
		if until.IsZero() {
			until = c.on
		}
		c.rows[base-Assess].Days += until.DaysSince(v.Stay.From)
	}
	for _, s := range Five() {
		row := &c.rows[s-Assess]
		if reached[s] {
			row.Reached++
			if furthest > s {
				row.Passed++
			}
		}
		if p.stage.Base() == s {
			row.Here++
		}
	}
	for entry := range p.book.Journal {
		c.entry(p.events[entry.Event-1].Kind, entry)
	}
	for i := range p.events {
		if e := &p.events[i]; e.Kind == Serve {
			row := c.classes[e.Class]
			c.classes[e.Class] = ClassRow{e.Class, row.Persons + e.Persons, row.Times + e.Times}
		}
	}
	c.out.Overdue = append(c.out.Overdue, p.Overdue(c.on)...)
}

func (c *counting) entry(kind Kind, e posting) {
	fen := e.Amount.Fen()
	add := func(to *int64) {
		*to += fen
		c.over = c.over || *to > bound
	}
	in, out := &c.money[e.Credit.Source], &c.money[e.Debit.Source]
	switch {
	case e.Credit.Kind == Gifts:
		add(&in.raised)
	case e.Credit.Kind == Matching:
		add(&in.matched)
	case e.Credit.Kind == Covering:
		add(&in.covered)
	case kind == Refund:
		add(&out.returned)
	case kind == PassOn:
		add(&out.passed)
	case kind == Pay && e.Credit.Kind == Reserved:
		add(&out.spent)
	}
}

func (c *counting) portfolio(projects []*Project) (Portfolio, error) {
	if c.over {
		return Portfolio{}, problems.Problem("", AmountRange)
	}
	out := c.out
	out.On, out.Funnel = c.on, c.rows
	for _, s := range [...]Stage{Closed, Failed, Withdrawn} {
		out.Ends = append(out.Ends, EndRow{s, c.ends[s]})
	}
	for i, s := range Five() {
		out.Funnel[i].Stage = s
	}
	for kind, f := range c.money {
		if f == (flows{}) {
			continue
		}
		out.Sources = append(out.Sources, SourceRow{
			Source: funding.Kind(kind), Raised: funding.Fen(f.raised), Matched: funding.Fen(f.matched), Covered: funding.Fen(f.covered),
			Spent: funding.Fen(f.spent), Returned: funding.Fen(f.returned), PassedOn: funding.Fen(f.passed),
			Held: funding.Fen(f.raised + f.matched + f.covered - f.spent - f.returned - f.passed),
		})
	}
	if len(projects) > 0 {
		for _, class := range projects[0].pipeline.rules.Classes {
			if row, ok := c.classes[class.ID]; ok {
				out.Classes = append(out.Classes, row)
			}
		}
	}
	slices.SortStableFunc(out.Overdue, func(a, b Overdue) int {
		return cmp.Or(cmp.Compare(a.Project, b.Project), a.Due.Compare(b.Due))
	})
	return out, nil
}

// Total returns the money of all sources together; its source is not stated.
func (f Portfolio) Total() SourceRow {
	var t [7]int64
	for _, row := range f.Sources {
		for i, m := range [...]funding.Money{row.Raised, row.Matched, row.Covered, row.Spent, row.Returned, row.PassedOn, row.Held} {
			t[i] += m.Fen()
		}
	}
	return SourceRow{0, funding.Fen(t[0]), funding.Fen(t[1]), funding.Fen(t[2]), funding.Fen(t[3]), funding.Fen(t[4]), funding.Fen(t[5]), funding.Fen(t[6])}
}

// CostPerTime returns the money spent for each person-time served, exact; no
// value if nobody was served.
func (f Portfolio) CostPerTime() rule.Value {
	times := int64(0)
	for _, row := range f.Classes {
		times += row.Times
	}
	if times == 0 {
		return rule.Value{}
	}
	return rule.Ratio(f.Total().Spent.Decimal(), decimal.NewFromInt(times), rule.Yuan)
}

// Overdue returns what the project should have done by the end of a day and has
// not, as far as its events go: its term in the stage, its campaign, its
// milestones.
func (p *Project) Overdue(on rule.Date) []Overdue {
	var out []Overdue
	late := func(what rule.Text, due rule.Date) {
		if !due.IsZero() && due.Before(on) {
			out = append(out, Overdue{p.founding.ID, what, due, on.DaysSince(due)})
		}
	}
	if p.stage.Ended() {
		return nil
	}
	if days := p.pipeline.terms[p.stage]; days > 0 {
		name := stages.Labels(p.stage)
		late(rule.Words(name.ZH+"阶段", "stage "+name.EN), p.Since().AddDays(days))
	}
	if p.open {
		late(rule.Words("筹资", "campaign"), p.deadline)
	}
	for _, m := range p.milestones {
		if m.Reached.IsZero() {
			late(rule.Words("节点“"+m.Name+"”", "milestone "+m.Name), m.Due)
		}
	}
	return out
}

// Class returns the title of a class of beneficiaries.
func (p *Pipeline) Class(id string, tag language.Tag) string {
	if i, ok := p.classes[id]; ok {
		return p.rules.Classes[i].Title.In(tag)
	}
	return id
}
