package charity_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
)

// raising is the story up to the refunds of its campaign: 30,000 raised.
func raising(t *testing.T) *charity.Project {
	t.Helper()
	p, err := pipeline(t).Fold(founding("P1"), story("P1")[:9])
	require.NoError(t, err)
	return p
}

func TestAFundingSchemeMatches(t *testing.T) {
	t.Parallel()
	district := org.Area("330211")
	p := raising(t)
	request := p.Request(funding.Yuan(60_000), district)
	assert.Equal(t, funding.Yuan(30_000), request.Social)
	settled, err := funding.Settle(funding.OneThreeX(district), []funding.Request{request})
	require.NoError(t, err)
	events, err := p.Matches(settled, p.Last().AddDays(1))
	require.NoError(t, err)
	total := int64(0)
	for _, e := range events {
		reason, err := p.Apply(e)
		require.NoError(t, err)
		require.True(t, reason.Holds())
		total += e.Amount.Fen()
	}
	assert.Len(t, events, 4, "lottery, district, subdistrict, community; the social money came from the givers")
	assert.Equal(t, funding.Yuan(20_000), events[0].Amount, "1:1 up to 20,000")
	assert.Equal(t, funding.Yuan(30_000).Fen(), total, "with what was raised, the cost")
	f, err := charity.NewPortfolio([]*charity.Project{p}, p.Last())
	require.NoError(t, err)
	assert.Equal(t, funding.Fen(total), f.Total().Matched)

	other, err := pipeline(t).Fold(founding("P2"), story("P2")[:9])
	require.NoError(t, err)
	_, err = other.Matches(settled, p.Last())
	require.ErrorIs(t, err, charity.NotInRound)
}

func TestEverySourceHasItsRow(t *testing.T) {
	t.Parallel()
	p := raising(t)
	for _, kind := range funding.Kinds() {
		reason, err := p.Apply(charity.Event{
			Project: "P1", Number: len(p.Events()) + 1, Date: p.Last(), Kind: charity.Match, Party: "甲", Source: kind, Amount: funding.Fen(int64(kind)),
		})
		require.NoError(t, err)
		require.True(t, reason.Holds())
	}
	f, err := charity.NewPortfolio([]*charity.Project{p}, p.Last())
	require.NoError(t, err)
	require.Len(t, f.Sources, len(funding.Kinds()))
	for i, row := range f.Sources {
		assert.Equal(t, funding.Kinds()[i], row.Source)
		assert.Equal(t, int64(row.Source), row.Matched.Fen())
	}
}
