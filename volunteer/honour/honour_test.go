package honour_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/honour"
)

func hours(s string) volunteer.Hours {
	h, err := volunteer.HoursFrom(rule.Dec(s))
	if err != nil {
		panic(err)
	}
	return h
}

func table(t *testing.T, s honour.Scale) *honour.Table {
	t.Helper()
	table, err := honour.New(s)
	require.NoError(t, err)
	assert.Equal(t, rule.Published, s.Status)
	return table
}

func TestStars(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		scale    honour.Scale
		standing honour.Standing
		step     int
		missing  string // measure and number for the next step
	}{
		"none":                    {honour.National(), honour.Standing{Hours: hours("99.9999")}, 0, "hours 0.0001"},
		"exactly one":             {honour.National(), honour.Standing{Hours: hours("100")}, 1, "hours 200"},
		"four":                    {honour.National(), honour.Standing{Hours: hours("1499.5")}, 4, "hours 0.5"},
		"five":                    {honour.National(), honour.Standing{Hours: hours("1500")}, 5, ""},
		"repeats: end of a cycle": {honour.Zhangjiagang(), honour.Standing{Hours: hours("300")}, 5, "hours 30"},
		"repeats: second cycle":   {honour.Zhangjiagang(), honour.Standing{Hours: hours("330")}, 5, "hours 30"},
		"repeats: last of second": {honour.Zhangjiagang(), honour.Standing{Hours: hours("599")}, 5, "hours 1"},
		"medal":                   {honour.ZhangjiagangMedals(), honour.Standing{Hours: hours("1000")}, 2, "hours 500"},
		"points short":            {honour.Longquanyi(), honour.Standing{Hours: hours("210"), Points: rule.Dec("2099")}, 2, "points 1"},
		"both short":              {honour.Longquanyi(), honour.Standing{Hours: hours("199"), Points: rule.Dec("2000")}, 2, "hours 1 points 100"},
		"diamond":                 {honour.Longquanyi(), honour.Standing{Hours: hours("2000"), Points: rule.Dec("21000")}, 7, ""},
		"too new":                 {honour.Longgang(), honour.Standing{Hours: hours("700"), Months: 11}, 2, "months 1"},
		"half a year":             {honour.Longgang(), honour.Standing{Hours: hours("100"), Months: 6}, 1, "hours 200"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := table(t, test.scale).Award(test.standing)
			assert.Equal(t, test.step, got.Step)
			missing := ""
			if got.Next != nil {
				for _, m := range got.Next.Missing {
					missing += " " + m.Measure.String() + " " + m.By.String()
				}
				for _, r := range got.Next.Reasons {
					out, ok := r.Replay()
					assert.True(t, ok && out.Equal(r.Output))
				}
				missing = missing[1:]
			}
			assert.Equal(t, test.missing, missing)
			for _, r := range got.Reasons {
				assert.NotContains(t, r.In(language.Chinese), "{")
			}
		})
	}
}

func TestCycles(t *testing.T) {
	t.Parallel()
	z := table(t, honour.Zhangjiagang())
	for in, want := range map[string][2]int64{"29": {0, 0}, "300": {1, 0}, "330": {1, 1}, "360": {1, 2}, "400": {1, 3}, "500": {1, 4}, "600": {2, 0}} {
		got := z.Award(honour.Standing{Hours: hours(in)})
		assert.Equal(t, want, [2]int64{got.Cycles, int64(got.InCycle)}, in)
	}
}

func TestScaleFaults(t *testing.T) {
	t.Parallel()
	s := honour.Longquanyi()
	s.Steps[1].Needs[0].Least = rule.Dec("50")
	s.Steps[2].Needs[0], s.Steps[2].Needs[1] = s.Steps[2].Needs[1], s.Steps[2].Needs[0]
	s.Steps[3].Title = rule.Text{}
	s.Cycle = rule.Dec("300")
	_, err := honour.New(s)
	for _, code := range []rule.Code{honour.NotRising, honour.MeasuresDiffer, rule.Required, honour.CycleShape} {
		assert.ErrorIs(t, err, code)
	}
	_, err = honour.New(honour.Scale{})
	assert.ErrorIs(t, err, rule.Required)
}

func TestBadgeLapses(t *testing.T) {
	t.Parallel()
	served := []honour.Served{
		{Day: rule.Day(2014, 3, 1), Hours: hours("12")}, {Day: rule.Day(2014, 6, 30), Hours: hours("10")}, {Day: rule.Day(2014, 9, 1), Hours: hours("4")},
	}
	badge := honour.ActiveVolunteer()
	held, err := badge.On(rule.Day(2014, 10, 1), served)
	require.NoError(t, err)
	assert.True(t, held.Holds)
	assert.Equal(t, rule.Day(2015, 3, 1), held.Until)
	for day, holds := range map[rule.Date]bool{
		rule.Day(2014, 6, 29): false, rule.Day(2014, 6, 30): true, held.Until.AddDays(-1): true, held.Until: false,
	} {
		got, err := badge.On(day, served)
		require.NoError(t, err)
		assert.Equal(t, holds, got.Holds, day)
	}
	_, err = honour.Badge{}.On(rule.Day(2014, 1, 1), nil)
	assert.ErrorIs(t, err, honour.BadgeHours)
	assert.ErrorIs(t, err, honour.BadgeWindow)
}
