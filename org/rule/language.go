package rule

import "golang.org/x/text/language"

// Chinese tells whether a reader who asked for tag is served in simplified
// Chinese: true for every Chinese tag, whatever its region and script (zh,
// zh-Hant-MO, zh-Latn) and whichever Chinese language it names (cmn, yue, nan
// and the rest of the macrolanguage zho), false for all others, who are served
// in English. A region without a language speaks for its language: und-TW is
// Chinese.
func Chinese(tag language.Tag) bool {
	switch tag {
	case language.Chinese, language.SimplifiedChinese:
		return true
	case language.English:
		return false
	}
	// Not language.Matcher: it sends readers of cdo, zh-Bopo or yue-Latn to
	// English and those of ug to Chinese.
	base, _ := tag.Base()
	switch base.String() {
	case "zh", "cmn", "yue", "wuu", "nan", "hak", "gan", "hsn", "lzh",
		"cdo", "cjy", "cnp", "cpx", "csp", "czh", "czo", "mnp":
		return true
	}
	return false
}

// Text is a label or sentence in the two languages of the library. The
// Chinese is the source text, the English its translation.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// Words is the text with that Chinese and that English.
func Words(zh, en string) Text { return Text{zh, en} }

// In returns the text for a reader who asked for tag.
func (t Text) In(tag language.Tag) string {
	if Chinese(tag) {
		return t.ZH
	}
	return t.EN
}

// IsZero tells whether the text is empty in both languages.
func (t Text) IsZero() bool { return t == Text{} }
