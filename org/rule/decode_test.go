package rule_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// form has a field of every sort a rule set is made of.
type form struct {
	Base

	Name   string                   `json:"name"`
	N      int8                     `json:"n"`
	U      uint16                   `json:"u"`
	Flag   bool                     `json:"flag"`
	Weight decimal.Decimal          `json:"weight"`
	On     rule.Date                `json:"on"`
	Unit   rule.Unit                `json:"unit"`
	In     rule.Interval            `json:"in"`
	Value  rule.Value               `json:"value"`
	Ask    *rule.Condition          `json:"ask"`
	List   []form                   `json:"list"`
	Texts  map[string]rule.Text     `json:"texts"`
	Caps   map[rule.Unit]int64      `json:"caps"`
	Raw    json.RawMessage          `json:"raw"`
	Grid   [][]rule.Value           `json:"grid"`
	More   map[string][]*rule.Value `json:"more"`
	Shade  shade                    `json:"shade"`
	Hidden int                      `json:"-"`
	Bare   int
	Float  float64 `json:"float"`
}

// Base is embedded: its fields stand in the object itself.
type Base struct {
	ID string `json:"id"`
}

// shade reads itself, as types outside this package may.
type shade struct{ level int }

func (s *shade) UnmarshalJSON(data []byte) error {
	if string(data) != `"dark"` && string(data) != `{"dark":true}` {
		return fmt.Errorf("no shade %s", data)
	}
	s.level = 7
	return nil
}

func TestDecode(t *testing.T) {
	t.Parallel()
	var got form
	require.NoError(t, rule.Decode([]byte(` {
		"id": "x-1", "name": "会\u4e00\n\ud83d\ude00", "n": -128, "u": 65535, "flag": true, "weight": "0.50", "on": "2015-04-21", "unit": "person",
		"in": {"at_least": "75"}, "value": {"date": "2015-01-01"}, "ask": {"not": {"fact": "x", "one_of": [{"flag": true}]}},
		"list": [{"name": "a"}, {}], "texts": {"": {"zh": "一", "en": "one"}, "k": {"zh": "", "en": ""}}, "caps": {"yuan": 3, "person": 4},
		"raw": {"a": [1, {"a": null}]}, "grid": [[], [null, {"text": "x"}]], "more": {"m": [null, {"flag": false}]}, "shade": "dark"
	}
	`), &got))
	not := rule.Not(rule.Is("x"))
	flag := rule.Flag(false)
	assert.Equal(t, form{
		Base: Base{"x-1"}, Name: "会一\n😀", N: -128, U: 65535, Flag: true, Weight: rule.Dec("0.50"), On: rule.Day(2015, 4, 21), Unit: rule.Person,
		In: rule.AtLeast(rule.Dec("75")), Value: rule.On(rule.Day(2015, 1, 1)), Ask: &not,
		List: []form{{Name: "a"}, {}}, Texts: map[string]rule.Text{"": rule.Words("一", "one"), "k": {}}, Caps: map[rule.Unit]int64{rule.Yuan: 3, rule.Person: 4},
		Raw: json.RawMessage(`{"a": [1, {"a": null}]}`), Grid: [][]rule.Value{{}, {{}, rule.Word("x")}},
		More: map[string][]*rule.Value{"m": {nil, &flag}}, Shade: shade{7},
	}, got)
}

func TestDecodeReplacesTheTargetWhole(t *testing.T) {
	t.Parallel()
	got := form{Name: "old", List: []form{{}}, Texts: map[string]rule.Text{"old": {}}, Ask: &rule.Condition{}}
	require.NoError(t, rule.Decode([]byte(`{"n":1}`), &got))
	assert.Equal(t, form{N: 1}, got)
	list := []int{1, 2, 3}
	require.NoError(t, rule.Decode([]byte(`[]`), &list))
	assert.Equal(t, []int{}, list)
	pointer := &rule.Text{}
	require.NoError(t, rule.Decode([]byte(`null`), &pointer))
	assert.Nil(t, pointer)
}

