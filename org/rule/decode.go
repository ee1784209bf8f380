package rule

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Bounds of a JSON document.
const (
	maxBytes  = 256 << 20
	maxMemory = 1 << 30
	maxLevels = 64
	maxFaults = 1000
)

var tooDeep = Text{"嵌套超过 64 层", "more than 64 levels"}

// Decode reads one JSON document into target, a pointer, strictly: unknown
// fields, a key twice in one object, null where a value is expected, a number
// or amount that is not written as text where its type wants text, and anything
// after the document are [Problem]s, reported at once with their paths.
//
// Reading stops at text that is not JSON in UTF-8, and before more than 256 MiB,
// 64 levels, 1 GiB of values or 1000 problems. It takes time in proportion to
// the length of data. On an error the target stays as it was; else it is
// replaced whole, fields that are not in data becoming zero.
//
// Structs take their fields that have a json name; lists, maps, texts, whole
// numbers, flags and whatever reads itself are read as encoding/json does.
func Decode(data []byte, target any) error {
	place := reflect.ValueOf(target).Elem()
	fresh := reflect.New(place.Type()).Elem()
	d := decoder{scanner: scanner{data: data}, shapes: map[reflect.Type]*shape{}}
	if !d.document(fresh) {
		d.fault.Path = d.path()
		d.found.Add(d.fault)
	}
	if err := d.found.Err(); err != nil {
		return err
	}
	place.Set(fresh)
	return nil
}

// decoder reads a document into a value and collects what does not fit. Its
// methods return false where they cannot go on.
type decoder struct {
	scanner
	steps  []step // the path to the value being read
	shapes map[reflect.Type]*shape
	memory uintptr
	found  Problems
}

type step struct {
	key   []byte
	index int // where there is no key
}

func (d *decoder) path() string {
	path := ""
	for _, s := range d.steps {
		if s.key == nil {
			path = At(path, s.index)
		} else {
			path = join(path, clipped(string(s.key)))
		}
	}
	return path
}

func (d *decoder) document(v reflect.Value) bool {
	switch {
	case len(d.data) > maxBytes:
		return d.tooLarge(Text{"超过 256 MiB", "more than 256 MiB"})
	case !utf8.Valid(d.data):
		return d.stopWith(Text{"不是 UTF-8 编码", "it is not encoded in UTF-8"})
	case !d.value(v, 1):
		return false
	case d.next() != 0 || d.at < len(d.data):
		return d.stopWith(Text{"文件末尾之后还有内容", "there is text after the document"})
	}
	return true
}

// report adds a problem with the value being read.
func (d *decoder) report(code Code, params ...Input) bool {
	return d.nest(problems.Problem("", code, params...))
}

func (d *decoder) nest(err error) bool {
	if err != nil {
		d.found.Nest(d.path(), err)
	}
	if len(d.found) < maxFaults {
		return true
	}
	return d.tooLarge(Text{"错误已达 1000 处,不再往下读", "1000 problems, reading no further"})
}

func (d *decoder) grow(t reflect.Type) bool {
	if d.memory += t.Size(); d.memory <= maxMemory {
		return true
	}
	return d.tooLarge(Text{"内容超过 1 GiB", "more than 1 GiB of values"})
}

// wired is a value that is written in another form: wire returns a pointer to
// an empty one and unwire takes it back, filled.
type wired interface {
	wire() any
	unwire(form any) error
}

// shape is what the decoder knows of a type.
type shape struct {
	wired, own, text bool
	fields           map[string]field
}

type field struct {
	number int
	at     []int
}

var (
	wiredType   = reflect.TypeFor[wired]()
	textType    = reflect.TypeFor[encoding.TextUnmarshaler]()
	jsonType    = reflect.TypeFor[json.Unmarshaler]()
	decimalType = reflect.TypeFor[decimal.Decimal]()
)

func (d *decoder) shape(t reflect.Type) *shape {
	if known, ok := d.shapes[t]; ok {
		return known
	}
	pointer := reflect.PointerTo(t)
	s := &shape{wired: pointer.Implements(wiredType), text: pointer.Implements(textType)}
	s.own = pointer.Implements(jsonType) && !s.text
	if t.Kind() == reflect.Struct {
		s.fields = map[string]field{}
		for _, f := range reflect.VisibleFields(t) {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name != "" && name != "-" && f.IsExported() {
				s.fields[name] = field{len(s.fields), f.Index}
			}
		}
	}
	d.shapes[t] = s
	return s
}

// value reads the next value into v.
func (d *decoder) value(v reflect.Value, level int) bool {
	if level > maxLevels {
		return d.tooLarge(tooDeep)
	}
	c := d.next()
	if v.Kind() == reflect.Pointer {
		if c == 'n' {
			_, ok := d.scalar()
			return ok
		}
		if !d.grow(v.Type().Elem()) {
			return false
		}
		v.Set(reflect.New(v.Type().Elem()))
		return d.value(v.Elem(), level)
	}
	s := d.shape(v.Type())
	switch {
	case s.wired:
		w := v.Addr().Interface().(wired)
		form, before := w.wire(), len(d.found)
		if !d.value(reflect.ValueOf(form).Elem(), level) {
			return false
		}
		return len(d.found) > before || d.nest(w.unwire(form))
	case s.own:
		start := d.at
		return d.skip(level) && d.nest(v.Addr().Interface().(json.Unmarshaler).UnmarshalJSON(d.data[start:d.at]))
	case c == '"':
		return d.string(v, s)
	case c == '{' && v.Kind() == reflect.Struct && !s.text:
		return d.object(v, s, level)
	case c == '{' && v.Kind() == reflect.Map && !s.text:
		return d.mapping(v, level)
	case c == '[' && v.Kind() == reflect.Slice && !s.text:
		return d.slice(v, level)
	case c == '{' || c == '[':
		return d.mismatch(v, s, c, "") && d.skip(level)
	}
	written, ok := d.scalar()
	if !ok {
		return false
	}
	return d.whole(v, written) || d.mismatch(v, s, c, written)
}

