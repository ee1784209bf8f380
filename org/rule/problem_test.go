package rule_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

func problem(path string, code rule.Code) *rule.Problem { return sentences.Problem(path, code) }

func TestNoProblemsAreNoError(t *testing.T) {
	t.Parallel()
	var found rule.Problems
	found.Add(nil, nil)
	found.Nest("x", nil)
	found.Nest("x", rule.Problems{})
	found.Nest("x", (*rule.Problem)(nil))
	err := found.Err()
	require.NoError(t, err)
	assert.Equal(t, error(nil), err, "an untyped nil")
	assert.Empty(t, rule.ProblemsOf(nil))
}

func TestProblemsAreSorted(t *testing.T) {
	t.Parallel()
	sorted := []string{
		"", "a", "a.b", "a2", "a10", "a[2]", "a[2].x", "a[10]", "a[10].b", "a[10].b[3]", "a[10].b[20]", "a[100]", "ab", "b",
		"b[99999999999999999998]", "b[99999999999999999999]", "b[100000000000000000000]", "资助[9]", "资助[10]",
	}
	r := rand.New(rand.NewPCG(37, 41))
	for range 200 {
		var found rule.Problems
		for _, i := range r.Perm(len(sorted)) {
			found.Add(problem(sorted[i], "z"), problem(sorted[i], "b"))
		}
		var list rule.Problems
		require.ErrorAs(t, found.Err(), &list)
		for i, p := range list {
			require.Equal(t, sorted[i/2], p.Path)
			require.Equal(t, []rule.Code{"b", "z"}[i%2], p.Code)
		}
	}
	assert.Len(t, rule.Problems{problem("x[01]", "a"), problem("x[1]", "a")}.Err().Error(), len("x[01]: a\nx[1]: a"))
}

func TestErrorsIsAndAs(t *testing.T) {
	t.Parallel()
	var found rule.Problems
	found.Add(problem("a", "one"), problem("b", "two"))
	err := fmt.Errorf("reading: %w", found.Err())
	require.ErrorIs(t, err, rule.Code("one"))
	require.ErrorIs(t, err, rule.Code("two"))
	assert.NotErrorIs(t, err, rule.Code("three"))
	var p *rule.Problem
	require.ErrorAs(t, err, &p)
	assert.Equal(t, "a", p.Path)
	var list rule.Problems
	require.ErrorAs(t, err, &list)
	assert.Len(t, list, 2)
	var code rule.Code
	require.ErrorAs(t, err, &code)
	assert.Equal(t, rule.Code("one"), code)
	assert.Equal(t, "one", code.Error())
}

func TestNest(t *testing.T) {
	t.Parallel()
	var found rule.Problems
	found.Nest("sources", problem("[2].budget", "a"))
	found.Nest("sources[2]", problem("budget", "b"))
	found.Nest("", problem("budget", "c"))
	found.Nest("sources", problem("", "d"))
	found.Nest("x", errors.Join(problem("y", "e"), fmt.Errorf("in {file}: %w", io.EOF), rule.Problems{problem("[1]", "g"), problem("[0]", "f")}))
	found.Nest("z", fmt.Errorf("reading: %w", problem("y", "h")))
	var at []string
	for _, p := range found {
		at = append(at, p.Path+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"sources[2].budget a", "sources[2].budget b", "budget c", "sources d",
		"x foreign", "x[0] f", "x[1] g", "x.y e", "z.y h",
	}, at)
	assert.Equal(t, "x: in {file}: EOF", found[4].Error(), "an error from outside keeps its text")
}

func TestNestLeavesTheProblemAsItWas(t *testing.T) {
	t.Parallel()
	p := problem("budget", "a")
	var found rule.Problems
	found.Nest("sources[0]", p)
	assert.Equal(t, "budget", p.Path)
}

func TestProblemText(t *testing.T) {
	t.Parallel()
	_, err := rule.ParseDecimal("8９")
	var found rule.Problems
	found.Nest("rows[3].score", err)
	found.Nest("", err)
	assert.Equal(t, "“8９”不是十进制数(只接受负号、数字和一个小数点)\nrows[3].score:“8９”不是十进制数(只接受负号、数字和一个小数点)", rule.ProblemsOf(found).In(language.Chinese))
	assert.Equal(t, "\"8９\" is not a plain decimal number (a minus, digits, one point)\nrows[3].score: \"8９\" is not a plain decimal number (a minus, digits, one point)", found.Err().Error())
	data, err := json.Marshal(found[:1])
	require.NoError(t, err)
	assert.JSONEq(t, `[{"path":"rows[3].score","code":"number.syntax","params":{"value":{"text":"8９"}},
		"message":{"zh":"“8９”不是十进制数(只接受负号、数字和一个小数点)","en":"\"8９\" is not a plain decimal number (a minus, digits, one point)"}}]`, string(data))
	data, err = json.Marshal(problem("x", "bare"))
	require.NoError(t, err)
	assert.JSONEq(t, `{"path":"x","code":"bare","params":{},"message":{"zh":"bare","en":"bare"}}`, string(data))
}
