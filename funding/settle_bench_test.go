package funding_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// benchmarkRound returns a scheme of five sources, all with a budget that is
// short, and so many requests.
func benchmarkRound(b *testing.B, n int) (funding.Scheme, []funding.Request) {
	b.Helper()
	scheme := model(b)
	for j := range scheme.Sources {
		scheme.Sources[j].Budget = new(funding.Yuan(int64(n) * 5_000))
		scheme.Sources[j].Short = funding.ProRata
	}
	scheme.Sources[2].Short = funding.Priority
	r := rand.New(rand.NewPCG(20260101, 5))
	home := territory(b, "330211001")
	requests := make([]funding.Request, n)
	for i := range requests {
		requests[i] = funding.Request{
			ID: fmt.Sprintf("R%07d", i), Organization: "synthetic", Territory: home,
			Asked: funding.Fen(3_000_000 + r.Int64N(5_000_000)), Social: funding.Fen(r.Int64N(2_000_000)),
			Score: new(decimal.New(600+r.Int64N(400), -1)),
		}
	}
	return scheme, requests
}

func BenchmarkSettle(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			scheme, requests := benchmarkRound(b, n)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := funding.Settle(scheme, requests); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/request")
		})
	}
}

// BenchmarkSettleShuffled settles requests that do not come in the order of
// their ids.
func BenchmarkSettleShuffled(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			scheme, requests := benchmarkRound(b, n)
			r := rand.New(rand.NewPCG(1, 1))
			r.Shuffle(n, func(i, j int) { requests[i], requests[j] = requests[j], requests[i] })
			b.ReportAllocs()
			for b.Loop() {
				if _, err := funding.Settle(scheme, requests); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/request")
		})
	}
}

// BenchmarkReasons makes every reason of a round.
func BenchmarkReasons(b *testing.B) {
	scheme, requests := benchmarkRound(b, 1_000)
	s, err := funding.Settle(scheme, requests)
	if err != nil {
		b.Fatal(err)
	}
	var reasons []rule.Reason
	for b.Loop() {
		for i := range requests {
			for j := range scheme.Sources {
				reasons = s.Reasons(i, j)
			}
		}
	}
	_ = reasons
}

// BenchmarkSettleWithReasons settles and makes every reason in short.
func BenchmarkSettleWithReasons(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			scheme, requests := benchmarkRound(b, n)
			b.ReportAllocs()
			for b.Loop() {
				s, err := funding.Settle(scheme, requests)
				if err != nil {
					b.Fatal(err)
				}
				reasons := 0
				for j := range scheme.Sources {
					for _, steps := range s.Steps(j) {
						reasons += len(steps)
					}
				}
				if reasons < n*len(scheme.Sources) {
					b.Fatal("a cell without a reason")
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/request")
		})
	}
}

// BenchmarkShortage settles one source that is short, by every policy, and by a
// limit for each organization.
func BenchmarkShortage(b *testing.B) {
	for _, short := range funding.Shortages() {
		for _, n := range []int{1_000, 10_000, 100_000} {
			b.Run(fmt.Sprint(short, "/", n), func(b *testing.B) {
				scheme, requests := benchmarkRound(b, n)
				scheme.Sources = scheme.Sources[:1]
				scheme.Sources[0].Short = short
				for i := range requests {
					requests[i].Date = rule.Day(2026, 1, 1).AddDays(i * 7919 % 365)
				}
				settleAll(b, scheme, requests)
			})
		}
	}
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint("per-organization/", n), func(b *testing.B) {
			scheme, requests := benchmarkRound(b, n)
			scheme.Sources = scheme.Sources[:1]
			scheme.Sources[0].Limits = []funding.Limit{{Per: funding.PerOrganization, Most: funding.Yuan(20_000), Short: funding.ProRata}}
			for i := range requests {
				requests[i].Organization = fmt.Sprint("organization ", i%(n/4))
			}
			settleAll(b, scheme, requests)
		})
	}
}

func settleAll(b *testing.B, scheme funding.Scheme, requests []funding.Request) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := funding.Settle(scheme, requests); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(requests)), "ns/request")
}

// BenchmarkSpan settles one source that pays the amount in a range.
func BenchmarkSpan(b *testing.B) {
	for _, point := range funding.Points() {
		for _, n := range []int{1_000, 10_000, 100_000} {
			b.Run(fmt.Sprint(point, "/", n), func(b *testing.B) {
				scheme, requests := benchmarkRound(b, n)
				scheme.Sources = scheme.Sources[:1]
				s := span(point)
				scheme.Sources[0].Rule = funding.Rule{Method: funding.ByCase, Cases: []funding.Case{{If: rule.InRange("score", rule.AtLeast(rule.Dec("60"))), Span: &s}}}
				settleAll(b, scheme, requests)
			})
		}
	}
}
