package rule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Periods over the first and last days of the calendar, with and without ends,
// against the set of their days.
func TestPeriodsAreSetsOfDays(t *testing.T) {
	t.Parallel()
	ends := []rule.Date{
		{},
		rule.Day(1, 1, 1), rule.Day(1, 1, 2), rule.Day(1, 1, 3),
		rule.Day(9999, 12, 30), rule.Day(9999, 12, 31),
	}
	// One of these days lies in every period between such ends that has a day.
	days := append([]rule.Date{rule.Day(2015, 1, 1)}, ends[1:]...)
	var periods []rule.Period
	for _, from := range ends {
		for _, until := range ends {
			periods = append(periods, rule.Period{From: from, Until: until})
		}
	}
	for _, p := range periods {
		empty := true
		for _, d := range days {
			inside := (p.From.IsZero() || p.From.Compare(d) <= 0) && (p.Until.IsZero() || d.Compare(p.Until) < 0)
			assert.Equal(t, inside, p.Contains(d), "%s in %s", d, p)
			empty = empty && !inside
		}
		assert.False(t, p.Contains(rule.Date{}))
		assert.Equal(t, empty, p.Empty(), p)
		if empty {
			require.ErrorIs(t, p.Validate(), rule.PeriodEmpty)
		} else {
			require.NoError(t, p.Validate())
		}
		for _, q := range periods {
			shared := false
			for _, d := range days {
				shared = shared || p.Contains(d) && q.Contains(d)
			}
			assert.Equal(t, shared, p.Overlaps(q), "%s and %s", p, q)
		}
	}
	assert.True(t, rule.Period{Until: rule.Day(1, 1, 1)}.Empty(), "no day comes before the first")
}

func TestPeriodDays(t *testing.T) {
	t.Parallel()
	year := rule.Period{From: rule.Day(2016, 1, 1), Until: rule.Day(2017, 1, 1)}
	n, ok := year.Days()
	assert.True(t, ok)
	assert.Equal(t, 366, n)
	_, ok = rule.Since(rule.Day(2016, 1, 1)).Days()
	assert.False(t, ok)
	_, ok = rule.Period{Until: rule.Day(2016, 1, 1)}.Days()
	assert.False(t, ok)
	n, ok = rule.Period{From: rule.Day(2017, 1, 1), Until: rule.Day(2016, 1, 1)}.Days()
	assert.True(t, ok)
	assert.Zero(t, n)
}

// Two years' periods leave no day between them and share none.
func TestPeriodsOfSuccessiveYearsMeet(t *testing.T) {
	t.Parallel()
	for year := 2000; year < 2030; year++ {
		this := rule.Period{From: rule.Day(year, 1, 1), Until: rule.Day(year+1, 1, 1)}
		next := rule.Period{From: rule.Day(year+1, 1, 1), Until: rule.Day(year+2, 1, 1)}
		assert.False(t, this.Overlaps(next))
		for d := rule.Day(year, 12, 1); d.Before(rule.Day(year+1, 2, 1)); d = d.AddDays(1) {
			assert.NotEqual(t, this.Contains(d), next.Contains(d), d)
		}
	}
}

func TestPeriodWords(t *testing.T) {
	t.Parallel()
	from, until := rule.Day(2015, 1, 1), rule.Day(2016, 1, 1)
	assert.Equal(t, rule.Words("任何日期", "any day"), rule.Period{}.Words())
	assert.Equal(t, rule.Words("2015-01-01 起", "from 2015-01-01"), rule.Since(from).Words())
	assert.Equal(t, rule.Words("2016-01-01 前", "before 2016-01-01"), rule.Period{Until: until}.Words())
	assert.Equal(t, "from 2015-01-01, before 2016-01-01", rule.Period{From: from, Until: until}.String())
}
