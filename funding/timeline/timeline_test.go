package timeline_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/timeline"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

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
	assert.Equal(t, string(want), got, file)
}

func faults(err error) []string {
	out := []string{}
	for _, p := range rule.ProblemsOf(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

// versions is two illustrative versions of one scheme: the second raises the
// cap, asks for social money, and gives up the community's part. Projects that
// began under the first are settled by it.
func versions(t testing.TB) timeline.Timeline {
	t.Helper()
	old := funding.OneThreeX(org.Area("330211"))
	old.ID, old.Period = "2025", rule.Period{From: rule.Day(2025, 1, 1), Until: rule.Day(2026, 1, 1)}
	old.Facts = rule.Vocabulary{"began": {Type: rule.DateType, Label: rule.Words("项目开始日期", "start of the project")}}
	revised := funding.OneThreeX(org.Area("330211"))
	revised.ID, revised.Period = "2026", rule.Since(rule.Day(2026, 1, 1))
	revised.Sources[1].Cap = new(funding.Yuan(30_000))
	revised.Sources[1].If = rule.AllOf(rule.InRange("social_share", rule.AtLeast(rule.Dec("0.1"))), rule.Not(rule.InRange("asked", rule.Below(rule.Dec("1000")))))
	revised.Sources[1].Clause = rule.Source{Title: "示例办法", Article: "第九条"}
	revised.Sources = revised.Sources[:4]
	revised.Sources = append(revised.Sources, funding.Source{
		ID: "foundation", Title: rule.Words("基金会资金", "foundation money"), Kind: funding.Foundation,
		Rule: funding.Rule{Method: funding.ByBand, Fact: "score", Bands: []band.Row[funding.Money]{
			{In: rule.AtLeast(rule.Dec("80")).Below(rule.Dec("90")), Is: funding.Yuan(1000)}, {In: rule.AtLeast(rule.Dec("90")), Is: funding.Yuan(2000)},
		}},
	})
	return timeline.Timeline{
		Versions: []funding.Scheme{old, revised},
		Transitions: []timeline.Transition{{
			Under: "2025", If: rule.IsWithin("began", rule.Period{Until: rule.Day(2026, 1, 1)}),
			Clause: rule.Source{Title: "示例办法", Article: "第二十条"},
		}},
	}
}

func request(id string, date rule.Date) funding.Request {
	return funding.Request{
		ID: id, Organization: "synthetic", Territory: org.Area("330211001"), Asked: funding.Yuan(100_000), Social: funding.Yuan(40_000), Date: date,
	}
}

func TestRequestsFallUnderTheSchemeOfTheirDate(t *testing.T) {
	t.Parallel()
	line := versions(t)
	require.NoError(t, line.Validate())
	requests := []funding.Request{
		request("new", rule.Day(2026, 1, 1)), request("old", rule.Day(2025, 12, 31)), request("carried", rule.Day(2026, 3, 1)), request("begun later", rule.Day(2026, 3, 1)),
	}
	requests[2].Facts = rule.FactMap{"began": rule.On(rule.Day(2025, 12, 31))}
	requests[3].Facts = rule.FactMap{"began": rule.On(rule.Day(2026, 1, 1))}
	s, err := line.Settle(requests)
	require.NoError(t, err)
	lottery := []string{}
	for i := range s.Len() {
		v, _ := s.Version(i)
		lottery = append(lottery, line.Versions[v].ID+" "+s.Award(i).Request+" "+s.Award(i).Cells[1].String())
	}
	assert.Equal(t, []string{"2026 new 30000.00", "2025 old 20000.00", "2025 carried 20000.00", "2026 begun later 30000.00"}, lottery)
	assert.Equal(t, 2, s.Round(0).Len())
	assert.Equal(t, 2, s.Round(1).Len())
	golden(t, "carried.zh.txt", s.Explain(2).In(language.Chinese))
	golden(t, "carried.en.txt", s.Explain(2).In(language.English))
	page, err := json.MarshalIndent(s.Explain(2), "", "  ")
	require.NoError(t, err)
	golden(t, "carried.json", string(page)+"\n")
}

func TestFaultsOfRequestsAreAtThePlacesGiven(t *testing.T) {
	t.Parallel()
	line := versions(t)
	requests := []funding.Request{
		request("a", rule.Day(2024, 12, 31)), request("b", rule.Day(2026, 1, 1)), request("c", rule.Day(2025, 1, 1)), request("b", rule.Day(2025, 1, 1)), request("d", rule.Date{}),
	}
	requests[1].Asked, requests[2].Social = funding.Fen(-1), funding.Fen(-1)
	_, err := line.Settle(requests)
	assert.Equal(t, []string{
		"requests[0].date timeline.no-version", "requests[1].asked amount.negative", "requests[2].social amount.negative",
		"requests[3].id timeline.request-twice", "requests[4].date required",
	}, faults(err))
}

func TestTimelinesThatContradictThemselves(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"versions required"}, faults(timeline.Timeline{}.Validate()))
	line := versions(t)
	line.Versions[1].ID = "2025"
	line.Versions[1].Period.From = rule.Day(2025, 12, 31)
	line.Versions[1].Sources = nil
	line.Transitions[0].If = rule.InRange("eligible", rule.Above(rule.Dec("0")))
	line.Transitions = append(line.Transitions, timeline.Transition{Under: "2027"})
	assert.Equal(t, []string{
		"transitions[0].if.fact fact.unknown", "transitions[1].under timeline.version-unknown", "versions[1].id timeline.version-twice",
		"versions[1].period.from timeline.version-early", "versions[1].sources scheme.no-sources",
	}, faults(line.Validate()))
	line = versions(t)
	line.Versions[0].Period.Until = rule.Date{}
	assert.Equal(t, []string{"versions[1].period.from timeline.version-early"}, faults(line.Validate()))
	_, err := line.Settle(nil)
	assert.Equal(t, []string{"timeline.versions[1].period.from timeline.version-early"}, faults(err))
}

