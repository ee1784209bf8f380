package org

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Move is how an organization stands on a day compared with an earlier one.
type Move uint8

// The moves.
const (
	Appeared  Move = 1 + iota // there now and not before
	Upgraded                  // filed before, a legal person now
	Relocated                 // there on both days, in another territory
	Departed                  // there before and not now
)

var moves = rule.NewEnum[Move]("move",
	rule.Named("appeared", "新增", "new"),
	rule.Named("upgraded", "备案转登记", "upgraded"),
	rule.Named("relocated", "迁移", "moved"),
	rule.Named("departed", "退出", "gone"),
)

// Moves returns every move.
func Moves() []Move { return moves.Values() }

// Valid tells whether the move is stated.
func (m Move) Valid() bool { return moves.Valid(m) }

// String returns the stable text form.
func (m Move) String() string { return moves.Text(m) }

// Label returns the move in the reader's language.
func (m Move) Label(tag language.Tag) string { return moves.Label(m, tag) }

// MarshalText writes the stable text form; a move not stated is an error.
func (m Move) MarshalText() ([]byte, error) { return moves.Marshal(m) }

// UnmarshalText reads the stable text form; anything else is an error.
func (m *Move) UnmarshalText(text []byte) error { return moves.Unmarshal(m, text) }
