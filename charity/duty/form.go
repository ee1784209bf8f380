package duty

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Form is the kind of a charitable organization, as the spending rules tell
// them apart.
type Form uint8

// The forms.
const (
	PublicFoundation Form = 1 + iota // 具有公开募捐资格的基金会
	PublicOther                      // 具有公开募捐资格的社会团体、社会服务机构
	Foundation                       // 不具有公开募捐资格的基金会
	Other                            // 不具有公开募捐资格的社会团体、社会服务机构
)

var forms = rule.NewEnum[Form]("form",
	rule.Named("public-foundation", "具有公开募捐资格的基金会", "publicly fundraising foundation"),
	rule.Named("public-other", "具有公开募捐资格的社会团体和社会服务机构", "publicly fundraising social group or service organization"),
	rule.Named("foundation", "不具有公开募捐资格的基金会", "other foundation"),
	rule.Named("other", "不具有公开募捐资格的社会团体和社会服务机构", "other social group or service organization"),
)

// Forms returns every form.
func Forms() []Form { return forms.Values() }

// Valid tells whether the form is stated.
func (f Form) Valid() bool { return forms.Valid(f) }

// String returns the stable text form.
func (f Form) String() string { return forms.Text(f) }

// Label returns the form in the reader's language.
func (f Form) Label(tag language.Tag) string { return forms.Label(f, tag) }

// MarshalText writes the stable text form; a form not stated is an error.
func (f Form) MarshalText() ([]byte, error) { return forms.Marshal(f) }

// UnmarshalText reads the stable text form; anything else is an error.
func (f *Form) UnmarshalText(text []byte) error { return forms.Unmarshal(f, text) }

// Base is what a floor is a share of.
type Base uint8

// The bases.
const (
	LastIncome Base = 1 + iota // 上年总收入, less what is restricted to later years, plus what was released
	NetAssets                  // 上年末净资产
	LastRaised                 // 上年募捐所得
)

var bases = rule.NewEnum[Base]("base",
	rule.Named("last-income", "上年总收入", "last year's income"),
	rule.Named("net-assets", "上年末净资产", "net assets at last year's end"),
	rule.Named("last-raised", "上年募得款物", "what was raised last year"),
)

// Bases returns every base.
func Bases() []Base { return bases.Values() }

// Valid tells whether the base is stated.
func (b Base) Valid() bool { return bases.Valid(b) }

// String returns the stable text form.
func (b Base) String() string { return bases.Text(b) }

// Label returns the base in the reader's language.
func (b Base) Label(tag language.Tag) string { return bases.Label(b, tag) }

// MarshalText writes the stable text form; a base not stated is an error.
func (b Base) MarshalText() ([]byte, error) { return bases.Marshal(b) }

// UnmarshalText reads the stable text form; anything else is an error.
func (b *Base) UnmarshalText(text []byte) error { return bases.Unmarshal(b, text) }
