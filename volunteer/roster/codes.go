package roster

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	ShiftTwice rule.Code = "roster.shift-twice" // an id stands twice
	SkillTwice rule.Code = "roster.skill-twice" // two needs of one shift for one skill
	CountRange rule.Code = "roster.count-range" // a number out of range
)

// Codes of the reasons this package gives.
const (
	Covered    rule.Code = "roster.covered"     // places filled of those wanted
	Tight      rule.Code = "roster.tight"       // needs that want more than those who fit can give
	NobodyFits rule.Code = "roster.nobody-fits" // nobody has the skill and the time
)

var problems = rule.Catalog{
	ShiftTwice: rule.Words("班次“{shift}”出现两次", "shift {shift} stands twice"),
	SkillTwice: rule.Words("同一班次的技能“{skill}”写了两行", "one shift has two needs for the skill \"{skill}\""),
	CountRange: rule.Words("人数须在合理范围内(每项 1 至 10000,上限与候补不小于 0)", "a number is out of range (1 to 10,000 for each need; limits and standbys from 0)"),

	Covered:    rule.Words("需要 {wanted},缺 {short}", "{wanted} wanted, {short} short"),
	Tight:      rule.Words("班次 {shifts} 合计需要 {wanted};合适的人至多可出(同一场次每人只能上一班:{once};其余受各人班次上限所限:{full})", "shifts {shifts} want {wanted} together; the most that those who fit can give (one shift of the sitting each: {once}; the rest, up to their limits: {full})"),
	NobodyFits: rule.Words("班次 {shifts} 需要 {wanted},没有既会又有空的人", "shifts {shifts} want {wanted}, and nobody has both the skill and the time"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
