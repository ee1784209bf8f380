package hours

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Kind is what a volunteer's time was spent on.
type Kind uint8

// The kinds of time.
const (
	Service  Kind = 1 + iota // 服务: at work for others
	Training                 // 培训: taught for the service
	Travel                   // 往返交通: on the way there and back
	Waiting                  // 待命: on call, nothing to do yet
)

var kinds = rule.NewEnum[Kind]("kind of time",
	rule.Named("service", "服务", "service"),
	rule.Named("training", "培训", "training"),
	rule.Named("travel", "往返交通", "travel"),
	rule.Named("waiting", "待命", "waiting"),
)

// Kinds returns every kind.
func Kinds() []Kind { return kinds.Values() }

// Valid tells whether the kind is stated.
func (k Kind) Valid() bool { return kinds.Valid(k) }

// String returns the stable text form.
func (k Kind) String() string { return kinds.Text(k) }

// Label returns the kind in the reader's language.
func (k Kind) Label(tag language.Tag) string { return kinds.Label(k, tag) }

// MarshalText writes the stable text form; a kind not stated is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Marshal(k) }

// UnmarshalText reads the stable text form; anything else is an error.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }
