package main

import "github.com/sancheng-go/sancheng/org/rule"

// Codes of what this command reports.
const (
	RequestUnknown rule.Code = "settle.request-unknown" // -explain names no request
	UnitsSyntax    rule.Code = "settle.units-syntax"    // not a whole number
	FactSyntax     rule.Code = "settle.fact-syntax"     // not a value of a fact
	AskSyntax      rule.Code = "settle.ask-syntax"      // -ask is no figure of a source
	GridSyntax     rule.Code = "settle.grid-syntax"     // -grid is no grid
	GoalNumber     rule.Code = "settle.goals"           // not exactly one goal
	FlagApart      rule.Code = "settle.flag-apart"      // a flag without the one it belongs to
)

var problems = rule.Catalog{
	RequestUnknown: rule.Words("申请表里没有编号“{id}”", "the table holds no request {id}"),
	UnitsSyntax:    rule.Words("“{value}”不是整数", "{value} is not a whole number"),
	FactSyntax:     rule.Words("不认识“{value}”", "{value} is not among the values"),
	AskSyntax:      rule.Words("“{value}”应写作 来源.ratio、来源.amount、来源.cap 或 来源.budget", "{value} should be SOURCE.ratio, SOURCE.amount, SOURCE.cap or SOURCE.budget"),
	GridSyntax:     rule.Words("“{value}”应写作 起点..终点/步长,如 0.1..1.5/0.01", "{value} should be FROM..TO/STEP, such as 0.1..1.5/0.01"),
	GoalNumber:     rule.Words("-ask 要配 -within、-fund-from、-none-worse 中的一个", "-ask takes one of -within, -fund-from and -none-worse"),
	FlagApart:      rule.Words("只能与 {flag} 同用", "goes with {flag} only"),
}
