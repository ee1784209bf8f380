package award_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/preset"
	"github.com/sancheng-go/sancheng/grading/award"
)

// The plans here follow a grade over the years; funding/preset has the same
// published awards as schemes for one round. Their figures and status agree.
func TestFiguresAgreeWithThePublishedSchemes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		plan   award.Plan
		scheme funding.Scheme
	}{
		{award.Baoan2022(), preset.BaoanGrades()},
		{award.Guangzhou2015(), preset.GuangzhouGrades()},
		{award.Taishun(), preset.TaishunGrades()},
	} {
		cases := c.scheme.Sources[0].Rule.Cases
		require.Len(t, cases, len(c.plan.First), c.plan.ID)
		for i, first := range c.plan.First {
			grade, _ := cases[i].If.OneOf[0].Word()
			assert.Equal(t, first.Label.EN, grade, c.plan.ID)
			assert.Equal(t, first.Amount, cases[i].Amount, c.plan.ID)
		}
		assert.Equal(t, c.scheme.Status, c.plan.Status, c.plan.ID)
	}
	assert.True(t, preset.BaoanGrades().Sources[0].Difference)
	assert.Equal(t, award.Difference, award.Baoan2022().Raised)
}
