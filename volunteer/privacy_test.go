package volunteer_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/honour"
	"github.com/sancheng-go/sancheng/volunteer/hours"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
	"github.com/sancheng-go/sancheng/volunteer/roster"
	"github.com/sancheng-go/sancheng/volunteer/studio"
	"github.com/sancheng-go/sancheng/volunteer/study"
	"github.com/sancheng-go/sancheng/volunteer/talent"
)

// outlet collects everything that the packages write.
type outlet struct {
	t       *testing.T
	written strings.Builder
}

// value writes a value in every way a program or a log might.
func (o *outlet) value(v any) {
	fmt.Fprintf(&o.written, "%v\n%+v\n%#v\n%s\n%d\n%x\n", v, v, v, v, v, v)
	if text, err := json.Marshal(v); err == nil {
		o.written.Write(text)
	}
	o.walk(reflect.ValueOf(v), 0)
}

// walk looks for what renders itself: reasons, problems, pages, text forms.
func (o *outlet) walk(v reflect.Value, depth int) {
	if depth > 12 || !v.IsValid() || !v.CanInterface() {
		return
	}
	switch x := v.Interface().(type) {
	case rule.Reason:
		o.written.WriteString(x.In(language.Chinese) + x.In(language.English))
	case error:
		o.written.WriteString(x.Error() + rule.ProblemsOf(x).In(language.Chinese))
	case interface{ Page() rule.Page }:
		o.written.WriteString(x.Page().In(language.Chinese) + x.Page().In(language.English))
	case fmt.Stringer:
		o.written.WriteString(x.String())
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		o.walk(v.Elem(), depth+1)
	case reflect.Struct:
		for _, field := range v.Fields() {
			o.walk(field, depth+1)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			o.walk(v.Index(i), depth+1)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			o.walk(key, depth+1)
			o.walk(v.MapIndex(key), depth+1)
		}
	}
}

// both writes a result and an error.
func (o *outlet) both(v any, err error) {
	if err != nil {
		o.value(err)
		return
	}
	o.value(v)
}

// TestNoIdentityIsWrittenUnmasked runs every package on a register of known
// identities, well and badly used, and looks through all that is written.
func TestNoIdentityIsWrittenUnmasked(t *testing.T) {
	t.Parallel()
	o := &outlet{t: t}
	l := lists()
	l.People = append(l.People, person("v8", "王安", rule.Day(1980, 5, 1), 1)) // the same number as v1
	var secrets []string
	for _, p := range l.People {
		secrets = append(secrets, p.Identity.Reveal())
		for _, g := range p.Guardians {
			secrets = append(secrets, g.Identity.Reveal())
		}
	}
	number := secrets[0]
	register, err := volunteer.NewRegister(l)
	require.NoError(t, err)
	o.value(register)
	o.value(register.Lists())
	o.value(register.Duplicates())
	gone, standIn, err := register.Erase("v2")
	require.NoError(t, err)
	o.value(gone)

	// an identity number where an id belongs
	bad := l
	bad.People = append([]volunteer.Person{}, l.People...)
	bad.People[0].ID = number
	bad.Teams = append(bad.Teams, volunteer.Team{ID: number})
	bad.Memberships = append(bad.Memberships, volunteer.Membership{Person: number, Team: number})
	o.both(volunteer.NewRegister(bad))
	o.value(volunteer.PersonUnknownAt("people", number))
	for _, text := range []string{number, `"` + number + `1"`, `"` + number[:17] + `A"`, `["` + number + `"]`, `{"id":"` + number + `"}`} {
		var p volunteer.Person
		o.both(p, rule.Decode([]byte(`{"id":"v1","identity":`+text+`}`), &p))
	}

	day := rule.Day(2015, 4, 21)
	span := volunteer.Span{From: volunteer.Clock(day, 9, 0), Until: volunteer.Clock(day, 12, 0)}
	entries := []hours.Entry{
		{Record: 1, Version: 1, Entered: day, Person: "v1", Activity: "a", Kind: hours.Service, Span: span, Verifier: "v1"},
		{Record: 2, Version: 1, Entered: day, Person: "v1", Activity: "a", Kind: hours.Service, Span: span, Verifier: "v2"},
	}
	totals, err := hours.TallyCredits(hours.Usual(), register, entries, day)
	o.both(totals, err)
	o.both(hours.Certify(hours.Usual(), register, entries, "v1", day))
	o.both(hours.Certify(hours.Usual(), register, entries, number, day))
	stranger := entries[0]
	stranger.Person, stranger.Team = number, number
	o.both(hours.Tally(hours.Usual(), register, []hours.Entry{stranger}, day))
	o.value(study.Log{Register: register, Entries: entries, Totals: totals}.Retention(2014, 2015))

	stars, err := honour.New(honour.National())
	require.NoError(t, err)
	o.value(stars.Award(honour.Standing{Hours: totals.Of("v1")}))

	year := rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2016, 1, 1)}
	policy := insurance.Jieyang()
	policy.Period = year
	programme := insurance.Programme{Period: year, Classes: []volunteer.Class{volunteer.Regular}, Policies: []insurance.Policy{policy}}
	covers, err := programme.Enrol(register)
	o.both(covers, err)
	o.value(programme.Gaps(register, covers[1:], day))
	o.both(programme.Bill(covers, year))
	claim := insurance.Claim{ID: "c", Person: "v1", Day: day, Kind: insurance.Medical, Loss: funding.Yuan(500)}
	o.both(programme.Settle(covers, []insurance.Claim{claim, {ID: "d", Person: "v9", Day: day, Kind: insurance.SuddenDeath}}))

	shift := roster.Shift{ID: "s", Place: "p", Span: span, Needs: []roster.Need{{Count: 9}}}
	o.both(roster.Make(roster.Request{Register: register, Shifts: []roster.Shift{shift}, Standby: 3}))
	o.both(roster.Make(roster.Request{Register: register, Called: []string{number}, Shifts: []roster.Shift{shift}}))
	o.both(studio.New(register, []studio.Studio{{ID: "s", Name: "n", Founder: number, Services: []string{"x"}, Period: year}}, nil))
	o.both(talent.Usual().Review(talent.Record{Person: "v1"}, day))
	o.value(standIn)

	written := o.written.String()
	assert.Greater(t, len(written), 10_000)
	for _, secret := range secrets {
		assert.NotContains(t, written, secret)
		assert.NotContains(t, written, secret[:17])
		assert.NotContains(t, written, fmt.Sprintf("%x", secret))
		assert.NotContains(t, written, fmt.Sprintf("%X", secret))
	}
	assert.Contains(t, written, "3****************")
}
