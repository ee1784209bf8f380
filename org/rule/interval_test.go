package rule_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

func TestIntervalWords(t *testing.T) {
	t.Parallel()
	d := rule.Dec
	for _, c := range []struct {
		in     rule.Interval
		zh, en string
	}{
		{rule.AtLeast(d("75")), "75以上", "75 or above"},
		{rule.Above(d("75")), "超过75", "above 75"},
		{rule.AtMost(d("75.50")), "75.50以下", "75.50 or below"},
		{rule.Below(d("-75")), "不满-75", "below -75"},
		{rule.AtLeast(d("75")).Below(d("90")), "75以上 不满90", "75 or above, below 90"},
		{rule.Above(d("75")).AtMost(d("1000")), "超过75 1,000以下", "above 75, 1,000 or below"},
		{rule.Exactly(d("950")), "950", "950"},
		{rule.Interval{}, "任意数", "any number"},
	} {
		assert.Equal(t, c.zh, c.in.In(language.Chinese))
		assert.Equal(t, c.en, c.in.String())
		assert.Equal(t, rule.Words(c.zh, c.en), c.in.Words())
	}
}

// Civil Code, art. 1259: 以上 and 以下 include the number, 超过 and 不满 do not.
func TestIntervalEnds(t *testing.T) {
	t.Parallel()
	at := rule.Dec("75.0")
	below, above := rule.Dec("74.99"), rule.Dec("75.01")
	for _, c := range []struct {
		in   rule.Interval
		want [3]bool
	}{
		{rule.AtLeast(at), [3]bool{false, true, true}},
		{rule.Above(at), [3]bool{false, false, true}},
		{rule.AtMost(at), [3]bool{true, true, false}},
		{rule.Below(at), [3]bool{true, false, false}},
		{rule.Exactly(at), [3]bool{false, true, false}},
		{rule.Interval{}, [3]bool{true, true, true}},
	} {
		assert.Equal(t, c.want, [3]bool{c.in.Contains(below), c.in.Contains(rule.Dec("75")), c.in.Contains(above)}, c.in)
	}
	low, in, stated := rule.Above(at).Low()
	assert.True(t, low.Equal(at) && !in && stated)
	_, _, stated = rule.Above(at).High()
	assert.False(t, stated)
	assert.True(t, rule.Interval{}.IsZero())
	assert.False(t, rule.AtLeast(at).IsZero())
}

// randomInterval has its ends, if any, among the whole numbers 0 to 4.
func randomInterval(r *rand.Rand) rule.Interval {
	var i rule.Interval
	end := func() decimal.Decimal { return decimal.New(r.Int64N(5)*10, -1) }
	switch r.IntN(3) {
	case 0:
		i = i.AtLeast(end())
	case 1:
		i = i.Above(end())
	}
	switch r.IntN(3) {
	case 0:
		i = i.AtMost(end())
	case 1:
		i = i.Below(end())
	}
	return i
}

// grid holds every whole number from -1 to 5 and every half between: among
// intervals with whole ends between 0 and 4 these tell everything apart.
func grid() []decimal.Decimal {
	var out []decimal.Decimal
	for n := int64(-2); n <= 10; n++ {
		out = append(out, decimal.New(n*5, -1))
	}
	return out
}

func TestIntervalsAreSetsOfNumbers(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 11))
	for range 5000 {
		i, j := randomInterval(r), randomInterval(r)
		both, empty, within := i.Intersect(j), true, true
		for _, d := range grid() {
			inI, inJ := i.Contains(d), j.Contains(d)
			require.Equal(t, inI && inJ, both.Contains(d), "%s in %s and %s, which is %s", d, i, j, both)
			empty = empty && !inI
			within = within && (!inI || inJ)
		}
		require.Equal(t, empty, i.Empty(), i)
		require.Equal(t, empty, i.Validate() != nil, i)
		require.Equal(t, within, i.Within(j), "%s within %s", i, j)
	}
}

