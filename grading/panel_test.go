package grading_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

func panel(method grading.Method, absent grading.Absent, need int) grading.Panel {
	return grading.Panel{
		Judges: []string{"a", "b", "c", "d", "e"}, Method: method, Absent: absent, Need: need,
		Rounding: rule.Rounding{Mode: rule.HalfUp, Step: rule.Dec("0.01")},
		Basis:    grading.Basis{Status: rule.Illustrative},
	}
}

// ballots reads a8.5 bx (conflict) c- (no score).
func ballots(words string) []grading.Ballot {
	var out []grading.Ballot
	for word := range strings.FieldsSeq(words) {
		b := grading.Ballot{Judge: word[:1]}
		switch word[1:] {
		case "x":
			b.Conflict = true
		case "-":
		default:
			b.Score = grading.Scored(rule.Dec(word[1:]))
		}
		out = append(out, b)
	}
	return out
}

func TestPanels(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		panel   grading.Panel
		ballots string
		score   string
		counted int
		away    string // mean distance from the median
	}{
		{panel(grading.Mean, grading.Refuse, 1), "a8 b9 c9 d7 e8.5", "8.3", 5, "0.6"},
		{panel(grading.Mean, grading.Refuse, 1), "a8 b8 c9 d7 e8.01", "8", 5, "0.402"},
		{panel(grading.Mean, grading.LeaveOut, 3), "a1 b1 c0 d- ex", "0.67", 3, "0.333…"},
		{panel(grading.Mean, grading.LeaveOut, 3), "a1 b1 c0", "0.67", 3, "0.333…"},
		{panel(grading.Trimmed, grading.Refuse, 3), "a8 b9 c9 d7 e8.5", "8.5", 5, "0.6"},
		{panel(grading.Trimmed, grading.Refuse, 3), "a8 b8 c8 d8 e8", "8", 5, "0"},
		{panel(grading.Trimmed, grading.Refuse, 3), "a10 b0 c10 d0 e4", "4.67", 5, "4"},
		{panel(grading.Trimmed, grading.Refuse, 3), "ax b9 c9 d7 ex", "9", 3, "0.666…"},
		{panel(grading.Median, grading.Refuse, 1), "a8 b9 c9 d7 e8.5", "8.5", 5, "0.6"},
		{panel(grading.Median, grading.LeaveOut, 2), "a8 b9 c- d7 e8.51", "8.26", 4, "0.627…"},
		{panel(grading.Median, grading.LeaveOut, 1), "a8", "8", 1, "0"},
	} {
		require.NoError(t, c.panel.Validate())
		v, err := c.panel.Judge(rule.Dec("10"), ballots(c.ballots))
		require.NoError(t, err)
		assert.Equal(t, c.score, v.Score.String(), c.ballots)
		assert.Equal(t, c.counted, v.Counted)
		assert.Equal(t, c.away+" points", v.Deviation.In(language.English), c.ballots)
		replayed, ok := v.Reason.Replay()
		require.True(t, ok)
		assert.True(t, replayed.Equal(v.Reason.Output), v.Reason.In(language.English))
		kept := 0
		for _, part := range v.Reason.Parts {
			assert.NotContains(t, part.In(language.Chinese)+part.In(language.English), "{")
			if part.Code == grading.PanelKept {
				kept++
			}
		}
		if c.panel.Method == grading.Trimmed {
			kept += 2
		}
		assert.Equal(t, c.counted, kept)
	}
}

// A judge who has an interest takes no part whatever the score; the order of the
// ballots is of no effect; a mean lies between the lowest and the highest, and a
// higher score of one judge never lowers it.
func TestPanelsAreFair(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(81, 82))
	for range 300 {
		p := panel(grading.Methods()[r.IntN(3)], grading.LeaveOut, 3)
		var list []grading.Ballot
		for i, judge := range p.Judges {
			b := grading.Ballot{Judge: judge, Score: grading.Scored(decimal.New(r.Int64N(11)*10, -1))}
			b.Conflict = i > 2 && r.IntN(4) == 0
			list = append(list, b)
		}
		want, err := p.Judge(rule.Dec("10"), list)
		require.NoError(t, err)
		assert.LessOrEqual(t, want.Lowest.Cmp(want.Score), 0)
		assert.GreaterOrEqual(t, want.Highest.Cmp(want.Score), 0)
		shuffled := slices.Clone(list)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		for i := range shuffled {
			if shuffled[i].Conflict {
				shuffled[i].Score = grading.Scored(rule.Dec("0"))
			}
		}
		got, err := p.Judge(rule.Dec("10"), shuffled)
		require.NoError(t, err)
		assert.Equal(t, want, got)
		list[0].Score.Decimal = rule.Dec("10")
		higher, err := p.Judge(rule.Dec("10"), list)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, higher.Score.Cmp(want.Score), 0)
	}
}

