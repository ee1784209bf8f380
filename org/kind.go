package org

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Kind is the legal form of a social organization (社会组织). Whether an
// organization is registered or filed is another fact: see [State].
type Kind uint8

// The three legal forms.
const (
	SocialGroup          Kind = 1 + iota // 社会团体
	PrivateNonEnterprise                 // 民办非企业单位
	Foundation                           // 基金会
)

var kinds = rule.NewEnum[Kind]("kind",
	rule.Named("social-group", "社会团体", "social group"),
	rule.Named("private-non-enterprise", "民办非企业单位", "private non-enterprise unit"),
	rule.Named("foundation", "基金会", "foundation"),
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
