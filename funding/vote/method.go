package vote

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Method is how projects are chosen.
type Method uint8

// The methods.
const (
	EqualShares       Method = 1 + iota // 等额份额法: supporters pay out of equal shares
	EqualSharesAddOne                   // 等额份额法,逐步加额: the same, shares raised while the budget pays
	Greedy                              // 按得票: by votes, as long as the money lasts
)

var methods = rule.NewEnum[Method]("method of voting",
	rule.Named("equal-shares", "等额份额法", "equal shares"),
	rule.Named("equal-shares-add1", "等额份额法(逐步加额)", "equal shares with add-one completion"),
	rule.Named("greedy", "按得票从高到低", "greedy by votes"),
)

// Methods returns every method.
func Methods() []Method { return methods.Values() }

// Valid tells whether the method is stated.
func (m Method) Valid() bool { return methods.Valid(m) }

// String returns the stable text form.
func (m Method) String() string { return methods.Text(m) }

// Label returns the method in the reader's language.
func (m Method) Label(tag language.Tag) string { return methods.Label(m, tag) }

// MarshalText writes the stable text form; a method not stated is an error.
func (m Method) MarshalText() ([]byte, error) { return methods.Marshal(m) }

// UnmarshalText reads the stable text form; anything else is an error.
func (m *Method) UnmarshalText(text []byte) error { return methods.Unmarshal(m, text) }

// Satisfaction is what a voter is taken to get from a funded project.
type Satisfaction uint8

// The measures of satisfaction.
const (
	Cost        Satisfaction = 1 + iota // 按金额: the points times the project's cost
	Cardinality                         // 按项数: the points; one for each project approved
)

var satisfactions = rule.NewEnum[Satisfaction]("satisfaction",
	rule.Named("cost", "按项目金额计", "by cost"),
	rule.Named("cardinality", "按项目数计", "by number"),
)

// Satisfactions returns every measure of satisfaction.
func Satisfactions() []Satisfaction { return satisfactions.Values() }

// Valid tells whether the measure is stated.
func (s Satisfaction) Valid() bool { return satisfactions.Valid(s) }

// String returns the stable text form.
func (s Satisfaction) String() string { return satisfactions.Text(s) }

// Label returns the measure in the reader's language.
func (s Satisfaction) Label(tag language.Tag) string { return satisfactions.Label(s, tag) }

// MarshalText writes the stable text form; a measure not stated is an error.
func (s Satisfaction) MarshalText() ([]byte, error) { return satisfactions.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Satisfaction) UnmarshalText(text []byte) error { return satisfactions.Unmarshal(s, text) }
