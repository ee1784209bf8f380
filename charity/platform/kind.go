package platform

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Resource is what is needed or offered.
type Resource uint8

// The five resources and what they are counted in.
const (
	Money  Resource = 1 + iota // 资金, in fen
	Goods                      // 物资, in pieces
	Places                     // 场地, in uses
	Skills                     // 技能, in sessions
	Time                       // 时间, in hours
)

var resources = rule.NewEnum[Resource]("resource",
	rule.Named("money", "资金", "money"),
	rule.Named("goods", "物资", "goods"),
	rule.Named("places", "场地", "places"),
	rule.Named("skills", "技能", "skills"),
	rule.Named("time", "时间", "time"),
)

// Resources returns every resource.
func Resources() []Resource { return resources.Values() }

// Valid tells whether the resource is stated.
func (r Resource) Valid() bool { return resources.Valid(r) }

// String returns the stable text form.
func (r Resource) String() string { return resources.Text(r) }

// Label returns the resource in the reader's language.
func (r Resource) Label(tag language.Tag) string { return resources.Label(r, tag) }

// MarshalText writes the stable text form; a resource not stated is an error.
func (r Resource) MarshalText() ([]byte, error) { return resources.Marshal(r) }

// UnmarshalText reads the stable text form; anything else is an error.
func (r *Resource) UnmarshalText(text []byte) error { return resources.Unmarshal(r, text) }

// Party is who takes part: “组织、政府、企业、志愿者、群众”.
type Party uint8

// The parties.
const (
	Organization Party = 1 + iota // 社会组织
	Government                    // 政府部门
	Enterprise                    // 企业
	Volunteer                     // 志愿者
	Citizen                       // 群众
)

var parties = rule.NewEnum[Party]("party",
	rule.Named("organization", "社会组织", "social organization"),
	rule.Named("government", "政府", "government"),
	rule.Named("enterprise", "企业", "enterprise"),
	rule.Named("volunteer", "志愿者", "volunteer"),
	rule.Named("citizen", "群众", "citizen"),
)

// Parties returns every party.
func Parties() []Party { return parties.Values() }

// Valid tells whether the party is stated.
func (p Party) Valid() bool { return parties.Valid(p) }

// String returns the stable text form.
func (p Party) String() string { return parties.Text(p) }

// Label returns the party in the reader's language.
func (p Party) Label(tag language.Tag) string { return parties.Label(p, tag) }

// MarshalText writes the stable text form; a party not stated is an error.
func (p Party) MarshalText() ([]byte, error) { return parties.Marshal(p) }

// UnmarshalText reads the stable text form; anything else is an error.
func (p *Party) UnmarshalText(text []byte) error { return parties.Unmarshal(p, text) }

// Objective is what the best assignment is best in.
type Objective uint8

// The objectives.
const (
	GreatestValue Objective = 1 + iota // 总价值最大
	MostMet                            // 满足最多, 其次价值最大
)

var objectives = rule.NewEnum[Objective]("objective",
	rule.Named("greatest-value", "总价值最大", "greatest value"),
	rule.Named("most-met", "满足数量最多,其次价值最大", "most met, then greatest value"),
)

// Objectives returns every objective.
func Objectives() []Objective { return objectives.Values() }

// Valid tells whether the objective is stated.
func (o Objective) Valid() bool { return objectives.Valid(o) }

// String returns the stable text form.
func (o Objective) String() string { return objectives.Text(o) }

// Label returns the objective in the reader's language.
func (o Objective) Label(tag language.Tag) string { return objectives.Label(o, tag) }

// MarshalText writes the stable text form; an objective not stated is an error.
func (o Objective) MarshalText() ([]byte, error) { return objectives.Marshal(o) }

// UnmarshalText reads the stable text form; anything else is an error.
func (o *Objective) UnmarshalText(text []byte) error { return objectives.Unmarshal(o, text) }
