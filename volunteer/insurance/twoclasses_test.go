package insurance_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
)

func whole(random *rand.Rand, most int64) (rule.Interval, int64, int64) {
	low := 1 + random.Int64N(most)
	high := low + random.Int64N(most)
	return rule.AtLeast(decimal.NewFromInt(low)).AtMost(decimal.NewFromInt(high)), low, high
}

func TestTwoClassesEqualsBruteForce(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 7))
	for range 200 {
		total := 1 + random.Int64N(300)
		q := insurance.TwoClasses{Total: funding.Yuan(total), Step: funding.Yuan(1 + random.Int64N(2)), Listed: 1 << 20}
		step := q.Step.Fen() / 100
		var low, high [5]int64
		q.Sums[0], low[0], high[0] = whole(random, 12)
		q.Sums[1], low[1], high[1] = whole(random, 12)
		q.Heads[0], low[2], high[2] = whole(random, 20)
		q.Heads[1], low[3], high[3] = whole(random, 20)
		q.InAll, low[4], high[4] = whole(random, 40)
		count, pairs := uint64(0), int64(0)
		for a := low[0]; a <= high[0]; a++ {
			for b := low[1]; b <= high[1]; b++ {
				before := count
				for x := low[2]; x <= high[2] && a%step == 0 && b%step == 0; x++ {
					for y := low[3]; y <= high[3]; y++ {
						if a*x+b*y == total && x+y >= low[4] && x+y <= high[4] {
							count++
						}
					}
				}
				if count > before {
					pairs++
				}
			}
		}
		answer, err := q.Solve()
		require.NoError(t, err)
		require.Equal(t, count, answer.Count, "%+v", q)
		require.Equal(t, pairs, answer.Pairs)
		for _, fit := range answer.Fits {
			for i := range fit.Count {
				x, y := fit.First[0]+i*fit.More[0], fit.First[1]+i*fit.More[1]
				require.Equal(t, q.Total.Fen(), fit.Sums[0].Fen()*x+fit.Sums[1].Fen()*y)
			}
		}
	}
}

// TestTwoClassesOfTheDistrict counts how volunteers and charity volunteers can
// share 19.44 million when each is insured for whole hundreds up to 1,000.
func TestTwoClassesOfTheDistrict(t *testing.T) {
	t.Parallel()
	d := rule.Dec
	sums := rule.AtLeast(d("100")).AtMost(d("1000"))
	answer, err := insurance.TwoClasses{
		Total: funding.Yuan(19_440_000), Step: funding.Yuan(100), Sums: [2]rule.Interval{sums, sums},
		InAll: rule.Above(d("30000")).Below(d("40000")), Listed: 3,
	}.Solve()
	require.NoError(t, err)
	want := uint64(0)
	for a := int64(1); a <= 10; a++ {
		for b := int64(1); b <= 10; b++ {
			for x := int64(1); x < 40_000; x++ {
				y := 194_400 - a*x
				if y <= 0 || y%b != 0 {
					continue
				}
				if n := x + y/b; n > 30_000 && n < 40_000 {
					want++
				}
			}
		}
	}
	assert.Equal(t, want, answer.Count)
	assert.Len(t, answer.Fits, 3)
}

func TestTwoClassesFaults(t *testing.T) {
	t.Parallel()
	_, err := insurance.TwoClasses{}.Solve()
	assert.ErrorIs(t, err, insurance.TotalNotPositive)
	assert.ErrorIs(t, err, insurance.StepNotPositive)
	_, err = insurance.TwoClasses{Total: funding.Yuan(1_000_000_000), Step: funding.Fen(1)}.Solve()
	assert.ErrorIs(t, err, insurance.TooManySums)
	_, err = insurance.TwoClasses{Total: funding.Yuan(19_440_000), Step: funding.Yuan(1)}.Solve()
	assert.ErrorIs(t, err, insurance.TooManySums)
}
