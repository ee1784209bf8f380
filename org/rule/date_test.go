package rule_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org/rule"
)

func TestParseDate(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"0001-01-01", "1970-01-01", "2000-02-29", "2015-04-21", "2024-02-29", "9999-12-31"} {
		d, err := rule.ParseDate(s)
		require.NoError(t, err, s)
		assert.Equal(t, s, d.String())
	}
	for s, code := range map[string]rule.Code{
		"": rule.DateSyntax, "2015-4-21": rule.DateSyntax, "2015/04/21": rule.DateSyntax, "20150421": rule.DateSyntax,
		" 2015-04-21": rule.DateSyntax, "2015-04-21T00:00:00Z": rule.DateSyntax, "+015-04-21": rule.DateSyntax,
		"２０１５-04-21": rule.DateSyntax, "2015-04-2x": rule.DateSyntax, "二〇一五": rule.DateSyntax,
		"0000-01-01": rule.DateInvalid, "2015-00-01": rule.DateInvalid, "2015-13-01": rule.DateInvalid,
		"2015-01-00": rule.DateInvalid, "2015-01-32": rule.DateInvalid, "2015-02-29": rule.DateInvalid,
		"1900-02-29": rule.DateInvalid, "2015-04-31": rule.DateInvalid,
	} {
		d, err := rule.ParseDate(s)
		require.ErrorIs(t, err, code, s)
		assert.True(t, d.IsZero(), s)
	}
}

func TestNewDateRefusesDaysThatDoNotExist(t *testing.T) {
	t.Parallel()
	for _, day := range [][3]int{
		{0, 1, 1},
		{-1, 1, 1},
		{10000, 1, 1},
		{2015, 2, 29},
		{2015, 14, 1},
		{2015, -10, 1},
		{2014, 12, 32},
		{1 << 30, 1, 1},
		{2015, 1 << 30, 1},
		{2015, 1, 1 << 30},
	} {
		_, err := rule.NewDate(day[0], day[1], day[2])
		require.ErrorIs(t, err, rule.DateInvalid, day)
		assert.Panics(t, func() { rule.Day(day[0], day[1], day[2]) })
	}
}

// Every day of the calendar, walked one by one, is the one package time has.
func TestCalendar(t *testing.T) {
	t.Parallel()
	d := rule.Day(1, 1, 1)
	days := 0
	for at := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < 10000; at = at.AddDate(0, 0, 1) {
		if d.Year() != at.Year() || d.Month() != int(at.Month()) || d.Day() != at.Day() {
			t.Fatalf("day %d is %s, want %s", days, d, at.Format(time.DateOnly))
		}
		days++
		if days < 3652059 {
			d = d.AddDays(1)
		}
	}
	assert.Equal(t, 3652059, days)
	assert.Equal(t, days-1, d.DaysSince(rule.Day(1, 1, 1)))
	assert.True(t, d.AddDays(1).IsZero())
	assert.True(t, rule.Day(1, 1, 1).AddDays(-1).IsZero())
}

func TestDateArithmetic(t *testing.T) {
	t.Parallel()
	d := rule.Day(2015, 4, 21)
	assert.Equal(t, 0, d.DaysSince(d))
	assert.Equal(t, 5, d.AddDays(5).DaysSince(d), "the first day is not counted")
	assert.Equal(t, -1, d.DaysSince(d.AddDays(1)))
	assert.Equal(t, d, d.AddDays(-400).AddDays(400))
	assert.True(t, d.AddDays(4_000_000).IsZero())
	assert.True(t, d.AddDays(-4_000_000).IsZero())
	assert.Equal(t, []int{-1, 0, 1}, []int{d.Compare(d.AddDays(1)), d.Compare(d), d.Compare(d.AddDays(-1))})
	assert.True(t, d.Before(d.AddDays(1)))
	assert.False(t, d.Before(d))
	assert.Equal(t, d, rule.Day(2015, 4, 21), "dates are comparable")
}

// Civil Code, art. 202: a period in months ends on the corresponding day, or
// on the month's last day where there is none.
func TestAddMonths(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2015-01-15", 1, "2015-02-15"},
		{"2015-01-31", 1, "2015-02-28"},
		{"2016-01-31", 1, "2016-02-29"},
		{"2015-01-31", 3, "2015-04-30"},
		{"2015-01-31", 2, "2015-03-31"},
		{"2015-11-30", 3, "2016-02-29"},
		{"2016-02-29", 12, "2017-02-28"},
		{"2016-02-29", 48, "2020-02-29"},
		{"2015-03-31", -1, "2015-02-28"},
		{"2015-01-01", -1, "2014-12-01"},
		{"2015-01-31", 0, "2015-01-31"},
		{"2015-12-31", 12 * 5, "2020-12-31"},
		{"9999-12-31", 1, ""},
		{"0001-01-31", -1, ""},
		{"0001-01-31", 12 * 9998, "9999-01-31"},
		{"2015-01-31", 1 << 30, ""},
		{"2015-01-31", -1 << 30, ""},
	} {
		from, err := rule.ParseDate(c.from)
		require.NoError(t, err)
		assert.Equal(t, c.want, from.AddMonths(c.months).String(), "%s + %d months", c.from, c.months)
	}
}

func TestDateNotStated(t *testing.T) {
	t.Parallel()
	var none rule.Date
	assert.True(t, none.IsZero())
	assert.Equal(t, []int{0, 0, 0}, []int{none.Year(), none.Month(), none.Day()})
	assert.Empty(t, none.String())
	assert.True(t, none.AddDays(1).IsZero())
	assert.True(t, none.AddMonths(1).IsZero())
	assert.True(t, none.Before(rule.Day(1, 1, 1)))
}

func TestDateText(t *testing.T) {
	t.Parallel()
	d := rule.Day(2015, 4, 21)
	for _, text := range []string{"2015-04-31", "x"} {
		require.Error(t, d.UnmarshalText([]byte(text)))
		assert.Equal(t, rule.Day(2015, 4, 21), d, "an error leaves the date as it was")
	}
	require.NoError(t, d.UnmarshalText(nil))
	assert.True(t, d.IsZero())
	text, err := d.MarshalText()
	require.NoError(t, err)
	assert.Empty(t, text)
}

func TestDateProblemNamesTheText(t *testing.T) {
	t.Parallel()
	_, err := rule.ParseDate("2015-02-29")
	var problem *rule.Problem
	require.ErrorAs(t, err, &problem)
	assert.Equal(t, `there is no day "2015-02-29"`, problem.Error())
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"", "2015-04-21", "2015-02-29", "9999-12-31", "0000-00-00", "2015-4-21", "2015-04-21 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := rule.ParseDate(s)
		at, timeErr := time.Parse(time.DateOnly, s)
		if valid := timeErr == nil && at.Year() > 0; valid != (err == nil) {
			t.Fatalf("%q: %v, package time says %v", s, err, timeErr)
		}
		if err != nil {
			return
		}
		if d.String() != s {
			t.Fatalf("%q reads as %s", s, d)
		}
		if again := rule.Day(d.Year(), d.Month(), d.Day()); again != d {
			t.Fatalf("%s is not %s", again, d)
		}
	})
}
