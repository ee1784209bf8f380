package rule_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org/rule"
)

func TestColumns(t *testing.T) {
	t.Parallel()
	got := rule.Columns([][]string{
		{"组织", "amount", "note"},
		{"阳光邻里", "1,458.33", ""},
		{"a", "2", "×"},
		{"ｆｕｌｌ", "…", "e\u0301é", "over"},
		{},
		{"\u200bzero", "ｶﾅ"},
	}, 1, 9)
	assert.Equal(t, []string{
		"组织        amount  note",
		"阳光邻里  1,458.33",
		"a                2  ×",
		"ｆｕｌｌ         …  e\u0301é    over",
		"",
		"\u200bzero            ｶﾅ",
	}, got)
	assert.Empty(t, rule.Columns(nil))
	assert.Equal(t, []string{"", ""}, rule.Columns([][]string{nil, {}}))
	assert.Equal(t, []string{"  a", "bbb"}, rule.Columns([][]string{{"a"}, {"bbb"}}, 0, -1))
}

// Where every cell holds something, the columns of all lines begin at the same
// place, counted two for a Chinese character.
func TestColumnsAlign(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(43, 47))
	cell := func() string {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString([]string{"a", "会", "9", "。", "《"}[r.IntN(5)])
		}
		return b.String()
	}
	for range 300 {
		rows := make([][]string, 1+r.IntN(8))
		for i := range rows {
			rows[i] = []string{cell(), cell(), "|"}
		}
		ends := map[int]bool{}
		for i, line := range rule.Columns(rows, r.IntN(2)) {
			wide := 0
			for _, c := range line {
				wide++
				if c > 0x2000 {
					wide++
				}
			}
			ends[wide] = true
			require.Equal(t, strings.Join(rows[i], ""), strings.ReplaceAll(line, " ", ""))
		}
		require.Len(t, ends, 1)
	}
}
