package rule_test

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

func TestValueIn(t *testing.T) {
	t.Parallel()
	d := rule.Dec
	for _, c := range []struct {
		value  rule.Value
		zh, en string
	}{
		{rule.Num(d("89.70"), 0), "89.70", "89.70"},
		{rule.Num(d("1234567.5"), 0), "1,234,567.5", "1,234,567.5"},
		{rule.Num(d("-999"), 0), "-999", "-999"},
		{rule.Num(d("-1000"), 0), "-1,000", "-1,000"},
		{rule.Num(decimal.New(5, 3), 0), "5,000", "5,000"},
		{rule.Num(d("2500"), rule.Yuan), "2,500.00 元", "¥2,500.00"},
		{rule.Num(d("-2500.5"), rule.Yuan), "-2,500.50 元", "-¥2,500.50"},
		{rule.Num(d("1458.333"), rule.Yuan), "1,458.333 元", "¥1,458.333"},
		{rule.Num(d("1250.0000"), rule.Yuan), "1,250.00 元", "¥1,250.00"},
		{rule.Num(decimal.New(5, 3), rule.Yuan), "5,000.00 元", "¥5,000.00"},
		{rule.Num(d("-0.00"), rule.Yuan), "0.00 元", "¥0.00"},
		{rule.Num(d("89.6"), rule.Point), "89.6 分", "89.6 points"},
		{rule.Int(1, rule.Point), "1 分", "1 point"},
		{rule.Int(-1, rule.Point), "-1 分", "-1 point"},
		{rule.Int(1, rule.PersonTime), "1 人次", "1 person-time"},
		{rule.Int(20, rule.Person), "20 人", "20 persons"},
		{rule.Int(1, rule.Times), "1 次", "1 time"},
		{rule.Int(60, rule.WorkingDay), "60 个工作日", "60 working days"},
		{rule.Num(d("0.5"), rule.Percent), "50%", "50%"},
		{rule.Num(d("0.50"), rule.Percent), "50%", "50%"},
		{rule.Num(d("0.125"), rule.Percent), "12.5%", "12.5%"},
		{rule.Num(d("-0.0066"), rule.Percent), "-0.66%", "-0.66%"},
		{rule.Num(d("12"), rule.Percent), "1,200%", "1,200%"},
		{rule.Ratio(d("1"), d("2"), 0), "0.5", "0.5"},
		{rule.Ratio(d("6"), d("2"), 0), "3", "3"},
		{rule.Ratio(d("1"), d("8"), 0), "0.125", "0.125"},
		{rule.Ratio(d("1"), d("3"), 0), "0.333…", "0.333…"},
		{rule.Ratio(d("1"), d("16"), 0), "0.062…", "0.062…"},
		{rule.Ratio(d("-1"), d("3000"), 0), "-0.000…", "-0.000…"},
		{rule.Ratio(d("1"), d("-3000"), 0), "-0.000…", "-0.000…"},
		{rule.Ratio(d("17500"), d("12"), rule.Yuan), "1,458.333… 元", "¥1,458.333…"},
		{rule.Ratio(d("-17500"), d("12"), rule.Yuan), "-1,458.333… 元", "-¥1,458.333…"},
		{rule.Ratio(d("-18000"), d("12"), rule.Yuan), "-1,500.00 元", "-¥1,500.00"},
		{rule.Ratio(d("1"), d("3"), rule.Percent), "33.33…%", "33.33…%"},
		{rule.Ratio(d("2"), d("3"), rule.Percent), "66.66…%", "66.66…%"},
		{rule.Ratio(d("1"), d("4"), rule.Percent), "25%", "25%"},
		{rule.Ratio(d("1"), d("800"), rule.Percent), "0.12…%", "0.12…%"},
		{rule.Word("SY-2015-01"), "SY-2015-01", "SY-2015-01"},
		{rule.Label(rule.Words("街道", "subdistrict")), "街道", "subdistrict"},
		{rule.On(rule.Day(2015, 4, 21)), "2015-04-21", "2015-04-21"},
		{rule.Flag(true), "是", "yes"},
		{rule.Flag(false), "否", "no"},
		{rule.Value{}, "—", "—"},
		{rule.On(rule.Date{}), "—", "—"},
		{rule.Ratio(d("1"), d("0"), rule.Person), "—", "—"},
	} {
		assert.Equal(t, c.zh, c.value.In(language.Chinese))
		assert.Equal(t, c.en, c.value.In(language.English))
	}
}

