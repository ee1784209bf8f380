package funding

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the faults of amounts and weights.
const (
	MoneySyntax    rule.Code = "money.syntax"          // not written as an amount
	MoneyFiner     rule.Code = "money.finer-than-fen"  // with a part of a fen
	MoneyRange     rule.Code = "money.range"           // 10^16 yuan or more, either way
	MoneyUpper     rule.Code = "money.upper"           // not written in capitals as the rules allow
	RatioByZero    rule.Code = "money.ratio-by-zero"   // divided by zero
	SplitNoWeights rule.Code = "split.no-weights"      // nothing to split by
	SplitNegative  rule.Code = "split.weight-negative" // a weight below zero
	SplitAllZero   rule.Code = "split.weights-zero"    // every weight is zero
	SplitSpan      rule.Code = "split.weights-span"    // more than 2,000 digits between the largest and the smallest
)

// problems holds the sentences of the package.
var problems = joined(moneySentences, schemeSentences, spanSentences)

var moneySentences = rule.Catalog{
	MoneySyntax:    rule.Words("“{value}”不是金额(只接受负号、数字和一个小数点,如 1678000.00)", "\"{value}\" is not an amount (a minus, digits, one point, as in 1678000.00)"),
	MoneyFiner:     rule.Words("金额 {value} 的小数超过两位(最小到分)", "amount {value} is finer than a fen (two decimals)"),
	MoneyRange:     rule.Words("金额 {value} 超出范围(须小于一亿亿元)", "amount {value} is out of range (below 10^16 yuan)"),
	MoneyUpper:     rule.Words("“{value}”不是规范的大写金额(如 壹仟陆佰捌拾元叁角贰分)", "\"{value}\" is not an amount in capital numerals (as in 壹仟陆佰捌拾元叁角贰分)"),
	RatioByZero:    rule.Words("{amount} × {num} 除以零", "{amount} × {num} is divided by zero"),
	SplitNoWeights: rule.Words("没有分配权重", "there are no weights"),
	SplitNegative:  rule.Words("权重 {value} 为负", "weight {value} is negative"),
	SplitAllZero:   rule.Words("权重全部为零", "every weight is zero"),
	SplitSpan:      rule.Words("权重的最高位与最低位相差超过 {most} 位", "the weights span more than {most} digits"),
}

func joined(catalogs ...rule.Catalog) rule.Catalog {
	all := rule.Catalog{}
	for _, catalog := range catalogs {
		maps.Copy(all, catalog)
	}
	return all
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
