package hours_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/hours"
)

func register(t testing.TB, n int) *volunteer.Register {
	t.Helper()
	people := make([]volunteer.Person, n)
	for i := range people {
		people[i] = volunteer.Person{
			ID: "v" + strconv.Itoa(i), Name: "志愿者", Consent: volunteer.Consent{Given: rule.Day(2014, 1, 1)},
			Enrolments: []volunteer.Enrolment{{Class: volunteer.Regular, Period: rule.Since(rule.Day(2014, 1, 1))}},
		}
	}
	r, err := volunteer.NewRegister(volunteer.Lists{People: people, Teams: []volunteer.Team{{ID: "green", Name: "绿丝带"}}})
	require.NoError(t, err)
	return r
}

var monday = rule.Day(2015, 4, 20)

// entry is a verified record of service from one time of that Monday to another,
// in minutes since midnight.
func entry(record uint64, person string, from, until int) hours.Entry {
	midnight := volunteer.Clock(rule.Day(2015, 4, 20), 0, 0)
	return hours.Entry{
		Record: record, Version: 1, Entered: rule.Day(2015, 5, 1), Person: person, Activity: "清洁家园", Kind: hours.Service,
		Span: volunteer.Span{From: midnight.Add(from), Until: midnight.Add(until)}, Verifier: "站长",
	}
}

func TestTally(t *testing.T) {
	t.Parallel()
	const h = 60
	with := func(e hours.Entry, change func(*hours.Entry)) hours.Entry { change(&e); return e }
	tests := map[string]struct {
		entries []hours.Entry
		want    string
		codes   []rule.Code
	}{
		"half an hour down":        {[]hours.Entry{entry(1, "v0", 9*h, 10*h+29)}, "1", nil},
		"rounded once a day":       {[]hours.Entry{entry(1, "v0", 9*h, 9*h+20), entry(2, "v0", 10*h, 10*h+20)}, "0.5", nil},
		"eight hours a day":        {[]hours.Entry{entry(1, "v0", 8*h, 18*h)}, "8", []rule.Code{hours.OverCeiling}},
		"over midnight":            {[]hours.Entry{entry(1, "v0", 20*h, 28*h)}, "8", nil},
		"overlap counted once":     {[]hours.Entry{entry(1, "v0", 9*h, 11*h), entry(2, "v0", 10*h, 12*h)}, "3", []rule.Code{hours.Overlapping}},
		"one within another":       {[]hours.Entry{entry(1, "v0", 9*h, 12*h), entry(2, "v0", 10*h, 11*h)}, "3", []rule.Code{hours.Overlapping}},
		"twice the same":           {[]hours.Entry{entry(1, "v0", 9*h, 12*h), entry(2, "v0", 9*h, 12*h)}, "3", []rule.Code{hours.Overlapping}},
		"more than a day in a day": {[]hours.Entry{entry(1, "v0", 0, 14*h), entry(2, "v0", 0, 14*h)}, "8", []rule.Code{hours.OverCeiling, hours.Overlapping, hours.OverDay}},
		"way not counted":          {[]hours.Entry{with(entry(1, "v0", 9*h, 11*h), func(e *hours.Entry) { e.Kind = hours.Travel })}, "0", nil},
		"half of the time on call": {[]hours.Entry{with(entry(1, "v0", 9*h, 11*h), func(e *hours.Entry) { e.Kind = hours.Waiting })}, "1", nil},
		"not verified":             {[]hours.Entry{with(entry(1, "v0", 9*h, 11*h), func(e *hours.Entry) { e.Verifier = "" })}, "0", []rule.Code{hours.Unverified}},
		"verified by oneself":      {[]hours.Entry{with(entry(1, "v0", 9*h, 11*h), func(e *hours.Entry) { e.Verifier = "v0" })}, "0", []rule.Code{hours.SelfVerified}},
		"longer than a record":     {[]hours.Entry{entry(1, "v0", 0, 25*h)}, "0", []rule.Code{hours.TooLong}},
		"before the enrolment":     {[]hours.Entry{entry(1, "v0", -500*24*h, -500*24*h+h)}, "0", []rule.Code{hours.NotEnrolled}},
		"corrected":                {[]hours.Entry{entry(1, "v0", 9*h, 17*h), with(entry(1, "v0", 9*h, 11*h), func(e *hours.Entry) { e.Version = 2 })}, "2", nil},
		"cancelled":                {[]hours.Entry{entry(1, "v0", 9*h, 17*h), with(entry(1, "v0", 9*h, 11*h), func(e *hours.Entry) { e.Version, e.Cancelled = 2, true })}, "0", nil},
		"corrected later than asked for": {[]hours.Entry{entry(1, "v0", 9*h, 17*h), with(entry(1, "v0", 9*h, 11*h), func(e *hours.Entry) {
			e.Version, e.Entered = 2, rule.Day(2015, 7, 1)
		})}, "8", nil},
		"entered later than asked for": {[]hours.Entry{with(entry(1, "v0", 9*h, 17*h), func(e *hours.Entry) { e.Entered = rule.Day(2015, 7, 1) })}, "0", nil},
	}
	r := register(t, 2)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := hours.Tally(hours.Usual(), r, test.entries, rule.Day(2015, 6, 1))
			require.NoError(t, err)
			assert.Equal(t, test.want, got.Of("v0").String())
			assert.Equal(t, got.Hours, got.Of("v0"))
			var codes []rule.Code
			for _, f := range got.Findings {
				codes = append(codes, f.Code)
				assert.NotContains(t, f.Reason().In(language.Chinese), "{")
			}
			assert.Equal(t, test.codes, codes)
		})
	}
}

