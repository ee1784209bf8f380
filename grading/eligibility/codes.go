package eligibility

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	AfterApplication rule.Code = "eligibility.after"        // something that happened after the application
	ExecutedBefore   rule.Code = "eligibility.executed"     // executed before it was imposed
	GradeShape       rule.Code = "eligibility.grade"        // a grade that ends before it begins
	NotInForce       rule.Code = "eligibility.not-in-force" // a day outside the rule's period
)

var problems = rule.Catalog{
	AfterApplication: rule.Words("{day} 晚于申请之日 {on}", "{day} is after the application of {on}"),
	ExecutedBefore:   rule.Words("执行完毕之日 {day} 早于处罚之日 {on}", "executed on {day}, before it was imposed on {on}"),
	GradeShape:       rule.Words("等级有效期止于 {last},早于起始 {from}", "a grade that ends on {last}, before it begins on {from}"),
	NotInForce:       rule.Words("申请之日 {day} 不在规则施行期间({period})内", "the application of {day} is outside the days of the rule ({period})"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
