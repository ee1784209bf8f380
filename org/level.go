package org

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Level is a level of administration, from the province down to the village or
// community. Lower levels have higher numbers.
type Level uint8

// The five levels of administrative division codes.
const (
	Province Level = 1 + iota // 省、自治区、直辖市: 2 digits
	City                      // 市, of a prefecture: 4 digits
	District                  // 区、县、县级市: 6 digits
	Town                      // 镇(街道), town or subdistrict: 9 digits
	Village                   // 村(社区), village or community: 12 digits
)

var levels = rule.NewEnum[Level]("level",
	rule.Named("province", "省", "province"),
	rule.Named("city", "市", "city"),
	rule.Named("district", "区(县)", "district (county)"),
	rule.Named("town", "镇(街道)", "town (subdistrict)"),
	rule.Named("village", "村(社区)", "village (community)"),
)

// Levels returns every level, the highest first.
func Levels() []Level { return levels.Values() }

// Valid tells whether the level is stated.
func (l Level) Valid() bool { return levels.Valid(l) }

// String returns the stable text form.
func (l Level) String() string { return levels.Text(l) }

// Label returns the level in the reader's language.
func (l Level) Label(tag language.Tag) string { return levels.Label(l, tag) }

// MarshalText writes the stable text form; a level not stated is an error.
func (l Level) MarshalText() ([]byte, error) { return levels.Marshal(l) }

// UnmarshalText reads the stable text form; anything else is an error.
func (l *Level) UnmarshalText(text []byte) error { return levels.Unmarshal(l, text) }
