package grading_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestSocialOrganizationRubric(t *testing.T) {
	t.Parallel()
	r := grading.SocialOrganizationRubric()
	require.NoError(t, r.Validate())
	assert.Len(t, r.Leaves(), 40)
	data, err := rule.Encode("rubric/1", r)
	require.NoError(t, err)
	golden(t, "social-organization-rubric.json", string(data))
	var got grading.Rubric
	require.NoError(t, rule.DecodeAs("rubric/1", data, &got))
	require.NoError(t, got.Validate())
}

// randomSheet answers every leaf at random.
func randomSheet(r *rand.Rand, rubric grading.Rubric) grading.Sheet {
	sheet := grading.Sheet{}
	for _, leaf := range rubric.Leaves() {
		m := leaf.Measure
		switch {
		case leaf.Void.Valid() && r.IntN(4) == 0:
			sheet[leaf.ID] = grading.NotApplicable()
		case m.Kind == grading.YesNo:
			sheet[leaf.ID] = rule.Flag(r.IntN(3) > 0)
		case m.Kind == grading.Veto:
			sheet[leaf.ID] = rule.Flag(r.IntN(50) == 0)
		case m.Kind == grading.Judged:
			sheet[leaf.ID] = rule.Num(decimal.New(r.Int64N(leaf.Points.Shift(1).IntPart()+1), -1), 0)
		case m.Kind == grading.Banded:
			sheet[leaf.ID] = rule.Num(decimal.New(r.Int64N(1001), -3), 0)
		case m.Kind == grading.Deduction:
			sheet[leaf.ID] = rule.Int(int64(r.IntN(5)/3), 0)
		default:
			per := int64(1)
			if !m.Per.IsZero() {
				per = m.Per.IntPart()
			}
			sheet[leaf.ID] = rule.Int(r.Int64N(6*per), 0)
		}
	}
	return sheet
}

func TestMarkIsTheSumOfItsSteps(t *testing.T) {
	t.Parallel()
	rubric := grading.SocialOrganizationRubric()
	r := rand.New(rand.NewPCG(9, 10))
	for range 200 {
		mark, err := rubric.Mark(randomSheet(r, rubric))
		require.NoError(t, err)
		sum := decimal.Decimal{}
		for _, step := range mark.Steps[:len(mark.Steps)-1] {
			points, _ := step.Output.Number()
			sum = sum.Add(points)
		}
		assert.True(t, sum.Equal(mark.Score))
		var check func([]rule.Reason)
		check = func(reasons []rule.Reason) {
			for _, r := range reasons {
				if out, ok := r.Replay(); ok {
					assert.True(t, out.Equal(r.Output), r.In(language.English))
				}
				check(r.Parts)
			}
		}
		check(mark.Steps)
	}
}

func TestMarkSpreadsWhatDoesNotApply(t *testing.T) {
	t.Parallel()
	rubric := grading.SocialOrganizationRubric()
	sheet := randomSheet(rand.New(rand.NewPCG(1, 1)), rubric)
	sheet["b21"], sheet["b22"], sheet["b23"] = rule.Int(2, 0), rule.Ratio(rule.Dec("2"), rule.Dec("3"), 0), grading.NotApplicable()
	mark, err := rubric.Mark(sheet)
	require.NoError(t, err)
	staff := mark.Steps[1].Parts[1]
	assert.Equal(t, grading.MarkSpread, staff.Code)
	// (20 + 20) × 90 ÷ 60
	assert.True(t, staff.Output.Equal(rule.Int(60, 0)), staff.Output.In(language.English))
}

