package rule_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

var vocabulary = rule.Vocabulary{
	"score":   {Type: rule.NumberType, Unit: rule.Point, Label: rule.Words("评估得分", "assessment score")},
	"share":   {Type: rule.RatioType, Unit: rule.Percent, Label: rule.Words("专职人员占比", "share of full-time staff")},
	"kind":    {Type: rule.TextType, Label: rule.Words("类别", "kind")},
	"founded": {Type: rule.DateType, Label: rule.Words("成立日期", "founded")},
	"filed":   {Type: rule.FlagType, Label: rule.Words("已备案", "filed")},
}

func TestDecideSaysWhatWasFoundAndRequired(t *testing.T) {
	t.Parallel()
	facts := rule.FactMap{
		"score": rule.Num(rule.Dec("89.6"), rule.Point), "share": rule.Ratio(rule.Dec("1"), rule.Dec("3"), rule.Percent),
		"kind": rule.Word("culture"), "founded": rule.On(rule.Day(2014, 3, 1)), "filed": rule.Flag(false),
	}
	art11 := rule.Source{Title: "办法", Article: "第十一条"}
	for _, c := range []struct {
		ask    rule.Condition
		holds  string
		zh, en string
	}{
		{
			rule.InRange("score", rule.AtLeast(rule.Dec("75")).Below(rule.Dec("90"))), "yes",
			"评估得分:89.6 分,要求:75 分以上 不满90 分", "assessment score: 89.6 points; required: 75 points or above, below 90 points",
		},
		{
			rule.InRange("share", rule.Above(rule.Dec("0.34"))), "no",
			"专职人员占比:33.33…%,要求:超过34%", "share of full-time staff: 33.33…%; required: above 34%",
		},
		{rule.IsOneOf("kind", rule.Word("culture"), rule.Word("sport")), "yes", "类别:culture,要求:culture、sport", "kind: culture; required: culture, sport"},
		{
			rule.IsWithin("founded", rule.Since(rule.Day(2015, 1, 1))), "no",
			"成立日期:2014-03-01,要求:2015-01-01 起", "founded: 2014-03-01; required: from 2015-01-01",
		},
		{rule.Is("filed"), "no", "已备案:否,要求:是", "filed: no; required: yes"},
		{rule.Not(rule.Is("filed")), "yes", "不得有下列情形", "none of the following"},
		{rule.AllOf(rule.Is("filed")), "no", "以下各项须全部满足", "all of the following"},
		{rule.AnyOf(rule.Not(rule.Is("filed"))), "yes", "以下各项至少满足一项", "at least one of the following"},
		{rule.InRange("age", rule.AtLeast(rule.Dec("2"))), "—", "age:未说明,要求:2以上", "age: not stated; required: 2 or above"},
		{rule.Not(rule.InRange("kind", rule.AtLeast(rule.Dec("2")))), "—", "不得有下列情形", "none of the following"},
	} {
		r := c.ask.From(art11, rule.Illustrative).Decide(facts, vocabulary)
		assert.Equal(t, c.zh, r.In(language.Chinese))
		assert.Equal(t, c.en, r.In(language.English))
		assert.Equal(t, c.holds, r.Output.In(language.English), c.en)
		assert.Equal(t, c.holds == "yes", r.Holds())
		assert.Equal(t, art11, r.Source)
		assert.Equal(t, rule.Illustrative, r.Status)
		assert.Equal(t, rule.Compare, r.Op)
		_, err := json.Marshal(r)
		require.NoError(t, err)
	}
}

func TestFactsThatDecideNothing(t *testing.T) {
	t.Parallel()
	for name, v := range map[string]rule.Value{
		"no value": {}, "another type": rule.Word("90"), "a date not stated": rule.On(rule.Date{}),
		"a ratio over zero": rule.Ratio(rule.Dec("1"), rule.Dec("0"), 0),
	} {
		for _, ask := range []rule.Condition{
			rule.InRange("x", rule.AtLeast(rule.Dec("75"))), rule.IsWithin("x", rule.Since(rule.Day(2015, 1, 1))),
			rule.IsOneOf("x", rule.Num(rule.Dec("90"), 0)), rule.Is("x"),
		} {
			for _, c := range []rule.Condition{ask, rule.Not(ask), rule.AllOf(ask), rule.AnyOf(rule.Not(ask))} {
				r := c.Decide(rule.FactMap{"x": v}, nil)
				assert.True(t, r.Output.IsZero(), name)
				assert.False(t, r.Holds())
			}
		}
	}
}

