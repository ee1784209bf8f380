package main

import "github.com/sancheng-go/sancheng/org/rule"

// Codes of what this command reports.
const (
	CaseUnknown  rule.Code = "grading.case-unknown"  // -explain names nobody
	MonthsSyntax rule.Code = "grading.months-syntax" // not a whole number of months
	ClassUnknown rule.Code = "grading.class-unknown" // -whatif names no class
	WhatIfSyntax rule.Code = "grading.what-if"       // not "line class1=88" or "rate class1=4000"
)

var problems = rule.Catalog{
	CaseUnknown:  rule.Words("得分表里没有编号“{id}”", "the table holds no id {id}"),
	MonthsSyntax: rule.Words("“{value}”不是整数", "{value} is not a whole number"),
	ClassUnknown: rule.Words("没有等级“{class}”,可用:{known}", "there is no class {class}; there are {known}"),
	WhatIfSyntax: rule.Words("“{value}”应写作 line 等级=分数 或 rate 等级=元,如 line class1=88", "{value} is not written line CLASS=SCORE or rate CLASS=YUAN, such as line class1=88"),
}
