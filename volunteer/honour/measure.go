package honour

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Measure is what a star asks for.
type Measure uint8

// The measures.
const (
	Hours  Measure = 1 + iota // 服务时长: credited hours
	Points                    // 积分: points of the place's own rules
	Months                    // 注册月数: full months on the register
)

var measures = rule.NewEnum[Measure]("measure",
	rule.Named("hours", "服务时长", "hours of service"),
	rule.Named("points", "积分", "points"),
	rule.Named("months", "注册时间", "time on the register"),
)

// Measures returns every measure.
func Measures() []Measure { return measures.Values() }

// Valid tells whether the measure is stated.
func (m Measure) Valid() bool { return measures.Valid(m) }

// String returns the stable text form.
func (m Measure) String() string { return measures.Text(m) }

// Label returns the measure in the reader's language.
func (m Measure) Label(tag language.Tag) string { return measures.Label(m, tag) }

// MarshalText writes the stable text form; a measure not stated is an error.
func (m Measure) MarshalText() ([]byte, error) { return measures.Marshal(m) }

// UnmarshalText reads the stable text form; anything else is an error.
func (m *Measure) UnmarshalText(text []byte) error { return measures.Unmarshal(m, text) }

func (m Measure) unit() rule.Unit {
	switch m {
	case Hours:
		return rule.Hour
	case Points:
		return rule.Point
	case Months:
		return rule.MonthUnit
	}
	return 0
}
