package purchase_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/purchase"
)

// BenchmarkFold carries agreements through from the first payment to the last
// refund; the cost per agreement should stay flat.
func BenchmarkFold(b *testing.B) {
	var c course
	c.add(purchase.Event{Kind: purchase.Pay})
	c.add(purchase.Event{Kind: purchase.Pass, Facts: scored("60")})
	c.add(purchase.Event{Kind: purchase.Pay})
	c.add(purchase.Event{Kind: purchase.Deliver})
	c.add(purchase.Event{Kind: purchase.Settle, Spent: funding.Yuan(40_000), Ineligible: funding.Yuan(1_234)})
	c.add(purchase.Event{Kind: purchase.Refund, Amount: funding.Yuan(1)})
	record := purchase.Record{Contract: three(), Events: c}
	for n := 100; n <= 10_000; n *= 10 {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for range n {
					_, err := record.Fold()
					require.NoError(b, err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/agreement")
		})
	}
}
