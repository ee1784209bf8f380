package life

import (
	"cmp"
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// Law is the rules of several periods and the calendar deadlines are counted
// by. It is built by [New] and may be used by many goroutines at once.
type Law struct {
	rules    []Rules
	calendar rule.Calendar
	steps    stage.Table[Stage, Event]
	grades   stage.Table[Standing, Event]
}

// New returns the law, or every fault of the rules and the calendar in
// [rule.Problems]: periods that overlap among them. The zero calendar knows no
// days of rest: then deadlines end where they end, and none can be in working
// days.
func New(calendar rule.Calendar, rules ...Rules) (*Law, error) {
	var found rule.Problems
	if calendar.ID != "" {
		found.Nest("calendar", calendar.Validate())
	}
	if len(rules) == 0 {
		found.Add(problems.Problem("rules", rule.Required))
	}
	for i := range rules {
		found.Nest(rule.At("rules", i), rules[i].Validate())
		for j := range i {
			if rules[j].Period.Overlaps(rules[i].Period) {
				found.Add(problems.Problem(rule.At("rules", i)+".period", PeriodsOverlap, rule.With("other", rule.Word(rules[j].ID))))
			}
		}
	}
	l := &Law{rules: slices.Clone(rules), calendar: calendar}
	var err error
	l.steps, err = Proceedings()
	found.Nest("", err)
	l.grades, err = Grades()
	found.Nest("", err)
	if len(found) > 0 {
		return nil, found.Err()
	}
	return l, nil
}

// gives tells whether the event gives a grade.
func (e Event) gives() bool { return e == Announce || e == Recorded }

// on returns the rules of a day.
func (l *Law) on(d rule.Date) (*Rules, bool) {
	for i := range l.rules {
		if l.rules[i].Period.Contains(d) {
			return &l.rules[i], true
		}
	}
	return nil, false
}

// Entry is something that happened, and by which decision.
type Entry struct {
	On       rule.Date   `json:"on"`
	Event    Event       `json:"event"`
	Grade    string      `json:"grade,omitzero"`    // of Announce, Recorded and Lower: the grade from now on
	Ground   Ground      `json:"ground,omitzero"`   // of Lower and Withdraw
	Received rule.Date   `json:"received,omitzero"` // of Lower and Withdraw: 收到通知书之日
	Decision rule.Source `json:"decision,omitzero"` // where it stands
}

// Step is what became of an entry.
type Step struct {
	Entry     Entry       `json:"entry"`
	Accepted  bool        `json:"accepted"`
	Reason    rule.Reason `json:"reason"`
	Deadlines []Deadline  `json:"deadlines"` // that it sets
}

// Deadline is a last day and why.
type Deadline struct {
	What   rule.Text   `json:"what"`
	Last   rule.Date   `json:"last"`
	Reason rule.Reason `json:"reason"`
}

// Life is what happened to an organization's grade.
type Life struct {
	Steps []Step `json:"steps"` // by day, then event

	given  []decision
	stages []stageOn
}

// decision is a decision that gave, changed or took a grade.
type decision struct {
	event      Event
	grade      string
	label      rule.Text
	from, last rule.Date // both included
	entry      Entry
	rules      *Rules
}

type stageOn struct {
	from rule.Date
	is   Stage
}

// Live folds entries, whose order does not matter: they count by day, then in
// the order of [Events]. An entry without a day or event or of a day no rule
// covers, one of its kind too much on a day, an event that is never entered and
// a grade missing or unknown are [rule.Problems] with the entry's path. An entry
// the rules do not allow is no fault: it is refused, with its reasons, and
// changes nothing.
func (l *Law) Live(entries []Entry) (Life, error) {
	if err := l.check(entries); err != nil {
		return Life{}, err
	}
	order := slices.Clone(entries)
	slices.SortFunc(order, func(a, b Entry) int { return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.Event, b.Event)) })
	f := folding{law: l, stage: Idle}
	var found rule.Problems
	for i, e := range order {
		step, err := f.step(e)
		found.Nest(rule.At("entries", slices.Index(entries, order[i])), err)
		f.life.Steps = append(f.life.Steps, step)
	}
	if len(found) > 0 {
		return Life{}, found.Err()
	}
	return f.life, nil
}

func (l *Law) check(entries []Entry) error {
	var found rule.Problems
	type dayEvent struct {
		on    rule.Date
		event Event
	}
	first := map[dayEvent]int{}
	for i, e := range entries {
		path := rule.At("entries", i)
		if !e.Event.Valid() {
			found.Add(problems.Problem(path+".event", rule.Required))
		}
		if e.On.IsZero() {
			found.Add(problems.Problem(path+".on", rule.Required))
			continue
		}
		rules, ok := l.on(e.On)
		if !ok {
			found.Add(problems.Problem(path+".on", NoRules, rule.With("day", rule.On(e.On))))
			continue
		}
		key := dayEvent{e.On, e.Event}
		if j, again := first[key]; again {
			found.Add(problems.Problem(path, EventTwice, rule.With("event", rule.Label(events.Labels(e.Event))), rule.With("day", rule.On(e.On)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[key] = i
		if e.Event == Expire {
			found.Add(problems.Problem(path+".event", NeverEntered))
		}
		gives := e.Event.gives() || e.Event == Lower
		switch _, known := rules.rank(e.Grade); {
		case gives && e.Grade == "":
			found.Add(problems.Problem(path+".grade", rule.Required))
		case e.Grade != "" && !known:
			found.Add(problems.Problem(path+".grade", GradeUnknown, rule.With("grade", rule.Quoted(e.Grade))))
		}
		if !e.Received.IsZero() && e.Received.Before(e.On) {
			found.Add(problems.Problem(path+".received", ReceivedBefore, rule.With("day", rule.On(e.Received)), rule.With("on", rule.On(e.On))))
		}
	}
	return found.Err()
}