func TestDecodeReportsEverything(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`{"n":128,"u":-1,"flag":"yes","weight":0.5,"on":1,"unit":"p","name":1}`: `flag: should be true or false, not text
n: should be a whole number of 8 bits, not 128
name: should be text, not 1
on: should be text, not 1
u: should be a whole number of 16 bits, not -1
unit: unit "p" is unknown; accepted: yuan, person, person-time, organization, point, percent, day, working-day, month, year, hour, item, times
weight: should be a decimal number written as text, not 0.5`,
		`{"n":1.0,"u":1e3,"flag":1}`: `flag: should be true or false, not 1
n: should be a whole number of 8 bits, not 1.0
u: should be a whole number of 16 bits, not 1e3`,
		`{"name":null,"n":null,"list":null,"texts":null,"in":null,"on":null,"weight":null,"value":null,"ask":null}`: `in: should be an object, not null
list: should be a list, not null
n: should be a whole number of 8 bits, not null
name: should be text, not null
on: should be text, not null
texts: should be an object, not null
weight: should be a decimal number written as text, not null`,
		`{"list":{"a":1},"in":[],"name":{},"texts":[1,2],"on":["x"],"weight":{}}`: `in: should be an object, not a list
list: should be a list, not an object
name: should be text, not an object
on: should be text, not a list
texts: should be an object, not a list
weight: should be a decimal number written as text, not an object`,
		`{"list":[{},{"list":[{"weight":"1e9"}]}],"texts":{"a":{"zh":1,"en":"","fr":""}},"caps":{"yuan":true,"x":1}}`: `caps.x: unit "x" is unknown; accepted: yuan, person, person-time, organization, point, percent, day, working-day, month, year, hour, item, times
caps.yuan: should be a whole number of 64 bits, not true
list[1].list[0].weight: "1e9" is not a plain decimal number (a minus, digits, one point)
texts.a: there is no field "fr"
texts.a.zh: should be text, not 1`,
		`{"n":1,"n":2,"N":3,"bare":4,"Bare":4,"-":5,"Hidden":6,"nn":{"n":1,"n":1},"texts":{"a":{"zh":"","en":""},"a":{"zh":"","en":""}}}`: `field "n" stands twice in one object
there is no field "N"
there is no field "bare"
there is no field "Bare"
there is no field "-"
there is no field "Hidden"
there is no field "nn"
texts: field "a" stands twice in one object`,
		`{"value":{"text":"x","text":"y"},"in":{"above":"1","above":"2"},"more":{"a\nb":[{"flag":1}]}}`: `in: field "above" stands twice in one object
more.a�b[0].flag: should be true or false, not 1
value: field "text" stands twice in one object`,
		`{"shade":"light","float":1.5}`: "float: should be float64, not 1.5\nshade: no shade \"light\"",
		`"x"`:                           `should be an object, not text`,
		`{"n":1} {}`:                    `not JSON: line 1, there is text after the document`,
		`{"n":1,"x":2}` + "\n]":         "not JSON: line 2, there is text after the document\nthere is no field \"x\"",
		"{\n\"n\": 1,\n\"list\": [{}, {\"n\": tru}]}": `list[1].n: not JSON: line 3, "t" should not be here`,
		`{"list":[{"u":`:           `list[0].u: not JSON: line 1, it ends too early`,
		`{"list":[{"n":300},{"u":`: "list[0].n: should be a whole number of 8 bits, not 300\nlist[1].u: not JSON: line 1, it ends too early",
		``:                         `not JSON: line 1, it ends too early`,
		"\xef\xbb\xbf{}":           `not JSON: line 1, "�" should not be here`,
		"{\"name\":\"\xcf\xc9\"}":  `not JSON: line 1, it is not encoded in UTF-8`,
		"{\"name\":\"a\tb\"}":      `name: not JSON: line 1, "�" should not be here`,
		`{"name":"\x"}`:            `name: not JSON: line 1, a backslash before the wrong character`,
		`{"name":"\u12g4"}`:        `name: not JSON: line 1, a backslash before the wrong character`,
		`{"name":"\`:               `name: not JSON: line 1, it ends too early`,
		`{"name":"abc`:             `name: not JSON: line 1, it ends too early`,
		`{"n":1,}`:                 `not JSON: line 1, "}" should not be here`,
		`{n:1}`:                    `not JSON: line 1, "n" should not be here`,
		`{"n" 1}`:                  `not JSON: line 1, "1" should not be here`,
		`{"n":1 "u":2}`:            `not JSON: line 1, """ should not be here`,
		`{"list":[{},]}`:           `list[1]: not JSON: line 1, "]" should not be here`,
		`{"n":01}`:                 `n: not JSON: line 1, "0" should not be here`,
		`{"n":NaN}`:                `n: not JSON: line 1, "N" should not be here`,
		`{"n":Infinity}`:           `n: not JSON: line 1, "I" should not be here`,
		`{"n":'1'}`:                `n: not JSON: line 1, "'" should not be here`,
		`{"n":１}`:                  `n: not JSON: line 1, "１" should not be here`,
		`{"n":1/*x*/}`:             `not JSON: line 1, "/" should not be here`,
		"{\"n\":1}\x00":            `not JSON: line 1, there is text after the document`,
		`{"raw":{"a":[1,}}`:        `raw: not JSON: line 1, "}" should not be here`,
		`{"n":` + strings.Repeat("9", 100_000) + `}`: `n: should be a whole number of 8 bits, not ` + strings.Repeat("9", 60) + `…`,
	} {
		for _, old := range []form{{}, {Name: "old", List: []form{{N: 1}}}} {
			got := old
			err := rule.Decode([]byte(text), &got)
			require.EqualError(t, err, want, "%.100s", text)
			assert.Equal(t, old, got, "the target stays as it was")
		}
	}
}

