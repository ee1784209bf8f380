package rule_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

func TestFigure(t *testing.T) {
	t.Parallel()
	d := rule.Dec
	for _, c := range []struct {
		figure       rule.Figure
		written      string
		allows, bars []string
	}{
		{rule.Figure{At: d("333"), Precision: rule.Exact, Unit: rule.Organization}, "= 333 家", []string{"333"}, []string{"332", "334"}},
		{rule.Figure{At: d("30000"), Precision: rule.MoreThan, Unit: rule.Person}, "> 30,000 人", []string{"30001"}, []string{"30000"}},
		{rule.Figure{At: d("0.1"), Precision: rule.OrMore, Unit: rule.Percent}, "≥ 10%", []string{"0.1", "0.2"}, []string{"0.0999"}},
		{rule.Figure{At: d("140000"), Precision: rule.Nearly, Unit: rule.Yuan}, "< 140,000.00 元", []string{"139999.99"}, []string{"140000"}},
		{rule.Figure{At: d("6.35"), Precision: rule.Rounded, Place: d("0.01")}, "≈ 6.35", []string{"6.345", "6.3549"}, []string{"6.3449", "6.355"}},
		{rule.Figure{At: d("-6.35"), Precision: rule.Rounded, Place: d("0.01")}, "≈ -6.35", []string{"-6.345", "-6.3549"}, []string{"-6.3449", "-6.355"}},
		{rule.Figure{At: d("0"), Precision: rule.Rounded, Place: d("1")}, "≈ 0", []string{"0.49", "-0.49"}, []string{"0.5", "-0.5"}},
	} {
		require.NoError(t, c.figure.Validate())
		assert.Equal(t, c.written, c.figure.In(language.Chinese))
		for _, s := range c.allows {
			assert.True(t, c.figure.Interval().Contains(d(s)), "%s allows %s", c.written, s)
			assert.Equal(t, rule.Consistent, c.figure.Judge(rule.Exactly(d(s))))
		}
		for _, s := range c.bars {
			assert.False(t, c.figure.Interval().Contains(d(s)), "%s bars %s", c.written, s)
			assert.Equal(t, rule.Contradictory, c.figure.Judge(rule.Exactly(d(s))))
		}
		assert.Equal(t, rule.NotDecidable, c.figure.Judge(rule.Interval{}))
	}
}

// A rounded figure allows exactly what rounds to it.
func TestRoundedFigureAllowsWhatRoundsToIt(t *testing.T) {
	t.Parallel()
	half := rule.Rounding{Mode: rule.HalfUp, Step: rule.Dec("0.1")}
	for at := int64(-5); at <= 5; at++ {
		figure := rule.Figure{At: decimal.New(at, -1), Precision: rule.Rounded, Place: half.Step}
		for n := int64(-700); n <= 700; n++ {
			d := decimal.New(n, -3)
			assert.Equal(t, half.Round(d).Equal(figure.At), figure.Interval().Contains(d), "%s as %s", d, figure.At)
		}
	}
}

func TestFigureValidate(t *testing.T) {
	t.Parallel()
	require.ErrorIs(t, rule.Figure{}.Validate(), rule.Required)
	require.ErrorIs(t, rule.Figure{Precision: rule.Rounded}.Validate(), rule.RoundingStep)
}
