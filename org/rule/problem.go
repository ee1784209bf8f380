package rule

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Problem is one fault in what was put in: where, which, and with what values.
type Problem struct {
	Path   string  // of the field, such as sources[2].budget; empty for the whole
	Code   Code    // stable
	Params []Input // the values that explain the fault

	text Text
}

// Error returns the path and the fault in English.
func (p *Problem) Error() string { return p.In(language.English) }

// Unwrap returns the code, so that errors.Is(p, p.Code) holds.
func (p *Problem) Unwrap() error { return p.Code }

// In returns the path and the fault in the reader's language.
func (p *Problem) In(tag language.Tag) string {
	switch {
	case p.Path == "":
		return p.message(tag)
	case Chinese(tag):
		return p.Path + ":" + p.message(tag)
	}
	return p.Path + ": " + p.message(tag)
}

func (p *Problem) message(tag language.Tag) string {
	return cmp.Or(fill(p.text.In(tag), tag, p.Params), string(p.Code))
}

// MarshalJSON writes path, code, parameters and the message in both languages.
func (p *Problem) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Path    string `json:"path"`
		Code    Code   `json:"code"`
		Params  inputs `json:"params"`
		Message Text   `json:"message"`
	}{p.Path, p.Code, p.Params, Text{p.message(language.Chinese), p.message(language.English)}})
}

// Problems is every fault found in one input. Build it with Add and Nest,
// return it with Err.
type Problems []*Problem

// Add appends problems, leaving out nil ones.
func (ps *Problems) Add(found ...*Problem) {
	for _, p := range found {
		if p != nil {
			*ps = append(*ps, p)
		}
	}
}

// Nest appends the problems in err under a path: budget under sources[2]
// becomes sources[2].budget. A nil error adds nothing; an error that is no
// problem becomes one with code [Foreign].
func (ps *Problems) Nest(path string, err error) {
	for _, p := range ProblemsOf(err) {
		nested := *p
		nested.Path = join(path, p.Path)
		*ps = append(*ps, &nested)
	}
}

func join(outer, inner string) string {
	switch {
	case outer == "":
		return inner
	case inner == "" || inner[0] == '[':
		return outer + inner
	}
	return outer + "." + inner
}

// ProblemsOf returns the problems an error consists of, sorted as [Problems.Err]
// does; none for nil.
func ProblemsOf(err error) Problems {
	var found Problems
	found.gather(err)
	return found.sorted()
}

// gather appends the problems in the tree of an error.
func (ps *Problems) gather(err error) {
	switch e := err.(type) { //nolint:errorlint // takes the tree apart itself
	case nil:
	case *Problem:
		ps.Add(e)
	case Problems:
		ps.Add(e...)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			ps.gather(inner)
		}
	default:
		var one *Problem
		if inner := errors.Unwrap(err); inner != nil && errors.As(inner, &one) {
			ps.gather(inner)
			return
		}
		ps.Add(problems.Problem("", Foreign, With("detail", Word(err.Error()))))
	}
}

// Err returns the problems as one error, sorted by path and code, or nil if
// there are none. Numbers in paths are ordered as numbers.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps.sorted()
}

func (ps Problems) sorted() Problems {
	sorted := slices.Clone(ps)
	slices.SortStableFunc(sorted, func(a, b *Problem) int {
		return cmp.Or(comparePaths(a.Path, b.Path), cmp.Compare(a.Code, b.Code))
	})
	return sorted
}

// comparePaths orders a[2] before a[10].
func comparePaths(a, b string) int {
	for a != "" && b != "" {
		i, j := digitRun(a), digitRun(b)
		if i > 0 && j > 0 {
			x, y := strings.TrimLeft(a[:i], "0"), strings.TrimLeft(b[:j], "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[i:], b[j:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

func digitRun(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// Error returns every problem in English, one on a line.
func (ps Problems) Error() string { return ps.In(language.English) }

// In returns every problem in the reader's language, one on a line.
func (ps Problems) In(tag language.Tag) string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.In(tag)
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the problems one by one, for errors.Is and errors.As.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}