func TestDecodeSpeaksChinese(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`{"n":"x","list":{},"weight":1}`:     "list:类型不对:应为列表,实为对象\nn:类型不对:应为8 位以内的整数,实为文本\nweight:类型不对:应为写作文本的十进制数,实为1",
		`{"n":`:                              "n:不是合法的 JSON:第 1 行,内容不完整",
		strings.Repeat(`{"list":[`, 40):      strings.Repeat("list[0].", 31) + "list[0]:JSON 过大:嵌套超过 64 层",
		strings.Repeat(`[`, 100_000):         "JSON 过大:嵌套超过 64 层\n类型不对:应为对象,实为列表",
		`{"raw":` + strings.Repeat(`[`, 100): "raw:JSON 过大:嵌套超过 64 层",
	} {
		var got form
		err := rule.Decode([]byte(text), &got)
		assert.Equal(t, want, rule.ProblemsOf(err).In(language.Chinese), "%.100s", text)
	}
}

// Hostile documents cost no more than their length.
func TestDecodeHostile(t *testing.T) {
	t.Parallel()
	million := func(open, item, shut string) []byte {
		return []byte(open + strings.Repeat(item+",", 999_999) + item + shut)
	}
	keys := make([]string, 100_000)
	for i := range keys {
		keys[i] = fmt.Sprintf(`"k%d":true`, i)
	}
	for name, c := range map[string]struct {
		data []byte
		code rule.Code
	}{
		"a million unknown keys":  {million(`{`, `"x":1`, `}`), rule.JSONTooLarge},
		"a million times one key": {million(`{`, `"n":1`, `}`), rule.JSONTooLarge},
		"a million wrong values":  {million(`{"list":[`, `1`, `]}`), rule.JSONTooLarge},
		"a million faulty texts":  {million(`{"grid":[[`, `{"number":"x"}`, `]]}`), rule.JSONTooLarge},
		"deep lists":              {[]byte(strings.Repeat(`{"list":[`, 1_000_000)), rule.JSONTooLarge},
		"deep unknown values":     {[]byte(`{"x":` + strings.Repeat(`[`, 1_000_000)), rule.JSONTooLarge},
		"deep conditions":         {[]byte(`{"ask":` + strings.Repeat(`{"not":`, 1_000_000)), rule.JSONTooLarge},
		"a huge exponent":         {[]byte(`{"weight":"1e999999999"}`), rule.NumberSyntax},
		"a huge exponent bare":    {[]byte(`{"n":1e999999999}`), rule.JSONType},
		"a number of a megabyte":  {[]byte(`{"weight":"` + strings.Repeat("9", 1_000_000) + `"}`), rule.NumberTooLong},
		"a name of a megabyte":    {[]byte(`{"` + strings.Repeat("k", 1_000_000) + `":1}`), rule.JSONUnknown},
		"a date of a megabyte":    {[]byte(`{"on":"` + strings.Repeat("9", 1_000_000) + `"}`), rule.DateSyntax},
	} {
		var got form
		err := rule.Decode(c.data, &got)
		require.ErrorIs(t, err, c.code, name)
		assert.LessOrEqual(t, len(rule.ProblemsOf(err)), 1001, name)
		assert.Less(t, len(err.Error()), 200_000, name)
		assert.Equal(t, form{}, got)
	}
	var got form
	require.ErrorIs(t, rule.Decode(make([]byte, 256<<20+1), &got), rule.JSONTooLarge)
	var flags map[string]bool
	require.NoError(t, rule.Decode([]byte(`{`+strings.Join(keys, ",")+`}`), &flags))
	assert.Len(t, flags, 100_000)
	var large []*struct{ room [1 << 28]byte }
	require.NoError(t, rule.Decode([]byte(`[null,{}]`), &large))
	assert.Zero(t, large[1].room[0])
	require.ErrorIs(t, rule.Decode([]byte(`[{},{},{},{}]`), &large), rule.JSONTooLarge)
}

