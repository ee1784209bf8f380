package regime

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	WayTwice     rule.Code = "regime.way-twice"     // one way id twice
	WayRefuses   rule.Code = "regime.way-refuses"   // a way that leads nowhere
	WayTrack     rule.Code = "regime.way-track"     // a track that does not fit the outcome
	FactTwice    rule.Code = "regime.fact-twice"    // a fact declared anew
	FactComputed rule.Code = "regime.fact-computed" // a computed fact that is stated
	FactNegative rule.Code = "regime.fact-negative" // a count or amount below zero
	NotInForce   rule.Code = "regime.not-in-force"  // applied for on a day the regime is not in force
)

// Codes of the reasons of a decision.
const (
	WayMet       rule.Code = "regime.way-met"       // every condition is met
	WayUnmet     rule.Code = "regime.way-unmet"     // some are not
	WayClosed    rule.Code = "regime.way-closed"    // it is not for this application
	WayForm      rule.Code = "regime.way-form"      // open to these legal forms
	WayPeriod    rule.Code = "regime.way-period"    // open in this period
	DueBy        rule.Code = "regime.due"           // last day for the decision
	DueExtended  rule.Code = "regime.due-extended"  // last day where the term is extended
	Nearest      rule.Code = "regime.nearest"       // the way with the fewest unmet conditions
	Better       rule.Code = "regime.better"        // a preferred way that is not met
	ChangeMore   rule.Code = "regime.change-more"   // so many more
	ChangeAbove  rule.Code = "regime.change-above"  // more than so many more
	ChangeLess   rule.Code = "regime.change-less"   // so many fewer
	ChangeBelow  rule.Code = "regime.change-below"  // more than so many fewer
	ChangeTo     rule.Code = "regime.change-to"     // another value
	ChangeState  rule.Code = "regime.change-state"  // must be stated
	ChangeNot    rule.Code = "regime.change-not"    // must not hold
	ChangeWait   rule.Code = "regime.change-wait"   // until a day
	ChangeNever  rule.Code = "regime.change-never"  // cannot be mended
	ChangeOneOf  rule.Code = "regime.change-one-of" // one of several
	ChangeAll    rule.Code = "regime.change-all"    // several together
	SimilarFound rule.Code = "regime.similar"       // an organization of the same scope
)

var problems = rule.Catalog{
	WayTwice:     rule.Words("途径“{way}”与第 {first} 项(从零数起)重复", "way {way} stands already at {first}, counted from zero"),
	WayRefuses:   rule.Words("途径须有准予的结果", "a way must lead to something granted"),
	WayTrack:     rule.Words("登记管理方式与结果“{outcome}”不符", "the track does not fit a way that leads to: {outcome}"),
	FactTwice:    rule.Words("事实“{fact}”已有定义", "fact {fact} is declared already"),
	FactComputed: rule.Words("“{fact}”由计算得出,不得填报", "{fact} is computed and cannot be stated"),
	FactNegative: rule.Words("“{fact}”不得为负,实为 {value}", "{fact} must not be negative: {value}"),
	NotInForce:   rule.Words("{on} 不在施行期间({period})内", "{on} is not in the period in force ({period})"),

	WayMet:       rule.Words("{way}:条件全部具备", "{way}: every condition met"),
	WayUnmet:     rule.Words("{way}:尚缺 {unmet} 项", "{way}: {unmet} unmet"),
	WayClosed:    rule.Words("{way}:不适用", "{way}: not open to this application"),
	WayForm:      rule.Words("法律形式:{found},适用:{required}", "legal form: {found}; open to: {required}"),
	WayPeriod:    rule.Words("申请日 {found},适用:{required}", "applied for on {found}; open: {required}"),
	DueBy:        rule.Words("登记管理机关应在 {term} 内作出决定", "the authority decides within {term}"),
	DueExtended:  rule.Words("经批准可再延长 {term}", "with approval extended by {term}"),
	Nearest:      rule.Words("最接近的途径:{way},尚需", "nearest way: {way}; it would take"),
	Better:       rule.Words("未能“{way}”,尚需", "why not {way}; it would take"),
	ChangeMore:   rule.Words("{fact}增加 {by}", "{by} more: {fact}"),
	ChangeAbove:  rule.Words("{fact}增加 {by} 以上(不含)", "more than {by} more: {fact}"),
	ChangeLess:   rule.Words("{fact}减少 {by}", "{by} less: {fact}"),
	ChangeBelow:  rule.Words("{fact}减少 {by} 以上(不含)", "more than {by} less: {fact}"),
	ChangeTo:     rule.Words("{fact}须为:{required}", "{fact} must be: {required}"),
	ChangeState:  rule.Words("{fact}未填报,要求:{required}", "{fact} is not stated; required: {required}"),
	ChangeNot:    rule.Words("下列情形须消除", "this must no longer hold"),
	ChangeWait:   rule.Words("{fact}:待至 {until}", "{fact}: wait until {until}"),
	ChangeNever:  rule.Words("{fact}:要求 {required},已无法补足", "{fact}: required {required}, which can no longer be met"),
	ChangeOneOf:  rule.Words("下列之一", "one of these"),
	ChangeAll:    rule.Words("同时", "together"),
	SimilarFound: rule.Words("业务范围相同或者相似:{name}", "of the same or a similar scope: {name}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
