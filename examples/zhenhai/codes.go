package main

import "github.com/sancheng-go/sancheng/org/rule"

// Codes of the replay.
const (
	StatementUnknown rule.Code = "replay.statement" // a statement the replay does not know
	MixesListed      rule.Code = "replay.mixes"     // class mixes with one number in class 1
)

var problems = rule.Catalog{
	StatementUnknown: rule.Words("没有编号为“{id}”的陈述(可用 F1 至 F34)", "there is no statement {id} (F1 to F34)"),
	MixesListed:      rule.Words("一类 {first} 家,二类 {from} 至 {to} 家,其余三类", "class 1: {first}, class 2: {from} to {to}, the rest class 3"),
}
