package name

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// shape gives characters that differ in shape only one shape.
func shape(c rune) rune {
	switch c {
	case '〔', '【', '〖', '[', '{':
		return '('
	case '〕', '】', '〗', ']', '}':
		return ')'
	case '“', '”', '„', '‟', '「', '」', '『', '』', '〝', '〞':
		return '"'
	case '‘', '’', '‚', '‛':
		return '\''
	case '•', '‧', '∙', '⋅', '・', '●':
		return '·'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	return c
}

// Fold returns a name in the one form in which names are compared: wide letters
// and digits narrow, letters small, brackets, quotation marks, dots and dashes
// of one shape each, invisible characters gone, blanks gone but for one between
// two words of letters or digits. Fold(Fold(s)) is Fold(s).
func Fold(s string) string {
	if plain(s) {
		return s
	}
	// What a step brings together may change shape again: a mark behind a blank
	// joins the letter before it. It is soon over, since nothing grows back.
	for range longestFold {
		folded := fold(s)
		if folded == s {
			break
		}
		s = folded
	}
	return s
}

const longestFold = 16

// fold is one step of Fold.
func fold(s string) string {
	s = strings.ToLower(norm.NFKC.String(strings.Map(shape, norm.NFKC.String(strings.Map(visible, s)))))
	s = norm.NFKC.String(s)
	var b strings.Builder
	b.Grow(len(s))
	blank, before := false, rune(0)
	for _, c := range s {
		if unicode.IsSpace(c) {
			blank = true
			continue
		}
		if blank && word(before) && word(c) {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
		blank, before = false, c
	}
	return b.String()
}

// plain tells whether a name is Chinese characters and nothing else, which
// stand as they are.
func plain(s string) bool {
	for _, c := range s {
		if c < 0x4e00 || c > 0x9fff {
			return false
		}
	}
	return true
}

// visible drops characters that do not show; control characters that divide
// are blanks.
func visible(c rune) rune {
	switch {
	case unicode.IsSpace(c):
		return ' '
	case unicode.In(c, unicode.Cf, unicode.Cc, unicode.Variation_Selector):
		return -1
	}
	return c
}

// word tells whether a character is part of a word that blanks divide.
func word(c rune) bool {
	return (unicode.IsLetter(c) || unicode.IsDigit(c)) && !unicode.Is(unicode.Han, c)
}

// Same tells whether two names are the same once folded.
func Same(a, b string) bool { return Fold(a) == Fold(b) }

// Has tells whether a name contains what is searched for: both are folded, and
// only letters, digits and Chinese characters count, so that brackets, dots and
// blanks need not be typed. An empty search finds nothing.
func Has(name, search string) bool {
	wanted := strings.Map(counted, Fold(search))
	return wanted != "" && strings.Contains(strings.Map(counted, Fold(name)), wanted)
}

func counted(c rune) rune {
	if unicode.IsLetter(c) || unicode.IsDigit(c) {
		return c
	}
	return -1
}
