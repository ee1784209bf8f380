package main

import "github.com/sancheng-go/sancheng/org/rule"

// Codes of the command.
const (
	IDUnknown rule.Code = "registry.id"    // neither an application nor an organization
	LifeEvent rule.Code = "registry.event" // an act in the life of an organization
)

var problems = rule.Catalog{
	IDUnknown: rule.Words("没有编号为“{id}”的申请,名录在 {on} 也没有这个组织", "there is no application {id}, and no such organization in the registry on {on}"),
	LifeEvent: rule.Words("{on} {act}", "{on} {act}"),
}
