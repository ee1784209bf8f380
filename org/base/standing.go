package base

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Standing is where an organization stands with the base.
type Standing uint8

// The standings.
const (
	Outside Standing = 1 + iota // never applied
	Applied                     // waits for the answer
	StartingUp
	Demonstrating
	Supporting
	Noticed   // still there, until its rooms are handed over
	Graduated // left because it stands by itself
	Left      // may apply again
	Refused   // may apply again
)

var standings = rule.NewEnum[Standing]("standing",
	rule.Named("outside", "未申请", "outside"),
	rule.Named("applied", "已申请", "applied"),
	rule.Named("starting-up", "入驻(初创型)", "resident, start-up"),
	rule.Named("demonstrating", "入驻(示范型)", "resident, demonstration"),
	rule.Named("supporting", "入驻(支持型)", "resident, support"),
	rule.Named("noticed", "限期退出", "told to leave"),
	rule.Named("graduated", "出壳", "graduated"),
	rule.Named("left", "已退出", "left"),
	rule.Named("refused", "未准入驻", "refused"),
)

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

// Class returns the class of a resident; false for one that is none, or none
// any more. One told to leave is still there, without a class.
func (s Standing) Class() (Class, bool) {
	switch s {
	case StartingUp:
		return StartUp, true
	case Demonstrating:
		return Demonstration, true
	case Supporting:
		return Support, true
	}
	return 0, false
}
