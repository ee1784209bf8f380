package band_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// ladder is n rows of one point each, from 0 up.
func ladder(n int64) (band.Domain, []band.Row[int64]) {
	rows := make([]band.Row[int64], n)
	for i := range n {
		rows[i] = band.Row[int64]{In: rule.AtLeast(decimal.New(i, 0)).Below(decimal.New(i+1, 0)), Is: i}
	}
	return band.Domain{In: rule.AtLeast(decimal.New(0, 0)).Below(decimal.New(n, 0))}, rows
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int64{10, 100, 1000} {
		table, err := band.New(ladder(n))
		if err != nil {
			b.Fatal(err)
		}
		scores := make([]decimal.Decimal, 1024)
		for i := range scores {
			scores[i] = decimal.New(int64(i)*n*10/1024, -1)
		}
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if _, ok := table.Find(scores[i%len(scores)]); !ok {
					b.Fatal("not found")
				}
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	for _, n := range []int64{10, 100, 1000} {
		domain, rows := ladder(n)
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := band.New(domain, rows); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
