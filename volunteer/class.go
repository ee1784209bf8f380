package volunteer

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Class says under which heading a person serves and is insured.
type Class uint8

// The three classes.
const (
	Regular  Class = 1 + iota // 志愿者: registered with the district's volunteer register
	Charity                   // 慈善义工: registered with the charity federation
	Activity                  // 活动志愿者: enrolled for one activity only
)

var classes = rule.NewEnum[Class]("class",
	rule.Named("volunteer", "志愿者", "volunteer"),
	rule.Named("charity-volunteer", "慈善义工", "charity volunteer"),
	rule.Named("activity-volunteer", "活动志愿者", "activity volunteer"),
)

// Classes returns every class.
func Classes() []Class { return classes.Values() }

// Valid tells whether the class is stated.
func (c Class) Valid() bool { return classes.Valid(c) }

// String returns the stable text form.
func (c Class) String() string { return classes.Text(c) }

// Label returns the class in the reader's language.
func (c Class) Label(tag language.Tag) string { return classes.Label(c, tag) }

// Words returns the class in both languages.
func (c Class) Words() rule.Text { return classes.Labels(c) }

// MarshalText writes the stable text form; a class not stated is an error.
func (c Class) MarshalText() ([]byte, error) { return classes.Marshal(c) }

// UnmarshalText reads the stable text form; anything else is an error.
func (c *Class) UnmarshalText(text []byte) error { return classes.Unmarshal(c, text) }
