package receipt

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of what does not agree.
const (
	Differs       rule.Code = "receipt.differs"        // another value than the rules give
	ReasonDiffers rule.Code = "receipt.reason-differs" // other reasons than the rules give
	Missing       rule.Code = "receipt.missing"        // a request, source or cell that is not there
	Surplus       rule.Code = "receipt.surplus"        // one that should not be there
	TooManyFaults rule.Code = "receipt.too-many"       // more than are listed
)

var problems = rule.Catalog{
	Differs:       rule.Words("应为 {want},实为 {got}", "should be {want}, not {got}"),
	ReasonDiffers: rule.Words("理由应为 {want},实为 {got}", "the reasons should be {want}, not {got}"),
	Missing:       rule.Words("缺少“{id}”", "{id} is missing"),
	Surplus:       rule.Words("“{id}”不应出现", "{id} should not be there"),
	TooManyFaults: rule.Words("不符之处超过 {most} 处,不再列出", "more than {most} differences, the rest is not listed"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
