package micro

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Approver is who approves a project. Each later one may approve what an
// earlier one may.
type Approver uint8

// The approvers.
const (
	Station     Approver = 1 + iota // 服务站站长
	Committee                       // 村(居)委会
	Subdistrict                     // 镇(街道)
)

var approvers = rule.NewEnum[Approver]("approver",
	rule.Named("station", "服务站站长", "head of the station"),
	rule.Named("committee", "村(居)委会", "village or residents' committee"),
	rule.Named("subdistrict", "镇(街道)", "town (subdistrict)"),
)

// Approvers returns every approver.
func Approvers() []Approver { return approvers.Values() }

// Valid tells whether the approver is stated.
func (a Approver) Valid() bool { return approvers.Valid(a) }

// String returns the stable text form.
func (a Approver) String() string { return approvers.Text(a) }

// Label returns the approver in the reader's language.
func (a Approver) Label(tag language.Tag) string { return approvers.Label(a, tag) }

// MarshalText writes the stable text form; an approver not stated is an error.
func (a Approver) MarshalText() ([]byte, error) { return approvers.Marshal(a) }

// UnmarshalText reads the stable text form; anything else is an error.
func (a *Approver) UnmarshalText(text []byte) error { return approvers.Unmarshal(a, text) }

// Stage is where a project stands.
type Stage uint8

// The stages.
const (
	Proposed Stage = 1 + iota // 申报
	Approved                  // 已批准
	Doing                     // 实施
	Done                      // 已办结
	Refused                   // 未批准
	Dropped                   // 已取消
)

var stages = rule.NewEnum[Stage]("stage",
	rule.Named("proposed", "申报", "proposed"),
	rule.Named("approved", "已批准", "approved"),
	rule.Named("doing", "实施", "being done"),
	rule.Named("done", "已办结", "done"),
	rule.Named("refused", "未批准", "refused"),
	rule.Named("dropped", "已取消", "dropped"),
)

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

// Ended tells whether nothing more can happen to the project.
func (s Stage) Ended() bool { return s >= Done }

// Act is what happens to a project.
type Act uint8

// The acts.
const (
	Approve Act = 1 + iota // 批准: an amount, by an approver
	Refuse                 // 不予批准
	Start                  // 开始
	Finish                 // 办结: what was spent, whom it reached
	Drop                   // 取消
)

var acts = rule.NewEnum[Act]("act",
	rule.Named("approve", "批准", "approve"),
	rule.Named("refuse", "不予批准", "refuse"),
	rule.Named("start", "开始实施", "start"),
	rule.Named("finish", "办结", "finish"),
	rule.Named("drop", "取消", "drop"),
)

// Acts returns every act.
func Acts() []Act { return acts.Values() }

// Valid tells whether the act is stated.
func (a Act) Valid() bool { return acts.Valid(a) }

// String returns the stable text form.
func (a Act) String() string { return acts.Text(a) }

// Label returns the act in the reader's language.
func (a Act) Label(tag language.Tag) string { return acts.Label(a, tag) }

// MarshalText writes the stable text form; an act not stated is an error.
func (a Act) MarshalText() ([]byte, error) { return acts.Marshal(a) }

// UnmarshalText reads the stable text form; anything else is an error.
func (a *Act) UnmarshalText(text []byte) error { return acts.Unmarshal(a, text) }
