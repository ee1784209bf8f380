package rule

import "encoding/json"

// document is the envelope of everything that is kept in a file.
type document struct {
	Schema string          `json:"schema"`
	Data   json.RawMessage `json:"data"`
}

// Encode writes v as a document of a schema such as "scheme/1", indented: an
// object with the fields schema and data.
func Encode(schema string, v any) ([]byte, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	out, err := json.MarshalIndent(document{schema, data}, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(out, '\n'), nil
}

// DecodeAs reads a document that [Encode] wrote with the same schema, as
// strictly as [Decode]. Paths are those of the data.
func DecodeAs(schema string, data []byte, target any) error {
	var doc document
	if err := Decode(data, &doc); err != nil {
		return err
	}
	if doc.Schema != schema {
		return problems.Problem("schema", SchemaUnknown, With("want", Word(schema)), With("got", Quoted(doc.Schema)))
	}
	if doc.Data == nil {
		return problems.Problem("data", Required)
	}
	return Decode(doc.Data, target)
}
