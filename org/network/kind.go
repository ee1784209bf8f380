package network

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Kind is what a node of the network is.
type Kind uint8

// The kinds.
const (
	Federation Kind = 1 + iota // of the organizations of a place, through which they govern themselves
	Centre                     // of a district, town or subdistrict
	Station                    // of a village or community
	Hub                        // cultivates the organizations of its sectors (枢纽型社会组织)
)

var kinds = rule.NewEnum[Kind]("kind of node",
	rule.Named("federation", "联合会(促进会)", "federation"),
	rule.Named("centre", "服务中心", "service centre"),
	rule.Named("station", "服务站", "service station"),
	rule.Named("hub", "行业枢纽", "sector hub"),
)

// Kinds returns every kind of node.
func Kinds() []Kind { return kinds.Values() }

// Valid tells whether the kind of node is stated.
func (k Kind) Valid() bool { return kinds.Valid(k) }

// String returns the stable text form.
func (k Kind) String() string { return kinds.Text(k) }

// Label returns the kind of node in the reader's language.
func (k Kind) Label(tag language.Tag) string { return kinds.Label(k, tag) }

// MarshalText writes the stable text form; a kind of node not stated is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Marshal(k) }

// UnmarshalText reads the stable text form; anything else is an error.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }
