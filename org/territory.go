package org

import (
	"cmp"
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Territory is an administrative division (行政区划) by its code: a province,
// city, district, town or subdistrict, village or community. Codes nest: 33 is
// Zhejiang, 3302 Ningbo, 330211 Zhenhai, 330211001 one of its subdistricts. A
// Territory is comparable with ==; the zero value is not stated.
type Territory struct {
	code uint64 // filled with zeros to 12 digits; 0 is not stated
}

// unit is what the last digit of a code of that level is worth.
func (l Level) unit() uint64 {
	return [...]uint64{1: 1e10, 2: 1e8, 3: 1e6, 4: 1e3, 5: 1}[l]
}

// ParseTerritory reads a code of 2, 4, 6, 9 or 12 digits. Groups of zeros at
// the end say nothing: 330200 is 3302. A code may leave out a level between,
// as 441900003 does, a town of a city without districts. Anything else, and a
// code that begins with 0, is a [rule.Problem] with code [TerritorySyntax].
func ParseTerritory(s string) (Territory, error) {
	bad := func() (Territory, error) {
		return Territory{}, problems.Problem("", TerritorySyntax, rule.With("value", rule.Quoted(s)))
	}
	switch len(s) {
	case 2, 4, 6, 9, 12:
	default:
		return bad()
	}
	var code uint64
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return bad()
		}
		code = code*10 + uint64(c-'0')
	}
	for range 12 - len(s) {
		code *= 10
	}
	if s[0] == '0' { // the great regions are numbered from 1 (GB/T 2260)
		return bad()
	}
	return Territory{code}, nil
}

// Area is [ParseTerritory] for literals: it panics on a text that is no code,
// as an index outside a slice does.
func Area(s string) Territory {
	t, err := ParseTerritory(s)
	if err != nil {
		panic(err)
	}
	return t
}

// IsZero tells whether the territory is not stated.
func (t Territory) IsZero() bool { return t.code == 0 }

// Level returns the level of the division, zero if it is not stated.
func (t Territory) Level() Level {
	if t.IsZero() {
		return 0
	}
	level := Village
	for level > Province && t.code%(level-1).unit() == 0 {
		level--
	}
	return level
}

// At returns the division of that level which t is or lies in. It is false if
// t lies above the level or its code leaves the level out.
func (t Territory) At(level Level) (Territory, bool) {
	if t.IsZero() || !level.Valid() {
		return Territory{}, false
	}
	up := Territory{t.code - t.code%level.unit()}
	if up.Level() != level {
		return Territory{}, false
	}
	return up, true
}

// Parent returns the division that t lies in; false for a province.
func (t Territory) Parent() (Territory, bool) {
	level := t.Level()
	if level <= Province {
		return Territory{}, false
	}
	return Territory{t.code - t.code%(level-1).unit()}, true
}

// Contains tells whether u is t or lies in it. A territory not stated contains
// nothing and lies nowhere.
func (t Territory) Contains(u Territory) bool {
	level := t.Level()
	return level.Valid() && u.code-u.code%level.unit() == t.code
}

// Compare orders territories by code, each division before those in it: -1, 0
// or 1. A territory not stated comes first.
func (t Territory) Compare(u Territory) int { return cmp.Compare(t.code, u.code) }

// String returns the code with the digits of its level, 330211 for a district;
// the empty string for a territory not stated.
func (t Territory) String() string {
	if t.IsZero() {
		return ""
	}
	digits := strconv.FormatUint(t.code, 10)
	return digits[:[...]int{1: 2, 2: 4, 3: 6, 4: 9, 5: 12}[t.Level()]]
}

// MarshalText writes the territory as String does.
func (t Territory) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what [ParseTerritory] reads; the empty string is a
// territory not stated. On an error the territory stays as it was.
func (t *Territory) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*t = Territory{}
		return nil
	}
	parsed, err := ParseTerritory(string(text))
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}
