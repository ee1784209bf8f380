package volunteer_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// numbered returns a valid identity number for a day of birth and sequence.
func numbered(birth rule.Date, sequence int) volunteer.Identity {
	body := "330211" + strings.ReplaceAll(birth.String(), "-", "") + fmt.Sprintf("%03d", sequence)
	for _, c := range "0123456789X" {
		if id, err := volunteer.ParseIdentity(body + string(c)); err == nil {
			return id
		}
	}
	panic(body)
}

func enrolled(class volunteer.Class, from rule.Date) []volunteer.Enrolment {
	return []volunteer.Enrolment{{Class: class, Period: rule.Since(from)}}
}

func person(id, name string, birth rule.Date, sequence int) volunteer.Person {
	from := rule.Day(2014, 1, 1)
	p := volunteer.Person{
		ID: id, Name: name, Identity: numbered(birth, sequence),
		Consent: volunteer.Consent{Given: from}, Enrolments: enrolled(volunteer.Regular, from),
	}
	return p
}

func lists() volunteer.Lists {
	ann, ben := person("v1", "王安", rule.Day(1980, 5, 1), 1), person("v2", "李本", rule.Day(1990, 6, 2), 2)
	ben.Enrolments = append(ben.Enrolments, volunteer.Enrolment{
		Class: volunteer.Charity, Period: rule.Since(rule.Day(2014, 6, 1)),
	})
	child := person("v3", "赵小", rule.Day(2001, 7, 3), 3)
	child.Guardians = []volunteer.Guardian{{
		Name: "赵大", Identity: numbered(rule.Day(1975, 1, 1), 4), Agreed: rule.Day(2014, 1, 1),
	}}
	return volunteer.Lists{
		People: []volunteer.Person{child, ann, ben},
		Teams:  []volunteer.Team{{ID: "green", Name: "绿丝带"}},
		Memberships: []volunteer.Membership{
			{Person: "v1", Team: "green", Period: rule.Since(rule.Day(2014, 2, 1))},
			{Person: "v2", Team: "green", Period: rule.Since(rule.Day(2014, 3, 1))},
		},
	}
}

func TestRegisterCounts(t *testing.T) {
	t.Parallel()
	r, err := volunteer.NewRegister(lists())
	require.NoError(t, err)
	on := rule.Day(2014, 7, 1)
	count := r.Count(on)
	assert.Equal(t, 3, count.Heads, "who is enrolled twice is one head")
	assert.Equal(t, map[volunteer.Class]int{volunteer.Regular: 3}, count.ByClass)
	assert.Zero(t, r.Count(rule.Day(2013, 12, 31)).Heads)
	assert.Equal(t, map[string]int{"green": 2}, r.Members(on))
	assert.Equal(t, "v1", r.IDAt(0))
	assert.Len(t, r.Memberships("v1"), 1)
	assert.Empty(t, r.Memberships("v3"))
}

func TestEraseKeepsTotals(t *testing.T) {
	t.Parallel()
	r, err := volunteer.NewRegister(lists())
	require.NoError(t, err)
	gone, standIn, err := r.Erase("v2")
	require.NoError(t, err)
	for _, on := range []rule.Date{rule.Day(2014, 1, 15), rule.Day(2014, 5, 1), rule.Day(2015, 1, 1)} {
		assert.Equal(t, r.Count(on), gone.Count(on))
		assert.Equal(t, r.Members(on), gone.Members(on))
	}
	_, ok := gone.Person("v2")
	assert.False(t, ok)
	_, ok = gone.Person(standIn)
	assert.False(t, ok)
	_, ok = gone.Place(standIn)
	assert.True(t, ok)
	text, err := json.Marshal(gone.Lists())
	require.NoError(t, err)
	assert.NotContains(t, string(text), "李本")
	assert.NotContains(t, string(text), `"v2"`)
	again, err := volunteer.NewRegister(gone.Lists())
	require.NoError(t, err)
	assert.Equal(t, gone.Count(rule.Day(2015, 1, 1)), again.Count(rule.Day(2015, 1, 1)))
	_, _, err = gone.Erase("v2")
	require.ErrorIs(t, err, volunteer.PersonUnknown)
	_, _, err = gone.Erase(standIn)
	require.ErrorIs(t, err, volunteer.PersonUnknown)
}

