package venture_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/preset"
	"github.com/sancheng-go/sancheng/funding/venture"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// rules are small illustrative rules: three judges, no score dropped, a line at
// 70, one award each, 100,000 yuan, what is asked.
func rules() venture.Rules {
	return venture.Rules{
		Head:      rule.Head{ID: "test.1", Title: rule.Words("测试", "test"), Status: rule.Illustrative},
		Catalogue: venture.Needs(),
		Judging:   venture.Judging{Least: 3, Rounding: rule.Rounding{Mode: rule.HalfUp, Step: decimal.New(1, -2)}},
		Line:      decimal.NewFromInt(70), PerOrg: 1, Budget: funding.Yuan(100_000), Grant: grant(funding.Source{}),
	}
}

// grant is a scheme of one source, the district, that pays the eligible cost.
func grant(s funding.Source) funding.Scheme {
	s.ID, s.Title, s.Kind, s.Territory = "district", rule.Words("区", "district"), funding.District, org.Area("330211")
	s.Rule = funding.Rule{Method: funding.Share, Ratio: rule.Dec("1")}
	return funding.Scheme{
		Head:      rule.Head{ID: "grant.1", Title: rule.Words("资助", "grant"), Status: rule.Illustrative},
		Territory: org.Area("330211"), Rounding: funding.ToFen(funding.HalfUp), Sources: []funding.Source{s},
	}
}

func scores(points ...string) []venture.Score {
	var list []venture.Score
	for i, p := range points {
		list = append(list, venture.Score{Judge: fmt.Sprintf("j%d", i), Points: rule.Dec(p)})
	}
	return list
}

func entry(id, organization, need string, yuan int64, points ...string) venture.Entry {
	return venture.Entry{
		Request: funding.Request{ID: id, Organization: organization, Territory: org.Area("330211001"), Asked: funding.Yuan(yuan)},
		Need:    need, Scores: scores(points...),
	}
}

func decide(t *testing.T, r venture.Rules, entries ...venture.Entry) *venture.Result {
	t.Helper()
	result, err := r.Decide(entries)
	require.NoError(t, err)
	return result
}

// told is what a result says, an entry's amount or the codes of its refusal.
func told(r *venture.Result) map[string]string {
	out := map[string]string{}
	for _, a := range r.Awards {
		out[a.Entry] = a.Amount.String()
	}
	for _, f := range r.Refusals {
		for _, reason := range f.Reasons[1:] {
			out[f.Entry] += string(reason.Code) + " "
		}
	}
	return out
}

func TestLine(t *testing.T) {
	t.Parallel()
	got := told(decide(t, rules(),
		entry("at", "o1", "meals", 1000, "70", "70", "70"),
		entry("rounds-up", "o2", "meals", 1000, "69.995", "69.995", "69.995"),
		entry("below", "o3", "meals", 1000, "69.99", "69.99", "69.99"),
		entry("above", "o4", "meals", 1000, "70.01", "70.01", "70.01")))
	assert.Equal(t, map[string]string{"at": "1000.00", "rounds-up": "1000.00", "above": "1000.00", "below": "venture.below-line "}, got)
}

func TestEveryReason(t *testing.T) {
	t.Parallel()
	r := rules()
	r.Quotas = []venture.Quota{{Class: "aged", Most: 1}}
	r.Projects = 2
	got := told(decide(t, r,
		entry("a", "o1", "meals", 60_000, "90", "90", "90"),
		entry("b", "o1", "home-care", 50_000, "60", "60", "60"), // everything at once, once c has taken the last place
		entry("c", "o2", "cancer", 10_000, "80", "80", "80"),
		entry("d", "o3", "empty-nest", 1_000, "79", "79", "79"),
		entry("e", "o2", "autism", 1_000, "78", "78", "78")))
	assert.Equal(t, map[string]string{
		"a": "60000.00", "c": "10000.00",
		"b": "venture.below-line venture.quota-full venture.has-award venture.places-full venture.money-short ",
		"d": "venture.quota-full venture.places-full ",
		"e": "venture.has-award venture.places-full ",
	}, got)
}

