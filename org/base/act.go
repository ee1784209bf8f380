package base

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Act is what happens between an organization and the base on a day.
type Act uint8

// The acts, in the order in which those of one day are taken.
const (
	Apply Act = 1 + iota
	AdmitStartUp
	AdmitDemonstration
	AdmitSupport
	Review  // the result is in its facts
	Promote // into the next class
	Extend  // by another term
	GiveNotice
	Graduate
	Leave // rooms handed over
	Refuse
)

var acts = rule.NewEnum[Act]("act",
	rule.Named("apply", "申请入驻", "apply"),
	rule.Named("admit-start-up", "准入(初创型)", "admit as start-up"),
	rule.Named("admit-demonstration", "准入(示范型)", "admit as demonstration"),
	rule.Named("admit-support", "准入(支持型)", "admit as support"),
	rule.Named("review", "评估", "review"),
	rule.Named("promote", "升档", "promote"),
	rule.Named("extend", "续驻", "extend"),
	rule.Named("give-notice", "通知退出", "give notice"),
	rule.Named("graduate", "出壳", "graduate"),
	rule.Named("leave", "退出", "leave"),
	rule.Named("refuse", "不予入驻", "refuse"),
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
