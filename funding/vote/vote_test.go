package vote_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/org/rule"
)

func rules(m vote.Method, s vote.Satisfaction) vote.Rules {
	r := vote.Rules{Head: vote.Residents().Head, Method: m, Satisfaction: s}
	if m == vote.EqualSharesAddOne {
		r.Step = funding.Yuan(1)
	}
	return r
}

func decide(t *testing.T, r vote.Rules, e vote.Election) *vote.Outcome {
	t.Helper()
	o, err := vote.Decide(r, e)
	require.NoError(t, err)
	return o
}

// random invents an election: few projects, round costs and few kinds of
// ballots, so that ties and borders are met often.
func random(r *rand.Rand, voters, projects int, most int64) vote.Election {
	e := vote.Election{Budget: funding.Yuan(r.Int64N(most) + 1)}
	for i := range projects {
		e.Projects = append(e.Projects, vote.Project{ID: fmt.Sprintf("p%d", i), Cost: funding.Yuan(r.Int64N(most))})
	}
	kind := r.IntN(3)
	for i := range voters {
		b := vote.Ballot{Voter: fmt.Sprintf("v%d", i)}
		for _, p := range e.Projects {
			if r.IntN(3) > 0 {
				continue
			}
			points := decimal.NewFromInt(1)
			switch kind {
			case 1:
				points = decimal.NewFromInt(r.Int64N(6) - 1)
			case 2:
				points = decimal.New(r.Int64N(200), -2)
			}
			b.Points = append(b.Points, vote.Given{Project: p.ID, Points: points})
		}
		e.Ballots = append(e.Ballots, b)
	}
	return e
}

func sorted(ids []string) []string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return ids
}

func TestAgreesWithTheDefinition(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(20151, 1))
	for n := range 150 {
		e := random(r, 1+r.IntN(12), 1+r.IntN(8), []int64{6, 30, 200}[r.IntN(3)])
		for _, by := range vote.Satisfactions() {
			ref := newReference(by, e)
			share := new(big.Rat).Quo(fen(e.Budget), big.NewRat(int64(len(e.Ballots)), 1))
			o := decide(t, rules(vote.EqualShares, by), e)
			require.Equal(t, sorted(ref.run(share)), o.Winners, "%d %v", n, e)
			accounts(t, e, ref, o)

			won, steps := ref.addOne(fen(e.Budget), len(e.Ballots), big.NewRat(100, 1))
			o = decide(t, rules(vote.EqualSharesAddOne, by), e)
			require.Equal(t, sorted(won), o.Winners, "%d %v", n, e)
			require.Equal(t, steps, o.Steps)
			require.LessOrEqual(t, o.Cost.Fen(), e.Budget.Fen())
			ref.run(new(big.Rat).Add(share, big.NewRat(100*steps, 1)))
			accounts(t, e, ref, o)

			o = decide(t, rules(vote.Greedy, by), e)
			require.Equal(t, sorted(greedy(by, e)), o.Winners, "%d %v", n, e)
			require.LessOrEqual(t, o.Cost.Fen(), e.Budget.Fen())
		}
	}
}

// accounts checks what every voter keeps against the reference, that the payments
// for each project make its cost, and that the supporters of no other project
// could still pay for it.
func accounts(t *testing.T, e vote.Election, ref *reference, o *vote.Outcome) {
	t.Helper()
	paid := map[string]*big.Rat{}
	for i, b := range e.Ballots {
		a, err := o.Account(b.Voter)
		require.NoError(t, err)
		require.Zero(t, ref.accounts[i].Cmp(inFen(a.Left)), "%s keeps %s", b.Voter, ref.accounts[i])
		sum := inFen(a.Left)
		for _, p := range a.Payments {
			require.Contains(t, o.Winners, p.Project)
			if paid[p.Project] == nil {
				paid[p.Project] = new(big.Rat)
			}
			paid[p.Project].Add(paid[p.Project], inFen(p.Pays))
			sum.Add(sum, inFen(p.Pays))
		}
		require.Zero(t, sum.Cmp(inFen(a.Share)), "payments and rest are the share")
	}
	for _, p := range e.Projects {
		if slices.Contains(o.Winners, p.ID) {
			if p.Cost.Sign() > 0 {
				require.Zero(t, paid[p.ID].Cmp(fen(p.Cost)), "%s is paid in full", p.ID)
			}
			continue
		}
		left, supported := new(big.Rat), false
		for i, points := range ref.backers[p.ID] {
			if points != nil {
				left.Add(left, ref.accounts[i])
				supported = true
			}
		}
		require.True(t, !supported || left.Cmp(fen(p.Cost)) < 0, "%s is out of reach", p.ID)
	}
}

func inFen(v rule.Value) *big.Rat {
	num, den, _ := v.Fraction()
	r := new(big.Rat).Quo(num.Rat(), den.Rat())
	return r.Mul(r, big.NewRat(100, 1))
}
