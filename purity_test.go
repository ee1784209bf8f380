package sancheng_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// banned are the functions and variables a room does not touch, each with the
// reason.
func banned(room string) map[string]string {
	const (
		clock   = "reads the clock or its place"
		prints  = "writes to the process's output"
		knob    = "depends on a setting of the whole process"
		decimal = "github.com/shopspring/decimal."
		number  = "(github.com/shopspring/decimal.Decimal)."
	)
	names := map[string]string{"(time.Time).Local": clock, "print": prints, "println": prints}
	for _, name := range []string{
		"Now", "Since", "Until", "Local", "LoadLocation",
		"Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker",
	} {
		names["time."+name] = clock
	}
	for _, name := range []string{"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"} {
		names["fmt."+name] = prints
	}
	for _, name := range []string{"DivisionPrecision", "PowPrecisionNegativeExponent", "MarshalJSONWithoutQuotes", "ExpMaxIterations", "Avg"} {
		names[decimal+name] = knob
	}
	for _, name := range []string{"Div", "Pow", "PowBigInt", "PowInt32"} {
		names[number+name] = knob
	}
	if room != "org/rule" {
		names[decimal+"NewFromString"] = "takes an exponent and any number of digits: rule.ParseDecimal does not"
		names[decimal+"RequireFromString"] = "takes an exponent and any number of digits: rule.Dec does not"
	}
	return names
}

// isTable tells whether a variable of a package may have this type: a plain
// value, a struct or array, or one of a few types that nobody can change who
// only calls them.
func isTable(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Basic, *types.Struct, *types.Array:
		return true
	}
	for _, allowed := range [][2]string{
		{"org/rule", "Catalog"}, {"golang.org/x/text/language", "Matcher"}, {"reflect", "Type"},
	} {
		if _, ok := named(t, allowed[0], allowed[1]); ok {
			return true
		}
	}
	return false
}

// impurities lists what the code of a room does that the library must not do.
func (h house) impurities(r room) []string {
	i := inspection{house: h, room: r, banned: banned(r.path)}
	for _, file := range r.files {
		for _, decl := range file.Decls {
			i.decl(decl)
		}
		ast.Inspect(file, i.node)
	}
	return i.found
}

type inspection struct {
	house
	room   room
	banned map[string]string
	found  []string
}

func (i *inspection) fault(at ast.Node, format string, args ...any) {
	i.found = append(i.found, i.files.Position(at.Pos()).String()+": "+fmt.Sprintf(format, args...))
}

// decl looks at what a package declares.
func (i *inspection) decl(decl ast.Decl) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Name.Name == "init" && decl.Recv == nil {
			i.fault(decl, "a function that runs by itself")
		}
	case *ast.GenDecl:
		if decl.Tok != token.VAR {
			return
		}
		for _, spec := range decl.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				if name.IsExported() {
					i.fault(name, "exported variable %s", name.Name)
				}
				if t := i.room.info.Defs[name].Type(); name.Name != "_" && !isTable(t) {
					i.fault(name, "variable %s of type %s", name.Name, t)
				}
			}
		}
	}
}

// node looks at one piece of code, and tells whether to look inside it.
func (i *inspection) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GoStmt:
		i.fault(n, "a goroutine")
	case *ast.Ident:
		if object := i.room.info.Uses[n]; object != nil {
			if why, is := i.banned[fullName(object)]; is {
				i.fault(n, "%s %s", fullName(object), why)
			}
		}
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			for _, left := range n.Lhs {
				i.table(left, "is written to")
			}
		}
	case *ast.IncDecStmt:
		i.table(n.X, "is written to")
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			i.table(n.X, "has its address taken")
		}
	case *ast.SelectorExpr:
		if s := i.room.info.Selections[n]; s != nil && s.Kind() == types.MethodVal && isPointer(s.Obj().(*types.Func).Signature().Recv().Type()) {
			i.table(n.X, "is changed by a method")
		}
	case *ast.ReturnStmt:
		for _, result := range n.Results {
			if _, isMap := i.room.info.TypeOf(result).Underlying().(*types.Map); isMap {
				i.table(result, "is handed out")
			}
		}
	case *ast.BinaryExpr:
		if (n.Op == token.EQL || n.Op == token.NEQ) && !isEmpty(n.X) && !isEmpty(n.Y) && holdsDecimal(i.room.info.TypeOf(n.X)) {
			i.fault(n, "compares decimals by their addresses")
		}
	}
	if e, ok := n.(ast.Expr); ok && isFloat(i.room.info.TypeOf(e)) {
		i.fault(n, "a binary fraction")
		return false
	}
	return true
}

// table reports that something happens to a variable of the package or a place
// in it, if the expression is one.
func (i *inspection) table(e ast.Expr, happens string) {
	for {
		switch inner := e.(type) {
		case *ast.ParenExpr:
			e = inner.X
		case *ast.IndexExpr:
			e = inner.X
		case *ast.SelectorExpr:
			e = inner.X
		case *ast.StarExpr:
			e = inner.X
		case *ast.Ident:
			if v, ok := i.room.info.Uses[inner].(*types.Var); ok && v.Parent() == i.room.types.Scope() {
				i.fault(e, "variable %s %s", inner.Name, happens)
			}
			return
		default:
			return
		}
	}
}

// fullName is the name of a function or variable with its package.
func fullName(object types.Object) string {
	if f, ok := object.(*types.Func); ok {
		return f.FullName()
	}
	if object.Pkg() == nil {
		return object.Name()
	}
	return object.Pkg().Path() + "." + object.Name()
}

