package rule

import (
	"strings"

	"golang.org/x/text/language"
)

// Term is one value of an enumeration: its stable text form and its labels.
type Term struct {
	Name  string `json:"name"`
	Label Text   `json:"label"`
}

// Named is the value with that text form and those labels.
func Named(name, zh, en string) Term { return Term{name, Text{zh, en}} }

// Terms returns the text forms and labels of values of an enumeration, for a
// [Fact] that says which of them holds.
func Terms[T interface {
	String() string
	Label(tag language.Tag) string
}](values []T) []Term {
	terms := make([]Term, len(values))
	for i, v := range values {
		terms[i] = Named(v.String(), v.Label(language.Chinese), v.Label(language.English))
	}
	return terms
}

// Enum is the table behind an enumeration: a small unsigned integer type whose
// zero is "not stated" and whose value n is the table's n-th row. The text
// form is what stands in JSON and never changes; the label is for people.
type Enum[T ~uint8] struct {
	name  string
	terms []Term
}

// NewEnum returns the table of the values 1, 2, 3 and so on, in order. The
// name says what is enumerated, for messages.
func NewEnum[T ~uint8](name string, terms ...Term) Enum[T] {
	return Enum[T]{name, terms}
}

// Values returns every value in order.
func (e Enum[T]) Values() []T {
	values := make([]T, len(e.terms))
	for i := range values {
		values[i] = T(i + 1)
	}
	return values
}

// Valid tells whether v is in the table.
func (e Enum[T]) Valid(v T) bool { return v > 0 && int(v) <= len(e.terms) }

// Text returns the stable text form, empty for a value not in the table.
func (e Enum[T]) Text(v T) string {
	if !e.Valid(v) {
		return ""
	}
	return e.terms[v-1].Name
}

// Label returns the label for a reader who asked for tag.
func (e Enum[T]) Label(v T, tag language.Tag) string { return e.Labels(v).In(tag) }

// Labels returns the label in both languages; "未说明" and "not stated" for a
// value not in the table.
func (e Enum[T]) Labels(v T) Text {
	if !e.Valid(v) {
		return Text{"未说明", "not stated"}
	}
	return e.terms[v-1].Label
}

// Parse returns the value with the text form s. Any other text is a [Problem]
// with code [EnumUnknown] that lists what is accepted.
func (e Enum[T]) Parse(s string) (T, error) {
	for i, term := range e.terms {
		if term.Name == s {
			return T(i + 1), nil
		}
	}
	return 0, problems.Problem("", EnumUnknown,
		With("what", Word(e.name)), With("value", Quoted(s)), With("accepted", Word(accepted(e.terms))))
}

func accepted(terms []Term) string {
	names := make([]string, len(terms))
	for i, term := range terms {
		names[i] = term.Name
	}
	return strings.Join(names, ", ")
}

// Marshal is MarshalText for a type with this table. A value not in the table
// is a [Problem] with code [EnumUnknown].
func (e Enum[T]) Marshal(v T) ([]byte, error) {
	if !e.Valid(v) {
		_, err := e.Parse("")
		return nil, err
	}
	return []byte(e.Text(v)), nil
}

// Unmarshal is UnmarshalText for a type with this table. On an error the
// target stays as it was.
func (e Enum[T]) Unmarshal(target *T, text []byte) error {
	v, err := e.Parse(string(text))
	if err != nil {
		return err
	}
	*target = v
	return nil
}
