package analysis

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Answer is what a question has come to. The whole round was settled at every
// step of the grid.
type Answer struct {
	Question Question `json:"question"`
	Found    *Point   `json:"found"`    // none where the outcome is reached nowhere
	Lower    *Point   `json:"lower"`    // the step before; none at the end of the grid
	Upper    *Point   `json:"upper"`    // the step behind
	Monotone bool     `json:"monotone"` // the outcome is reached on one side of a step only, if at all
	Holds    []Run    `json:"holds"`    // where it is reached, from the smallest up
	Steps    int      `json:"steps"`

	rules  rule.Head
	titles [2]rule.Text // of the source that varies, and of whose payments count
}

// Point is the outcome at one step.
type Point struct {
	At       decimal.Decimal `json:"at"`
	Holds    bool            `json:"holds"`
	Paid     decimal.Decimal `json:"paid"`           // yuan, of what counts
	Requests int             `json:"requests"`       // that count: those from the line up, or all
	Missed   int             `json:"missed"`         // of them, those who do not have what the goal wants
	First    string          `json:"first,omitzero"` // the first of those, by id
}

// Run is neighbouring steps at all of which the outcome is reached.
type Run struct {
	From decimal.Decimal `json:"from"`
	To   decimal.Decimal `json:"to"`
}

// Ask settles the requests at every step of the question's grid and returns the
// largest (or smallest) step at which the goal is reached, its two neighbours,
// and all intervals in which it is reached: rules with floors, cut-offs and
// orders of payment need not be monotone, and an answer that holds at 0.5 may
// fail at 0.4.
//
// Faults of the question are [rule.Problems]; so are those of the scheme and
// the requests, which come as of the first step where there are any, under the
// path at. The time is that of settling the round once for each step, of which
// there are 10,000 at most.
func Ask(scheme funding.Scheme, requests []funding.Request, q Question) (Answer, error) {
	count, source, err := q.points(&scheme)
	if err != nil {
		return Answer{}, err
	}
	if q.Goal == FullyFunded && q.Line != nil {
		for i := range requests {
			if requests[i].Score == nil {
				return Answer{}, problems.Problem("requests["+strconv.Itoa(i)+"].score", LineNeedsScores)
			}
		}
	}
	a := Answer{Question: q, Holds: []Run{}, Steps: count, rules: scheme.Head}
	a.titles = [2]rule.Text{scheme.Sources[source].Title, rule.Words("各级公共资金", "all public money")}
	for _, s := range scheme.Sources {
		if s.ID == q.Of {
			a.titles[1] = s.Title
		}
	}
	points := make([]Point, count)
	for k := range points {
		if points[k], err = q.try(scheme, requests, source, q.at(k)); err != nil {
			return Answer{}, err
		}
	}
	best := -1
	for k, p := range points {
		if !p.Holds {
			continue
		}
		if k > 0 && points[k-1].Holds {
			a.Holds[len(a.Holds)-1].To = p.At
		} else {
			a.Holds = append(a.Holds, Run{p.At, p.At})
		}
		if best < 0 || !q.Smallest {
			best = k
		}
	}
	a.Monotone = len(a.Holds) == 0 || len(a.Holds) == 1 && (points[0].Holds || points[count-1].Holds)
	if best < 0 {
		return a, nil
	}
	a.Found = &points[best]
	if best > 0 {
		a.Lower = &points[best-1]
	}
	if best < count-1 {
		a.Upper = &points[best+1]
	}
	return a, nil
}

// try settles the round at one step.
func (q *Question) try(scheme funding.Scheme, requests []funding.Request, source int, at decimal.Decimal) (Point, error) {
	scheme.Sources = append([]funding.Source{}, scheme.Sources...)
	var found rule.Problems
	if err := q.Vary.set(&scheme.Sources[source], at); err != nil {
		found.Nest("at", err)
		return Point{}, found.Err()
	}
	s, err := funding.Settle(scheme, requests)
	if err != nil {
		found.Nest("at", err)
		return Point{}, found.Err()
	}
	p := Point{At: at}
	for _, account := range s.Accounts() {
		if account.Source == q.Of || q.Of == "" && account.Kind.Part() != funding.PartX {
			p.Paid = p.Paid.Add(account.Paid.Decimal())
		}
	}
	switch q.Goal {
	case WithinLimit:
		p.Requests = s.Len()
		p.Holds = p.Paid.LessThanOrEqual(q.Limit.Decimal())
	case FullyFunded:
		for i := range s.Len() {
			r := s.Request(i)
			if q.Line == nil || r.Score.GreaterThanOrEqual(*q.Line) {
				p.count(r.ID, s.Award(i).Unmet.Sign() == 0)
			}
		}
		p.Holds = p.Missed == 0
	case NoneWorse:
		c, err := Compare(q.Before, s, Grouping{})
		if err != nil {
			return Point{}, err
		}
		p.Requests = c.Total.Requests
		for _, change := range c.Changes {
			if change.After.Compare(change.Before) < 0 {
				p.miss(change.Request)
			}
		}
		p.Holds = p.Missed == 0
	}
	return p, nil
}

