package sancheng_test

import (
	"encoding/json"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The README promises that what it shows is real. Its blocks are
//
//   - go: a complete program, formatted; where a block marked "text output"
//     follows, that is exactly what it prints;
//   - console: commands after "$ ", each with what it prints; sh: commands
//     alone. Those that run an example are run;
//   - text, json, mermaid: pictures and data, not checked here.
//
// A line … stands for any number of lines, a line that ends in … for any that
// begins like it.
func TestReadme(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("README.md")
	require.NoError(t, err, "there is no README to check")
	blocks, err := blocksOf(string(text))
	require.NoError(t, err)
	require.NotEmpty(t, blocks)
	for i, b := range blocks {
		t.Run(fmt.Sprintf("line %d", b.line), func(t *testing.T) {
			switch b.kind {
			case "go":
				got := runProgram(t, b.text)
				if i+1 < len(blocks) && blocks[i+1].kind == "text output" {
					assert.NoError(t, shows(blocks[i+1].text, got))
				}
			case "text output":
				require.True(t, i > 0 && blocks[i-1].kind == "go", "the output of no program")
			case "console", "sh":
				for _, c := range commandsOf(b) {
					assert.NoError(t, c.check(runCommand))
				}
			case "text", "json", "mermaid":
			default:
				require.Fail(t, "a block of unknown kind", b.kind)
			}
		})
	}
}

// TestReadmeNamesTestsThatAreThere finds every test that the README names.
func TestReadmeNamesTestsThatAreThere(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	there := map[string]bool{}
	declared := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	require.NoError(t, filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		code, err := os.ReadFile(path)
		for _, match := range declared.FindAllStringSubmatch(string(code), -1) {
			there[match[1]] = true
		}
		return err
	}))
	named := regexp.MustCompile("`((?:Test|Fuzz)[A-Z]\\w*)`").FindAllStringSubmatch(string(text), -1)
	require.NotEmpty(t, named)
	for _, match := range named {
		assert.True(t, there[match[1]], "there is no %s", match[1])
	}
}

// block is what stands between two fences: its info string, its text, and the
// line it begins on.
type block struct {
	kind, text string
	line       int
}

func blocksOf(markdown string) ([]block, error) {
	var blocks []block
	open := false
	for i, line := range strings.Split(markdown, "\n") {
		info, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && !open:
			blocks = append(blocks, block{kind: strings.TrimSpace(info), line: i + 1})
			open = true
		case fence && strings.TrimSpace(info) == "":
			open = false
		case open:
			blocks[len(blocks)-1].text += line + "\n"
		}
	}
	if open {
		return nil, fmt.Errorf("the block on line %d is never closed", blocks[len(blocks)-1].line)
	}
	return blocks, nil
}

// command is a command line and what it is shown to print.
type command struct{ line, output string }

func commandsOf(b block) []command {
	var commands []command
	for line := range strings.Lines(b.text) {
		line = strings.TrimRight(line, " \n")
		rest, prompt := strings.CutPrefix(line, "$ ")
		switch {
		case prompt || b.kind == "sh" && line != "":
			commands = append(commands, command{line: rest})
		case len(commands) > 0:
			commands[len(commands)-1].output += line + "\n"
		default:
			commands = append(commands, command{output: line})
		}
	}
	return commands
}

// notRun are the commands a reader types that prove nothing here: fetching the
// module, and the tests this is one of.
var notRun = regexp.MustCompile(`^(git clone \S+|cd \S+|go get \S+|go test \./\.\.\.)( +#.*)?$`)

// check runs an example and compares what it prints. It may fail only if its
// exit status is shown.
func (c command) check(run func(line string) (output string, err error)) error {
	switch {
	case notRun.MatchString(c.line):
		return nil
	case !strings.HasPrefix(c.line, "go run ./examples/"):
		return fmt.Errorf("%q is no command this test knows", c.line)
	}
	got, err := run(c.line)
	if err != nil && !strings.Contains(c.output, "exit status") {
		return fmt.Errorf("%s: %w\n%s", c.line, err, got)
	}
	if strings.TrimSpace(c.output) == "" {
		return nil
	}
	if err := shows(c.output, got); err != nil {
		return fmt.Errorf("%s: %w", c.line, err)
	}
	return nil
}

func runCommand(line string) (string, error) {
	cmd := exec.Command("sh", "-c", line)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// runProgram runs a program as if its file stood in a folder of the module.
func runProgram(t *testing.T, source string) string {
	t.Helper()
	formatted, err := format.Source([]byte(source))
	require.NoError(t, err)
	assert.Equal(t, string(formatted), source, "formatted")
	root, err := os.Getwd()
	require.NoError(t, err)
	dir := t.TempDir()
	file, overlay := filepath.Join(dir, "main.go"), filepath.Join(dir, "overlay.json")
	require.NoError(t, os.WriteFile(file, []byte(source), 0o600))
	placed, err := json.Marshal(map[string]any{
		"Replace": map[string]string{filepath.Join(root, "readme_program", "main.go"): file},
	})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(overlay, placed, 0o600))
	cmd := exec.Command("go", "run", "-overlay", overlay, "./readme_program")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	return string(out)
}

