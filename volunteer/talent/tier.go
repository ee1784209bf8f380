package talent

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Tier is a rank of people who carry social organizations.
type Tier uint8

// The tiers, from the lowest.
const (
	Volunteer Tier = 1 + iota // 志愿者
	Staff                     // 专职工作人员: full-time staff
	Leader                    // 领军人才: leading talent
)

var tiers = rule.NewEnum[Tier]("tier",
	rule.Named("volunteer", "志愿者", "volunteer"),
	rule.Named("staff", "专职工作人员", "full-time staff"),
	rule.Named("leader", "领军人才", "leading talent"),
)

// Tiers returns every tier, from the lowest.
func Tiers() []Tier { return tiers.Values() }

// Valid tells whether the tier is stated.
func (t Tier) Valid() bool { return tiers.Valid(t) }

// String returns the stable text form.
func (t Tier) String() string { return tiers.Text(t) }

// Label returns the tier in the reader's language.
func (t Tier) Label(tag language.Tag) string { return tiers.Label(t, tag) }

// MarshalText writes the stable text form; a tier not stated is an error.
func (t Tier) MarshalText() ([]byte, error) { return tiers.Marshal(t) }

// UnmarshalText reads the stable text form; anything else is an error.
func (t *Tier) UnmarshalText(text []byte) error { return tiers.Unmarshal(t, text) }

// Field is what a course teaches.
type Field uint8

// The fields of training named in the district's plan.
const (
	PartyBuilding Field = 1 + iota // 两新党建: party building in new organizations
	ProjectDesign                  // 项目设计
	Finance                        // 财务管理
	StudyVisit                     // 学习考察
)

var fields = rule.NewEnum[Field]("field",
	rule.Named("party-building", "两新党建", "two-new party building"),
	rule.Named("project-design", "项目设计", "project design"),
	rule.Named("finance", "财务管理", "financial management"),
	rule.Named("study-visit", "学习考察", "study visit"),
)

// Fields returns every field.
func Fields() []Field { return fields.Values() }

// Valid tells whether the field is stated.
func (f Field) Valid() bool { return fields.Valid(f) }

// String returns the stable text form.
func (f Field) String() string { return fields.Text(f) }

// Label returns the field in the reader's language.
func (f Field) Label(tag language.Tag) string { return fields.Label(f, tag) }

// MarshalText writes the stable text form; a field not stated is an error.
func (f Field) MarshalText() ([]byte, error) { return fields.Marshal(f) }

// UnmarshalText reads the stable text form; anything else is an error.
func (f *Field) UnmarshalText(text []byte) error { return fields.Unmarshal(f, text) }
