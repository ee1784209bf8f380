package studio_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/studio"
)

func register(t *testing.T) *volunteer.Register {
	t.Helper()
	var people []volunteer.Person
	for i := range 6 {
		from := rule.Day(2013, 1, 1)
		people = append(people, volunteer.Person{
			ID: "v" + strconv.Itoa(i), Name: "志愿者", Consent: volunteer.Consent{Given: from}, Birth: rule.Day(1980+i, 1, 1),
			Enrolments: []volunteer.Enrolment{{Class: volunteer.Regular, Period: rule.Since(from)}},
		})
	}
	r, err := volunteer.NewRegister(volunteer.Lists{People: people})
	require.NoError(t, err)
	return r
}

func crafts() studio.Studio {
	open := rule.Since(rule.Day(2014, 1, 1))
	return studio.Studio{
		ID: "crafts", Name: "老底子手工坊", Founder: "v0", Services: []string{"手工"}, Period: open,
		Members: []studio.Member{{Person: "v1", Period: open}, {Person: "v2", Period: open}},
	}
}

func session(month int, others int64, known ...string) studio.Session {
	return studio.Session{
		Studio: "crafts", Day: rule.Day(2014, month, 5), Service: "手工", Volunteers: []string{"v0", "v1", "v1"},
		Served: volunteer.Attendance{Known: known, Others: others},
	}
}

func TestActivity(t *testing.T) {
	t.Parallel()
	book, err := studio.New(register(t), []studio.Studio{crafts()}, []studio.Session{
		session(2, 10, "r1", "r2"), session(3, 4, "r1"), session(11, 0, "r3"),
	})
	require.NoError(t, err)
	got, err := book.Activity("", rule.Period{From: rule.Day(2014, 1, 1), Until: rule.Day(2014, 6, 1)})
	require.NoError(t, err)
	assert.Equal(t, studio.Activity{
		Studios: 1, Sessions: 2, Turnouts: 4, Volunteers: 2, Served: volunteer.Reach{Times: 17, Least: 12, Most: 16},
	}, got)
	studios, people := book.Drawn(rule.Day(2014, 6, 1))
	assert.Equal(t, 1, studios)
	assert.Equal(t, volunteer.Persons(3), people)
	assert.Equal(t, "12 or above, 16 or below", got.Served.Interval().In(language.English))
	_, err = book.Activity("none", rule.Period{})
	assert.ErrorIs(t, err, studio.StudioUnknown)
}

func TestEnterAndStay(t *testing.T) {
	t.Parallel()
	book, err := studio.New(register(t), []studio.Studio{crafts()}, []studio.Session{session(2, 10)})
	require.NoError(t, err)
	enough, err := volunteer.HoursFrom(rule.Dec("100"))
	require.NoError(t, err)
	enter, err := book.Enter(studio.Usual(), "crafts", enough)
	require.NoError(t, err)
	assert.True(t, enter.Holds)
	enter, err = book.Enter(studio.Usual(), "crafts", volunteer.Hours{})
	require.NoError(t, err)
	assert.False(t, enter.Holds)
	require.Len(t, enter.Reason.Unmet(), 1)
	stay, err := book.Review(studio.Usual(), "crafts", enough, rule.Day(2014, 12, 31))
	require.NoError(t, err)
	assert.False(t, stay.Holds)
	assert.Contains(t, stay.Reason.Unmet()[0].In(language.Chinese), "1 次")

	rules := studio.Usual()
	rules.Months = 0
	rules.Stay = rule.Is("unknown")
	_, err = book.Review(rules, "none", enough, rule.Day(2014, 12, 31))
	for _, code := range []rule.Code{studio.WindowRange, rule.FactUnknown, studio.StudioUnknown} {
		assert.ErrorIs(t, err, code)
	}
}

func TestFaultsAllAtOnce(t *testing.T) {
	t.Parallel()
	bad := crafts()
	bad.ID, bad.Founder, bad.Services, bad.Period.From = "bad", "nobody", nil, rule.Day(2012, 1, 1)
	bad.Members = []studio.Member{{Person: "v1", Period: rule.Since(rule.Day(2011, 1, 1))}}
	far := session(2, -1)
	far.Day, far.Service, far.Volunteers = rule.Day(2013, 1, 1), "别的", []string{"v5"}
	alone := session(2, 0)
	alone.Volunteers = nil
	_, err := studio.New(register(t), []studio.Studio{crafts(), crafts(), bad, {}}, []studio.Session{far, alone, {Studio: "none"}})
	for _, code := range []rule.Code{
		studio.StudioTwice, rule.Required, volunteer.PersonUnknown, studio.OutsideStudio, studio.NotEnrolled,
		studio.ServiceUnknown, studio.NotMember, volunteer.CountRange, studio.StudioUnknown,
	} {
		assert.ErrorIs(t, err, code)
	}
}
