package name

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	WordTwice     rule.Code = "name.word-twice"     // a word that stands twice
	ReadingLength rule.Code = "name.reading-length" // read as a text of another length
	KindInvalid   rule.Code = "name.kind"           // no legal form, or one the rules are not for
)

var problems = rule.Catalog{
	WordTwice:     rule.Words("“{word}”与第 {first} 项(从零数起)重复", "{word} stands already at {first}, counted from zero"),
	ReadingLength: rule.Words("“{word}”与读音字“{as}”字数不同", "{word} and its reading {as} differ in length"),
	KindInvalid:   rule.Words("本规则不适用于“{kind}”", "these rules are not for a {kind}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
