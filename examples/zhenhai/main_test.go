package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/examples/internal/clitest"
)

var command = clitest.Run(run)

func TestReplay(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"zh", "en"} {
		command.Golden(t, "testdata/replay."+lang+".txt", "-lang", lang)
	}
}

func TestEveryStatementHasAVerdict(t *testing.T) {
	t.Parallel()
	stdout, _, code := command.Call("-json")
	require.Zero(t, code)
	var got struct {
		Facts []struct {
			ID      string
			Verdict string
			Lines   []struct{ Verdict, By string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &got))
	require.Len(t, got.Facts, 34)
	for i, f := range got.Facts {
		assert.NotEmpty(t, f.Lines, f.ID)
		assert.NotEmpty(t, f.Verdict, f.ID)
		assert.Equal(t, "F"+strconv.Itoa(i+1), f.ID)
		for _, l := range f.Lines {
			assert.NotEmpty(t, l.By, f.ID)
		}
	}
}

// TestWrongFigures changes one figure at a time and demands that the verdict
// of its statement turns.
func TestWrongFigures(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ id, right, wrong string }{
		{"F1", `"at": "333"`, `"at": "334"`},
		{"F2", `"at": "138"`, `"at": "137"`},
		{"F3", `"at": "195"`, `"at": "196"`},
		{"F4", `"at": "1154"`, `"at": "1155"`},
		{"F5", `"at": "0.10"`, `"at": "0.12"`},
		{"F6", `"at": "6.35"`, `"at": "6.36"`},
		{"F7", `"at": "3",`, `"at": "4",`},
		{"F9", `"at": "1000"`, `"at": "1100"`},
		{"F10", `"at": "61"`, `"at": "60"`},
		{"F10", `"at": "600"`, `"at": "700"`},
		{"F11", `"at": "19440000"`, `"at": "19440001"`},
		{"F15", `"at": "140000"`, `"at": "137000"`},
		{"F15", `"at": "14",`, `"at": "13",`},
		{"F16", `"at": "3",`, `"at": "4",`},
		{"F17", `"at": "6",`, `"at": "5",`},
		{"F18", `"at": "24"`, `"at": "25"`},
		{"F18", `"at": "3",`, `"at": "2",`},
		{"F19", `"at": "500"`, `"at": "600"`},
		{"F20", `"at": "6",`, `"at": "7",`},
		{"F20", `"at": "17"`, `"at": "16"`},
		{"F20", `"at": "3",`, `"at": "4",`},
		{"F22", `"at": "1678000"`, `"at": "1678000.01"`},
		{"F23", `"at": "4"`, `"at": "5"`},
		{"F24", `"at": "8",`, `"at": "9",`},
		{"F25", `"at": "2",`, `"at": "3",`},
		{"F26", `"at": "3",`, `"at": "2",`},
		{"F27", `"at": "351"`, `"at": "350"`},
		{"F27", `"at": "18"`, `"at": "19"`},
		{"F27", `"at": "140"`, `"at": "150"`},
		{"F28", `"at": "4"`, `"at": "5"`},
		{"F29", `"at": "5",`, `"at": "6",`},
		{"F30", `"at": "3"`, `"at": "4"`},
		{"F31", `"at": "500"`, `"at": "480"`},
		{"F31", `"at": "108"`, `"at": "109"`},
		{"F31", `"at": "15000"`, `"at": "16000"`},
		{"F32", `"at": "30"`, `"at": "34"`},
		{"F32", `"at": "2000"`, `"at": "1950"`},
		{"F33", `"at": "4",`, `"at": "3",`},
	} {
		start := bytes.Index(embedded, []byte(`"id": "`+c.id+`"`))
		require.Positive(t, start, c.id)
		changed := string(embedded[:start]) + strings.Replace(string(embedded[start:]), c.right, c.wrong, 1)
		require.NotEqual(t, string(embedded), changed, c.id)
		file := filepath.Join(t.TempDir(), "document.json")
		require.NoError(t, os.WriteFile(file, []byte(changed), 0o644))
		stdout, _, code := command.Call("-document", file, "-fact", c.id, "-lang", "en")
		assert.Equal(t, 1, code, c.id)
		assert.Contains(t, stdout, "[contradictory]", c.id)
	}
}

func TestOneFact(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"zh", "en"} {
		command.Golden(t, "testdata/f15."+lang+".txt", "-fact", "F15", "-lang", lang)
	}
}

func TestBadInput(t *testing.T) {
	t.Parallel()
	for name, args := range map[string][]string{
		"no such statement": {"-fact", "F35"},
		"no such file":      {"-document", "testdata/none.json"},
		"no such flag":      {"-nothing"},
	} {
		stdout, stderr, code := command.Call(args...)
		assert.Equal(t, 2, code, name)
		assert.Empty(t, stdout, name)
		assert.NotEmpty(t, stderr, name)
	}
}
