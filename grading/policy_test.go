package grading_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestPresetsAreSound(t *testing.T) {
	t.Parallel()
	require.NoError(t, grading.Zhaobaoshan2019().Validate())
}

func TestPolicyFaultsAreNamed(t *testing.T) {
	t.Parallel()
	type change func(*grading.Policy)
	for name, c := range map[string]struct {
		change change
		path   string
		code   rule.Code
	}{
		"gap":           {func(p *grading.Policy) { p.Scale.Classes[1].In = rule.AtLeast(rule.Dec("75")).Below(rule.Dec("89")) }, "scale.classes", band.Gap},
		"overlap":       {func(p *grading.Policy) { p.Scale.Classes[1].In = rule.AtLeast(rule.Dec("75")).AtMost(rule.Dec("90")) }, "scale.classes[1]", band.Overlap},
		"unreachable":   {func(p *grading.Policy) { p.Scale.Classes[0].In = rule.Above(rule.Dec("100")) }, "scale.classes[0]", band.Unreachable},
		"empty":         {func(p *grading.Policy) { p.Scale.Classes[1].In = rule.Above(rule.Dec("90")).Below(rule.Dec("75")) }, "scale.classes[1].in", rule.IntervalEmpty},
		"order":         {func(p *grading.Policy) { c := p.Scale.Classes; c[0], c[1] = c[1], c[0] }, "scale.classes[0]", grading.ScaleOrder},
		"failing first": {func(p *grading.Policy) { p.Scale.Classes[1].Fails = true }, "scale.classes[2]", grading.ScaleOrder},
		"twice":         {func(p *grading.Policy) { p.Scale.Classes[1].ID = "class-1" }, "scale.classes[1].id", grading.IDTwice},
		"no label":      {func(p *grading.Policy) { p.Scale.Classes[1].Label.EN = "" }, "scale.classes[1].label", rule.Required},
		"unbounded":     {func(p *grading.Policy) { p.Scale.Scores.In = rule.AtLeast(rule.Dec("0")) }, "scale.scores.in", grading.ScaleUnbounded},
		"step":          {func(p *grading.Policy) { p.Scale.Scores.Step = rule.Dec("-1") }, "scale.scores.step", grading.ScaleStep},
		"unpaid":        {func(p *grading.Policy) { p.Subsidy.Rates = p.Subsidy.Rates[1:] }, "subsidy.rates", grading.ClassUnpaid},
		"unknown":       {func(p *grading.Policy) { p.Subsidy.Rates[0].Class = "x" }, "subsidy.rates[0].class", grading.ClassUnknown},
		"rate twice":    {func(p *grading.Policy) { p.Subsidy.Rates[0].Class = "class-2" }, "subsidy.rates[1].class", grading.IDTwice},
		"failed paid":   {func(p *grading.Policy) { p.Subsidy.Rates[0].Class = "failed" }, "subsidy.rates[0].class", grading.ClassFailsPaid},
		"negative":      {func(p *grading.Policy) { p.Subsidy.Rates[2].From = funding.Yuan(-1) }, "subsidy.rates[2]", funding.SpanRange},
		"reversed":      {func(p *grading.Policy) { p.Subsidy.Rates[2].To = funding.Yuan(1) }, "subsidy.rates[2]", funding.SpanRange},
		"pointless":     {func(p *grading.Policy) { p.Subsidy.Rates[2].Point = 0 }, "subsidy.rates[2].point", funding.SpanShape},
		"fixed point":   {func(p *grading.Policy) { p.Subsidy.Rates[2].To = p.Subsidy.Rates[2].From }, "subsidy.rates[2].point", funding.SpanShape},
		"stepless":      {func(p *grading.Policy) { p.Subsidy.Rates[2].Point = funding.BySteps }, "subsidy.rates[2].point", funding.SpanShape},
		"coarse": {func(p *grading.Policy) {
			p.Subsidy.Rounding = funding.Rounding{Mode: rule.Up, Step: funding.Yuan(3000)}
		}, "subsidy.rates[0].to", funding.SpanRounding},
		"dearer below": {func(p *grading.Policy) { p.Subsidy.Rates[2].To = funding.Yuan(9000) }, "subsidy.rates[1]", grading.RateOrder},
		"weights":      {func(p *grading.Policy) { p.Subsidy.Payers[0].Weight = rule.Dec("-1") }, "subsidy.payers", grading.PayersShort},
		"payer twice":  {func(p *grading.Policy) { p.Subsidy.Payers[1].ID = "district" }, "subsidy.payers[1].id", grading.IDTwice},
		"no rounding":  {func(p *grading.Policy) { p.Subsidy.Rounding = funding.Rounding{} }, "subsidy.rounding.mode", rule.Required},
		"no head":      {func(p *grading.Policy) { p.Subsidy.Head = rule.Head{} }, "subsidy.id", rule.Required},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := grading.Zhaobaoshan2019()
			c.change(&p)
			err := p.Validate()
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

func TestPolicyFaultsComeAllAtOnce(t *testing.T) {
	t.Parallel()
	p := grading.Zhaobaoshan2019()
	p.Scale.Classes[1].In = rule.AtLeast(rule.Dec("75")).AtMost(rule.Dec("95"))
	p.Scale.Classes[2].In = rule.AtLeast(rule.Dec("60")).Below(rule.Dec("70"))
	p.Subsidy.Rates[0].From = funding.Yuan(9000)
	err := p.Validate()
	require.ErrorIs(t, err, band.Overlap)
	require.ErrorIs(t, err, band.Gap)
	require.ErrorIs(t, err, funding.SpanRange)
}

func TestPolicyIsTheSameInJSON(t *testing.T) {
	t.Parallel()
	want := grading.Zhaobaoshan2019()
	data, err := rule.Encode("policy/1", want)
	require.NoError(t, err)
	golden(t, "zhaobaoshan-2019.json", string(data))
	var got grading.Policy
	require.NoError(t, rule.DecodeAs("policy/1", data, &got))
	again, err := rule.Encode("policy/1", got)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
	require.NoError(t, got.Validate())
}
