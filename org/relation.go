package org

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Relation is what an organization is to the one named as its parent.
type Relation uint8

// The relations.
const (
	Branch Relation = 1 + iota // a part of the parent, never a legal person itself
	Member                     // a member of a federation (联合会)
	Guided                     // looked after by a hub organization (枢纽型社会组织)
)

var relations = rule.NewEnum[Relation]("relation",
	rule.Named("branch", "分支机构", "branch"),
	rule.Named("member", "成员", "member"),
	rule.Named("guided", "受枢纽指导", "guided"),
)

// Relations returns every relation.
func Relations() []Relation { return relations.Values() }

// Valid tells whether the relation is stated.
func (r Relation) Valid() bool { return relations.Valid(r) }

// String returns the stable text form.
func (r Relation) String() string { return relations.Text(r) }

// Label returns the relation in the reader's language.
func (r Relation) Label(tag language.Tag) string { return relations.Label(r, tag) }

// MarshalText writes the stable text form; a relation not stated is an error.
func (r Relation) MarshalText() ([]byte, error) { return relations.Marshal(r) }

// UnmarshalText reads the stable text form; anything else is an error.
func (r *Relation) UnmarshalText(text []byte) error { return relations.Unmarshal(r, text) }
