package stage

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of a table's faults.
const (
	Twice     rule.Code = "stage.twice"     // two rows for one event in one stage
	Unreached rule.Code = "stage.unreached" // no path from the start
	DeadEnd   rule.Code = "stage.dead-end"  // no way out, and not an end
	OpenEnd   rule.Code = "stage.open-end"  // an end with a way out
	Unstated  rule.Code = "stage.unstated"  // a row without stage or event
)

// Codes of the reasons a step gives.
const (
	Moved   rule.Code = "stage.moved"   // the event leads on
	Refused rule.Code = "stage.refused" // requirements are unmet
	NoWay   rule.Code = "stage.no-way"  // the event means nothing in this stage
)

var problems = rule.Catalog{
	Twice:     rule.Words("“{stage}”阶段遇“{event}”写了两行,前一行为第 {first} 行(从零数起)", "two rows for {event} in stage {stage}; the other is row {first}, counted from zero"),
	Unreached: rule.Words("从起点到不了“{stage}”阶段", "no path leads from the start to stage {stage}"),
	DeadEnd:   rule.Words("“{stage}”阶段没有出路,又不是终点", "stage {stage} has no way out and is not an end"),
	OpenEnd:   rule.Words("“{stage}”是终点,却还有出路", "stage {stage} is an end but has a way out"),
	Unstated:  rule.Words("阶段或事件未写明", "a stage or event is not stated"),
	Moved:     rule.Words("{stage} → {to}:{event}", "{stage} → {to}: {event}"),
	Refused:   rule.Words("“{event}”不成立:由“{stage}”进入“{to}”尚缺下列条件", "{event} refused: unmet on the way from {stage} to {to}"),
	NoWay:     rule.Words("“{stage}”阶段不能“{event}”,此时可以:{possible}", "{event} is not possible in stage {stage}; possible: {possible}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
