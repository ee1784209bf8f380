// Package round is a synthetic round of venture philanthropy that two examples
// run: sixty projects of fifty-two organizations with the scores of seven
// judges, and the ballots of two thousand residents. Everything in it is
// invented, by a fixed seed; the seed is one under which the competition funds
// as many projects for as much money as Zhenhai's report of 2015 says of its
// own.
package round

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/venture"
	"github.com/sancheng-go/sancheng/funding/vote"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Seed makes the round.
const Seed = 36296

const (
	projects      = 60
	organizations = 52
	judges        = 7
	residents     = 2000
	towns         = 6
)

// Rules returns the rules of the competition, illustrative.
func Rules() venture.Rules {
	district := org.Area("330211")
	r := venture.Rules{
		Head: rule.Head{
			ID: "venture-round.1", Title: rule.Words("公益创投评审规则(示例)", "rules of a round of venture philanthropy (illustration)"),
			Status: rule.Illustrative,
		},
		Catalogue: venture.Needs(),
		Judging:   venture.Judging{Least: 5, Drop: 1, Rounding: rule.Rounding{Mode: rule.HalfUp, Step: decimal.New(1, -2)}},
		Line:      decimal.NewFromInt(70),
		PerOrg:    1,
		Budget:    funding.Yuan(1_700_000),
		Grant: funding.Scheme{
			Head: rule.Head{
				ID: "venture-grant.1", Title: rule.Words("公益创投资助办法(示例)", "grant of venture philanthropy (illustration)"),
				Status: rule.Illustrative,
			},
			Territory: district, Rounding: funding.ToFen(funding.Down),
			Sources: []funding.Source{{
				ID: "venture", Title: rule.Words("公益创投资金", "venture philanthropy money"), Kind: funding.District, Territory: district,
				Rule: funding.Rule{Method: funding.Share, Ratio: decimal.NewFromInt(1)}, Cap: new(funding.Yuan(50_000)),
			}},
		},
	}
	for _, class := range r.Catalogue.Classes {
		r.Quotas = append(r.Quotas, venture.Quota{Class: class.ID, Most: 5})
	}
	return r
}

// Entries returns the sixty projects.
func Entries() []venture.Entry { return entries(Seed) }

func entries(seed uint64) []venture.Entry {
	random := rand.New(rand.NewPCG(seed, 60))
	var needs []venture.Subclass
	for _, class := range venture.Needs().Classes {
		needs = append(needs, class.Subclasses...)
	}
	list := make([]venture.Entry, projects)
	for i := range list {
		need := needs[(i+random.IntN(3))%len(needs)]
		asked := funding.Yuan(1000 * (25 + random.Int64N(40)))
		e := venture.Entry{
			Request: funding.Request{
				ID: fmt.Sprintf("P%02d", i+1), Organization: fmt.Sprintf("虚构机构%02d", 1+i%organizations), Territory: org.Area("330211"),
				Asked: asked, Eligible: new(funding.Yuan(asked.Fen()/100 + 1000*random.Int64N(30))),
			},
			Title: rule.Words(need.Title.ZH+"(虚构)", need.Title.EN+" (synthetic)"), Need: need.ID,
		}
		quality := 58 + random.Int64N(36)
		for j := range judges {
			halves := min(200, 2*quality+random.Int64N(21)-10)
			e.Scores = append(e.Scores, venture.Score{Judge: fmt.Sprintf("评审%d", j+1), Points: decimal.New(5*halves, -1)})
		}
		list[i] = e
	}
	return list
}

// Election returns the residents' vote on the same projects: each costs what
// the competition would have given it.
func Election() (vote.Election, error) {
	rules, all := Rules(), Entries()
	random := rand.New(rand.NewPCG(Seed, residents))
	e := vote.Election{Budget: rules.Budget}
	requests := make([]funding.Request, len(all))
	for i, entry := range all {
		requests[i] = entry.Request
	}
	granted, err := funding.Settle(rules.Grant, requests)
	if err != nil {
		return vote.Election{}, err
	}
	popular := make([]int, len(all))
	town := make([]int, len(all))
	for i, entry := range all {
		e.Projects = append(e.Projects, vote.Project{ID: entry.ID, Title: entry.Title, Cost: granted.Award(i).Total})
		popular[i], town[i] = random.IntN(100), random.IntN(towns)
	}
	for v := range residents {
		home := random.IntN(towns)
		type wish struct{ project, want int }
		wishes := make([]wish, len(all))
		for i := range all {
			wishes[i] = wish{i, popular[i] + random.IntN(100)}
			if town[i] == home {
				wishes[i].want += 80
			}
		}
		slices.SortFunc(wishes, func(a, b wish) int { return b.want - a.want })
		var ids []string
		for _, w := range wishes[:1+random.IntN(5)] {
			ids = append(ids, all[w.project].ID)
		}
		e.Ballots = append(e.Ballots, vote.Approve(fmt.Sprintf("R%04d", v+1), ids...))
	}
	return e, nil
}
