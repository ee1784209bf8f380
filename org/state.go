package org

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// State is where an organization stands with the registration authority
// (登记管理机关). A grassroots organization (基层社会组织) is one that is filed
// and not registered, whatever its [Kind].
type State uint8

// The states of an organization's life.
const (
	Preparing    State = 1 + iota // 筹备: not there yet
	Filed                         // 备案: there, without legal personality
	Registered                    // 登记: a legal person
	Suspended                     // 责令停止活动: a legal person told to stop its activity
	Lapsed                        // 失效: a preparation or filing that has run out
	Deregistered                  // 注销: ended at its own request
	Revoked                       // 撤销: ended by the authority
)

var states = rule.NewEnum[State]("state",
	rule.Named("preparing", "筹备", "preparing"),
	rule.Named("filed", "备案", "filed"),
	rule.Named("registered", "登记", "registered"),
	rule.Named("suspended", "停止活动", "suspended"),
	rule.Named("lapsed", "失效", "lapsed"),
	rule.Named("deregistered", "注销", "deregistered"),
	rule.Named("revoked", "撤销", "revoked"),
)

// States returns every state.
func States() []State { return states.Values() }

// Valid tells whether the state is stated.
func (s State) Valid() bool { return states.Valid(s) }

// LegalPerson tells whether an organization in this state is a legal person
// (法人): registered, even if suspended.
func (s State) LegalPerson() bool { return s == Registered || s == Suspended }

// Present tells whether an organization in this state is there and counted:
// filed, registered or suspended.
func (s State) Present() bool { return s == Filed || s.LegalPerson() }

// String returns the stable text form.
func (s State) String() string { return states.Text(s) }

// Label returns the state in the reader's language.
func (s State) Label(tag language.Tag) string { return states.Label(s, tag) }

// MarshalText writes the stable text form; a state not stated is an error.
func (s State) MarshalText() ([]byte, error) { return states.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *State) UnmarshalText(text []byte) error { return states.Unmarshal(s, text) }
