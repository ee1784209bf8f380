package rule

import (
	"encoding/json"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"
)

// Type is the kind of a [Value].
type Type uint8

// The types a fact, an input or an output may have.
const (
	NumberType Type = 1 + iota // decimal, with a unit
	RatioType                  // exact fraction of two decimals, with a unit
	TextType                   // text or stable code, the same in every language
	LabelType                  // text in both languages
	DateType                   // calendar date
	FlagType                   // yes or no
)

var types = NewEnum[Type]("type",
	Named("number", "数值", "number"),
	Named("ratio", "比值", "ratio"),
	Named("text", "文本", "text"),
	Named("label", "标签", "label"),
	Named("date", "日期", "date"),
	Named("flag", "是否", "yes or no"),
)

// Types returns every type.
func Types() []Type { return types.Values() }

// Valid tells whether the type is stated.
func (t Type) Valid() bool { return types.Valid(t) }

// String returns the stable text form.
func (t Type) String() string { return types.Text(t) }

// Label returns the type in the reader's language.
func (t Type) Label(tag language.Tag) string { return types.Label(t, tag) }

// MarshalText writes the stable text form; a type not stated is an error.
func (t Type) MarshalText() ([]byte, error) { return types.Marshal(t) }

// UnmarshalText reads the stable text form; anything else is an error.
func (t *Type) UnmarshalText(text []byte) error { return types.Unmarshal(t, text) }

// Value is a number, text, label, date or flag. The zero value is no value.
type Value struct {
	typ  Type
	unit Unit
	flag bool
	date Date
	num  decimal.Decimal
	den  decimal.Decimal
	text Text // EN holds the text of a TextType

	asked *Condition // of a label: what this condition requires, put into words when it is read
}

// Num is a number that counts unit, which may be zero for a bare number.
func Num(d decimal.Decimal, unit Unit) Value { return Value{typ: NumberType, num: d, unit: unit} }

// Int is a whole number that counts unit, which may be zero for a bare number.
func Int(n int64, unit Unit) Value { return Num(decimal.NewFromInt(n), unit) }

// Ratio is the exact fraction num/den; a den of zero gives no value.
func Ratio(num, den decimal.Decimal, unit Unit) Value {
	if den.IsZero() {
		return Value{}
	}
	return Value{typ: RatioType, num: num, den: den, unit: unit}
}

// Word is a text or code that reads the same in every language.
func Word(s string) Value { return Value{typ: TextType, text: Text{EN: s}} }

// Label is a text in both languages.
func Label(t Text) Value { return Value{typ: LabelType, text: t} }

// On is a date; a date not stated gives no value.
func On(d Date) Value {
	if d.IsZero() {
		return Value{}
	}
	return Value{typ: DateType, date: d}
}

// Flag is a yes or no.
func Flag(b bool) Value { return Value{typ: FlagType, flag: b} }

// Type returns the type, zero for no value.
func (v Value) Type() Type { return v.typ }

// Unit returns what a number or ratio counts.
func (v Value) Unit() Unit { return v.unit }

// IsZero tells whether there is no value.
func (v Value) IsZero() bool { return v.typ == 0 }

// Number returns the decimal of a number.
func (v Value) Number() (decimal.Decimal, bool) { return v.num, v.typ == NumberType }

// Fraction returns numerator and denominator of a number or ratio.
func (v Value) Fraction() (num, den decimal.Decimal, ok bool) {
	switch v.typ {
	case NumberType:
		return v.num, decimal.NewFromInt(1), true
	case RatioType:
		return v.num, v.den, true
	}
	return decimal.Decimal{}, decimal.Decimal{}, false
}

// Word returns the text of a text value.
func (v Value) Word() (string, bool) { return v.text.EN, v.typ == TextType }

// Date returns the date of a date value.
func (v Value) Date() (Date, bool) { return v.date, v.typ == DateType }

// Flag returns the answer of a flag.
func (v Value) Flag() (answer, ok bool) { return v.flag, v.typ == FlagType }

// Equal tells whether two values are of one type and the same: numbers and
// ratios by value (1.0 is 1.00), whatever their units, the rest by content.
func (v Value) Equal(w Value) bool {
	vn, vd, ok1 := v.Fraction()
	wn, wd, ok2 := w.Fraction()
	if ok1 || ok2 {
		return ok1 && ok2 && vn.Mul(wd).Equal(wn.Mul(vd))
	}
	return v.typ == w.typ && v.flag == w.flag && v.date == w.date && v.words() == w.words()
}

// words is the content of a text or label.
func (v Value) words() Text {
	if v.asked != nil {
		return v.asked.required(v.unit)
	}
	return v.text
}

