package org

import (
	"strings"

	"golang.org/x/text/width"

	"github.com/sancheng-go/sancheng/org/rule"
)

// USCC is a unified social credit code (统一社会信用代码): 18 characters that say
// which authority gave it to what category of organization in which division,
// and that check themselves. Every USCC but the zero value, which is not
// stated, is valid. It is comparable with ==.
//
// Source: GB 32100-2015 法人和其他组织统一社会信用代码编码规则 and, for the body,
// GB 11714 全国组织机构代码编制规则.
type USCC struct {
	text [usccLen]byte
}

const (
	usccLen  = 18
	bodyFrom = 8  // 主体标识码, the organization code
	bodyTo   = 17 // its last character is its own check
)

// alphabet is the 31 characters of the code; a character's place is its value.
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// categories lists the categories of organization that each authority gives
// codes to (GB 32100-2015, table 2).
func categories(authority byte) string {
	switch authority {
	case '1', '5': // 机构编制, 民政
		return "1239"
	case '2', '4', '8', 'A': // 外交, 文化, 工会, 军委改革和编制
		return "19"
	case '3': // 司法行政
		return "123459"
	case '6', '7': // 旅游, 宗教
		return "129"
	case '9': // 工商
		return "123"
	case 'N': // 农业
		return "1239"
	case 'Y': // 其他
		return "1"
	}
	return ""
}

// ParseUSCC reads a code. Each fault is a [rule.Problem] of its own, and all
// of them come at once, as far as the rest lets them be told: a length other
// than 18 ([USCCLength]), a character outside the alphabet ([USCCCharacter],
// one for each place), an authority and category that do not go together
// ([USCCCategory]), a division that is not six digits ([USCCDivision]), a wrong
// check character of the organization code ([USCCBodyCheck]) or of the whole
// code ([USCCCheck]); the last two name the character that would be right.
// [MendUSCC] suggests the code that was meant.
func ParseUSCC(s string) (USCC, error) {
	if !isUSCC(s) {
		return USCC{}, diagnose(s).Err()
	}
	var c USCC
	copy(c.text[:], s)
	return c, nil
}

// isUSCC tells whether [diagnose] finds no fault.
func isUSCC(s string) bool {
	return len(s) == usccLen && !strings.ContainsFunc(s, foreign) && strings.Contains(categories(s[0]), s[1:2]) &&
		onlyDigits(s[2:bodyFrom]) &&
		bodyCheck(s[bodyFrom:bodyTo-1]) == s[bodyTo-1] && usccCheck(s[:bodyTo]) == s[bodyTo]
}

// foreign tells whether a character is outside the alphabet.
func foreign(c rune) bool { return c >= 0x80 || strings.IndexByte(alphabet, byte(c)) < 0 }

func onlyDigits(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return c < '0' || c > '9' })
}

// longestFaulty is how many characters of a text of another length are looked
// at one by one.
const longestFaulty = 2 * usccLen

// diagnose lists the faults of a code. A part that has a character outside the
// alphabet is not looked at as a whole, but for the check characters
// themselves: what they should be does not depend on them.
func diagnose(s string) rule.Problems {
	var found rule.Problems
	value := rule.With("value", rule.Quoted(s))
	place, bad := 0, [usccLen + 1]int{} // bad[i]: characters outside the alphabet before place i
	for _, c := range s {
		place++
		if place > longestFaulty {
			continue
		}
		if place <= usccLen {
			bad[place] = bad[place-1]
		}
		if !foreign(c) {
			continue
		}
		if place <= usccLen {
			bad[place]++
		}
		found.Add(problems.Problem("", USCCCharacter, value,
			rule.With("place", rule.Int(int64(place), 0)), rule.With("character", rule.Quoted(string(c)))))
	}
	if place != usccLen {
		found.Add(problems.Problem("", USCCLength, value, rule.With("length", rule.Int(int64(place), 0))))
		return found
	}
	right := func(from, to int) bool { return bad[from] == bad[to] }
	runes := []rune(s)
	part := func(from, to int) string { return string(runes[from:to]) }
	if right(0, 2) && !strings.Contains(categories(s[0]), s[1:2]) {
		found.Add(problems.Problem("", USCCCategory, value, rule.With("pair", rule.Word(s[:2]))))
	}
	if division := part(2, bodyFrom); right(2, bodyFrom) && !onlyDigits(division) {
		found.Add(problems.Problem("", USCCDivision, value, rule.With("division", rule.Word(division))))
	}
	check := func(code rule.Code, from, to int, want func(string) byte) {
		if !right(from, to) {
			return
		}
		if right, got := string(want(part(from, to))), part(to, to+1); right != got {
			found.Add(problems.Problem("", code, value, rule.With("found", rule.Quoted(got)), rule.With("want", rule.Word(right))))
		}
	}
	check(USCCBodyCheck, bodyFrom, bodyTo-1, bodyCheck)
	check(USCCCheck, 0, bodyTo, usccCheck)
	return found
}

