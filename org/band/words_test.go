package band_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestParseWords(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"950以上":                    "950 or above",
		"901—950":                  "901 or above, 950 or below",
		"９０１－９５０":                  "901 or above, 950 or below",
		"901~950分":                 "901 or above, 950 or below",
		"901—950分之间":               "901 or above, 950 or below",
		"800--899分":                "800 or above, 899 or below",
		"801 至 850":                "801 or above, 850 or below",
		"75分以上不满90分":               "75 or above, below 90",
		"75分以上、90分以下(不含)":          "75 or above, below 90",
		"75分(含)以上,90分(不含)以下":       "75 or above, below 90",
		"60分及以上":                   "60 or above",
		"超过60":                     "above 60",
		"60以外":                     "above 60",
		"60以内":                     "60 or below",
		"不超过90.5":                  "90.5 or below",
		"不低于89.7且低于 90":            "89.7 or above, below 90",
		"≥75,<90":                  "75 or above, below 90",
		"60 or above, below 75":    "60 or above, below 75",
		"at least 60 and under 75": "60 or above, below 75",
		"Above 60 points":          "above 60",
		"901 to 950":               "901 or above, 950 or below",
		"[75, 90)":                 "75 or above, below 90",
		"(901,950]":                "above 901, 950 or below",
		"1,000 or above":           "1,000 or above",
		"-5以上":                     "-5 or above",
		"-5--3":                    "-5 or above, -3 or below",
		"90":                       "90",
		"60以上90以上":                 "",
		"超过60(含)":                  "",
		"950—901":                  "",
		"":                         "",
		"优秀":                       "",
		"90分左右":                    "",
		"以上":                       "",
		"90以":                      "",
		"1e3以上":                    "",
		"[75, 90":                  "",
		"75,":                      "",
		",75":                      "",
		"90 or above (含)(不含)":      "",
	} {
		got, err := band.ParseWords(words)
		if want == "" {
			require.Error(t, err, words)
			continue
		}
		require.NoError(t, err, words)
		assert.Equal(t, want, got.String(), words)
	}
}

func TestParseWordsNamesTheFault(t *testing.T) {
	t.Parallel()
	for words, code := range map[string]rule.Code{
		"优秀":                      band.WordsSyntax,
		strings.Repeat("9", 1000): band.WordsSyntax,
		"60以上超过70":                band.WordsTwice,
		"950—901":                 rule.IntervalEmpty,
	} {
		_, err := band.ParseWords(words)
		require.ErrorIs(t, err, code)
	}
}

// Whatever an interval is called in either language is read back as it.
func TestParseWordsReadsTheWordsOfIntervals(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		var in rule.Interval
		low := decimal.New(r.Int64N(4_000_000)-1_000_000, -int32(r.IntN(4)))
		high := low.Add(decimal.New(1+r.Int64N(100_000), -int32(r.IntN(4))))
		switch r.IntN(3) {
		case 0:
			in = in.AtLeast(low)
		case 1:
			in = in.Above(low)
		}
		switch r.IntN(3) {
		case 0:
			in = in.AtMost(high)
		case 1:
			in = in.Below(high)
		}
		for _, tag := range []language.Tag{language.Chinese, language.English} {
			got, err := band.ParseWords(in.In(tag))
			require.NoError(t, err, in.In(tag))
			assert.Equal(t, in.String(), got.String())
		}
	}
}

func FuzzParseWords(f *testing.F) {
	for _, seed := range []string{"950以上", "901—950", "75分以上不满90分", "[75, 90)", "1,000 or above", "60(不含)以下", "--", "(含)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		in, err := band.ParseWords(s)
		if err != nil {
			assert.True(t, in.IsZero())
			return
		}
		assert.False(t, in.Empty())
		again, err := band.ParseWords(in.String())
		require.NoError(t, err)
		assert.Equal(t, in.String(), again.String())
	})
}
