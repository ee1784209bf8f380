package studio

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	StudioTwice    rule.Code = "studio.twice"           // an id stands twice
	StudioUnknown  rule.Code = "studio.unknown"         // no studio of that id
	OutsideStudio  rule.Code = "studio.outside"         // a day outside the studio's time
	NotEnrolled    rule.Code = "studio.not-enrolled"    // not enrolled as a volunteer on joining
	NotMember      rule.Code = "studio.not-member"      // not in the studio on the day
	ServiceUnknown rule.Code = "studio.service-unknown" // a service the studio does not offer
	WindowRange    rule.Code = "studio.window-range"    // a window outside 1 to 120 months
)

var problems = rule.Catalog{
	StudioTwice:    rule.Words("编号与第 {first} 行(从零数起)重复", "the id stands in row {first} too, counted from zero"),
	StudioUnknown:  rule.Words("没有工作室“{studio}”", "there is no studio \"{studio}\""),
	OutsideStudio:  rule.Words("{day} 不在工作室存续期间", "{day} is outside the studio's time"),
	NotEnrolled:    rule.Words("{person} 在 {day} 不是在册志愿者", "{person} is not enrolled as a volunteer on {day}"),
	NotMember:      rule.Words("在 {day} 不是工作室成员", "not a member of the studio on {day}"),
	ServiceUnknown: rule.Words("工作室没有“{service}”服务", "the studio does not offer \"{service}\""),
	WindowRange:    rule.Words("考察期间须为 1 至 120 个月,实为 {months}", "the window is 1 to 120 months, not {months}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
