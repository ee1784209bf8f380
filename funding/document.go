package funding

import "github.com/sancheng-go/sancheng/org/rule"

// schemeSchema names the documents that hold a scheme.
const schemeSchema = "scheme/1"

// EncodeScheme writes a scheme as an indented JSON document, {"schema":
// "scheme/1", "data": …}.
func EncodeScheme(s Scheme) ([]byte, error) { return rule.Encode(schemeSchema, s) }

// DecodeScheme reads a document that [EncodeScheme] wrote, or one written by
// hand, strictly, and validates the scheme. Every fault is reported at once,
// with paths such as sources[2].budget.
func DecodeScheme(data []byte) (Scheme, error) {
	var s Scheme
	if err := rule.DecodeAs(schemeSchema, data, &s); err != nil {
		return Scheme{}, err
	}
	if err := s.Validate(); err != nil {
		return Scheme{}, err
	}
	return s, nil
}