// MendUSCC suggests the code that a faulty text was meant to be: blanks and
// hyphens left out, wide and small letters read as capitals, I, O, S and Z as
// the digits they are mistaken for (1, 0, 5 and 2; the alphabet leaves them out
// for that), and, where nothing else is wrong, both check characters as they
// should be. It is false where that makes no code. A suggestion is for people to
// hold against the certificate: a wrong check character says that some
// character is wrong, not which.
func MendUSCC(s string) (USCC, bool) {
	if len(s) > longestText {
		return USCC{}, false
	}
	read := make([]byte, 0, usccLen)
	for _, c := range strings.ToUpper(width.Narrow.String(s)) {
		switch c {
		case ' ', '-', '\t':
			continue
		case 'I':
			c = '1'
		case 'O':
			c = '0'
		case 'S':
			c = '5'
		case 'Z':
			c = '2'
		}
		if c >= 0x80 {
			return USCC{}, false
		}
		read = append(read, byte(c))
	}
	if len(read) != usccLen {
		return USCC{}, false
	}
	if code, err := ParseUSCC(string(read)); err == nil {
		return code, true
	}
	code, err := ComposeUSCC(string(read[:2]), string(read[2:bodyFrom]), string(read[bodyFrom:bodyTo-1]))
	return code, err == nil
}

// ComposeUSCC returns the code of an authority and category such as "51", a
// division of six digits, and an organization code of eight characters, with
// both check characters computed. Faulty parts are [rule.Problem]s as in
// [ParseUSCC].
func ComposeUSCC(pair, division, body string) (USCC, error) {
	s := pair + division + body
	if len(pair) != 2 || len(division) != 6 || len(body) != 8 {
		return USCC{}, problems.Problem("", USCCLength, rule.With("value", rule.Quoted(s)), rule.With("length", rule.Int(int64(len([]rune(s))), 0)))
	}
	s += string(bodyCheck(body))
	return ParseUSCC(s + string(usccCheck(s)))
}

// bodyCheck computes the check character of an organization code (GB 11714):
// digits count as themselves, letters from A as 10.
func bodyCheck(body string) byte {
	sum := 0
	for i, weight := range [...]int{3, 7, 9, 10, 5, 8, 4, 2} {
		value := int(body[i] - '0')
		if body[i] >= 'A' {
			value = int(body[i]-'A') + 10
		}
		sum += weight * value
	}
	return "0X987654321"[sum%11]
}

// usccCheck computes the check character of a code from the 17 before it.
// Characters outside the alphabet, which [ParseUSCC] reports, count as zero.
func usccCheck(s string) byte {
	sum, weight := 0, 1
	for i := range len(s) {
		sum += weight * max(0, strings.IndexByte(alphabet, s[i]))
		weight = weight * 3 % 31
	}
	return alphabet[(31-sum%31)%31]
}

// IsZero tells whether the code is not stated.
func (c USCC) IsZero() bool { return c == USCC{} }

// String returns the 18 characters, or the empty string for a code not stated.
func (c USCC) String() string {
	if c.IsZero() {
		return ""
	}
	return string(c.text[:])
}

// Authority returns the character of the registering department: '5' for
// civil affairs (民政).
func (c USCC) Authority() byte { return c.text[0] }

// Category returns the character of the category within the department.
func (c USCC) Category() byte { return c.text[1] }

// Check returns the check character of the whole code.
func (c USCC) Check() byte { return c.text[bodyTo] }

// Kind returns the legal form that civil affairs gave the code to: 51 is a
// social group, 52 a private non-enterprise unit. It is false for every other
// code, also for foundations (53).
func (c USCC) Kind() (Kind, bool) {
	switch string(c.text[:2]) {
	case "51":
		return SocialGroup, true
	case "52":
		return PrivateNonEnterprise, true
	}
	return 0, false
}

// Division returns the six digits of the registering authority's division.
func (c USCC) Division() string {
	if c.IsZero() {
		return ""
	}
	return string(c.text[2:bodyFrom])
}

// Body returns the nine characters of the organization code (主体标识码) with
// its check character.
func (c USCC) Body() string {
	if c.IsZero() {
		return ""
	}
	return string(c.text[bodyFrom:bodyTo])
}

// MarshalText writes the code as String does.
func (c USCC) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what [ParseUSCC] reads; the empty string is a code not
// stated. On an error the code stays as it was.
func (c *USCC) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = USCC{}
		return nil
	}
	parsed, err := ParseUSCC(string(text))
	if err != nil {
		return err
	}
	*c = parsed
	return nil
}
