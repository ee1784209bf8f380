package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
)

// called runs the command and returns what it printed and its exit code.
func called(args ...string) (stdout, stderr string, code int) {
	var out, errs bytes.Buffer
	err := run(context.Background(), args, &out, &errs)
	return out.String(), errs.String(), cli.ExitCode(err)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	name = "testdata/" + name
	if os.Getenv("UPDATE_GOLDEN") != "" {
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "run with UPDATE_GOLDEN=1 if this is meant")
}

// Every use of the command, in Chinese, English and JSON.
func TestOutputs(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		code int
	}{
		"round":    {nil, 0},
		"explain":  {[]string{"-explain", "S05"}, 0},
		"failed":   {[]string{"-explain", "S21"}, 0},
		"line":     {[]string{"-whatif", "line class1=88"}, 0},
		"rate":     {[]string{"-whatif", "rate class-3 = 1200"}, 0},
		"budget":   {[]string{"-budget", "36000"}, 0},
		"huaining": {[]string{"-diagnose", "testdata/huaining.csv", "-step", "0.1"}, 1},
		"whole":    {[]string{"-diagnose", "testdata/huaining.csv"}, 1},
		"sound":    {[]string{"-diagnose", "testdata/sound.csv", "-step", "0.5", "-most", "100"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, lang := range []string{"zh", "en"} {
				stdout, stderr, code := called(append([]string{"-lang", lang}, c.args...)...)
				assert.Equal(t, c.code, code, stderr)
				golden(t, name+"."+lang+".txt", stdout)
			}
			stdout, _, code := called(append([]string{"-lang", "en", "-json"}, c.args...)...)
			assert.Equal(t, c.code, code)
			assert.True(t, json.Valid([]byte(stdout)))
			golden(t, name+".json", stdout)
		})
	}
}

// The same table in the encoding of older spreadsheets gives the same report.
func TestATableOfOnesOwn(t *testing.T) {
	t.Parallel()
	text, err := simplifiedchinese.GB18030.NewEncoder().Bytes(sample)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "scores.csv")
	require.NoError(t, os.WriteFile(file, text, 0o600))
	want, _, _ := called("-lang", "zh")
	got, stderr, code := called("-lang", "zh", "-scores", file)
	assert.Zero(t, code, stderr)
	assert.Equal(t, want, got)
}

func TestFaults(t *testing.T) {
	t.Parallel()
	for name, args := range map[string][]string{
		"bad-scores": {"-scores", "testdata/badscores.csv"},
		"bad-bands":  {"-diagnose", "testdata/bad.csv", "-step", "x"},
		"nobody":     {"-explain", "X"},
		"no-line":    {"-whatif", "line failed=10"},
		"crossing":   {"-whatif", "line class1=74"},
		"no-class":   {"-whatif", "line class9=74"},
		"no-words":   {"-whatif", "class1=74"},
		"no-number":  {"-whatif", "rate class1=many"},
		"no-money":   {"-budget", "many"},
		"no-file":    {"-diagnose", "testdata/nothing.csv"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all := ""
			for _, lang := range []string{"zh", "en"} {
				stdout, stderr, code := called(append([]string{"-lang", lang}, args...)...)
				assert.Equal(t, 2, code)
				assert.Empty(t, stdout)
				assert.NotContains(t, stderr, "{")
				all += stderr
			}
			golden(t, name+".faults.txt", all)
		})
	}
}
