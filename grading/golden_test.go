package grading_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// golden compares with a file under testdata, or writes it where
// UPDATE_GOLDEN=1.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got)
}

func goldenPage(t *testing.T, name string, page rule.Page) {
	t.Helper()
	golden(t, name+".zh.txt", page.In(language.Chinese))
	golden(t, name+".en.txt", page.In(language.English))
	out, err := json.MarshalIndent(page, "", "  ")
	require.NoError(t, err)
	golden(t, name+".json", string(out)+"\n")
}
