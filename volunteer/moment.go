package volunteer

import (
	"cmp"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Moment is a minute of civil time in China, which has one time zone and no
// summer time. It is comparable; the zero value means "not stated".
type Moment struct {
	day    rule.Date
	minute int32 // since midnight, below 1,440
}

const (
	minutesPerDay = 24 * 60
	offset        = 8 * 60 // of China Standard Time, in minutes
)

// At returns the moment at an hour and minute of a day. The hour may be 24
// with minute 0, the end of the day. Anything else, or a day not stated, is a
// [rule.Problem] with code [MomentInvalid].
func At(day rule.Date, hour, minute int) (Moment, error) {
	whole := hour*60 + minute
	if day.IsZero() || hour < 0 || minute < 0 || minute > 59 || whole > minutesPerDay {
		return Moment{}, problems.Problem("", MomentInvalid)
	}
	m := Moment{day, 0}.Add(whole)
	if m.IsZero() {
		return Moment{}, problems.Problem("", MomentInvalid)
	}
	return m, nil
}

// Clock is [At] for literals: it panics on a time that does not exist, as an
// index outside a slice does.
func Clock(day rule.Date, hour, minute int) Moment {
	m, err := At(day, hour, minute)
	if err != nil {
		panic(err)
	}
	return m
}

// ParseMoment reads a time written 2015-04-21T09:30+08:00; 09:30Z with a Z is
// the same instant in universal time. A time without its zone could be
// anybody's and is refused with [MomentZone]; another form with
// [MomentSyntax]; a zone other than these two with [MomentZone]; an hour or
// minute that does not exist with [MomentInvalid].
func ParseMoment(s string) (Moment, error) {
	const form = "2006-01-02T15:04"
	fault := func(code rule.Code) (Moment, error) {
		return Moment{}, problems.Problem("", code, rule.With("value", rule.Quoted(s)))
	}
	if len(s) < len(form) || s[10] != 'T' || s[13] != ':' {
		return fault(MomentSyntax)
	}
	day, err := rule.ParseDate(s[:10])
	if err != nil {
		return Moment{}, err
	}
	hour, ok1 := twoDigits(s[11:13])
	minute, ok2 := twoDigits(s[14:16])
	if !ok1 || !ok2 {
		return fault(MomentSyntax)
	}
	m, err := At(day, hour, minute)
	if err != nil {
		return fault(MomentInvalid)
	}
	switch s[len(form):] {
	case "+08:00":
		return m, nil
	case "Z":
		if m = m.Add(offset); m.IsZero() {
			return fault(MomentInvalid)
		}
		return m, nil
	}
	return fault(MomentZone)
}

func twoDigits(s string) (int, bool) {
	if s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}

// IsZero tells whether the moment is not stated.
func (m Moment) IsZero() bool { return m.day.IsZero() }

// Compare orders moments: -1, 0 or 1. A moment not stated comes first.
func (m Moment) Compare(o Moment) int {
	if order := m.day.Compare(o.day); order != 0 {
		return order
	}
	return cmp.Compare(m.minute, o.minute)
}

// Before tells whether m is earlier than o.
func (m Moment) Before(o Moment) bool { return m.Compare(o) < 0 }

// Since returns the minutes from o to m, negative if m is earlier.
func (m Moment) Since(o Moment) int {
	return m.day.DaysSince(o.day)*minutesPerDay + int(m.minute-o.minute)
}

// Add returns the moment so many minutes later, or earlier for a negative
// number. A moment not stated stays so; a result outside the calendar is not
// stated.
func (m Moment) Add(minutes int) Moment {
	minutes += int(m.minute)
	days, minute := minutes/minutesPerDay, minutes%minutesPerDay
	if minute < 0 {
		days, minute = days-1, minute+minutesPerDay
	}
	day := m.day
	if days != 0 {
		day = day.AddDays(days)
	}
	if day.IsZero() {
		return Moment{}
	}
	return Moment{day, int32(minute)}
}

// Date returns the day the moment lies in; midnight belongs to the day it
// begins.
func (m Moment) Date() rule.Date { return m.day }

// Minute returns the minutes since midnight.
func (m Moment) Minute() int { return int(m.minute) }

// String returns 2015-04-21T09:30+08:00, or the empty string for a moment not
// stated.
func (m Moment) String() string {
	if m.IsZero() {
		return ""
	}
	digits := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	return m.Date().String() + "T" + digits(m.Minute()/60) + ":" + digits(m.Minute()%60) + "+08:00"
}

// MarshalText writes the moment as String does.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what [ParseMoment] reads; the empty text is a moment not
// stated. On an error the moment stays as it was.
func (m *Moment) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Moment{}
		return nil
	}
	parsed, err := ParseMoment(string(text))
	if err != nil {
		return err
	}
	*m = parsed
	return nil
}

// Span is the time from one moment up to another, which is no longer in it.
type Span struct {
	From  Moment `json:"from"`
	Until Moment `json:"until"`
}

// Minutes returns how long the span lasts, 0 for one that ends before it
// begins.
func (s Span) Minutes() int { return max(0, s.Until.Since(s.From)) }

// Overlaps tells whether two spans share a minute.
func (s Span) Overlaps(t Span) bool { return s.From.Before(t.Until) && t.From.Before(s.Until) }

// Covers tells whether the whole of t lies in s.
func (s Span) Covers(t Span) bool { return !t.From.Before(s.From) && !s.Until.Before(t.Until) }

// Validate reports ends that are not stated ([rule.Required]) and a span that
// does not end after it begins ([SpanBackwards]).
func (s Span) Validate() error {
	var found rule.Problems
	if s.From.IsZero() {
		found.Add(problems.Problem("from", rule.Required))
	}
	if s.Until.IsZero() {
		found.Add(problems.Problem("until", rule.Required))
	}
	if len(found) == 0 && !s.From.Before(s.Until) {
		found.Add(problems.Problem("until", SpanBackwards,
			rule.With("from", rule.Word(s.From.String())), rule.With("until", rule.Word(s.Until.String()))))
	}
	return found.Err()
}
