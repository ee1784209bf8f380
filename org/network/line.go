package network

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Line is one of the two lines on which somebody answers for an organization.
type Line uint8

// The two lines. They are independent: neither stands in for the other.
const (
	Territorial Line = 1 + iota // by where the organization works
	Sectoral                    // by what it works on
)

var lines = rule.NewEnum[Line]("line of responsibility",
	rule.Named("territorial", "属地管理", "territorial management"),
	rule.Named("sectoral", "属业培育", "sector cultivation"),
)

// Lines returns every line of responsibility.
func Lines() []Line { return lines.Values() }

// Valid tells whether the line of responsibility is stated.
func (l Line) Valid() bool { return lines.Valid(l) }

// String returns the stable text form.
func (l Line) String() string { return lines.Text(l) }

// Label returns the line of responsibility in the reader's language.
func (l Line) Label(tag language.Tag) string { return lines.Label(l, tag) }

// MarshalText writes the stable text form; a line of responsibility not stated is an error.
func (l Line) MarshalText() ([]byte, error) { return lines.Marshal(l) }

// UnmarshalText reads the stable text form; anything else is an error.
func (l *Line) UnmarshalText(text []byte) error { return lines.Unmarshal(l, text) }
