package district_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/examples/internal/district"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// TestYearsAddUp: at the end of each year the registry holds what the row
// says, and what became of the others is among the movements.
func TestYearsAddUp(t *testing.T) {
	t.Parallel()
	d, err := district.New()
	require.NoError(t, err)
	years := district.Years()
	for i, y := range years {
		c := d.Registry.Census(y.Until, org.ByState, org.ByKind)
		assert.Equal(t, y.Groups, c.Count(org.Group{State: org.Registered, Kind: org.SocialGroup}), y.Until)
		assert.Equal(t, y.Units, c.Count(org.Group{State: org.Registered, Kind: org.PrivateNonEnterprise}), y.Until)
		assert.Equal(t, y.Filed, c.Count(org.Group{State: org.Filed}), y.Until)
		assert.Equal(t, y.Groups+y.Units+y.Filed, c.Total, "nobody is suspended at a year's end")
		if i == 0 {
			continue
		}
		moves := map[org.Move]int{}
		for _, m := range d.Registry.Movements(years[i-1].Until, y.Until) {
			moves[m.Move]++
		}
		assert.Equal(t, y.Upgraded, moves[org.Upgraded], y.Until)
		before := years[i-1].Groups + years[i-1].Units + years[i-1].Filed
		assert.Equal(t, c.Total-before, moves[org.Appeared]-moves[org.Departed], y.Until)
		if y.Until.Month() == 12 {
			for _, g := range []org.Group{{}, {State: org.Registered}, {State: org.Filed}} {
				assert.True(t, d.Registry.Growth(g, years[i-1].Until, y.Until)[0].AtLeast(rule.Dec("0.1")), "%s %v", y.Until, g)
			}
		}
	}
}

func TestTheSameEveryTime(t *testing.T) {
	t.Parallel()
	d, err := district.New()
	require.NoError(t, err)
	events := district.Events()
	random := rand.New(rand.NewPCG(1, 1))
	random.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
	again, err := org.Replay(events)
	require.NoError(t, err)
	assert.Equal(t, d.Registry, again)
	data, err := d.Registry.Encode()
	require.NoError(t, err)
	read, err := org.DecodeRegistry(data)
	require.NoError(t, err)
	assert.Equal(t, d.Registry, read)
}

// TestEveryActHappens: the story has all turns of life but the preparation.
func TestEveryActHappens(t *testing.T) {
	t.Parallel()
	seen := map[org.Act]int{}
	branches, members := 0, 0
	for _, e := range district.Events() {
		seen[e.Act]++
		switch e.Relation {
		case org.Branch:
			branches++
		case org.Member:
			members++
		}
		assert.Contains(t, e.Name+"虚构", "虚构")
	}
	for _, act := range []org.Act{org.File, org.Register, org.Resume, org.Change, org.Warn, org.Suspend, org.Lapse, org.Deregister, org.Revoke} {
		assert.Positive(t, seen[act], act)
	}
	assert.Positive(t, branches)
	assert.Positive(t, members)
}
