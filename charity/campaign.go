package charity

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Mode says what becomes of the gifts when a campaign misses its target.
type Mode uint8

// The modes.
const (
	AllOrNothing Mode = 1 + iota // 达标生效: below the target every gift goes back
	KeepRaised                   // 有多少用多少: what was raised is kept
)

var modes = rule.NewEnum[Mode]("campaign mode",
	rule.Named("all-or-nothing", "达标生效,不达标全退", "all or nothing"),
	rule.Named("keep-raised", "筹得多少用多少", "keep what you raise"),
)

// Modes returns every mode.
func Modes() []Mode { return modes.Values() }

// Valid tells whether the mode is stated.
func (m Mode) Valid() bool { return modes.Valid(m) }

// String returns the stable text form.
func (m Mode) String() string { return modes.Text(m) }

// Label returns the mode in the reader's language.
func (m Mode) Label(tag language.Tag) string { return modes.Label(m, tag) }

// MarshalText writes the stable text form; a mode not stated is an error.
func (m Mode) MarshalText() ([]byte, error) { return modes.Marshal(m) }

// UnmarshalText reads the stable text form; anything else is an error.
func (m *Mode) UnmarshalText(text []byte) error { return modes.Unmarshal(m, text) }

// Excess says what becomes of gifts above a campaign's target (超募).
type Excess uint8

// The rules for gifts above the target.
const (
	KeepExcess   Excess = 1 + iota // 全部留用
	RefuseExcess                   // 满额即止: a gift that would pass the target is refused
	TrimProRata                    // 按比例退回: by largest remainder over the givers
	TrimLatest                     // 后到先退: the latest gifts go back first
)

var excesses = rule.NewEnum[Excess]("over-subscription rule",
	rule.Named("keep", "超募留用", "keep"),
	rule.Named("refuse", "满额即止", "refuse"),
	rule.Named("trim-pro-rata", "超募按比例退回", "return pro rata"),
	rule.Named("trim-latest", "超募后到先退", "return the latest first"),
)

// Excesses returns every rule.
func Excesses() []Excess { return excesses.Values() }

// Valid tells whether the rule is stated.
func (x Excess) Valid() bool { return excesses.Valid(x) }

// String returns the stable text form.
func (x Excess) String() string { return excesses.Text(x) }

// Label returns the rule in the reader's language.
func (x Excess) Label(tag language.Tag) string { return excesses.Label(x, tag) }

// MarshalText writes the stable text form; a rule not stated is an error.
func (x Excess) MarshalText() ([]byte, error) { return excesses.Marshal(x) }

// UnmarshalText reads the stable text form; anything else is an error.
func (x *Excess) UnmarshalText(text []byte) error { return excesses.Unmarshal(x, text) }

// Campaign is the terms on which money is raised (募捐方案). Its target and its
// last day are the amount and the until of the event that opens it.
type Campaign struct {
	Mode   Mode          `json:"mode"`
	Least  funding.Money `json:"least,omitzero"` // under KeepRaised: with less the project cannot go on
	Excess Excess        `json:"excess"`
}

// Validate reports terms not stated, and a least amount that is negative or
// stands where all or nothing decides.
func (c Campaign) Validate() error {
	var found rule.Problems
	if !c.Mode.Valid() {
		found.Add(problems.Problem("mode", rule.Required))
	}
	if !c.Excess.Valid() {
		found.Add(problems.Problem("excess", rule.Required))
	}
	switch {
	case c.Least.Fen() < 0:
		found.Add(problems.Problem("least", AmountNegative, rule.With("amount", c.Least.Value())))
	case c.Least.Fen() > 0 && c.Mode == AllOrNothing:
		found.Add(problems.Problem("least", FieldUnused, rule.With("kind", rule.Label(modes.Labels(c.Mode)))))
	}
	return found.Err()
}
