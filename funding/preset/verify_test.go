package preset_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/preset"
	"github.com/sancheng-go/sancheng/funding/receipt"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Every rule of this package, over random requests around its lines, is settled
// as the definitions say: an independent computation agrees to the fen and to
// the reason.
func TestEverySchemeVerifies(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(9, 9))
	pick := func(list ...int64) int64 { return list[rng.IntN(len(list))] + rng.Int64N(3) - 1 }
	for _, s := range append(preset.Published(), preset.Illustrative(org.Area("330211"))...) {
		requests := make([]funding.Request, 200)
		for i := range requests {
			budget := funding.Fen(pick(1, 500_000, 2_000_000, 3_000_000, 5_000_000, 50_000_000, 83_333_333, 90_000_000))
			own := funding.Fen(rng.Int64N(budget.Fen()+1) * 4 / 5)
			requests[i] = funding.Request{
				ID: strconv.Itoa(i), Organization: "o" + strconv.Itoa(i%40), Territory: s.Territory,
				Asked: funding.Fen(budget.Fen() - own.Fen()), Social: own, Months: pick(6, 12),
				Date: s.Period.From, Received: funding.Fen(max(0, pick(0, 5_000_000, 10_000_000, 20_000_000))),
				Facts: rule.FactMap{
					"grade": rule.Word([]string{"5A", "4A", "3A", "2A"}[rng.IntN(4)]), "new": rule.Flag(rng.IntN(2) == 0),
					"standing": rule.Word([]string{"registered", "filed", "neither"}[rng.IntN(3)]), "funded_elsewhere": rule.Flag(rng.IntN(4) == 0),
					"unit_members": rule.Int(pick(50), rule.Organization), "cases": rule.Int(pick(5), rule.Item),
					"purpose": rule.Label(rule.Words("体育", "sport")),
				},
			}
			switch {
			case len(s.Costs) > 0:
				for _, item := range preset.FuyangItems() {
					item.Amount = funding.Fen(item.Amount.Fen() + rng.Int64N(300_00) - 150_00)
					requests[i].Items = append(requests[i].Items, item)
				}
			default:
				requests[i].Eligible = &budget
			}
			if requests[i].Date.IsZero() {
				requests[i].Date = rule.Day(2015, 1+rng.IntN(12), 1)
				if !s.Period.Contains(requests[i].Date) {
					requests[i].Date = s.Period.Until.AddDays(-1)
				}
			}
		}
		settled, err := funding.Settle(s, requests)
		require.NoError(t, err, s.ID)
		require.NoError(t, receipt.Verify(s, requests, settled), s.ID)
		_, paid, _ := settled.Totals()
		assert.Positive(t, paid.Sign(), s.ID)
	}
}
