package rule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

func TestChinese(t *testing.T) {
	t.Parallel()
	chinese := []string{
		"zh", "zh-CN", "zh-SG", "zh-US", "zh-TW", "zh-HK", "zh-MO", "zh-Hans", "zh-Hans-SG",
		"zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "zh-Hant-MO", "zh-Latn", "zh-Latn-pinyin", "zh-Bopo", "zh-Hani",
		"zh-Brai", "zh-u-nu-hanidec", "zh-x-private", "cmn", "cmn-Hant", "cmn-TW", "zh-cmn", "zh-guoyu",
		"yue", "yue-Hans", "yue-Hant-HK", "yue-HK", "yue-Latn", "zh-yue", "wuu", "zh-wuu", "wuu-Hant",
		"nan", "nan-Latn", "nan-Hant-TW", "zh-min-nan", "hak", "i-hak", "zh-hakka", "gan", "zh-gan", "hsn", "zh-xiang",
		"lzh", "cdo", "cjy", "cnp", "cpx", "csp", "czh", "czo", "mnp", "und-CN", "und-TW", "und-Hans", "und-Hant",
	}
	for _, tag := range chinese {
		assert.True(t, rule.Chinese(language.MustParse(tag)), tag)
	}
	other := []string{
		"en", "en-CN", "en-GB", "und", "fr", "ja", "ja-JP", "ko", "vi", "bo", "ug", "ii", "za", "mn", "kk-CN", "dng",
		"x-private", "mul", "zxx", "und-SG", "und-US",
	}
	for _, tag := range other {
		assert.False(t, rule.Chinese(language.MustParse(tag)), tag)
	}
	assert.False(t, rule.Chinese(language.Tag{}))
}

func TestText(t *testing.T) {
	t.Parallel()
	text := rule.Words("街道", "subdistrict")
	assert.Equal(t, "街道", text.In(language.TraditionalChinese))
	assert.Equal(t, "subdistrict", text.In(language.German))
	assert.True(t, rule.Text{}.IsZero())
	assert.False(t, text.IsZero())
}