func (d *decoder) string(v reflect.Value, s *shape) bool {
	text, ok := d.text()
	switch {
	case !ok:
		return false
	case v.Type() == decimalType:
		number, err := ParseDecimal(string(text))
		v.Set(reflect.ValueOf(number))
		return d.nest(err)
	case s.text:
		return d.nest(v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(text))
	case v.Kind() == reflect.String:
		v.SetString(string(text))
		return true
	}
	return d.mismatch(v, s, '"', "")
}

// whole reads a flag or a whole number, false if v takes no such value.
func (d *decoder) whole(v reflect.Value, written string) bool {
	switch kind := v.Kind(); {
	case d.shape(v.Type()).text:
	case kind == reflect.Bool && (written == "true" || written == "false"):
		v.SetBool(written == "true")
		return true
	case v.CanInt():
		n, err := strconv.ParseInt(written, 10, v.Type().Bits())
		v.SetInt(n)
		return err == nil
	case v.CanUint():
		n, err := strconv.ParseUint(written, 10, v.Type().Bits())
		v.SetUint(n)
		return err == nil
	}
	return false
}

func (d *decoder) object(v reflect.Value, s *shape, level int) bool {
	seen := make([]bool, len(s.fields))
	return d.list('{', '}', func(int) bool {
		key, ok := d.text()
		if !ok || !d.take(':') {
			return false
		}
		f, ok := s.fields[string(key)]
		if !ok {
			return d.report(JSONUnknown, With("key", Quoted(string(key)))) && d.skip(level+1)
		}
		if seen[f.number] && !d.report(JSONDuplicate, With("key", Quoted(string(key)))) {
			return false
		}
		seen[f.number] = true
		return d.inner(step{key: key}, v.FieldByIndex(f.at), level)
	})
}

func (d *decoder) mapping(v reflect.Value, level int) bool {
	t := v.Type()
	v.Set(reflect.MakeMap(t))
	return d.list('{', '}', func(int) bool {
		text, ok := d.text()
		if !ok || !d.take(':') || !d.grow(t.Key()) || !d.grow(t.Elem()) {
			return false
		}
		at := step{key: text}
		key, value := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
		if d.shape(t.Key()).text {
			d.steps = append(d.steps, at)
			if !d.nest(key.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(text)) {
				return false
			}
			d.steps = d.steps[:len(d.steps)-1]
		} else {
			key.SetString(string(text))
		}
		if v.MapIndex(key).IsValid() && !d.report(JSONDuplicate, With("key", Quoted(string(text)))) {
			return false
		}
		ok = d.inner(at, value, level)
		v.SetMapIndex(key, value)
		return ok
	})
}

func (d *decoder) slice(v reflect.Value, level int) bool {
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	return d.list('[', ']', func(i int) bool {
		if !d.grow(v.Type().Elem()) {
			return false
		}
		v.Grow(1)
		v.SetLen(i + 1)
		return d.inner(step{index: i}, v.Index(i), level)
	})
}

// inner reads the value one step further down. Where that stops, the path
// stays at the place.
func (d *decoder) inner(s step, v reflect.Value, level int) bool {
	d.steps = append(d.steps, s)
	if !d.value(v, level+1) {
		return false
	}
	d.steps = d.steps[:len(d.steps)-1]
	return true
}

// mismatch reports a value that does not fit v. c is its first byte; written,
// if any, the scalar.
func (d *decoder) mismatch(v reflect.Value, s *shape, c byte, written string) bool {
	var want Text
	switch kind := v.Kind(); {
	case v.Type() == decimalType:
		want = Text{"写作文本的十进制数", "a decimal number written as text"}
	case s.text || kind == reflect.String:
		want = Text{"文本", "text"}
	case kind == reflect.Slice:
		want = Text{"列表", "a list"}
	case kind == reflect.Struct || kind == reflect.Map:
		want = Text{"对象", "an object"}
	case kind == reflect.Bool:
		want = Text{"true 或 false", "true or false"}
	case v.CanInt() || v.CanUint():
		bits := strconv.Itoa(v.Type().Bits())
		want = Text{bits + " 位以内的整数", "a whole number of " + bits + " bits"}
	default:
		want = Text{v.Type().String(), v.Type().String()}
	}
	got := Text{clipped(written), clipped(written)}
	switch c {
	case '{':
		got = Text{"对象", "an object"}
	case '[':
		got = Text{"列表", "a list"}
	case '"':
		got = Text{"文本", "text"}
	}
	return d.report(JSONType, With("want", Label(want)), With("got", Label(got)))
}

// At returns the path of an element of a list: sources[2].
func At(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
