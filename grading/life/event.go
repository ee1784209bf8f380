package life

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Event is what happens to an organization's grade.
type Event uint8

// The events, in the order in which those of one day count.
const (
	Apply    Event = 1 + iota // 申请评估
	TurnAway                  // 不予评估
	Publish                   // 公示评估结果并送达通知书
	Object                    // 申请复核
	Review                    // 作出复核决定
	Announce                  // 公告等级
	NoGrade                   // 未达等级
	Recorded                  // 补录等级: a grade announced by a proceeding that is not entered
	Lower                     // 降低等级
	Withdraw                  // 取消等级
	Expire                    // 有效期满: follows from the dates and is never entered
)

var events = rule.NewEnum[Event]("event",
	rule.Named("apply", "申请评估", "application"),
	rule.Named("turn-away", "不予评估", "turned away"),
	rule.Named("publish", "公示评估结果", "result made public"),
	rule.Named("object", "申请复核", "objection"),
	rule.Named("review", "作出复核决定", "review decided"),
	rule.Named("announce", "公告等级", "grade announced"),
	rule.Named("no-grade", "未达等级", "no grade reached"),
	rule.Named("recorded", "补录等级", "grade recorded"),
	rule.Named("lower", "降低等级", "grade lowered"),
	rule.Named("withdraw", "取消等级", "grade withdrawn"),
	rule.Named("expire", "有效期满", "validity over"),
)

// Stage is where a proceeding stands.
type Stage uint8

// The stages.
const (
	Idle        Stage = 1 + iota // 未在评估
	Applied                      // 已申请
	Published                    // 公示中
	UnderReview                  // 复核中
	Reviewed                     // 已复核
)

var stages = rule.NewEnum[Stage]("stage",
	rule.Named("idle", "未在评估", "no proceeding"),
	rule.Named("applied", "已申请", "applied"),
	rule.Named("published", "公示中", "public"),
	rule.Named("under-review", "复核中", "under review"),
	rule.Named("reviewed", "已复核", "reviewed"),
)

// Standing is whether an organization has a grade.
type Standing uint8

// The standings.
const (
	Ungraded  Standing = 1 + iota // 无等级
	Graded                        // 有等级
	Lapsed                        // 等级已过有效期
	Withdrawn                     // 等级已取消
)

var standings = rule.NewEnum[Standing]("standing",
	rule.Named("ungraded", "无等级", "no grade"),
	rule.Named("graded", "有等级", "graded"),
	rule.Named("lapsed", "等级已过有效期", "lapsed"),
	rule.Named("withdrawn", "等级已取消", "withdrawn"),
)

// Ground is why a grade is lowered or withdrawn.
type Ground uint8

// The grounds.
const (
	TwoBasic    Ground = 1 + iota // 连续2年年度检查基本合格
	CheckFailed                   // 上年度年度检查不合格
	Penalised                     // 受相关政府部门行政处罚
	OtherGround                   // 其他情形
)

var grounds = rule.NewEnum[Ground]("ground",
	rule.Named("two-basic", "连续2年年度检查基本合格", "basically qualified two years running"),
	rule.Named("check-failed", "上年度年度检查不合格", "yearly check failed"),
	rule.Named("penalised", "受相关政府部门行政处罚", "penalised"),
	rule.Named("other", "其他情形", "another ground"),
)

// Events returns every event.
func Events() []Event { return events.Values() }

// Valid tells whether the event is stated.
func (e Event) Valid() bool { return events.Valid(e) }

// String returns the stable text form.
func (e Event) String() string { return events.Text(e) }

// Label returns the event in the reader's language.
func (e Event) Label(tag language.Tag) string { return events.Label(e, tag) }

// MarshalText writes the stable text form; an event not stated is an error.
func (e Event) MarshalText() ([]byte, error) { return events.Marshal(e) }

// UnmarshalText reads the stable text form; anything else is an error.
func (e *Event) UnmarshalText(text []byte) error { return events.Unmarshal(e, text) }

// Stages returns every stage.
func Stages() []Stage { return stages.Values() }

// Valid tells whether the stage is stated.
func (s Stage) Valid() bool { return stages.Valid(s) }

// String returns the stable text form.
func (s Stage) String() string { return stages.Text(s) }

// Label returns the stage in the reader's language.
func (s Stage) Label(tag language.Tag) string { return stages.Label(s, tag) }

// MarshalText writes the stable text form; a stage not stated is an error.
func (s Stage) MarshalText() ([]byte, error) { return stages.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Stage) UnmarshalText(text []byte) error { return stages.Unmarshal(s, text) }

// Standings returns every standing.
func Standings() []Standing { return standings.Values() }

// Valid tells whether the standing is stated.
func (s Standing) Valid() bool { return standings.Valid(s) }

// String returns the stable text form.
func (s Standing) String() string { return standings.Text(s) }

// Label returns the standing in the reader's language.
func (s Standing) Label(tag language.Tag) string { return standings.Label(s, tag) }

// MarshalText writes the stable text form; a standing not stated is an error.
func (s Standing) MarshalText() ([]byte, error) { return standings.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Standing) UnmarshalText(text []byte) error { return standings.Unmarshal(s, text) }

// Grounds returns every ground.
func Grounds() []Ground { return grounds.Values() }

// Valid tells whether the ground is stated.
func (g Ground) Valid() bool { return grounds.Valid(g) }

// String returns the stable text form.
func (g Ground) String() string { return grounds.Text(g) }

// Label returns the ground in the reader's language.
func (g Ground) Label(tag language.Tag) string { return grounds.Label(g, tag) }

// MarshalText writes the stable text form; a ground not stated is an error.
func (g Ground) MarshalText() ([]byte, error) { return grounds.Marshal(g) }

// UnmarshalText reads the stable text form; anything else is an error.
func (g *Ground) UnmarshalText(text []byte) error { return grounds.Unmarshal(g, text) }