func TestRubricFaultsAreNamed(t *testing.T) {
	t.Parallel()
	half := rule.Dec("0.5")
	for name, c := range map[string]struct {
		change func(*grading.Rubric)
		path   string
		code   rule.Code
	}{
		"sum":         {func(r *grading.Rubric) { r.Parts[0].Points = rule.Dec("99") }, "parts[0].points", grading.PointsSum},
		"total":       {func(r *grading.Rubric) { r.Points = rule.Dec("999") }, "points", grading.PointsSum},
		"ruleless":    {func(r *grading.Rubric) { r.Parts[0].Parts[0].Parts[0].Measure = nil }, "parts[0].parts[0].parts[0].measure", grading.LeafRuleless},
		"veto points": {func(r *grading.Rubric) { r.Parts[5].Points = rule.Dec("5") }, "parts[5].measure", grading.VetoPoints},
		"twice":       {func(r *grading.Rubric) { r.Parts[6].ID = "a11" }, "parts[6].id", grading.IndicatorTwice},
		"bands low":   {func(r *grading.Rubric) { r.Parts[1].Parts[0].Parts[3].Measure.Bands[3].Is = rule.Dec("39") }, "parts[1].parts[0].parts[3].measure.bands", grading.PointsUnreachable},
		"bands high":  {func(r *grading.Rubric) { r.Parts[1].Parts[0].Parts[3].Measure.Bands[3].Is = rule.Dec("41") }, "parts[1].parts[0].parts[3].measure.bands", grading.PointsExceed},
		"bands gap": {func(r *grading.Rubric) {
			b := r.Parts[1].Parts[0].Parts[3].Measure
			b.Bands[1].In = rule.AtLeast(half).Below(rule.Dec("0.6"))
		}, "parts[1].parts[0].parts[3].measure.bands", band.Gap},
		"rounding": {func(r *grading.Rubric) { r.Parts[1].Parts[1].Rounding = nil }, "parts[1].parts[1].rounding", grading.SpreadRounding},
		"nothing left": {func(r *grading.Rubric) {
			for k := range 3 {
				r.Parts[1].Parts[1].Parts[k].Void = grading.Spread
			}
		}, "parts[1].parts[1].parts", grading.NothingApplies},
		"weights":    {func(r *grading.Rubric) { r.Parts[0].Weight = half }, "parts", grading.WeightSum},
		"each":       {func(r *grading.Rubric) { r.Parts[1].Parts[0].Parts[1].Measure.Each = decimal.Decimal{} }, "parts[1].parts[0].parts[1].measure.each", grading.MeasureShape},
		"not taken":  {func(r *grading.Rubric) { r.Parts[0].Parts[0].Parts[0].Measure.Each = half }, "parts[0].parts[0].parts[0].measure.each", grading.MeasureShape},
		"too fine":   {func(r *grading.Rubric) { r.Parts[4].Parts[0].Points = rule.Dec("0.12345678") }, "parts[4].parts[0].points", grading.PointsDigits},
		"extra void": {func(r *grading.Rubric) { r.Parts[4].Void = grading.Full }, "parts[4].void", grading.VoidShape},
		"deep": {func(r *grading.Rubric) {
			leaf := r.Parts[6]
			for _, id := range []string{"x", "y", "z", "u"} {
				leaf = grading.Indicator{ID: id, Label: leaf.Label, Parts: []grading.Indicator{leaf}}
			}
			r.Parts[6] = leaf
		}, "parts[6].parts[0].parts[0].parts[0].parts[0]", grading.TooDeep},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := grading.SocialOrganizationRubric()
			c.change(&r)
			err := r.Validate()
			require.ErrorIs(t, err, c.code)
			var paths []string
			for _, problem := range rule.ProblemsOf(err) {
				if problem.Code == c.code {
					paths = append(paths, problem.Path)
				}
			}
			assert.Contains(t, paths, c.path, err.Error())
		})
	}
}

func TestSheetFaultsComeAllAtOnce(t *testing.T) {
	t.Parallel()
	rubric := grading.SocialOrganizationRubric()
	sheet := randomSheet(rand.New(rand.NewPCG(1, 1)), rubric)
	delete(sheet, "a11")
	sheet["a12"] = rule.Word("NaN")
	sheet["a13"] = grading.NotApplicable()
	sheet["a21"] = rule.Num(rule.Dec("0.5"), 0)
	sheet["b13"] = rule.Num(rule.Dec("20.1"), 0)
	sheet["b14"] = rule.Num(rule.Dec("1.01"), 0)
	sheet["b22"] = rule.Ratio(rule.Dec("1"), rule.Dec("-3"), 0)
	sheet["z99"] = rule.Int(1, 0)
	_, err := rubric.Mark(sheet)
	want := map[string]rule.Code{
		"a11": grading.AnswerMissing, "a12": grading.AnswerType, "a13": grading.AnswerVoid, "a21": grading.AnswerCount,
		"b13": grading.AnswerRange, "b14": grading.AnswerRange, "b22": grading.AnswerType, "z99": grading.IndicatorUnknown,
	}
	got := map[string]rule.Code{}
	for _, p := range rule.ProblemsOf(err) {
		got[p.Path] = p.Code
	}
	assert.Equal(t, want, got)
}

func TestSentencesStandInBothLanguages(t *testing.T) {
	t.Parallel()
	for code, text := range grading.Sentences() {
		assert.NotEmpty(t, text.ZH, code)
		assert.NotEmpty(t, text.EN, code)
	}
}