func TestMoney(t *testing.T) {
	t.Parallel()
	result := decide(t, rules(),
		entry("a", "o1", "meals", 60_000, "90", "90", "90"),
		entry("b", "o2", "meals", 40_001, "89", "89", "89"), // a yuan too much: passed over
		entry("c", "o3", "meals", 40_000, "88", "88", "88")) // exactly what is left
	assert.Equal(t, map[string]string{"a": "60000.00", "b": "venture.money-short ", "c": "40000.00"}, told(result))
	assert.Zero(t, result.Left.Sign())
	assert.Equal(t, funding.Yuan(100_000), result.Paid)
}

func TestTiesGoByID(t *testing.T) {
	t.Parallel()
	result := decide(t, rules(),
		entry("b", "o2", "meals", 60_000, "80", "90", "85"),
		entry("a", "o1", "meals", 60_000, "85", "85", "85"))
	assert.Equal(t, "a", result.Awards[0].Entry)
	assert.Equal(t, "b", result.Refusals[0].Entry)
}

func TestDroppedScores(t *testing.T) {
	t.Parallel()
	r := rules()
	r.Judging.Least, r.Judging.Drop = 5, 1
	result := decide(t, r, entry("a", "o1", "meals", 1, "0", "100", "80", "81", "82.5"))
	assert.Equal(t, "81.17", result.Awards[0].Score.String(), "(80 + 81 + 82.5) ÷ 3 = 81.1666…")
	out, ok := result.Awards[0].Reasons[0].Replay()
	assert.True(t, ok && out.Equal(result.Awards[0].Reasons[0].Output))
}

// guangzhou is a competition under Guangzhou's rules of 2019 on what a project
// gets.
func guangzhou() venture.Rules {
	r := rules()
	r.Grant, r.Budget = preset.GuangzhouVenture()[1], funding.Yuan(10_000_000)
	return r
}

func apply(id, budget, own string) venture.Entry {
	b, o := rule.Dec(budget), rule.Dec(own)
	money := func(d decimal.Decimal) funding.Money {
		m, err := funding.FromDecimal(d)
		if err != nil {
			panic(err)
		}
		return m
	}
	return venture.Entry{
		Request: funding.Request{
			ID: id, Organization: id, Territory: org.Area("440106"), Asked: money(b.Sub(o)), Eligible: new(money(b)), Social: money(o),
		},
		Need: "meals", Scores: scores("90", "90", "90"),
	}
}

func TestGuangzhouTakesTheSmaller(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ budget, own, amount string }{
		{"100000", "40000", "60000.00"},
		{"100000", "50000", "50000.00"},
		{"100000", "39999.99", "venture.no-grant "},
		{"833333.33", "333333.34", "499999.99"},
		{"2000000", "800000", "500000.00"},
	} {
		got := told(decide(t, guangzhou(), apply("a", test.budget, test.own)))
		assert.Equal(t, map[string]string{"a": test.amount}, got, "%v", test)
	}
}

func TestReasonsReplay(t *testing.T) {
	t.Parallel()
	result := decide(t, guangzhou(), apply("a", "90000", "36000"), apply("b", "1000000", "400000"), apply("c", "10", "0"))
	replayed := 0
	for _, a := range result.Awards {
		for _, reason := range a.Reasons {
			if out, ok := reason.Replay(); ok {
				assert.True(t, out.Equal(reason.Output), reason.Code)
				replayed++
			}
		}
	}
	assert.Equal(t, 7, replayed, "of both the mean, the share and the money left, of one the cap")
	assert.Equal(t, map[string]string{"a": "54000.00", "b": "500000.00", "c": "venture.no-grant "}, told(result))
	assert.NotEmpty(t, result.Refusals[0].Reasons[1].Parts, "the grant says why it gives nothing")
	for _, id := range []string{"a", "b", "c"} {
		page, err := result.Page(id)
		require.NoError(t, err)
		for _, lang := range []language.Tag{language.Chinese, language.English} {
			assert.NotContains(t, page.In(lang), "{")
			assert.NotRegexp(t, `venture\.[a-z]+-?[a-z]* `, page.In(lang))
		}
	}
	_, err := result.Page("d")
	require.ErrorIs(t, err, venture.EntryUnknown)
}

