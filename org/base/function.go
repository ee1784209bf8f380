package base

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Function is what a base does for the organizations in it and around it.
type Function uint8

// The six functions of Zhenhai's base (report of 2015).
const (
	Incubation       Function = 1 + iota // until an organization stands by itself
	ProjectSupport                       // from design to result
	CapacityBuilding                     // courses, advice, accounts
	ResourceMatching                     // needs with offers
	Showcase                             // of what is new
	Practice                             // for volunteers and the public
)

var functions = rule.NewEnum[Function]("function of the base",
	rule.Named("incubation", "培育孵化", "incubation"),
	rule.Named("project-support", "项目支持", "project support"),
	rule.Named("capacity-building", "能力建设", "capacity building"),
	rule.Named("resource-matching", "资源对接", "resource matching"),
	rule.Named("showcase", "创新展示", "innovation showcase"),
	rule.Named("practice", "公益实践", "public-welfare practice"),
)

// Functions returns every function of the base.
func Functions() []Function { return functions.Values() }

// Valid tells whether the function of the base is stated.
func (f Function) Valid() bool { return functions.Valid(f) }

// String returns the stable text form.
func (f Function) String() string { return functions.Text(f) }

// Label returns the function of the base in the reader's language.
func (f Function) Label(tag language.Tag) string { return functions.Label(f, tag) }

// MarshalText writes the stable text form; a function of the base not stated is an error.
func (f Function) MarshalText() ([]byte, error) { return functions.Marshal(f) }

// UnmarshalText reads the stable text form; anything else is an error.
func (f *Function) UnmarshalText(text []byte) error { return functions.Unmarshal(f, text) }
