package eligibility_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/grading/eligibility"
	"github.com/sancheng-go/sancheng/org/rule"
)

// clean is a record that meets every rule of the years from 2012 on for an
// organization that was never graded.
func clean() eligibility.Record {
	r := eligibility.Record{
		Registered: rule.Day(2008, 5, 10), Checks: map[int]eligibility.Check{},
		Investigated: new(false), Abnormal: new(false), Serious: new(false), Party: new(true),
	}
	for year := 2009; year < 2030; year++ {
		r.Checks[year] = eligibility.Passed
	}
	return r
}

func firstDay(r eligibility.Rules) rule.Date {
	return r.Period.From.AddDays(30)
}

func TestPresetsAreSoundAndCiteTheirSource(t *testing.T) {
	t.Parallel()
	for _, r := range eligibility.Presets() {
		require.NoError(t, r.Validate(), r.ID)
		assert.NotEmpty(t, r.Source.Title)
		d, err := r.Decide(clean(), firstDay(r))
		require.NoError(t, err, r.ID)
		assert.True(t, d.Eligible, r.ID)
		assert.Empty(t, d.Unmet)
		data, err := rule.Encode("eligibility/1", r)
		require.NoError(t, err)
		var got eligibility.Rules
		require.NoError(t, rule.DecodeAs("eligibility/1", data, &got))
		again, err := rule.Encode("eligibility/1", got)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(again))
		golden(t, r.ID+".json", string(data))
	}
}

// Every bar of every rule, and what does not bar.
func TestWhoIsBarred(t *testing.T) {
	t.Parallel()
	all := "order-39 national-2021 revised-2026 zhenjiang-2012 anqing-2021 huaining-2022 chanhe-2025 liwan-2025"
	grade := func(r *eligibility.Record, on rule.Date, from, last int) {
		r.Grade = eligibility.Grade{Class: "3A", From: on.AddMonths(12 * from), Last: on.AddMonths(12 * last).AddDays(-1)}
	}
	for name, c := range map[string]struct {
		change func(r *eligibility.Record, on rule.Date)
		bars   string // the rules that bar
	}{
		"check missed": {
			func(r *eligibility.Record, on rule.Date) { r.Checks[on.Year()-1] = eligibility.Missed }, all,
		},
		"check failed": {
			func(r *eligibility.Record, on rule.Date) { r.Checks[on.Year()-1] = eligibility.Failed },
			"order-39 national-2021 zhenjiang-2012 anqing-2021 huaining-2022 chanhe-2025",
		},
		"check failed the year before": {
			func(r *eligibility.Record, on rule.Date) { r.Checks[on.Year()-2] = eligibility.Failed }, "zhenjiang-2012",
		},
		"basically qualified once": {
			func(r *eligibility.Record, on rule.Date) { r.Checks[on.Year()-1] = eligibility.BasicallyPassed }, "zhenjiang-2012",
		},
		"basically qualified twice": {
			func(r *eligibility.Record, on rule.Date) {
				r.Checks[on.Year()-1], r.Checks[on.Year()-2] = eligibility.BasicallyPassed, eligibility.BasicallyPassed
			},
			"order-39 national-2021 zhenjiang-2012 anqing-2021 huaining-2022 chanhe-2025",
		},
		"check not known": {
			func(r *eligibility.Record, on rule.Date) { delete(r.Checks, on.Year()-1) }, all,
		},
		"penalised on the last day of last year": {
			func(r *eligibility.Record, on rule.Date) {
				last := rule.Day(on.Year()-1, 12, 31)
				r.Penalties = []eligibility.Penalty{{On: last, Executed: last}}
			}, all,
		},
		"penalised on the first day of this year": {
			func(r *eligibility.Record, on rule.Date) {
				day := rule.Day(on.Year(), 1, 1)
				r.Penalties = []eligibility.Penalty{{On: day, Executed: day}}
			}, "zhenjiang-2012",
		},
		"penalised two years ago": {
			func(r *eligibility.Record, on rule.Date) {
				day := rule.Day(on.Year()-2, 12, 31)
				r.Penalties = []eligibility.Penalty{{On: day, Executed: day}}
			}, "zhenjiang-2012",
		},
		"a minor penalty last year": {
			func(r *eligibility.Record, on rule.Date) {
				day := rule.Day(on.Year()-1, 6, 1)
				r.Penalties = []eligibility.Penalty{{On: day, Executed: day, Minor: true}}
			}, "order-39 national-2021 zhenjiang-2012 anqing-2021 huaining-2022 chanhe-2025 liwan-2025",
		},
		"an old penalty not executed": {
			func(r *eligibility.Record, on rule.Date) {
				r.Penalties = []eligibility.Penalty{{On: on.AddMonths(-60)}}
			}, "order-39 national-2021 revised-2026 anqing-2021 huaining-2022 chanhe-2025 liwan-2025",
		},
		"under investigation": {
			func(r *eligibility.Record, _ rule.Date) { r.Investigated = new(true) },
			"order-39 national-2021 anqing-2021 huaining-2022 chanhe-2025 liwan-2025",
		},
		"investigation not known": {
			func(r *eligibility.Record, _ rule.Date) { r.Investigated = nil },
			"order-39 national-2021 anqing-2021 huaining-2022 chanhe-2025 liwan-2025",
		},
		"abnormal activity":  {func(r *eligibility.Record, _ rule.Date) { r.Abnormal = new(true) }, "national-2021"},
		"serious illegality": {func(r *eligibility.Record, _ rule.Date) { r.Serious, r.Abnormal = new(true), nil }, "national-2021"},
		"5A without a party organization": {
			func(r *eligibility.Record, _ rule.Date) { r.Party, r.Sought = new(false), "5A" }, "huaining-2022",
		},
		"4A without one": {func(r *eligibility.Record, _ rule.Date) { r.Party, r.Sought = new(false), "4A" }, ""},
		"registered for two years today": {
			func(r *eligibility.Record, on rule.Date) { r.Registered = on.AddMonths(-24) }, "",
		},
		"registered for two years tomorrow": {
			func(r *eligibility.Record, on rule.Date) { r.Registered = on.AddDays(1).AddMonths(-24) },
			"order-39 national-2021 revised-2026 anqing-2021 huaining-2022 chanhe-2025 liwan-2025",
		},
		"registered for one year tomorrow": {
			func(r *eligibility.Record, on rule.Date) { r.Registered = on.AddDays(1).AddMonths(-12) }, all,
		},
		"grade lapsed yesterday": {
			func(r *eligibility.Record, on rule.Date) { grade(r, on, -5, 0) }, "",
		},
		"grade of the third year": {
			func(r *eligibility.Record, on rule.Date) { grade(r, on, -2, 3) }, "order-39 national-2021 anqing-2021",
		},
		"grade of the second year": {
			func(r *eligibility.Record, on rule.Date) { grade(r, on, -1, 4) }, "order-39 national-2021 anqing-2021 chanhe-2025 liwan-2025",
		},
		"grade of the fifth year": {
			func(r *eligibility.Record, on rule.Date) { grade(r, on, -4, 1) }, "order-39 national-2021 revised-2026",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var barred []string
			for _, r := range eligibility.Presets() {
				record, on := clean(), firstDay(r)
				c.change(&record, on)
				d, err := r.Decide(record, on)
				require.NoError(t, err)
				assert.Equal(t, d.Eligible, len(d.Unmet) == 0)
				if !d.Eligible {
					barred = append(barred, r.ID)
				}
			}
			assert.Equal(t, c.bars, strings.Join(barred, " "))
		})
	}
}

