package base

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Class is what an organization in the base is there for.
type Class uint8

// The three classes of Zhenhai's base (report of 2015).
const (
	StartUp       Class = 1 + iota // is incubated
	Demonstration                  // shows others how it is done
	Support                        // supports other organizations
)

var classes = rule.NewEnum[Class]("class of resident",
	rule.Named("start-up", "初创型", "start-up"),
	rule.Named("demonstration", "示范型", "demonstration"),
	rule.Named("support", "支持型", "support"),
)

// Classes returns every class of resident.
func Classes() []Class { return classes.Values() }

// Valid tells whether the class of resident is stated.
func (c Class) Valid() bool { return classes.Valid(c) }

// String returns the stable text form.
func (c Class) String() string { return classes.Text(c) }

// Label returns the class of resident in the reader's language.
func (c Class) Label(tag language.Tag) string { return classes.Label(c, tag) }

// MarshalText writes the stable text form; a class of resident not stated is an error.
func (c Class) MarshalText() ([]byte, error) { return classes.Marshal(c) }

// UnmarshalText reads the stable text form; anything else is an error.
func (c *Class) UnmarshalText(text []byte) error { return classes.Unmarshal(c, text) }
