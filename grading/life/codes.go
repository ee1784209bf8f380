package life

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	GradeTwice     rule.Code = "life.grade-twice"     // one id for two grades
	GradeUnknown   rule.Code = "life.grade-unknown"   // no such grade in the rules
	ValidityLength rule.Code = "life.validity"        // a validity that is not in months or years
	PeriodsOverlap rule.Code = "life.periods-overlap" // two rules for one day
	NoRules        rule.Code = "life.no-rules"        // a day no rule covers
	EventTwice     rule.Code = "life.event-twice"     // one event twice on a day
	NeverEntered   rule.Code = "life.never-entered"   // an event that follows from the dates
	ReceivedBefore rule.Code = "life.received-before" // received before it was decided
)

// Codes of the reasons this package gives.
const (
	NeverGraded     rule.Code = "life.never-graded"      // no decision gave a grade
	GradeHeld       rule.Code = "life.held"              // a grade that holds
	GradeLowered    rule.Code = "life.lowered"           // a grade that holds since it was lowered
	GradeLapsed     rule.Code = "life.lapsed"            // a grade whose days are over
	GradeWithdrawn  rule.Code = "life.withdrawn"         // a grade taken away
	ComesFrom       rule.Code = "life.comes-from"        // the first day to come again
	ComesUntil      rule.Code = "life.comes-until"       // the last day to come again
	ComesAfterLapse rule.Code = "life.comes-after-lapse" // not before it lapses
	WaitsUntil      rule.Code = "life.waits-until"       // the last day of the wait
	PublicUntil     rule.Code = "life.public-until"      // the last day of publicity
	EntryOf         rule.Code = "life.entry"             // what happened
	DueBy           rule.Code = "life.due-by"            // a deadline
)

var problems = rule.Catalog{
	GradeTwice:     rule.Words("等级“{grade}”重复,前一处为第 {first} 项(从零数起)", "grade \"{grade}\" stands twice; the other is item {first}, counted from zero"),
	GradeUnknown:   rule.Words("没有等级“{grade}”", "there is no grade \"{grade}\""),
	ValidityLength: rule.Words("有效期须以月或年计;自次年 1 月 1 日起算的须以年计", "a validity is in months or years; one from 1 January on in years"),
	PeriodsOverlap: rule.Words("施行期间与“{other}”重叠", "the period overlaps that of {other}"),
	NoRules:        rule.Words("{day} 没有施行中的规则", "no rule is in force on {day}"),
	EventTwice:     rule.Words("{day} 的“{event}”重复,前一处为第 {first} 项(从零数起)", "{event} stands twice on {day}; the other is item {first}, counted from zero"),
	NeverEntered:   rule.Words("有效期满由日期推算,不作登记", "the end of validity follows from the dates and is not entered"),
	ReceivedBefore: rule.Words("收到通知书之日 {day} 早于作出决定之日 {on}", "received on {day}, before the decision of {on}"),

	NeverGraded:     rule.Words("没有评定过等级", "no grade was ever given"),
	GradeHeld:       rule.Words("{grade}:{decision}({on} 公告),有效期 {from} 至 {last}", "{grade} by {decision} (announced {on}), valid from {from} to {last}"),
	GradeLowered:    rule.Words("{grade}:{decision}({on} 降低等级,{ground}),有效期至 {last}", "{grade} by {decision} (lowered {on}: {ground}), valid to {last}"),
	GradeLapsed:     rule.Words("{grade}:{decision}({on}),有效期 {from} 至 {last},已满", "{grade} by {decision} ({on}), valid from {from} to {last}, over"),
	GradeWithdrawn:  rule.Words("等级取消:{decision}({on},{ground})", "withdrawn by {decision} ({on}: {ground})"),
	ComesFrom:       rule.Words("等级自 {since} 起满 {after},可以再次申请,最早", "may come again {after} after {since}, from"),
	ComesUntil:      rule.Words("等级自 {since} 起 {within} 内,可以再次申请,至", "may come again within {within} of {since}, up to"),
	ComesAfterLapse: rule.Words("等级有效期至 {last},期满后可以再次申请,最早", "valid to {last}; may come again when that is over, from"),
	WaitsUntil:      rule.Words("自 {since} 起 {wait} 内不得申请,至", "no application for {wait} from {since}, up to"),
	PublicUntil:     rule.Words("公示期至", "public up to"),
	EntryOf:         rule.Words("{on} {event}", "{on} {event}"),
	DueBy:           rule.Words("{what}", "{what}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
