package venture_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/venture"
	"github.com/sancheng-go/sancheng/org"
)

func BenchmarkDecide(b *testing.B) {
	var needs []string
	for _, c := range venture.Needs().Classes {
		for _, s := range c.Subclasses {
			needs = append(needs, s.ID)
		}
	}
	for _, n := range []int{100, 1_000, 10_000} {
		r := rules()
		r.Budget = funding.Yuan(int64(n) * 20_000)
		entries := make([]venture.Entry, n)
		for i := range entries {
			entries[i] = venture.Entry{
				Request: funding.Request{
					ID: fmt.Sprintf("e%05d", i), Organization: fmt.Sprintf("o%05d", i*7%n), Territory: org.Area("330211001"), Asked: funding.Yuan(20_000 + int64(i%97)*300),
				},
				Need: needs[i%len(needs)],
			}
			for j := range 5 {
				entries[i].Scores = append(entries[i].Scores, venture.Score{Judge: fmt.Sprintf("j%d", j), Points: decimal.NewFromInt(int64(60 + (i*31+j*7)%40))})
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := r.Decide(entries); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