// shows tells where what is shown differs from what was printed.
func shows(shown, printed string) error {
	want, got := linesOf(shown), linesOf(printed)
	far := 0
	var match func(i, j int) bool
	match = func(i, j int) bool {
		far = max(far, i)
		switch {
		case i == len(want):
			return j == len(got)
		case want[i] == "…":
			return match(i+1, j) || j < len(got) && match(i, j+1)
		case j == len(got):
			return false
		}
		start, cut := strings.CutSuffix(want[i], "…")
		return (want[i] == got[j] || cut && strings.HasPrefix(got[j], start)) && match(i+1, j+1)
	}
	switch {
	case match(0, 0):
		return nil
	case far == len(want):
		return fmt.Errorf("more is printed than is shown:\n%s", printed)
	}
	return fmt.Errorf("%q is not printed there; printed is:\n%s", want[far], printed)
}

// linesOf returns the lines without space at their end, and without empty
// lines at the end.
func linesOf(text string) []string {
	lines := strings.Split(strings.TrimRight(text, " \n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return lines
}

func TestReadmeBlocks(t *testing.T) {
	t.Parallel()
	blocks, err := blocksOf("# Title\n\n```sh\ngo test ./...\n```\ntext\n```go\npackage main\n```\n\n```text output\nhello\n```\n")
	require.NoError(t, err)
	assert.Equal(t, []block{
		{"sh", "go test ./...\n", 3},
		{"go", "package main\n", 7},
		{"text output", "hello\n", 11},
	}, blocks)
	_, err = blocksOf("```go\npackage main\n")
	assert.EqualError(t, err, "the block on line 1 is never closed")
}

func TestReadmeCommands(t *testing.T) {
	t.Parallel()
	run := func(line string) (string, error) {
		if strings.Contains(line, "wrong") {
			return "rows[2].asked: …\nexit status 2\n", os.ErrInvalid
		}
		return "one\ntwo\nthree\n", nil
	}
	for text, right := range map[string]bool{
		"$ go run ./examples/settle\none\ntwo\nthree\n":                              true,
		"$ go run ./examples/settle\n":                                               true,
		"$ go run ./examples/settle\none\n…\n":                                       true,
		"$ go run ./examples/settle\none\n":                                          false,
		"$ go run ./examples/settle\none\n\n$ go run ./examples/settle\n":            false,
		"$ go run ./examples/settle\n…\nfour\n…\n":                                   false,
		"$ go run ./examples/settle\n…\ntwo\none\n…\n":                               false,
		"$ go run ./examples/wrong\n":                                                false,
		"$ go run ./examples/wrong\nrows[2]…\nexit status 2\n":                       true,
		"$ go test ./...   # all\nok everything\n$ cd sancheng\n$ git clone there\n": true,
		"$ rm -rf there\n":              false,
		"$ go test ./... && rm there\n": false,
		"no prompt\n":                   false,
	} {
		var failed error
		for _, c := range commandsOf(block{kind: "console", text: text}) {
			if err := c.check(run); err != nil {
				failed = err
			}
		}
		assert.Equal(t, right, failed == nil, "%s%v", text, failed)
	}
	assert.Equal(t, []command{{line: "go run ./examples/zhenhai"}, {line: "go test ./...  # the tests"}},
		commandsOf(block{kind: "sh", text: "go run ./examples/zhenhai\ngo test ./...  # the tests\n"}))
}

func TestReadmeShows(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		shown, printed string
		right          bool
	}{
		{"a\nb\n", "a\nb\n", true},
		{"a\nb", "a  \nb\n\n", true},
		{"a\n", "a\nb\n", false},
		{"a\nb\n", "a\n", false},
		{"…\nb\n", "a\nb\n", true},
		{"a\n…\n", "a\nb\nc\n", true},
		{"a\n…\nc\n", "a\nb\nc\n", true},
		{"a\n…\nb\nc\n", "a\nb\nb\nc\n", true},
		{"a\n…\nc\n", "a\nb\nd\n", false},
		{"ab…\n", "abcd\n", true},
		{"ab…\n", "acd\n", false},
	} {
		assert.Equal(t, c.right, shows(c.shown, c.printed) == nil, "%q for %q", c.shown, c.printed)
	}
}

func TestReadmeProgram(t *testing.T) {
	t.Parallel()
	out := runProgram(t, `package main

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org/rule"
)

func main() { fmt.Println(rule.Day(2015, 4, 21).AddMonths(1)) }
`)
	assert.Equal(t, "2015-05-21\n", out)
}
