package name

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Reading says that the characters of a word are read as those of another text
// of the same length: 重庆 as 崇庆, because 重 alone is read zhòng. The other
// characters only stand for their sound.
type Reading struct {
	Word string `json:"word"`
	As   string `json:"as"`
}

// Pinyin is an order of names by the sound of their characters, with what a
// character alone is misread as.
type Pinyin struct {
	Readings []Reading `json:"readings"`
}

// Standard returns the order with the readings of places and words that occur
// in names of organizations. 朝阳 is read cháo yáng, as the places are.
func Standard() Pinyin {
	var p Pinyin
	add := func(word, as string) { p.Readings = append(p.Readings, Reading{word, as}) }
	replaced := func(char, as string, words ...string) {
		for _, word := range words {
			add(word, strings.ReplaceAll(word, char, as))
		}
	}
	add("地", "弟") // collation has it as de
	add("都", "督") // and as dōu
	add("坊", "方")
	replaced("重", "崇", "重庆", "重阳", "重建", "重生")
	replaced("长", "常", "长沙", "长春", "长江", "长安", "长兴", "长乐", "长三角", "长城", "长征", "长寿", "长治", "长丰", "长河", "长期")
	replaced("厦", "夏", "厦门")
	replaced("台", "胎", "台州", "天台县")
	replaced("丽", "离", "丽水")
	replaced("六", "路", "六安", "六合区")
	replaced("蚌", "泵", "蚌埠")
	replaced("济", "挤", "济南", "济宁", "济源")
	replaced("番", "潘", "番禺")
	replaced("铅", "言", "铅山")
	replaced("涡", "锅", "涡阳")
	replaced("埔", "普", "黄埔")
	replaced("单", "善", "单县")
	replaced("藏", "葬", "西藏", "藏族", "藏医", "藏传")
	replaced("兴", "星", "绍兴", "嘉兴", "宜兴", "泰兴", "大兴", "吴兴", "振兴", "复兴", "新兴", "兴业", "兴农", "兴华", "兴国", "兴安")
	replaced("行", "航", "行业", "银行", "商行", "同行", "行会", "太行", "闵行")
	replaced("乐", "月", "乐清", "音乐", "乐团", "乐队", "乐器", "民乐", "器乐", "声乐", "鼓乐", "管乐", "弦乐", "国乐")
	replaced("会", "快", "会计", "会稽")
	replaced("调", "条", "调解", "调节", "调味", "调理")
	replaced("少", "绍", "少年", "少儿", "少先")
	replaced("曲", "取", "曲艺", "戏曲", "歌曲", "作曲", "元曲", "昆曲")
	replaced("弹", "谈", "弹唱", "评弹")
	replaced("给", "挤", "供给", "补给", "给水")
	return p
}

// Validate reports every fault of the readings: a word that is missing or
// stands twice, and a text of another length.
func (p Pinyin) Validate() error {
	var found rule.Problems
	first := map[string]int{}
	for i, r := range p.Readings {
		at := "readings[" + strconv.Itoa(i) + "]"
		if r.Word == "" {
			found.Add(problems.Problem(at+".word", rule.Required))
		}
		if j, twice := first[r.Word]; twice {
			found.Add(problems.Problem(at+".word", WordTwice, rule.With("word", rule.Quoted(r.Word)), rule.With("first", rule.Int(int64(j), 0))))
		}
		first[r.Word] = i
		if utf8.RuneCountInString(r.Word) != utf8.RuneCountInString(r.As) {
			found.Add(problems.Problem(at+".as", ReadingLength, rule.With("word", rule.Quoted(r.Word)), rule.With("as", rule.Quoted(r.As))))
		}
	}
	return found.Err()
}

// replacer puts what is read in place of what stands there, longer words first.
func (p Pinyin) replacer() *strings.Replacer {
	readings := slices.Clone(p.Readings)
	slices.SortFunc(readings, func(a, b Reading) int {
		return cmp.Or(cmp.Compare(len(b.Word), len(a.Word)), cmp.Compare(a.Word, b.Word), cmp.Compare(a.As, b.As))
	})
	pairs := make([]string, 0, 2*len(readings))
	for _, r := range readings {
		if r.Word != "" {
			pairs = append(pairs, r.Word, r.As)
		}
	}
	return strings.NewReplacer(pairs...)
}

// Sort puts rows in the order of their names: by pinyin as p reads it, digits
// by their number, then by the characters of the name, then by id, so that the
// order they come in does not matter. A row is asked for its name once.
func Sort[T any](p Pinyin, rows []T, name, id func(T) string) {
	type keyed struct {
		key      []byte
		name, id string
		row      T
	}
	read, order := p.replacer(), collate.New(language.Chinese, collate.Numeric)
	var buffer collate.Buffer
	list := make([]keyed, len(rows))
	for i, row := range rows {
		n := name(row)
		list[i] = keyed{order.KeyFromString(&buffer, read.Replace(Fold(n))), n, id(row), row}
	}
	slices.SortFunc(list, func(a, b keyed) int {
		return cmp.Or(bytes.Compare(a.key, b.key), cmp.Compare(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	for i := range list {
		rows[i] = list[i].row
	}
}
