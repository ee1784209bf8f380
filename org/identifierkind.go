package org

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// IdentifierKind says which list an [Identifier] stands in.
type IdentifierKind uint8

// The kinds of identifier.
const (
	CreditCode        IdentifierKind = 1 + iota // see [USCC]; since 2015-10-01
	CertificateNumber                           // on certificates before the credit code
	OrganizationCode                            // nine characters by GB 11714, before the credit code
	FilingNumber                                // of a filed organization
)

var identifierKinds = rule.NewEnum[IdentifierKind]("identifier kind",
	rule.Named("credit-code", "统一社会信用代码", "unified social credit code"),
	rule.Named("certificate-number", "登记证号", "registration certificate number"),
	rule.Named("organization-code", "组织机构代码", "organization code"),
	rule.Named("filing-number", "备案号", "filing number"),
)

// IdentifierKinds returns every identifier kind.
func IdentifierKinds() []IdentifierKind { return identifierKinds.Values() }

// Valid tells whether the identifier kind is stated.
func (k IdentifierKind) Valid() bool { return identifierKinds.Valid(k) }

// LegalPerson tells whether only legal persons bear such an identifier.
func (k IdentifierKind) LegalPerson() bool { return k.Valid() && k != FilingNumber }

// String returns the stable text form.
func (k IdentifierKind) String() string { return identifierKinds.Text(k) }

// Label returns the identifier kind in the reader's language.
func (k IdentifierKind) Label(tag language.Tag) string { return identifierKinds.Label(k, tag) }

// MarshalText writes the stable text form; a identifier kind not stated is an error.
func (k IdentifierKind) MarshalText() ([]byte, error) { return identifierKinds.Marshal(k) }

// UnmarshalText reads the stable text form; anything else is an error.
func (k *IdentifierKind) UnmarshalText(text []byte) error { return identifierKinds.Unmarshal(k, text) }
