package network

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Purpose is what a centre is for.
type Purpose uint8

// The three purposes that Zhenhai's district centres divide among them.
const (
	PublicWelfare Purpose = 1 + iota // for social organizations
	Volunteering                     // for volunteers and their teams
	PartyBuilding                    // for party work in social organizations
)

var purposes = rule.NewEnum[Purpose]("purpose",
	rule.Named("public-welfare", "社会组织公益服务", "public-welfare service"),
	rule.Named("volunteering", "志愿者服务", "volunteer service"),
	rule.Named("party-building", "社会组织党建服务", "party-building service"),
)

// Purposes returns every purpose.
func Purposes() []Purpose { return purposes.Values() }

// Valid tells whether the purpose is stated.
func (p Purpose) Valid() bool { return purposes.Valid(p) }

// String returns the stable text form.
func (p Purpose) String() string { return purposes.Text(p) }

// Label returns the purpose in the reader's language.
func (p Purpose) Label(tag language.Tag) string { return purposes.Label(p, tag) }

// MarshalText writes the stable text form; a purpose not stated is an error.
func (p Purpose) MarshalText() ([]byte, error) { return purposes.Marshal(p) }

// UnmarshalText reads the stable text form; anything else is an error.
func (p *Purpose) UnmarshalText(text []byte) error { return purposes.Unmarshal(p, text) }
