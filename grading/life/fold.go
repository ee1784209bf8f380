package life

import (
	"github.com/sancheng-go/sancheng/org/rule"
)

// folding is the state of one call of Live.
type folding struct {
	law       *Law
	life      Life
	stage     Stage
	publicEnd rule.Date // of the result that is public
	barredOn  rule.Date // the last lowering or withdrawal that was accepted
	barred    Clause
	barredBy  rule.Head
}

// step decides one entry.
func (f *folding) step(e Entry) (Step, error) {
	rules, _ := f.law.on(e.On)
	now := f.life.On(e.On)
	known, why := f.facts(e, rules, now)
	s := Step{Entry: e, Deadlines: []Deadline{}}
	toStage, toStanding := f.stage, now.Standing
	proceeding := e.Event != Lower && e.Event != Withdraw
	standing := !proceeding || e.Event.gives()
	if proceeding {
		toStage, s.Reason = f.law.steps.Step(f.stage, e.Event, known)
		s.Accepted = s.Reason.Holds()
	}
	if standing && (s.Accepted || !proceeding) {
		var r rule.Reason
		toStanding, r = f.law.grades.Step(now.Standing, e.Event, known)
		s.Accepted = r.Holds()
		if proceeding {
			r.Parts = append(r.Parts, s.Reason)
		}
		s.Reason = r
	}
	s.Reason.Parts = append(s.Reason.Parts, why...)
	s.Reason = s.Reason.From(e.Decision, 0)
	if !s.Accepted {
		return s, nil
	}
	if f.stage != toStage {
		f.stage = toStage
		f.life.stages = append(f.life.stages, stageOn{e.On, toStage})
	}
	f.give(e, rules, now, toStanding)
	err := f.due(&s, rules)
	return s, err
}

// facts answers what the tables ask for, and why where that takes counting.
func (f *folding) facts(e Entry, rules *Rules, now Status) (rule.FactMap, []rule.Reason) {
	known := rule.FactMap{
		windowOpen: rule.Flag(true), waitOver: rule.Flag(true),
		grounded: rule.Flag(e.Ground.Valid()),
	}
	var why []rule.Reason
	if e.Event == Apply && now.Standing == Graded {
		open, reasons := rules.window(e.On, now)
		known[windowOpen] = rule.Flag(open)
		why = append(why, reasons...)
	}
	if e.Event == Apply && !f.barredOn.IsZero() && !f.barred.IsZero() {
		last := f.barred.After(f.barredOn)
		known[waitOver] = rule.Flag(last.Before(e.On))
		r := problems.Reason(WaitsUntil, rule.With("since", rule.On(f.barredOn)), rule.With("wait", f.barred.Value())).Gives(rule.Given, rule.On(last))
		why = append(why, f.barred.under(r, f.barredBy))
	}
	if !f.publicEnd.IsZero() {
		known[inTime], known[publicOver] = rule.Flag(!f.publicEnd.Before(e.On)), rule.Flag(f.publicEnd.Before(e.On))
		if e.Event == Object || f.stage == Published && (e.Event == Announce || e.Event == NoGrade) {
			why = append(why, rules.Publicity.under(problems.Reason(PublicUntil).Gives(rule.Given, rule.On(f.publicEnd)), rules.Head))
		}
	}
	held, ok1 := rules.rank(now.Grade)
	if next, ok2 := rules.rank(e.Grade); ok1 && ok2 {
		known[below] = rule.Flag(next > held)
	}
	return known, why
}

// window tells whether who is graded may come again on a day.
func (r Rules) window(on rule.Date, now Status) (bool, []rule.Reason) {
	if r.After.IsZero() && r.Within.IsZero() {
		last := problems.Reason(ComesAfterLapse, rule.With("last", rule.On(now.Last))).Gives(rule.Given, rule.On(now.Last.AddDays(1)))
		return false, []rule.Reason{last.From(r.Source, r.Status)}
	}
	open := true
	var why []rule.Reason
	if !r.After.IsZero() {
		first := r.After.After(now.Since)
		open = !on.Before(first)
		reason := problems.Reason(ComesFrom, rule.With("since", rule.On(now.Since)), rule.With("after", r.After.Value())).Gives(rule.Given, rule.On(first))
		why = append(why, r.After.under(reason, r.Head))
	}
	if !r.Within.IsZero() {
		last := r.Within.After(now.Since).AddDays(-1)
		open = open && !last.Before(on)
		reason := problems.Reason(ComesUntil, rule.With("since", rule.On(now.Since)), rule.With("within", r.Within.Value())).Gives(rule.Given, rule.On(last))
		why = append(why, r.Within.under(reason, r.Head))
	}
	return open, why
}

// give records what a decision does to the grade.
func (f *folding) give(e Entry, rules *Rules, now Status, to Standing) {
	d := decision{event: e.Event, grade: e.Grade, from: e.On, last: now.Last, entry: e, rules: rules}
	if place, ok := rules.rank(e.Grade); ok {
		d.label = rules.Grades[place].Label
	}
	switch e.Event {
	case Announce, Recorded:
		d.from, d.last = rules.valid(e.On)
	case Lower:
		f.barredOn, f.barred, f.barredBy = e.On, rules.Lowered, rules.Head
	case Withdraw:
		f.barredOn, f.barred, f.barredBy = e.On, rules.Withdrawn, rules.Head
		d.grade, d.label = "", rule.Text{}
	default:
		return
	}
	if to.Valid() {
		f.life.given = append(f.life.given, d)
	}
}

// due adds the deadlines an accepted entry sets.
func (f *folding) due(s *Step, rules *Rules) error {
	set := func(c Clause, from rule.Date, zh, en string) (rule.Date, error) {
		last, why, err := c.Last(from, f.law.calendar)
		if err == nil {
			s.Deadlines = append(s.Deadlines, Deadline{rule.Words(zh, en), last, c.under(why, rules.Head)})
		}
		return last, err
	}
	var err error
	switch e := s.Entry; {
	case e.Event == Publish:
		f.publicEnd, err = set(rules.Publicity, e.On, "公示期满,申请复核截止", "publicity ends and objections are due")
	case e.Event == Review && !rules.Notice.IsZero():
		_, err = set(rules.Notice, e.On, "书面通知复核决定", "notice of the review's decision")
	case (e.Event == Lower || e.Event == Withdraw) && !rules.Return.IsZero() && !e.Received.IsZero():
		_, err = set(rules.Return, e.Received, "退回证书、牌匾", "return of certificate and plate")
	}
	return err
}