func TestRegisterFaultsAllAtOnce(t *testing.T) {
	t.Parallel()
	l := lists()
	child, ann, ben := &l.People[0], &l.People[1], &l.People[2]
	child.Guardians[0].Identity = numbered(rule.Day(2002, 1, 1), 5) // younger than the ward
	child.Guardians = append(child.Guardians, volunteer.Guardian{
		Name: "孙", Birth: rule.Day(1999, 1, 1), Agreed: rule.Day(2015, 1, 1),
	})
	ann.ID, ann.Birth = known, rule.Day(1981, 5, 1)
	ben.ID, ben.Consent.Withdrawn = "v3", rule.Day(2014, 2, 1)
	ben.Enrolments[1].Class = volunteer.Regular
	l.People = append(l.People,
		volunteer.Person{Availability: []volunteer.Weekly{{Day: volunteer.Monday, From: 600, Until: 500}}},
		volunteer.Person{
			ID: "v9", Name: "钱", Birth: rule.Day(2010, 2, 28), Consent: volunteer.Consent{Given: rule.Day(2014, 1, 2)},
			Enrolments: []volunteer.Enrolment{{Class: volunteer.Regular, Period: rule.Period{From: rule.Day(2014, 1, 1), Until: rule.Day(2014, 1, 1)}}},
		})
	l.Teams = append(l.Teams, volunteer.Team{ID: "green", Period: rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2014, 1, 1)}})
	l.Memberships = append(l.Memberships, l.Memberships[1], volunteer.Membership{Person: "nobody", Team: "none"})
	l.Erased = []volunteer.Erased{{Teams: []volunteer.ErasedMembership{{Team: "none"}}}}

	_, err := volunteer.NewRegister(l)
	require.Error(t, err)
	want := map[string]rule.Code{
		"people[0].guardians[0].birth":         volunteer.GuardianYounger,
		"people[0].guardians[1].agreed":        volunteer.GuardianLate,
		"people[0].guardians[1].birth":         volunteer.GuardianMinor,
		"people[1].id":                         volunteer.IDIsIdentity,
		"people[1].birth":                      volunteer.BirthDiffers,
		"people[2].id":                         volunteer.IDTwice,
		"people[2].enrolments[1]":              volunteer.EnrolledTwice,
		"people[2].enrolments[0].period.until": volunteer.AfterConsent,
		"people[3].id":                         rule.Required,
		"people[3].name":                       rule.Required,
		"people[3].consent.given":              rule.Required,
		"people[3].enrolments":                 rule.Required,
		"people[3].availability[0].until":      volunteer.HoursOfDay,
		"people[4].guardians":                  volunteer.GuardianMissing,
		"people[4].enrolments[0].period.from":  volunteer.BeforeConsent,
		"people[4].enrolments[0].period.until": rule.PeriodEmpty,
		"teams[1].id":                          volunteer.IDTwice,
		"teams[1].name":                        rule.Required,
		"teams[1].period.until":                rule.PeriodEmpty,
		"memberships[2].period":                volunteer.MemberTwice,
		"memberships[3].person":                volunteer.PersonUnknown,
		"memberships[3].team":                  volunteer.TeamUnknown,
		"erased[0].id":                         rule.Required,
		"erased[0].teams[0].team":              volunteer.TeamUnknown,
	}
	got := map[string][]rule.Code{}
	for _, p := range rule.ProblemsOf(err) {
		got[p.Path] = append(got[p.Path], p.Code)
	}
	for path, code := range want {
		assert.Contains(t, got[path], code, path)
	}
	assert.NotContains(t, err.Error(), known)
	assert.NotContains(t, rule.ProblemsOf(err).In(language.Chinese), known)
}

func TestDuplicates(t *testing.T) {
	t.Parallel()
	birth := rule.Day(1980, 5, 1)
	l := volunteer.Lists{People: []volunteer.Person{
		person("a", "王 安", birth, 1), person("b", "王安", birth, 1), // one number, two ids
		person("c", "王安", birth, 7), // another number: another person
		person("d", "古丽·娜尔", rule.Day(1985, 1, 1), 8), person("e", "古丽娜尔", rule.Day(1985, 1, 1), 9),
		person("f", "Ｌi Ming", rule.Day(1970, 1, 1), 1), person("g", "li ming", rule.Day(1970, 1, 1), 2),
	}}
	l.People[6].Identity, l.People[6].Birth = volunteer.Identity{}, rule.Day(1970, 1, 1)
	r, err := volunteer.NewRegister(l)
	require.NoError(t, err)
	found := r.Duplicates()
	require.Len(t, found, 2)
	assert.Equal(t, []string{"a", "b"}, found[0].People)
	assert.True(t, found[0].Certain)
	assert.Equal(t, []string{"f", "g"}, found[1].People)
	assert.False(t, found[1].Certain)
	assert.Equal(t, "2 条登记姓名与出生日期(1970-01-01)相同,或为同一人", found[1].Reason.In(language.Chinese))
	assert.Equal(t, 7, r.Len(), "nothing is merged")
}

func TestOrderOfListsChangesNothing(t *testing.T) {
	t.Parallel()
	l := lists()
	want, err := volunteer.NewRegister(l)
	require.NoError(t, err)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		random.Shuffle(len(l.People), func(i, j int) { l.People[i], l.People[j] = l.People[j], l.People[i] })
		random.Shuffle(len(l.Memberships), func(i, j int) {
			l.Memberships[i], l.Memberships[j] = l.Memberships[j], l.Memberships[i]
		})
		got, err := volunteer.NewRegister(l)
		require.NoError(t, err)
		assert.Equal(t, want.Lists(), got.Lists())
	}
}

func TestFree(t *testing.T) {
	t.Parallel()
	tuesday := rule.Day(2015, 4, 21)
	p := volunteer.Person{Availability: []volunteer.Weekly{
		{Day: volunteer.Tuesday, From: 9 * 60, Until: 12 * 60, Period: rule.Since(rule.Day(2015, 1, 1))},
	}}
	span := func(day rule.Date, from, until int) volunteer.Span {
		return volunteer.Span{From: volunteer.Clock(day, from, 0), Until: volunteer.Clock(day, until, 0)}
	}
	assert.True(t, p.Free(span(tuesday, 9, 12)))
	assert.False(t, p.Free(span(tuesday, 9, 13)))
	assert.False(t, p.Free(span(tuesday.AddDays(1), 9, 12)))
	assert.False(t, p.Free(span(tuesday.AddDays(-364), 9, 12)))
}

func TestSentencesAreComplete(t *testing.T) {
	t.Parallel()
	for code, text := range volunteer.Sentences() {
		assert.NotEmpty(t, text.ZH, code)
		assert.NotEmpty(t, text.EN, code)
	}
	assert.Len(t, slices.Collect(func(yield func(volunteer.Class) bool) {
		for _, c := range volunteer.Classes() {
			if !yield(c) {
				return
			}
		}
	}), 3)
}
