package council

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Ballot is how a member voted.
type Ballot uint8

// The ballots.
const (
	Favour  Ballot = 1 + iota // counts for the motion
	Against                   // counts for the base alone
	Abstain                   // present, without a vote either way
	Recused                   // has an interest of their own: counts for the quorum, not for the base
)

var ballots = rule.NewEnum[Ballot]("ballot",
	rule.Named("in-favour", "赞成", "in favour"),
	rule.Named("against", "反对", "against"),
	rule.Named("abstain", "弃权", "abstained"),
	rule.Named("recused", "回避", "recused"),
)

// Ballots returns every ballot.
func Ballots() []Ballot { return ballots.Values() }

// Valid tells whether the ballot is stated.
func (b Ballot) Valid() bool { return ballots.Valid(b) }

// String returns the stable text form.
func (b Ballot) String() string { return ballots.Text(b) }

// Label returns the ballot in the reader's language.
func (b Ballot) Label(tag language.Tag) string { return ballots.Label(b, tag) }

// MarshalText writes the stable text form; a ballot not stated is an error.
func (b Ballot) MarshalText() ([]byte, error) { return ballots.Marshal(b) }

// UnmarshalText reads the stable text form; anything else is an error.
func (b *Ballot) UnmarshalText(text []byte) error { return ballots.Unmarshal(b, text) }
