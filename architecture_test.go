package sancheng_test

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mayImport says what each part of the house may import besides itself. The
// ground is four packages; every other part is a folder with all in it.
func mayImport() map[string][]string {
	ground := []string{"org/rule", "org/band", "org/stage", "org/assign"}
	first := append(slices.Clone(ground), "org")
	second := append(slices.Clone(first), "funding")
	return map[string][]string{
		"org/rule":   {},
		"org/band":   {"org/rule"},
		"org/stage":  {"org/rule"},
		"org/assign": {"org/rule"},
		"org":        ground,
		"funding":    first,
		"grading":    second,
		"volunteer":  second,
		"charity":    second,
	}
}

// pure are the packages from elsewhere the library may import: none reads or
// writes a file, a network, a clock or a random source.
func pure() map[string]bool {
	allowed := map[string]bool{}
	for _, path := range []string{
		"bytes", "cmp", "container/heap", "crypto/sha256", "encoding", "encoding/binary", "encoding/hex", "encoding/json",
		"errors", "fmt", "io", "iter", "maps", "math", "math/big", "math/bits", "reflect", "slices", "sort", "strconv",
		"strings", "time", "unicode", "unicode/utf8",
		"github.com/shopspring/decimal",
		"golang.org/x/text/collate", "golang.org/x/text/language", "golang.org/x/text/unicode/norm", "golang.org/x/text/width",
	} {
		allowed[path] = true
	}
	return allowed
}

// part returns the part of the house a package belongs to.
func part(path string) string {
	if _, whole := mayImport()[path]; whole {
		return path
	}
	first, _, _ := strings.Cut(path, "/")
	return first
}

// wrongImport says what is wrong with an import of a package, if anything.
func wrongImport(from, imported string) string {
	if imported == module {
		return "the map of the house holds nothing to import"
	}
	to, inHouse := strings.CutPrefix(imported, module+"/")
	switch allowed, known := mayImport()[part(from)]; {
	case !known:
		return "the house has no such room"
	case from == "funding" && imported == "unsafe":
		return "" // coefficient.go reads decimals where they lie, after comparing their layout
	case !inHouse && !pure()[imported]:
		return "not among the packages known to be pure"
	case !inHouse && imported == "golang.org/x/text/collate" && part(from) != "org":
		return "only names of organizations are put in order"
	case inHouse && part(from) != part(to) && !slices.Contains(allowed, part(to)):
		return "the house has no such door"
	}
	return ""
}

func TestImportsRunDownwardsAndStayPure(t *testing.T) {
	t.Parallel()
	for _, r := range readHouse(t).rooms {
		for _, file := range r.files {
			for _, spec := range file.Imports {
				imported, err := strconv.Unquote(spec.Path.Value)
				require.NoError(t, err)
				assert.Empty(t, wrongImport(r.path, imported), "%s imports %s", r.path, imported)
			}
		}
	}
}

func TestWrongImportsAreFound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from, to string
		right    bool
	}{
		{"org/band", module + "/org/rule", true},
		{"org/rule", module + "/org/band", false},
		{"org/band", module + "/org/stage", false},
		{"org/stage", module + "/org", false},
		{"org", module + "/org/assign", true},
		{"org", module + "/funding", false},
		{"org/network", module + "/org", true},
		{"funding", module + "/org", true},
		{"funding", module + "/grading", false},
		{"grading", module + "/funding", true},
		{"grading", module + "/volunteer", false},
		{"volunteer", module + "/charity", false},
		{"charity/fund", module + "/charity", true},
		{"charity", module + "/examples/settle", false},
		{"charity", module, false},
		{"cellar", "fmt", false},
		{"org", "golang.org/x/text/collate", true},
		{"funding", "golang.org/x/text/collate", false},
		{"funding", "golang.org/x/text/message", false},
		{"funding", "os", false},
		{"funding", "net/http", false},
		{"funding", "io/fs", false},
		{"funding", "log/slog", false},
		{"funding", "math/rand/v2", false},
		{"funding", "math/bits", true},
		{"funding", "C", false},
		{"grading", "unsafe", false},
		{"funding", "embed", false},
		{"funding", "github.com/stretchr/testify/assert", false},
	} {
		assert.Equal(t, c.right, wrongImport(c.from, c.to) == "", "%s imports %s", c.from, c.to)
	}
}

func TestTheHouseHasNoOtherRooms(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "list", "./...").Output()
	require.NoError(t, err)
	for path := range strings.FieldsSeq(string(out)) {
		path = strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
		first, _, _ := strings.Cut(path, "/")
		assert.Contains(t, append(rooms(), "", "examples"), first, path)
	}
	out, err = exec.Command("go", "list", "-f", "{{.GoFiles}}", ".").Output()
	require.NoError(t, err)
	assert.Equal(t, "[doc.go]", strings.TrimSpace(string(out)), "the root package is a map and nothing else")
}

func TestTheModuleRequiresThreeOthers(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "mod", "edit", "-json").Output()
	require.NoError(t, err)
	var mod struct {
		Require []struct {
			Path, Version string
			Indirect      bool
		}
		Replace, Exclude, Tool []any
	}
	require.NoError(t, json.Unmarshal(out, &mod))
	var direct []string
	for _, r := range mod.Require {
		if !r.Indirect {
			direct = append(direct, r.Path+" "+r.Version)
		}
	}
	assert.Equal(t, []string{
		"github.com/shopspring/decimal v1.6.0",
		"github.com/stretchr/testify v1.12.1",
		"golang.org/x/text v0.43.0",
	}, direct)
	assert.Empty(t, mod.Replace)
	assert.Empty(t, mod.Exclude)
	assert.Empty(t, mod.Tool)
}
