package bridging_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/bridging"
	"github.com/sancheng-go/sancheng/org/rule"
)

// BenchmarkRun runs pools whose requests compete, over ten years. The cost per
// request should stay flat; ×10 more requests sort and heap a little deeper.
func BenchmarkRun(b *testing.B) {
	for n := 1_000; n <= 1_000_000; n *= 10 {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			rng := rand.New(rand.NewPCG(7, uint64(n)))
			pool := bridging.Pool{Rules: bridging.Illustrative()}
			start := rule.Day(2015, 1, 1)
			for i := range 100 {
				pool.Contributions = append(pool.Contributions, bridging.Movement{ID: strconv.Itoa(i), Contributor: strconv.Itoa(i), Date: start, Amount: funding.Yuan(int64(n) * 100)})
			}
			for i := range n {
				amount := 100_000 + rng.Int64N(2_000_000)
				pool.Requests = append(pool.Requests, bridging.Request{
					ID: strconv.Itoa(i), Borrower: "b" + strconv.Itoa(rng.IntN(1+n/20)), Date: start.AddDays(rng.IntN(3650)),
					Amount: funding.Yuan(amount), Renewal: funding.Yuan(amount * 11 / 10), Days: 1 + rng.IntN(16),
				})
			}
			b.ReportAllocs()
			for b.Loop() {
				_, err := pool.Run()
				require.NoError(b, err)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/request")
		})
	}
}
