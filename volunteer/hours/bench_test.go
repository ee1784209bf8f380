package hours_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
	"github.com/sancheng-go/sancheng/volunteer/hours"
)

// BenchmarkTally checks and totals records of a register a tenth their number,
// in the order of their numbers, people in no order.
func BenchmarkTally(b *testing.B) {
	for n := 100_000; n <= 10_000_000; n *= 10 {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			if n > 1_000_000 && testing.Short() {
				b.Skip("ten million records take 1.3 GB")
			}
			people := n / 10
			r := register(b, people)
			entries := make([]hours.Entry, n)
			for i := range entries {
				// a full walk through the people in no order they stand in
				person := int(uint64(i) * 7919 % uint64(people))
				from := volunteer.Clock(rule.Day(2015, 1, 1).AddDays(i%365), 8+i%10, 0)
				entries[i] = hours.Entry{
					Record: uint64(i), Version: 1, Entered: from.Date(), Person: r.IDAt(person), Activity: "activity", Team: "green",
					Kind: hours.Service, Span: volunteer.Span{From: from, Until: from.Add(60 + i%120)}, Verifier: "station",
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				totals, err := hours.Tally(hours.Usual(), r, entries, rule.Day(2016, 6, 1))
				require.NoError(b, err)
				require.Positive(b, totals.Records)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/record")
		})
	}
}
