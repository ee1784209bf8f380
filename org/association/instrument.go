package association

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Instrument is a means by which an association disciplines its members (行业自律).
type Instrument uint8

// The four instruments of Zhenhai's recycling association (report of 2015).
const (
	Covenant      Instrument = 1 + iota // binds every member
	PurchaseRules                       // bind every member
	Pledge                              // binds those who signed
	Certification                       // of each member, for a time
)

var instruments = rule.NewEnum[Instrument]("instrument of self-discipline",
	rule.Named("convention", "行业自律公约", "self-discipline convention"),
	rule.Named("purchase-rules", "会员企业收购准则", "purchase rules"),
	rule.Named("pledge", "责任状", "signed pledge"),
	rule.Named("certification", "经营资质认定", "certification of qualification"),
)

// Instruments returns every instrument of self-discipline.
func Instruments() []Instrument { return instruments.Values() }

// Valid tells whether the instrument of self-discipline is stated.
func (i Instrument) Valid() bool { return instruments.Valid(i) }

// String returns the stable text form.
func (i Instrument) String() string { return instruments.Text(i) }

// Label returns the instrument of self-discipline in the reader's language.
func (i Instrument) Label(tag language.Tag) string { return instruments.Label(i, tag) }

// MarshalText writes the stable text form; an instrument of self-discipline not stated is an error.
func (i Instrument) MarshalText() ([]byte, error) { return instruments.Marshal(i) }

// UnmarshalText reads the stable text form; anything else is an error.
func (i *Instrument) UnmarshalText(text []byte) error { return instruments.Unmarshal(i, text) }
