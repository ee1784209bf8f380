package rule_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

func date(t *testing.T, s string) rule.Date {
	t.Helper()
	d, err := rule.ParseDate(s)
	require.NoError(t, err)
	return d
}

func TestDurationEnds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from string
		n    int
		of   rule.Length
		with bool // the calendar of 2026
		last string
	}{
		{"2026-03-02", 15, rule.Days, false, "2026-03-17"},
		{"2026-03-02", 15, rule.Days, true, "2026-03-17"},       // a Tuesday
		{"2026-04-23", 15, rule.Days, true, "2026-05-08"},       // a Friday behind the holiday
		{"2026-04-16", 15, rule.Days, true, "2026-05-06"},       // 1 May: on to the 6th
		{"2026-04-16", 15, rule.Days, false, "2026-05-01"},      //
		{"2026-09-05", 15, rule.Days, true, "2026-09-20"},       // a Sunday that is worked
		{"2026-09-06", 15, rule.Days, true, "2026-09-21"},       //
		{"2026-09-11", 15, rule.Days, true, "2026-09-28"},       // 26 September: Mid-Autumn
		{"2026-02-12", 1, rule.WorkingDays, true, "2026-02-13"}, //
		{"2026-02-13", 1, rule.WorkingDays, true, "2026-02-14"}, // a Saturday that is worked
		{"2026-02-14", 1, rule.WorkingDays, true, "2026-02-24"}, // behind the Spring Festival
		{"2026-02-14", 5, rule.WorkingDays, true, "2026-02-28"}, // a Saturday that is worked
		{"2026-02-14", 6, rule.WorkingDays, true, "2026-03-02"}, //
		{"2026-01-31", 1, rule.Months, false, "2026-02-28"},     // no 31st
		{"2026-01-31", 1, rule.Months, true, "2026-02-28"},      // a Saturday that is worked
		{"2024-01-31", 1, rule.Months, false, "2024-02-29"},     // a leap year
		{"2026-05-31", 1, rule.Months, true, "2026-06-30"},      //
		{"2026-07-15", 1, rule.Months, true, "2026-08-17"},      // a Saturday
		{"2024-02-29", 1, rule.Years, false, "2025-02-28"},      //
		{"2024-02-29", 4, rule.Years, false, "2028-02-29"},      //
		{"2024-02-28", 1, rule.Days, false, "2024-02-29"},       //
		{"2023-02-28", 1, rule.Days, false, "2023-03-01"},       //
		{"2019-12-31", 366, rule.Days, false, "2020-12-31"},     //
		{"2026-12-24", 5, rule.WorkingDays, true, "2026-12-31"}, // the last day the calendar knows
		{"2021-08-31", 5, rule.Years, false, "2026-08-31"},      //
		{"9999-12-30", 1, rule.Days, false, "9999-12-31"},       //
	} {
		calendar := rule.Calendar{}
		if c.with {
			calendar = rule.Calendar2026()
		}
		d := rule.Duration{N: c.n, Of: c.of}
		last, why, err := d.Last(date(t, c.from), calendar)
		require.NoError(t, err, c)
		assert.Equal(t, c.last, last.String(), c)
		on, _ := why.Output.Date()
		assert.Equal(t, last, on)
		assert.NotContains(t, why.In(language.Chinese)+why.In(language.English), "{")
		if !c.with {
			assert.Equal(t, last, d.After(date(t, c.from)))
		}
	}
}

func TestDurationFaults(t *testing.T) {
	t.Parallel()
	fifteen := rule.Duration{N: 15, Of: rule.Days}
	for name, c := range map[string]struct {
		d    rule.Duration
		from string
		with bool
		code rule.Code
	}{
		"no length":             {rule.Duration{N: 1}, "2026-01-01", false, rule.Required},
		"none":                  {rule.Duration{Of: rule.Days}, "2026-01-01", false, rule.DurationLength},
		"negative":              {rule.Duration{N: -1, Of: rule.Days}, "2026-01-01", false, rule.DurationLength},
		"too long":              {rule.Duration{N: 101, Of: rule.Years}, "2026-01-01", false, rule.DurationLength},
		"without a calendar":    {rule.Duration{N: 5, Of: rule.WorkingDays}, "2026-01-01", false, rule.CalendarUnknown},
		"before the calendar":   {fifteen, "2025-12-01", true, rule.CalendarUnknown},
		"beyond the calendar":   {fifteen, "2026-12-20", true, rule.CalendarUnknown},
		"working days beyond":   {rule.Duration{N: 6, Of: rule.WorkingDays}, "2026-12-24", true, rule.CalendarUnknown},
		"beyond every calendar": {fifteen, "9999-12-20", false, rule.CalendarUnknown},
	} {
		calendar := rule.Calendar{}
		if c.with {
			calendar = rule.Calendar2026()
		}
		last, why, err := c.d.Last(date(t, c.from), calendar)
		require.ErrorIs(t, err, c.code, name)
		assert.True(t, last.IsZero())
		assert.Empty(t, why.Code)
	}
	_, _, err := fifteen.Last(rule.Date{}, rule.Calendar{})
	require.ErrorIs(t, err, rule.Required)
}

