package charity

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Stage is where a project stands: one of the five stages of the process
// “评估-筹资-孵化-推介-运行”, one of them paused, on the way out, or at an end.
type Stage uint8

// The stages. The first five follow each other.
const (
	Assess   Stage = 1 + iota // 评估: is it needed, can it be done
	Raise                     // 筹资: the money is raised
	Incubate                  // 孵化: it is made ready in the base
	Promote                   // 推介: it is offered to sponsors and purchasers
	Run                       // 运行: it serves people

	AssessPaused   // 评估暂停
	RaisePaused    // 筹资暂停
	IncubatePaused // 孵化暂停
	PromotePaused  // 推介暂停
	RunPaused      // 运行暂停

	Failing     // 失败清退: failed, debts and gifts being settled
	Withdrawing // 撤回清退: withdrawn, debts and gifts being settled

	Closed    // 已结项: done, and its ledger empty
	Failed    // 已终止: failed and settled
	Withdrawn // 已撤回: withdrawn and settled
)

var stages = rule.NewEnum[Stage]("stage",
	rule.Named("assess", "评估", "assess"),
	rule.Named("raise", "筹资", "raise"),
	rule.Named("incubate", "孵化", "incubate"),
	rule.Named("promote", "推介", "promote"),
	rule.Named("run", "运行", "run"),
	rule.Named("assess-paused", "评估暂停", "assess (paused)"),
	rule.Named("raise-paused", "筹资暂停", "raise (paused)"),
	rule.Named("incubate-paused", "孵化暂停", "incubate (paused)"),
	rule.Named("promote-paused", "推介暂停", "promote (paused)"),
	rule.Named("run-paused", "运行暂停", "run (paused)"),
	rule.Named("failing", "失败清退", "failing"),
	rule.Named("withdrawing", "撤回清退", "withdrawing"),
	rule.Named("closed", "已结项", "closed"),
	rule.Named("failed", "已终止", "failed"),
	rule.Named("withdrawn", "已撤回", "withdrawn"),
)

// Stages returns every stage, the five of the process first.
func Stages() []Stage { return stages.Values() }

// Five returns the five stages of the process, in order: 评估、筹资、孵化、推介、运行.
func Five() []Stage { return []Stage{Assess, Raise, Incubate, Promote, Run} }

// Active tells whether the stage is one of the five, not paused.
func (s Stage) Active() bool { return s >= Assess && s <= Run }

// Paused tells whether the stage is one of the five, paused.
func (s Stage) Paused() bool { return s >= AssessPaused && s <= RunPaused }

// Ended tells whether nothing more can happen to the project.
func (s Stage) Ended() bool { return s >= Closed && s <= Withdrawn }

// Base returns the one of the five stages that a paused stage interrupts; any
// other stage is its own.
func (s Stage) Base() Stage {
	if s.Paused() {
		return s - AssessPaused + Assess
	}
	return s
}

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
