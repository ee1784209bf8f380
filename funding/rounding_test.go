package funding_test

import (
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestMulRatio(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		amount, num, den string
		rounding         funding.Rounding
		want             string
	}{
		{"2500", "7", "12", funding.ToFen(funding.HalfUp), "1458.33"},
		{"2500", "7", "12", funding.ToFen(funding.Up), "1458.34"},
		{"2500", "7", "12", funding.ToJiao(funding.HalfUp), "1458.30"},
		{"2500", "7", "12", funding.ToYuan(funding.Up), "1459.00"},
		{"2500", "7", "12", funding.Rounding{Mode: funding.Down, Step: funding.Yuan(100)}, "1400.00"},
		{"2500", "-7", "12", funding.ToFen(funding.Up), "-1458.34"},
		{"-2500", "7", "-12", funding.ToFen(funding.Down), "1458.33"},
		{"0.05", "1", "2", funding.ToFen(funding.HalfUp), "0.03"},
		{"0.05", "1", "2", funding.ToFen(funding.HalfEven), "0.02"},
		{"0.15", "1", "2", funding.ToFen(funding.HalfEven), "0.08"},
		{"-0.05", "0.5", "1", funding.ToFen(funding.HalfUp), "-0.03"},
		{"0.25", "1", "1", funding.ToJiao(funding.HalfEven), "0.20"},
		{"0.35", "1", "1", funding.ToJiao(funding.HalfEven), "0.40"},
		{"0", "7", "12", funding.ToFen(funding.Up), "0.00"},
		{"5", "0", "12", funding.ToYuan(funding.Up), "0.00"},
		{"9999999999999999.99", "1", "3", funding.ToFen(funding.Down), "3333333333333333.33"},
		{"9999999999999999.99", "0.33333333333333333333", "1", funding.ToFen(funding.Up), "3333333333333333.33"},
		{"100", "0.33333333333333333333", "0.66666666666666666666", funding.ToFen(funding.HalfUp), "50.00"},
	} {
		m, err := money(t, c.amount).MulRatio(rule.Dec(c.num), rule.Dec(c.den), c.rounding)
		require.NoError(t, err)
		assert.Equal(t, c.want, m.String(), "%s × %s ÷ %s, %v", c.amount, c.num, c.den, c.rounding)
	}
}

func TestRoundingRound(t *testing.T) {
	t.Parallel()
	m, err := funding.ToFen(funding.HalfUp).Round(rule.Dec("1458.335"))
	require.NoError(t, err)
	assert.Equal(t, "1458.34", m.String())
	m, err = funding.Yuan(1000).MulRate(rule.Dec("0.0333335"), funding.ToFen(funding.HalfEven))
	require.NoError(t, err)
	assert.Equal(t, "33.33", m.String())
}

// TestMulRatioExact compares every path with fractions, over numbers of every
// size and scale, all modes and steps.
func TestMulRatioExact(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 3))
	number := func() decimal.Decimal {
		d := decimal.New(int64(random.Uint64())>>random.IntN(64), int32(random.IntN(40)-30))
		if random.IntN(4) == 0 {
			d = d.Mul(decimal.New(int64(random.Uint64()), -19)) // more than 64 bits
		}
		return d
	}
	for range 50_000 {
		m, num, den := anyMoney(random), number(), number()
		if random.IntN(2) == 0 {
			m = funding.Fen(m.Fen() >> random.IntN(60))
		}
		r := funding.Rounding{
			Mode: rule.Modes()[random.IntN(4)],
			Step: []funding.Money{funding.Fen(1), funding.Fen(10), funding.Fen(37), funding.Yuan(500), funding.Fen(mostFen)}[random.IntN(5)],
		}
		got, err := m.MulRatio(num, den, r)
		if den.IsZero() {
			require.ErrorIs(t, err, funding.RatioByZero)
			continue
		}
		exact := new(big.Rat).Mul(new(big.Rat).SetInt64(m.Fen()), new(big.Rat).Quo(num.Rat(), den.Rat()))
		requireFen(t, naiveRound(exact, r), got, err)
	}
}

