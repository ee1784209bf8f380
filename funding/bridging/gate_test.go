package bridging

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// The gate answers as the condition does, whatever it asks.
func TestTheGateAnswersAsTheCondition(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 34))
	small := func() int64 { return rng.Int64N(12) }
	end := func(fact string) decimal.Decimal {
		switch fact {
		case "days":
			return decimal.New(5*small(), -1)
		case "share-of-renewal", "multiple-of-holding":
			return decimal.New(5*small(), -1-int32(rng.IntN(2)))
		}
		return decimal.New(5*small(), -3)
	}
	names := []string{"amount", "outstanding", "days", "renewal", "share-of-renewal", "holding", "multiple-of-holding"}
	clause := func() rule.Condition {
		fact := names[rng.IntN(len(names))]
		var in rule.Interval
		switch rng.IntN(6) {
		case 0:
			in = rule.AtLeast(end(fact))
		case 1:
			in = rule.Above(end(fact))
		case 2:
			in = rule.AtMost(end(fact))
		case 3:
			in = rule.Below(end(fact))
		case 4:
			in = rule.AtLeast(end(fact)).Below(end(fact))
		default:
			in = rule.Above(end(fact)).AtMost(end(fact))
		}
		return rule.InRange(fact, in)
	}
	plain, held := 0, 0
	for range 20_000 {
		needs := clause()
		if rng.IntN(2) == 0 {
			needs = rule.AllOf(needs, clause())
		}
		if rng.IntN(10) == 0 {
			needs = rule.Not(needs)
		}
		g := newGate(needs)
		q := &Request{Amount: funding.Fen(1 + small()), Renewal: funding.Fen(small()), Days: 1 + rng.IntN(5)}
		a := asked{q, small(), small()}
		want, _ := needs.Holds(&a)
		require.Equal(t, want, g.holds(a), "%+v %+v", needs, a)
		if g.plain {
			plain++
		}
		if want {
			held++
		}
	}
	assert.Greater(t, plain, 15_000)
	assert.Greater(t, held, 2_000)
	assert.True(t, newGate(rule.Condition{}).plain)
	huge := decimal.New(1, 30)
	g := newGate(rule.InRange("amount", rule.AtMost(huge)))
	assert.False(t, g.plain)
	assert.True(t, g.holds(asked{request: &Request{Amount: funding.Fen(1)}}))
}

// What is decided does not depend on where a request stands in the list, even
// where several loans lose money on one day.
func TestLossesOfOneDay(t *testing.T) {
	t.Parallel()
	pool := Pool{Rules: Illustrative(), Contributions: []Movement{
		{ID: "a", Contributor: "a", Date: rule.Day(2024, 1, 1), Amount: funding.Fen(100)},
		{ID: "b", Contributor: "b", Date: rule.Day(2024, 1, 1), Amount: funding.Fen(101)},
		{ID: "c", Contributor: "c", Date: rule.Day(2024, 1, 1), Amount: funding.Fen(99)},
	}}
	for i := range 7 {
		id := strconv.Itoa(i)
		pool.Requests = append(pool.Requests, Request{ID: id, Borrower: id, Date: rule.Day(2024, 1, 2), Amount: funding.Fen(19), Renewal: funding.Fen(20), Days: 2})
		pool.Outcomes = append(pool.Outcomes, Outcome{Request: id, Date: rule.Day(2024, 1, 9), Lost: funding.Fen(int64(1 + 3*i%11))})
	}
	first, err := pool.Run()
	require.NoError(t, err)
	rng := rand.New(rand.NewPCG(4, 34))
	for range 50 {
		rng.Shuffle(len(pool.Requests), func(i, j int) { pool.Requests[i], pool.Requests[j] = pool.Requests[j], pool.Requests[i] })
		again, err := pool.Run()
		require.NoError(t, err)
		require.Equal(t, first.Shares(), again.Shares())
	}
}

func TestOddEnds(t *testing.T) {
	t.Parallel()
	rules := Illustrative()
	low, high := decimal.New(-1, 25), decimal.New(1, 25)
	rules.Fee[0].In = rule.AtLeast(low).Below(rule.Dec("6"))
	rules.Fee[1].In = rule.AtLeast(rule.Dec("6")).AtMost(high)
	require.Error(t, rules.Validate(), "days beyond the last have no rate")
	rules.Fee[1].In = rule.AtLeast(rule.Dec("6"))
	fee, _, err := rules.Charge(funding.Yuan(1_000_000), 7)
	require.NoError(t, err)
	assert.Equal(t, funding.Yuan(1_800), fee)

	pool := Pool{Rules: rules, Requests: []Request{{ID: "r", Borrower: "b", Date: rule.Day(9999, 12, 30), Amount: funding.Fen(1), Days: 2}}}
	require.ErrorIs(t, pool.Validate(), NoSuchDay)
	pool.Requests[0].Days = 1
	require.NoError(t, pool.Validate())
}
