package band

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"github.com/sancheng-go/sancheng/org/rule"
)

// ParseWords reads the words a published table states an interval in:
//
//	950以上   901—950   75分以上不满90分   90分(不含)以下   不超过90
//	60 or above, below 75   at least 60   901 to 950   [75, 90)
//
// 以上 以下 以内 include their number and 不满 超过 以外 do not (Civil Code,
// art. 1259); (含) and (不含) behind a number say so themselves. A range
// written with a dash, 至 or "to" includes both ends. A number alone is that
// number. Full-width characters, 分 and "points" and commas between groups of
// three digits and a 之间 behind a range are read past. Anything else is a problem with code
// [WordsSyntax]; an end stated twice, or included and excluded, one with
// [WordsTwice]; ends between which no number lies one with
// [rule.IntervalEmpty].
func ParseWords(s string) (rule.Interval, error) {
	fail := func(code rule.Code) (rule.Interval, error) {
		return rule.Interval{}, problems.Problem("", code, rule.With("words", rule.Quoted(s)))
	}
	tokens, ok := lex(s)
	if !ok {
		return fail(WordsSyntax)
	}
	if len(tokens) == 1 && tokens[0].kind == anyNumber {
		return rule.Interval{}, nil
	}
	r := reader{tokens: tokens}
	for first := true; len(r.tokens) > 0; first = false {
		if r.tokens[0].kind == comma {
			if first {
				return fail(WordsSyntax)
			}
			r.tokens = r.tokens[1:]
		}
		if code := r.clause(); code != "" {
			return fail(code)
		}
	}
	if r.in.IsZero() {
		return fail(WordsSyntax)
	}
	if err := r.in.Validate(); err != nil {
		return rule.Interval{}, err
	}
	return r.in, nil
}

type tokenKind uint8

const (
	number    tokenKind = 1 + iota
	prefix              // a word before its number: 不满, below
	suffix              // a word behind it: 以上, or above
	dash                // from … to
	comma               // between two ends
	included            // (含)
	excluded            // (不含)
	opening             // [ or ( of an interval as mathematicians write it
	closing             // ] or )
	unit                // 分, points, 之间: read past
	anyNumber           // no end at all
)

type token struct {
	kind  tokenKind
	upper bool // of a prefix or suffix: the upper end
	in    bool // of a prefix, suffix, opening or closing: the number is included
	at    decimal.Decimal
}