// TestGrantOfManySources lets a grant see the score and pay from two sources.
func TestGrantOfManySources(t *testing.T) {
	t.Parallel()
	r := rules()
	r.Grant = grant(funding.Source{})
	r.Grant.Sources[0].Rule = funding.Rule{Method: funding.PerPoint, Amount: funding.Yuan(100)}
	r.Grant.Sources = append(r.Grant.Sources, funding.Source{
		ID: "town", Title: rule.Words("街道", "subdistrict"), Kind: funding.Subdistrict, Territory: org.Area("330211001"),
		Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("0.1")},
	})
	// asked 20,000: 100 × the score of 90.33 from the district, 2,000 from the subdistrict
	result := decide(t, r, entry("a", "o1", "meals", 20_000, "90", "90", "91"), entry("b", "o2", "meals", 20_000, "80", "80", "80"))
	assert.Equal(t, map[string]string{"a": "11033.00", "b": "10000.00"}, told(result))
}

func TestFaultsComeAtOnce(t *testing.T) {
	t.Parallel()
	r := rules()
	r.Quotas = []venture.Quota{{Class: "moon", Most: 1}, {Class: "aged", Most: -1}, {Class: "aged"}}
	r.PerOrg, r.Projects, r.Budget, r.Line = 0, -1, funding.Yuan(-1), rule.Dec("100.5")
	r.Judging = venture.Judging{Least: 2, Drop: 1}
	r.Grant = grant(funding.Source{Budget: new(funding.Yuan(1)), Short: funding.ProRata, Cap: new(funding.Yuan(-1))})
	r.Catalogue.Classes = append(r.Catalogue.Classes, venture.Class{ID: "aged"}, venture.Class{Title: rule.Words("空", "none"), Subclasses: []venture.Subclass{{ID: "meals"}}})
	_, err := r.Decide(nil)
	assert.Equal(t, map[string]rule.Code{
		"rules.quotas[0].class": venture.NeedUnknown, "rules.quotas[1].most": venture.LimitNegative, "rules.quotas[2].class": venture.NeedTwice,
		"rules.per_organization": rule.Required, "rules.projects": venture.LimitNegative, "rules.budget": venture.AmountNegative, "rules.line": venture.PointsRange,
		"rules.judging.least": venture.JudgesFew, "rules.judging.rounding.mode": rule.Required, "rules.judging.rounding.step": rule.RoundingStep,
		"rules.grant.sources[0].budget": venture.GrantBudget, "rules.grant.sources[0].cap": funding.AmountNegative,
		"rules.catalogue.classes[9].id": venture.NeedTwice, "rules.catalogue.classes[9].title": rule.Required, "rules.catalogue.classes[9].subclasses": rule.Required,
		"rules.catalogue.classes[10].id": rule.Required, "rules.catalogue.classes[10].subclasses[0].id": venture.NeedTwice, "rules.catalogue.classes[10].subclasses[0].title": rule.Required,
	}, found(t, err))

	bad := entry("a", "", "moon", -20, "100.1", "-1", "0.00001")
	bad.Scores[1].Judge, bad.Scores[2].Judge = "j0", ""
	_, err = rules().Decide([]venture.Entry{entry("a", "o", "meals", 1, "70", "70"), bad, {}})
	assert.Equal(t, map[string]rule.Code{
		"entries[0].scores": venture.JudgesMissing,
		"entries[1].id":     funding.RequestTwice, "entries[1].organization": rule.Required, "entries[1].need": venture.NeedUnknown,
		"entries[1].asked":            funding.AmountNegative,
		"entries[1].scores[0].points": venture.PointsRange, "entries[1].scores[1].points": venture.PointsRange, "entries[1].scores[1].judge": venture.JudgeTwice,
		"entries[1].scores[2].judge": rule.Required, "entries[1].scores[2].points": venture.PointsRange,
		"entries[2].id": rule.Required, "entries[2].organization": rule.Required, "entries[2].territory": rule.Required,
		"entries[2].need": venture.NeedUnknown, "entries[2].scores": venture.JudgesMissing,
	}, found(t, err))
}

// found is the code at each path, after a look at the sentences.
func found(t *testing.T, err error) map[string]rule.Code {
	t.Helper()
	codes := map[string]rule.Code{}
	for _, p := range rule.ProblemsOf(err) {
		codes[p.Path] = p.Code
		for _, lang := range []language.Tag{language.Chinese, language.English} {
			assert.NotContains(t, p.In(lang), "{")
		}
	}
	return codes
}

