package rule

import (
	"strconv"
	"time"
)

// Date is a calendar date: a day in a year, with no time of day and no time
// zone. The zero value means "not stated" and is no day. Dates are comparable
// with == and run from 0001-01-01 to 9999-12-31.
type Date struct {
	n int32 // 1 is 0001-01-01
}

const (
	secondsPerDay = 24 * 60 * 60
	lastDay       = 3652059 // 9999-12-31
)

// dayZero is the day before 0001-01-01 in days since the Unix epoch.
func dayZero() int64 {
	return time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix()/secondsPerDay - 1
}

// NewDate returns the date of a year, month and day. A day that does not
// exist, such as 2015-02-29, is a [Problem] with code [DateInvalid].
func NewDate(year, month, day int) (Date, error) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Year() != year || int(t.Month()) != month || t.Day() != day {
		written := strconv.Itoa(year) + "-" + strconv.Itoa(month) + "-" + strconv.Itoa(day)
		return Date{}, problems.Problem("", DateInvalid, With("value", Word(written)))
	}
	return Date{int32(t.Unix()/secondsPerDay - dayZero())}, nil
}

// Day is [NewDate] for literals: it panics on a day that does not exist, as an
// index outside a slice does.
func Day(year, month, day int) Date {
	d, err := NewDate(year, month, day)
	if err != nil {
		panic(err)
	}
	return d
}

// ParseDate reads a date written as YYYY-MM-DD. Anything else is a [Problem]
// with code [DateSyntax] or, for a day that does not exist, [DateInvalid].
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, problems.Problem("", DateSyntax, With("value", Quoted(s)))
	}
	var parts [3]int
	for i, digits := range []string{s[:4], s[5:7], s[8:]} {
		for _, c := range []byte(digits) {
			if c < '0' || c > '9' {
				return Date{}, problems.Problem("", DateSyntax, With("value", Quoted(s)))
			}
			parts[i] = parts[i]*10 + int(c-'0')
		}
	}
	d, err := NewDate(parts[0], parts[1], parts[2])
	if err != nil {
		return Date{}, problems.Problem("", DateInvalid, With("value", Quoted(s)))
	}
	return d, nil
}

func (d Date) time() time.Time {
	return time.Unix((int64(d.n)+dayZero())*secondsPerDay, 0).UTC()
}

// IsZero tells whether the date is not stated.
func (d Date) IsZero() bool { return d.n == 0 }

// Year returns the year, 0 for a date not stated.
func (d Date) Year() int {
	if d.IsZero() {
		return 0
	}
	return d.time().Year()
}

// Month returns the month, 0 for a date not stated.
func (d Date) Month() int {
	if d.IsZero() {
		return 0
	}
	return int(d.time().Month())
}

// Day returns the day of the month, 0 for a date not stated.
func (d Date) Day() int {
	if d.IsZero() {
		return 0
	}
	return d.time().Day()
}

// Compare orders dates by the calendar: -1, 0 or 1. A date not stated comes
// before all others.
func (d Date) Compare(e Date) int {
	switch {
	case d.n < e.n:
		return -1
	case d.n > e.n:
		return 1
	}
	return 0
}

// Before tells whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.n < e.n }

// DaysSince returns the number of days from e to d, negative if d is earlier.
// The first day is not counted (Civil Code, art. 201).
func (d Date) DaysSince(e Date) int { return int(d.n) - int(e.n) }

// AddDays returns the date n days later, or earlier for a negative n. A date
// not stated stays so; a result outside the calendar is not stated.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n > lastDay || n < -lastDay {
		return Date{}
	}
	return inCalendar(int64(d.n) + int64(n))
}

// AddMonths returns the same day of the month n months later, or the month's
// last day where that month has no such day (Civil Code, art. 202). A date not
// stated stays so; a result outside the calendar is not stated.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() || n > 12*9999 || n < -12*9999 {
		return Date{}
	}
	t := d.time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return inCalendar(first.Unix()/secondsPerDay - dayZero() + int64(min(t.Day(), last)) - 1)
}

func inCalendar(n int64) Date {
	if n < 1 || n > lastDay {
		return Date{}
	}
	return Date{int32(n)}
}

// String returns YYYY-MM-DD, or the empty string for a date not stated.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.time().Format(time.DateOnly)
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes; the empty string is a date not
// stated. On an error the date stays as it was.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
