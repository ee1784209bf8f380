package funding_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

func decimals(t testing.TB, texts ...string) []decimal.Decimal {
	t.Helper()
	out := make([]decimal.Decimal, len(texts))
	for i, text := range texts {
		d, err := decimal.NewFromString(text)
		require.NoError(t, err)
		out[i] = d
	}
	return out
}

// naiveSplit is largest remainder by the definition, in fractions and with a
// full sort. It returns the exact shares in fen too.
func naiveSplit(total funding.Money, weights []decimal.Decimal) (parts []funding.Money, shares []*big.Rat) {
	sum := new(big.Rat)
	for _, w := range weights {
		sum.Add(sum, w.Rat())
	}
	left := total.Abs().Fen()
	floors, order := make([]int64, len(weights)), make([]int, len(weights))
	rests := make([]*big.Rat, len(weights))
	for i, w := range weights {
		share := new(big.Rat).Mul(new(big.Rat).SetInt64(total.Abs().Fen()), new(big.Rat).Quo(w.Rat(), sum))
		floors[i] = new(big.Int).Quo(share.Num(), share.Denom()).Int64()
		rests[i] = new(big.Rat).Sub(share, new(big.Rat).SetInt64(floors[i]))
		left -= floors[i]
		order[i] = i
		shares = append(shares, share.Mul(share, big.NewRat(int64(total.Sign()), 1)))
	}
	slices.SortStableFunc(order, func(a, b int) int { return rests[b].Cmp(rests[a]) })
	for _, i := range order[:left] {
		floors[i]++
	}
	for _, floor := range floors {
		parts = append(parts, funding.Fen(floor*int64(total.Sign())))
	}
	return parts, shares
}

func TestSplit(t *testing.T) {
	t.Parallel()
	third := "0." + strings.Repeat("3", 60)
	for _, c := range []struct{ total, weights, want string }{
		{"1458.33", "50 30 20", "729.16 437.50 291.67"},
		{"-1458.33", "50 30 20", "-729.16 -437.50 -291.67"},
		{"100", "1 1 1", "33.34 33.33 33.33"},
		{"0.02", "1 1 1", "0.01 0.01 0.00"},
		{"-0.02", "1 1 1", "-0.01 -0.01 0.00"},
		{"0.02", "1 3", "0.01 0.01"},
		{"0.02", "3 1", "0.02 0.00"},
		{"0", "1 2", "0.00 0.00"},
		{"10", "0 5 0", "0.00 10.00 0.00"},
		{"10", "7e-9000 7e-9000", "5.00 5.00"},
		{"10", "0e9000 1 1", "0.00 5.00 5.00"},
		{"10", "0e9000 0.5 1e500", "0.00 0.00 10.00"},
		{"1", third + " " + third + " " + third, "0.34 0.33 0.33"},
		{"1", third + " " + third + " " + third + "1", "0.33 0.33 0.34"},
		{"9999999999999999.99", "9223372036854775807 9223372036854775807 1", "5000000000000000.00 4999999999999999.99 0.00"},
		{"9999999999999999.99", "0.5 0.5", "5000000000000000.00 4999999999999999.99"},
		{"0.03", "18446744073709551615 18446744073709551616", "0.01 0.02"},
		{"1", "340282366920938463463374607431768211455 1", "1.00 0.00"},
	} {
		parts, err := funding.Split(money(t, c.total), decimals(t, strings.Fields(c.weights)...))
		require.NoError(t, err)
		assert.Equal(t, c.want, strings.Trim(fmt.Sprint(parts), "[]"), "%s by %s", c.total, c.weights)
	}
}

func TestSplitAlabama(t *testing.T) {
	t.Parallel()
	weights := decimals(t, "6", "6", "2")
	for total, want := range map[int64]string{10: "[0.04 0.04 0.02]", 11: "[0.05 0.05 0.01]"} {
		parts, err := funding.Split(funding.Fen(total), weights)
		require.NoError(t, err)
		assert.Equal(t, want, fmt.Sprint(parts))
	}
}

func TestSplitRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		weights []decimal.Decimal
		message string
	}{
		{nil, "weights: there are no weights"},
		{decimals(t, "0", "0.00", "0e100"), "weights: every weight is zero"},
		{make([]decimal.Decimal, 3), "weights: every weight is zero"},
		{decimals(t, "1", "-0.5", "2", "-1e-9000"), "weights: the weights span more than 2,000 digits\nweights[1]: weight -0.5 is negative\nweights[3]: weight ≈-10^-9000 is negative"},
		{decimals(t, "-1", "0"), "weights[0]: weight -1 is negative"},
		{decimals(t, "1"+strings.Repeat("0", 2001)), "weights: the weights span more than 2,000 digits"},
		{[]decimal.Decimal{decimal.New(1, math.MaxInt32), decimal.New(1, math.MinInt32)}, "weights: the weights span more than 2,000 digits"},
	} {
		parts, err := funding.Split(funding.Yuan(1), c.weights)
		require.EqualError(t, err, c.message)
		assert.Nil(t, parts)
	}
	_, err := funding.Split(funding.Money{}, decimals(t, "1", "-1"))
	require.ErrorIs(t, err, funding.SplitNegative)
	var found rule.Problems
	require.ErrorAs(t, err, &found)
}