func TestRatiosAreAskedExactly(t *testing.T) {
	t.Parallel()
	third := rule.Ratio(rule.Dec("-1"), rule.Dec("-3"), 0)
	for s, want := range map[string]bool{"0.33333333333333333333": true, "0.33333333333333333334": false} {
		r := rule.InRange("x", rule.AtLeast(rule.Dec(s))).Decide(rule.FactMap{"x": third}, nil)
		assert.Equal(t, want, r.Holds(), s)
		r = rule.InRange("x", rule.Below(rule.Dec(s))).Decide(rule.FactMap{"x": third}, nil)
		assert.Equal(t, !want, r.Holds(), s)
	}
	seventy := rule.Ratio(rule.Dec("7000"), rule.Dec("10000"), 0)
	assert.True(t, rule.InRange("x", rule.Exactly(rule.Dec("0.7"))).Decide(rule.FactMap{"x": seventy}, nil).Holds())
	assert.False(t, rule.InRange("x", rule.Above(rule.Dec("0.7"))).Decide(rule.FactMap{"x": seventy}, nil).Holds())
}

func TestConditionValidate(t *testing.T) {
	t.Parallel()
	deep := rule.Is("filed")
	for range 15 {
		deep = rule.Not(deep)
	}
	require.NoError(t, deep.Validate(vocabulary), "16 levels")
	for _, c := range []struct {
		ask  rule.Condition
		want string
	}{
		{rule.Condition{}, "a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
		{rule.Condition{Fact: "score"}, "a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
		{rule.AllOf(), "a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
		{rule.AnyOf(), "a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
		{rule.IsOneOf("kind"), "a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
		{rule.InRange("score", rule.Interval{}), "a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
		{rule.InRange("", rule.AtLeast(rule.Dec("1"))), "a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
		{rule.Condition{Fact: "score", AllOf: []rule.Condition{rule.Is("filed")}}, "a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
		{rule.Condition{AllOf: []rule.Condition{rule.Is("filed")}, Not: &rule.Condition{}}, "a condition asks exactly one question (range, one_of, within, all_of, any_of, not)\nnot: a condition asks exactly one question (range, one_of, within, all_of, any_of, not)"},
		{rule.Is("score"), "one_of[0]: assessment score should be a number, not a yes or no"},
		{rule.Is("age"), "fact: the condition asks for age, which is not declared"},
		{rule.InRange("kind", rule.Above(rule.Dec("1")).Below(rule.Dec("1"))), "range: kind should be a text, not a number\nrange: no number lies in above 1, below 1"},
		{rule.IsWithin("kind", rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2015, 1, 1)}), "within: kind should be a text, not a date\nwithin.until: the period is empty: it ends on 2015-01-01, not after 2015-01-01"},
		{rule.AllOf(rule.Is("filed"), rule.AnyOf(rule.Is("filed"), rule.Not(rule.Is("age")))), "all_of[1].any_of[1].not.fact: the condition asks for age, which is not declared"},
		{rule.Not(deep), strings.Repeat("not.", 15) + "not: conditions are nested more than 16 levels deep"},
	} {
		err := c.ask.Validate(vocabulary)
		require.Error(t, err)
		assert.Equal(t, c.want, err.Error())
	}
	for _, ask := range []rule.Condition{
		rule.InRange("share", rule.AtLeast(rule.Dec("0.5"))), rule.IsOneOf("share", rule.Num(rule.Dec("0.5"), 0)),
		rule.IsOneOf("score", rule.Ratio(rule.Dec("1"), rule.Dec("3"), 0)),
	} {
		require.NoError(t, ask.Validate(vocabulary), "ratios and numbers are asked alike")
	}
}

func TestConditionIsZero(t *testing.T) {
	t.Parallel()
	assert.True(t, rule.Condition{}.IsZero())
	assert.True(t, rule.Condition{Source: rule.Source{Title: "x"}}.IsZero())
	for _, asks := range []rule.Condition{rule.Is("x"), {Fact: "x"}, rule.AllOf(), rule.AnyOf(), rule.IsOneOf("x"), rule.Not(rule.Condition{})} {
		assert.False(t, asks.IsZero())
	}
}

func TestUnmet(t *testing.T) {
	t.Parallel()
	facts := rule.FactMap{"score": rule.Num(rule.Dec("60"), rule.Point), "filed": rule.Flag(true)}
	high := rule.InRange("score", rule.AtLeast(rule.Dec("75")))
	unmet := rule.AllOf(
		rule.Is("filed"),
		high,
		rule.AllOf(rule.Is("filed"), rule.Is("kind")),
		rule.AnyOf(high, rule.Is("founded")),
		rule.AnyOf(high, rule.Is("filed")),
		rule.Not(rule.Is("filed")),
	).Decide(facts, vocabulary).Unmet()
	codes := make([]rule.Code, len(unmet))
	for i, r := range unmet {
		codes[i] = r.Code
	}
	assert.Equal(t, []rule.Code{rule.ClauseInterval, rule.ClauseUnstated, rule.ClauseAnyOf, rule.ClauseNot}, codes)
	assert.Empty(t, rule.Is("filed").Decide(facts, vocabulary).Unmet())
}

// world is a case as the oracle below knows it: small whole numbers.
type world struct {
	score      int // in halves
	num, den   int
	kind, days int
	filed      bool
	stated     map[string]bool
}

func (w world) Fact(name string) (rule.Value, bool) {
	v := map[string]rule.Value{
		"score": rule.Num(decimal.New(int64(w.score)*5, -1), rule.Point), "share": rule.Ratio(dec(w.num), dec(w.den), 0),
		"kind": rule.Word(string(rune('a' + w.kind))), "founded": rule.On(rule.Day(2015, 1, 1).AddDays(w.days)), "filed": rule.Flag(w.filed),
	}[name]
	return v, w.stated[name]
}

func dec(n int) decimal.Decimal { return decimal.New(int64(n), 0) }

// truth is 0 no, 1 not stated, 2 yes: then all of is the least, any of the
// greatest and not the mirror.
type truth = int

// ask makes a random condition and the way to answer it without this package.
func ask(r *rand.Rand, depth int) (rule.Condition, func(world) truth) {
	leaf := func(c rule.Condition, answer func(world) bool) (rule.Condition, func(world) truth) {
		return c, func(w world) truth {
			switch {
			case !w.stated[c.Fact]:
				return 1
			case answer(w):
				return 2
			}
			return 0
		}
	}
	kind := r.IntN(9)
	if depth == 0 {
		kind = r.IntN(6)
	}
	switch kind {
	case 0:
		at := r.IntN(7)
		in, closed := rule.Above(decimal.New(int64(at)*5, -1)), r.IntN(2) == 0
		if closed {
			in = rule.AtLeast(decimal.New(int64(at)*5, -1))
		}
		return leaf(rule.InRange("score", in), func(w world) bool { return w.score > at || closed && w.score == at })
	case 1:
		tenths := r.IntN(21) - 10
		return leaf(rule.InRange("share", rule.AtMost(decimal.New(int64(tenths), -1))), func(w world) bool {
			if w.den < 0 {
				return 10*w.num >= tenths*w.den
			}
			return 10*w.num <= tenths*w.den
		})
	case 2:
		var values []rule.Value
		set := 1 + r.IntN(7)
		for k := range 3 {
			if set&(1<<k) != 0 {
				values = append(values, rule.Word(string(rune('a'+k))))
			}
		}
		return leaf(rule.IsOneOf("kind", values...), func(w world) bool { return set&(1<<w.kind) != 0 })
	case 3:
		from := r.IntN(5)
		until := from + 1 + r.IntN(3)
		p := rule.Period{From: rule.Day(2015, 1, 1).AddDays(from), Until: rule.Day(2015, 1, 1).AddDays(until)}
		return leaf(rule.IsWithin("founded", p), func(w world) bool { return from <= w.days && w.days < until })
	case 4:
		return leaf(rule.Is("filed"), func(w world) bool { return w.filed })
	case 5: // asked as another type: nobody knows
		return rule.Is("score"), func(world) truth { return 1 }
	case 6:
		c, answer := ask(r, depth-1)
		return rule.Not(c), func(w world) truth { return 2 - answer(w) }
	}
	parts := make([]rule.Condition, 1+r.IntN(3))
	answers := make([]func(world) truth, len(parts))
	for i := range parts {
		parts[i], answers[i] = ask(r, depth-1)
	}
	if kind == 7 {
		return rule.AllOf(parts...), func(w world) truth {
			least := 2
			for _, answer := range answers {
				least = min(least, answer(w))
			}
			return least
		}
	}
	return rule.AnyOf(parts...), func(w world) truth {
		greatest := 0
		for _, answer := range answers {
			greatest = max(greatest, answer(w))
		}
		return greatest
	}
}

func someWorld(r *rand.Rand) world {
	w := world{score: r.IntN(7), num: r.IntN(21) - 10, den: r.IntN(10) + 1, kind: r.IntN(3), days: r.IntN(8), filed: r.IntN(2) == 0, stated: map[string]bool{}}
	if r.IntN(2) == 0 {
		w.den = -w.den
	}
	for name := range vocabulary {
		w.stated[name] = true
	}
	for range r.IntN(3) {
		w.stated[[]string{"score", "share", "kind", "founded", "filed"}[r.IntN(5)]] = false
	}
	return w
}

// answerOf turns a decided reason into the oracle's terms.
func answerOf(t *testing.T, r rule.Reason) truth {
	t.Helper()
	holds, stated := r.Output.Flag()
	require.Equal(t, stated && holds, r.Holds())
	require.Equal(t, r.Holds(), len(r.Unmet()) == 0)
	for _, unmet := range r.Unmet() {
		require.False(t, unmet.Holds())
		require.NotEqual(t, rule.ClauseAllOf, unmet.Code)
	}
	switch {
	case !stated:
		return 1
	case holds:
		return 2
	}
	return 0
}

func clauses(c rule.Condition) int {
	n := 0
	for _, part := range slices.Concat(c.AllOf, c.AnyOf) {
		n += clauses(part)
	}
	if c.Not != nil {
		n += clauses(*c.Not)
	}
	return max(n, 1)
}

func answered(r rule.Reason) int {
	n := 0
	for _, part := range r.Parts {
		n += answered(part)
	}
	return max(n, 1)
}

// Decide and Holds agree with the oracle, every clause is answered, and neither
// the order of parts, nor De Morgan's laws, nor the way through JSON changes an
// answer.
func TestDecideAgainstAnOracle(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(19, 23))
	for range 2000 {
		c, oracle := ask(r, 4)
		data, err := json.Marshal(c)
		require.NoError(t, err)
		var read rule.Condition
		require.NoError(t, rule.Decode(data, &read))
		again, err := json.Marshal(read)
		require.NoError(t, err)
		require.JSONEq(t, string(data), string(again))
		for range 3 {
			w := someWorld(r)
			want := oracle(w)
			reason := c.Decide(w, vocabulary)
			require.Equal(t, want, answerOf(t, reason), "%s on %+v", data, w)
			require.Equal(t, clauses(c), answered(reason))
			holds, stated := c.Holds(w)
			require.Equal(t, [2]bool{want == 2, want != 1}, [2]bool{holds, stated})
			require.Equal(t, want, answerOf(t, read.Decide(w, vocabulary)))
			require.Equal(t, 2-want, answerOf(t, rule.Not(c).Decide(w, vocabulary)))
			require.Equal(t, want, answerOf(t, mirrored(c, false).Decide(w, vocabulary)), "De Morgan")
		}
	}
}

// mirrored is the condition with every not pushed down to the questions by De
// Morgan's laws and the parts of each condition in reverse order.
func mirrored(c rule.Condition, not bool) rule.Condition {
	parts := slices.Concat(c.AllOf, c.AnyOf)
	switch {
	case c.Not != nil:
		return mirrored(*c.Not, !not)
	case len(parts) == 0 && not:
		return rule.Not(c)
	case len(parts) == 0:
		return c
	}
	slices.Reverse(parts)
	for i := range parts {
		parts[i] = mirrored(parts[i], not)
	}
	if (c.AllOf != nil) != not {
		return rule.AllOf(parts...)
	}
	return rule.AnyOf(parts...)
}

func TestListsOfConditionsAreCopied(t *testing.T) {
	t.Parallel()
	parts := []rule.Condition{rule.Is("filed")}
	c := rule.AllOf(parts...)
	parts[0] = rule.Is("other")
	assert.Equal(t, "filed", c.AllOf[0].Fact)
}

// A fact whose words are terms is explained by their labels, and asked for
// nothing else.
func TestTerms(t *testing.T) {
	t.Parallel()
	known := rule.Vocabulary{"status": {Type: rule.TextType, Label: rule.Words("状态", "status"), Terms: rule.Terms(rule.Statuses())}}
	c := rule.IsOneOf("status", rule.Word("published"), rule.Word("illustrative"))
	require.NoError(t, c.Validate(known))
	r := c.Decide(rule.FactMap{"status": rule.Word("published")}, known)
	assert.True(t, r.Holds())
	assert.Equal(t, "状态:已公布,要求:已公布、示例", r.In(language.Chinese))
	r = rule.IsOneOf("status", rule.Word("illustrative")).Decide(rule.FactMap{"status": rule.Word("draft")}, known)
	assert.False(t, r.Holds())
	assert.Equal(t, "status: draft; required: illustrative", r.In(language.English))
	err := rule.IsOneOf("status", rule.Word("published"), rule.Word("draft")).Validate(known)
	require.ErrorIs(t, err, rule.EnumUnknown)
	assert.Equal(t, "one_of[1]: status \"draft\" is unknown; accepted: published, illustrative", err.Error())
}
