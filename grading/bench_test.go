package grading_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
)

func sizes() []int { return []int{1_000, 10_000, 100_000, 1_000_000} }

// A whole evaluation: 40 indicators, class, payment, totals and shares. The
// cost of a row must not grow with their number.
func BenchmarkRun(b *testing.B) {
	for _, rows := range sizes() {
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

// The same, and then paid through a scheme that three tiers share.
func BenchmarkRunAndPay(b *testing.B) {
	for _, rows := range sizes() {
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			e := evaluation(b)
			table := randomTable(rand.New(rand.NewPCG(1, 2)), e.Rubric(), rows)
			ids := ids(rows)
			scheme, err := e.Grader().Policy().Subsidy.Scheme(district())
			require.NoError(b, err)
			place := street(0)
			b.ReportAllocs()
			for b.Loop() {
				batch, err := e.Run(table)
				require.NoError(b, err)
				_, err = funding.Settle(scheme, batch.Requests(ids, func(int) org.Territory { return place }))
				require.NoError(b, err)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows), "ns/row")
		})
	}
}
