package volunteer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

func TestParseMoment(t *testing.T) {
	t.Parallel()
	day := rule.Day(2015, 4, 21)
	tests := map[string]volunteer.Moment{
		"2015-04-21T09:30+08:00": volunteer.Clock(day, 9, 30),
		"2015-04-21T24:00+08:00": volunteer.Clock(day.AddDays(1), 0, 0),
		"2015-04-20T17:00Z":      volunteer.Clock(day, 1, 0),
	}
	for written, want := range tests {
		got, err := volunteer.ParseMoment(written)
		require.NoError(t, err, written)
		assert.Equal(t, want, got, written)
	}
	m := tests["2015-04-21T09:30+08:00"]
	assert.Equal(t, day, m.Date())
	assert.Equal(t, 570, m.Minute())
	assert.Equal(t, "2015-04-21T09:30+08:00", m.String())
	assert.Equal(t, "2015-04-22T00:05+08:00", m.Add(14*60+35).String())
}

func TestMomentFaults(t *testing.T) {
	t.Parallel()
	for written, code := range map[string]rule.Code{
		"2015-04-21T09:30":       volunteer.MomentZone,
		"2015-04-21T09:30+09:00": volunteer.MomentZone,
		"2015-04-21T09:30CST":    volunteer.MomentZone,
		"2015-04-21 09:30+08:00": volunteer.MomentSyntax,
		"2015-04-21T9:30+08:00":  volunteer.MomentSyntax,
		"2015-04-21T0x:30+08:00": volunteer.MomentSyntax,
		"":                       volunteer.MomentSyntax,
		"2015-04-21T25:00+08:00": volunteer.MomentInvalid,
		"2015-04-21T24:01+08:00": volunteer.MomentInvalid,
		"2015-04-21T09:60+08:00": volunteer.MomentInvalid,
		"9999-12-31T23:00Z":      volunteer.MomentInvalid,
		"2015-02-29T09:30+08:00": rule.DateInvalid,
		"20I5-04-21T09:30+08:00": rule.DateSyntax,
	} {
		_, err := volunteer.ParseMoment(written)
		assert.ErrorIs(t, err, code, written)
	}
	_, err := volunteer.At(rule.Date{}, 1, 0)
	require.ErrorIs(t, err, volunteer.MomentInvalid)
	assert.Panics(t, func() { volunteer.Clock(rule.Day(2015, 1, 1), -1, 0) })
}

func TestSpan(t *testing.T) {
	t.Parallel()
	at := func(hour int) volunteer.Moment { return volunteer.Clock(rule.Day(2015, 4, 21), hour, 0) }
	morning, noon := volunteer.Span{From: at(8), Until: at(12)}, volunteer.Span{From: at(12), Until: at(14)}
	assert.False(t, morning.Overlaps(noon))
	assert.True(t, morning.Overlaps(volunteer.Span{From: at(11), Until: at(13)}))
	assert.True(t, morning.Covers(volunteer.Span{From: at(8), Until: at(9)}))
	assert.Equal(t, 240, morning.Minutes())
	require.ErrorIs(t, volunteer.Span{From: at(12), Until: at(8)}.Validate(), volunteer.SpanBackwards)
	require.ErrorIs(t, volunteer.Span{From: at(8), Until: at(8)}.Validate(), volunteer.SpanBackwards)
	assert.Len(t, rule.ProblemsOf(volunteer.Span{}.Validate()), 2)
}

func TestWeekdayOf(t *testing.T) {
	t.Parallel()
	assert.Equal(t, volunteer.Tuesday, volunteer.WeekdayOf(rule.Day(2015, 4, 21)))
	assert.Equal(t, volunteer.Sunday, volunteer.WeekdayOf(rule.Day(2024, 2, 25)))
	assert.Zero(t, volunteer.WeekdayOf(rule.Date{}))
}
