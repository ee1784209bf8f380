package specialfund_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/specialfund"
)

// BenchmarkFold folds histories of a hundred thousand commitments and their
// payments; the cost per event should stay flat.
func BenchmarkFold(b *testing.B) {
	for n := 1_000; n <= 100_000; n *= 10 {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			var h history
			for _, use := range specialfund.Uses() {
				h.add(2012, 1, 1, specialfund.Event{Kind: specialfund.Appropriate, Use: use, Amount: funding.Yuan(100_000_000)})
			}
			for i := 0; len(h) < n-1; i++ {
				id := strconv.Itoa(i)
				h.add(2012, 2, 1, specialfund.Event{Kind: specialfund.Commit, Use: specialfund.Use(1 + i%3), Commitment: id, Party: "甲", Amount: funding.Yuan(1000)})
				h.add(2012, 2, 1, specialfund.Event{Kind: specialfund.Pay, Commitment: id, Amount: funding.Yuan(600)})
			}
			record := specialfund.Record{Rules: specialfund.Illustrative(), Events: h}
			b.ReportAllocs()
			for b.Loop() {
				_, err := record.Fold()
				require.NoError(b, err)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
		})
	}
}
