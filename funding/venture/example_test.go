package venture_test

import (
	"fmt"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/preset"
	"github.com/sancheng-go/sancheng/funding/venture"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExampleRules_Decide() {
	rules := venture.Rules{
		Head:      rule.Head{ID: "round.1", Title: rule.Words("公益创投(示例)", "a round (illustration)"), Status: rule.Illustrative},
		Catalogue: venture.Needs(),
		Judging:   venture.Judging{Least: 3, Rounding: rule.Rounding{Mode: rule.HalfUp, Step: decimal.New(1, -2)}},
		Line:      decimal.NewFromInt(70), PerOrg: 1, Budget: funding.Yuan(60_000),
		Grant: preset.GuangzhouVenture()[1], // at most 60% of the budget and 500,000, own money at least 40%
	}
	judged := func(points ...int64) (scores []venture.Score) {
		for i, p := range points {
			scores = append(scores, venture.Score{Judge: fmt.Sprintf("judge %d", i+1), Points: decimal.NewFromInt(p)})
		}
		return scores
	}
	entry := func(id, need string, budget, own int64, scores []venture.Score) venture.Entry {
		return venture.Entry{
			Request: funding.Request{
				ID: id, Organization: "organization of " + id, Territory: org.Area("440106"),
				Eligible: new(funding.Yuan(budget)), Social: funding.Yuan(own), Asked: funding.Yuan(budget - own),
			},
			Need: need, Scores: scores,
		}
	}
	result, err := rules.Decide([]venture.Entry{
		entry("meals", "meals", 80_000, 32_000, judged(90, 85, 88)),
		entry("reading", "reading", 30_000, 15_000, judged(69, 70, 70)),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range result.Awards {
		fmt.Println(a.Entry, a.Score, a.Amount)
		for _, r := range a.Reasons {
			fmt.Println(" ", r.In(language.English), "=", r.Output.In(language.English))
		}
	}
	for _, f := range result.Refusals {
		fmt.Println(f.Entry, f.Score)
		for _, r := range f.Reasons[1:] {
			fmt.Println(" ", r.In(language.English), "=", r.Output.In(language.English))
		}
	}
	// Output:
	// meals 87.67 48000.00
	//   scores that count: 263 points from 3 persons, mean 87.666… = 87.67 points
	//   87.67 points reach the line of 70 points (or above) = yes
	//   eligible cost ¥80,000.00 × 0.6 = ¥48,000.00
	//   ¥60,000.00 were left in the round, less ¥48,000.00 = ¥12,000.00
	// reading 69.67
	//   below the line: required 70 points, score 69.67 points, short by = 0.33 points
	//   ¥15,000.00 would be due, ¥12,000.00 are left = no
}
