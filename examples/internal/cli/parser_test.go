package cli_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestAmount(t *testing.T) {
	t.Parallel()
	parse := cli.Amount(rule.ParseDecimal).Parse
	for cell, want := range map[string]string{
		"0":            "0",
		"1234.50":      "1234.5",
		"-3.5":         "-3.5",
		"1,234":        "1234",
		"1,234,567.00": "1234567",
		"-12,345.6":    "-12345.6",
		"１２３４．５":       "1234.5",
		"１，２３４，５６７．０７": "1234567.07",
	} {
		got, err := parse(cell)
		require.NoError(t, err, cell)
		assert.Equal(t, want, got.String(), cell)
	}
	for _, cell := range []string{
		"", "1,23", "0,123", "1234,567", "12,34,567", "1,234,", ",123", "1,,234", "1,234.567,8", "1.234,5",
		"1e9", "+1", "--5", "NaN", "¥1,234", "1234元", "一千", "1 234", "0x10", ".5", "1.", "−1",
	} {
		_, err := parse(cell)
		require.Error(t, err, cell)
	}
}

func TestDate(t *testing.T) {
	t.Parallel()
	parse := cli.Date().Parse
	for _, cell := range []string{"2015-04-21", "2015-4-21", "2015/4/21", "2015/04/21", "2015年4月21日", "２０１５年０４月２１日"} {
		got, err := parse(cell)
		require.NoError(t, err, cell)
		assert.Equal(t, rule.Day(2015, 4, 21), got, cell)
	}
	for _, cell := range []string{
		"", "2015", "2015-4/21", "15/4/21", "21/4/2015", "2015/4", "2015年4月", "2015.4.21", "2015-02-29", "2015/13/1", "0000-01-01", "2015/4/21 0:00",
	} {
		_, err := parse(cell)
		require.Error(t, err, cell)
	}
}
