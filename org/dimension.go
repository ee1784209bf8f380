package org

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Dimension is something that a census counts apart by.
type Dimension uint8

// The dimensions.
const (
	ByKind Dimension = 1 + iota
	ByState
	ByTrack
	BySector
	ByLevel     // of the organization's territory
	ByYear      // in which the organization was first there
	ByTerritory // as recorded
	ByDistrict  // that the territory is or lies in
	ByTown      // that the territory is or lies in
	ByVillage   // that the territory is or lies in
)

var dimensions = rule.NewEnum[Dimension]("dimension",
	rule.Named("kind", "法律形式", "legal form"),
	rule.Named("state", "登记状态", "state"),
	rule.Named("track", "登记途径", "track"),
	rule.Named("sector", "行业", "sector"),
	rule.Named("level", "层级", "level"),
	rule.Named("year", "成立年份", "year"),
	rule.Named("territory", "区划", "territory"),
	rule.Named("district", "区(县)", "district (county)"),
	rule.Named("town", "镇(街道)", "town (subdistrict)"),
	rule.Named("village", "村(社区)", "village (community)"),
)

// Dimensions returns every dimension.
func Dimensions() []Dimension { return dimensions.Values() }

// Valid tells whether the dimension is stated.
func (d Dimension) Valid() bool { return dimensions.Valid(d) }

// String returns the stable text form.
func (d Dimension) String() string { return dimensions.Text(d) }

// Label returns the dimension in the reader's language.
func (d Dimension) Label(tag language.Tag) string { return dimensions.Label(d, tag) }

// MarshalText writes the stable text form; a dimension not stated is an error.
func (d Dimension) MarshalText() ([]byte, error) { return dimensions.Marshal(d) }

// UnmarshalText reads the stable text form; anything else is an error.
func (d *Dimension) UnmarshalText(text []byte) error { return dimensions.Unmarshal(d, text) }
