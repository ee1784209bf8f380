package volunteer

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Weekday is a day of the week.
type Weekday uint8

// The days of the week.
const (
	Monday Weekday = 1 + iota
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

var weekdays = rule.NewEnum[Weekday]("weekday",
	rule.Named("monday", "星期一", "Monday"),
	rule.Named("tuesday", "星期二", "Tuesday"),
	rule.Named("wednesday", "星期三", "Wednesday"),
	rule.Named("thursday", "星期四", "Thursday"),
	rule.Named("friday", "星期五", "Friday"),
	rule.Named("saturday", "星期六", "Saturday"),
	rule.Named("sunday", "星期日", "Sunday"),
)

// Weekdays returns the days from Monday to Sunday.
func Weekdays() []Weekday { return weekdays.Values() }

// WeekdayOf returns the day of the week of a date, zero for a date not stated.
func WeekdayOf(d rule.Date) Weekday {
	if d.IsZero() {
		return 0
	}
	// day 1 of the calendar, 0001-01-01, was a Monday
	return Weekday((d.DaysSince(rule.Date{})-1)%7) + Monday
}

// Valid tells whether the day is stated.
func (w Weekday) Valid() bool { return weekdays.Valid(w) }

// String returns the stable text form.
func (w Weekday) String() string { return weekdays.Text(w) }

// Label returns the day in the reader's language.
func (w Weekday) Label(tag language.Tag) string { return weekdays.Label(w, tag) }

// MarshalText writes the stable text form; a day not stated is an error.
func (w Weekday) MarshalText() ([]byte, error) { return weekdays.Marshal(w) }

// UnmarshalText reads the stable text form; anything else is an error.
func (w *Weekday) UnmarshalText(text []byte) error { return weekdays.Unmarshal(w, text) }

// Weekly says that a person has time on a day of the week between two hours,
// in a period.
type Weekly struct {
	Day    Weekday     `json:"day"`
	From   int         `json:"from"`  // minutes since midnight
	Until  int         `json:"until"` // minutes since midnight, at most 1,440
	Period rule.Period `json:"period,omitzero"`
}

// Covers tells whether the whole span lies in the hours of one such day.
func (w Weekly) Covers(s Span) bool {
	day := s.From.Date()
	from := s.From.Minute()
	return WeekdayOf(day) == w.Day && w.Period.Contains(day) && from >= w.From && from+s.Minutes() <= w.Until
}

// Validate reports a day that is not stated, hours outside the day or the
// wrong way round, and an empty period.
func (w Weekly) Validate() error {
	var found rule.Problems
	if !w.Day.Valid() {
		found.Add(problems.Problem("day", rule.Required))
	}
	if w.From < 0 || w.Until > minutesPerDay || w.From >= w.Until {
		found.Add(problems.Problem("until", HoursOfDay,
			rule.With("from", rule.Int(int64(w.From), 0)), rule.With("until", rule.Int(int64(w.Until), 0))))
	}
	found.Nest("period", w.Period.Validate())
	return found.Err()
}
