package org_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestParseUSCC(t *testing.T) {
	t.Parallel()
	// Codes of enterprises in print.
	for _, s := range []string{"91350100M000100Y43", "91110000802100433B", "91440300708461136T"} {
		c, err := org.ParseUSCC(s)
		require.NoError(t, err, s)
		_, ok := c.Kind()
		assert.False(t, ok)
	}
	good, err := org.ComposeUSCC("51", "330211", "50001234")
	require.NoError(t, err)
	assert.Len(t, good.String(), 18)
	again, err := org.ParseUSCC(good.String())
	require.NoError(t, err)
	assert.Equal(t, good, again)
	assert.Equal(t, "330211", good.Division())
	assert.Equal(t, byte('5'), good.Authority())
	assert.Equal(t, byte('1'), good.Category())
	assert.Equal(t, "50001234", good.Body()[:8])
}

func TestUSCCKind(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		pair string
		kind org.Kind
		ok   bool
	}{
		{"51", org.SocialGroup, true},
		{"52", org.PrivateNonEnterprise, true},
		{"53", 0, false},
		{"59", 0, false},
		{"91", 0, false},
		{"Y1", 0, false},
		{"N2", 0, false},
		{"A9", 0, false},
		{"35", 0, false},
	} {
		code, err := org.ComposeUSCC(c.pair, "330211", "MA281XYT")
		require.NoError(t, err, c.pair)
		kind, ok := code.Kind()
		assert.Equal(t, c.kind, kind)
		assert.Equal(t, c.ok, ok)
	}
	_, ok := org.USCC{}.Kind()
	assert.False(t, ok)
}

// Each fault alone, in a code that is right but for it.
func TestUSCCSingleFaults(t *testing.T) {
	t.Parallel()
	good, err := org.ComposeUSCC("51", "330211", "50001234")
	require.NoError(t, err)
	s := good.String()
	wrong := func(c byte) string {
		if c == '1' {
			return "2"
		}
		return "1"
	}
	badBody := s[:16] + wrong(s[16])
	for _, c := range []struct {
		name, in string
		code     rule.Code
	}{
		{"short", s[:17], org.USCCLength},
		{"long", s + "0", org.USCCLength},
		{"empty", "", org.USCCLength},
		{"letter I", s[:9] + "I" + s[10:], org.USCCCharacter},
		{"lower case", "51330211ma281xyt00", org.USCCCharacter},
		{"check", s[:17] + wrong(s[17]), org.USCCCheck},
		{"body check", badBody + checkOf(badBody), org.USCCBodyCheck},
	} {
		_, err := org.ParseUSCC(c.in)
		require.Error(t, err, c.name)
		for _, p := range rule.ProblemsOf(err) {
			assert.Equal(t, c.code, p.Code, "%s: %v", c.name, err)
		}
	}
	_, err = org.ComposeUSCC("54", "330211", "50001234")
	assert.ErrorIs(t, err, org.USCCCategory)
	assert.Len(t, rule.ProblemsOf(err), 1)
	_, err = org.ComposeUSCC("51", "33021A", "50001234")
	assert.ErrorIs(t, err, org.USCCDivision)
	assert.Len(t, rule.ProblemsOf(err), 1)

	// The message names the character that would be right.
	_, err = org.ParseUSCC(s[:17] + wrong(s[17]))
	assert.ErrorContains(t, err, "should be \""+s[17:]+"\"")
}

// Several faults at once: each is told, as far as the rest lets it be told.
func TestUSCCEveryFaultAtOnce(t *testing.T) {
	t.Parallel()
	good, err := org.ComposeUSCC("51", "330211", "50001234")
	require.NoError(t, err)
	s := good.String()
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"pair and division", "54" + "33021A" + s[8:17] + "0", []string{" uscc.category", " uscc.check", " uscc.division"}},
		{"a bad letter in the division hides the division, not the body", "51" + "33O21A" + s[8:16] + "Y" + "0", []string{" uscc.body-check", " uscc.character"}},
		{"bad check characters do not hide what they should be", s[:16] + "Z" + "O", []string{" uscc.body-check", " uscc.character", " uscc.character"}},
		{"only the last is bad", s[:17] + "o", []string{" uscc.character", " uscc.check"}},
		{"short and foreign", "5I330211中", []string{" uscc.character", " uscc.character", " uscc.length"}},
		{"wide digits", "５１" + s[2:], []string{" uscc.character", " uscc.character"}},
	} {
		_, err := org.ParseUSCC(c.in)
		assert.ElementsMatch(t, c.want, codes(err), "%s: %v", c.name, err)
	}
	_, err = org.ParseUSCC(s[:17] + "o")
	assert.ErrorContains(t, err, "should be \""+s[17:]+"\"")
	_, err = org.ParseUSCC("5I330211中")
	assert.ErrorContains(t, err, "\"中\" at place 9")
}

