package vote_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/vote"
)

// town is a synthetic vote of a size: a hundred projects, some liked by many,
// ballots of one to ten approvals, costs of half to ten and a half per cent of the
// budget.
func town(voters int) vote.Election {
	r := rand.New(rand.NewPCG(2015, uint64(voters)))
	const projects = 100
	e := vote.Election{Budget: funding.Yuan(4_000_000)}
	for i := range projects {
		e.Projects = append(e.Projects, vote.Project{ID: fmt.Sprintf("p%02d", i), Cost: funding.Yuan(20_000 + r.Int64N(400_000))})
	}
	for i := range voters {
		var ids []string
		for range 1 + r.IntN(10) {
			// the smaller of two draws: the first projects are liked by more
			p := e.Projects[min(r.IntN(projects), r.IntN(projects))].ID
			ids = append(ids, p)
		}
		once(&ids)
		e.Ballots = append(e.Ballots, vote.Approve(fmt.Sprintf("v%d", i), ids...))
	}
	return e
}

func once(ids *[]string) {
	seen, kept := map[string]bool{}, (*ids)[:0]
	for _, id := range *ids {
		if !seen[id] {
			seen[id] = true
			kept = append(kept, id)
		}
	}
	*ids = kept
}

func BenchmarkDecide(b *testing.B) {
	for _, m := range vote.Methods() {
		for _, voters := range []int{1_000, 10_000, 100_000} {
			e := town(voters)
			b.Run(fmt.Sprintf("%s/%d", m, voters), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					o, err := vote.Decide(rules(m, vote.Cost), e)
					if err != nil {
						b.Fatal(err)
					}
					b.ReportMetric(float64(o.Steps), "steps")
				}
			})
		}
	}
}
