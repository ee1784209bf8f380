package band

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of a table's faults.
const (
	Gap          rule.Code = "band.gap"           // numbers no row covers
	Overlap      rule.Code = "band.overlap"       // numbers two rows cover
	Unreachable  rule.Code = "band.unreachable"   // a row no number reaches
	StepNegative rule.Code = "band.step-negative" // a negative step
	TooMany      rule.Code = "band.too-many"      // more rows than a table may have
	WordsSyntax  rule.Code = "band.words"         // words that state no interval
	WordsTwice   rule.Code = "band.words-twice"   // an end stated twice or against itself
)

var problems = rule.Catalog{
	Gap:          rule.Words("{interval}不在任何一档内,例如 {example}", "no row covers {interval}, for example {example}"),
	Overlap:      rule.Words("{interval}同在两档({first}、{second})内,例如 {example}", "rows {first} and {second} both cover {interval}, for example {example}"),
	Unreachable:  rule.Words("“{interval}”一档没有任何数能落入", "no number reaches the row {interval}"),
	StepNegative: rule.Words("分值的最小单位不得为负,实为 {step}", "the step between numbers must not be negative: {step}"),
	TooMany:      rule.Words("共 {rows} 档,至多 {most} 档", "{rows} rows, at most {most} are allowed"),
	WordsSyntax:  rule.Words("“{words}”不是区间的写法,可写:950以上、901—950、75以上不满90、超过60、不超过90", "\"{words}\" states no interval; write 950 or above, 901 to 950, 75 or above, below 90"),
	WordsTwice:   rule.Words("“{words}”中同一端写了两次或自相矛盾", "\"{words}\" states an end twice or against itself"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
