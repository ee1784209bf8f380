package charity_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/charity"
)

// Ten events a project: folded and audited.
func BenchmarkFold(b *testing.B) {
	line := pipeline(b)
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(strconv.Itoa(10*n), func(b *testing.B) {
			foundings := make([]charity.Founding, n)
			histories := make([][]charity.Event, n)
			for i := range foundings {
				id := "P" + strconv.Itoa(i)
				foundings[i] = founding(id)
				histories[i] = story(id)[:10]
			}
			b.ReportAllocs()
			for b.Loop() {
				for i := range foundings {
					p, err := line.Fold(foundings[i], histories[i])
					if err != nil {
						require.NoError(b, err)
					}
					if err := p.Audit(); err != nil {
						require.NoError(b, err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(10*n), "ns/event")
		})
	}
}
