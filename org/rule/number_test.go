package rule_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org/rule"
)

func TestParseDecimal(t *testing.T) {
	t.Parallel()
	twenty := strings.Repeat("9", 20)
	for s, want := range map[string]string{
		"0": "0", "-0": "0", "007": "7", "1678000": "1678000", "-3.5": "-3.5", "0.07": "0.07", "89.70": "89.7",
		twenty + "." + twenty:       twenty + "." + twenty,
		"-" + twenty + "." + twenty: "-" + twenty + "." + twenty,
	} {
		d, err := rule.ParseDecimal(s)
		require.NoError(t, err, s)
		assert.Equal(t, want, d.String())
	}
	for s, code := range map[string]rule.Code{
		"": rule.NumberSyntax, "-": rule.NumberSyntax, ".": rule.NumberSyntax, ".5": rule.NumberSyntax,
		"5.": rule.NumberSyntax, "-.5": rule.NumberSyntax, "+1": rule.NumberSyntax, "--5": rule.NumberSyntax,
		"1e9": rule.NumberSyntax, "1E9": rule.NumberSyntax, "0x10": rule.NumberSyntax, "1_000": rule.NumberSyntax,
		"1,000": rule.NumberSyntax, " 1": rule.NumberSyntax, "1 ": rule.NumberSyntax, "1.2.3": rule.NumberSyntax,
		"−1": rule.NumberSyntax, "１２": rule.NumberSyntax, "NaN": rule.NumberSyntax, "Inf": rule.NumberSyntax, "1/3": rule.NumberSyntax,
		"9" + twenty:                    rule.NumberTooLong,
		"0." + twenty + "9":             rule.NumberTooLong,
		strings.Repeat("9", 2_000_000):  rule.NumberTooLong,
		"0." + strings.Repeat("0", 1e6): rule.NumberTooLong,
	} {
		d, err := rule.ParseDecimal(s)
		require.ErrorIs(t, err, code, "%.50s", s)
		assert.True(t, d.IsZero())
		assert.Less(t, len(err.Error()), 300, "a message stays readable whatever was put in")
		assert.Panics(t, func() { rule.Dec(s) })
	}
}

func TestQuoted(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                              "",
		"89,7":                          "89,7",
		"社会组织　一家":                       "社会组织　一家",
		"a\nb\x1b[31m\u202e\x00":        "a�b�[31m��",
		"\xff\xfe":                      "��",
		strings.Repeat("a", 60):         strings.Repeat("a", 60),
		strings.Repeat("a", 61):         strings.Repeat("a", 60) + "…",
		strings.Repeat("会", 40):         strings.Repeat("会", 20) + "…",
		"x" + strings.Repeat("会", 40):   "x" + strings.Repeat("会", 19) + "…",
		strings.Repeat("会", 20):         strings.Repeat("会", 20),
		strings.Repeat("\x80", 100_000): strings.Repeat("�", 60) + "…",
	} {
		got, ok := rule.Quoted(in).Word()
		assert.True(t, ok)
		assert.Equal(t, want, got)
	}
}

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"", "0", "-0.00", "1678000.00", "--5", "1e9", "+1", ".5", "5.", "−1", "99999999999999999999.9", "0x1p-2", "1_0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := rule.ParseDecimal(s)
		// An independent reading of the grammar.
		rest, _ := strings.CutPrefix(s, "-")
		whole, fraction, point := strings.Cut(rest, ".")
		plain := whole != "" && (fraction != "" || !point) && strings.Trim(whole+fraction, "0123456789") == ""
		if want := plain && len(whole) <= 20 && len(fraction) <= 20; want != (err == nil) {
			t.Fatalf("%q: %v", s, err)
		}
		if err != nil {
			return
		}
		exact, ok := new(big.Rat).SetString(s)
		if !ok || exact.Cmp(d.Rat()) != 0 {
			t.Fatalf("%q reads as %s", s, d)
		}
		again, err := rule.ParseDecimal(d.String())
		if err != nil || !again.Equal(d) {
			t.Fatalf("%q is written %s: %v", s, d, err)
		}
	})
}
