package org

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Sector is the field an organization works in, by the classification that
// civil affairs statistics use for social organizations (社会组织分类).
type Sector uint8

// The fourteen sectors.
const (
	Research Sector = 1 + iota
	Education
	Health
	SocialService
	Culture
	Sport
	Environment
	Law
	Business // industry associations, chambers
	Religion
	Rural
	Profession
	International
	OtherSector
)

var sectors = rule.NewEnum[Sector]("sector",
	rule.Named("research", "科学研究", "scientific research"),
	rule.Named("education", "教育", "education"),
	rule.Named("health", "卫生", "health"),
	rule.Named("social-service", "社会服务", "social service"),
	rule.Named("culture", "文化", "culture"),
	rule.Named("sport", "体育", "sport"),
	rule.Named("environment", "生态环境", "environment"),
	rule.Named("law", "法律", "law"),
	rule.Named("business", "工商业服务", "business service"),
	rule.Named("religion", "宗教", "religion"),
	rule.Named("rural", "农业及农村发展", "agriculture and rural development"),
	rule.Named("profession", "职业及从业者组织", "professions and practitioners"),
	rule.Named("international", "国际及涉外组织", "international"),
	rule.Named("other", "其他", "other"),
)

// Sectors returns every sector.
func Sectors() []Sector { return sectors.Values() }

// Valid tells whether the sector is stated.
func (s Sector) Valid() bool { return sectors.Valid(s) }

// String returns the stable text form.
func (s Sector) String() string { return sectors.Text(s) }

// Label returns the sector in the reader's language.
func (s Sector) Label(tag language.Tag) string { return sectors.Label(s, tag) }

// MarshalText writes the stable text form; a sector not stated is an error.
func (s Sector) MarshalText() ([]byte, error) { return sectors.Marshal(s) }

// UnmarshalText reads the stable text form; anything else is an error.
func (s *Sector) UnmarshalText(text []byte) error { return sectors.Unmarshal(s, text) }