func (p *Point) count(id string, well bool) {
	p.Requests++
	if !well {
		p.miss(id)
	}
}

func (p *Point) miss(id string) {
	p.Missed++
	if p.First == "" || id < p.First {
		p.First = id
	}
}

// Page returns the answer as a page: what was asked, what was found, the proof
// by the steps next to it, and the intervals where it is not monotone.
func (a Answer) Page() rule.Page {
	q := &a.Question
	value := rule.Label(rule.Words("无", "none"))
	if a.Found != nil {
		value = q.Vary.value(a.Found.At)
	}
	which := rule.Words("最大", "largest ")
	if q.Smallest {
		which = rule.Words("最小", "smallest ")
	}
	figure, goal := parameters.Labels(q.Vary), goals.Labels(q.Goal)
	page := rule.Page{
		Title: rule.Words("反算", "Asked backwards"),
		Rule:  a.rules,
		Lines: []rule.Line{
			{Label: rule.Words("所求", "asked for"), Value: rule.Label(rule.Words(a.titles[0].ZH+"的"+which.ZH+figure.ZH, which.EN+figure.EN+" of "+a.titles[0].EN))},
			{Label: rule.Words("要求", "such that"), Value: rule.Label(goal)},
		},
	}
	line := func(label rule.Text, value rule.Value) {
		page.Lines = append(page.Lines, rule.Line{Label: label, Value: value})
	}
	switch {
	case q.Goal == WithinLimit:
		line(rule.Words("支出方", "paid by"), rule.Label(a.titles[1]))
		line(rule.Words("限额", "limit"), q.Limit.Value())
	case q.Goal == FullyFunded && q.Line != nil:
		line(rule.Words("分数线", "line"), rule.Num(*q.Line, rule.Point))
	case q.Goal == FullyFunded:
		line(rule.Words("分数线", "line"), rule.Label(rule.Words("不设", "none")))
	}
	line(rule.Words("结果", "answer"), value)
	if a.Found != nil {
		page.Steps = append(page.Steps, q.beside(a.Lower, q.From), q.reason(*a.Found), q.beside(a.Upper, q.To))
	}
	page.Notes = append(page.Notes, a.verdict())
	return page
}

// verdict says whether the outcome is monotone, and else where it is reached.
func (a Answer) verdict() rule.Reason {
	q := &a.Question
	inputs := []rule.Input{
		rule.With("from", q.Vary.value(q.From)), rule.With("to", q.Vary.value(q.To)), rule.With("step", q.Vary.value(q.Step)),
		rule.With("steps", rule.Int(int64(a.Steps), 0)),
	}
	switch {
	case a.Found == nil:
		return problems.Reason(NoStep, inputs...)
	case a.Monotone:
		return problems.Reason(OneRun, inputs...)
	}
	r := problems.Reason(SeveralRuns, inputs...)
	for _, run := range a.Holds {
		r.Parts = append(r.Parts, problems.Reason(RunOfSteps, rule.With("from", q.Vary.value(run.From)), rule.With("to", q.Vary.value(run.To))))
	}
	return r
}

// beside is the reason of a neighbour, or that there is none.
func (q *Question) beside(p *Point, end decimal.Decimal) rule.Reason {
	if p == nil {
		return problems.Reason(GridEnd, rule.With("at", q.Vary.value(end)))
	}
	return q.reason(*p)
}

// reason says what a step comes to.
func (q *Question) reason(p Point) rule.Reason {
	at := rule.With("at", q.Vary.value(p.At))
	number := func(name string, n int) rule.Input { return rule.With(name, rule.Int(int64(n), 0)) }
	first := rule.With("first", rule.Quoted(p.First))
	paid := rule.Num(p.Paid, rule.Yuan)
	switch {
	case q.Goal == WithinLimit:
		r := problems.Reason(CostAt, at, rule.With("cost", paid)).Gives(rule.Compare, rule.Flag(p.Holds))
		r.Parts = []rule.Reason{problems.Reason(CostLimit, rule.With("limit", q.Limit.Value()), rule.With("cost", paid)).
			Gives(rule.Difference, rule.Num(q.Limit.Decimal().Sub(p.Paid), rule.Yuan))}
		return r
	case q.Goal == FullyFunded && p.Holds:
		return problems.Reason(FundedAt, at, number("requests", p.Requests)).Gives(rule.Compare, rule.Flag(true))
	case q.Goal == FullyFunded:
		return problems.Reason(UnfundedAt, at, number("requests", p.Requests), number("missed", p.Missed), first).Gives(rule.Compare, rule.Flag(false))
	case p.Holds:
		return problems.Reason(NobodyWorse, at, number("requests", p.Requests)).Gives(rule.Compare, rule.Flag(true))
	}
	return problems.Reason(SomebodyLess, at, number("requests", p.Requests), number("missed", p.Missed), first).Gives(rule.Compare, rule.Flag(false))
}
