package rule_test

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

const (
	prorated rule.Code = "test.prorated"
	inFull   rule.Code = "test.in-full"
	plainly  rule.Code = "test.plainly"
)

var sentences = rule.Catalog{
	prorated: rule.Words("{annual} × {months} ÷ {year}", "{annual} x {months} / {year}"),
	inFull:   rule.Words("= {exact},{rounding}", "= {exact}, {rounding}"),
	plainly:  rule.Words("{a}与{b}", "{a} and {b}"),
}

func TestReplay(t *testing.T) {
	t.Parallel()
	num := func(s string) rule.Input { return rule.With("n", rule.Num(rule.Dec(s), rule.Yuan)) }
	for _, c := range []struct {
		op     rule.Op
		want   string
		inputs []rule.Input
	}{
		{rule.Sum, "6", []rule.Input{num("1"), num("2"), num("3")}},
		{rule.Difference, "-4", []rule.Input{num("1"), num("2"), num("3")}},
		{rule.Product, "0.06", []rule.Input{num("0.1"), num("0.2"), num("3")}},
		{rule.Least, "-3", []rule.Input{num("1"), num("-3"), num("2")}},
		{rule.Greatest, "2", []rule.Input{num("1"), num("-3"), num("2")}},
		{rule.Prorate, "1458.33", []rule.Input{num("2500"), num("7"), num("12"), num("0.01")}},
		{rule.Sum, "5", []rule.Input{num("5")}},
		{rule.Difference, "3", []rule.Input{rule.With("of", rule.Label(rule.Words("区", "district"))), num("5"), num("2")}},
		{rule.Given, "", []rule.Input{num("5")}},
		{rule.Compare, "", []rule.Input{num("5")}},
		{rule.Allot, "", []rule.Input{num("5")}},
		{0, "", []rule.Input{num("5")}},
		{rule.Sum, "", nil},
		{rule.Sum, "", []rule.Input{num("5"), rule.With("w", rule.Word("x"))}},
		{rule.Prorate, "", []rule.Input{num("1"), num("2"), num("3")}},
		{rule.Prorate, "", []rule.Input{num("1"), num("2"), num("0"), num("1")}},
		{rule.Prorate, "", []rule.Input{num("1"), num("2"), num("3"), num("0")}},
	} {
		r := sentences.Reason(plainly, c.inputs...).Gives(c.op, rule.Num(rule.Dec("0"), rule.Person))
		r.Mode = rule.HalfUp
		out, ok := r.Replay()
		assert.Equal(t, c.want != "", ok)
		if ok {
			got, _ := out.Number()
			assert.Equal(t, c.want, got.String())
			assert.Equal(t, rule.Person, out.Unit(), "in the unit of the output")
		}
	}
	r := sentences.Reason(prorated, num("1"), num("2"), num("3"), num("1")).Gives(rule.Prorate, rule.Value{})
	_, ok := r.Replay()
	assert.False(t, ok, "no mode")
}

// Replay against fractions of whole numbers.
func TestReplayIsExact(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(29, 31))
	for range 2000 {
		inputs := make([]rule.Input, 1+r.IntN(5))
		rats := make([]*big.Rat, len(inputs))
		for i := range inputs {
			d := decimal.New(r.Int64N(2_000_001)-1_000_000, -r.Int32N(5))
			inputs[i], rats[i] = rule.With("n", rule.Num(d, 0)), d.Rat()
		}
		for op, step := range map[rule.Op]func(a, b *big.Rat) *big.Rat{
			rule.Sum:        func(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) },
			rule.Difference: func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) },
			rule.Product:    func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) },
			rule.Least:      func(a, b *big.Rat) *big.Rat { return map[bool]*big.Rat{true: a, false: b}[a.Cmp(b) < 0] },
			rule.Greatest:   func(a, b *big.Rat) *big.Rat { return map[bool]*big.Rat{true: a, false: b}[a.Cmp(b) > 0] },
		} {
			want := rats[0]
			for _, b := range rats[1:] {
				want = step(want, b)
			}
			out, ok := rule.Reason{Op: op, Inputs: inputs}.Replay()
			require.True(t, ok)
			got, _ := out.Number()
			require.Zero(t, want.Cmp(got.Rat()), op)
		}
	}
}

