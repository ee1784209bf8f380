package fund_test

import (
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity/fund"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

func deed(by fund.Founder, pledge, first int64, years int) fund.Deed {
	return fund.Deed{
		ID: "F1", Name: "“刺梨花”助学基金", Founder: "甲公司", By: by, Purpose: "助学", Date: rule.Day(2012, 6, 1),
		Pledge: funding.Yuan(pledge), First: funding.Yuan(first), Years: years,
	}
}

func TestPresets(t *testing.T) {
	t.Parallel()
	for _, r := range append(fund.Published(), fund.Illustrative()) {
		require.NoError(t, r.Validate(), r.ID)
		data, err := rule.Encode("fund/1", r)
		require.NoError(t, err)
		var back fund.Rules
		require.NoError(t, rule.DecodeAs("fund/1", data, &back))
		again, err := rule.Encode("fund/1", back)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(again))
		golden(t, "testdata/"+r.ID+".json", string(data))
	}
	_, err := fund.Life()
	require.NoError(t, err)
}

func TestThresholds(t *testing.T) {
	t.Parallel()
	monthly := deed(fund.Person, 500, 0, 0)
	monthly.Monthly = true
	for _, c := range []struct {
		name  string
		rules fund.Rules
		deed  fund.Deed
		want  bool
	}{
		{"Shenzhen at once", fund.Shenzhen(), deed(fund.Unit, 2_000_000, 2_000_000, 0), true},
		{"Shenzhen a fen short at once", fund.Shenzhen(), deed(fund.Unit, 2_000_000, 1_999_999, 1), false},
		{"Shenzhen in three years", fund.Shenzhen(), deed(fund.Unit, 4_000_000, 0, 3), true},
		{"Shenzhen in four years", fund.Shenzhen(), deed(fund.Unit, 4_000_000, 0, 4), false},
		{"Hengshan person", fund.Hengshan(), deed(fund.Person, 3_000, 0, 0), true},
		{"Hengshan unit with a person's sum", fund.Hengshan(), deed(fund.Unit, 3_000, 0, 0), false},
		{"Xuzhou", fund.Xuzhou(), deed(fund.Unit, 10_000, 1_000, 10), true},
		{"Xuzhou, first share short", fund.Xuzhou(), deed(fund.Unit, 10_000, 999, 10), false},
		{"Xuzhou, too long", fund.Xuzhou(), deed(fund.Unit, 10_000, 1_000, 11), false},
		{"Gansu", fund.Gansu(), monthly, true},
		{"Gansu, not by month", fund.Gansu(), deed(fund.Person, 500, 0, 0), false},
	} {
		decided, err := c.rules.Decide(c.deed)
		require.NoError(t, err)
		assert.Equal(t, c.want, decided.Holds(), c.name)
	}
}

func agreed() rule.FactMap {
	return rule.FactMap{"founder-agrees": rule.Flag(true), "host-approves": rule.Flag(true)}
}

func TestALifeAddsUp(t *testing.T) {
	t.Parallel()
	y := funding.Yuan
	events := []fund.Event{
		{Kind: fund.Gift, Party: "乙女士", Amount: y(2_000), Date: rule.Day(2012, 9, 1)},
		{Kind: fund.Fee, Amount: y(600), Date: rule.Day(2012, 12, 1)},
		{Kind: fund.Instalment, Amount: y(40_000), Date: rule.Day(2013, 6, 1)},
		{Kind: fund.Grant, Party: "贵州某校", Amount: y(12_000), Date: rule.Day(2013, 9, 1)},
		{Kind: fund.ChangePurpose, Note: "助学与助医", Facts: agreed(), Date: rule.Day(2013, 10, 1)},
		{Kind: fund.Close, Note: "设立期满", Facts: agreed(), Date: rule.Day(2014, 2, 1)},
	}
	for i := range events {
		events[i].Fund, events[i].Number = "F1", i+1
	}
	f, err := fund.Illustrative().Fold(deed(fund.Unit, 100_000, 10_000, 10), events)
	require.NoError(t, err)
	assert.Equal(t, "助学与助医", f.Purpose())
	s := f.Statement(2013)
	assert.Equal(t, []string{"11400.00", "40000.00", "12000.00", "39400.00", "2280.00", "0.00"},
		[]string{s.Opening.String(), s.PaidIn.String(), s.Grants.String(), s.Closing.String(), s.Due.String(), s.Short.String()})
	to, by, ok := f.RestTo()
	assert.True(t, ok)
	assert.Equal(t, "慈善总会", to)
	assert.Equal(t, fund.GeneralFund, by)
	assert.Zero(t, f.Balance().Fen())
	assert.Zero(t, f.Outstanding().Fen())
	assert.Contains(t, f.Page(2013).In(language.Chinese), "年初 11,400.00 元 + 认捐到账 40,000.00 元")

	_, err = f.Apply(fund.Event{Fund: "F1", Number: 7, Date: rule.Day(2014, 3, 1), Kind: fund.Close, Note: "再次", Facts: agreed()})
	require.ErrorIs(t, err, fund.AlreadyClosed)
}

