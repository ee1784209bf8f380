package funding_test

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestParseMoney(t *testing.T) {
	t.Parallel()
	for text, fen := range map[string]int64{
		"0": 0, "-0": 0, "-0.00": 0, "0.07": 7, "-3.5": -350, "007": 700, "1678000": 167800000, "1678000.00": 167800000,
		"9999999999999999.99": mostFen, "-9999999999999999.99": -mostFen, strings.Repeat("0", 1000) + "1.2": 120,
	} {
		m, err := funding.ParseMoney(text)
		require.NoError(t, err, text)
		assert.Equal(t, fen, m.Fen(), text)
	}
}

func TestParseMoneyRefuses(t *testing.T) {
	t.Parallel()
	for text, code := range map[string]rule.Code{
		"": funding.MoneySyntax, "-": funding.MoneySyntax, ".": funding.MoneySyntax, ".5": funding.MoneySyntax,
		"5.": funding.MoneySyntax, "-.5": funding.MoneySyntax, "+1": funding.MoneySyntax, "--5": funding.MoneySyntax,
		"1e9": funding.MoneySyntax, "1E2": funding.MoneySyntax, "NaN": funding.MoneySyntax, "Inf": funding.MoneySyntax,
		"1,000": funding.MoneySyntax, "1_000": funding.MoneySyntax, "1 000": funding.MoneySyntax, " 1": funding.MoneySyntax,
		"1\n": funding.MoneySyntax, "１２": funding.MoneySyntax, "−1": funding.MoneySyntax, "1.2.3": funding.MoneySyntax,
		"1.-2": funding.MoneySyntax, "0x10": funding.MoneySyntax, "¥1": funding.MoneySyntax, "1元": funding.MoneySyntax,
		"\xff": funding.MoneySyntax, "1.23456x": funding.MoneySyntax,
		"1.234": funding.MoneyFiner, "1.230": funding.MoneyFiner, "-0.001": funding.MoneyFiner,
		"10000000000000000": funding.MoneyRange, "-10000000000000000.00": funding.MoneyRange,
		"99999999999999999999": funding.MoneyRange, strings.Repeat("9", 1_000_000): funding.MoneyRange,
	} {
		m, err := funding.ParseMoney(text)
		require.ErrorIs(t, err, code, "%.60q", text)
		var problem *rule.Problem
		require.ErrorAs(t, err, &problem)
		assert.Less(t, len(err.Error()), 200)
		assert.Zero(t, m)
	}
}

func TestFromDecimal(t *testing.T) {
	t.Parallel()
	wide := decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(3000), nil), -2998)
	for _, c := range []struct {
		d   decimal.Decimal
		fen int64
	}{
		{decimal.Decimal{}, 0},
		{decimal.New(0, math.MaxInt32), 0},
		{decimal.New(0, math.MinInt32), 0},
		{decimal.New(1230, -3), 123},
		{decimal.New(-1, 15), -1e17},
		{decimal.New(mostFen, -2), mostFen},
		{decimal.New(-mostFen, -2), -mostFen},
		{wide, 10000},
		{decimal.New(math.MaxInt64-7, -3), 922337203685477580},
	} {
		m, err := funding.FromDecimal(c.d)
		require.NoError(t, err)
		assert.Equal(t, c.fen, m.Fen())
		assert.True(t, m.Decimal().Equal(c.d))
	}
	for _, c := range []struct {
		d    decimal.Decimal
		code rule.Code
	}{
		{decimal.New(1234, -3), funding.MoneyFiner},
		{decimal.New(1, -3), funding.MoneyFiner},
		{decimal.New(-1, math.MinInt32), funding.MoneyFiner},
		{decimal.New(7, -20_000_000), funding.MoneyFiner},
		{wide.Add(decimal.New(1, -2998)), funding.MoneyFiner},
		{decimal.New(1, 16), funding.MoneyRange},
		{decimal.New(mostFen+1, -2), funding.MoneyRange},
		{decimal.New(-1, math.MaxInt32), funding.MoneyRange},
		{decimal.New(1, 20_000_000), funding.MoneyRange},
		{decimal.New(math.MaxInt64, 10), funding.MoneyRange},
	} {
		m, err := funding.FromDecimal(c.d)
		require.ErrorIs(t, err, c.code)
		assert.Less(t, len(err.Error()), 200)
		assert.Zero(t, m)
	}
	_, err := funding.FromDecimal(decimal.New(-25, math.MaxInt32))
	require.EqualError(t, err, "amount ≈-10^2147483648 is out of range (below 10^16 yuan)")
}

func TestMoneyJSON(t *testing.T) {
	t.Parallel()
	type document struct {
		Amount  funding.Money            `json:"amount"`
		Cap     *funding.Money           `json:"cap"`
		ByYear  map[funding.Money]string `json:"by_year,omitempty"`
		Omitted funding.Money            `json:"omitted,omitzero"`
	}
	text := `{"amount":"1678000.00","cap":null,"by_year":{"-0.50":"x"}}`
	var d document
	require.NoError(t, json.Unmarshal([]byte(text), &d))
	assert.Equal(t, document{Amount: funding.Yuan(1678000), ByYear: map[funding.Money]string{funding.Fen(-50): "x"}}, d)
	back, err := json.Marshal(d)
	require.NoError(t, err)
	assert.JSONEq(t, text, string(back))

	for _, amount := range []string{`1678000`, `1678000.00`, `1e3`, `true`, `{}`, `[]`, `""`, `"1e3"`, `"1.234"`} {
		kept := document{Amount: funding.Yuan(5)}
		require.Error(t, json.Unmarshal([]byte(`{"amount":`+amount+`}`), &kept), amount)
		assert.Equal(t, funding.Yuan(5), kept.Amount, amount)
		require.Error(t, rule.Decode([]byte(`{"amount":`+amount+`}`), &kept), amount)
		assert.Equal(t, funding.Yuan(5), kept.Amount, amount)
	}
	kept := document{Amount: funding.Yuan(5)}
	require.ErrorIs(t, rule.Decode([]byte(`{"amount":null}`), &kept), rule.JSONType)
	require.NoError(t, json.Unmarshal([]byte(`{"amount":null}`), &kept))
	assert.Equal(t, funding.Yuan(5), kept.Amount)
}