// words are what the law, notices and their translations say, longest first
// where one begins like another.
var words = [...]struct {
	text string
	is   token
}{
	{"任意数", token{kind: anyNumber}},
	{"any number", token{kind: anyNumber}},
	{"及以上", token{kind: suffix, in: true}},
	{"(含)以上", token{kind: suffix, in: true}},
	{"以上", token{kind: suffix, in: true}},
	{"及以下", token{kind: suffix, upper: true, in: true}},
	{"以下", token{kind: suffix, upper: true, in: true}},
	{"以内", token{kind: suffix, upper: true, in: true}},
	{"以外", token{kind: suffix}},
	{"不低于", token{kind: prefix, in: true}},
	{"不少于", token{kind: prefix, in: true}},
	{"不小于", token{kind: prefix, in: true}},
	{"达到", token{kind: prefix, in: true}},
	{"≥", token{kind: prefix, in: true}},
	{">=", token{kind: prefix, in: true}},
	{"超过", token{kind: prefix}},
	{"高于", token{kind: prefix}},
	{"大于", token{kind: prefix}},
	{"多于", token{kind: prefix}},
	{"不超过", token{kind: prefix, upper: true, in: true}},
	{"不高于", token{kind: prefix, upper: true, in: true}},
	{"不大于", token{kind: prefix, upper: true, in: true}},
	{"不多于", token{kind: prefix, upper: true, in: true}},
	{"≤", token{kind: prefix, upper: true, in: true}},
	{"<=", token{kind: prefix, upper: true, in: true}},
	{"不满", token{kind: prefix, upper: true}},
	{"未满", token{kind: prefix, upper: true}},
	{"不足", token{kind: prefix, upper: true}},
	{"低于", token{kind: prefix, upper: true}},
	{"少于", token{kind: prefix, upper: true}},
	{"小于", token{kind: prefix, upper: true}},
	{">", token{kind: prefix}},
	{"<", token{kind: prefix, upper: true}},

	{"or above", token{kind: suffix, in: true}},
	{"or more", token{kind: suffix, in: true}},
	{"and above", token{kind: suffix, in: true}},
	{"or below", token{kind: suffix, upper: true, in: true}},
	{"or less", token{kind: suffix, upper: true, in: true}},
	{"and below", token{kind: suffix, upper: true, in: true}},
	{"at least", token{kind: prefix, in: true}},
	{"not less than", token{kind: prefix, in: true}},
	{"not below", token{kind: prefix, in: true}},
	{"at most", token{kind: prefix, upper: true, in: true}},
	{"not more than", token{kind: prefix, upper: true, in: true}},
	{"not above", token{kind: prefix, upper: true, in: true}},
	{"up to", token{kind: prefix, upper: true, in: true}},
	{"above", token{kind: prefix}},
	{"over", token{kind: prefix}},
	{"more than", token{kind: prefix}},
	{"below", token{kind: prefix, upper: true}},
	{"under", token{kind: prefix, upper: true}},
	{"less than", token{kind: prefix, upper: true}},

	{"(不含本数)", token{kind: excluded}},
	{"(不含)", token{kind: excluded}},
	{"(含本数)", token{kind: included}},
	{"(含)", token{kind: included}},
	{"[", token{kind: opening, in: true}},
	{"]", token{kind: closing, in: true}},
	{"(", token{kind: opening}},
	{")", token{kind: closing}},
	{"——", token{kind: dash}},
	{"--", token{kind: dash}},
	{"—", token{kind: dash}},
	{"–", token{kind: dash}},
	{"-", token{kind: dash}},
	{"~", token{kind: dash}},
	{"〜", token{kind: dash}},
	{"至", token{kind: dash}},
	{"到", token{kind: dash}},
	{"to", token{kind: dash}},
	{"points", token{kind: unit}},
	{"point", token{kind: unit}},
	{"分", token{kind: unit}},
	{"之间", token{kind: unit}},
	{",", token{kind: comma}},
	{"、", token{kind: comma}},
	{"且", token{kind: comma}},
	{"and", token{kind: comma}},
	{"but", token{kind: comma}},
}

const longestWords = 200

// lex cuts the text into tokens, units left out.
func lex(s string) ([]token, bool) {
	if len(s) > longestWords || !utf8.ValidString(s) {
		return nil, false
	}
	s = strings.ToLower(width.Fold.String(s))
	brackets := strings.HasPrefix(s, "[") || strings.HasPrefix(s, "(")
	var out []token
	for s = strings.TrimLeftFunc(s, unicode.IsSpace); s != ""; s = strings.TrimLeftFunc(s, unicode.IsSpace) {
		minus := strings.HasPrefix(s, "-") && !awaitsDash(out)
		if n := numberLength(s, minus, !brackets); n > 0 {
			at, err := rule.ParseDecimal(strings.ReplaceAll(s[:n], ",", ""))
			if err != nil {
				return nil, false
			}
			out = append(out, token{kind: number, at: at})
			s = s[n:]
			continue
		}
		n := 0
		var is token
		for _, word := range words {
			if len(word.text) > n && strings.HasPrefix(s, word.text) && (word.text != "--" || !negative(out)) {
				n, is = len(word.text), word.is
			}
		}
		if n == 0 {
			return nil, false
		}
		if is.kind != unit {
			out = append(out, is)
		}
		s = s[n:]
	}
	return out, true
}

// awaitsDash tells whether a hyphen behind these tokens joins a range, not a
// negative number: behind a number that no word claims.
func awaitsDash(before []token) bool {
	n := len(before)
	return n > 0 && before[n-1].kind == number && (n == 1 || before[n-2].kind != prefix)
}

