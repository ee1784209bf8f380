package volunteer

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Identity is a citizen identity number (公民身份号码, GB 11643): six digits of
// the division, eight of the date of birth, three of sequence, one check
// character. It is comparable and can be a map key; the zero value means "not
// stated".
//
// The number does not leave an Identity except through [Identity.Reveal]:
// String, every verb of package fmt and JSON write it masked, and no problem
// quotes it. Within the value it is kept scrambled, so that a program which
// prints its memory prints no number either. That is discretion, not
// encryption.
type Identity struct {
	scrambled uint64 // 0, or the first 17 digits plus one, xor scramble
}

const (
	identityLength = 18
	scramble       = 0x9e37_79b9_7f4a_7c15
)

// ParseIdentity reads an identity number of 18 characters. Each fault is told
// apart, all that can be seen are reported at once, and none quotes the
// number: a length other than 18 ([IdentityLength]), a character where a digit
// is due ([IdentityDigit]), a province code that does not exist
// ([IdentityDivision]), a day of birth that does not exist ([IdentityBirth]),
// a wrong check character ([IdentityCheck]). A number that is masked already is
// refused with [IdentityMasked].
func ParseIdentity(s string) (Identity, error) {
	if len(s) != identityLength {
		return Identity{}, problems.Problem("", IdentityLength, rule.With("length", rule.Int(int64(len([]rune(s))), 0)))
	}
	var found rule.Problems
	var digits [identityLength]int
	for i, c := range []byte(s) {
		switch {
		case c >= '0' && c <= '9':
			digits[i] = int(c - '0')
		case i == identityLength-1 && (c == 'X' || c == 'x'):
			digits[i] = 10
		case c == '*':
			return Identity{}, problems.Problem("", IdentityMasked)
		default:
			found.Add(problems.Problem("", IdentityDigit, rule.With("place", rule.Int(int64(i+1), 0))))
		}
	}
	if len(found) > 0 {
		return Identity{}, found.Err()
	}
	number := func(from, to int) int {
		n := 0
		for _, d := range digits[from:to] {
			n = n*10 + d
		}
		return n
	}
	if !province(number(0, 2)) {
		found.Add(problems.Problem("", IdentityDivision))
	}
	if _, err := rule.NewDate(number(6, 10), number(10, 12), number(12, 14)); err != nil {
		found.Add(problems.Problem("", IdentityBirth))
	}
	body := uint64(number(0, 9))*100_000_000 + uint64(number(9, 17))
	if digits[17] != check(body) {
		found.Add(problems.Problem("", IdentityCheck))
	}
	if len(found) > 0 {
		return Identity{}, found.Err()
	}
	return Identity{(body + 1) ^ scramble}, nil
}

// province tells whether an identity number may begin with these two digits
// (GB/T 2260; 71, 81, 82, 83 in residents' numbers of Taiwan, Hong Kong and
// Macao).
func province(code int) bool {
	switch code / 10 {
	case 1:
		return code <= 15
	case 2:
		return code >= 21 && code <= 23
	case 3:
		return code >= 31 && code <= 37
	case 4:
		return code >= 41 && code <= 46
	case 5:
		return code >= 50 && code <= 54
	case 6:
		return code >= 61 && code <= 65
	case 7:
		return code == 71
	case 8:
		return code >= 81 && code <= 83
	}
	return false
}

// check returns the check digit of 17 digits, 10 for X (ISO 7064, MOD 11-2).
func check(body uint64) int {
	sum, weight := 0, 2
	for range identityLength - 1 {
		sum += int(body%10) * weight
		body /= 10
		weight = weight * 2 % 11
	}
	return (12 - sum%11) % 11
}

func (id Identity) body() uint64 { return (id.scrambled ^ scramble) - 1 }

// IsZero tells whether no identity number is stated.
func (id Identity) IsZero() bool { return id.scrambled == 0 }

// Reveal returns the number itself, all 18 characters, or the empty string. It
// is the only way to the number: search a program for its callers to know who
// sees it.
func (id Identity) Reveal() string {
	if id.IsZero() {
		return ""
	}
	body := id.body()
	return fmt.Sprintf("%017d", body) + "0123456789X"[check(body):][:1]
}

// Birth returns the date of birth the number carries, or no date.
func (id Identity) Birth() rule.Date {
	if id.IsZero() {
		return rule.Date{}
	}
	day := id.body() / 1000 % 100_000_000
	birth, _ := rule.NewDate(int(day/10_000), int(day/100%100), int(day%100))
	return birth
}

// Division returns the six-digit code of the division that first issued the
// number, such as 330211, or the empty string.
func (id Identity) Division() string {
	if id.IsZero() {
		return ""
	}
	return strconv.FormatUint(id.body()/100_000_000_000, 10)
}

// String returns the number with all but its first and last character masked,
// such as 3****************X, or the empty string.
func (id Identity) String() string {
	if id.IsZero() {
		return ""
	}
	raw := id.Reveal()
	return raw[:1] + "****************" + raw[identityLength-1:]
}

// Format writes the masked number whatever the verb.
func (id Identity) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(id.String())) }

// MarshalJSON writes the masked number as text, empty for a number not stated.
// What was written so cannot be read back.
func (id Identity) MarshalJSON() ([]byte, error) { return json.Marshal(id.String()) }

// UnmarshalJSON reads the full number as text; the empty text is a number not
// stated. Problems are those of [ParseIdentity]; what is no text is
// [IdentityText]. On an error the identity stays as it was.
func (id *Identity) UnmarshalJSON(data []byte) error {
	var s string
	if len(data) == 0 || data[0] != '"' || json.Unmarshal(data, &s) != nil {
		return problems.Problem("", IdentityText)
	}
	if s == "" {
		*id = Identity{}
		return nil
	}
	parsed, err := ParseIdentity(s)
	if err != nil {
		return err
	}
	*id = parsed
	return nil
}
