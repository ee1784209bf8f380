package association

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Sanction is what an association does about breaches, in steps.
type Sanction uint8

// The steps, from the mildest.
const (
	Reminder   Sanction = 1 + iota // in private
	Criticism                      // before all members
	Suspension                     // and with it the qualification
	Expulsion                      // the association's last means
)

var sanctions = rule.NewEnum[Sanction]("sanction",
	rule.Named("reminder", "提醒告诫", "reminder"),
	rule.Named("criticism", "通报批评", "public criticism"),
	rule.Named("suspension", "暂停会员资格", "membership suspended"),
	rule.Named("expulsion", "除名", "expulsion"),
)

// Sanctions returns every sanction.
func Sanctions() []Sanction { return sanctions.Values() }

// Valid tells whether the sanction is stated.
func (s Sanction) Valid() bool { return sanctions.Valid(s) }

// String returns the stable text form.
func (s Sanction) String() string { return sanctions.Text(s) }

// Label returns the sanction in the reader's language.
func (s Sanction) Label(tag language.Tag) string { return sanctions.Label(s, tag) }

// MarshalText writes the stable text form; a sanction not stated is an error.
func (s Sanction) MarshalText() ([]byte, error) { return sanctions.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Sanction) UnmarshalText(text []byte) error { return sanctions.Unmarshal(s, text) }
