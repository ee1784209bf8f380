package funding_test

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
)

var splitSizes = []int{1_000, 10_000, 100_000, 1_000_000}

// splitTotal is what the split benchmarks divide.
var splitTotal = funding.Yuan(1_678_000_000)

// splitWeights returns n amounts with two decimals.
func splitWeights(n int) []decimal.Decimal {
	random := rand.New(rand.NewPCG(1, 2))
	weights := make([]decimal.Decimal, n)
	for i := range weights {
		weights[i] = decimal.New(random.Int64N(10_000_000), -2)
	}
	return weights
}

func perItem(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/item")
}

// BenchmarkSplit shows the cost per weight beside that of the bare loop, the
// least that any exact method costs.
func BenchmarkSplit(b *testing.B) {
	for _, n := range splitSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			weights := splitWeights(n)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := funding.Split(splitTotal, weights); err != nil {
					b.Fatal(err)
				}
			}
			perItem(b, n)
		})
	}
}

// BenchmarkSplitBareLoop sums int64 weights and computes each floor and
// remainder in 128 bits, into memory that is there already.
func BenchmarkSplitBareLoop(b *testing.B) {
	for _, n := range splitSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			weights := make([]int64, n)
			for i, w := range splitWeights(n) {
				weights[i] = w.CoefficientInt64()
			}
			floors, rests := make([]uint64, n), make([]uint64, n)
			for b.Loop() {
				bareLoop(uint64(splitTotal.Fen()), weights, floors, rests)
			}
			perItem(b, n)
		})
	}
}

func bareLoop(total uint64, weights []int64, floors, rests []uint64) {
	var sum uint64
	for _, w := range weights {
		sum += uint64(w)
	}
	for i, w := range weights {
		hi, lo := bits.Mul64(total, uint64(w))
		floors[i], rests[i] = bits.Div64(hi, lo, sum)
	}
}

// BenchmarkSplitNaiveDecimal does what a first program does: decimals
// throughout, and a full sort of the remainders.
func BenchmarkSplitNaiveDecimal(b *testing.B) {
	for _, n := range splitSizes[:3] {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			weights := splitWeights(n)
			for b.Loop() {
				naiveDecimal(splitTotal.Fen(), weights)
			}
			perItem(b, n)
		})
	}
}

func naiveDecimal(total int64, weights []decimal.Decimal) []int64 {
	type part struct {
		index int
		rest  decimal.Decimal
	}
	sum, left, fen := decimal.Sum(weights[0], weights[1:]...), total, decimal.NewFromInt(total)
	floors, parts := make([]int64, len(weights)), make([]part, len(weights))
	for i, w := range weights {
		floor, rest := fen.Mul(w).QuoRem(sum, 0)
		floors[i], parts[i] = floor.IntPart(), part{i, rest}
		left -= floors[i]
	}
	slices.SortStableFunc(parts, func(a, b part) int { return b.rest.Cmp(a.rest) })
	for _, p := range parts[:left] {
		floors[p.index]++
	}
	return floors
}
