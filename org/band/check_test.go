package band_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

func dec(s string) decimal.Decimal { return rule.Dec(s) }

func words(t *testing.T, s string) rule.Interval {
	t.Helper()
	in, err := band.ParseWords(s)
	require.NoError(t, err)
	return in
}

// county is a published notice's bands, in which 950 is twice a grade and
// 900.5 none.
func county(t *testing.T) []band.Row[string] {
	t.Helper()
	return []band.Row[string]{
		{In: words(t, "950以上"), Is: "5A"},
		{In: words(t, "901—950"), Is: "4A"},
		{In: words(t, "851—900"), Is: "3A"},
		{In: words(t, "801—850"), Is: "2A"},
	}
}

func TestCheckFindsTheFaultsOfACountyNotice(t *testing.T) {
	t.Parallel()
	exact := band.Domain{In: rule.AtLeast(dec("801")).AtMost(dec("1000"))}
	faults := band.Check(exact, county(t))
	require.Len(t, faults, 3)
	for i, want := range []struct {
		code    rule.Code
		in      string
		example string
		rows    []int
	}{
		{band.Gap, "above 850, below 851", "850.5", nil},
		{band.Gap, "above 900, below 901", "900.5", nil},
		{band.Overlap, "950", "950", []int{0, 1}},
	} {
		assert.Equal(t, want.code, faults[i].Code)
		assert.Equal(t, want.in, faults[i].In.String())
		assert.Equal(t, want.example, faults[i].Example.String())
		assert.Equal(t, want.rows, faults[i].Rows)
	}
	whole := exact
	whole.Step = dec("1")
	faults = band.Check(whole, county(t))
	require.Len(t, faults, 1, "among whole scores only 950 is at fault")
	assert.Equal(t, "950", faults[0].In.String())

	_, err := band.New(exact, county(t))
	assert.EqualError(t, err, `no row covers above 850, below 851, for example 850.5
no row covers above 900, below 901, for example 900.5
[1]: rows [0] and [1] both cover 950, for example 950`)
	assert.Equal(t, `超过850 不满851不在任何一档内,例如 850.5
超过900 不满901不在任何一档内,例如 900.5
[1]:950同在两档([0]、[1])内,例如 950`, rule.ProblemsOf(err).In(language.Chinese))
}

func TestNewReportsEveryFault(t *testing.T) {
	t.Parallel()
	row := func(in rule.Interval) band.Row[int] { return band.Row[int]{In: in} }
	all := rule.Interval{}
	for _, c := range []struct {
		domain band.Domain
		rows   []band.Row[int]
		want   string
	}{
		{band.Domain{}, nil, "no row covers any number, for example 0"},
		{band.Domain{In: rule.AtLeast(dec("60"))}, nil, "no row covers 60 or above, for example 60"},
		{band.Domain{In: rule.Above(dec("60"))}, nil, "no row covers above 60, for example 61"},
		{band.Domain{In: rule.Below(dec("60"))}, nil, "no row covers below 60, for example 59"},
		{band.Domain{In: rule.AtMost(dec("60"))}, nil, "no row covers 60 or below, for example 60"},
		{band.Domain{In: rule.AtMost(dec("60")), Step: dec("7")}, nil, "no row covers 56 or below, for example 56"},
		{band.Domain{In: rule.Above(dec("60")), Step: dec("0.5")}, nil, "no row covers 60.5 or above, for example 60.5"},
		{band.Domain{Step: dec("5")}, []band.Row[int]{row(rule.AtLeast(dec("10")))}, "no row covers 5 or below, for example 5"},
		{band.Domain{}, []band.Row[int]{row(all), row(all)}, "[1]: rows [0] and [1] both cover any number, for example 0"},
		{
			band.Domain{In: rule.AtLeast(dec("0"))},
			[]band.Row[int]{row(rule.AtLeast(dec("0"))), row(rule.Below(dec("0")))},
			"[1]: no number reaches the row below 0",
		},
		{
			band.Domain{In: rule.AtLeast(dec("0")), Step: dec("1")},
			[]band.Row[int]{row(rule.AtLeast(dec("0"))), row(rule.Above(dec("3")).Below(dec("4")))},
			"[1]: no number reaches the row above 3, below 4",
		},
		{
			band.Domain{In: rule.AtLeast(dec("1")).Below(dec("1")), Step: dec("-1")},
			[]band.Row[int]{row(rule.Above(dec("1")).AtMost(dec("1")))},
			"[0].in: no number lies in above 1, 1 or below\ndomain.in: no number lies in 1 or above, below 1\ndomain.step: the step between numbers must not be negative: -1",
		},
		{band.Domain{}, make([]band.Row[int], 1001), "1,001 rows, at most 1,000 are allowed"},
	} {
		table, err := band.New(c.domain, c.rows)
		require.EqualError(t, err, c.want)
		assert.Zero(t, table.Len(), "nothing partial beside an error")
	}
	require.ErrorIs(t, func() error { _, err := band.New(band.Domain{}, []band.Row[int]{}); return err }(), band.Gap)
}

