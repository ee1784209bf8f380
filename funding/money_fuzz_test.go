package funding_test

import (
	"encoding/binary"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

var grammar = regexp.MustCompile(`^-?[0-9]+(\.[0-9]{1,2})?$`)

// FuzzParseMoney: exactly the texts of the grammar within the range are read,
// each with its value as a fraction, and String writes what is read back.
func FuzzParseMoney(f *testing.F) {
	for _, seed := range []string{
		"", "0", "-0", "1678000", "-3.5", "0.07", "1.234", "1e9", "１２", "--5", "NaN", "+1", "1,000", ".5", "5.",
		"9999999999999999.99", "10000000000000000", "-00012.3", "1.230",
	} {
		f.Add(seed)
	}
	limit := big.NewRat(1e16, 1)
	f.Fuzz(func(t *testing.T, s string) {
		m, err := funding.ParseMoney(s)
		value := new(big.Rat)
		ok := grammar.MatchString(s)
		if ok {
			value.SetString(s)
			ok = new(big.Rat).Abs(value).Cmp(limit) < 0
		}
		if !ok {
			require.Error(t, err)
			require.Len(t, rule.ProblemsOf(err), 1)
			require.Zero(t, m)
			return
		}
		require.NoError(t, err)
		require.Zero(t, value.Cmp(big.NewRat(m.Fen(), 100)))
		back, err := funding.ParseMoney(m.String())
		require.NoError(t, err)
		require.Equal(t, m, back)
		exact, err := funding.FromDecimal(m.Decimal())
		require.NoError(t, err)
		require.Equal(t, m, exact)
	})
}

var unlike = strings.NewReplacer(
	"人民币", "", "人民幣", "", "圆", "元", "圓", "元", "零", "", "整", "", "正", "", "壹拾", "拾",
	"貳", "贰", "參", "叁", "叄", "叁", "陸", "陆", "萬", "万", "億", "亿", "負", "负",
)

// FuzzUpper: every amount has one spelling that is read back as it, from the
// regular characters alone, with 整 at the end or 分.
func FuzzUpper(f *testing.F) {
	for _, fen := range []int64{0, 1, -10, 100, 167_800_000, 10_000_053, mostFen, -mostFen, 1_000_000_000_100, 100_010_000_000_000_000} {
		f.Add(fen)
	}
	f.Fuzz(func(t *testing.T, fen int64) {
		m := funding.Fen(fen % (mostFen + 1))
		upper := m.Upper()
		back, err := funding.ParseUpper(upper)
		require.NoError(t, err, upper)
		require.Equal(t, m, back, upper)
		require.Empty(t, strings.Trim(upper, "负零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整"))
		require.NotEqual(t, strings.HasSuffix(upper, "整"), strings.HasSuffix(upper, "分"))
		require.NotContains(t, upper, "零零")
		if m.Sign() != 0 {
			require.Equal(t, "负"+m.Abs().Upper(), m.Abs().Neg().Upper())
		}
	})
}

// FuzzParseUpper: a text that is read differs from the spelling of its amount
// only in what the rules leave to the writer.
func FuzzParseUpper(f *testing.F) {
	for _, seed := range []string{
		"零元整", "人民币壹仟肆佰零玖元伍角", "拾伍万圓正", "壹佰元", "壹拾万零柒仟元零伍角叁分", "负伍分", "壹亿零壹元整",
		"壹仟零零柒元整", "亿", "人民幣負貳角", "壹万亿零壹仟万元整",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := funding.ParseUpper(s)
		if err != nil {
			require.ErrorIs(t, err, funding.MoneyUpper)
			require.Zero(t, m)
			return
		}
		require.Equal(t, unlike.Replace(m.Upper()), unlike.Replace(s))
	})
}

// FuzzSplit: everything that Split promises, compared with the definition in
// fractions. Nine bytes make a weight: a coefficient and an exponent.
func FuzzSplit(f *testing.F) {
	f.Add(int64(145833), []byte("123456789abcdefghi"))
	f.Add(int64(-2), []byte("\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00"))
	f.Add(int64(mostFen), []byte("\xff\xff\xff\xff\xff\xff\xff\xff\xe0\x7f\xff\xff\xff\xff\xff\xff\xff\x20"))
	f.Fuzz(func(t *testing.T, fen int64, data []byte) {
		var weights []decimal.Decimal
		for ; len(data) >= 9 && len(weights) < 30; data = data[9:] {
			weights = append(weights, decimal.New(int64(binary.BigEndian.Uint64(data)>>1), int32(int8(data[8]))/3))
		}
		total, zero := funding.Fen(fen%(mostFen+1)), true
		for _, w := range weights {
			zero = zero && w.IsZero()
		}
		if zero {
			parts, err := funding.Split(total, weights)
			require.Error(t, err)
			require.Nil(t, parts)
			return
		}
		checkSplit(t, total, weights)
	})
}
