package vote_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/org/rule"
)

// TestJustifiedRepresentation tries every set T of projects: voters who all
// approve T and together own a share of the budget that pays for T cannot all
// go away with less than T, were any one project of T added (EJR up to one
// project, which for a single T is justified representation).
func TestJustifiedRepresentation(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2013, 31))
	groups := 0
	for range 400 {
		e := vote.Election{Budget: funding.Yuan(20 + r.Int64N(60))}
		projects := 1 + r.IntN(6)
		for i := range projects {
			e.Projects = append(e.Projects, vote.Project{ID: fmt.Sprintf("p%d", i), Cost: funding.Yuan(1 + r.Int64N(30))})
		}
		var approves []int // a bit for each project
		for i := range 1 + r.IntN(12) {
			set := r.IntN(1 << projects)
			if i > 0 && r.IntN(2) == 0 {
				set = approves[r.IntN(i)]
			}
			approves = append(approves, set)
			var ids []string
			for k := range projects {
				if set>>k&1 == 1 {
					ids = append(ids, e.Projects[k].ID)
				}
			}
			e.Ballots = append(e.Ballots, vote.Approve(fmt.Sprintf("v%d", i), ids...))
		}
		for _, m := range []vote.Method{vote.EqualShares, vote.EqualSharesAddOne} {
			for _, by := range vote.Satisfactions() {
				won := 0
				for _, id := range decide(t, rules(m, by), e).Winners {
					won |= 1 << slices.IndexFunc(e.Projects, func(p vote.Project) bool { return p.ID == id })
				}
				worth := func(set int) (worth int64) {
					for k, p := range e.Projects {
						switch {
						case set>>k&1 == 0:
						case by == vote.Cost:
							worth += p.Cost.Fen()
						default:
							worth++
						}
					}
					return worth
				}
				for set := 1; set < 1<<projects; set++ {
					cost := int64(0)
					for k, p := range e.Projects {
						cost += p.Cost.Fen() * int64(set>>k&1)
					}
					all, unserved := int64(0), int64(0)
					for _, a := range approves {
						if a&set != set {
							continue
						}
						all++
						served := worth(a&won) >= worth(set)
						for k := range projects {
							served = served || set>>k&1 == 1 && won>>k&1 == 0 && worth(a&won|1<<k) > worth(set)
						}
						if !served {
							unserved++
						}
					}
					if all*e.Budget.Fen() >= cost*int64(len(approves)) {
						groups++
					}
					require.Less(t, unserved*e.Budget.Fen(), cost*int64(len(approves)), "%v %v %b %v", m, by, set, e)
				}
			}
		}
	}
	assert.Greater(t, groups, 1000, "groups that have a claim are met")
}

func TestOrderChangesNothing(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 21))
	for range 30 {
		e := random(r, 1+r.IntN(12), 1+r.IntN(8), 30)
		for _, m := range vote.Methods() {
			one := decide(t, rules(m, vote.Cost), e)
			shuffled := vote.Election{Budget: e.Budget, Projects: slices.Clone(e.Projects)}
			r.Shuffle(len(e.Projects), func(i, j int) {
				shuffled.Projects[i], shuffled.Projects[j] = shuffled.Projects[j], shuffled.Projects[i]
			})
			for _, i := range r.Perm(len(e.Ballots)) {
				b := e.Ballots[i]
				b.Points = slices.Clone(b.Points)
				r.Shuffle(len(b.Points), func(i, j int) { b.Points[i], b.Points[j] = b.Points[j], b.Points[i] })
				shuffled.Ballots = append(shuffled.Ballots, b)
			}
			two := decide(t, rules(m, vote.Cost), shuffled)
			text, err := json.Marshal(one)
			require.NoError(t, err)
			again, err := json.Marshal(two)
			require.NoError(t, err)
			require.JSONEq(t, string(text), string(again))
		}
	}
}

// TestScale takes money ten times and points three times as large.
func TestScale(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 21))
	for range 100 {
		e := random(r, 1+r.IntN(12), 1+r.IntN(8), 60)
		large := vote.Election{}
		large.Budget, _ = e.Budget.MulInt(10)
		for _, p := range e.Projects {
			p.Cost, _ = p.Cost.MulInt(10)
			large.Projects = append(large.Projects, p)
		}
		for _, b := range e.Ballots {
			scaled := vote.Ballot{Voter: b.Voter}
			for _, g := range b.Points {
				g.Points = g.Points.Mul(decimal.NewFromInt(3))
				scaled.Points = append(scaled.Points, g)
			}
			large.Ballots = append(large.Ballots, scaled)
		}
		for _, m := range vote.Methods() {
			for _, by := range vote.Satisfactions() {
				small := rules(m, by)
				big := small
				big.Step, _ = small.Step.MulInt(10)
				one, two := decide(t, small, e), decide(t, big, large)
				require.Equal(t, one.Winners, two.Winners)
				require.Equal(t, one.Steps, two.Steps)
			}
		}
	}
}

// TestAnotherVoteNeverHurts holds for the greedy rule by cost; equal shares is
// known not to promise it.
func TestAnotherVoteNeverHurts(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(6, 21))
	for range 200 {
		e := random(r, 1+r.IntN(12), 1+r.IntN(8), 30)
		won := decide(t, rules(vote.Greedy, vote.Cost), e).Winners
		for _, id := range won {
			more := e
			more.Ballots = append(slices.Clone(e.Ballots), vote.Approve("new", id))
			require.Contains(t, decide(t, rules(vote.Greedy, vote.Cost), more).Winners, id)
		}
	}
}

// TestLongAddOne takes many thousand steps, most of which are jumped over, and
// agrees with the definition on the outcome at the last step and the next.
func TestLongAddOne(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 21))
	steps := int64(0)
	for range 40 {
		e := random(r, 1+r.IntN(8), 2+r.IntN(6), 1_000_000)
		for _, by := range vote.Satisfactions() {
			o := decide(t, rules(vote.EqualSharesAddOne, by), e)
			ref := newReference(by, e)
			at := func(steps int64) []string {
				share := fen(e.Budget)
				share.Quo(share, rule.Dec(fmt.Sprint(len(e.Ballots))).Rat())
				return ref.run(share.Add(share, rule.Dec(fmt.Sprint(100*steps)).Rat()))
			}
			require.Equal(t, o.Winners, sorted(at(o.Steps)))
			last := o.Reasons[len(o.Reasons)-1]
			if last.Code == vote.TotalCost {
				last = o.Reasons[len(o.Reasons)-2]
			}
			switch last.Code {
			case vote.RaisedLast:
				require.Positive(t, ref.spends(at(o.Steps+1)).Cmp(fen(e.Budget)))
			default:
				require.Equal(t, vote.Exhaustive, last.Code)
			}
			for range 20 { // steps before neither exceed the budget nor exhaust it
				if o.Steps > 0 {
					require.LessOrEqual(t, ref.spends(at(r.Int64N(o.Steps))).Cmp(fen(e.Budget)), 0)
				}
			}
			steps += o.Steps
		}
	}
	assert.Greater(t, steps, int64(1_000_000))
}