func TestTimelineBothWays(t *testing.T) {
	t.Parallel()
	data, err := timeline.Encode(versions(t))
	require.NoError(t, err)
	back, err := timeline.Decode(data)
	require.NoError(t, err)
	again, err := timeline.Encode(back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
	_, err = timeline.Decode([]byte(`{"schema":"scheme-timeline/1","data":{"versions":[],"more":1}}`))
	require.ErrorIs(t, err, rule.JSONUnknown)
}

func TestChangesInWords(t *testing.T) {
	t.Parallel()
	line := versions(t)
	report := timeline.Report(line.Versions[0], line.Versions[1])
	golden(t, "report.zh.txt", report.In(language.Chinese))
	golden(t, "report.en.txt", report.In(language.English))
	data, err := json.MarshalIndent(report, "", "  ")
	require.NoError(t, err)
	golden(t, "report.json", string(data)+"\n")
	for i := range line.Versions {
		assert.Empty(t, timeline.Changes(line.Versions[i], line.Versions[i]))
	}
}

// rich is a scheme that says something of everything.
func rich(t testing.TB) funding.Scheme {
	t.Helper()
	s := versions(t).Versions[1]
	s.Admits, s.Backfill = rule.IsWithin("date", rule.Period{Until: rule.Day(2026, 1, 1)}), true
	s.Facts = rule.Vocabulary{"sector": {Type: rule.TextType, Label: rule.Words("行业", "sector")}}
	s.Costs = []funding.Cost{
		{Item: "travel", Title: rule.Words("差旅费", "travel"), Most: new(funding.Yuan(500)), Part: rule.Dec("0.1"), Clause: rule.Source{Title: "x", Article: "1", Issuer: "i", Number: "n", Link: "l"}},
		{Item: "feasts", Title: rule.Words("宴请", "feasts"), Excluded: true},
	}
	s.InKind = &funding.InKind{Rate: rule.Dec("0.5"), Most: new(funding.Yuan(5))}
	lottery, community := &s.Sources[1], &s.Sources[4]
	lottery.Rule = funding.Rule{Method: funding.Match, Of: "social", Months: 12, Tiers: []funding.Tier{
		{In: rule.AtMost(rule.Dec("10000")), Is: rule.Dec("1")}, {In: rule.Above(rule.Dec("10000")), Is: rule.Dec("0.5")},
	}}
	lottery.After, lottery.Difference, lottery.Beyond = []string{"social"}, true, true
	lottery.Floor, lottery.Least, lottery.CapShare = new(funding.Yuan(10)), new(funding.Yuan(5)), rule.Dec("0.6")
	lottery.Rounding = funding.ToYuan(funding.Down)
	lottery.Limits = []funding.Limit{{Per: funding.PerTown, Most: funding.Yuan(100), Short: funding.EqualCut}, {Per: funding.PerTown, Most: funding.Yuan(90), Short: funding.CutOff}}
	lottery.Budget, lottery.Short, lottery.Pool, lottery.Next = new(funding.Yuan(1000)), funding.ProRata, true, "foundation"
	lottery.Envelopes = []funding.Envelope{
		{ID: "a", Title: rule.Words("甲", "a"), Territory: org.Area("330211001"), Amount: funding.Yuan(10)},
		{ID: "b", Title: rule.Words("乙", "b"), If: rule.IsOneOf("sector", rule.Word("aged")), Amount: funding.Yuan(10)},
	}
	community.Budget, community.Short, community.Carry = new(funding.Yuan(7)), funding.FirstCome, &funding.Carry{Share: rule.Dec("0.5"), Most: new(funding.Yuan(3))}
	s.Sources = append(s.Sources, funding.Source{
		ID: "cases", Title: rule.Words("情形", "cases"), Kind: funding.Individual,
		Rule: funding.Rule{Method: funding.ByCase, Cases: []funding.Case{{If: rule.AnyOf(rule.IsOneOf("sector", rule.Word("aged")), rule.InRange("units", rule.AtLeast(rule.Dec("5")))), Amount: funding.Yuan(3)}, spanning(funding.Span{Point: funding.ByScore, Low: rule.Dec("75"), High: rule.Dec("90")}), spanning(funding.Span{Point: funding.BySteps, Low: rule.Dec("75"), Points: rule.Dec("2"), Each: funding.Yuan(1)}), spanning(funding.Span{Point: funding.Middle})}},
	}, funding.Source{ID: "units", Title: rule.Words("人数", "units"), Kind: funding.Individual, Rule: funding.Rule{Method: funding.PerUnit, Amount: funding.Yuan(3)}})
	require.NoError(t, s.Validate())
	return s
}

// spanning is a case paid from one to ten yuan.
func spanning(s funding.Span) funding.Case {
	s.From, s.To = funding.Yuan(1), funding.Yuan(10)
	return funding.Case{If: rule.InRange("units", rule.AtLeast(rule.Dec("2"))), Span: &s}
}

// alternatives of a text in a document that may be read as well.
func alternatives(text string) []string {
	var out []string
	switch _, err := rule.ParseDate(text); {
	case err == nil:
		out = []string{"2026-02-02"}
	case strings.Trim(text, "0123456789.") == "":
		out = []string{"0.25", "7.00", "8", "330211003"}
	default:
		others := []string{"half-even", "published", "district", "lottery", "year", "village", "priority", "rest", "last-payer", "number", "social", "score", "highest", "lowest"}
		out = []string{text + "x", others[len(text)%len(others)], others[(len(text)*7+3)%len(others)]}
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == text })
}

