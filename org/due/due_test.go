package due_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/due"
	"github.com/sancheng-go/sancheng/org/rule"
)

func day(s string) rule.Date {
	d, err := rule.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func codes(err error) []string {
	var out []string
	for _, p := range rule.ProblemsOf(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

// Every term on its last day, the day before and the day after: done then, and
// not done then.
func TestEveryTerm(t *testing.T) {
	t.Parallel()
	covered := map[string]bool{}
	for _, c := range []struct {
		term       string
		kind       org.Kind
		from, last string
	}{
		{"group-activity", org.SocialGroup, "2014-02-28", "2015-02-28"},
		{"group-change", org.SocialGroup, "2015-03-01", "2015-03-31"},
		{"group-deregister", org.SocialGroup, "2015-03-01", "2015-03-16"},
		{"group-report-unit", org.SocialGroup, "2014-12-31", "2015-03-31"},
		{"group-report", org.SocialGroup, "2014-12-31", "2015-05-31"},
		{"unit-change", org.PrivateNonEnterprise, "2015-02-01", "2015-03-03"},
		{"unit-deregister", org.PrivateNonEnterprise, "2015-02-14", "2015-03-01"},
		{"unit-report-unit", org.PrivateNonEnterprise, "2014-12-31", "2015-03-31"},
		{"unit-report", org.PrivateNonEnterprise, "2014-12-31", "2015-05-31"},
		{"foundation-report", org.Foundation, "2014-12-31", "2015-03-31"},
	} {
		covered[c.term] = true
		for after, want := range map[int][2]due.Standing{-1: {due.InTime, due.Open}, 0: {due.InTime, due.Open}, 1: {due.Late, due.Overdue}} {
			now := day(c.last).AddDays(after)
			owed := []due.Owed{{Term: c.term, On: day(c.from), Done: now}, {Term: c.term, On: day(c.from)}, {Term: c.term, On: day(c.from), Done: now.AddDays(1)}}
			got, err := due.National().Check(c.kind, owed, now, rule.Calendar{})
			require.NoError(t, err)
			assert.Equal(t, []due.Standing{want[0], want[1], want[1]}, []due.Standing{got[0].Standing, got[1].Standing, got[2].Standing}, "%s on %s", c.term, now)
			assert.Equal(t, day(c.last), got[0].Last)
			assert.Equal(t, max(after, -after), got[1].Days)
			assert.NotEmpty(t, got[0].Reason.Source.Title)
		}
	}
	for _, term := range due.National().Terms {
		assert.True(t, covered[term.ID], term.ID)
	}
}

func TestCalendar(t *testing.T) {
	t.Parallel()
	calendar := rule.Calendar{
		Head: rule.Head{ID: "test", Title: rule.Words("测试", "test"), Status: rule.Illustrative, Period: rule.Period{From: day("2015-01-01"), Until: day("2016-01-01")}},
		Rest: []rule.Date{day("2015-06-01")},
	}
	got, err := due.National().Check(org.SocialGroup, []due.Owed{{Term: "group-report", On: day("2014-12-31"), Done: day("2015-06-02")}}, day("2015-06-02"), calendar)
	require.NoError(t, err)
	assert.Equal(t, day("2015-06-02"), got[0].Last, "31 May is a Sunday, 1 June is a holiday here")
	assert.Equal(t, due.InTime, got[0].Standing)
}

func TestFaults(t *testing.T) {
	t.Parallel()
	terms := due.Terms{Terms: []due.Term{
		{ID: "a", Kinds: []org.Kind{9}, Status: rule.Published},
		{ID: "a", Title: rule.Words("甲", "a"), Status: rule.Illustrative, From: due.Changed, Within: rule.Duration{N: 1, Of: rule.Days}},
	}}
	assert.Equal(t, []string{
		"id required", "status required", "terms[0].from required", "terms[0].kinds[0] required", "terms[0].source.title required", "terms[0].title required",
		"terms[0].within.n duration.length", "terms[0].within.of required", "terms[1].id due.term-twice", "terms[1].kinds required", "title required",
	}, codes(terms.Validate()))
	_, err := due.National().Check(0, []due.Owed{
		{Term: "nothing", On: day("2015-01-01")}, {Term: "group-change", On: day("2015-01-02"), Done: day("2015-01-01")}, {Term: "unit-change"},
	}, rule.Date{}, rule.Calendar{})
	assert.Equal(t, []string{
		"kind required", "on required", "owed[0].term due.term-unknown",
		"owed[1].on due.days-order", "owed[1].term due.term-form", "owed[2].from required", "owed[2].term due.term-form",
	}, codes(err))
}

func TestPresetAndPage(t *testing.T) {
	t.Parallel()
	data, err := rule.Encode("due-terms/1", due.National())
	require.NoError(t, err)
	golden(t, "terms.national.json", string(data))
	var back due.Terms
	require.NoError(t, rule.DecodeAs("due-terms/1", data, &back))
	assert.Equal(t, due.National(), back)
	require.NoError(t, back.Validate())

	found, err := back.Check(org.SocialGroup, []due.Owed{
		{Term: "group-report-unit", On: day("2014-12-31"), Done: day("2015-03-20")},
		{Term: "group-change", On: day("2015-03-01"), Done: day("2015-04-03")},
		{Term: "group-report", On: day("2014-12-31")},
		{Term: "group-deregister", On: day("2015-04-01")},
	}, day("2015-04-20"), rule.Calendar{})
	require.NoError(t, err)
	page := back.Page("虚构协会", day("2015-04-20"), found)
	golden(t, "page.zh.txt", page.In(language.Chinese))
	golden(t, "page.en.txt", page.In(language.English))
	out, err := json.MarshalIndent(page, "", "  ")
	require.NoError(t, err)
	golden(t, "page.json", string(out)+"\n")
}

// golden compares with a file under testdata, or writes it where
// UPDATE_GOLDEN=1.
func golden(t *testing.T, file, got string) {
	t.Helper()
	file = filepath.Join("testdata", file)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}

func ExampleTerms_Check() {
	found, err := due.National().Check(org.SocialGroup, []due.Owed{{Term: "group-change", On: rule.Day(2015, 3, 1)}}, rule.Day(2015, 4, 2), rule.Calendar{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found[0].Reason.In(language.English))
	fmt.Println(found[0].Reason.Basis(language.English))
	// Output:
	// apply for the change: change agreed to on 2015-03-01, due by 2015-03-31, 2 days overdue
	// 社会团体登记管理条例, 国务院令第250号, 第十八条
}
