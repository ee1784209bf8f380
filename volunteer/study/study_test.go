package study_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/hours"
	"github.com/sancheng-go/sancheng/volunteer/roster"
	"github.com/sancheng-go/sancheng/volunteer/study"
)

func log(t testing.TB, seed uint64) study.Log {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 1))
	var people []volunteer.Person
	for i := range 30 {
		from := rule.Day(2013+i%3, 1+random.IntN(12), 1)
		people = append(people, volunteer.Person{
			ID: "v" + strconv.Itoa(i), Name: "志愿者", Consent: volunteer.Consent{Given: from},
			Enrolments: []volunteer.Enrolment{{Class: volunteer.Regular, Period: rule.Since(from)}},
		})
	}
	register, err := volunteer.NewRegister(volunteer.Lists{People: people, Teams: []volunteer.Team{{ID: "green", Name: "绿"}, {ID: "red", Name: "红"}}})
	require.NoError(t, err)
	var entries []hours.Entry
	for i := range 400 {
		from := volunteer.Clock(rule.Day(2013, 1, 1).AddDays(random.IntN(3*365)), 8+random.IntN(8), 0)
		entries = append(entries, hours.Entry{
			Record: uint64(i), Version: 1, Entered: from.Date(), Person: "v" + strconv.Itoa(random.IntN(30)), Activity: "a" + strconv.Itoa(i),
			Team: []string{"", "green", "red"}[random.IntN(3)], Kind: hours.Service, Verifier: "station",
			Span: volunteer.Span{From: from, Until: from.Add(60 + random.IntN(200))},
		})
	}
	totals, err := hours.TallyCredits(hours.Usual(), register, entries, rule.Day(2016, 1, 1))
	require.NoError(t, err)
	return study.Log{Register: register, Entries: entries, Totals: totals}
}

func TestTeamsAndMonthsAddUp(t *testing.T) {
	t.Parallel()
	l := log(t, 1)
	var sum volunteer.Hours
	rows := l.ByTeamAndMonth(rule.Period{})
	for i, row := range rows {
		sum = sum.Add(row.Hours)
		assert.GreaterOrEqual(t, int64(row.Turnouts), int64(row.People))
		assert.Equal(t, 1, row.Month.Day())
		if i > 0 && rows[i-1].Team == row.Team {
			assert.True(t, rows[i-1].Month.Before(row.Month))
		}
	}
	assert.Equal(t, l.Totals.Hours, sum)
}

func TestActiveAndRetention(t *testing.T) {
	t.Parallel()
	l := log(t, 2)
	year := rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2016, 1, 1)}
	active := l.Active(rule.Day(2015, 12, 31), year)
	assert.Equal(t, int64(30), active.Whole)
	cohorts := l.Retention(2013, 2015)
	require.Len(t, cohorts, 3)
	whole, part := int64(0), int64(0)
	for i, c := range cohorts {
		assert.Len(t, c.Active, 3-i)
		last := c.Active[len(c.Active)-1] // of 2015
		whole, part = whole+last.Whole, part+last.Part
	}
	assert.Equal(t, study.Share{Part: part, Whole: whole}, active, "the cohorts of 2015 are its active volunteers")
	assert.Equal(t, "33.33…%", study.Share{Part: 1, Whole: 3}.Value().In(language.English))
	assert.True(t, study.Share{}.Value().IsZero())
	assert.Empty(t, l.Retention(2015, 2013))
}

func TestErasureKeepsStudies(t *testing.T) {
	t.Parallel()
	l := log(t, 3)
	gone, standIn, err := l.Register.Erase("v4")
	require.NoError(t, err)
	after := study.Log{Register: gone, Entries: hours.Erase(l.Entries, "v4", standIn)}
	after.Totals, err = hours.TallyCredits(hours.Usual(), gone, after.Entries, rule.Day(2016, 1, 1))
	require.NoError(t, err)
	assert.Equal(t, l.ByTeamAndMonth(rule.Period{}), after.ByTeamAndMonth(rule.Period{}))
	assert.Equal(t, l.Retention(2013, 2015), after.Retention(2013, 2015))
	assert.Equal(t, l.Active(rule.Day(2015, 6, 1), rule.Period{}), after.Active(rule.Day(2015, 6, 1), rule.Period{}))
}

func TestTurnout(t *testing.T) {
	t.Parallel()
	l := log(t, 4)
	credit := l.Totals.Credits()[0]
	e := l.Entries[credit.Entry]
	got := l.Turnout([]roster.Turn{{Shift: e.Activity, Person: e.Person}, {Shift: "none", Person: e.Person}})
	assert.Equal(t, study.Share{Part: 1, Whole: 2}, got)
}
