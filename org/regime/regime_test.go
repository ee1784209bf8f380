package regime_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/name"
	"github.com/sancheng-go/sancheng/org/regime"
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

func index(t testing.TB, list ...org.Organization) regime.Index {
	t.Helper()
	r, err := org.NewRegistry(list)
	require.NoError(t, err)
	words, err := name.Common(name.Division{Name: "镇海区", Level: org.District}).Splitter()
	require.NoError(t, err)
	return regime.NewIndex(r, day("2015-03-31"), regime.ByName(words))
}

// facts are true of every flag, which no condition minds but where it says so.
func facts(more rule.FactMap) rule.FactMap {
	f := rule.FactMap{}
	for n, fact := range regime.Facts() {
		if fact.Type == rule.FlagType {
			f[n] = rule.Flag(true)
		}
	}
	delete(f, regime.Needed)
	f[regime.Nationwide], f[regime.Listed], f[regime.PublicRaising] = rule.Flag(false), rule.Flag(false), rule.Flag(false)
	maps.Copy(f, more)
	return f
}

func people(n int64) rule.Value { return rule.Int(n, rule.Person) }
func units(n int64) rule.Value  { return rule.Int(n, rule.Organization) }
func yuan(n int64) rule.Value   { return rule.Int(n, rule.Yuan) }
func years(n int64) rule.Value  { return rule.Int(n, rule.YearUnit) }

// sound is, for each way of each preset, an application that meets it.
func sound() map[string]regime.Application {
	app := func(kind org.Kind, on string, more rule.FactMap) regime.Application {
		return regime.Application{
			ID: "app", Name: "镇海区餐饮协会", On: day(on), Kind: kind, Territory: org.Area("330211001001"), Facts: facts(more),
		}
	}
	category := func(c regime.Category, more rule.FactMap) rule.FactMap {
		f := rule.FactMap{regime.CategoryIs: rule.Word(c.String())}
		maps.Copy(f, more)
		return f
	}
	group := rule.FactMap{regime.Persons: people(50), regime.Units: units(0), regime.Funds: yuan(30_000), regime.HeadElsewhere: units(0)}
	prepared := maps.Clone(group)
	prepared[regime.PreparedOn] = rule.On(day("2015-01-15"))
	low := rule.FactMap{regime.Persons: people(20), regime.Units: units(0), regime.Funds: yuan(30_000)}
	foundation := rule.FactMap{
		regime.Funds: yuan(2_000_000), regime.Board: people(9), regime.PaidBoard: people(3), regime.BoardTerm: years(5), regime.Officials: people(0),
	}
	registered := func(on string) rule.FactMap { return rule.FactMap{regime.RegisteredOn: rule.On(day(on))} }
	out := map[string]regime.Application{}
	dual := map[string]regime.Application{
		"group-establish": app(org.SocialGroup, "2015-03-31", prepared),
		"group-prepare":   app(org.SocialGroup, "2015-03-31", group),
		"group":           app(org.SocialGroup, "2016-02-06", group),
		"unit":            app(org.PrivateNonEnterprise, "2015-03-31", nil),
		"foundation":      app(org.Foundation, "2015-03-31", foundation),
	}
	for _, id := range []string{"registration.dual-management-1998", "registration.four-categories-2013", "registration.zhejiang-2013", "registration.dual-track-2012"} {
		for way, a := range dual {
			out[id+" "+way] = a
		}
	}
	for _, id := range []string{"registration.four-categories-2013", "registration.zhejiang-2013"} {
		out[id+" direct-group"] = app(org.SocialGroup, "2015-03-31", category(regime.Trade, group))
		out[id+" direct-unit"] = app(org.PrivateNonEnterprise, "2015-03-31", category(regime.Community, nil))
	}
	trial := "registration.dual-track-2012 "
	out[trial+"trial-group"] = app(org.SocialGroup, "2015-03-31", category(regime.PublicWelfare, group))
	out[trial+"trial-unit"] = app(org.PrivateNonEnterprise, "2015-03-31", category(regime.PublicWelfare, nil))
	out[trial+"filing"] = app(0, "2015-03-31", rule.FactMap{regime.Persons: people(10)})
	out["registration.yangzhou low-group"] = app(org.SocialGroup, "2015-03-31", low)
	out["registration.yangzhou low-unit"] = app(org.PrivateNonEnterprise, "2015-03-31", nil)
	out["registration.yangzhou filing"] = app(0, "2015-03-31", rule.FactMap{regime.Persons: people(1)})
	out["filing.members-5 filing"] = app(0, "2015-03-31", rule.FactMap{regime.Persons: people(5)})
	out["filing.members-10 filing"] = app(0, "2015-03-31", rule.FactMap{regime.Persons: people(10)})
	out["filing.members-15 filing"] = app(0, "2015-03-31", rule.FactMap{regime.Persons: people(15)})
	out["charity.registration charity-2016"] = app(org.Foundation, "2020-01-01", nil)
	out["charity.registration charity-2023"] = app(org.Foundation, "2024-09-05", nil)
	out["charity.recognition recognition-2016"] = app(org.Foundation, "2020-01-01", registered("2016-03-15"))
	out["charity.recognition recognition-2023"] = app(org.Foundation, "2024-09-05", registered("2024-09-05"))
	out["charity.fundraising fundraising-2016"] = app(org.Foundation, "2020-03-01", registered("2018-03-01"))
	out["charity.fundraising fundraising-2023"] = app(org.Foundation, "2025-03-01", registered("2024-03-01"))
	return out
}

