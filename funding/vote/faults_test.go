package vote_test

import (
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/org/rule"
)

func TestFaultsComeAtOnce(t *testing.T) {
	t.Parallel()
	e := vote.Election{
		Budget:   funding.Yuan(-1),
		Projects: []vote.Project{{ID: "a", Cost: funding.Yuan(-2)}, {ID: "a"}, {}},
		Ballots: []vote.Ballot{
			vote.Approve("v", "a", "a", "b"),
			vote.Approve("v"),
			{Points: []vote.Given{{Project: "a", Points: rule.Dec("1000000")}, {Project: "", Points: rule.Dec("0.0000001")}}},
		},
	}
	o, err := vote.Decide(vote.Rules{Step: funding.Yuan(1)}, e)
	assert.Nil(t, o)
	found := map[string]rule.Code{}
	for _, p := range rule.ProblemsOf(err) {
		found[p.Path] = p.Code
		for _, lang := range []language.Tag{language.Chinese, language.English} {
			assert.NotContains(t, p.In(lang), "{")
		}
	}
	assert.Equal(t, map[string]rule.Code{
		"rules.id": rule.Required, "rules.title": rule.Required, "rules.status": rule.Required, "rules.method": rule.Required, "rules.satisfaction": rule.Required,
		"budget": vote.AmountNegative, "projects[0].cost": vote.AmountNegative, "projects[1].id": vote.ProjectTwice, "projects[2].id": rule.Required,
		"ballots[0].points[1].project": vote.ProjectTwice, "ballots[0].points[2].project": vote.ProjectUnknown,
		"ballots[1].voter": vote.BallotTwice, "ballots[2].voter": rule.Required,
		"ballots[2].points[0].points": vote.PointsRange, "ballots[2].points[1].points": vote.PointsRange,
	}, found)

	err = vote.Election{}.Validate()
	require.ErrorIs(t, err, rule.Required)
	assert.Len(t, rule.ProblemsOf(err), 2)

	r := rules(vote.EqualSharesAddOne, vote.Cost)
	r.Step = funding.Money{}
	require.ErrorIs(t, r.Validate(), vote.StepNotPositive)
	r = rules(vote.Greedy, vote.Cost)
	r.Step = funding.Fen(1)
	require.ErrorIs(t, r.Validate(), vote.StepUnused)
}

func TestAbsurdExponents(t *testing.T) {
	t.Parallel()
	e := vote.Election{Projects: []vote.Project{{ID: "a"}}}
	for i, exponent := range []int32{math.MaxInt32, math.MinInt32} {
		e.Ballots = append(e.Ballots, vote.Ballot{Voter: strconv.Itoa(i), Points: []vote.Given{{Project: "a", Points: decimal.New(1, exponent)}}})
	}
	assert.EqualError(t, e.Validate(), `ballots[0].points[0].points: points of 1e2147483647 are out of range (below a million, at most six decimals)
ballots[1].points[0].points: points of 1e-2147483648 are out of range (below a million, at most six decimals)`)
}

func TestManyFaultsStop(t *testing.T) {
	t.Parallel()
	e := vote.Election{Projects: []vote.Project{{ID: "a"}}}
	for range 5000 {
		e.Ballots = append(e.Ballots, vote.Approve("", "b"))
	}
	assert.Len(t, rule.ProblemsOf(e.Validate()), 1000)
}

// TestLargestAmounts counts money at the end of its range, where spans have no
// digits to spare and every close comparison is made exactly.
func TestLargestAmounts(t *testing.T) {
	t.Parallel()
	most := funding.Fen(999_999_999_999_999_999)
	e := vote.Election{
		Budget: most,
		Projects: []vote.Project{
			{ID: "a", Cost: funding.Fen(499_999_999_999_999_999)},
			{ID: "b", Cost: funding.Fen(500_000_000_000_000_000)},
			{ID: "c", Cost: funding.Fen(1)},
			{ID: "d", Cost: most},
		},
		Ballots: []vote.Ballot{vote.Approve("v", "a", "b", "c"), vote.Approve("w", "d", "b"), vote.Approve("x", "a", "c")},
	}
	for _, by := range vote.Satisfactions() {
		for _, m := range []vote.Method{vote.EqualShares, vote.EqualSharesAddOne} {
			r := rules(m, by)
			if m == vote.EqualSharesAddOne {
				r.Step = funding.Fen(100_000_000_000_000_000)
			}
			o := decide(t, r, e)
			ref := newReference(by, e)
			won, _ := ref.addOne(fen(e.Budget), 3, fen(funding.Fen(100_000_000_000_000_000)))
			if m == vote.EqualShares {
				share := fen(e.Budget)
				won = ref.run(share.Quo(share, rule.Dec("3").Rat()))
			}
			assert.Equal(t, sorted(won), o.Winners)
		}
	}
}

func TestPage(t *testing.T) {
	t.Parallel()
	e := vote.Election{
		Budget: funding.Yuan(100),
		Projects: []vote.Project{
			{ID: "hall", Title: rule.Words("议事厅", "meeting hall"), Cost: funding.Yuan(60)},
			{ID: "lamps", Cost: funding.Yuan(30)},
			{ID: "trees", Cost: funding.Yuan(50)},
			{ID: "sign"},
			{ID: "pool", Cost: funding.Yuan(90)},
		},
		Ballots: []vote.Ballot{vote.Approve("v1", "hall", "sign"), vote.Approve("v2", "hall"), vote.Approve("v3", "hall", "lamps"), vote.Approve("v4", "lamps", "trees")},
	}
	for _, m := range vote.Methods() {
		page := decide(t, rules(m, vote.Cost), e).Page()
		for _, lang := range []language.Tag{language.Chinese, language.English} {
			assert.NotContains(t, page.In(lang), "{")
			assert.NotRegexp(t, `[^-]vote\.[a-z]`, page.In(lang))
		}
	}
	o := decide(t, rules(vote.EqualShares, vote.Cost), e)
	total := o.Reasons[len(o.Reasons)-1]
	sum, ok := total.Replay()
	assert.True(t, ok && sum.Equal(total.Output), "the total can be replayed")
	_, err := o.Account("nobody")
	require.ErrorIs(t, err, vote.VoterUnknown)
	a, err := decide(t, rules(vote.Greedy, vote.Cost), e).Account("v1")
	require.NoError(t, err)
	assert.Empty(t, a.Payments, "nobody pays under the greedy rule")
}

func TestDocuments(t *testing.T) {
	t.Parallel()
	e := random(rand.New(rand.NewPCG(1, 1)), 5, 4, 30)
	text, err := rule.Encode("election/1", e)
	require.NoError(t, err)
	var back vote.Election
	require.NoError(t, rule.DecodeAs("election/1", text, &back))
	assert.Equal(t, decide(t, vote.Residents(), e).Winners, decide(t, vote.Residents(), back).Winners)
	again, err := rule.Encode("election/1", back)
	require.NoError(t, err)
	assert.Equal(t, string(text), string(again))

	text, err = rule.Encode("vote/1", vote.Residents())
	require.NoError(t, err)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		require.NoError(t, os.WriteFile("testdata/residents.json", text, 0o644))
	}
	want, err := os.ReadFile("testdata/residents.json")
	require.NoError(t, err)
	assert.Equal(t, string(want), string(text), "run with UPDATE_GOLDEN=1 if this is meant")
	var r vote.Rules
	require.NoError(t, rule.DecodeAs("vote/1", text, &r))
	require.ErrorIs(t, rule.Decode([]byte(`{"method": "best"}`), &r), rule.EnumUnknown)
}