func TestReasonText(t *testing.T) {
	t.Parallel()
	source := rule.Source{Title: "补贴办法", Article: "第十四条"}
	r := sentences.Reason(prorated,
		rule.With("annual", rule.Int(2500, rule.Yuan)), rule.With("months", rule.Int(7, 0)),
		rule.With("year", rule.Int(12, 0)), rule.With("step", rule.Num(rule.Dec("0.01"), rule.Yuan)),
	).Gives(rule.Prorate, rule.Num(rule.Dec("1458.33"), rule.Yuan))
	assert.Equal(t, "2,500.00 元 × 7 ÷ 12", r.In(language.Chinese))
	assert.Equal(t, "¥2,500.00 x 7 / 12", r.In(language.English))
	for _, c := range []struct {
		source rule.Source
		mode   rule.Mode
		status rule.Status
		zh, en string
	}{
		{rule.Source{}, 0, 0, "", ""},
		{source, 0, rule.Published, "《补贴办法》第十四条", "补贴办法, 第十四条"},
		{source, rule.HalfUp, rule.Published, "《补贴办法》第十四条,四舍五入到 0.01 元", "补贴办法, 第十四条, half up to ¥0.01"},
		{source, rule.HalfUp, rule.Illustrative, "《补贴办法》第十四条,四舍五入到 0.01 元(示例)", "补贴办法, 第十四条, half up to ¥0.01 (illustrative)"},
		{rule.Source{}, rule.Down, 0, "舍去到 0.01 元", "down to ¥0.01"},
		{rule.Source{}, 0, rule.Illustrative, "示例", "illustrative"},
	} {
		r := r.From(c.source, c.status)
		r.Mode = c.mode
		assert.Equal(t, c.zh, r.Basis(language.Chinese))
		assert.Equal(t, c.en, r.Basis(language.English))
	}
	r.Mode = rule.HalfUp
	told := sentences.Reason(inFull, r.Inputs...).Gives(rule.Prorate, r.Output).From(source, rule.Published)
	told.Mode = rule.HalfUp
	assert.Equal(t, "= 1,458.333…,四舍五入", told.In(language.Chinese))
	assert.Equal(t, "《补贴办法》第十四条", told.Basis(language.Chinese), "the sentence has said how")
	assert.Equal(t, "no.such", sentences.Reason("no.such").In(language.English), "a code without sentence stands for itself")
}

// A value that looks like a placeholder is not filled in again, and a name
// nobody gave stays as it stands.
func TestValuesWithBraces(t *testing.T) {
	t.Parallel()
	r := sentences.Reason(plainly, rule.With("a", rule.Word("{b}")), rule.With("b", rule.Word("{a}{b}{")))
	assert.Equal(t, "{b}与{a}{b}{", r.In(language.Chinese))
	assert.Equal(t, "{b} and {b}", sentences.Reason(plainly, rule.With("a", rule.Word("{b}"))).In(language.English))
	p := sentences.Problem("at", plainly, rule.With("b", rule.Word("{a}")), rule.With("a", rule.Word("1")))
	assert.Equal(t, "at: 1 and {a}", p.Error())
}

func TestReasonJSON(t *testing.T) {
	t.Parallel()
	r := sentences.Reason(plainly, rule.With("a", rule.Int(1, rule.Person)), rule.With("b", rule.Flag(true))).
		Gives(rule.Sum, rule.Int(1, rule.Person)).From(rule.Source{Title: "t"}, rule.Published)
	r.Mode = rule.Up
	r.Parts = []rule.Reason{sentences.Reason("bare")}
	data, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Equal(t, `{"code":"test.plainly","inputs":{"a":{"number":"1","unit":"person"},"b":{"flag":true}},"op":"sum","rounding":"up",`+
		`"output":{"number":"1","unit":"person"},"source":{"title":"t"},"status":"published",`+
		`"parts":[{"code":"bare","inputs":{},"text":{"zh":"bare","en":"bare"}}],"text":{"zh":"1 人与是","en":"1 person and yes"}}`, string(data))
}