// anyWeights returns weights that need 64 bits, 128 bits or more.
func anyWeights(random *rand.Rand) []decimal.Decimal {
	weights := make([]decimal.Decimal, 1+random.IntN(60))
	digits, scale, common := random.IntN(64), random.IntN(30), random.IntN(3) > 0
	for i := range weights {
		exponent := -scale
		if !common {
			exponent = random.IntN(30) - scale
		}
		weights[i] = decimal.New(int64(random.Uint64()>>1)>>digits, int32(exponent))
		switch random.IntN(10) {
		case 0:
			weights[i] = decimal.New(0, int32(exponent))
		case 1:
			weights[i] = weights[random.IntN(i+1)]
		case 2:
			if !common {
				weights[i] = weights[i].Mul(weights[0]).Mul(weights[0])
			}
		}
	}
	weights[random.IntN(len(weights))] = decimal.NewFromInt(1)
	return weights
}

func TestSplitProperties(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	for range 1_000 {
		total, weights := anyMoney(random), anyWeights(random)
		if random.IntN(2) == 0 {
			total = funding.Fen(total.Fen() >> random.IntN(60))
		}
		checkSplit(t, total, weights)
	}
}

// checkSplit demands everything that Split promises.
func checkSplit(t testing.TB, total funding.Money, weights []decimal.Decimal) {
	t.Helper()
	parts, err := funding.Split(total, weights)
	require.NoError(t, err)

	want, shares := naiveSplit(total, weights)
	require.Equal(t, want, parts, "largest remainder of %v by %v", total, weights)

	sum, err := funding.Sum(parts...)
	require.NoError(t, err)
	require.Equal(t, total, sum)
	for i, part := range parts {
		off := new(big.Rat).Sub(new(big.Rat).SetInt64(part.Fen()), shares[i])
		require.Negative(t, off.Abs(off).Cmp(big.NewRat(1, 1)), "a fen or more off the exact share")
	}

	mirror, err := funding.Split(total.Neg(), weights)
	require.NoError(t, err)
	for i, part := range mirror {
		require.Equal(t, parts[i].Neg(), part)
	}

	// In another order, a part can only change against one with an equal
	// remainder.
	backwards := slices.Clone(weights)
	slices.Reverse(backwards)
	reversed, err := funding.Split(total, backwards)
	require.NoError(t, err)
	slices.Reverse(reversed)
	var tied *big.Rat
	for i, part := range reversed {
		if part == parts[i] {
			continue
		}
		rest := new(big.Rat).Sub(shares[i], new(big.Rat).SetInt64(min(part.Fen(), parts[i].Fen())))
		if tied == nil {
			tied = rest
		}
		require.Zero(t, tied.Cmp(rest), "changed by order without a tie")
	}

	// Only ratios count.
	scaled := make([]decimal.Decimal, len(weights))
	for i, w := range weights {
		scaled[i] = w.Mul(decimal.New(7, -9))
	}
	same, err := funding.Split(total, scaled)
	require.NoError(t, err)
	require.Equal(t, parts, same)
}

// TestSplitMany compares with the naive way where the selection has work to
// do: ties everywhere, remainders in one rank, few fen for many.
func TestSplitMany(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 5))
	const n = 5_000
	for name, weigh := range map[string]func(i int) decimal.Decimal{
		"equal":      func(int) decimal.Decimal { return decimal.New(1, 0) },
		"any":        func(int) decimal.Decimal { return decimal.New(random.Int64N(1e9), -4) },
		"ascending":  func(i int) decimal.Decimal { return decimal.New(int64(i), -20) },
		"descending": func(i int) decimal.Decimal { return decimal.New(int64(n-i), 0) },
		"two values": func(i int) decimal.Decimal { return decimal.New(int64(1+i%2), 0) },
		"one giant":  func(i int) decimal.Decimal { return decimal.New(int64(1+i), int32(15*(i/(n-1)))) },
		"wide":       func(i int) decimal.Decimal { return decimal.New(random.Int64(), int32(i%25)) },
		"organ pipe": func(i int) decimal.Decimal { return decimal.New(int64(min(i, n-i)), 0) },
	} {
		weights := make([]decimal.Decimal, n)
		for i := range weights {
			weights[i] = weigh(i)
		}
		for _, total := range []funding.Money{funding.Fen(3), funding.Fen(n / 2), funding.Fen(n + 7), funding.Yuan(1_678_000), funding.Fen(mostFen)} {
			parts, err := funding.Split(total, weights)
			require.NoError(t, err)
			require.Equal(t, naiveDecimal(total.Fen(), weights), fens(parts), "%s, %v", name, total)
		}
	}
}

func fens(parts []funding.Money) []int64 {
	out := make([]int64, len(parts))
	for i, part := range parts {
		out[i] = part.Fen()
	}
	return out
}

func TestSplitAllocations(t *testing.T) {
	for name, extra := range map[string]decimal.Decimal{
		"64 bits":  decimal.New(1, -2),
		"128 bits": decimal.New(1, -25),
	} {
		weights := append(splitWeights(100_000), extra)
		allocations := testing.AllocsPerRun(5, func() {
			if _, err := funding.Split(splitTotal, weights); err != nil {
				t.Error(err)
			}
		})
		assert.LessOrEqual(t, allocations, 4.0, name)
	}
}