// some makes a table's worth of rows with their ends among the halves from 0
// to 4, and a domain.
func some(r *rand.Rand) (band.Domain, []band.Row[int]) {
	interval := func() rule.Interval {
		var in rule.Interval
		low := r.Int64N(9)
		switch r.IntN(5) {
		case 0, 1:
			in = in.AtLeast(decimal.New(low*5, -1))
		case 2, 3:
			in = in.Above(decimal.New(low*5, -1))
		}
		high := low + r.Int64N(5)
		switch r.IntN(5) {
		case 0, 1:
			in = in.AtMost(decimal.New(high*5, -1))
		case 2, 3:
			in = in.Below(decimal.New(high*5, -1))
		}
		return in
	}
	domain := band.Domain{In: interval(), Step: dec([]string{"0", "0", "0.5", "1", "0.75", "2"}[r.IntN(6)])}
	rows := make([]band.Row[int], r.IntN(5))
	for i := range rows {
		rows[i] = band.Row[int]{In: interval(), Is: i}
	}
	return domain, rows
}

// meeting makes rows that share their ends, so that many tables are whole.
func meeting(r *rand.Rand) []band.Row[int] {
	ends := make([]int64, 1+r.IntN(4))
	for i := range ends {
		ends[i] = r.Int64N(9)
	}
	slices.Sort(ends)
	ends = slices.Compact(ends)
	rows := make([]band.Row[int], len(ends)+1)
	for i, end := range ends {
		at := decimal.New(end*5, -1)
		if r.IntN(2) == 0 {
			rows[i].In, rows[i+1].In = rows[i].In.AtMost(at), rows[i+1].In.Above(at)
		} else {
			rows[i].In, rows[i+1].In = rows[i].In.Below(at), rows[i+1].In.AtLeast(at)
		}
	}
	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	for i := range rows {
		rows[i].Is = i
	}
	return rows
}

// grid holds every quarter from -3 to 8: in each stretch between ends at halves
// lies one of them, and beyond the outermost ends several.
func grid() []decimal.Decimal {
	var out []decimal.Decimal
	for n := int64(-12); n <= 32; n++ {
		out = append(out, decimal.New(n*25, -2))
	}
	return out
}

func counts(domain band.Domain, d decimal.Decimal) bool {
	return domain.In.Contains(d) && (domain.Step.IsZero() || d.Mod(domain.Step).IsZero())
}

