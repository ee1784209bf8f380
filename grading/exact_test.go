package grading_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// What a vectorised engine on binary fractions makes of scores that lie exactly
// on a line: it puts some below, in 32 bits and in 64, and ours none.
func TestExactHitsInABatch(t *testing.T) {
	t.Parallel()
	rubric := grading.SocialOrganizationRubric()
	judged := func(id, weight string) grading.Indicator {
		return grading.Indicator{
			ID: id, Label: rule.Words("指标", "indicator"), Points: rule.Dec("100"), Weight: rule.Dec(weight), Measure: &grading.Measure{Kind: grading.Judged},
		}
	}
	weights := []string{"0.3", "0.3", "0.4"}
	rubric.Points, rubric.Parts = rule.Dec("100"), nil
	for i, weight := range weights {
		rubric.Parts = append(rubric.Parts, judged("j"+strconv.Itoa(i), weight))
	}
	p := grading.Zhaobaoshan2019()
	p.Scale.Scores.Step = rule.Dec("0.01")
	p.Scale.Classes[0].In = rule.AtLeast(rule.Dec("89.7"))
	p.Scale.Classes[1].In = rule.AtLeast(rule.Dec("75")).Below(rule.Dec("89.7"))
	e, err := grading.NewEvaluation(rubric, p)
	require.NoError(t, err)

	table := grading.Table{Columns: []grading.Column{{Leaf: "j0", Decimals: 1}, {Leaf: "j1", Decimals: 1}, {Leaf: "j2", Decimals: 1}}}
	for a := int32(797); a <= 997; a++ {
		for b := int32(797); b <= 997; b++ {
			// 3a + 3b + 4c = 8970 lies exactly on the line.
			if c := (8970 - 3*a - 3*b) / 4; 3*a+3*b+4*c == 8970 && c <= 1000 && c >= 0 {
				for i, v := range []int32{a, b, c} {
					table.Columns[i].Values = append(table.Columns[i].Values, v)
				}
			}
		}
	}
	batch, err := e.Run(table)
	require.NoError(t, err)
	wrong32, wrong64 := 0, 0
	for row, class := range batch.Classes {
		require.Zero(t, class, row)
		sum32, sum64 := float32(0), 0.0
		for i, c := range table.Columns {
			w, v := []float64{0.3, 0.3, 0.4}[i], float64(c.Values[row])/10
			sum32 += float32(w) * float32(v)
			sum64 += w * v
		}
		if float64(sum32) < 89.7 { // scores in 32 bits, as columns are kept, and a line in 64
			wrong32++
		}
		if sum64 < 89.7 {
			wrong64++
		}
	}
	t.Logf("%d rows on the line: %d wrong in 32 bits, %d in 64", table.Rows(), wrong32, wrong64)
	assert.Greater(t, wrong32, table.Rows()/20)
	assert.Positive(t, wrong64)
}
