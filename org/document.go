package org

import "github.com/sancheng-go/sancheng/org/rule"

// RegistrySchema names the document that a registry is kept in.
const RegistrySchema = "registry/1"

// Encode writes the registry as a JSON document of [RegistrySchema]: its
// events, by organization and then in order.
func (r Registry) Encode() ([]byte, error) {
	return rule.Encode(RegistrySchema, struct {
		Events []Event `json:"events"`
	}{r.Events()})
}

// DecodeRegistry reads a document that Encode wrote, or one with the events in
// any order, strictly: see [rule.DecodeAs] and [Replay].
func DecodeRegistry(data []byte) (Registry, error) {
	var doc struct {
		Events []Event `json:"events"`
	}
	if err := rule.DecodeAs(RegistrySchema, data, &doc); err != nil {
		return Registry{}, err
	}
	r, err := Replay(doc.Events)
	if err != nil {
		var found rule.Problems
		found.Nest("events", err)
		return Registry{}, found.Err()
	}
	return r, nil
}
