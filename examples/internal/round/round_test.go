package round_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/examples/internal/round"
	"github.com/sancheng-go/sancheng/funding"
)

func TestRound(t *testing.T) {
	t.Parallel()
	result, err := round.Rules().Decide(round.Entries())
	require.NoError(t, err)
	assert.Len(t, result.Awards, 37)
	assert.Len(t, result.Refusals, 23)
	assert.Equal(t, funding.Yuan(1_678_000), result.Paid)
	e, err := round.Election()
	require.NoError(t, err)
	require.NoError(t, e.Validate())
	assert.Len(t, e.Projects, 60)
	assert.Len(t, e.Ballots, 2000)
}
