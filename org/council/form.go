package council

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Form is how a body governs (治理形式).
type Form uint8

// The forms.
const (
	SelfGoverning Form = 1 + iota // those who live and work in one place, as in a residents' association
	Integrating                   // old and new residents and all circles, as in a harmony council
	Board                         // of a legal person, by statute
)

var forms = rule.NewEnum[Form]("form of governance",
	rule.Named("self-governing", "自治型", "self-governing"),
	rule.Named("integrating", "融合型", "integrating"),
	rule.Named("board", "理事会", "board"),
)

// Forms returns every form of governance.
func Forms() []Form { return forms.Values() }

// Valid tells whether the form of governance is stated.
func (f Form) Valid() bool { return forms.Valid(f) }

// String returns the stable text form.
func (f Form) String() string { return forms.Text(f) }

// Label returns the form of governance in the reader's language.
func (f Form) Label(tag language.Tag) string { return forms.Label(f, tag) }

// MarshalText writes the stable text form; a form of governance not stated is an error.
func (f Form) MarshalText() ([]byte, error) { return forms.Marshal(f) }

// UnmarshalText reads the stable text form; anything else is an error.
func (f *Form) UnmarshalText(text []byte) error { return forms.Unmarshal(f, text) }
