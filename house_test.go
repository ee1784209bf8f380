package sancheng_test

import (
	"encoding/json"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// module is the path all packages of the house begin with.
const module = "github.com/sancheng-go/sancheng"

// rooms are the folders that hold the library.
func rooms() []string { return []string{"org", "funding", "grading", "volunteer", "charity"} }

// room is a package of the library with the types of its code, tests left out.
type room struct {
	path  string // within the module, such as org/rule
	files []*ast.File
	info  *types.Info
	types *types.Package
}

// house is every package of the library, read once for all tests.
type house struct {
	files *token.FileSet
	types types.Importer
	rooms []room
}

func readHouse(t *testing.T) house {
	t.Helper()
	h, err := readOnce()
	require.NoError(t, err)
	require.NotEmpty(t, h.rooms)
	return h
}

var readOnce = sync.OnceValues(func() (house, error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,GoFiles,Export", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return house{}, err
	}
	type listed struct {
		ImportPath, Dir, Export string
		GoFiles                 []string
	}
	var own []listed
	exports := map[string]string{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p listed
		if err := dec.Decode(&p); err != nil {
			return house{}, err
		}
		exports[p.ImportPath] = p.Export
		within := strings.TrimPrefix(p.ImportPath, module+"/")
		if first, _, _ := strings.Cut(within, "/"); slices.Contains(rooms(), first) {
			p.ImportPath = within
			own = append(own, p)
		}
	}
	h := house{files: token.NewFileSet()}
	h.types = importer.ForCompiler(h.files, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	for _, p := range own {
		var files []*ast.File
		for _, name := range p.GoFiles {
			file, err := parser.ParseFile(h.files, filepath.Join(p.Dir, name), nil, parser.ParseComments)
			if err != nil {
				return house{}, err
			}
			files = append(files, file)
		}
		r, err := h.check(p.ImportPath, files, nil)
		if err != nil {
			return house{}, err
		}
		h.rooms = append(h.rooms, r)
	}
	return h, nil
})

// check finds the types of a package's files. Errors go to report, or stop it.
func (h house) check(path string, files []*ast.File, report func(error)) (room, error) {
	r := room{path: path, files: files, info: &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}}
	config := types.Config{Importer: h.types, Error: report}
	var err error
	r.types, err = config.Check(module+"/"+path, h.files, files, r.info)
	if report != nil {
		err = nil
	}
	return r, err
}

// named tells whether t is the named type of that package within the module.
func named(t types.Type, pkg, name string) (*types.Named, bool) {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil, false
	}
	path := strings.TrimPrefix(n.Obj().Pkg().Path(), module+"/")
	return n, path == pkg && n.Obj().Name() == name
}
