package main

import (
	_ "embed"

	"github.com/sancheng-go/sancheng/org/rule"
)

// document is a report's statements with their figures. The one of 2015 is
// embedded; -document replays another version of it.
type document struct {
	Source     rule.Source `json:"source"`
	AsOf       rule.Date   `json:"as_of"`
	Statements []statement `json:"statements"`
}

// statement is one numbered sentence and the figures in it.
type statement struct {
	ID      string                 `json:"id"`
	Words   rule.Text              `json:"words"`
	Figures map[string]rule.Figure `json:"figures"`
}

//go:embed document.json
var embedded []byte

const schema = "replay/1"

func readDocument(data []byte) (document, error) {
	var d document
	if err := rule.DecodeAs(schema, data, &d); err != nil {
		return document{}, err
	}
	return d, nil
}
