package funding_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

const (
	mostFen  = 1e18 - 1
	mostYuan = 1e16 - 1
)

func money(t testing.TB, s string) funding.Money {
	t.Helper()
	m, err := funding.ParseMoney(s)
	require.NoError(t, err)
	return m
}

// anyMoney returns amounts of every size, the ends of the range among them.
func anyMoney(random *rand.Rand) funding.Money {
	switch random.IntN(10) {
	case 0:
		return funding.Fen(mostFen)
	case 1:
		return funding.Fen(-mostFen)
	}
	return funding.Fen(random.Int64N(2*mostFen) - mostFen)
}

func fenOf(m funding.Money) *big.Int { return big.NewInt(m.Fen()) }

// requireFen demands that a checked operation gives want, or a range problem
// where want is no amount.
func requireFen(t testing.TB, want *big.Int, got funding.Money, err error) {
	t.Helper()
	if want.CmpAbs(big.NewInt(mostFen)) > 0 {
		require.ErrorIs(t, err, funding.MoneyRange)
		require.Zero(t, got)
		return
	}
	require.NoError(t, err)
	require.Equal(t, want.Int64(), got.Fen())
}

func TestMoneyLiterals(t *testing.T) {
	t.Parallel()
	assert.Equal(t, int64(mostFen), funding.Fen(mostFen).Fen())
	assert.Equal(t, int64(-mostYuan*100), funding.Yuan(-mostYuan).Fen())
	assert.Panics(t, func() { funding.Fen(mostFen + 1) })
	assert.Panics(t, func() { funding.Fen(math.MinInt64) })
	assert.Panics(t, func() { funding.Yuan(mostYuan + 1) })
	assert.Panics(t, func() { funding.Yuan(math.MinInt64) })
	assert.Equal(t, funding.Money{}, funding.Fen(0))
	assert.Equal(t, map[funding.Money]bool{funding.Yuan(1): true}, map[funding.Money]bool{funding.Fen(100): true})
	assert.Equal(t, "-1.50", funding.Fen(-150).String())
	assert.Equal(t, "-¥1.50", funding.Fen(-150).Value().In(language.English))
}

func TestMoneyArithmetic(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 1))
	for range 20_000 {
		a, b := anyMoney(random), anyMoney(random)
		sum, err := a.Add(b)
		requireFen(t, new(big.Int).Add(fenOf(a), fenOf(b)), sum, err)
		difference, err := a.Sub(b)
		requireFen(t, new(big.Int).Sub(fenOf(a), fenOf(b)), difference, err)
		n := int64(random.Uint64()) >> random.IntN(64)
		product, err := a.MulInt(n)
		requireFen(t, new(big.Int).Mul(fenOf(a), big.NewInt(n)), product, err)

		require.Equal(t, fenOf(a).Cmp(fenOf(b)), a.Compare(b))
		require.Equal(t, fenOf(a).Sign(), a.Sign())
		require.Equal(t, a, a.Neg().Neg())
		require.Equal(t, max(a.Fen(), -a.Fen()), a.Abs().Fen())
	}
	_, err := funding.Fen(mostFen).MulInt(math.MinInt64)
	require.ErrorIs(t, err, funding.MoneyRange)
}

func TestMoneyRangeInBothLanguages(t *testing.T) {
	t.Parallel()
	_, err := funding.Fen(mostFen).Add(funding.Fen(1))
	require.EqualError(t, err, "amount ¥10,000,000,000,000,000.00 is out of range (below 10^16 yuan)")
	var problem *rule.Problem
	require.ErrorAs(t, err, &problem)
	assert.Equal(t, "金额 10,000,000,000,000,000.00 元 超出范围(须小于一亿亿元)", problem.In(language.Chinese))
}

func TestSum(t *testing.T) {
	t.Parallel()
	none, err := funding.Sum()
	require.NoError(t, err)
	assert.Zero(t, none)

	random := rand.New(rand.NewPCG(3, 2))
	for range 2_000 {
		amounts, want := make([]funding.Money, random.IntN(40)), new(big.Int)
		for i := range amounts {
			amounts[i] = anyMoney(random)
			if random.IntN(3) > 0 && i > 0 {
				amounts[i] = amounts[i-1].Neg() // leaves the range and comes back
			}
			want.Add(want, fenOf(amounts[i]))
		}
		sum, err := funding.Sum(amounts...)
		requireFen(t, want, sum, err)
	}

	many := make([]funding.Money, 25)
	for i := range many {
		many[i] = funding.Fen(mostFen)
	}
	_, err = funding.Sum(many...)
	require.EqualError(t, err, "amount ¥249,999,999,999,999,999.75 is out of range (below 10^16 yuan)")
}
