package rule

import (
	"bytes"
	"encoding/json"
	"strings"

	"golang.org/x/text/language"
)

// Input is a named value in a reason or problem.
type Input struct {
	Name  string
	Value Value
}

// With names a value.
func With(name string, value Value) Input { return Input{name, value} }

// inputs is written as one JSON object whose keys keep their order.
type inputs []Input

func (in inputs) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, input := range in {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(input.Name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(input.Value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// fill puts the inputs into a sentence: {name} becomes the value of that name
// as its reader writes it. A name nobody gave stays as it stands.
func fill(sentence string, tag language.Tag, in []Input) string {
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	pairs := make([]string, 0, 2*len(in))
	for _, input := range in {
		pairs = append(pairs, "{"+input.Name+"}", input.Value.In(tag))
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}