// Counted day by day, the n-th working day behind a day has n working days up
// to it, and a term in days never ends on a day of rest.
func TestDurationAgainstCountingDayByDay(t *testing.T) {
	t.Parallel()
	c := rule.Calendar2026()
	require.NoError(t, c.Validate())
	worked := 0
	for d := rule.Day(2026, 1, 1); c.Period.Contains(d); d = d.AddDays(1) {
		if works, known := c.Works(d); works {
			assert.True(t, known)
			worked++
		}
	}
	assert.Equal(t, 248, worked) // 261 weekdays less 19 of rest, and 6 weekends worked
	for from := rule.Day(2026, 1, 1); from.Before(rule.Day(2026, 11, 1)); from = from.AddDays(1) {
		last, _, err := rule.Duration{N: 7, Of: rule.WorkingDays}.Last(from, c)
		require.NoError(t, err)
		n := 0
		for d := from.AddDays(1); !last.Before(d); d = d.AddDays(1) {
			if works, _ := c.Works(d); works {
				n++
			}
		}
		assert.Equal(t, 7, n)
		works, _ := c.Works(last)
		assert.True(t, works)
		last, _, err = rule.Duration{N: 15, Of: rule.Days}.Last(from, c)
		require.NoError(t, err)
		works, _ = c.Works(last)
		assert.True(t, works)
		assert.GreaterOrEqual(t, last.DaysSince(from), 15)
	}
}

func TestCalendarFaultsAreNamed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*rule.Calendar)
		path   string
		code   rule.Code
	}{
		"no period":  {func(c *rule.Calendar) { c.Period.Until = rule.Date{} }, "period", rule.Required},
		"outside":    {func(c *rule.Calendar) { c.Rest[0] = rule.Day(2025, 12, 31) }, "rest[0]", rule.CalendarOutside},
		"order":      {func(c *rule.Calendar) { c.Rest[1], c.Rest[2] = c.Rest[2], c.Rest[1] }, "rest[2]", rule.CalendarOrder},
		"twice":      {func(c *rule.Calendar) { c.Work[1] = c.Work[0] }, "work[1]", rule.CalendarOrder},
		"no weekend": {func(c *rule.Calendar) { c.Work[0] = rule.Day(2026, 1, 5) }, "work[0]", rule.CalendarWork},
		"both":       {func(c *rule.Calendar) { c.Work[0] = rule.Day(2026, 1, 3) }, "work[0]", rule.CalendarWork},
		"no title":   {func(c *rule.Calendar) { c.Title = rule.Text{} }, "title", rule.Required},
	} {
		calendar := rule.Calendar2026()
		c.change(&calendar)
		err := calendar.Validate()
		require.ErrorIs(t, err, c.code, name)
		assert.Equal(t, c.path, rule.ProblemsOf(err)[0].Path, name)
	}
}

func TestCalendarIsTheSameInJSON(t *testing.T) {
	t.Parallel()
	data, err := rule.Encode("calendar/1", rule.Calendar2026())
	require.NoError(t, err)
	var got rule.Calendar
	require.NoError(t, rule.DecodeAs("calendar/1", data, &got))
	assert.Equal(t, rule.Calendar2026(), got)
	var d rule.Duration
	require.NoError(t, rule.Decode([]byte(`{"n": 5, "of": "working-days"}`), &d))
	assert.Equal(t, rule.Duration{N: 5, Of: rule.WorkingDays}, d)
	text, err := json.Marshal(d.Value())
	require.NoError(t, err)
	assert.JSONEq(t, `{"number":"5","unit":"working-day"}`, string(text))
}
