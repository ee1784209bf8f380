package funding

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Shortage is what happens when a budget does not cover what is claimed.
type Shortage uint8

// The policies.
const (
	ProRata  Shortage = 1 + iota // 按比例: in proportion to the claims
	Priority                     // 按得分: whole claims from the highest score down, ties by ID
)

var shortages = rule.NewEnum[Shortage]("shortage policy",
	rule.Named("pro-rata", "按应补额比例分配", "pro rata to the claims"),
	rule.Named("priority", "按得分从高到低", "by score, highest first"),
)

// Shortages returns every policy.
func Shortages() []Shortage { return shortages.Values() }

// Valid tells whether the policy is stated.
func (s Shortage) Valid() bool { return shortages.Valid(s) }

// String returns the stable text form.
func (s Shortage) String() string { return shortages.Text(s) }

// Label returns the policy in the reader's language.
func (s Shortage) Label(tag language.Tag) string { return shortages.Label(s, tag) }

// MarshalText writes the stable text form; a policy not stated is an error.
func (s Shortage) MarshalText() ([]byte, error) { return shortages.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Shortage) UnmarshalText(text []byte) error { return shortages.Unmarshal(s, text) }
