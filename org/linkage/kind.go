package linkage

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Kind is what links two parties.
type Kind uint8

// The kinds, each between two parties of its own.
const (
	Hosts   Kind = 1 + iota // rooms, needs, residents
	Employs                 // or works with one on contract
	Serves                  // in a named place
)

var kinds = rule.NewEnum[Kind]("bond",
	rule.Named("hosts", "社区支持组织", "community hosts organization"),
	rule.Named("employs", "组织聘用社工", "organization employs social worker"),
	rule.Named("serves", "社工服务社区", "social worker serves community"),
)

// Kinds returns every bond.
func Kinds() []Kind { return kinds.Values() }

// Valid tells whether the bond is stated.
func (k Kind) Valid() bool { return kinds.Valid(k) }

// String returns the stable text form.
func (k Kind) String() string { return kinds.Text(k) }

// Label returns the bond in the reader's language.
func (k Kind) Label(tag language.Tag) string { return kinds.Label(k, tag) }

// MarshalText writes the stable text form; a bond not stated is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Marshal(k) }

// UnmarshalText reads the stable text form; anything else is an error.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }

// Parties returns the two parties that a bond of the kind links.
func (k Kind) Parties() (from, to Party) {
	switch k {
	case Hosts:
		return Community, Organization
	case Employs:
		return Organization, SocialWorker
	case Serves:
		return SocialWorker, Community
	}
	return 0, 0
}