func TestAbsurdExponents(t *testing.T) {
	t.Parallel()
	r := rules()
	r.Line = decimal.New(1, math.MaxInt32)
	require.EqualError(t, r.Validate(), "line: 1e2147483647 are out of range (0 to 100, at most four decimals)")
	bad := entry("a", "o", "meals", 1, "70", "70", "70")
	bad.Scores[0].Points = decimal.New(1, math.MinInt32)
	_, err := rules().Decide([]venture.Entry{bad})
	require.EqualError(t, err, "entries[0].scores[0].points: 1e-2147483648 are out of range (0 to 100, at most four decimals)")
}

func TestNeeds(t *testing.T) {
	t.Parallel()
	needs := venture.Needs()
	require.NoError(t, needs.Validate())
	classes, subclasses := needs.Count()
	assert.Equal(t, 9, classes)
	assert.Equal(t, 31, subclasses)
	assert.Equal(t, rule.Illustrative, needs.Status)
}

// TestRandomRounds holds every round to its rules: no budget, quota or limit is
// passed, every refusal is true, and the order of entries changes nothing.
func TestRandomRounds(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(2013, 37))
	var needs []string
	class := map[string]string{}
	for _, c := range venture.Needs().Classes {
		for _, s := range c.Subclasses {
			needs = append(needs, s.ID)
			class[s.ID] = c.ID
		}
	}
	for range 200 {
		r := rules()
		r.PerOrg, r.Projects = 1+random.IntN(2), random.IntN(8)
		for _, c := range r.Catalogue.Classes[:random.IntN(9)] {
			r.Quotas = append(r.Quotas, venture.Quota{Class: c.ID, Most: random.IntN(3)})
		}
		var entries []venture.Entry
		byID := map[string]venture.Entry{}
		for i := range random.IntN(30) {
			e := entry(fmt.Sprintf("e%02d", i), fmt.Sprintf("o%d", random.IntN(20)), needs[random.IntN(len(needs))], 1+random.Int64N(20_000),
				fmt.Sprint(60+random.IntN(30)), fmt.Sprint(60+random.IntN(30)), fmt.Sprint(60+random.IntN(30)))
			entries = append(entries, e)
			byID[e.ID] = e
		}
		result := decide(t, r, entries...)
		assert.Len(t, entries, len(result.Awards)+len(result.Refusals))
		perClass, perOrganization, paid := map[string]int{}, map[string]int{}, int64(0)
		for i, a := range result.Awards {
			perClass[a.Class]++
			perOrganization[a.Organization]++
			paid += a.Amount.Fen()
			assert.False(t, a.Score.LessThan(r.Line))
			assert.Equal(t, class[byID[a.Entry].Need], a.Class)
			if i > 0 {
				assert.False(t, a.Score.GreaterThan(result.Awards[i-1].Score))
			}
		}
		assert.Equal(t, paid, result.Paid.Fen())
		assert.Equal(t, r.Budget.Fen(), result.Paid.Fen()+result.Left.Fen())
		assert.GreaterOrEqual(t, result.Left.Fen(), int64(0))
		assert.True(t, r.Projects == 0 || len(result.Awards) <= r.Projects)
		for _, n := range perOrganization {
			assert.LessOrEqual(t, n, r.PerOrg)
		}
		for _, q := range r.Quotas {
			assert.LessOrEqual(t, perClass[q.Class], q.Most)
		}
		for _, f := range result.Refusals {
			require.Greater(t, len(f.Reasons), 1, "a refusal has a reason")
		}
		random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		for i := range entries {
			slices.Reverse(entries[i].Scores)
		}
		again := decide(t, r, entries...)
		assert.Equal(t, told(result), told(again))
	}
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, v := range map[string]any{
		"needs": venture.Needs(),
	} {
		got, err := rule.Encode("venture/1", v)
		require.NoError(t, err)
		file := "testdata/" + name + ".json"
		if os.Getenv("UPDATE_GOLDEN") != "" {
			require.NoError(t, os.WriteFile(file, got, 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), "run with UPDATE_GOLDEN=1 if this is meant")
	}
	r := rules()
	text, err := json.Marshal(r)
	require.NoError(t, err)
	var back venture.Rules
	require.NoError(t, rule.Decode(text, &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.JSONEq(t, string(text), string(again))
}
