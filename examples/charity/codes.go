package main

import "github.com/sancheng-go/sancheng/org/rule"

// Codes of what this command reports.
const (
	ProjectUnknown rule.Code = "charity-example.project" // -explain names no project
	StoryRefused   rule.Code = "charity-example.refused" // an invented story the rules refuse
)

var problems = rule.Catalog{
	ProjectUnknown: rule.Words("没有编号为“{id}”的项目(P01 至 P60),或当日尚未设立", "there is no project {id} (P01 to P60), or it was not founded by then"),
	StoryRefused:   rule.Words("虚构情节不成立:{project} {event}", "the invented story does not hold: {project} {event}"),
}
