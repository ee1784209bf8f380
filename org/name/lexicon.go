package name

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Division is an administrative division as names begin with it: 镇海区. Names
// may also begin with its stem, 镇海.
type Division struct {
	Name  string    `json:"name"`
	Level org.Level `json:"level"`
}

// Form is a word that names end with (组织形式) and the legal form it belongs
// to, zero for words that do not tell.
type Form struct {
	Word string   `json:"word"`
	Kind org.Kind `json:"kind,omitzero"`
}

// Lexicon is the words by which a name is taken apart.
type Lexicon struct {
	Divisions []Division `json:"divisions"`
	Fields    []string   `json:"fields"` // words for a field of work (行(事)业领域): 餐饮, 志愿服务
	Forms     []Form     `json:"forms"`
}

// Common returns a lexicon with the words for forms and fields that are common
// in names of local organizations, and the divisions given. The forms of
// private non-enterprise units begin with those of 民发〔1999〕129号, article 7;
// the rest is usage, not rule.
func Common(divisions ...Division) Lexicon {
	l := Lexicon{Divisions: divisions}
	for _, f := range []struct {
		kind  org.Kind
		words string
	}{
		{org.SocialGroup, "行业协会 同业公会 协会 商会 学会 研究会 联合会 联谊会 促进会 总会 理事会 自治会"},
		{org.Foundation, "基金会"},
		{org.PrivateNonEnterprise, "学校 学院 幼儿园 园 医院 服务中心 发展中心 中心 研究院 院 研究所 事务所 所 馆 站 服务社 社 公寓 俱乐部 工作室"},
		{0, "志愿队 服务队 艺术团 团 队 会"},
	} {
		for word := range strings.FieldsSeq(f.words) {
			l.Forms = append(l.Forms, Form{word, f.kind})
		}
	}
	for word := range strings.FieldsSeq("餐饮 志愿服务 志愿者 社会工作 社区服务 社区 养老 居家养老 为老服务 心理咨询 心理健康 慈善 公益 助学 助残 " +
		"环保 环境保护 文化 艺术 书法 摄影 合唱 舞蹈 体育 太极拳 篮球 羽毛球 教育 培训 科技 法律 调解 再生资源 废旧物资回收 化工 机械 纺织 物流 装饰 邻里互助 公益服务") {
		l.Fields = append(l.Fields, word)
	}
	return l
}

// Validate reports every fault of the lexicon: a word missing or standing
// twice in its list, a division without level, an unknown legal form.
func (l Lexicon) Validate() error {
	var found rule.Problems
	first := map[string]int{}
	word := func(list string, i int, field, word string) string {
		at := list + "[" + strconv.Itoa(i) + "]"
		if word == "" {
			found.Add(problems.Problem(at+field, rule.Required))
		} else if j, twice := first[list+word]; twice {
			found.Add(problems.Problem(at+field, WordTwice, rule.With("word", rule.Quoted(word)), rule.With("first", rule.Int(int64(j), 0))))
		} else {
			first[list+word] = i
		}
		return at
	}
	for i, d := range l.Divisions {
		at := word("divisions", i, ".name", d.Name)
		if !d.Level.Valid() {
			found.Add(problems.Problem(at+".level", rule.Required))
		}
	}
	for i, w := range l.Fields {
		word("fields", i, "", w)
	}
	for i, f := range l.Forms {
		at := word("forms", i, ".word", f.Word)
		if f.Kind != 0 && !f.Kind.Valid() {
			found.Add(problems.Problem(at+".kind", KindInvalid, rule.With("kind", rule.Int(int64(f.Kind), 0))))
		}
	}
	return found.Err()
}

// Parts is a name taken apart. A part that was not found is empty.
type Parts struct {
	Divisions []Division `json:"divisions"` // in order: 宁波市, 镇海区
	Trade     string     `json:"trade"`     // 字号
	Field     string     `json:"field"`     // 行(事)业领域
	Form      Form       `json:"form"`      // 组织形式
}

// Core is what tells the organization from others of its place: trade name and
// field, without division and form.
func (p Parts) Core() string { return p.Trade + p.Field }

// Splitter takes names apart by the words of a lexicon. It is built by
// [Lexicon.Splitter]; the zero value knows no word.
type Splitter struct {
	divisions map[string]Division
	fields    map[string]bool
	forms     map[string]Form
	longest   int // of all words, in characters
}

// Splitter returns the lexicon made ready, or its faults.
func (l Lexicon) Splitter() (Splitter, error) {
	if err := l.Validate(); err != nil {
		return Splitter{}, err
	}
	s := Splitter{divisions: map[string]Division{}, fields: map[string]bool{}, forms: map[string]Form{}}
	known := func(word string) string {
		word = Fold(word)
		s.longest = max(s.longest, utf8.RuneCountInString(word))
		return word
	}
	for _, d := range l.Divisions {
		full := known(d.Name)
		s.divisions[full] = d
	}
	for _, d := range l.Divisions {
		if short := stem(Fold(d.Name)); short != "" {
			if _, taken := s.divisions[short]; !taken {
				s.divisions[short] = d
			}
		}
	}
	for _, w := range l.Fields {
		s.fields[known(w)] = true
	}
	for _, f := range l.Forms {
		s.forms[known(f.Word)] = f
	}
	return s, nil
}

// stem is the name of a division without the word for what it is, if two
// characters or more are left.
func stem(division string) string {
	for _, word := range []string{"特别行政区", "自治区", "自治州", "自治县", "街道", "社区", "省", "市", "区", "县", "镇", "乡", "村"} {
		if short, ok := strings.CutSuffix(division, word); ok {
			if utf8.RuneCountInString(short) >= 2 {
				return short
			}
			return ""
		}
	}
	return ""
}

// Split suggests the parts of a name, folded: the divisions it begins with, the
// longest each time; the field and form it ends with that take up most of it,
// of several the longest form; the rest is the trade name. Names of social
// groups have none (民政部令第69号, article 8), so where the form is that of a
// social group, the rest belongs to the field.
func (s Splitter) Split(name string) Parts {
	p := Parts{Divisions: []Division{}}
	rest := []rune(Fold(name))
	for {
		d, n := longest(s.divisions, rest, s.longest, true)
		if n == 0 || n == len(rest) {
			break
		}
		p.Divisions = append(p.Divisions, d)
		rest = rest[n:]
	}
	form, field := 0, 0
	for n := min(s.longest, len(rest)); n >= 0; n-- {
		f, ok := s.forms[string(rest[len(rest)-n:])]
		if !ok && n > 0 {
			continue
		}
		before := rest[:len(rest)-n]
		_, m := longest(s.fields, before, s.longest, false)
		if f.Kind == org.SocialGroup {
			m = len(before)
		}
		if n+m > form+field {
			p.Form, form, field = f, n, m
		}
	}
	rest = rest[:len(rest)-form]
	p.Trade, p.Field = string(rest[:len(rest)-field]), string(rest[len(rest)-field:])
	return p
}

// longest finds the longest word at the beginning or end of a text.
func longest[T any](words map[string]T, text []rune, most int, front bool) (T, int) {
	for n := min(most, len(text)); n > 0; n-- {
		part := text[len(text)-n:]
		if front {
			part = text[:n]
		}
		if found, ok := words[string(part)]; ok {
			return found, n
		}
	}
	var none T
	return none, 0
}