// leaves calls try for every place of a document with something else there.
func leaves(v any, path string, try func(path string)) {
	put := func(at string, old any, set func(any)) {
		switch old := old.(type) {
		case string:
			for _, text := range alternatives(old) {
				set(text)
				try(at + " " + text)
			}
			set(old)
		case bool:
			set(!old)
			try(at)
			set(old)
		case json.Number:
			set(json.Number("6"))
			try(at)
			set(old)
		default:
			leaves(old, at, try)
		}
	}
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			put(path+"."+key, inner, func(x any) { v[key] = x })
			delete(v, key)
			try(path + "." + key + " left out")
			v[key] = inner
		}
	case []any:
		for k, inner := range v {
			put(fmt.Sprint(path, "[", k, "]"), inner, func(x any) { v[k] = x })
		}
	}
}

// Whatever is changed in a scheme that is still valid is told: no change passes
// in silence, and undoing it is told as well.
func TestNoChangeIsSilent(t *testing.T) {
	t.Parallel()
	scheme := rich(t)
	original, err := funding.EncodeScheme(scheme)
	require.NoError(t, err)
	var doc any
	dec := json.NewDecoder(strings.NewReader(string(original)))
	dec.UseNumber()
	require.NoError(t, dec.Decode(&doc))
	told := 0
	leaves(doc.(map[string]any)["data"], "", func(path string) {
		data, err := json.Marshal(doc)
		require.NoError(t, err)
		changed, err := funding.DecodeScheme(data)
		if err != nil {
			return
		}
		again, err := funding.EncodeScheme(changed)
		require.NoError(t, err)
		if string(again) == string(original) || strings.HasPrefix(path, ".id ") {
			return
		}
		told++
		require.NotEmpty(t, timeline.Changes(scheme, changed), path)
		require.NotEmpty(t, timeline.Changes(changed, scheme), path)
	})
	assert.Greater(t, told, 120)
}