func TestPanelFaultsAreNamed(t *testing.T) {
	t.Parallel()
	p := panel(grading.Mean, grading.Refuse, 3)
	_, err := p.Judge(rule.Dec("10"), ballots("a8 a9 z7 b10.01 c-1"))
	var got []string
	for _, problem := range rule.ProblemsOf(err) {
		got = append(got, problem.Path+" "+string(problem.Code))
		assert.NotContains(t, problem.In(language.Chinese)+problem.In(language.English), "{")
	}
	assert.Equal(t, []string{
		"ballots judge.missing", "ballots judge.missing", "ballots[1] judge.twice", "ballots[2] judge.unknown",
		"ballots[3] score.range", "ballots[4] score.range",
	}, got)
	_, err = panel(grading.Mean, grading.LeaveOut, 3).Judge(rule.Dec("10"), ballots("a8 b9 cx"))
	require.ErrorIs(t, err, grading.JudgesFew)

	bad := panel(0, 0, 6)
	bad.Judges = append(bad.Judges[:2], "", "a")
	bad.Rounding = rule.Rounding{}
	for _, code := range []rule.Code{rule.Required, grading.JudgeTwice, grading.JudgesFew, rule.RoundingStep} {
		require.ErrorIs(t, bad.Validate(), code)
	}
	require.ErrorIs(t, panel(grading.Trimmed, grading.Refuse, 2).Validate(), grading.JudgesFew, "nothing is left of two")
}

func TestAPanelFillsASheet(t *testing.T) {
	t.Parallel()
	rubric := grading.SocialOrganizationRubric()
	p := panel(grading.Trimmed, grading.LeaveOut, 3)
	sheet, verdicts, err := p.Sheet(rubric, map[string][]grading.Ballot{
		"b13": ballots("a18 b17.5 c12 d19 ex"), "c13": ballots("a40 b41 c42 d43 e44"),
	})
	require.NoError(t, err)
	assert.Len(t, sheet, 2)
	assert.True(t, sheet["b13"].Equal(rule.Num(rule.Dec("17.75"), 0)))
	assert.Equal(t, 5, verdicts["c13"].Counted)
	_, _, err = p.Sheet(rubric, map[string][]grading.Ballot{
		"b13": ballots("a18 z17.5 c12 d20.1"), "a11": ballots("a1 b1 c1"), "nobody": nil,
	})
	var got []string
	for _, problem := range rule.ProblemsOf(err) {
		got = append(got, problem.Path+" "+string(problem.Code))
	}
	assert.Equal(t, []string{"a11 judge.leaf", "b13.ballots[1] judge.unknown", "b13.ballots[3] score.range", "nobody judge.leaf"}, got)
	_, _, err = grading.Panel{}.Sheet(rubric, nil)
	require.ErrorIs(t, err, rule.Required)
}

func TestAgreement(t *testing.T) {
	t.Parallel()
	p := panel(grading.Mean, grading.LeaveOut, 1)
	var verdicts []grading.Verdict
	for _, words := range []string{"a8 b9", "a8 b9.1", "a5", "a1 b9"} {
		v, err := p.Judge(rule.Dec("10"), ballots(words))
		require.NoError(t, err)
		verdicts = append(verdicts, v)
	}
	for tolerance, want := range map[string]string{"0": "25%", "1": "50%", "1.1": "75%", "8": "100%"} {
		assert.Equal(t, want, grading.Agreement(verdicts, rule.Dec(tolerance)).In(language.English))
	}
	assert.True(t, grading.Agreement(nil, rule.Dec("1")).IsZero())
}