// Check against counting, number by number, the rows each lies in; Find
// against looking at each row.
func TestCheckAndFindAgainstCounting(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(53, 59))
	whole := 0
	for range 4000 {
		domain, rows := some(r)
		if r.IntN(2) == 0 {
			rows = meeting(r)
		}
		faults := band.Check(domain, rows)
		reached := make([]bool, len(rows))
		for _, d := range grid() {
			if !counts(domain, d) {
				continue
			}
			var covering []int
			for i, row := range rows {
				if row.In.Contains(d) {
					covering = append(covering, i)
					reached[i] = true
				}
			}
			var named []band.Fault
			for _, fault := range faults {
				if fault.Code != band.Unreachable && fault.In.Contains(d) {
					named = append(named, fault)
				}
			}
			if len(covering) == 1 {
				require.Empty(t, named, "%s over %+v of %+v", d, domain, rows)
				continue
			}
			require.Len(t, named, 1, "%s over %+v of %+v", d, domain, rows)
			require.Equal(t, covering, named[0].Rows)
			require.Equal(t, map[bool]rule.Code{true: band.Gap, false: band.Overlap}[len(covering) == 0], named[0].Code)
		}
		unreachable := make([]bool, len(rows))
		for i, fault := range faults {
			if fault.Code == band.Unreachable {
				unreachable[fault.Rows[0]] = true
				continue
			}
			require.True(t, fault.In.Contains(fault.Example) && counts(domain, fault.Example), "%s of %s", fault.Example, fault.In)
			if i > 0 {
				require.Positive(t, fault.Example.Cmp(faults[i-1].Example), "from the lowest number up")
			}
		}
		for i := range rows {
			require.Equal(t, !reached[i], unreachable[i], "row %d over %+v of %+v", i, domain, rows)
		}

		table, err := band.New(domain, rows)
		if domain.In.Empty() || slices.ContainsFunc(rows, func(row band.Row[int]) bool { return row.In.Empty() }) || len(faults) > 0 {
			require.Error(t, err)
			require.Zero(t, table.Len())
			continue
		}
		require.NoError(t, err)
		whole++
		require.Equal(t, len(rows), table.Len())
		for _, d := range grid() {
			at, found := table.Find(d)
			inSome := slices.ContainsFunc(rows, func(row band.Row[int]) bool { return row.In.Contains(d) })
			require.Equal(t, inSome, found)
			if found {
				require.True(t, table.Row(at).In.Contains(d))
				require.Equal(t, rows[table.Row(at).Is].In, table.Row(at).In)
			}
		}
	}
	require.Greater(t, whole, 200, "the loop above must have seen whole tables")
}

func TestTable(t *testing.T) {
	t.Parallel()
	given := []band.Row[string]{
		{In: rule.AtLeast(dec("90")), Is: "一类"},
		{In: rule.Below(dec("60")), Is: "不合格"},
		{In: rule.AtLeast(dec("75")).Below(dec("90")), Is: "二类"},
		{In: rule.AtLeast(dec("60")).Below(dec("75")), Is: "三类"},
	}
	table, err := band.New(band.Domain{In: rule.AtLeast(dec("0")).AtMost(dec("100"))}, given)
	require.NoError(t, err)
	assert.Equal(t, 4, table.Len())
	for i, want := range []string{"不合格", "三类", "二类", "一类"} {
		assert.Equal(t, want, table.Row(i).Is)
	}
	rows := table.Rows()
	rows[0].Is = "changed"
	assert.Equal(t, "不合格", table.Row(0).Is)
	given[1].Is = "changed"
	assert.Equal(t, "不合格", table.Row(0).Is)
	// each edge, one step below, one step above
	for score, want := range map[string]int{
		"59.99": 0, "60": 1, "60.01": 1, "74.99": 1, "75": 2, "75.01": 2, "89.7": 2, "89.99": 2, "90": 3, "90.01": 3, "150": 3, "-1": 0,
	} {
		at, ok := table.Find(dec(score))
		assert.True(t, ok)
		assert.Equal(t, want, at, score)
	}
	_, ok := band.Table[string]{}.Find(dec("1"))
	assert.False(t, ok)
}

func TestRowsJSON(t *testing.T) {
	t.Parallel()
	text := `[{"in":{"at_least":"90"},"is":"一类"},{"in":{"below":"90"},"is":"二类"}]`
	var rows []band.Row[string]
	require.NoError(t, rule.Decode([]byte(text), &rows))
	data, err := json.Marshal(rows)
	require.NoError(t, err)
	assert.Equal(t, text, string(data))
	data, err = json.Marshal(band.Domain{In: rule.AtLeast(dec("0")), Step: dec("0.1")})
	require.NoError(t, err)
	assert.Equal(t, `{"in":{"at_least":"0"},"step":"0.1"}`, string(data))
}
