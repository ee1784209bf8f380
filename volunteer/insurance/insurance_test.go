package insurance_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
)

// district is a policy for volunteers of both classes, with invented premiums.
func district() insurance.Policy {
	return insurance.Policy{
		Head: rule.Head{
			ID: "district-2015", Title: rule.Words("区域全体志愿者保险", "insurance of all volunteers of the district"),
			Status: rule.Illustrative, Period: rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2016, 1, 1)},
		},
		Plans: []insurance.Plan{
			{Class: volunteer.Regular, Sum: funding.Yuan(600), Premium: funding.Fen(150)},
			{Class: volunteer.Charity, Sum: funding.Yuan(600), Premium: funding.Fen(150)},
		},
	}
}

func TestTotal(t *testing.T) {
	t.Parallel()
	total, err := district().Total(
		insurance.Heads{Class: volunteer.Regular, Count: 30_000}, insurance.Heads{Class: volunteer.Charity, Count: 2_400})
	require.NoError(t, err)
	assert.Equal(t, int64(32_400), total.Heads)
	assert.Equal(t, funding.Yuan(19_440_000), total.Sum)
	assert.Equal(t, funding.Yuan(48_600), total.Premium)
	for _, r := range total.Reasons {
		out, ok := r.Replay()
		require.True(t, ok, r.Code)
		assert.True(t, out.Equal(r.Output), r.In(language.English))
	}
	assert.Equal(t, "保额:30,000 人 × 600.00 元", total.Reasons[0].In(language.Chinese))
}

func TestTotalRefusesEveryFaultAtOnce(t *testing.T) {
	t.Parallel()
	p := district()
	p.Plans[0].Sum = funding.Yuan(-1)
	p.Plans[1].Class = volunteer.Regular
	_, err := p.Total(
		insurance.Heads{Class: volunteer.Activity, Count: 1}, insurance.Heads{Class: volunteer.Regular, Count: -1},
		insurance.Heads{Class: volunteer.Regular})
	require.Error(t, err)
	for _, code := range []rule.Code{
		insurance.AmountNegative, insurance.ClassTwice, insurance.ClassUncovered, insurance.HeadsRange,
	} {
		assert.ErrorIs(t, err, code)
	}

	p = district()
	p.Plans[0].Sum = funding.Yuan(9_000_000_000_000_000)
	_, err = p.Total(insurance.Heads{Class: volunteer.Regular, Count: 2})
	assert.ErrorIs(t, err, funding.MoneyRange)
}

func TestQuestion(t *testing.T) {
	t.Parallel()
	d := rule.Dec
	exactly := rule.Exactly(d("19440000"))
	type pair struct{ sum, heads int64 }
	tests := map[string]struct {
		question insurance.Question
		want     []pair
	}{
		"more than 30,000, fewer than 40,000": {
			insurance.Question{Total: exactly, Heads: rule.Above(d("30000")).Below(d("40000")), Step: funding.Yuan(1)},
			[]pair{{500, 38_880}, {540, 36_000}, {576, 33_750}, {600, 32_400}, {625, 31_104}, {640, 30_375}},
		},
		"both ends included": {
			insurance.Question{Total: exactly, Heads: rule.AtLeast(d("30000")).AtMost(d("40000")), Step: funding.Yuan(1)},
			[]pair{{486, 40_000}, {500, 38_880}, {540, 36_000}, {576, 33_750}, {600, 32_400}, {625, 31_104}, {640, 30_375}, {648, 30_000}},
		},
		"in steps of a hundred": {
			insurance.Question{Total: exactly, Heads: rule.Above(d("30000")).Below(d("40000")), Step: funding.Yuan(100)},
			[]pair{{500, 38_880}, {600, 32_400}},
		},
		"no upper end": {
			insurance.Question{Total: exactly, Heads: rule.Above(d("30000")), Step: funding.Yuan(200)},
			[]pair{{200, 97_200}, {400, 48_600}, {600, 32_400}},
		},
		"none": {
			insurance.Question{Total: rule.Exactly(d("19440000.01")), Heads: rule.Above(d("30000")).Below(d("40000")), Step: funding.Yuan(1)},
			nil,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			answer, err := test.question.Solve()
			require.NoError(t, err)
			var got []pair
			for _, fit := range answer.Fits {
				assert.Equal(t, fit.From, fit.To)
				got = append(got, pair{fit.Sum.Fen() / 100, fit.From})
			}
			assert.Equal(t, test.want, got)
			assert.Equal(t, uint64(len(test.want)), answer.Pairs)
			for _, r := range answer.Reasons[1:] {
				out, ok := r.Replay()
				assert.True(t, ok && out.Equal(rule.Num(d("19440000"), rule.Yuan)))
			}
		})
	}
}

// TestRoundedTotal reads 1944万 as a total rounded to ten thousand yuan.
func TestRoundedTotal(t *testing.T) {
	t.Parallel()
	low, high := rule.Dec("19435000"), rule.Dec("19445000")
	answer, err := insurance.Question{
		Total: rule.AtLeast(low).Below(high), Heads: rule.Above(rule.Dec("30000")).Below(rule.Dec("40000")), Step: funding.Yuan(1),
	}.Solve()
	require.NoError(t, err)
	count := uint64(0)
	for heads := int64(30_001); heads < 40_000; heads++ {
		for sum := int64(1); sum <= 700; sum++ {
			if total := heads * sum; total >= 19_435_000 && total < 19_445_000 {
				count++
			}
		}
	}
	assert.Equal(t, count, answer.Pairs)
}

func TestQuestionRefusesAllAtOnce(t *testing.T) {
	t.Parallel()
	_, err := insurance.Question{Heads: rule.Above(rule.Dec("5")).Below(rule.Dec("5"))}.Solve()
	assert.ErrorIs(t, err, insurance.StepNotPositive)
	assert.ErrorIs(t, err, insurance.NoUpperEnd)
	assert.ErrorIs(t, err, rule.IntervalEmpty)
	_, err = insurance.Question{Total: rule.Exactly(rule.Dec("1000000000000000")), Step: funding.Fen(1)}.Solve()
	assert.ErrorIs(t, err, insurance.TooManySums)
}