func TestValueAccessors(t *testing.T) {
	t.Parallel()
	number := rule.Num(rule.Dec("5"), rule.Person)
	d, ok := number.Number()
	assert.True(t, ok && d.Equal(rule.Dec("5")))
	assert.Equal(t, rule.Person, number.Unit())
	_, ok = rule.Ratio(rule.Dec("5"), rule.Dec("2"), 0).Number()
	assert.False(t, ok)
	num, den, ok := rule.Ratio(rule.Dec("5"), rule.Dec("2"), 0).Fraction()
	assert.True(t, ok && num.Equal(rule.Dec("5")) && den.Equal(rule.Dec("2")))
	num, den, ok = number.Fraction()
	assert.True(t, ok && num.Equal(rule.Dec("5")) && den.Equal(rule.Dec("1")))
	_, _, ok = rule.Flag(true).Fraction()
	assert.False(t, ok)
	word, ok := rule.Word("x").Word()
	assert.True(t, ok && word == "x")
	_, ok = rule.Label(rule.Words("x", "x")).Word()
	assert.False(t, ok)
	date, ok := rule.On(rule.Day(2015, 1, 1)).Date()
	assert.True(t, ok && date == rule.Day(2015, 1, 1))
	answer, ok := rule.Flag(true).Flag()
	assert.True(t, ok && answer)
	_, ok = number.Flag()
	assert.False(t, ok)
	assert.True(t, rule.On(rule.Date{}).IsZero())
	assert.True(t, rule.Ratio(rule.Dec("1"), rule.Dec("0.00"), 0).IsZero())
	for i, v := range kinds() {
		assert.Equal(t, rule.Type(i+1), v.Type())
		assert.False(t, v.IsZero())
	}
}

// kinds holds a value of each type, in the order of the types.
func kinds() []rule.Value {
	return []rule.Value{
		rule.Num(rule.Dec("89.60"), rule.Point), rule.Ratio(rule.Dec("17500"), rule.Dec("12"), rule.Yuan), rule.Word("x"),
		rule.Label(rule.Words("街道", "subdistrict")), rule.On(rule.Day(2015, 4, 21)), rule.Flag(false),
	}
}

func TestValueEqual(t *testing.T) {
	t.Parallel()
	d := rule.Dec
	assert.True(t, rule.Num(d("1.0"), 0).Equal(rule.Num(d("1.00"), rule.Person)))
	assert.True(t, rule.Ratio(d("1"), d("2"), 0).Equal(rule.Ratio(d("-2"), d("-4"), 0)))
	assert.True(t, rule.Ratio(d("1"), d("2"), 0).Equal(rule.Num(d("0.5"), 0)))
	assert.False(t, rule.Ratio(d("1"), d("3"), 0).Equal(rule.Num(d("0.3333"), 0)))
	assert.False(t, rule.Num(d("1"), 0).Equal(rule.Flag(true)))
	assert.False(t, rule.Flag(true).Equal(rule.Num(d("1"), 0)))
	assert.False(t, rule.Flag(false).Equal(rule.Value{}))
	assert.False(t, rule.Word("x").Equal(rule.Label(rule.Words("", "x"))))
	assert.True(t, rule.Value{}.Equal(rule.Value{}))
	for i, v := range kinds() {
		for j, w := range kinds() {
			assert.Equal(t, i == j, v.Equal(w))
		}
	}
}

