package cli_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/org/rule"
)

// written returns what a command with these arguments writes.
func written(t *testing.T, write func(*cli.Output) error, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	require.NoError(t, cli.New("test", rule.Text{}).Run(args, &stdout, &stderr, write))
	require.Empty(t, stderr.String())
	return stdout.String()
}

func TestTable(t *testing.T) {
	t.Parallel()
	write := func(out *cli.Output) error {
		out.Table(cli.Table{
			Head: []rule.Text{rule.Words("组织", "organization"), rule.Words("金额", "amount"), rule.Words("备注", "remark")},
			Rows: [][]string{
				{"阳光邻里互助中心", "1,458.33", "—"},
				{"Ａ１ café cafe\u0301", "0.07", "two\nlines\x1b[2J\u202e"},
			},
			Right: []int{1},
		})
		return nil
	}
	assert.Equal(t, ""+
		"组织                  金额  备注\n"+
		"阳光邻里互助中心  1,458.33  —\n"+
		"Ａ１ café cafe\u0301        0.07  two lines [2J\n",
		written(t, write, "-lang", "zh"))
	assert.Contains(t, written(t, write, "-lang", "en"), "organization        amount  remark\n")
}

func TestEncode(t *testing.T) {
	t.Parallel()
	write := func(out *cli.Output) error {
		assert.True(t, out.JSON)
		assert.Equal(t, language.English, out.Lang)
		return out.Encode(map[string]string{"name": "甲 & 乙 <丙>"})
	}
	assert.Equal(t, "{\n  \"name\": \"甲 & 乙 <丙>\"\n}\n", written(t, write, "-lang", "en", "-json"))
}