// Every pair there is has its names, as the standard has them.
func TestUSCCRegistered(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	for _, a := range "123456789ANY" {
		for _, c := range "123459" {
			code, err := org.ComposeUSCC(string(a)+string(c), "330211", "50001234")
			if err != nil {
				continue
			}
			department, category := code.Registered()
			assert.NotEmpty(t, department.ZH)
			assert.NotEmpty(t, department.EN)
			assert.NotEmpty(t, category.EN, code.String())
			assert.NotContains(t, category.ZH, "|")
			assert.Equal(t, c == '9' || a == 'Y', category.ZH == "其他", "%c%c %s", a, c, category.ZH)
			names[department.ZH+category.ZH] = true
			if kind, ok := code.Kind(); ok {
				assert.Equal(t, kind.Label(language.Chinese), category.ZH)
				assert.Equal(t, "民政", department.ZH)
			}
		}
	}
	assert.Len(t, names, 36)
	department, category := org.USCC{}.Registered()
	assert.Empty(t, department.ZH+category.ZH)
}

// A code typed from paper: every fault, and what was meant.
func ExampleMendUSCC() {
	_, err := org.ParseUSCC("5I330211500012345X")
	fmt.Println(err)
	if code, ok := org.MendUSCC("5I330211500012345X"); ok {
		department, category := code.Registered()
		fmt.Println(code, department.EN, "|", category.EN, "|", code.Division(), code.Body(), string(code.Check()))
	}
	// Output:
	// credit code "5I330211500012345X": the organization code (places 9 to 17) should end in "X", not "5"
	// credit code "5I330211500012345X": "I" at place 2 is not in the alphabet (digits and capital letters without I, O, S, V, Z)
	// 5133021150001234XE civil affairs | social group | 330211 50001234X E
}

func TestMendUSCC(t *testing.T) {
	t.Parallel()
	good, err := org.ComposeUSCC("52", "330211", "7X1A0B1C")
	require.NoError(t, err)
	s := good.String()
	for _, in := range []string{s, "５２-330211 7x1aob1c" + s[16:], "52 330211 7XIA0BIC 00", s[:16] + "??"} {
		mended, ok := org.MendUSCC(in)
		require.True(t, ok, in)
		assert.Equal(t, good, mended, in)
	}
	for _, in := range []string{"", s[:17], s + "0", "54" + s[2:], "5233021A" + s[8:], "中" + s[1:], s[:8] + "?" + s[9:]} {
		_, ok := org.MendUSCC(in)
		assert.False(t, ok, in)
	}
}

// checkOf computes the check character of GB 32100 the slow way.
func checkOf(s string) string {
	const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	sum := 0
	for i, c := range []byte(s) {
		weight := 1
		for range i {
			weight = weight * 3 % 31
		}
		for v := range len(alphabet) {
			if alphabet[v] == c {
				sum += v * weight
			}
		}
	}
	return string(alphabet[(31-sum%31)%31])
}

// Every single change of a character is noticed.
func TestUSCCNoticesEveryChange(t *testing.T) {
	t.Parallel()
	good, err := org.ComposeUSCC("52", "330211", "7X1A9B3C")
	require.NoError(t, err)
	s := good.String()
	for i := range len(s) {
		for _, c := range "0123456789ABCDEFGHJKLMNPQRTUWXY" {
			if byte(c) == s[i] {
				continue
			}
			_, err := org.ParseUSCC(s[:i] + string(c) + s[i+1:])
			require.Error(t, err, "place %d, %c", i+1, c)
		}
	}
}

func FuzzParseUSCC(f *testing.F) {
	f.Add("51330211500012345X")
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		c, err := org.ParseUSCC(s)
		if err != nil {
			assert.True(t, c.IsZero())
			assert.NotEmpty(t, rule.ProblemsOf(err))
			if mended, ok := org.MendUSCC(s); ok {
				again, err := org.ParseUSCC(mended.String())
				require.NoError(t, err)
				assert.Equal(t, mended, again)
			}
			return
		}
		assert.Equal(t, s, c.String())
		assert.Equal(t, checkOf(s[:17]), s[17:])
	})
}

func FuzzParseTerritory(f *testing.F) {
	f.Add("330211")
	f.Add("441900003")
	f.Fuzz(func(t *testing.T, s string) {
		place, err := org.ParseTerritory(s)
		if err != nil {
			assert.True(t, place.IsZero())
			return
		}
		again, err := org.ParseTerritory(place.String())
		require.NoError(t, err)
		assert.Equal(t, place, again)
		assert.True(t, place.Contains(place))
		for up, ok := place.Parent(); ok; up, ok = up.Parent() {
			assert.True(t, up.Contains(place))
			assert.Less(t, up.Level(), place.Level())
			assert.Negative(t, up.Compare(place))
		}
	})
}
