package talent

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	CourseTwice     rule.Code = "talent.course-twice"     // an id stands twice
	CourseUnknown   rule.Code = "talent.course-unknown"   // not in the catalogue
	CreditsRange    rule.Code = "talent.credits-range"    // a course without credits
	PromotionsShape rule.Code = "talent.promotions-shape" // not one promotion for each tier above the lowest
	TiersOrder      rule.Code = "talent.tiers-order"      // tiers entered out of order
)

var problems = rule.Catalog{
	CourseTwice:     rule.Words("课程“{course}”出现两次", "course {course} stands twice"),
	CourseUnknown:   rule.Words("培训目录中没有“{course}”", "the catalogue has no course \"{course}\""),
	CreditsRange:    rule.Words("课程学分须大于零,实为 {credits}", "a course has more than no credits, not {credits}"),
	PromotionsShape: rule.Words("最低层级以上每层须依次写明一条晋升规则", "one promotion for each tier above the lowest, in order"),
	TiersOrder:      rule.Words("层级须由低到高依次进入", "tiers are entered one by one, from the lowest"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
