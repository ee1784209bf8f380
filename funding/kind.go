package funding

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Kind says whose money a source is.
type Kind uint8

// The kinds, in the order of the 1+3+X model, and then the fiscal money of
// levels above the district.
const (
	Lottery      Kind = 1 + iota // 福利彩票公益金: welfare-lottery public-welfare fund
	District                     // 区级财政补助: district fiscal subsidy
	Subdistrict                  // 镇(街道)财政补助: town or subdistrict fiscal subsidy
	Community                    // 村(社区)补助: village or community subsidy
	Enterprise                   // 企业资金: money of enterprises
	Organization                 // 社会组织资金: money of social organizations
	Foundation                   // 基金会资金: money of foundations
	Individual                   // 个人捐赠: gifts of individuals
	OtherSocial                  // 其他社会资金: other social money
	Central                      // 中央财政资金: central fiscal money
	Provincial                   // 省级财政资金: provincial fiscal money
	Municipal                    // 市级财政资金: fiscal money of the city
)

var kinds = rule.NewEnum[Kind]("source kind",
	rule.Named("lottery", "福利彩票公益金", "welfare-lottery public-welfare fund"),
	rule.Named("district", "区级财政补助", "district fiscal subsidy"),
	rule.Named("subdistrict", "镇(街道)财政补助", "subdistrict fiscal subsidy"),
	rule.Named("community", "村(社区)补助", "community subsidy"),
	rule.Named("enterprise", "企业资金", "enterprise money"),
	rule.Named("organization", "社会组织资金", "social organizations' money"),
	rule.Named("foundation", "基金会资金", "foundation money"),
	rule.Named("individual", "个人捐赠", "individual gifts"),
	rule.Named("other-social", "其他社会资金", "other social money"),
	rule.Named("central", "中央财政资金", "central fiscal money"),
	rule.Named("provincial", "省级财政资金", "provincial fiscal money"),
	rule.Named("municipal", "市级财政资金", "municipal fiscal money"),
)

// Kinds returns every kind.
func Kinds() []Kind { return kinds.Values() }

// Valid tells whether the kind is stated.
func (k Kind) Valid() bool { return kinds.Valid(k) }

// String returns the stable text form.
func (k Kind) String() string { return kinds.Text(k) }

// Label returns the kind in the reader's language.
func (k Kind) Label(tag language.Tag) string { return kinds.Label(k, tag) }

// MarshalText writes the stable text form; a kind not stated is an error.
func (k Kind) MarshalText() ([]byte, error) { return kinds.Marshal(k) }

// UnmarshalText reads the stable text form; anything else is an error.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Unmarshal(k, text) }

// Part returns the kind's part in the 1+3+X model. Fiscal money from above the
// district counts with the fiscal tiers.
func (k Kind) Part() Part {
	switch {
	case k == Lottery:
		return PartOne
	case k.Level().Valid() || k == Central:
		return PartThree
	case k.Valid():
		return PartX
	}
	return 0
}

// Level returns the level of territory whose fiscal money the kind is, zero
// for the state's and for money that is not fiscal.
func (k Kind) Level() org.Level {
	switch k {
	case District:
		return org.District
	case Subdistrict:
		return org.Town
	case Community:
		return org.Village
	case Provincial:
		return org.Province
	case Municipal:
		return org.City
	}
	return 0
}

// Part is one of the three parts of the "1+3+X" input model.
type Part uint8

// The parts.
const (
	PartOne   Part = 1 + iota // "1": the lottery fund
	PartThree                 // "3": three tiers of fiscal subsidy
	PartX                     // "X": social money, 社会多元资金
)

var parts = rule.NewEnum[Part]("part",
	rule.Named("1", "“1”福利彩票公益金", `"1" lottery fund`),
	rule.Named("3", "“3”三级财政补助", `"3" fiscal tiers`),
	rule.Named("X", "“X”社会多元资金", `"X" social money`),
)

// Parts returns every part.
func Parts() []Part { return parts.Values() }

// Valid tells whether the part is stated.
func (p Part) Valid() bool { return parts.Valid(p) }

// String returns the stable text form: 1, 3 or X.
func (p Part) String() string { return parts.Text(p) }

// Label returns the part in the reader's language.
func (p Part) Label(tag language.Tag) string { return parts.Label(p, tag) }

// MarshalText writes the stable text form; a part not stated is an error.
func (p Part) MarshalText() ([]byte, error) { return parts.Marshal(p) }

// UnmarshalText reads the stable text form; anything else is an error.
func (p *Part) UnmarshalText(text []byte) error { return parts.Unmarshal(p, text) }
