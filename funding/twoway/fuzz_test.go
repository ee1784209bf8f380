package twoway_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding/twoway"
)

// Whatever the digits and scales of four cells and their divisor: either the
// table is refused, or every cell and total is its exact value rounded down or
// up.
func FuzzRound(f *testing.F) {
	f.Add(int64(1), int8(0), int64(2), int8(-2), int64(3), int8(-5), int64(0), int8(9), int64(3), int8(0))
	f.Add(int64(999_999_999_999_999_999), int8(-2), int64(1), int8(-18), int64(7), int8(-3), int64(5), int8(1), int64(7), int8(1))
	f.Add(int64(123_456_789), int8(-9), int64(1), int8(-9), int64(1), int8(-9), int64(1), int8(-9), int64(999_999_937), int8(-3))
	f.Fuzz(func(t *testing.T, a int64, ae int8, b int64, be int8, c int64, ce int8, d int64, de int8, over int64, oe int8) {
		e := twoway.Exact{
			Cells: [][]decimal.Decimal{
				{decimal.New(a, int32(ae)), decimal.New(b, int32(be))},
				{decimal.New(c, int32(ce)), decimal.New(d, int32(de))},
			},
			Over: decimal.New(over, int32(oe)),
		}
		got, err := e.Round()
		if err != nil {
			require.Empty(t, got)
			return
		}
		if e.Over.IsZero() {
			e.Over = decimal.NewFromInt(1)
		}
		_, ok := distance(e, func(i, j int) int64 { return got.Cells[i][j].Fen() })
		require.True(t, ok, "%v: %s", e, inFen(got))
	})
}
