package due

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	TermTwice   rule.Code = "due.term-twice"   // one term id twice
	TermUnknown rule.Code = "due.term-unknown" // a duty of no term
	TermForm    rule.Code = "due.term-form"    // a term for another legal form
	DaysOrder   rule.Code = "due.days-order"   // begun after the day, or done before it began
)

// Codes of the reasons of a check.
const (
	DutyDone    rule.Code = "due.done"    // by the last day
	DutyLate    rule.Code = "due.late"    // after it
	DutyOpen    rule.Code = "due.open"    // not yet, and still in time
	DutyOverdue rule.Code = "due.overdue" // not yet, and too late
)

var problems = rule.Catalog{
	TermTwice:   rule.Words("期限“{term}”与第 {first} 项(从零数起)重复", "term {term} stands already at {first}, counted from zero"),
	TermUnknown: rule.Words("没有期限“{term}”", "there is no term {term}"),
	TermForm:    rule.Words("“{term}”不适用于{kind}", "{term} is not owed by a {kind}"),
	DaysOrder:   rule.Words("{on} 晚于核查日或办理日", "{on} is after the day of the check or of what was done"),

	DutyDone:    rule.Words("{what}:{from} {on},已于 {done} 办理,期限 {last}", "{what}: {from} on {on}, done on {done}, due by {last}"),
	DutyLate:    rule.Words("{what}:{from} {on},{done} 办理,期限 {last},逾期 {days}", "{what}: {from} on {on}, done on {done}, due by {last}, {days} late"),
	DutyOpen:    rule.Words("{what}:{from} {on},期限 {last},尚余 {days}", "{what}: {from} on {on}, due by {last}, {days} left"),
	DutyOverdue: rule.Words("{what}:{from} {on},期限 {last},逾期 {days} 未办", "{what}: {from} on {on}, due by {last}, {days} overdue"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
