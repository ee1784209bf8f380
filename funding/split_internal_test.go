package funding

import (
	"cmp"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSplitPathsAgree splits by every path that can hold the weights.
func TestSplitPathsAgree(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 6))
	for range 2_000 {
		n, drop := 1+random.IntN(40), random.IntN(64)
		ints, weights := make([]uint64, n), make([]decimal.Decimal, n)
		for i := range ints {
			ints[i] = random.Uint64() >> drop
			weights[i] = decimal.NewFromUint64(ints[i])
		}
		ints[0] |= 1
		weights[0] = decimal.NewFromUint64(ints[0])
		total := random.Uint64N(maxFen+1) >> random.IntN(60)

		want := make([]Money, n)
		splitBig(total, weightsOf(weights, true), want)

		got := make([]Money, n)
		splitInts(total, ints, got)
		require.Equal(t, want, got, "whole weights")

		for _, inPlace := range []bool{true, false} {
			require.NoError(t, split(total, weightsOf(weights, inPlace), got))
			require.Equal(t, want, got, "in place: %v", inPlace)
		}

		// The same ratios in 128 bits.
		factor := uint128{1 << 20, 1}
		wide := func(i int) uint128 {
			_, w := factor.times(ints[i] >> 30)
			return w
		}
		var sum uint128
		for i := range ints {
			weights[i] = decimal.NewFromUint64(ints[i] >> 30)
			sum, _ = sum.plus(wide(i))
		}
		if sum.hi == 0 {
			continue
		}
		split128(total, sum, got, wide)
		splitBig(total, weightsOf(weights, true), want)
		require.Equal(t, want, got, "128 bits")
	}
}

// TestDecimalsReadInPlace fails when the decimal package lays its numbers out
// in another way: splits stay right then, and become slow.
func TestDecimalsReadInPlace(t *testing.T) {
	t.Parallel()
	assert.True(t, laidOut)
	for _, other := range []reflect.Type{
		reflect.TypeFor[struct {
			_ *big.Int
			_ int32
			_ int64
		}](),
		reflect.TypeFor[struct {
			_ int32
			_ *big.Int
		}](),
		reflect.TypeFor[struct {
			_ *big.Rat
			_ int32
		}](),
	} {
		assert.False(t, sameLayout(other, reflect.TypeFor[weight]()))
	}
}

func TestUint128(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 7))
	bigOf := func(u uint128) *big.Int {
		hi := new(big.Int).SetUint64(u.hi)
		return hi.Lsh(hi, 64).Or(hi, new(big.Int).SetUint64(u.lo))
	}
	word := func() uint64 {
		switch random.IntN(4) {
		case 0:
			return ^uint64(0) - random.Uint64N(3)
		case 1:
			return random.Uint64N(3)
		}
		return random.Uint64() >> random.IntN(64)
	}
	for range 100_000 {
		u, v, n := uint128{word(), word()}, uint128{word(), word()}, word()
		require.Equal(t, bigOf(u).Cmp(bigOf(v)), u.compare(v))

		sum, ok := u.plus(v)
		want := new(big.Int).Add(bigOf(u), bigOf(v))
		require.Equal(t, want.BitLen() <= 128, ok)
		if ok {
			require.Zero(t, want.Cmp(bigOf(sum)))
		}

		over, low := u.times(n)
		want.Mul(bigOf(u), new(big.Int).SetUint64(n))
		got := new(big.Int).Lsh(new(big.Int).SetUint64(over), 128)
		require.Zero(t, want.Cmp(got.Or(got, bigOf(low))))

		shift := random.IntN(128)
		want.Rsh(bigOf(u), uint(shift))
		require.Equal(t, want.Uint64(), u.from(shift))

		if u.compare(v) > 0 {
			u, v = v, u
		}
		if v.hi == 0 {
			continue
		}
		total := n >> 4
		quotient, remainder := u.divide(total, v)
		wantRest := new(big.Int)
		want.QuoRem(want.Mul(bigOf(u), new(big.Int).SetUint64(total)), bigOf(v), wantRest)
		require.Equal(t, want.Uint64(), quotient, "%v × %d ÷ %v", u, total, v)
		require.Zero(t, wantRest.Cmp(bigOf(remainder)))
	}
}

// TestLargestSortsAtLast drives the selection into bad pivots.
func TestLargestSortsAtLast(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 8))
	for range 500 {
		n := 1 + random.IntN(300)
		claims := make([]claim[int], n)
		for i := range claims {
			claims[i] = claim[int]{random.IntN(n), i}
			if random.IntN(2) == 0 {
				claims[i].rest = i % 7
			}
		}
		sorted := slices.Clone(claims)
		slices.SortFunc(sorted, func(a, b claim[int]) int {
			return cmp.Or(cmp.Compare(b.rest, a.rest), cmp.Compare(a.index, b.index))
		})
		need := random.IntN(n + 1)
		largest(claims, need, cmp.Compare[int])
		require.ElementsMatch(t, sorted[:need], claims[:need])
	}
}
