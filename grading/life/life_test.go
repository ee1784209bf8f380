package life_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/grading/life"
	"github.com/sancheng-go/sancheng/org/rule"
)

func law(t *testing.T) *life.Law {
	t.Helper()
	l, err := life.New(rule.Calendar{}, life.Chanhe2025(), life.Revised2026())
	require.NoError(t, err)
	return l
}

func day(s string) rule.Date {
	d, err := rule.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func by(number string) rule.Source { return rule.Source{Title: "虚构公告", Number: number} }

// evaluated is an application that goes through without an objection.
func evaluated(apply, publish, announce, grade, number string) []life.Entry {
	return []life.Entry{
		{On: day(apply), Event: life.Apply},
		{On: day(publish), Event: life.Publish},
		{On: day(announce), Event: life.Announce, Grade: grade, Decision: by(number)},
	}
}

func live(t *testing.T, l *life.Law, entries ...life.Entry) life.Life {
	t.Helper()
	out, err := l.Live(entries)
	require.NoError(t, err)
	return out
}

// A whole life: given 3A, raised, lowered, withdrawn, given anew under the
// revised rule, and asked for on the days around every change.
func story() []life.Entry {
	return slices.Concat(
		evaluated("2015-03-02", "2015-05-11", "2015-05-19", "3A", "第1号"),
		evaluated("2017-05-19", "2017-08-01", "2017-08-09", "4A", "第2号"),
		[]life.Entry{
			{On: day("2018-04-28"), Event: life.Lower, Grade: "3A", Ground: life.TwoBasic, Received: day("2018-05-07"), Decision: by("第3号")},
			{On: day("2019-09-30"), Event: life.Withdraw, Ground: life.Penalised, Received: day("2019-10-08"), Decision: by("第4号")},
			{On: day("2022-09-30"), Event: life.Apply}, // the last day of the wait: refused
			{On: day("2022-10-01"), Event: life.Apply},
			{On: day("2022-11-01"), Event: life.Publish},
			{On: day("2022-11-08"), Event: life.Object},
			{On: day("2022-11-25"), Event: life.Review, Decision: by("第5号")},
			{On: day("2022-12-12"), Event: life.Announce, Grade: "2A", Decision: by("第6号")},
		},
		evaluated("2026-04-01", "2026-06-01", "2026-06-09", "4A", "第7号"),
	)
}

func TestGradeOnEveryDayThatMatters(t *testing.T) {
	t.Parallel()
	l := live(t, law(t), story()...)
	for on, want := range map[string]string{
		"2015-05-18": "ungraded", "2015-05-19": "graded 3A 第1号", "2017-08-08": "graded 3A 第1号",
		"2017-08-09": "graded 4A 第2号", "2018-04-27": "graded 4A 第2号", "2018-04-28": "graded 3A 第3号",
		"2019-09-29": "graded 3A 第3号", "2019-09-30": "withdrawn 第4号", "2022-12-11": "withdrawn 第4号",
		"2022-12-12": "graded 2A 第6号", "2026-12-31": "graded 2A 第6号", "2027-01-01": "graded 4A 第7号",
		"2031-12-31": "graded 4A 第7号", "2032-01-01": "lapsed 4A 第7号",
	} {
		s := l.On(day(on))
		got := strings.Join(strings.Fields(s.Standing.String()+" "+s.Grade+" "+s.Decision.Number), " ")
		assert.Equal(t, want, got, on)
	}
	refused := 0
	for _, step := range l.Steps {
		if !step.Accepted {
			refused++
			assert.Equal(t, day("2022-09-30"), step.Entry.On)
		}
	}
	assert.Equal(t, 1, refused)
}

func TestPages(t *testing.T) {
	t.Parallel()
	l := live(t, law(t), story()...)
	page := l.Page(rule.Words("虚构协会", "an invented association"), day("2023-01-01"))
	golden(t, "page.zh.txt", page.In(language.Chinese))
	golden(t, "page.en.txt", page.In(language.English))
	data, err := json.MarshalIndent(page, "", "  ")
	require.NoError(t, err)
	golden(t, "page.json", string(data)+"\n")
}

// The order of the entries is of no effect, and folding up to a day gives what
// the whole says of that day.
func TestOrderIsOfNoEffect(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	want := live(t, law(t), story()...)
	for range 30 {
		entries := story()
		r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		assert.Equal(t, want.Steps, live(t, law(t), entries...).Steps)
		cut := day("2014-01-01").AddDays(r.IntN(7000))
		var known []life.Entry
		for _, e := range entries {
			if !cut.Before(e.On) {
				known = append(known, e)
			}
		}
		assert.Equal(t, want.On(cut), live(t, law(t), known...).On(cut))
	}
}

func TestValidityEnds(t *testing.T) {
	t.Parallel()
	zhenjiang, err := life.New(rule.Calendar{}, life.Zhenjiang2012())
	require.NoError(t, err)
	for _, c := range []struct {
		law        *life.Law
		announced  string
		from, last string
	}{
		{law(t), "2015-05-19", "2015-05-19", "2020-05-19"},
		{law(t), "2016-02-29", "2016-02-29", "2021-02-28"}, // no 29 February in 2021
		{law(t), "2011-03-01", "2011-03-01", "2016-03-01"},
		{law(t), "2019-08-31", "2019-08-31", "2024-08-31"},
		{zhenjiang, "2013-02-28", "2013-02-28", "2016-02-28"},
		{zhenjiang, "2012-02-29", "2012-02-29", "2015-02-28"},
		{law(t), "2026-03-01", "2027-01-01", "2031-12-31"}, // as revised
		{law(t), "2027-12-31", "2028-01-01", "2032-12-31"},
		{law(t), "2026-02-28", "2026-02-28", "2031-02-28"}, // the day before
	} {
		l := live(t, c.law, life.Entry{On: day(c.announced), Event: life.Recorded, Grade: "3A"})
		from, last := day(c.from), day(c.last)
		s := l.On(from)
		assert.Equal(t, []rule.Date{from, last}, []rule.Date{s.Since, s.Last}, c.announced)
		assert.Equal(t, life.Graded, l.On(last).Standing)
		assert.Equal(t, life.Lapsed, l.On(last.AddDays(1)).Standing)
		assert.Equal(t, life.Ungraded, l.On(from.AddDays(-1)).Standing)
	}
}

// Who may come again, at the day, the day before and the day after.
func TestComingAgain(t *testing.T) {
	t.Parallel()
	strict, err := life.New(rule.Calendar{}, life.Order39(), life.Revised2026())
	require.NoError(t, err)
	anqing, err := life.New(rule.Calendar{}, life.Anqing2021())
	require.NoError(t, err)
	for _, c := range []struct {
		law     *life.Law
		grade   string // recorded on this day
		apply   string
		allowed bool
		code    rule.Code
	}{
		{law(t), "2015-05-19", "2017-05-18", false, life.ComesFrom},
		{law(t), "2015-05-19", "2017-05-19", true, life.ComesFrom},
		{law(t), "2016-02-29", "2018-02-27", false, life.ComesFrom},
		{law(t), "2016-02-29", "2018-02-28", true, life.ComesFrom},
		{anqing, "2015-05-19", "2018-05-18", false, life.ComesFrom},
		{anqing, "2015-05-19", "2018-05-19", true, life.ComesFrom},
		{strict, "2015-05-19", "2017-05-19", false, life.ComesAfterLapse},
		{strict, "2015-05-19", "2020-05-19", false, life.ComesAfterLapse},
		{strict, "2015-05-19", "2020-05-20", true, ""},
		{strict, "2026-03-01", "2026-12-31", true, ""}, // not yet in force
		{strict, "2026-03-01", "2030-12-31", true, life.ComesUntil},
		{strict, "2026-03-01", "2031-01-01", false, life.ComesUntil},
		{strict, "2026-03-01", "2032-01-01", true, ""},
	} {
		l := live(t, c.law, life.Entry{On: day(c.grade), Event: life.Recorded, Grade: "3A"}, life.Entry{On: day(c.apply), Event: life.Apply})
		step := l.Steps[1]
		assert.Equal(t, c.allowed, step.Accepted, c.apply)
		assert.Equal(t, c.allowed, l.On(day(c.apply)).Proceeding == life.Applied)
		var codes []rule.Code
		for _, part := range step.Reason.Parts {
			codes = append(codes, part.Code)
		}
		if c.code != "" {
			assert.Contains(t, codes, c.code, c.apply)
		}
	}
}

// Objections are due on the last day of publicity and announcements come after
// it; deadlines count the day of notice out and move on over holidays.
func TestDeadlines(t *testing.T) {
	t.Parallel()
	rules := life.Revised2026()
	rules.Publicity.Duration = rule.Duration{N: 5, Of: rule.WorkingDays}
	worked, err := life.New(rule.Calendar2026(), rules)
	require.NoError(t, err)
	rules.Publicity.Duration = rule.Duration{N: 7, Of: rule.Days}
	counted, err := life.New(rule.Calendar2026(), rules)
	require.NoError(t, err)
	for _, c := range []struct {
		law             *life.Law
		published, last string
	}{
		{counted, "2026-04-24", "2026-05-06"}, // 1 May and the holiday behind it
		{counted, "2026-05-02", "2026-05-09"}, // a Saturday that is worked
		{counted, "2026-05-28", "2026-06-04"},
		{worked, "2026-04-28", "2026-05-08"},
		{worked, "2026-04-30", "2026-05-11"},
		{worked, "2026-09-28", "2026-10-10"}, // a Saturday that is worked
	} {
		begin := []life.Entry{{On: day(c.published).AddDays(-20), Event: life.Apply}, {On: day(c.published), Event: life.Publish}}
		last := day(c.last)
		l := live(t, c.law, begin...)
		require.Len(t, l.Steps[1].Deadlines, 1)
		assert.Equal(t, last, l.Steps[1].Deadlines[0].Last, c.published)
		for on, ok := range map[rule.Date]bool{last: true, last.AddDays(1): false} {
			l := live(t, c.law, append(begin, life.Entry{On: on, Event: life.Object})...)
			assert.Equal(t, ok, l.Steps[2].Accepted, on)
			l = live(t, c.law, append(begin, life.Entry{On: on, Event: life.Announce, Grade: "3A"})...)
			assert.Equal(t, !ok, l.Steps[2].Accepted, on)
		}
	}
	l := live(t, counted, slices.Concat(
		[]life.Entry{
			{On: day("2026-04-01"), Event: life.Apply},
			{On: day("2026-04-07"), Event: life.Publish},
			{On: day("2026-04-14"), Event: life.Object},
			{On: day("2026-04-20"), Event: life.Review},
		})...)
	assert.Equal(t, day("2026-05-06"), l.Steps[3].Deadlines[0].Last) // 15 days are 5 May, a holiday
	_, err = counted.Live([]life.Entry{{On: day("2026-12-01"), Event: life.Apply}, {On: day("2026-12-28"), Event: life.Publish}})
	require.ErrorIs(t, err, rule.CalendarUnknown)
}

func TestWhatIsRefused(t *testing.T) {
	t.Parallel()
	graded := life.Entry{On: day("2015-05-19"), Event: life.Recorded, Grade: "3A"}
	for name, e := range map[string]life.Entry{
		"announced out of nothing": {On: day("2016-01-01"), Event: life.Announce, Grade: "4A"},
		"objection to nothing":     {On: day("2016-01-01"), Event: life.Object},
		"raised by a lowering":     {On: day("2016-01-01"), Event: life.Lower, Grade: "4A", Ground: life.Penalised},
		"lowered to the same":      {On: day("2016-01-01"), Event: life.Lower, Grade: "3A", Ground: life.Penalised},
		"lowered without a ground": {On: day("2016-01-01"), Event: life.Lower, Grade: "2A"},
		"lowered after it lapsed":  {On: day("2020-05-20"), Event: life.Lower, Grade: "2A", Ground: life.Penalised},
		"withdrawn after it did":   {On: day("2020-05-20"), Event: life.Withdraw, Ground: life.Penalised},
		"withdrawn before it was":  {On: day("2015-05-18"), Event: life.Withdraw, Ground: life.Penalised},
	} {
		l := live(t, law(t), graded, e)
		i := slices.IndexFunc(l.Steps, func(s life.Step) bool { return s.Entry == e })
		assert.False(t, l.Steps[i].Accepted, name)
		assert.Equal(t, "3A", l.On(day("2016-01-01")).Grade, name)
		for _, tag := range []language.Tag{language.Chinese, language.English} {
			assert.NotContains(t, l.Steps[i].Reason.In(tag), "{")
		}
	}
}

func TestFaultsComeAllAtOnce(t *testing.T) {
	t.Parallel()
	_, err := law(t).Live([]life.Entry{
		{On: day("2010-01-01"), Event: life.Apply},
		{Event: life.Apply},
		{On: day("2016-01-01")},
		{On: day("2016-01-02"), Event: life.Announce},
		{On: day("2016-01-03"), Event: life.Announce, Grade: "6a"},
		{On: day("2016-01-04"), Event: life.Expire},
		{On: day("2016-01-05"), Event: life.Lower, Grade: "2A", Received: day("2016-01-04")},
		{On: day("2016-01-05"), Event: life.Lower, Grade: "1A"},
	})
	var got []string
	for _, p := range rule.ProblemsOf(err) {
		got = append(got, p.Path+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"entries[0].on life.no-rules", "entries[1].on required", "entries[2].event required", "entries[3].grade required",
		"entries[4].grade life.grade-unknown", "entries[5].event life.never-entered", "entries[6].received life.received-before",
		"entries[7] life.event-twice",
	}, got)

	bad := life.Order39()
	bad.Grades[1].ID = "5A"
	bad.Grades[2].Label = rule.Text{}
	bad.Validity.Of = rule.Days
	bad.Notice.N = -1
	bad.Publicity = life.Clause{}
	_, err = life.New(rule.Calendar{}, bad, life.Order39())
	for _, code := range []rule.Code{life.GradeTwice, life.ValidityLength, rule.DurationLength, life.PeriodsOverlap, rule.Required} {
		assert.ErrorIs(t, err, code)
	}
	_, err = life.New(rule.Calendar{})
	require.ErrorIs(t, err, rule.Required)
}

func TestRulesAreTheSameInJSON(t *testing.T) {
	t.Parallel()
	for _, want := range []life.Rules{life.Order39(), life.Revised2026(), life.Zhenjiang2012(), life.Anqing2021(), life.Chanhe2025()} {
		require.NoError(t, want.Validate())
		data, err := rule.Encode("grade-life/1", want)
		require.NoError(t, err)
		golden(t, want.ID+".json", string(data))
		var got life.Rules
		require.NoError(t, rule.DecodeAs("grade-life/1", data, &got))
		assert.Equal(t, want, got)
	}
}

func TestMermaid(t *testing.T) {
	t.Parallel()
	steps, err := life.Proceedings()
	require.NoError(t, err)
	grades, err := life.Grades()
	require.NoError(t, err)
	golden(t, "proceedings.zh.mmd", steps.Mermaid(language.Chinese))
	golden(t, "grades.zh.mmd", grades.Mermaid(language.Chinese))
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got)
}