func TestPresets(t *testing.T) {
	t.Parallel()
	for _, r := range regime.Presets() {
		require.NoError(t, r.Validate(), r.ID)
		data, err := r.Encode()
		require.NoError(t, err)
		golden(t, r.ID+".json", string(data))
		back, err := regime.Decode(data)
		require.NoError(t, err, r.ID)
		again, err := back.Encode()
		require.NoError(t, err)
		assert.Equal(t, string(data), string(again))
		for _, w := range r.Ways {
			for _, need := range w.Needs {
				if need.Status == rule.Published {
					assert.NotEmpty(t, need.Source.Title, "%s %s", r.ID, w.ID)
				}
			}
		}
	}
	competing := regime.FourCategories().Competing(2, rule.Source{}, rule.Illustrative)
	require.NoError(t, competing.Validate())
	data, err := competing.Encode()
	require.NoError(t, err)
	golden(t, "competing.json", string(data))
	assert.NoError(t, regime.FourCategories().Validate(), "the regime it came from stays as it was")
}

// Every way of every preset is met by a sound application, and by none without
// one of the flags it asks for.
func TestSoundApplications(t *testing.T) {
	t.Parallel()
	in := index(t)
	apps := sound()
	for _, r := range regime.Presets() {
		authority := ready(t, r, in)
		for _, w := range r.Ways {
			a, ok := apps[r.ID+" "+w.ID]
			require.True(t, ok, "no sound application for %s of %s", w.ID, r.ID)
			d, err := authority.Decide(a)
			require.NoError(t, err, r.ID+" "+w.ID)
			assert.Equal(t, w.ID, d.Way, "%s\n%s", r.ID, d.Page().In(language.English))
			assert.Equal(t, w.Leads, d.Outcome)
			assert.Equal(t, w.Track, d.Track)
			for fact, asked := range flags(w) {
				for _, wrong := range []rule.Value{rule.Flag(!asked), {}} {
					b := a
					b.Facts = maps.Clone(a.Facts)
					b.Facts[fact] = wrong
					if wrong.IsZero() {
						delete(b.Facts, fact)
					}
					d, err := authority.Decide(b)
					require.NoError(t, err)
					assert.False(t, trial(d, w.ID).Met, "%s %s with %s %v", r.ID, w.ID, fact, wrong)
				}
			}
		}
	}
}

func ready(t testing.TB, r regime.Regime, in regime.Index) regime.Authority {
	t.Helper()
	authority, err := regime.NewAuthority(r, in, rule.Calendar{})
	require.NoError(t, err)
	return authority
}

func trial(d regime.Decision, way string) regime.Trial {
	return d.Trials[slices.IndexFunc(d.Trials, func(t regime.Trial) bool { return t.ID == way })]
}

// flags are the flags that a way cannot do without, and what is asked of them.
func flags(w regime.Way) map[string]bool {
	out := map[string]bool{}
	for _, need := range w.Needs {
		leaves(need, func(c rule.Condition, alternative bool) {
			if len(c.OneOf) == 1 && !alternative {
				if asked, ok := c.OneOf[0].Flag(); ok {
					out[c.Fact] = asked
				}
			}
		})
	}
	return out
}

// leaves visits every question of a condition, and says of each whether another
// may stand for it.
func leaves(c rule.Condition, visit func(c rule.Condition, alternative bool)) {
	for _, part := range c.AllOf {
		leaves(part, visit)
	}
	for _, part := range c.AnyOf {
		leaves(part, func(c rule.Condition, _ bool) { visit(c, true) })
	}
	if c.Not != nil {
		leaves(*c.Not, visit)
	}
	if c.Fact != "" {
		visit(c, false)
	}
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

func goldenPage(t *testing.T, file string, page rule.Page) {
	t.Helper()
	golden(t, file+".zh.txt", page.In(language.Chinese))
	golden(t, file+".en.txt", page.In(language.English))
	out, err := json.MarshalIndent(page, "", "  ")
	require.NoError(t, err)
	golden(t, file+".json", string(out)+"\n")
}
