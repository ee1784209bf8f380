package rule

import "golang.org/x/text/language"

// Unit says what a number counts, so that it can be written as people write
// it: 2,500.00 元, 20 人, 50%.
type Unit uint8

// The units of the library. A number without a unit has the zero Unit.
const (
	Yuan         Unit = 1 + iota // 元
	Person                       // 人
	PersonTime                   // 人次, attendances: not persons
	Organization                 // 家
	Point                        // 分, of a score
	Percent                      // a ratio written as a percentage: 0.5 is 50%
	DayUnit                      // 天
	WorkingDay                   // 工作日
	MonthUnit                    // 个月
	YearUnit                     // 年
	Hour                         // 小时
	Item                         // 项, of projects and the like
	Times                        // 次
)

var units = NewEnum[Unit]("unit",
	Named("yuan", "元", "yuan"),
	Named("person", "人", "persons"),
	Named("person-time", "人次", "person-times"),
	Named("organization", "家", "organizations"),
	Named("point", "分", "points"),
	Named("percent", "%", "%"),
	Named("day", "天", "days"),
	Named("working-day", "个工作日", "working days"),
	Named("month", "个月", "months"),
	Named("year", "年", "years"),
	Named("hour", "小时", "hours"),
	Named("item", "项", "items"),
	Named("times", "次", "times"),
)

// Units returns every unit.
func Units() []Unit { return units.Values() }

// Valid tells whether the unit is stated.
func (u Unit) Valid() bool { return units.Valid(u) }

// String returns the stable text form.
func (u Unit) String() string { return units.Text(u) }

// Label returns the unit's word in the reader's language.
func (u Unit) Label(tag language.Tag) string { return units.Label(u, tag) }

// MarshalText writes the stable text form; a unit not stated is an error.
func (u Unit) MarshalText() ([]byte, error) { return units.Marshal(u) }

// UnmarshalText reads the stable text form; anything else is an error.
func (u *Unit) UnmarshalText(text []byte) error { return units.Unmarshal(u, text) }