func TestRefusalsNameWhatIsWanting(t *testing.T) {
	t.Parallel()
	f, _, err := fund.Illustrative().Found(deed(fund.Unit, 10_000, 10_000, 0))
	require.NoError(t, err)
	reason, err := f.Apply(fund.Event{Fund: "F1", Number: 1, Date: rule.Day(2012, 7, 1), Kind: fund.Fee, Amount: funding.Yuan(10_500)})
	require.NoError(t, err)
	assert.False(t, reason.Holds())
	assert.Len(t, reason.Parts, 2, "beyond the balance and over the ceiling")
	reason, err = f.Apply(fund.Event{Fund: "F1", Number: 1, Date: rule.Day(2012, 7, 1), Kind: fund.Close, Note: "x"})
	require.NoError(t, err)
	assert.Len(t, reason.Parts, 2)
	assert.Empty(t, f.Events())
}

func TestBadEvents(t *testing.T) {
	t.Parallel()
	d := deed(fund.Unit, 10_000, 10_000, 0)
	d.Rest = "学校"
	f, _, err := fund.Xuzhou().Found(d)
	require.NoError(t, err)
	_, err = f.Apply(fund.Event{Fund: "F2", Number: 2, Date: rule.Day(2011, 1, 1), Kind: fund.Gift, Amount: funding.Fen(-1)})
	for _, code := range []rule.Code{fund.OtherFund, fund.OutOfOrder, fund.BeforeLast, fund.AmountNegative, rule.Required} {
		require.ErrorIs(t, err, code)
	}
	_, err = f.Apply(fund.Event{Fund: "F1", Number: 1, Date: d.Date, Kind: fund.Close, Party: "别处", Note: "x", Amount: funding.Fen(1), Facts: agreed()})
	require.ErrorIs(t, err, fund.RestElsewhere)
	require.ErrorIs(t, err, fund.AmountUnused)
	_, err = fund.Xuzhou().Decide(fund.Deed{First: funding.Fen(1)})
	require.ErrorIs(t, err, fund.AmountNotPositive)
	require.ErrorIs(t, err, fund.AmountAbove)
}

// Whatever happens, the statements of all years chain and the book balances.
func TestRandomLives(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(8, 2))
	for range 300 {
		d := deed(fund.Unit, 100_000, 10_000, 5)
		f, _, err := fund.Illustrative().Found(d)
		require.NoError(t, err)
		date := d.Date
		for number := 1; number < 40; {
			date = date.AddDays(random.IntN(60))
			e := fund.Event{Fund: "F1", Number: number, Date: date, Kind: fund.Kinds()[random.IntN(8)], Party: "某人", Note: "n"}
			if e.Kind <= fund.Fee {
				e.Amount = funding.Fen(random.Int64N(4_000_000) + 1)
			}
			if random.IntN(10) == 0 {
				e.Facts = agreed()
			}
			before, state := f.Balance(), f.State()
			reason, err := f.Apply(e)
			if err != nil {
				require.ErrorIs(t, err, fund.AlreadyClosed)
				break
			}
			if reason.Holds() {
				number++
			} else {
				require.Equal(t, before, f.Balance())
				require.Equal(t, state, f.State())
			}
		}
		require.NoError(t, f.Audit())
		closing := funding.Money{}
		for year := d.Date.Year(); year <= date.Year(); year++ {
			s := f.Statement(year)
			require.Equal(t, closing, s.Opening)
			closing = s.Closing
		}
		require.Equal(t, f.Balance(), closing)
		again, err := fund.Illustrative().Fold(d, f.Events())
		require.NoError(t, err)
		require.Equal(t, f, again)
	}
}

// golden compares with a file, which UPDATE_GOLDEN=1 rewrites.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}
