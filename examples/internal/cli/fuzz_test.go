package cli_test

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/language"
	"golang.org/x/text/width"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Whatever the bytes: either rows without a fault, which written out anew read
// the same in both encodings, or faults that all say something in both
// languages, and no rows.
func FuzzReadCSV(f *testing.F) {
	f.Add([]byte(clean))
	f.Add([]byte("\uFEFFid,org,asked,on\r\nA,甲,\"1,234\",2015/4/21\r\n"))
	f.Add([]byte("id,org,asked,on\nA,\"甲,1,2015-04-21"))
	f.Add([]byte("\xb1\xe0\xba\xc5,org,asked,on\n\xff\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		sheet, err := read(string(data))
		if err != nil {
			require.Zero(t, sheet)
			for _, p := range rule.ProblemsOf(err) {
				require.NotEqual(t, rule.Foreign, p.Code)
				for _, tag := range []language.Tag{language.Chinese, language.English} {
					require.NotContains(t, p.In(tag), string(p.Code))
				}
			}
			return
		}
		require.Len(t, sheet.Numbers, len(sheet.Rows))
		again, err := read(table(t, sheet.Rows))
		require.NoError(t, err)
		require.Equal(t, plain(sheet.Rows), plain(again.Rows))

		gb, err := simplifiedchinese.GB18030.NewEncoder().String(table(t, sheet.Rows))
		if err != nil || utf8.ValidString(gb) {
			return // a character GB18030 lacks, or bytes that mean something in both
		}
		if again, err = read(gb); err != nil {
			require.ErrorIs(t, err, cli.TableEncoding)
			return
		}
		require.Equal(t, plain(sheet.Rows), plain(again.Rows))
	})
}

// table writes rows as a table.
func table(t *testing.T, rows []request) string {
	t.Helper()
	var b strings.Builder
	w := csv.NewWriter(&b)
	require.NoError(t, w.Write([]string{"编号", "组织", "申请金额", "日期", "得分"}))
	for _, row := range plain(rows) {
		require.NoError(t, w.Write(row))
	}
	w.Flush()
	return b.String()
}

// plain is rows as texts, which compare where decimals do not.
func plain(rows []request) [][]string {
	out := make([][]string, len(rows))
	for i, r := range rows {
		score := ""
		if r.Score != nil {
			score = r.Score.String()
		}
		out[i] = []string{r.ID, r.Org, r.Asked.String(), r.On.String(), score}
	}
	return out
}

// An amount that is read is the number that is left without its commas, and
// these stand before every three digits or not at all.
func FuzzAmount(f *testing.F) {
	for _, seed := range []string{"1,234,567.00", "1,23", "０", "-1,000", "0,123", "1,234.567,8"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		got, err := cli.Amount(rule.ParseDecimal).Parse(cell)
		if err != nil {
			return
		}
		digits := width.Fold.String(cell)
		bare := strings.ReplaceAll(digits, ",", "")
		want, err := rule.ParseDecimal(bare)
		require.NoError(t, err)
		require.True(t, got.Equal(want))
		if bare != digits {
			whole, _, _ := strings.Cut(digits, ".")
			grouped := rule.Num(got.Truncate(0), 0).In(language.English)
			require.Equal(t, strings.TrimPrefix(grouped, "-"), strings.TrimPrefix(whole, "-"))
		}
	})
}
