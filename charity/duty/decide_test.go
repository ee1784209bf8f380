package duty_test

import (
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity/duty"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestPresetsAreValidAndReadBack(t *testing.T) {
	t.Parallel()
	for _, r := range append(duty.National(), duty.Ningbo()) {
		require.NoError(t, r.Validate(), r.ID)
		data, err := rule.Encode("duty/1", r)
		require.NoError(t, err)
		var back duty.Rules
		require.NoError(t, rule.DecodeAs("duty/1", data, &back))
		again, err := rule.Encode("duty/1", back)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(again))
		golden(t, "testdata/"+r.ID+".json", string(data))
	}
}

func TestTheRulesOfTheYear(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		form duty.Form
		year int
		want string
	}{
		{duty.Foundation, 2015, "spending.foundations-2004"},
		{duty.Foundation, 2016, "spending.charities-2016"},
		{duty.PublicFoundation, 2023, "spending.charities-2016"},
		{duty.PublicFoundation, 2024, "spending.charity-law-2023"},
		{duty.Other, 2024, "spending.charities-2016"},
		{duty.Other, 2015, ""},
	} {
		r, ok := duty.For(duty.National(), c.form, c.year)
		assert.Equal(t, c.want, r.ID)
		assert.Equal(t, c.want != "", ok)
	}
}

func account(year int, income, assets, charity, management int64) duty.Year {
	y := funding.Yuan
	return duty.Year{Year: year, Income: y(income), NetAssets: y(assets), Charity: y(charity), Management: y(management)}
}

// Article 9 band by band: at each edge the lower end belongs to the upper band.
func TestBandsOfArticleNine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		assets   int64
		required []string
	}{
		{999_999, []string{"79999.92", "50000.00"}},
		{1_000_000, []string{"80000.00"}},
		{4_999_999, []string{"399999.92"}},
		{5_000_000, []string{"350000.00"}},
		{9_999_999, []string{"699999.93"}},
		{10_000_000, []string{"600000.00"}},
	} {
		d, err := duty.Notice189().Decide(duty.Other, []duty.Year{account(2019, 100_000, c.assets, 0, 0), account(2020, 0, 0, 10_000_000, 0)}, 2020)
		require.NoError(t, err)
		assert.True(t, d.Met())
		var got []string
		for _, f := range d.Floors {
			got = append(got, f.Required.String())
		}
		assert.Equal(t, c.required, got, c.assets)
	}
}

func TestShortfallAndCure(t *testing.T) {
	t.Parallel()
	accounts := []duty.Year{account(2019, 0, 10_000_000, 0, 0), account(2020, 0, 0, 500_000, 200_000)}
	d, err := duty.Notice189().Decide(duty.Other, accounts, 2020)
	require.NoError(t, err)
	assert.False(t, d.Met())
	assert.Equal(t, "100000.00", d.Floors[0].Shortfall.String())
	assert.Equal(t, "91000.00", d.Fees.Most.String())
	assert.Equal(t, "838461.54", d.Cure.Spend.String(), "200,000 / 13% − 700,000, up")
	assert.Equal(t, "0.01", d.Cure.Cut.String(), "below 200,000 fees are free of the ceiling; 200,000 itself is not")
	assert.Contains(t, d.Page().In(language.Chinese), "差 100,000.00 元")
	assert.Contains(t, d.Page().In(language.English), "by ¥100,000.00")

	accounts[1].Charity = funding.Fen(accounts[1].Charity.Fen() + d.Cure.Spend.Fen())
	d, err = duty.Notice189().Decide(duty.Other, accounts, 2020)
	require.NoError(t, err)
	assert.True(t, d.Met())
}

func TestTheMeanMayStandForTheLastYear(t *testing.T) {
	t.Parallel()
	accounts := []duty.Year{account(2017, 100, 0, 0, 0), account(2018, 100, 0, 0, 0), account(2019, 300, 0, 0, 0), account(2020, 0, 0, 117, 0)}
	d, err := duty.Notice189().Decide(duty.PublicFoundation, accounts, 2020)
	require.NoError(t, err)
	assert.True(t, d.Floors[0].Mean)
	assert.Equal(t, "116.67", d.Floors[0].Required.String(), "500 × 70% ÷ 3, up")
	assert.True(t, d.Met())
	for _, step := range d.Steps {
		for _, part := range step.Parts {
			again, ok := part.Replay()
			assert.True(t, ok)
			assert.True(t, again.Equal(part.Output), part.In(language.English))
		}
	}
	d, err = duty.Notice189().Decide(duty.PublicFoundation, accounts[1:], 2020)
	require.NoError(t, err)
	assert.Equal(t, "210.00", d.Floors[0].Required.String(), "two years make no mean of three")
}

func TestCuresCure(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(8, 3))
	for range 2000 {
		accounts := []duty.Year{
			account(2019, random.Int64N(5_000_000), random.Int64N(80_000_000)-1_000_000, 0, 0),
			account(2020, 0, 0, random.Int64N(3_000_000), random.Int64N(900_000)),
		}
		form := duty.Forms()[random.IntN(4)]
		d, err := duty.Notice189().Decide(form, accounts, 2020)
		require.NoError(t, err)
		if d.Met() {
			continue
		}
		mended := []duty.Year{accounts[0], accounts[1]}
		mended[1].Charity = funding.Fen(mended[1].Charity.Fen() + d.Cure.Spend.Fen())
		after, err := duty.Notice189().Decide(form, mended, 2020)
		require.NoError(t, err)
		require.True(t, after.Met(), "%v %+v", accounts, d.Cure)
		mended[1].Charity = funding.Fen(mended[1].Charity.Fen() - 1)
		if d.Cure.Spend.Sign() > 0 {
			after, err = duty.Notice189().Decide(form, mended, 2020)
			require.NoError(t, err)
			require.False(t, after.Met(), "a fen less does not")
		}
		if d.Cure.Cut.Sign() > 0 {
			mended[1] = accounts[1]
			mended[1].Management = funding.Fen(mended[1].Management.Fen() - d.Cure.Cut.Fen())
			after, err = duty.Notice189().Decide(form, mended, 2020)
			require.NoError(t, err)
			require.Zero(t, after.Fees.Over.Fen())
		}
	}
}

func TestBadAccounts(t *testing.T) {
	t.Parallel()
	_, err := duty.Ningbo().Decide(duty.Other, []duty.Year{{Year: 2010, Charity: funding.Fen(-1)}, {Year: 2010}}, 2011)
	for _, code := range []rule.Code{duty.NotGoverned, duty.YearEarly, duty.YearTwice, duty.YearMissing, duty.SpendingNegative} {
		require.ErrorIs(t, err, code)
	}
	bad := duty.Notice189()
	bad.Forms[2].Bands = bad.Forms[2].Bands[1:]
	bad.Forms[0].Bands[0].Is.Floors[0].Share = rule.Dec("1.1")
	require.ErrorIs(t, bad.Validate(), duty.ShareRange)
	assert.Contains(t, bad.Validate().Error(), "forms[2].bands")
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
