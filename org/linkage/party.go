package linkage

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Party is one of the three that are linked (三社).
type Party uint8

// The parties.
const (
	Community    Party = 1 + iota // a village or community, by its division code
	Organization                  // of the registry
	SocialWorker                  // by qualification
)

var parties = rule.NewEnum[Party]("party",
	rule.Named("community", "社区", "community"),
	rule.Named("organization", "社会组织", "social organization"),
	rule.Named("social-worker", "社会工作者", "social worker"),
)

// Parties returns every party.
func Parties() []Party { return parties.Values() }

// Valid tells whether the party is stated.
func (p Party) Valid() bool { return parties.Valid(p) }

// String returns the stable text form.
func (p Party) String() string { return parties.Text(p) }

// Label returns the party in the reader's language.
func (p Party) Label(tag language.Tag) string { return parties.Label(p, tag) }

// MarshalText writes the stable text form; a party not stated is an error.
func (p Party) MarshalText() ([]byte, error) { return parties.Marshal(p) }

// UnmarshalText reads the stable text form; anything else is an error.
func (p *Party) UnmarshalText(text []byte) error { return parties.Unmarshal(p, text) }
