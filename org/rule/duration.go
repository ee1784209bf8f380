package rule

import "golang.org/x/text/language"

// Duration is a length of time that a rule gives (期间): five years, 15 days, 5
// working days.
type Duration struct {
	N  int    `json:"n"`
	Of Length `json:"of"`
}

// Length is what a term is counted in.
type Length uint8

// The lengths.
const (
	Days        Length = 1 + iota // 日
	WorkingDays                   // 工作日
	Months                        // 月
	Years                         // 年
)

var lengths = NewEnum[Length]("length",
	Named("days", "日", "days"),
	Named("working-days", "工作日", "working days"),
	Named("months", "月", "months"),
	Named("years", "年", "years"),
)

const (
	longestTerm = 36525 // days
	mostMonths  = 1200
)

// Validate reports a length not stated and a number below one or of more than
// a hundred years.
func (t Duration) Validate() error {
	var found Problems
	if !t.Of.Valid() {
		found.Add(problems.Problem("of", Required))
	}
	most := longestTerm
	switch t.Of {
	case Months:
		most = mostMonths
	case Years:
		most = mostMonths / 12
	}
	if t.N < 1 || t.N > most {
		found.Add(problems.Problem("n", DurationLength, With("n", Int(int64(t.N), 0)), With("most", Int(int64(most), 0))))
	}
	return found.Err()
}

// IsZero tells whether no term is stated.
func (t Duration) IsZero() bool { return t == Duration{} }

// Value returns the term as a number with its unit.
func (t Duration) Value() Value {
	unit := [...]Unit{Days: DayUnit, WorkingDays: WorkingDay, Months: MonthUnit, Years: YearUnit}
	if !t.Of.Valid() {
		return Value{}
	}
	return Int(int64(t.N), unit[t.Of])
}

// After returns the last day of a term that begins on a day, without a look at
// holidays: the first day is not counted, and months and years end on the same
// day number or, where there is none, on the month's last day (Civil Code,
// art. 201 and 202). It is what a term of validity is counted by. Working days
// need a calendar: see [Duration.Last]; here they give no date, as does an end
// beyond the year 9999.
func (t Duration) After(from Date) Date {
	switch t.Of {
	case Days:
		return from.AddDays(t.N)
	case Months:
		return from.AddMonths(t.N)
	case Years:
		if t.N > mostMonths/12 {
			return Date{}
		}
		return from.AddMonths(12 * t.N)
	}
	return Date{}
}

// Last returns the last day for what must be done within a term that begins on
// a day, and why. It is counted as by [Duration.After]; where its last day is a day
// of rest, it ends on the first working day behind it (Civil Code, art. 203).
// Of working days only those of the calendar count. The zero calendar knows no
// day of rest: then terms end where they end, and working days are a [Problem]
// with code [CalendarUnknown], as is a day the calendar does not know.
func (t Duration) Last(from Date, c Calendar) (Date, Reason, error) {
	if err := t.Validate(); err != nil {
		return Date{}, Reason{}, err
	}
	if from.IsZero() {
		return Date{}, Reason{}, problems.Problem("from", Required)
	}
	last := t.After(from)
	var err error
	if t.Of == WorkingDays {
		last, err = c.ahead(from, t.N)
	}
	if err == nil && last.IsZero() {
		err = problems.Problem("from", CalendarUnknown, With("day", On(from)))
	}
	if err != nil {
		return Date{}, Reason{}, err
	}
	counted := problems.Reason(DurationCounted, With("from", On(from)), With("term", t.Value())).Gives(Given, On(last))
	if c.ID == "" {
		return last, counted, nil
	}
	moved := last
	if works, known := c.Works(last); !known || !works {
		if moved, err = c.ahead(last, 1); err != nil {
			return Date{}, Reason{}, err
		}
	}
	if moved == last {
		return last, counted, nil
	}
	r := problems.Reason(DurationMoved, With("rest", On(last)), With("calendar", Label(c.Title))).Gives(Given, On(moved)).From(c.Source, c.Status)
	r.Parts = []Reason{counted}
	return moved, r, nil
}

// Lengths returns every length.
func Lengths() []Length { return lengths.Values() }

// Valid tells whether the length is stated.
func (l Length) Valid() bool { return lengths.Valid(l) }

// String returns the stable text form.
func (l Length) String() string { return lengths.Text(l) }

// Label returns the length in the reader's language.
func (l Length) Label(tag language.Tag) string { return lengths.Label(l, tag) }

// MarshalText writes the stable text form; a length not stated is an error.
func (l Length) MarshalText() ([]byte, error) { return lengths.Marshal(l) }

// UnmarshalText reads the stable text form; anything else is an error.
func (l *Length) UnmarshalText(text []byte) error { return lengths.Unmarshal(l, text) }
