package rule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

type colour uint8

var colours = rule.NewEnum[colour]("colour", rule.Named("red", "红", "red"), rule.Named("pale-blue", "浅蓝", "pale blue"))

func TestEnum(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []colour{1, 2}, colours.Values())
	for i, name := range []string{"red", "pale-blue"} {
		v, err := colours.Parse(name)
		require.NoError(t, err)
		assert.Equal(t, colour(i+1), v)
		assert.True(t, colours.Valid(v))
		assert.Equal(t, name, colours.Text(v))
		text, err := colours.Marshal(v)
		require.NoError(t, err)
		assert.Equal(t, name, string(text))
	}
	assert.Equal(t, rule.Words("浅蓝", "pale blue"), colours.Labels(2))
	assert.Equal(t, "浅蓝", colours.Label(2, language.Chinese))
	for _, v := range []colour{0, 3, 255} {
		assert.False(t, colours.Valid(v))
		assert.Empty(t, colours.Text(v))
		assert.Equal(t, rule.Words("未说明", "not stated"), colours.Labels(v))
		_, err := colours.Marshal(v)
		require.ErrorIs(t, err, rule.EnumUnknown)
	}
	for _, text := range []string{"", " red", "Red", "红", "pale blue"} {
		v := colour(2)
		require.ErrorIs(t, colours.Unmarshal(&v, []byte(text)), rule.EnumUnknown)
		assert.Equal(t, colour(2), v, "an error leaves the target as it was")
	}
	values := colours.Values()
	values[0] = 9
	assert.Equal(t, colour(1), colours.Values()[0])
}

func TestEnumProblem(t *testing.T) {
	t.Parallel()
	_, err := colours.Parse("green")
	assert.EqualError(t, err, `colour "green" is unknown; accepted: red, pale-blue`)
	assert.Equal(t, "“green”不是 colour 的取值,可用:red, pale-blue", rule.ProblemsOf(err).In(language.Chinese))
}