// naiveRound rounds fen by the definition of the modes.
func naiveRound(fen *big.Rat, r funding.Rounding) *big.Int {
	steps := new(big.Rat).Quo(new(big.Rat).Abs(fen), new(big.Rat).SetInt64(r.Step.Fen()))
	whole := new(big.Int).Quo(steps.Num(), steps.Denom())
	rest := new(big.Rat).Sub(steps, new(big.Rat).SetInt(whole))
	half := rest.Cmp(big.NewRat(1, 2))
	if r.Mode == funding.Up && rest.Sign() > 0 || r.Mode == funding.HalfUp && half >= 0 ||
		r.Mode == funding.HalfEven && (half > 0 || half == 0 && whole.Bit(0) == 1) {
		whole.Add(whole, big.NewInt(1))
	}
	whole.Mul(whole, big.NewInt(r.Step.Fen()))
	if fen.Sign() < 0 {
		whole.Neg(whole)
	}
	return whole
}

func TestMulRatioRefuses(t *testing.T) {
	t.Parallel()
	one, fen := decimal.NewFromInt(1), funding.ToFen(funding.HalfUp)
	for _, c := range []struct {
		num, den decimal.Decimal
		r        funding.Rounding
		code     rule.Code
		message  string
	}{
		{one, decimal.Decimal{}, fen, funding.RatioByZero, "¥5.00 × 1 is divided by zero"},
		{one, one, funding.Rounding{}, rule.Required, ""},
		{one, one, funding.Rounding{Mode: funding.Down}, rule.RoundingStep, ""},
		{one, one, funding.Rounding{Mode: 9, Step: funding.Fen(-1)}, rule.RoundingStep, ""},
		{decimal.New(1, 17), rule.Dec("0.3"), fen, funding.MoneyRange, "amount ¥1,666,666,666,666,666,666.666… is out of range (below 10^16 yuan)"},
		{decimal.New(1, math.MaxInt32), decimal.New(1, math.MinInt32), fen, funding.MoneyRange, ""},
		{decimal.New(-3, 90), decimal.New(1, -5), fen, funding.MoneyRange, ""},
	} {
		m, err := funding.Yuan(5).MulRatio(c.num, c.den, c.r)
		require.ErrorIs(t, err, c.code)
		assert.Zero(t, m)
		if c.message != "" {
			assert.EqualError(t, err, c.message)
		}
	}
}

// TestMulRatioHugeExponents shows that exponents cost nothing.
func TestMulRatioHugeExponents(t *testing.T) {
	t.Parallel()
	tiny := decimal.New(1, math.MinInt32)
	m, err := funding.Yuan(5).MulRate(tiny, funding.ToYuan(funding.HalfUp))
	require.NoError(t, err)
	assert.Equal(t, "0.00", m.String())
	m, err = funding.Yuan(-5).MulRate(tiny, funding.ToYuan(funding.Up))
	require.NoError(t, err)
	assert.Equal(t, "-1.00", m.String())
	m, err = funding.Yuan(5).MulRatio(decimal.New(7, math.MaxInt32), decimal.New(14, math.MaxInt32), funding.ToFen(funding.HalfUp))
	require.NoError(t, err)
	assert.Equal(t, "2.50", m.String())
}

func TestRoundingJSON(t *testing.T) {
	t.Parallel()
	text := `{"mode":"half-up","step":"0.01"}`
	var r funding.Rounding
	require.NoError(t, rule.Decode([]byte(text), &r))
	assert.Equal(t, funding.ToFen(funding.HalfUp), r)
	require.NoError(t, r.Validate())
	back, err := json.Marshal(r)
	require.NoError(t, err)
	assert.JSONEq(t, text, string(back))

	err = funding.Rounding{Step: funding.Fen(-1)}.Validate()
	require.EqualError(t, err, "mode: is required\nstep: the rounding step must be above zero, not -0.01")
}
