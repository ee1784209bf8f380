package receipt_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/receipt"
	"github.com/sancheng-go/sancheng/org"
)

// BenchmarkVerify computes rounds of five sources again, all with a budget that
// is short.
func BenchmarkVerify(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			scheme := funding.OneThreeX(org.Area("330211"))
			for j := range scheme.Sources {
				scheme.Sources[j].Budget, scheme.Sources[j].Short = new(funding.Yuan(int64(n)*5_000)), funding.ProRata
			}
			scheme.Sources[2].Short = funding.Priority
			r := rand.New(rand.NewPCG(20260101, 5))
			requests := make([]funding.Request, n)
			for i := range requests {
				requests[i] = funding.Request{
					ID: fmt.Sprintf("R%07d", i), Organization: "synthetic", Territory: org.Area("330211001"),
					Asked: funding.Fen(3_000_000 + r.Int64N(5_000_000)), Social: funding.Fen(r.Int64N(2_000_000)),
					Score: new(decimal.New(600+r.Int64N(400), -1)),
				}
			}
			settle := func() *funding.Settlement {
				s, err := funding.Settle(scheme, requests)
				if err != nil {
					b.Fatal(err)
				}
				return s
			}
			b.Run("settle", func(b *testing.B) {
				for b.Loop() {
					settle()
				}
			})
			s := settle()
			b.Run("verify", func(b *testing.B) {
				for b.Loop() {
					if err := receipt.Verify(scheme, requests, s); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}