// In writes the value as people write it: 2,500.00 元 and ¥2,500.00, 20 人 and
// 20 persons, 50%, 是 and yes. A number keeps the digits it was given, money
// from the second decimal on only those that count. A ratio that does not end
// is cut after three decimals, two of a percentage, and marked with an
// ellipsis. No value is written as a dash.
func (v Value) In(tag language.Tag) string {
	zh := Chinese(tag)
	switch v.typ {
	case NumberType:
		return withUnit(v.num.Sign() < 0, v.num.Abs(), "", v.unit, zh)
	case RatioType:
		places := int32(3)
		if v.unit == Percent {
			places = 4
		}
		negative := v.num.Sign()*v.den.Sign() < 0
		q, rest := v.num.Abs().QuoRem(v.den.Abs(), places)
		if rest.IsZero() {
			return withUnit(negative, short(q, 0), "", v.unit, zh)
		}
		return withUnit(negative, q, "…", v.unit, zh)
	case TextType:
		return v.text.EN
	case LabelType:
		return v.words().In(tag)
	case DateType:
		return v.date.String()
	case FlagType:
		return yesNo(v.flag).In(tag)
	}
	return "—"
}

func yesNo(b bool) Text {
	if b {
		return Text{"是", "yes"}
	}
	return Text{"否", "no"}
}

func withUnit(negative bool, d decimal.Decimal, cut string, unit Unit, zh bool) string {
	switch unit {
	case Percent:
		d = d.Shift(2)
	case Yuan:
		d = short(d, 2)
	}
	s := group(plain(d)) + cut
	switch {
	case unit == 0:
	case unit == Percent:
		s += "%"
	case unit == Yuan && !zh:
		s = "¥" + s
	case zh:
		s += " " + units.Labels(unit).ZH
	case s == "1":
		s += " " + strings.TrimSuffix(units.Labels(unit).EN, "s")
	default:
		s += " " + units.Labels(unit).EN
	}
	if negative {
		return "-" + s
	}
	return s
}

// plain writes a decimal with the digits it was given, so that 89.70 stays
// 89.70 in an explanation of 89.70.
func plain(d decimal.Decimal) string {
	if d.Exponent() < 0 {
		return d.StringFixed(-d.Exponent())
	}
	return d.String()
}

// short gives a decimal the fewest decimals that state it, but at least that
// many.
func short(d decimal.Decimal, least int32) decimal.Decimal {
	places := max(-d.Exponent(), least)
	for places > least && d.Truncate(places-1).Equal(d) {
		places--
	}
	return decimal.NewFromBigInt(scaled(d, -places), -places)
}

// valueJSON is the wire form of a value: one field besides the unit.
type valueJSON struct {
	Number *string `json:"number,omitempty"`
	Over   *string `json:"over,omitempty"`
	Unit   Unit    `json:"unit,omitzero"`
	Text   *string `json:"text,omitempty"`
	Label  *Text   `json:"label,omitempty"`
	Date   *Date   `json:"date,omitempty"`
	Flag   *bool   `json:"flag,omitempty"`
}

// MarshalJSON writes {"number": "89.6", "unit": "point"}, {"number": "17500",
// "over": "12"}, {"text": "…"}, {"label": {"zh": …, "en": …}}, {"date": …} or
// {"flag": true}; no value is null.
func (v Value) MarshalJSON() ([]byte, error) {
	out := valueJSON{Unit: v.unit}
	number, over := plain(v.num), plain(v.den)
	switch v.typ {
	case NumberType:
		out.Number = &number
	case RatioType:
		out.Number, out.Over = &number, &over
	case TextType:
		out.Text = &v.text.EN
	case LabelType:
		label := v.words()
		out.Label = &label
	case DateType:
		out.Date = &v.date
	case FlagType:
		out.Flag = &v.flag
	default:
		return []byte("null"), nil
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes. Anything else is an error, and
// the value stays as it was.
func (v *Value) UnmarshalJSON(data []byte) error { return Decode(data, v) }

func (v *Value) wire() any { return new(*valueJSON) }

func (v *Value) unwire(form any) error {
	in := *form.(**valueJSON)
	if in == nil {
		*v = Value{}
		return nil
	}
	var found []Value
	if in.Number != nil {
		value, err := in.number()
		if err != nil {
			return err
		}
		found = append(found, value)
	}
	if in.Text != nil {
		found = append(found, Word(*in.Text))
	}
	if in.Label != nil {
		found = append(found, Label(*in.Label))
	}
	if in.Date != nil {
		found = append(found, On(*in.Date))
	}
	if in.Flag != nil {
		found = append(found, Flag(*in.Flag))
	}
	if len(found) != 1 || in.Over != nil && in.Number == nil || in.Unit != 0 && in.Number == nil {
		return problems.Problem("", ValueShape)
	}
	*v = found[0]
	return nil
}

// number reads a number or ratio.
func (in valueJSON) number() (Value, error) {
	var found Problems
	num, err := ParseDecimal(*in.Number)
	found.Nest("number", err)
	if in.Over == nil {
		return Num(num, in.Unit), found.Err()
	}
	den, err := ParseDecimal(*in.Over)
	found.Nest("over", err)
	if err == nil && den.IsZero() {
		found.Add(problems.Problem("over", RatioOver))
	}
	return Ratio(num, den, in.Unit), found.Err()
}
