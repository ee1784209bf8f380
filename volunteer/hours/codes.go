package hours

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	KindTwice      rule.Code = "hours.kind-twice"      // two shares for one kind
	ShareRange     rule.Code = "hours.share-range"     // a share outside 0 to 1, or too fine
	LimitRange     rule.Code = "hours.limit-range"     // a limit outside 0 to 1,000 hours, or too fine
	VersionRange   rule.Code = "hours.version-range"   // a version below 1
	VersionTwice   rule.Code = "hours.version-twice"   // one version of a record twice
	VersionMissing rule.Code = "hours.version-missing" // a version left out
	VersionEarly   rule.Code = "hours.version-early"   // entered before the version it replaces
	EnteredEarly   rule.Code = "hours.entered-early"   // entered before it happened
)

// Codes of findings and of the steps of a certificate.
const (
	Unverified   rule.Code = "hours.unverified"    // nobody verified it
	SelfVerified rule.Code = "hours.self-verified" // the volunteer's own word
	TooLong      rule.Code = "hours.too-long"      // longer than a record may be
	NotEnrolled  rule.Code = "hours.not-enrolled"  // outside the person's enrolment
	Overlapping  rule.Code = "hours.overlapping"   // time that an earlier record holds
	OverCeiling  rule.Code = "hours.over-ceiling"  // beyond the ceiling of the day
	OverDay      rule.Code = "hours.over-day"      // records claim more than 24 hours of a day
	Credited     rule.Code = "hours.credited"      // one record's credit on a day
	CreditedSum  rule.Code = "hours.credited-sum"  // the credits of a person
)

var problems = rule.Catalog{
	KindTwice:      rule.Words("同一种时间写了两个折算比例", "two shares for one kind of time"),
	ShareRange:     rule.Words("折算比例须在 0 与 1 之间,至多四位小数,实为 {value}", "a share lies between 0 and 1 with at most four decimals, not {value}"),
	LimitRange:     rule.Words("时限须在 0 至 1000 小时之间,至多四位小数,实为 {value}", "a limit lies between 0 and 1,000 hours with at most four decimals, not {value}"),
	VersionRange:   rule.Words("版次从 1 起", "versions begin with 1"),
	VersionTwice:   rule.Words("记录 {record} 的第 {version} 版出现两次", "record {record} has version {version} twice"),
	VersionMissing: rule.Words("记录 {record} 缺第 {version} 版", "record {record} lacks version {version}"),
	VersionEarly:   rule.Words("记录 {record} 的更正早于被更正的版次", "record {record} was corrected before the version it corrects"),
	EnteredEarly:   rule.Words("录入日期 {entered} 早于服务开始 {from}", "entered on {entered}, before the service began at {from}"),

	Unverified:   rule.Words("记录 {record}({person},{day})未经核实,{minutes} 分钟不计", "record {record} ({person}, {day}) is not verified: {minutes} minutes not counted"),
	SelfVerified: rule.Words("记录 {record}({person},{day})由本人核实,{minutes} 分钟不计", "record {record} ({person}, {day}) was verified by its own volunteer: {minutes} minutes not counted"),
	TooLong:      rule.Words("记录 {record}({person},{day})长达 {minutes} 分钟,超过单条上限,不计", "record {record} ({person}, {day}) lasts {minutes} minutes, longer than a record may: not counted"),
	NotEnrolled:  rule.Words("记录 {record}({person},{day})不在登记期间,{minutes} 分钟不计", "record {record} ({person}, {day}) lies outside the enrolment: {minutes} minutes not counted"),
	Overlapping:  rule.Words("记录 {record}({person},{day})与记录 {other} 重叠 {minutes} 分钟,重叠部分不重复计算", "record {record} ({person}, {day}) overlaps record {other}: {minutes} minutes not counted twice"),
	OverCeiling:  rule.Words("记录 {record}({person},{day})超过当日上限 {minutes} 分钟,超出部分不计", "record {record} ({person}, {day}) is {minutes} minutes beyond the ceiling of the day: not counted"),
	OverDay:      rule.Words("{person} 在 {day} 申报的时间(至记录 {record})共 {minutes} 分钟,超过 24 小时", "{person} claims {minutes} minutes on {day} (up to record {record}), more than 24 hours"),
	Credited:     rule.Words("{day} {activity}({kind}),{from} 至 {until},由 {verifier} 核实", "{day} {activity} ({kind}), {from} to {until}, verified by {verifier}"),
	CreditedSum:  rule.Words("以上各次合计", "sum of the credits above"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
