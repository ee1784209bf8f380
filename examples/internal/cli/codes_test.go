package cli

import (
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSentencesNameTheSameParametersInBothLanguages(t *testing.T) {
	t.Parallel()
	names := regexp.MustCompile(`\{\w+\}`)
	for code, text := range problems {
		zh, en := names.FindAllString(text.ZH, -1), names.FindAllString(text.EN, -1)
		slices.Sort(zh)
		slices.Sort(en)
		assert.Equal(t, zh, en, code)
		assert.NotEmpty(t, text.ZH, code)
		assert.NotEmpty(t, text.EN, code)
	}
}