// random returns entries of a few people around one week, with corrections and
// cancellations.
func random(seed uint64, n int) []hours.Entry {
	random := rand.New(rand.NewPCG(seed, 2))
	var out []hours.Entry
	for record := range n {
		from := random.IntN(7 * 24 * 60)
		e := entry(uint64(record), "v"+strconv.Itoa(random.IntN(5)), from, from+1+random.IntN(700))
		e.Kind = hours.Kinds()[random.IntN(4)]
		if random.IntN(9) == 0 {
			e.Verifier = ""
		}
		out = append(out, e)
		for e.Version < 3 && random.IntN(5) == 0 {
			e.Version++
			e.Entered = e.Entered.AddDays(random.IntN(60))
			e.Span.Until = e.Span.Until.Add(30)
			e.Cancelled = random.IntN(3) == 0
			out = append(out, e)
		}
	}
	return out
}

func TestOrderOfEntriesChangesNothing(t *testing.T) {
	t.Parallel()
	r := register(t, 5)
	for seed := range uint64(20) {
		entries := random(seed, 60)
		asOf := rule.Day(2015, 6, 1)
		want, err := hours.Tally(hours.Usual(), r, entries, asOf)
		require.NoError(t, err)
		shuffled := rand.New(rand.NewPCG(seed, 3))
		shuffled.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		got, err := hours.Tally(hours.Usual(), r, entries, asOf)
		require.NoError(t, err)
		assert.Equal(t, want.Hours, got.Hours)
		assert.Equal(t, want.Findings, got.Findings)
		for i := range 5 {
			assert.Equal(t, want.At(i), got.At(i))
		}
	}
}

func TestCreditsAddUp(t *testing.T) {
	t.Parallel()
	r := register(t, 5)
	for seed := range uint64(20) {
		entries := random(seed, 60)
		totals, err := hours.TallyCredits(hours.Usual(), r, entries, rule.Day(2015, 8, 1))
		require.NoError(t, err)
		var sum volunteer.Hours
		daily := map[string]volunteer.Hours{}
		for _, c := range totals.Credits() {
			sum = sum.Add(c.Hours)
			key := fmt.Sprint(entries[c.Entry].Person, c.Day)
			daily[key] = daily[key].Add(c.Hours)
		}
		assert.Equal(t, totals.Hours, sum)
		for key, h := range daily {
			assert.LessOrEqual(t, h.TenThousandths(), int64(8*10_000), key)
			assert.Zero(t, h.TenThousandths()%5_000, "whole half hours")
		}
	}
}

