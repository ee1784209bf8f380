package post

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Role is what a person is in an organization.
type Role uint8

// The roles. The first four are leading posts (领导职务).
const (
	Chair Role = 1 + iota
	ViceChair
	SecretaryGeneral
	BranchHead // of a branch or office
	StandingDirector
	Director
	Supervisor
	Honorary
	Adviser
)

var roles = rule.NewEnum[Role]("role",
	rule.Named("chair", "会长(理事长)", "chair"),
	rule.Named("vice-chair", "副会长(副理事长)", "vice-chair"),
	rule.Named("secretary-general", "秘书长", "secretary-general"),
	rule.Named("branch-head", "分支机构负责人", "head of a branch"),
	rule.Named("standing-director", "常务理事", "standing director"),
	rule.Named("director", "理事", "director"),
	rule.Named("supervisor", "监事", "supervisor"),
	rule.Named("honorary", "名誉职务", "honorary post"),
	rule.Named("adviser", "顾问", "adviser"),
)

// Roles returns every role.
func Roles() []Role { return roles.Values() }

// Leading tells whether the role is a leading post.
func (r Role) Leading() bool { return r >= Chair && r <= BranchHead }

// Valid tells whether the role is stated.
func (r Role) Valid() bool { return roles.Valid(r) }

// String returns the stable text form.
func (r Role) String() string { return roles.Text(r) }

// Label returns the role in the reader's language.
func (r Role) Label(tag language.Tag) string { return roles.Label(r, tag) }

// MarshalText writes the stable text form; a role not stated is an error.
func (r Role) MarshalText() ([]byte, error) { return roles.Marshal(r) }

// UnmarshalText reads the stable text form; anything else is an error.
func (r *Role) UnmarshalText(text []byte) error { return roles.Unmarshal(r, text) }
