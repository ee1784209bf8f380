package grading_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

func amounts(yuan ...int64) []grading.Span {
	var spans []grading.Span
	for _, y := range yuan {
		spans = append(spans, grading.Span{From: funding.Yuan(y), To: funding.Yuan(y)})
	}
	return spans
}

// 89 organizations at the least amounts of the three classes: exactly 140,000
// yuan can be made up in 26 ways, from 51 organizations in class 2 and none in
// class 1 down to 25 in class 1 and one in class 2.
func TestMixesOfTheSentence(t *testing.T) {
	t.Parallel()
	line := rule.Dec("140000")
	exact, err := grading.NewMixes(amounts(3000, 2000, 1000), 89, rule.Exactly(line))
	require.NoError(t, err)
	assert.Equal(t, int64(26), exact.Count())
	var first, last []int
	for mix := range exact.All() {
		if first == nil {
			first = mix
		}
		last = mix
	}
	assert.Equal(t, []int{0, 51, 38}, first)
	assert.Equal(t, []int{25, 1, 63}, last)

	below, err := grading.NewMixes(amounts(3000, 2000, 1000), 89, rule.Below(line))
	require.NoError(t, err)
	above, err := grading.NewMixes(amounts(3000, 2000, 1000), 89, rule.Above(line))
	require.NoError(t, err)
	assert.Equal(t, int64(90*91/2), below.Count()+exact.Count()+above.Count())

	spans := []grading.Span{{funding.Yuan(3000), funding.Yuan(4000)}, {funding.Yuan(2000), funding.Yuan(3000)}, {funding.Yuan(1000), funding.Yuan(2000)}}
	ranged, err := grading.NewMixes(spans, 89, rule.Below(line))
	require.NoError(t, err)
	assert.Equal(t, below.Count(), ranged.Count(), "what counts below a line is the least each may be paid")
}

// Against the plain way: try every mix.
func TestMixesAgainstEveryMix(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	for range 400 {
		spans := make([]grading.Span, 1+r.IntN(4))
		for i := range spans {
			spans[i].From = funding.Fen(r.Int64N(500))
			spans[i].To = funding.Fen(spans[i].From.Fen() + r.Int64N(3)*r.Int64N(200))
		}
		heads := r.IntN(9)
		low := decimal.New(r.Int64N(30_000)-3000, -3)
		var in rule.Interval
		switch r.IntN(3) {
		case 0:
			in = in.AtLeast(low)
		case 1:
			in = in.Above(low)
		}
		high := low.Add(decimal.New(1+r.Int64N(9000), -3))
		switch r.IntN(3) {
		case 0:
			in = in.AtMost(high)
		case 1:
			in = in.Below(high)
		}
		mixes, err := grading.NewMixes(spans, heads, in)
		require.NoError(t, err)
		var want [][]int
		var try func(counts []int, rest int)
		try = func(counts []int, rest int) {
			if len(counts) == len(spans)-1 {
				counts = append(append([]int{}, counts...), rest)
				least, most := int64(0), int64(0)
				for i, n := range counts {
					least += spans[i].From.Fen() * int64(n)
					most += spans[i].To.Fen() * int64(n)
				}
				for fen := least; fen <= most; fen++ {
					if in.Contains(decimal.New(fen, -2)) {
						want = append(want, counts)
						return
					}
				}
				return
			}
			for n := 0; n <= rest; n++ {
				try(append(append([]int{}, counts...), n), rest-n)
			}
		}
		try(nil, heads)
		var got [][]int
		for mix := range mixes.All() {
			got = append(got, mix)
		}
		assert.Equal(t, want, got)
		assert.Equal(t, int64(len(want)), mixes.Count())
	}
}

func TestMixesOfABadQuestion(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spans []grading.Span
		heads int
		in    rule.Interval
		code  rule.Code
	}{
		"no class": {nil, 89, rule.Interval{}, grading.MixShape},
		"negative": {amounts(-1), 89, rule.Interval{}, grading.AmountRange},
		"reversed": {[]grading.Span{{funding.Yuan(2), funding.Yuan(1)}}, 89, rule.Interval{}, grading.AmountRange},
		"heads":    {amounts(1), -1, rule.Interval{}, grading.MixShape},
		"too many": {amounts(1, 2, 3, 4, 5, 6, 7, 8), 1_000_000, rule.Interval{}, grading.MixShape},
		"too dear": {amounts(9_000_000_000_000_000), 1_000_000, rule.Interval{}, grading.BillRange},
		"empty":    {amounts(1), 1, rule.Above(rule.Dec("2")).Below(rule.Dec("1")), rule.IntervalEmpty},
	} {
		_, err := grading.NewMixes(c.spans, c.heads, c.in)
		require.ErrorIs(t, err, c.code, name)
	}
	huge, err := grading.NewMixes(amounts(3000, 2000, 1000), 100_000, rule.Below(rule.Dec("150000000")))
	require.NoError(t, err)
	assert.Positive(t, huge.Count())
}
