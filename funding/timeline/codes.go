package timeline

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the faults of timelines and of requests under them.
const (
	VersionTwice   rule.Code = "timeline.version-twice"   // two versions with one id
	VersionEarly   rule.Code = "timeline.version-early"   // in force before the earlier one ends
	VersionUnknown rule.Code = "timeline.version-unknown" // a clause on no version
	NoVersion      rule.Code = "timeline.no-version"      // no version is in force on that day
	RequestTwice   rule.Code = "timeline.request-twice"   // two requests with one id
)

// Codes of why a version decides, and of what changed between two.
const (
	InForce      rule.Code = "timeline.in-force"     // the version of the date
	Transitional rule.Code = "timeline.transitional" // a transitional clause
	Changed      rule.Code = "timeline.changed"      // another value
	Added        rule.Code = "timeline.added"        // new
	Removed      rule.Code = "timeline.removed"      // gone
	PartChanged  rule.Code = "timeline.part"         // a source or item of cost with changes
)

var problems = rule.Catalog{
	VersionTwice:   rule.Words("版本编号“{id}”与第 {first} 版(从零数起)重复", "version id {id} is also that of version {first}, counted from zero"),
	VersionEarly:   rule.Words("{from} 起施行时,前一版({period})尚未失效", "in force from {from}, before the earlier version ends ({period})"),
	VersionUnknown: rule.Words("没有编号为“{id}”的版本", "there is no version {id}"),
	NoVersion:      rule.Words("{date} 没有施行中的版本", "no version is in force on {date}"),
	RequestTwice:   rule.Words("申请编号“{id}”与第 {first} 件(从零数起)重复", "request id {id} is also that of request {first}, counted from zero"),

	InForce:      rule.Words("申请日期 {date},适用当日施行的版本({period})", "applied on {date}: the version then in force ({period})"),
	Transitional: rule.Words("按过渡条款适用:{version}", "a transitional clause: {version} applies"),
	Changed:      rule.Words("{what}由 {before} 改为 {after}", "{what}: {before} → {after}"),
	Added:        rule.Words("新增{what}:{after}", "{what}: new, {after}"),
	Removed:      rule.Words("取消{what}:原为 {before}", "{what}: gone, was {before}"),
	PartChanged:  rule.Words("{what}", "{what}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
