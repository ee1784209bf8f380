package insurance_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
)

func BenchmarkEnrolAndBill(b *testing.B) {
	pr := programme()
	for n := 10_000; n <= 1_000_000; n *= 10 {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			r := register(b, n, 1)
			b.ReportAllocs()
			for b.Loop() {
				roll, err := pr.Enrol(r)
				require.NoError(b, err)
				_, err = pr.Bill(roll, pr.Period)
				require.NoError(b, err)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/head")
		})
	}
}

func BenchmarkTwoClasses(b *testing.B) {
	d := rule.Dec
	sums := rule.AtLeast(d("1")).AtMost(d("1000"))
	q := insurance.TwoClasses{
		Total: funding.Yuan(19_440_000), Step: funding.Yuan(1), Sums: [2]rule.Interval{sums, sums},
		InAll: rule.Above(d("30000")).Below(d("40000")),
	}
	for b.Loop() {
		_, err := q.Solve()
		require.NoError(b, err)
	}
}