// Whoever is turned away hears of everything that stands in the way, in both
// languages and with its clause.
func TestEveryReasonIsGiven(t *testing.T) {
	t.Parallel()
	r := clean()
	r.Registered = rule.Day(2018, 1, 1)
	r.Checks[2018], r.Checks[2017] = eligibility.BasicallyPassed, eligibility.BasicallyPassed
	r.Penalties = []eligibility.Penalty{{On: rule.Day(2018, 7, 1)}}
	r.Investigated = nil
	d, err := eligibility.Order39().Decide(r, rule.Day(2019, 5, 6))
	require.NoError(t, err)
	assert.Len(t, d.Unmet, 5)
	for _, why := range d.Unmet {
		assert.Equal(t, rule.Published, why.Status)
	}
	page := d.Page(rule.Words("虚构协会", "an invented association"))
	golden(t, "refused.zh.txt", page.In(language.Chinese))
	golden(t, "refused.en.txt", page.In(language.English))
	data, err := json.MarshalIndent(d, "", "  ")
	require.NoError(t, err)
	golden(t, "refused.json", string(data)+"\n")
}

func TestRulesByPeriod(t *testing.T) {
	t.Parallel()
	for day, want := range map[rule.Date]string{
		rule.Day(2011, 2, 28):  "",
		rule.Day(2011, 3, 1):   "order-39",
		rule.Day(2012, 6, 1):   "order-39 zhenjiang-2012",
		rule.Day(2021, 12, 9):  "order-39 anqing-2021",
		rule.Day(2021, 12, 10): "order-39 national-2021 anqing-2021",
		rule.Day(2026, 2, 28):  "order-39 national-2021",
		rule.Day(2026, 3, 1):   "revised-2026",
	} {
		var ids []string
		for _, r := range eligibility.InForce(day, eligibility.Presets()...) {
			ids = append(ids, r.ID)
		}
		assert.Equal(t, want, strings.Join(ids, " "), day)
	}
}

func TestFaultsComeAllAtOnce(t *testing.T) {
	t.Parallel()
	on := rule.Day(2019, 5, 6)
	r := clean()
	r.Registered = rule.Day(2020, 1, 1)
	r.Checks[2018] = 0
	r.Penalties = []eligibility.Penalty{{}, {On: rule.Day(2019, 5, 7)}, {On: rule.Day(2018, 5, 7), Executed: rule.Day(2018, 5, 6)}}
	r.Grade = eligibility.Grade{From: rule.Day(2018, 1, 1), Last: rule.Day(2017, 1, 1)}
	d, err := eligibility.Order39().Decide(r, on)
	assert.Equal(t, eligibility.Decision{}, d)
	var paths []string
	for _, p := range rule.ProblemsOf(err) {
		paths = append(paths, p.Path+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"checks.2018 required", "grade.class required", "grade.last eligibility.grade", "penalties[0].on required",
		"penalties[1].on eligibility.after", "penalties[2].executed eligibility.executed", "registered eligibility.after",
	}, paths)
	_, err = eligibility.Order39().Decide(clean(), rule.Day(2011, 2, 28))
	require.ErrorIs(t, err, eligibility.NotInForce)
	_, err = eligibility.Rules{Needs: rule.Is("nobody")}.Decide(clean(), on)
	require.ErrorIs(t, err, rule.FactUnknown)
	_, err = eligibility.Order39().Decide(clean(), rule.Date{})
	require.ErrorIs(t, err, rule.Required)
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