func TestErasureKeepsTotals(t *testing.T) {
	t.Parallel()
	r, entries := register(t, 5), random(4, 80)
	asOf := rule.Day(2015, 8, 1)
	before, err := hours.Tally(hours.Usual(), r, entries, asOf)
	require.NoError(t, err)
	gone, standIn, err := r.Erase("v3")
	require.NoError(t, err)
	log := hours.Erase(entries, "v3", standIn)
	after, err := hours.Tally(hours.Usual(), gone, log, asOf)
	require.NoError(t, err)
	assert.Equal(t, before.Hours, after.Hours)
	assert.Equal(t, before.Of("v3"), after.Of(standIn))
	for _, e := range log {
		assert.NotEqual(t, "v3", e.Person)
	}
}

func TestFaultsAllAtOnce(t *testing.T) {
	t.Parallel()
	r := register(t, 1)
	rules := hours.Usual()
	rules.ID = ""
	rules.Shares[0].Of = rule.Dec("1.5")
	rules.Shares[1].Kind = hours.Travel
	rules.Ceiling = rule.Dec("-1")
	rules.Rounding.Step = rule.Dec("0")
	good := entry(1, "v0", 540, 600)
	backwards, late, empty, stranger := good, good, hours.Entry{Record: 4}, good
	backwards.Record, backwards.Span.Until = 2, good.Span.From
	late.Record, late.Entered = 3, rule.Day(2015, 1, 1)
	stranger.Record, stranger.Person, stranger.Team = 5, "nobody", "none"
	twice := good
	gap := good
	gap.Version = 4
	_, err := hours.Tally(rules, r, []hours.Entry{good, backwards, late, empty, stranger, twice, gap}, rule.Date{})
	require.Error(t, err)
	for _, code := range []rule.Code{
		rule.Required, hours.ShareRange, hours.KindTwice, hours.LimitRange, rule.RoundingStep, volunteer.SpanBackwards,
		hours.EnteredEarly, hours.VersionRange, volunteer.PersonUnknown, volunteer.TeamUnknown, hours.VersionTwice, hours.VersionMissing,
	} {
		assert.ErrorIs(t, err, code)
	}
	paths := map[string]bool{}
	for _, p := range rule.ProblemsOf(err) {
		paths[p.Path] = true
	}
	for _, path := range []string{
		"as_of", "entries[1].span.until", "entries[2].entered", "entries[3].version", "entries[4].person", "entries[4].team",
		"entries[5].version", "entries[6].version", "rules.ceiling", "rules.id", "rules.rounding.step", "rules.shares[0].of", "rules.shares[2].kind",
	} {
		assert.True(t, paths[path], path)
	}
}

func TestCertify(t *testing.T) {
	t.Parallel()
	r := register(t, 2)
	entries := []hours.Entry{entry(1, "v0", 540, 660), entry(2, "v1", 540, 700), entry(3, "v0", 24*60+540, 24*60+630), entry(4, "v0", 600, 720)}
	c, err := hours.Certify(hours.Usual(), r, entries, "v0", rule.Day(2015, 6, 1))
	require.NoError(t, err)
	assert.Equal(t, "4.5", c.Hours.String())
	assert.Equal(t, 2, c.Days)
	assert.Equal(t, monday, c.First)
	assert.Len(t, c.Findings, 1)
	sum := c.Steps[len(c.Steps)-1]
	out, ok := sum.Replay()
	assert.True(t, ok && out.Equal(sum.Output))
	assert.Contains(t, c.Page().In(language.Chinese), "记录 4(v0,2015-04-20)与记录 1 重叠 60 分钟")
	_, err = hours.Certify(hours.Usual(), r, entries, "v9", rule.Day(2015, 6, 1))
	assert.ErrorIs(t, err, volunteer.PersonUnknown)
}
