package twoway

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the faults of a table.
const (
	RaggedRow      rule.Code = "twoway.ragged"    // a row longer or shorter than the first
	TooLarge       rule.Code = "twoway.too-large" // too many cells, or too many both ways
	CellNegative   rule.Code = "twoway.negative"  // an amount below zero
	OverPositive   rule.Code = "twoway.over"      // divided by zero or less
	FinerThanExact rule.Code = "twoway.digits"    // the parts of a fen have more than 18 digits
	AmountRange    rule.Code = "twoway.range"     // a cell or total beyond the range of Money
)

// Codes of what rounding each cell by itself does to the totals.
const (
	RowGap    rule.Code = "twoway.row-gap"
	ColumnGap rule.Code = "twoway.column-gap"
	TotalGap  rule.Code = "twoway.total-gap"
)

var problems = rule.Catalog{
	RaggedRow:      rule.Words("本行有 {cells} 格,第一行有 {columns} 格", "the row has {cells} cells, the first has {columns}"),
	TooLarge:       rule.Words("{rows} 行 {columns} 列的表过大", "a table of {rows} rows and {columns} columns is too large"),
	CellNegative:   rule.Words("金额 {value} 为负", "the amount {value} is negative"),
	OverPositive:   rule.Words("除数 {value} 须大于零", "the divisor {value} must be above zero"),
	FinerThanExact: rule.Words("不足一分的部分超过 {most} 位", "the parts of a fen have more than {most} digits"),
	AmountRange:    rule.Words("金额超出范围(须小于一亿亿元)", "the amount is out of range (below 10^16 yuan)"),

	RowGap:    rule.Words("第 {row} 行:各格分别取整后相加得 {cells},总额取整得 {whole}", "row {row}: the cells rounded by themselves add up to {cells}, the total rounded once is {whole}"),
	ColumnGap: rule.Words("第 {column} 列:各格分别取整后相加得 {cells},总额取整得 {whole}", "column {column}: the cells rounded by themselves add up to {cells}, the total rounded once is {whole}"),
	TotalGap:  rule.Words("全表:各格分别取整后相加得 {cells},总额取整得 {whole}", "the whole: the cells rounded by themselves add up to {cells}, the total rounded once is {whole}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
