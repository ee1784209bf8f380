package regime

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Outcome is what an application comes to.
type Outcome uint8

// The outcomes. A way leads to any but Refuse.
const (
	Register  Outcome = 1 + iota // 准予登记: a legal person
	Prepare                      // 批准筹备: may prepare to be registered
	File                         // 予以备案: there, without legal personality
	Recognize                    // 认定: a registered organization is a charity
	Permit                       // 许可: a charity may raise money from the public
	Refuse                       // 不予登记或备案
)

var outcomes = rule.NewEnum[Outcome]("outcome",
	rule.Named("register", "准予登记", "register"),
	rule.Named("prepare", "批准筹备", "approve preparation"),
	rule.Named("file", "予以备案", "file"),
	rule.Named("recognize", "予以认定", "recognize"),
	rule.Named("permit", "予以许可", "permit"),
	rule.Named("refuse", "不予登记或备案", "refuse"),
)

// Outcomes returns every outcome.
func Outcomes() []Outcome { return outcomes.Values() }

// Valid tells whether the outcome is stated.
func (o Outcome) Valid() bool { return outcomes.Valid(o) }

// String returns the stable text form.
func (o Outcome) String() string { return outcomes.Text(o) }

// Label returns the outcome in the reader's language.
func (o Outcome) Label(tag language.Tag) string { return outcomes.Label(o, tag) }

// MarshalText writes the stable text form; an outcome not stated is an error.
func (o Outcome) MarshalText() ([]byte, error) { return outcomes.Marshal(o) }

// UnmarshalText reads the stable text form; anything else is an error.
func (o *Outcome) UnmarshalText(text []byte) error { return outcomes.Unmarshal(o, text) }