func TestValueJSON(t *testing.T) {
	t.Parallel()
	for i, want := range []string{
		`{"number":"89.60","unit":"point"}`,
		`{"number":"17500","over":"12","unit":"yuan"}`,
		`{"text":"x"}`,
		`{"label":{"zh":"街道","en":"subdistrict"}}`,
		`{"date":"2015-04-21"}`,
		`{"flag":false}`,
	} {
		v := kinds()[i]
		data, err := json.Marshal(v)
		require.NoError(t, err)
		assert.Equal(t, want, string(data))
		var back rule.Value
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, v, back)
	}
	data, err := json.Marshal(rule.Value{})
	require.NoError(t, err)
	assert.Equal(t, `null`, string(data))
	back := rule.Flag(true)
	require.NoError(t, json.Unmarshal(data, &back))
	assert.True(t, back.IsZero())

	for text, want := range map[string]string{
		`{}`:                                   `not one value: exactly one of number, text, label, date, flag`,
		`{"number":"1","flag":true}`:           `not one value: exactly one of number, text, label, date, flag`,
		`{"text":"x","unit":"person"}`:         `not one value: exactly one of number, text, label, date, flag`,
		`{"over":"2"}`:                         `not one value: exactly one of number, text, label, date, flag`,
		`{"text":"x","over":"2"}`:              `not one value: exactly one of number, text, label, date, flag`,
		`{"number":"1","over":"0.0"}`:          `over: the denominator must not be zero`,
		`{"number":"x","over":"y"}`:            "number: \"x\" is not a plain decimal number (a minus, digits, one point)\nover: \"y\" is not a plain decimal number (a minus, digits, one point)",
		`{"number":1}`:                         `number: should be text, not 1`,
		`{"number":"1","unit":"元"}`:            `unit: unit "元" is unknown; accepted: yuan, person, person-time, organization, point, percent, day, working-day, month, year, hour, item, times`,
		`{"flag":"true"}`:                      `flag: should be true or false, not text`,
		`{"date":"2015-02-29"}`:                `date: there is no day "2015-02-29"`,
		`{"label":"x"}`:                        `label: should be an object, not text`,
		`[{"text":"x"}]`:                       `should be an object, not a list`,
		`{"text":"x","text":"y"}`:              `field "text" stands twice in one object`,
		`{"float":1.5}`:                        `there is no field "float"`,
		strings.Repeat(`[`, 100_000) + `"deep`: `[0][0][0]`,
	} {
		got := rule.Flag(true)
		err := got.UnmarshalJSON([]byte(text))
		if strings.HasPrefix(text, "[[") {
			require.ErrorIs(t, err, rule.JSONTooLarge)
			continue
		}
		require.EqualError(t, err, want, text)
		assert.Equal(t, rule.Flag(true), got, "an error leaves the value as it was")
	}
}

// What is written of a number is its value: exact where it ends within three
// decimals, else cut towards zero and marked.
func TestWrittenNumbersAreTrue(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(13, 17))
	for range 5_000 {
		num, den := decimal.New(r.Int64N(2_000_001)-1_000_000, -r.Int32N(4)), decimal.New(r.Int64N(2001)-1000, -r.Int32N(3))
		if den.IsZero() {
			continue
		}
		written := rule.Ratio(num, den, 0).In(language.Chinese)
		cut := strings.HasSuffix(written, "…")
		read, ok := new(big.Rat).SetString(strings.NewReplacer(",", "", "…", "").Replace(written))
		require.True(t, ok, written)
		exact := new(big.Rat).Quo(num.Rat(), den.Rat())
		gap := new(big.Rat).Sub(exact, read)
		require.Equal(t, cut, gap.Sign() != 0, "%s / %s is written %s", num, den, written)
		if cut {
			require.Equal(t, exact.Sign(), gap.Sign(), "cut towards zero")
			require.Negative(t, new(big.Rat).Abs(gap).Cmp(big.NewRat(1, 1000)))
			require.Equal(t, exact.Sign() < 0, strings.HasPrefix(written, "-"))
		}
	}
}
