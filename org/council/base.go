package council

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Base is what a majority is counted from.
type Base uint8

// The bases. Who is recused is left out of each.
const (
	OfSeats   Base = 1 + iota // all seats filled on the day, present or not
	OfPresent                 // at the meeting, abstentions included
	OfCast                    // abstentions left out
)

var bases = rule.NewEnum[Base]("base of a majority",
	rule.Named("seats", "全体成员", "members in office"),
	rule.Named("present", "到会成员", "members present"),
	rule.Named("cast", "赞成与反对票", "votes for and against"),
)

// Bases returns every base of a majority.
func Bases() []Base { return bases.Values() }

// Valid tells whether the base of a majority is stated.
func (b Base) Valid() bool { return bases.Valid(b) }

// String returns the stable text form.
func (b Base) String() string { return bases.Text(b) }

// Label returns the base of a majority in the reader's language.
func (b Base) Label(tag language.Tag) string { return bases.Label(b, tag) }

// MarshalText writes the stable text form; a base of a majority not stated is an error.
func (b Base) MarshalText() ([]byte, error) { return bases.Marshal(b) }

// UnmarshalText reads the stable text form; anything else is an error.
func (b *Base) UnmarshalText(text []byte) error { return bases.Unmarshal(b, text) }
