package grading_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// A whole evaluation: 40 indicators, class, payment, totals and shares. The
// cost of a row must not grow with their number.
func BenchmarkRun(b *testing.B) {
	for _, rows := range []int{1_000, 10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			e := evaluation(b)
			table := randomTable(rand.New(rand.NewPCG(1, 2)), e.Rubric(), rows)
			b.ReportAllocs()
			for b.Loop() {
				_, err := e.Run(table)
				require.NoError(b, err)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows), "ns/row")
		})
	}
}
