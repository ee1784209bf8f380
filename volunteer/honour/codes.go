package honour

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	MeasuresDiffer rule.Code = "honour.measures-differ" // steps that do not ask for the same measures
	NotRising      rule.Code = "honour.not-rising"      // a step that asks no more than the one below
	CycleShape     rule.Code = "honour.cycle-shape"     // a cycle that does not fit its steps
	BadgeHours     rule.Code = "honour.badge-hours"     // a badge for no hours
	BadgeWindow    rule.Code = "honour.badge-window"    // a window outside 1 to 600 months
)

// Codes of the reasons this package gives.
const (
	Reaches     rule.Code = "honour.reaches"      // what a measure reaches
	Lacks       rule.Code = "honour.lacks"        // what a measure lacks
	Repeats     rule.Code = "honour.repeats"      // the cycle a volunteer is in
	BadgeServed rule.Code = "honour.badge-served" // what was served in a badge's window
)

var problems = rule.Catalog{
	MeasuresDiffer: rule.Words("各档须以相同次序写明相同的指标,每项一次", "every step asks for the same measures in the same order, each once"),
	NotRising:      rule.Words("{least} 未高于下一档的 {below}", "{least} is not above the {below} of the step below"),
	CycleShape:     rule.Words("循环 {cycle} 须不少于最高档时长,且仅以时长为指标", "a cycle of {cycle} must reach the highest step and goes with hours alone"),
	BadgeHours:     rule.Words("徽章所需时长须大于零,实为 {hours}", "a badge asks for more than no hours, not {hours}"),
	BadgeWindow:    rule.Words("徽章的期间须为 1 至 600 个月,实为 {months}", "the window of a badge is 1 to 600 months, not {months}"),

	Reaches:     rule.Words("{measure} {found}({band})", "{measure}: {found} ({band})"),
	Lacks:       rule.Words("尚缺:要求 {required},现有 {found}", "missing: required {required}, found {found}"),
	Repeats:     rule.Words("每 {cycle} 一循环,已满 {cycles} 个循环,本循环 {rest}", "cycles of {cycle}: {cycles} full, {rest} in this one"),
	BadgeServed: rule.Words("至 {day} 的 {months} 内服务 {served},要求 {least} 以上", "{served} served in the {months} up to {day}, required {least} or above"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
