package base_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/base"
	"github.com/sancheng-go/sancheng/org/rule"
)

func day(m, d int) rule.Date { return rule.Day(2014, m, d) }

func codes(err error) []string {
	var out []string
	for _, p := range rule.ProblemsOf(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

// registry holds a registered, a filed and a preparing organization.
func registry(t *testing.T) org.Registry {
	t.Helper()
	p := org.Profile{Name: "某会", Kind: org.SocialGroup, Territory: org.Area("330211")}
	r, err := org.Replay([]org.Event{
		{Organization: "registered", On: rule.Day(2010, 1, 1), Act: org.Register, Profile: p},
		{Organization: "filed", On: rule.Day(2010, 1, 1), Act: org.File, Profile: p},
		{Organization: "preparing", On: rule.Day(2010, 1, 1), Act: org.Prepare, Profile: p},
		{Organization: "preparing", On: day(9, 1), Act: org.Register},
	})
	require.NoError(t, err)
	return r
}

func points(n int64) rule.FactMap { return rule.FactMap{"review": rule.Int(n, rule.Point)} }

func facts(pairs ...any) rule.FactMap {
	m := rule.FactMap{}
	for i := 0; i < len(pairs); i += 2 {
		switch v := pairs[i+1].(type) {
		case int:
			m[pairs[i].(string)] = rule.Int(int64(v), 0)
		case bool:
			m[pairs[i].(string)] = rule.Flag(v)
		}
	}
	return m
}

func event(id string, on rule.Date, act base.Act, f rule.FactMap) base.Event {
	return base.Event{Organization: id, On: on, Act: act, Facts: f}
}

func TestLife(t *testing.T) {
	t.Parallel()
	b, err := base.New(base.Lists{Rules: base.Usual(), Events: []base.Event{
		event("registered", day(1, 10), base.Apply, nil),
		event("registered", day(1, 15), base.AdmitStartUp, nil),
		event("registered", day(7, 15), base.Promote, facts("grade", 3, "review", 80)),
		event("registered", day(12, 1), base.Extend, points(60)),
		event("registered", rule.Day(2015, 6, 1), base.GiveNotice, points(59)),
		event("registered", rule.Day(2015, 6, 20), base.Leave, nil),
		event("registered", rule.Day(2015, 8, 1), base.Apply, nil),
		event("preparing", day(3, 1), base.Apply, nil),
		event("preparing", day(3, 5), base.AdmitStartUp, nil),
		event("preparing", day(10, 1), base.Graduate, facts("projects", 1)),
		event("filed", day(3, 1), base.Apply, nil),
		event("filed", day(3, 2), base.Refuse, nil),
	}}, registry(t))
	require.NoError(t, err)
	assert.Equal(t, []string{"filed", "preparing", "registered"}, b.Organizations())
	for _, c := range []struct {
		on   rule.Date
		want []base.Resident
	}{
		{day(1, 14), nil},
		{day(1, 15), []base.Resident{{"registered", base.StartUp, day(1, 15), day(1, 15), 0, rule.Day(2015, 1, 15), false}}},
		{day(7, 14), []base.Resident{
			{"preparing", base.StartUp, day(3, 5), day(3, 5), 0, rule.Day(2015, 3, 5), false},
			{"registered", base.StartUp, day(1, 15), day(1, 15), 0, rule.Day(2015, 1, 15), false},
		}},
		{day(10, 1), []base.Resident{{"registered", base.Demonstration, day(1, 15), day(7, 15), 0, rule.Day(2015, 7, 15), false}}},
		{rule.Day(2015, 5, 31), []base.Resident{{"registered", base.Demonstration, day(1, 15), day(7, 15), 1, rule.Day(2016, 7, 15), false}}},
		{rule.Day(2015, 6, 1), nil},
	} {
		assert.Equal(t, c.want, b.Residents(c.on), c.on)
	}
	assert.Equal(t, map[base.Class]int{base.StartUp: 2}, b.Count(day(7, 14)))
	for on, want := range map[rule.Date]base.Standing{
		day(1, 9): base.Outside, day(1, 10): base.Applied, rule.Day(2015, 6, 1): base.Noticed,
		rule.Day(2015, 6, 20): base.Left, rule.Day(2015, 8, 1): base.Applied,
	} {
		assert.Equal(t, want, b.Standing("registered", on), on)
	}
	assert.Equal(t, base.Graduated, b.Standing("preparing", day(10, 1)))
	assert.Equal(t, base.Refused, b.Standing("filed", day(3, 2)))

	page, ok := b.Explain("registered", day(12, 31))
	require.True(t, ok)
	assert.Len(t, page.Steps, 4)
	assert.Contains(t, page.In(language.Chinese), "入驻(示范型)")
	assert.NotContains(t, page.In(language.Chinese)+page.In(language.English), "{")
	_, ok = b.Explain("registered", day(1, 9))
	assert.False(t, ok)
}

// TestConditions takes every condition of the rules at its line and just
// short of it, all others being met.
func TestConditions(t *testing.T) {
	t.Parallel()
	resident := []base.Event{event("registered", day(1, 1), base.Apply, nil), event("registered", day(1, 2), base.AdmitStartUp, nil)}
	model := slices.Concat(resident, []base.Event{event("registered", day(7, 2), base.Promote, facts("grade", 3, "review", 80))})
	applied := func(id string) []base.Event { return []base.Event{event(id, day(1, 1), base.Apply, nil)} }
	for name, c := range map[string]struct {
		before []base.Event
		e      base.Event
		unmet  int
	}{
		"registered may enter":        {applied("registered"), event("registered", day(1, 2), base.AdmitStartUp, nil), 0},
		"in preparation may enter":    {applied("preparing"), event("preparing", day(1, 2), base.AdmitStartUp, nil), 0},
		"filed may not":               {applied("filed"), event("filed", day(1, 2), base.AdmitStartUp, nil), 1},
		"3A as demonstration":         {applied("registered"), event("registered", day(1, 2), base.AdmitDemonstration, facts("grade", 3)), 0},
		"2A not":                      {applied("registered"), event("registered", day(1, 2), base.AdmitDemonstration, facts("grade", 2)), 1},
		"ungraded and preparing":      {applied("preparing"), event("preparing", day(1, 2), base.AdmitDemonstration, nil), 2},
		"supports three":              {applied("registered"), event("registered", day(1, 2), base.AdmitSupport, facts("supported", 3)), 0},
		"supports two":                {applied("registered"), event("registered", day(1, 2), base.AdmitSupport, facts("supported", 2)), 1},
		"promoted after six months":   {resident, event("registered", day(7, 2), base.Promote, facts("grade", 3, "review", 80)), 0},
		"a day too early":             {resident, event("registered", day(7, 1), base.Promote, facts("grade", 3, "review", 80)), 1},
		"79 points":                   {resident, event("registered", day(7, 2), base.Promote, facts("grade", 3, "review", 79)), 1},
		"everything wanting":          {resident, event("registered", day(2, 1), base.Promote, nil), 3},
		"to support":                  {model, event("registered", rule.Day(2015, 1, 2), base.Promote, facts("supported", 3, "review", 80)), 0},
		"to support, too early":       {model, event("registered", rule.Day(2015, 1, 1), base.Promote, facts("supported", 3, "review", 80)), 1},
		"extended with 60":            {resident, event("registered", day(12, 1), base.Extend, points(60)), 0},
		"not with 59":                 {resident, event("registered", day(12, 1), base.Extend, points(59)), 1},
		"notice with 59":              {resident, event("registered", day(12, 1), base.GiveNotice, points(59)), 0},
		"no notice with 60":           {resident, event("registered", day(12, 1), base.GiveNotice, facts("review", 60, "breach", false)), 1},
		"notice for a breach":         {resident, event("registered", day(12, 1), base.GiveNotice, facts("review", 90, "breach", true)), 0},
		"graduates with a project":    {resident, event("registered", day(12, 1), base.Graduate, facts("projects", 1, "grade", 0)), 0},
		"graduates with a grade":      {resident, event("registered", day(12, 1), base.Graduate, facts("projects", 0, "grade", 3)), 0},
		"graduates with neither":      {resident, event("registered", day(12, 1), base.Graduate, facts("projects", 0, "grade", 2)), 1},
		"nobody is admitted unasked":  {nil, event("registered", day(1, 2), base.AdmitStartUp, nil), -1},
		"nobody is promoted outright": {applied("registered"), event("registered", day(1, 2), base.Promote, nil), -1},
	} {
		b, err := base.New(base.Lists{Rules: base.Usual(), Events: c.before}, registry(t))
		require.NoError(t, err, name)
		_, reason, err := b.Decide(c.e)
		require.NoError(t, err, name)
		if c.unmet < 0 {
			assert.False(t, reason.Holds(), name)
			continue
		}
		assert.Equal(t, c.unmet == 0, reason.Holds(), name)
		if c.unmet > 0 {
			assert.Len(t, reason.Parts, c.unmet, name)
		}
		_, err = base.New(base.Lists{Rules: base.Usual(), Events: append(slices.Clone(c.before), c.e)}, registry(t))
		assert.Len(t, codes(err), c.unmet, "%s: as history each unmet condition is a fault", name)
	}
}

func TestExtensionsRunOut(t *testing.T) {
	t.Parallel()
	events := []base.Event{event("registered", day(1, 1), base.Apply, nil), event("registered", day(1, 2), base.AdmitStartUp, nil)}
	for y := range 3 {
		events = append(events, event("registered", rule.Day(2014+y, 12, 1), base.Extend, points(100)))
	}
	_, err := base.New(base.Lists{Rules: base.Usual(), Events: events}, registry(t))
	assert.Equal(t, []string{"events[4].act base.event-refused"}, codes(err), "a start-up extends twice")
	b, err := base.New(base.Lists{Rules: base.Usual(), Events: events[:4]}, registry(t))
	require.NoError(t, err)
	r := b.Residents(rule.Day(2017, 1, 2))[0]
	assert.Equal(t, rule.Day(2017, 1, 2), r.Last)
	assert.False(t, r.Overdue)
	assert.True(t, b.Residents(rule.Day(2017, 1, 3))[0].Overdue)
}

func TestDue(t *testing.T) {
	t.Parallel()
	calendar := rule.Calendar{
		Head: rule.Head{ID: "plain.2026", Title: rule.Words("无节假日(示例)", "no holidays (illustration)"), Status: rule.Illustrative, Period: rule.Period{From: rule.Day(2026, 1, 1), Until: rule.Day(2027, 1, 1)}},
	}
	d := func(m, day int) rule.Date { return rule.Day(2026, m, day) }
	b, err := base.New(base.Lists{Rules: base.Usual(), Events: []base.Event{
		event("filed", d(3, 2), base.Apply, nil), // a Monday
		event("registered", d(1, 5), base.Apply, nil),
		event("registered", d(1, 6), base.AdmitStartUp, nil),
		event("preparing", d(1, 5), base.Apply, nil),
		event("preparing", d(1, 6), base.AdmitStartUp, nil),
		event("preparing", d(3, 2), base.GiveNotice, facts("breach", true)),
	}}, registry(t))
	require.NoError(t, err)
	lines := func(on rule.Date) []string {
		due, err := b.Due(on, calendar)
		require.NoError(t, err)
		var out []string
		for _, x := range due {
			out = append(out, fmt.Sprint(x.Organization, " ", x.Reason.Code, " ", x.Last, " ", x.Late))
		}
		return out
	}
	assert.Equal(t, []string{
		"filed base.answer-due 2026-03-09 false", "preparing base.leave-due 2026-03-23 false",
		"registered base.term-due 2027-01-06 false", "registered base.rent-due 2029-01-06 false",
	}, lines(d(3, 9)))
	assert.Equal(t, []string{
		"filed base.answer-due 2026-03-09 true", "preparing base.leave-due 2026-03-23 true",
		"registered base.term-due 2027-01-06 false", "registered base.rent-due 2029-01-06 false",
	}, lines(d(3, 24)))
	promoted, err := base.New(base.Lists{Rules: base.Usual(), Events: []base.Event{
		event("registered", d(1, 5), base.Apply, nil), event("registered", d(1, 6), base.AdmitStartUp, nil),
		event("registered", d(8, 6), base.Promote, facts("grade", 3, "review", 80)),
	}}, registry(t))
	require.NoError(t, err)
	due, err := promoted.Due(d(9, 1), calendar)
	require.NoError(t, err)
	assert.Equal(t, rule.Day(2027, 8, 6), due[0].Last, "a term runs from the entry into its class")
	assert.Equal(t, rule.Day(2031, 1, 6), due[1].Last, "five years of rent run from the admission")
	_, err = b.Due(d(3, 9), rule.Calendar{})
	assert.ErrorIs(t, err, rule.CalendarUnknown, "working days need a calendar")
}

func TestFaults(t *testing.T) {
	t.Parallel()
	require.NoError(t, base.Usual().Validate())
	_, err := base.New(base.Lists{Rules: base.Usual(), Events: []base.Event{
		{},
		event("nobody", day(1, 1), base.Apply, nil), event("filed", day(1, 1), base.Apply, facts("months", 3, "colour", 1)),
		event("registered", day(1, 1), base.Apply, nil), event("registered", day(1, 1), base.Apply, nil),
		event("preparing", day(1, 1), base.Leave, nil),
	}, Offers: []base.Offer{
		{}, {Function: base.Showcase, Organization: "filed", Period: rule.Since(day(1, 1))}, {Function: base.Showcase, Organization: "filed", Period: rule.Since(day(2, 1))},
	}}, registry(t))
	assert.Equal(t, []string{
		"events[0].act required", "events[0].on required", "events[0].organization base.organization", "events[1].organization base.organization",
		"events[2].facts base.fact-foreign", "events[2].facts base.fact-ours", "events[4].act base.event-twice", "events[5].act base.event-no-way",
		"offers[0].function required", "offers[0].organization base.organization", "offers[0].period.from required", "offers[2].period base.offer-twice",
	}, codes(err))
	rules := base.Usual()
	rules.Terms[1].Class = base.StartUp
	rules.Terms[2].Extensions = 21
	rules.Terms[0].Rent.Within.N = 0
	rules.Answer.Status = 0
	rules.Leave.Source = rule.Source{}
	rules.Rows = rules.Rows[1:]
	assert.Equal(t, []string{
		"answer.status required", "leave.source.title required", "terms base.term-missing", "terms[0].rent.within.n duration.length",
		"terms[1].class base.term-twice", "terms[2].extensions base.extensions",
	}, slices.DeleteFunc(codes(rules.Validate()), func(s string) bool { return s[:4] == "rows" }))
	_, err = base.New(base.Lists{Rules: rules}, registry(t))
	assert.Error(t, err)
}

// TestOrderOfEvents: events in any order give the same base.
func TestOrderOfEvents(t *testing.T) {
	t.Parallel()
	events := []base.Event{
		event("registered", day(1, 10), base.Apply, nil), event("registered", day(1, 10), base.AdmitStartUp, nil),
		event("registered", day(8, 15), base.Promote, facts("grade", 3, "review", 80)), event("registered", day(8, 15), base.Review, nil),
		event("filed", day(3, 1), base.Apply, nil), event("filed", day(3, 1), base.Refuse, nil),
	}
	want, err := base.New(base.Lists{Rules: base.Usual(), Events: events}, registry(t))
	require.NoError(t, err)
	random := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		random.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
		got, err := base.New(base.Lists{Rules: base.Usual(), Events: events}, registry(t))
		require.NoError(t, err)
		for _, id := range want.Organizations() {
			p, _ := want.Explain(id, day(12, 31))
			q, _ := got.Explain(id, day(12, 31))
			assert.Equal(t, p.In(language.English), q.In(language.English))
		}
	}
}

func TestTheTableIsDrawn(t *testing.T) {
	t.Parallel()
	table, err := base.Usual().Table()
	require.NoError(t, err)
	golden(t, "life.zh.mmd", table.Mermaid(language.Chinese))
	golden(t, "life.en.mmd", table.Mermaid(language.English))
	data, err := rule.Encode("base/1", base.Usual())
	require.NoError(t, err)
	golden(t, "base.usual.json", string(data))
	var again base.Rules
	require.NoError(t, rule.DecodeAs("base/1", data, &again))
	require.NoError(t, again.Validate())
}

func TestFunctions(t *testing.T) {
	t.Parallel()
	b, err := base.New(base.Lists{Rules: base.Usual(), Offers: []base.Offer{
		{Function: base.Incubation, Organization: "registered", Period: rule.Since(day(3, 1))},
		{Function: base.Incubation, Organization: "filed", Period: rule.Period{From: day(2, 1), Until: day(6, 1)}},
		{Function: base.Practice, Organization: "preparing", Period: rule.Since(day(2, 1))},
	}}, registry(t))
	require.NoError(t, err)
	by := func(on rule.Date, f base.Function) []string { return b.Functions(on)[f-1].By }
	assert.Len(t, b.Functions(day(3, 1)), 6)
	assert.Equal(t, []string{"filed", "registered"}, by(day(3, 1), base.Incubation))
	assert.Equal(t, []string{"registered"}, by(day(6, 1), base.Incubation))
	assert.Empty(t, by(day(1, 31), base.Incubation))
	assert.Empty(t, by(day(8, 31), base.Practice), "in preparation it is not there")
	assert.Equal(t, []string{"preparing"}, by(day(9, 1), base.Practice))
	assert.Empty(t, by(day(9, 1), base.Showcase))
}

// golden compares with a file, which UPDATE_GOLDEN=1 rewrites.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "%s: run with UPDATE_GOLDEN=1 if this is meant", file)
}
