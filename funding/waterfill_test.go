package funding_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
)

func amounts(fens ...int64) []funding.Money {
	out := make([]funding.Money, len(fens))
	for i, fen := range fens {
		out[i] = funding.Fen(fen)
	}
	return out
}

func TestEqualAwardsAndLosses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		total          int64
		claims         []int64
		awards, losses []int64
	}{
		// The estate of 100, 200 or 300 among claims of 100, 200 and 300.
		{100, []int64{100, 200, 300}, []int64{34, 33, 33}, []int64{0, 0, 100}},
		{200, []int64{100, 200, 300}, []int64{67, 67, 66}, []int64{0, 50, 150}},
		{300, []int64{100, 200, 300}, []int64{100, 100, 100}, []int64{0, 100, 200}},
		{301, []int64{100, 200, 300}, []int64{100, 101, 100}, []int64{1, 100, 200}},
		{500, []int64{100, 200, 300}, []int64{100, 200, 200}, []int64{67, 167, 266}},
		{600, []int64{100, 200, 300}, []int64{100, 200, 300}, []int64{100, 200, 300}},
		{999, []int64{100, 200, 300}, []int64{100, 200, 300}, []int64{100, 200, 300}},
		{0, []int64{100, 0, 300}, []int64{0, 0, 0}, []int64{0, 0, 0}},
		{1, []int64{0, 5, 5}, []int64{0, 1, 0}, []int64{0, 1, 0}},
		{9, []int64{5, 5}, []int64{5, 4}, []int64{5, 4}},
		{7, nil, []int64{}, []int64{}},
	} {
		got, err := funding.WaterFill(funding.Fen(c.total), amounts(c.claims...))
		require.NoError(t, err)
		assert.Equal(t, amounts(c.awards...), got, "awards of %d on %v", c.total, c.claims)
		got, err = funding.EqualLosses(funding.Fen(c.total), amounts(c.claims...))
		require.NoError(t, err)
		assert.Equal(t, amounts(c.losses...), got, "losses at %d on %v", c.total, c.claims)
	}
}

func TestEqualAwardsRefuse(t *testing.T) {
	t.Parallel()
	for _, divide := range []func(funding.Money, []funding.Money) ([]funding.Money, error){funding.WaterFill, funding.EqualLosses} {
		got, err := divide(funding.Fen(-1), amounts(5, -7, 3, -1))
		assert.Nil(t, got)
		require.ErrorIs(t, err, funding.AmountNegative)
		assert.EqualError(t, err, "claims[1]: the amount must not be negative: -¥0.07\nclaims[3]: the amount must not be negative: -¥0.01\ntotal: the amount must not be negative: -¥0.01")
	}
}

// randomClaims returns a few claims of one of several sizes and a total that
// does not cover them.
func randomClaims(r *rand.Rand) (total funding.Money, claims []funding.Money, sum *big.Int) {
	sum = new(big.Int)
	most := []int64{3, 50, 1_000_000, 999_999_999_999_999_999}[r.IntN(4)]
	for range 1 + r.IntN(12) {
		claim := r.Int64N(most + 1)
		if r.IntN(4) == 0 {
			claim >>= r.IntN(40)
		}
		claims = append(claims, funding.Fen(claim))
		sum.Add(sum, big.NewInt(claim))
	}
	bound := min(most*3, 999_999_999_999_999_999)
	if sum.IsInt64() {
		bound = min(bound, sum.Int64())
	}
	return funding.Fen(r.Int64N(bound + 1)), claims, sum
}

func TestEqualAwardsByDefinition(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 1))
	for range 2_000 {
		total, claims, _ := randomClaims(r)
		awards, err := funding.WaterFill(total, claims)
		require.NoError(t, err)
		sum, err := funding.Sum(awards...)
		require.NoError(t, err)
		require.Equal(t, total, sum)
		top := slices.MaxFunc(awards, funding.Money.Compare)
		last := true // an odd fen before every level without one
		for i, award := range awards {
			require.GreaterOrEqual(t, award.Sign(), 0)
			require.LessOrEqual(t, award.Compare(claims[i]), 0)
			if award == claims[i] {
				require.LessOrEqual(t, award.Compare(top), 0)
				continue
			}
			require.LessOrEqual(t, top.Fen()-award.Fen(), int64(1), "whoever is not full has the level: %v of %v", awards, claims)
			require.True(t, award != top || last, "the odd fen go to the first: %v of %v", awards, claims)
			last = award == top
		}
	}
}

// What one rule awards of a total, the other takes away where the rest is
// divided; the order among equals is turned round with it.
func TestEqualAwardsAndLossesAreDual(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 2))
	for range 2_000 {
		total, claims, sum := randomClaims(r)
		rest := sum.Sub(sum, big.NewInt(total.Fen()))
		if !rest.IsInt64() || rest.Int64() > 999_999_999_999_999_999 {
			continue
		}
		slices.Reverse(claims)
		awards, err := funding.WaterFill(funding.Fen(rest.Int64()), claims)
		require.NoError(t, err)
		slices.Reverse(claims)
		slices.Reverse(awards)
		kept, err := funding.EqualLosses(total, claims)
		require.NoError(t, err)
		for i := range kept {
			require.Equal(t, claims[i].Fen(), awards[i].Fen()+kept[i].Fen(), "%v of %v", total, claims)
		}
	}
}

func TestEqualAwardsAndLossesAreMonotone(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 3))
	for range 60 {
		claims := make([]funding.Money, 1+r.IntN(6))
		for i := range claims {
			claims[i] = funding.Fen(r.Int64N(20))
		}
		for _, divide := range []func(funding.Money, []funding.Money) ([]funding.Money, error){funding.WaterFill, funding.EqualLosses} {
			before := make([]funding.Money, len(claims))
			for total := range int64(130) {
				awards, err := divide(funding.Fen(total), claims)
				require.NoError(t, err)
				for i := range awards {
					require.GreaterOrEqual(t, awards[i].Compare(before[i]), 0, "total %d of %v", total, claims)
					for k := range awards {
						if claims[i].Compare(claims[k]) > 0 {
							require.GreaterOrEqual(t, awards[i].Fen(), awards[k].Fen()-1, "order: %v of %v", awards, claims)
						}
					}
				}
				before = awards
			}
		}
	}
}

func ExampleWaterFill() {
	claims := amounts(1_000_00, 2_500_00, 9_000_00)
	budget := funding.Yuan(6_000)
	awards, _ := funding.WaterFill(budget, claims)
	fmt.Println(strings.Trim(fmt.Sprint(awards), "[]"))
	losses, _ := funding.EqualLosses(budget, claims)
	fmt.Println(strings.Trim(fmt.Sprint(losses), "[]"))
	// Output:
	// 1000.00 2500.00 2500.00
	// 0.00 0.00 6000.00
}

func BenchmarkWaterFill(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 4))
	for _, n := range splitSizes {
		claims := make([]funding.Money, n)
		for i := range claims {
			claims[i] = funding.Fen(1 + r.Int64N(10_000_000))
		}
		for _, c := range []struct {
			name   string
			divide func(funding.Money, []funding.Money) ([]funding.Money, error)
		}{{"awards", funding.WaterFill}, {"losses", funding.EqualLosses}} {
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				for b.Loop() {
					if _, err := c.divide(funding.Fen(int64(n)*3_000_000), claims); err != nil {
						b.Fatal(err)
					}
				}
				perItem(b, n)
			})
		}
	}
}
