package org

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Act is what happens to an organization on a day of its life.
type Act uint8

// The acts, in the order in which those of one day are taken.
const (
	Prepare  Act = 1 + iota // preparation approved
	File                    // filed with the town or district
	Register                // registered; also a filed organization that grows into one
	Resume                  // the order to stop activity is lifted
	Change                  // name, place, sector, parent or identifier change
	Detach                  // leaves its parent; in decoupling (脱钩), the competent unit
	Warn
	Suspend    // told to stop activity
	Lapse      // the preparation or filing runs out
	Deregister // ends at its own request
	Revoke     // ended by the authority
)

var acts = rule.NewEnum[Act]("act",
	rule.Named("prepare", "筹备", "prepare"),
	rule.Named("file", "备案", "file"),
	rule.Named("register", "登记", "register"),
	rule.Named("resume", "恢复活动", "resume"),
	rule.Named("change", "变更", "change"),
	rule.Named("detach", "脱离", "detach"),
	rule.Named("warn", "警告", "warn"),
	rule.Named("suspend", "责令停止活动", "suspend"),
	rule.Named("lapse", "失效", "lapse"),
	rule.Named("deregister", "注销", "deregister"),
	rule.Named("revoke", "撤销", "revoke"),
)

// Acts returns every act.
func Acts() []Act { return acts.Values() }

// Valid tells whether the act is stated.
func (a Act) Valid() bool { return acts.Valid(a) }

// String returns the stable text form.
func (a Act) String() string { return acts.Text(a) }

// Label returns the act in the reader's language.
func (a Act) Label(tag language.Tag) string { return acts.Label(a, tag) }

// MarshalText writes the stable text form; a act not stated is an error.
func (a Act) MarshalText() ([]byte, error) { return acts.Marshal(a) }

// UnmarshalText reads the stable text form; anything else is an error.
func (a *Act) UnmarshalText(text []byte) error { return acts.Unmarshal(a, text) }
