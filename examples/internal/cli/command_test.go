package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/org/rule"
)

// greet is a command with one flag of each kind.
func greet(args []string, stdout, stderr io.Writer) error {
	c := cli.New("greet", rule.Words("问候", "says hello"))
	name := c.String("name", "", rule.Words("姓名", "who to greet"))
	fail := c.Bool("fail", rule.Words("核对不通过", "fails a check"))
	return c.Run(args, stdout, stderr, func(out *cli.Output) error {
		fmt.Fprintln(out, rule.Words("你好", "hello").In(out.Lang), *name)
		switch {
		case *fail:
			return cli.Failed(3)
		case *name == "":
			return errors.New("nobody\nto greet")
		}
		return nil
	})
}

func TestRun(t *testing.T) {
	t.Parallel()
	usage := "greet: says hello\n\n" +
		"  -fail        fails a check\n" +
		"  -json        write JSON\n" +
		"  -lang value  language: zh or en (by default that of LC_ALL or LANG)\n" +
		"  -name value  who to greet\n"
	for name, c := range map[string]struct {
		args           []string
		code           int
		stdout, stderr string
	}{
		"done":                    {[]string{"-lang", "en", "-name", "Li"}, 0, "hello Li\n", ""},
		"done in Chinese":         {[]string{"-lang", "zh-Hant-TW", "-name", "Li"}, 0, "你好 Li\n", ""},
		"a check failed":          {[]string{"-lang", "en", "-fail"}, 1, "hello \n", "checks failed: 3\n"},
		"a check failed, Chinese": {[]string{"-fail", "-lang", "zh"}, 1, "你好 \n", "有 3 项核对未通过\n"},
		"bad input":               {[]string{"-lang", "en"}, 2, "", "nobody to greet\n"},
		"unknown flag":            {[]string{"-lang", "zh", "-who", "Li"}, 2, "", "命令行参数有误:flag provided but not defined: -who(-h 列出全部参数)\n"},
		"left over":               {[]string{"-lang", "en", "Li"}, 2, "", "bad command line: unexpected argument \"Li\" (-h lists the flags)\n"},
		"help":                    {[]string{"-lang", "en", "-h"}, 0, usage, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var stdout, stderr bytes.Buffer
			err := greet(c.args, &stdout, &stderr)
			assert.Equal(t, c.code, cli.ExitCode(err))
			assert.Equal(t, c.stdout, stdout.String())
			assert.Equal(t, c.stderr, stderr.String())
		})
	}
}

func TestLanguageOfTheEnvironment(t *testing.T) {
	for _, c := range []struct{ all, lang, args, want string }{
		{"", "zh_CN.UTF-8", "", "你好 \n"},
		{"zh_TW", "en_GB.UTF-8", "", "你好 \n"},
		{"en_GB.UTF-8", "zh_CN", "", "hello \n"},
		{"", "C.UTF-8", "", "hello \n"},
		{"", "", "", "hello \n"},
		{"", "de_DE@euro", "", "hello \n"},
		{"zh_CN", "", "-lang=en", "hello \n"},
	} {
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_MESSAGES", "")
		t.Setenv("LANG", c.lang)
		args := []string{"-fail"}
		if c.args != "" {
			args = append(args, c.args)
		}
		var stdout bytes.Buffer
		require.ErrorIs(t, greet(args, &stdout, io.Discard), cli.ChecksFailed)
		assert.Equal(t, c.want, stdout.String(), "%+v", c)
	}
}

func TestUnknownLanguage(t *testing.T) {
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	var stdout, stderr bytes.Buffer
	require.ErrorIs(t, greet([]string{"-lang", "klingon", "-name", "Li"}, &stdout, &stderr), cli.LanguageUnknown)
	assert.Empty(t, stdout.String())
	assert.Equal(t, "-lang 不认识“klingon”,可用 zh、en\n", stderr.String())
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestAFailedWriteIsAFault(t *testing.T) {
	t.Parallel()
	err := greet([]string{"-name", "Li"}, closed{}, io.Discard)
	require.ErrorIs(t, err, os.ErrClosed)
	assert.Equal(t, 2, cli.ExitCode(err))
}

func TestFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "scheme.json")
	require.NoError(t, os.WriteFile(name, []byte("{}"), 0o600))
	data, err := cli.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "{}", string(data))

	for _, wrong := range []string{filepath.Join(dir, "none.json"), dir} {
		_, err = cli.ReadFile(wrong)
		require.ErrorIs(t, err, cli.FileUnreadable)
	}
	_, err = cli.Open("none.csv")
	assert.EqualError(t, err, "cannot read none.csv: there is no such file")
}