func isPointer(t types.Type) bool {
	_, is := t.Underlying().(*types.Pointer)
	return is
}

// isEmpty tells whether an expression is a composite literal without elements.
func isEmpty(e ast.Expr) bool {
	if paren, ok := e.(*ast.ParenExpr); ok {
		e = paren.X
	}
	literal, ok := e.(*ast.CompositeLit)
	return ok && len(literal.Elts) == 0
}

// holdsDecimal tells whether values of t contain a decimal.
func holdsDecimal(t types.Type) bool {
	if t == nil {
		return false
	}
	if _, ok := named(t, "github.com/shopspring/decimal", "Decimal"); ok {
		return true
	}
	switch t := t.Underlying().(type) {
	case *types.Struct:
		for field := range t.Fields() {
			if holdsDecimal(field.Type()) {
				return true
			}
		}
	case *types.Array:
		return holdsDecimal(t.Elem())
	}
	return false
}

// isFloat tells whether t is a float or complex number or a list of results
// with one.
func isFloat(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&(types.IsFloat|types.IsComplex) != 0
	case *types.Tuple:
		for v := range t.Variables() {
			if isFloat(v.Type()) {
				return true
			}
		}
	}
	return false
}

func TestTheLibraryIsPure(t *testing.T) {
	t.Parallel()
	h := readHouse(t)
	for _, r := range h.rooms {
		assert.Empty(t, h.impurities(r), r.path)
	}
}

func TestImpuritiesAreFound(t *testing.T) {
	t.Parallel()
	h := readHouse(t)
	for source, want := range map[string]string{
		"func f() { go f() }":                                                                      "a goroutine",
		"func init() {}":                                                                           "runs by itself",
		"var Table = [2]int{1, 2}":                                                                 "exported variable Table",
		"var count int; func f() { count++ }":                                                      "variable count is written to",
		"var list = []int{1}":                                                                      "variable list of type []int",
		"var table = [2]int{}; func f() { table[0] = 1 }":                                          "variable table is written to",
		"var table = [2]int{}; func f() { table[0]++ }":                                            "variable table is written to",
		"var table = [2]int{}; func f() *int { return &table[1] }":                                 "variable table has its address taken",
		"type s struct{}; func (*s) m() {}; var table s; func f() { table.m() }":                   "variable table is changed by a method",
		"var texts = rule.Catalog{}; func f() any { return texts }":                                "variable texts is handed out",
		"var texts = rule.Catalog{}; func f() { texts[``] = rule.Text{} }":                         "variable texts is written to",
		"func f(x float64) {}":                                                                     "a binary fraction",
		"const half = 0.5":                                                                         "a binary fraction",
		"type t struct{ x []float32 }":                                                             "a binary fraction",
		"func f(d decimal.Decimal) { _, _ = d.Float64() }":                                         "a binary fraction",
		"func f(d decimal.Decimal) bool { return d.InexactFloat64() > 0 }":                         "a binary fraction",
		"func f() { _ = decimal.NewFromFloat(2) }":                                                 "a binary fraction",
		"func f(d decimal.Decimal) decimal.Decimal { return d.Div(d) }":                            "Div depends on a setting",
		"func f(d decimal.Decimal) bool { return d == d }":                                         "compares decimals",
		"func f(d decimal.Decimal) bool { return [1]decimal.Decimal{d} != [1]decimal.Decimal{d} }": "compares decimals",
		"func f() { decimal.DivisionPrecision = 2 }":                                               "DivisionPrecision depends on a setting",
		"func f() { _ = time.Now() }":                                                              "time.Now reads the clock",
		"var now = time.Now; type T = time.Time":                                                   "time.Now reads the clock",
		"func f(t time.Time) time.Time { return t.Local() }":                                       "Local reads the clock",
		"func f() { fmt.Println() }":                                                               "fmt.Println writes",
		"func f() { println() }":                                                                   "println writes",
	} {
		found := h.impurities(h.source(t, source))
		require.NotEmpty(t, found, source)
		assert.Contains(t, strings.Join(found, "\n"), want, source)
	}
	for _, source := range []string{
		"var kinds = rule.NewEnum[kind](`kind`); type kind uint8",
		"var texts = rule.Catalog{}; func f() rule.Reason { return texts.Reason(``) }",
		"var wide = len(`12`) > 1",
		"var title = rule.Words(``, ``); func f() rule.Text { return title }",
		"var table = [2]int{1, 2}; func f() int { table := table; table[0]++; return table[0] }",
		"func f(d decimal.Decimal) (decimal.Decimal, decimal.Decimal) { return d.QuoRem(d, 2) }",
		"func f(d decimal.Decimal) bool { return d.Equal(d) }",
		"func f() time.Time { return time.Date(2015, 4, 21, 0, 0, 0, 0, time.UTC) }",
		"func f() error { return fmt.Errorf(``) }",
	} {
		assert.Empty(t, h.impurities(h.source(t, source)), source)
	}
}

// source is a room with one small file.
func (h house) source(t *testing.T, text string) room {
	t.Helper()
	file, err := parser.ParseFile(h.files, "source.go", `package source
import ("fmt"; "time"; "github.com/shopspring/decimal"; "`+module+`/org/rule")
`+text, 0)
	require.NoError(t, err)
	r, err := h.check("source", []*ast.File{file}, func(error) {})
	require.NoError(t, err)
	return r
}
