package insurance_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer/insurance"
)

// FuzzQuestion: every fit agrees with the question, and so many fits there are
// as a plain search over heads finds.
func FuzzQuestion(f *testing.F) {
	f.Add(int64(19_440_000), int64(100), int64(30_001), int64(39_999))
	f.Add(int64(7), int64(1), int64(1), int64(9))
	f.Fuzz(func(t *testing.T, total, step, low, high int64) {
		if total < 1 || total > 1<<40 || step < 1 || step > 1<<30 || low < 1 || high < low || high-low > 10_000 || high > 1<<30 {
			t.Skip()
		}
		answer, err := insurance.Question{
			Total: rule.Exactly(decimal.New(total, -2)), Step: funding.Fen(step),
			Heads: rule.AtLeast(decimal.NewFromInt(low)).AtMost(decimal.NewFromInt(high)),
		}.Solve()
		if err != nil {
			assert.ErrorIs(t, err, insurance.TooManySums)
			return
		}
		pairs := uint64(0)
		for heads := low; heads <= high; heads++ {
			if total%heads == 0 && total/heads%step == 0 {
				pairs++
			}
		}
		assert.Equal(t, pairs, answer.Pairs)
		for _, fit := range answer.Fits {
			assert.Equal(t, total, fit.Sum.Fen()*fit.From)
			assert.Equal(t, fit.From, fit.To)
		}
	})
}
