package funding

import (
	"slices"
	"strings"

	"github.com/sancheng-go/sancheng/org/rule"
)

// The rules are those for filling in bills and settlement vouchers
// (正确填写票据和结算凭证的基本规定, annex 1 to 银发〔1997〕393号), and for 整
// after 角 the stricter 会计基础工作规范, art. 52.

var (
	capitals = [10]rune{'零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'}
	places   = [4]rune{0, '拾', '佰', '仟'}
)

// glyph is one character of an amount in capitals. The rules leave some to the
// writer: those may be missing, and Upper may leave them out.
type glyph struct {
	r        rune
	optional bool
	omitted  bool // by Upper
}

// Upper returns the amount in capital numerals as it stands on Chinese
// vouchers, 大写金额: 壹佰陆拾柒万捌仟元整, 壹仟陆佰捌拾元零叁角贰分. Yuan above
// 亿 are read as so many 亿: 壹拾贰万肆仟壹佰贰拾肆亿元整. A negative amount
// begins with 负; zero is 零元整. 人民币 is not part of it.
//
// Where the rules leave a choice, Upper writes 整 after 角, 零 where the yuan
// end in zero and 角 follow, and 零 for four or more zeros on end, but no 零
// where only the 万 or 亿 end in zero and 仟 follow (107,000 is
// 壹拾万柒仟元整).
func (m Money) Upper() string {
	var b strings.Builder
	if m.fen < 0 {
		b.WriteRune('负')
	}
	for _, g := range spelling(m.magnitude()) {
		if !g.omitted {
			b.WriteRune(g.r)
		}
	}
	return b.String()
}

// spelling returns every character the rules allow for that many fen, in
// order.
func spelling(fen uint64) []glyph {
	yuan, jiao, cents := fen/100, fen/10%10, fen%10
	glyphs := spellYuan(make([]glyph, 0, 44), yuan)
	switch {
	case jiao > 0 && yuan > 0 && yuan%10 == 0:
		glyphs = append(glyphs, glyph{r: '零', optional: true})
	case jiao == 0 && cents > 0 && yuan > 0:
		glyphs = append(glyphs, glyph{r: '零'})
	}
	if jiao > 0 {
		glyphs = append(glyphs, glyph{r: capitals[jiao]}, glyph{r: '角'})
	}
	switch {
	case cents > 0:
		glyphs = append(glyphs, glyph{r: capitals[cents]}, glyph{r: '分'})
	case jiao > 0:
		glyphs = append(glyphs, glyph{r: '整', optional: true})
	case yuan > 0:
		glyphs = append(glyphs, glyph{r: '整'})
	default:
		glyphs = append(glyphs, glyph{r: '零'}, glyph{r: '元'}, glyph{r: '整'})
	}
	return glyphs
}

// spellYuan appends the whole yuan, in four groups of four digits.
func spellYuan(glyphs []glyph, yuan uint64) []glyph {
	units := [4]rune{'元', '万', '亿', '万'}
	gap := false // zeros since the last digit
	for place := 15; place >= 0; place-- {
		above := yuan / powers[place] // the digits down to this one
		if digit := above % 10; digit == 0 {
			gap = len(glyphs) > 0
		} else {
			if gap {
				// Zeros within a group must be read; zeros that end the
				// group above may be, and a whole group of them is.
				top := place%4 == 3
				glyphs = append(glyphs, glyph{'零', top, top && above/10%1e4 > 0})
			}
			gap = false
			// 拾 may stand for 壹拾 at the beginning.
			glyphs = append(glyphs, glyph{r: capitals[digit], optional: len(glyphs) == 0 && digit == 1 && place%4 == 1})
			if unit := places[place%4]; unit != 0 {
				glyphs = append(glyphs, glyph{r: unit})
			}
		}
		// A group's unit, unless the group is empty; 亿 and 元 count the
		// groups above them too.
		if place%4 == 0 && above > 0 && (place%8 == 0 || above%1e4 > 0) {
			glyphs = append(glyphs, glyph{r: units[place/4]})
		}
	}
	return glyphs
}

// ParseUpper reads an amount in capital numerals, in every spelling the rules
// allow: with or without 人民币 before it, 圆 or 元, 正 or 整, 整 after 角 or not,
// 拾 or 壹拾 at the beginning, the characters in simplified or traditional
// form, and 零 written or not where the rules say that it may be. 负 marks a
// negative amount.
//
// Everything else is a [rule.Problem] with code [MoneyUpper]: plain numerals
// (一二三), digits, spaces, units out of order, a missing or second 零, no 整
// after 元, 整 after 分, an amount outside the range of Money.
func ParseUpper(s string) (Money, error) {
	const longest = 3 * 60 // bytes
	if len(s) <= longest {
		text := strings.NewReplacer(
			"圆", "元", "圓", "元", "正", "整", "貳", "贰", "參", "叁", "叄", "叁", "陸", "陆",
			"萬", "万", "億", "亿", "負", "负", "人民幣", "人民币",
		).Replace(s)
		text, negative := strings.CutPrefix(strings.TrimPrefix(text, "人民币"), "负")
		runes := []rune(text)
		fen := evaluate(runes)
		if fen <= maxFen && spells(runes, fen) && !(negative && fen == 0) {
			return Money{int64(fen)}.signed(negative), nil
		}
	}
	return Money{}, problems.Problem("", MoneyUpper, rule.With("value", rule.Quoted(s)))
}

// evaluate returns the number of fen that a legal spelling stands for, and any
// number for another text.
func evaluate(text []rune) (fen uint64) {
	var sum, group, digit uint64
	for _, r := range text {
		switch r {
		case '拾':
			group += max(digit, 1) * 10
		case '佰':
			group += digit * 100
		case '仟':
			group += digit * 1000
		case '万':
			sum += (group + digit) * 1e4
			group = 0
		case '亿':
			sum = (sum + group + digit) * 1e8
			group = 0
		case '元':
			fen = (sum + group + digit) * 100
		case '角':
			fen += digit * 10
		case '分':
			fen += digit
		}
		digit = uint64(max(0, slices.Index(capitals[:], r)))
	}
	return fen
}

// spells tells whether the text is one of the spellings of that many fen.
func spells(text []rune, fen uint64) bool {
	for _, g := range spelling(fen) {
		if len(text) > 0 && text[0] == g.r {
			text = text[1:]
		} else if !g.optional {
			return false
		}
	}
	return len(text) == 0
}