func TestDocument(t *testing.T) {
	t.Parallel()
	data, err := rule.Encode("head/1", head())
	require.NoError(t, err)
	golden(t, "head.json", string(data))
	var back rule.Head
	require.NoError(t, rule.DecodeAs("head/1", data, &back))
	assert.Equal(t, head(), back)

	for text, want := range map[string]string{
		`{"schema":"head/2","data":{"new":1}}`:                   `schema: the document's schema should be head/1, not "head/2"`,
		`{"data":{}}`:                                            `schema: the document's schema should be head/1, not ""`,
		`{"schema":"head/1"}`:                                    `data: is required`,
		`{"schema":"head/1","data":{},"extra":1}`:                `there is no field "extra"`,
		`{"schema":"head/1","data":{"id":1,"title":{"zh":""}}}`:  `id: should be text, not 1`,
		`{"schema":"head/1","data":{"id":"a","id":"b"}}`:         `field "id" stands twice in one object`,
		`{"schema":"head/1","data":{},"data":{}}`:                `field "data" stands twice in one object`,
		`{"schema":"head/1","data":null}`:                        `should be an object, not null`,
		`{"schema":"head/1","data":{"period":{"from":"2015"}}}x`: `not JSON: line 1, there is text after the document`,
	} {
		kept := head()
		require.EqualError(t, rule.DecodeAs("head/1", []byte(text), &kept), want)
		assert.Equal(t, head(), kept)
	}
	_, err = rule.Encode("head/1", rule.Head{})
	require.ErrorIs(t, err, rule.EnumUnknown, "a status not stated cannot be written")
}

// FuzzDecode: whatever comes in, there is an answer without a panic; what is
// accepted is JSON and the same value package json reads from it; what is
// refused leaves the target as it was; what was read is read again from what is
// written of it.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		`{"id":"x","n":1,"list":[{"in":{"at_least":"1","below":"2"}},{"ask":{"all_of":[{"fact":"x","one_of":[{"number":"1","over":"3"}]}]}}]}`,
		`{"n":1,"n":2}`, `{"N":1}`, `[[[[`, `{"weight":"1e5"}`, `null`, `{"raw":[1,2,{"a":"\ud800"}]}`, `{"name":"\ud800\u0000"}`,
		`{"texts":{"a":{"zh":"一","en":"one"}},"caps":{"yuan":1}}`, `{"more":{"":[null]}} `, "\xef\xbb\xbf{}", `{"grid":[[null],[]]}`, `{"on":""}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		old := form{Name: "old", List: []form{{N: 1}}}
		got := old
		err := rule.Decode(data, &got)
		if err != nil {
			require.True(t, reflect.DeepEqual(old, got))
			require.True(t, utf8.ValidString(err.Error()))
			return
		}
		require.True(t, json.Valid(data))
		var std form
		require.NoError(t, json.Unmarshal(data, &std))
		require.Equal(t, std, got)
	})
}