// negative tells whether the last token is a number below zero: then two
// hyphens join a range to another such number, as in -5--3.
func negative(before []token) bool {
	n := len(before)
	return n > 0 && before[n-1].kind == number && before[n-1].at.Sign() < 0
}

// numberLength is the length of the number s begins with, 0 if with none.
// A comma belongs to it between one to three digits and groups of three.
func numberLength(s string, minus, grouped bool) int {
	n := 0
	if minus {
		n = 1
	}
	digits := func(from int) int {
		i := from
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return i - from
	}
	whole := digits(n)
	if whole == 0 {
		return 0
	}
	n += whole
	for grouped && whole <= 3 && n < len(s) && s[n] == ',' && digits(n+1) == 3 {
		n += 4
	}
	if n < len(s) && s[n] == '.' {
		if fraction := digits(n + 1); fraction > 0 {
			n += 1 + fraction
		}
	}
	return n
}

// reader reads clauses off the front of its tokens.
type reader struct {
	tokens []token
	in     rule.Interval
}

func (r *reader) next(kinds ...tokenKind) (token, bool) {
	if len(r.tokens) == 0 {
		return token{}, false
	}
	for _, kind := range kinds {
		if t := r.tokens[0]; t.kind == kind {
			r.tokens = r.tokens[1:]
			return t, true
		}
	}
	return token{}, false
}

// clause reads one end, a range or a number alone.
func (r *reader) clause() rule.Code {
	if open, ok := r.next(opening); ok {
		return r.brackets(open)
	}
	if word, ok := r.next(prefix); ok {
		n, ok := r.next(number)
		if !ok {
			return WordsSyntax
		}
		return r.state(word, n.at)
	}
	low, ok := r.next(number)
	if !ok {
		return WordsSyntax
	}
	lowIn, stated, code := r.inclusion()
	if code != "" {
		return code
	}
	if word, ok := r.next(suffix); ok {
		if stated {
			word.in = lowIn
		}
		return r.state(word, low.at)
	}
	if _, ok := r.next(dash); ok {
		high, ok := r.next(number)
		if !ok {
			return WordsSyntax
		}
		if code := r.state(token{in: lowIn || !stated}, low.at); code != "" {
			return code
		}
		return r.state(token{upper: true, in: true}, high.at)
	}
	if stated {
		return WordsSyntax
	}
	if code := r.state(token{in: true}, low.at); code != "" {
		return code
	}
	return r.state(token{upper: true, in: true}, low.at)
}

func (r *reader) brackets(open token) rule.Code {
	low, ok1 := r.next(number)
	_, ok2 := r.next(comma)
	high, ok3 := r.next(number)
	shut, ok4 := r.next(closing)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return WordsSyntax
	}
	if code := r.state(token{in: open.in}, low.at); code != "" {
		return code
	}
	return r.state(token{upper: true, in: shut.in}, high.at)
}

// inclusion reads (含) or (不含).
func (r *reader) inclusion() (in, stated bool, code rule.Code) {
	t, ok := r.next(included, excluded)
	if !ok {
		return false, false, ""
	}
	if _, again := r.next(included, excluded); again {
		return false, false, WordsTwice
	}
	return t.kind == included, true, ""
}

// state sets one end; what stands in brackets behind it must not deny it, save
// that 以上 and 以下 may be told to leave their number out.
func (r *reader) state(word token, at decimal.Decimal) rule.Code {
	in, stated, code := r.inclusion()
	if code != "" {
		return code
	}
	if stated {
		if in && !word.in {
			return WordsTwice
		}
		word.in = in
	}
	_, _, low := r.in.Low()
	_, _, high := r.in.High()
	switch {
	case word.upper && high, !word.upper && low:
		return WordsTwice
	case word.upper && word.in:
		r.in = r.in.AtMost(at)
	case word.upper:
		r.in = r.in.Below(at)
	case word.in:
		r.in = r.in.AtLeast(at)
	default:
		r.in = r.in.Above(at)
	}
	return ""
}
