package main

import "github.com/sancheng-go/sancheng/org/rule"

// Codes of what this command reports.
const (
	RequestUnknown rule.Code = "settle.request-unknown" // -explain names no request
	UnitsSyntax    rule.Code = "settle.units-syntax"    // not a whole number
)

var problems = rule.Catalog{
	RequestUnknown: rule.Words("申请表里没有编号“{id}”", "the table holds no request {id}"),
	UnitsSyntax:    rule.Words("“{value}”不是整数", "{value} is not a whole number"),
}
