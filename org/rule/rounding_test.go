package rule_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org/rule"
)

func TestRound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, step                       string
		halfUp, halfEven, down, roundU string
	}{
		{"1458.333", "0.01", "1458.33", "1458.33", "1458.33", "1458.34"},
		{"2.5", "1", "3", "2", "2", "3"},
		{"3.5", "1", "4", "4", "3", "4"},
		{"-2.5", "1", "-3", "-2", "-2", "-3"},
		{"-0.005", "0.01", "-0.01", "0", "0", "-0.01"},
		{"0.015", "0.01", "0.02", "0.02", "0.01", "0.02"},
		{"0.025", "0.01", "0.03", "0.02", "0.02", "0.03"},
		{"0.02", "0.01", "0.02", "0.02", "0.02", "0.02"},
		{"1250", "100", "1300", "1200", "1200", "1300"},
		{"7.5", "5", "10", "10", "5", "10"},
		{"2.5", "5", "5", "0", "0", "5"},
		{"0.2", "0.3", "0.3", "0.3", "0", "0.3"},
		{"0", "0.01", "0", "0", "0", "0"},
		{"99999999999999999999.99999999999999999999", "1", "100000000000000000000", "100000000000000000000", "99999999999999999999", "100000000000000000000"},
	} {
		for mode, want := range map[rule.Mode]string{rule.HalfUp: c.halfUp, rule.HalfEven: c.halfEven, rule.Down: c.down, rule.Up: c.roundU} {
			r := rule.Rounding{Mode: mode, Step: rule.Dec(c.step)}
			require.NoError(t, r.Validate())
			assert.Equal(t, want, r.Round(rule.Dec(c.in)).String(), "%s %s to %s", c.in, mode, c.step)
		}
	}
}

func TestRoundingValidate(t *testing.T) {
	t.Parallel()
	err := rule.Rounding{}.Validate()
	require.ErrorIs(t, err, rule.Required)
	require.ErrorIs(t, err, rule.RoundingStep)
	require.ErrorIs(t, rule.Rounding{Mode: rule.Up, Step: rule.Dec("-0.01")}.Validate(), rule.RoundingStep)
	assert.False(t, rule.Mode(0).Away(true, 1, false), "no mode moves nothing")
}

// Quotient against fractions of whole numbers: the result is a multiple of the
// step, within a step of the exact quotient on the side the mode says, and the
// mirror of its negative.
func checkQuotient(t *testing.T, mode rule.Mode, num, den, step decimal.Decimal) {
	t.Helper()
	got := rule.Rounding{Mode: mode, Step: step}.Quotient(num, den)
	exact := new(big.Rat).Quo(num.Rat(), den.Rat())
	steps := new(big.Rat).Quo(got.Rat(), step.Rat())
	require.True(t, steps.IsInt(), "%s is no multiple of %s", got, step)

	ratio := new(big.Rat).Quo(exact, step.Rat())
	size := new(big.Rat).Abs(ratio)
	floor := new(big.Int).Quo(size.Num(), size.Denom())
	rest := new(big.Rat).Sub(size, new(big.Rat).SetInt(floor))
	half := rest.Cmp(big.NewRat(1, 2))
	up := false
	switch mode {
	case rule.HalfUp:
		up = half >= 0
	case rule.HalfEven:
		up = half > 0 || half == 0 && new(big.Int).And(floor, big.NewInt(1)).Sign() != 0
	case rule.Up:
		up = rest.Sign() != 0
	}
	if up {
		floor.Add(floor, big.NewInt(1))
	}
	if ratio.Sign() < 0 {
		floor.Neg(floor)
	}
	require.Zero(t, steps.Num().Cmp(floor), "%s / %s %s to %s gives %s", num, den, mode, step, got)

	mirror := rule.Rounding{Mode: mode, Step: step}.Quotient(num.Neg(), den)
	require.True(t, mirror.Equal(got.Neg()))
}

func TestQuotientIsExact(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 5))
	some := func() decimal.Decimal { return decimal.New(r.Int64N(2_000_001)-1_000_000, -r.Int32N(6)+2) }
	for range 5_000 {
		den, step := some(), some().Abs()
		if den.IsZero() || step.IsZero() {
			continue
		}
		for _, mode := range rule.Modes() {
			checkQuotient(t, mode, some(), den, step)
		}
	}
}

func FuzzQuotient(f *testing.F) {
	f.Add(uint8(0), int64(17500), int32(0), int64(12), int32(0), int64(1), int32(-2))
	f.Add(uint8(1), int64(-25), int32(-1), int64(1), int32(3), int64(5), int32(-1))
	f.Fuzz(func(t *testing.T, mode uint8, num int64, numExp int32, den int64, denExp int32, step int64, stepExp int32) {
		if den == 0 || step <= 0 {
			t.Skip()
		}
		m := rule.Modes()[int(mode)%len(rule.Modes())]
		checkQuotient(t, m, decimal.New(num, numExp%30), decimal.New(den, denExp%30), decimal.New(step, stepExp%30))
	})
}
