package preset_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/preset"
	"github.com/sancheng-go/sancheng/org/rule"
)

// grader grades with a scale and pays every class that passes the same.
func grader(t *testing.T, s grading.Scale) *grading.Grader {
	t.Helper()
	p := grading.Zhaobaoshan2019()
	p.Scale, p.Subsidy.Rates = s, nil
	for _, class := range s.Classes {
		if !class.Fails {
			p.Subsidy.Rates = append(p.Subsidy.Rates, grading.Fixed(class.ID, funding.Yuan(1)))
		}
	}
	g, err := grading.New(p)
	require.NoError(t, err)
	return g
}

func class(t *testing.T, g *grading.Grader, score decimal.Decimal) string {
	t.Helper()
	a, err := g.Assess(grading.Case{ID: "a", Score: grading.Scored(score), Months: 12})
	require.NoError(t, err)
	return g.Policy().Scale.Classes[a.Class].ID
}

// faults writes a diagnosis as a reader would check it.
func faults(t *testing.T, n grading.Notice) string {
	t.Helper()
	d, err := n.Diagnose()
	require.NoError(t, err)
	var out []string
	for _, p := range d.Problems() {
		out = append(out, p.In(language.English))
	}
	return strings.Join(out, "\n")
}

func TestHuainingAsPublished(t *testing.T) {
	t.Parallel()
	whole, tenths := preset.Huaining2022(rule.Dec("1")), preset.Huaining2022(rule.Dec("0.1"))
	golden(t, "huaining-whole.txt", faults(t, whole)+"\n")
	golden(t, "huaining-tenths.txt", faults(t, tenths)+"\n")
	for _, n := range []grading.Notice{whole, tenths} {
		_, err := n.Scale(grading.AsWritten)
		require.Error(t, err)
		_, err = n.Scale(0)
		require.ErrorIs(t, err, rule.Required)
	}
}

// Every edge under each reading: at it, one step below, one step above.
func TestEveryEdgeUnderAReading(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		notice  grading.Notice
		reading grading.Reading
		edges   []string // first score of 5A, 4A, 3A, 2A, 1A
	}{
		{preset.Huaining2022(rule.Dec("0.1")), grading.ByLowerEnds, []string{"950", "901", "851", "801", "701"}},
		{preset.Huaining2022(rule.Dec("1")), grading.ByLowerEnds, []string{"950", "901", "851", "801", "701"}},
		{preset.Huaining2022(rule.Dec("0.1")), grading.ByUpperEnds, []string{"950.1", "900.1", "850.1", "800.1", "701"}},
		{preset.Huaining2022(rule.Dec("1")), grading.ByUpperEnds, []string{"951", "901", "851", "801", "701"}},
		{preset.Chanhe2025(rule.Dec("1")), grading.AsWritten, []string{"900", "800", "700", "600", "0"}},
		{preset.Chanhe2025(rule.Dec("0.01")), grading.ByLowerEnds, []string{"900", "800", "700", "600", "0"}},
		{preset.Chanhe2025(rule.Dec("0.5")), grading.ByUpperEnds, []string{"899.5", "799.5", "699.5", "599.5", "0"}},
	} {
		s, err := c.notice.Scale(c.reading)
		require.NoError(t, err)
		edges(t, s, c.edges)
		if c.reading != grading.AsWritten {
			assert.Contains(t, s.ID, c.reading.String())
			assert.Equal(t, rule.Illustrative, s.Status)
		} else {
			assert.Equal(t, rule.Published, s.Status)
		}
	}
	edges(t, preset.National(rule.Dec("0.1")), []string{"900", "800", "700", "600", "500"})
}

func edges(t *testing.T, s grading.Scale, at []string) {
	t.Helper()
	g := grader(t, s)
	step := s.Scores.Step
	for i, edge := range at {
		line := rule.Dec(edge)
		best := s.Classes[i].ID
		assert.Equal(t, best, class(t, g, line), "%s at %s", s.ID, edge)
		assert.Equal(t, best, class(t, g, line.Add(step)), "%s above %s", s.ID, edge)
		if line.Sign() > 0 {
			assert.Equal(t, s.Classes[i+1].ID, class(t, g, line.Sub(step)), "%s below %s", s.ID, edge)
		}
	}
}

func TestNoticeFaultsAreNamed(t *testing.T) {
	t.Parallel()
	n := preset.Huaining2022(rule.Dec("-1"))
	n.Rows[1].Words = "九百"
	n.Rows[2].ID = ""
	n.Scores.In = rule.AtLeast(rule.Dec("0"))
	n.Title = rule.Text{}
	_, err := n.Diagnose()
	var got []string
	for _, p := range rule.ProblemsOf(err) {
		got = append(got, p.Path+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"rows[1].words band.words", "rows[2].id required", "scores.in scale.unbounded", "scores.step scale.step", "title required",
	}, got)
	_, err = grading.Notice{}.Diagnose()
	require.ErrorIs(t, err, rule.Required)

	n = preset.Huaining2022(rule.Dec("1"))
	n.Rows[0], n.Rows[1] = n.Rows[1], n.Rows[0]
	_, err = n.Scale(grading.ByLowerEnds)
	require.Error(t, err, "rows that do not stand best first")
}

func TestPresetsAreTheSameInJSON(t *testing.T) {
	t.Parallel()
	for _, n := range []grading.Notice{preset.Huaining2022(rule.Dec("0.1")), preset.Chanhe2025(rule.Dec("1"))} {
		data, err := rule.Encode("notice/1", n)
		require.NoError(t, err)
		golden(t, n.ID+".json", string(data))
		var got grading.Notice
		require.NoError(t, rule.DecodeAs("notice/1", data, &got))
		assert.Equal(t, faults(t, n), faults(t, got))
	}
}

// A county's bands, what is wrong with them, and how to grade with them all the
// same.
func Example() {
	notice := preset.Huaining2022(rule.Dec("0.1"))
	d, err := notice.Diagnose()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(d.Faults), "faults, the first:", d.Faults[0].Code, d.Faults[0].Example)
	_, err = notice.Scale(grading.AsWritten)
	fmt.Println("as written:", err != nil)
	scale, err := notice.Scale(grading.ByLowerEnds)
	fmt.Println(scale.ID, err)
	// Output:
	// 4 faults, the first: band.gap 800.1
	// as written: true
	// huaining-2022+by-lower-ends <nil>
}

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
