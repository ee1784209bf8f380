// Package clitest is what the tests of the commands do alike: run a command
// and compare what it printed with a golden file.
package clitest

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
)

// Run is a command as its main function runs it.
type Run func(ctx context.Context, args []string, stdout, stderr io.Writer) error

// Call runs the command and returns what it printed and its exit code.
func (run Run) Call(args ...string) (stdout, stderr string, code int) {
	var out, faults bytes.Buffer
	err := run(context.Background(), args, &out, &faults)
	return out.String(), faults.String(), cli.ExitCode(err)
}

// Golden demands exit code 0 and the text of a file, which UPDATE_GOLDEN=1
// rewrites.
func (run Run) Golden(t *testing.T, file string, args ...string) {
	t.Helper()
	stdout, stderr, code := run.Call(args...)
	require.Zero(t, code, stderr)
	Golden(t, file, stdout)
}

// Golden demands the text of a file, which UPDATE_GOLDEN=1 rewrites.
func Golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "%s: run with UPDATE_GOLDEN=1 if this is meant", file)
}