func TestIntervalJSON(t *testing.T) {
	t.Parallel()
	in := rule.AtLeast(rule.Dec("75.0")).Below(rule.Dec("90"))
	data, err := json.Marshal(in)
	require.NoError(t, err)
	assert.Equal(t, `{"at_least":"75.0","below":"90"}`, string(data))

	for text, code := range map[string]rule.Code{
		`null`:                             rule.JSONType,
		`[]`:                               rule.JSONType,
		`"75"`:                             rule.JSONType,
		`{"at_least":75}`:                  rule.JSONType,
		`{"at_least":"7e5"}`:               rule.NumberSyntax,
		`{"at_least":"75","above":"80"}`:   rule.IntervalEnds,
		`{"at_most":"75","below":"80"}`:    rule.IntervalEnds,
		`{"at_least":"1","at_least":"2"}`:  rule.JSONDuplicate,
		`{"from":"75"}`:                    rule.JSONUnknown,
		`{"at_least":"90","below":"75"}`:   rule.IntervalEmpty,
		`{"above":"75","at_most":"75.00"}`: rule.IntervalEmpty,
		`{"at_least":"75"} x`:              rule.JSONSyntax,
	} {
		got := in
		err := json.Unmarshal([]byte(text), &got)
		if code != rule.JSONSyntax { // package json notices that one itself
			require.ErrorIs(t, err, code, text)
		}
		require.ErrorIs(t, got.UnmarshalJSON([]byte(text)), code, text)
		assert.Equal(t, in, got, "an error leaves the interval as it was")
	}
}

func TestIntervalProblemsCarryThePath(t *testing.T) {
	t.Parallel()
	var rows []struct {
		In rule.Interval `json:"in"`
	}
	err := rule.Decode([]byte(`[{"in":{"at_least":"x","below":"1e5"}},{"in":{"at_least":"2","below":"1"}},{"in":{"above":"1","above":"1"}}]`), &rows)
	assert.EqualError(t, err, `[0].in.at_least: "x" is not a plain decimal number (a minus, digits, one point)
[0].in.below: "1e5" is not a plain decimal number (a minus, digits, one point)
[1].in: no number lies in 2 or above, below 1
[2].in: field "above" stands twice in one object`)
}

func FuzzIntervalJSON(f *testing.F) {
	for _, s := range []string{
		`{}`, `{"at_least":"75","below":"90"}`, `{"above":"-0.50"}`, `{"at_most":"1","below":"2"}`, `{"above":"1e5"}`, `null`, `{"above":null}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := rule.AtLeast(rule.Dec("1"))
		i := before
		if i.UnmarshalJSON(data) != nil {
			require.Equal(t, before, i)
			return
		}
		require.False(t, i.Empty())
		written, err := json.Marshal(i)
		require.NoError(t, err)
		var again rule.Interval
		require.NoError(t, json.Unmarshal(written, &again))
		require.Equal(t, i.Words(), again.Words())
		require.True(t, i.Within(again) && again.Within(i))

		// The words of the ends say what the interval contains.
		var ends map[string]string
		require.NoError(t, json.Unmarshal(written, &ends))
		for _, s := range ends {
			for _, shift := range []string{"-0.1", "0", "0.1"} {
				d := rule.Dec(s).Add(rule.Dec(shift))
				want := true
				for word, s := range ends {
					c := d.Cmp(rule.Dec(s))
					want = want && map[string]bool{"at_least": c >= 0, "above": c > 0, "at_most": c <= 0, "below": c < 0}[word]
				}
				require.Equal(t, want, i.Contains(d), "%s in %s", d, i)
			}
		}
	})
}

func FuzzSide(f *testing.F) {
	f.Add(int64(896), int32(-1), int64(75), int32(0))
	f.Add(int64(1), int32(18), int64(999999999999999999), int32(0))
	f.Add(int64(-9223372036854775808), int32(0), int64(9223372036854775807), int32(-1))
	f.Add(int64(10), int32(-1), int64(1), int32(0))
	f.Add(int64(0), int32(30), int64(0), int32(-30))
	f.Fuzz(func(t *testing.T, n int64, exponent int32, end int64, endExponent int32) {
		d, at := decimal.New(n, exponent%40), decimal.New(end, endExponent%40)
		want := d.Cmp(at)
		require.Equal(t, want, rule.Exactly(at).Side(d))
		require.Equal(t, min(want, 0), rule.AtLeast(at).Side(d))
		require.Equal(t, max(want, 0), rule.AtMost(at).Side(d))
		require.Equal(t, want >= 0, rule.Below(at).Side(d) == 1)
		require.Equal(t, want <= 0, rule.Above(at).Side(d) == -1)
	})
}
