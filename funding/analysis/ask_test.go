package analysis_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/analysis"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// largest asks for the largest lottery ratio that keeps what the lottery fund
// pays within a limit.
func largest(limit int64) analysis.Question {
	return analysis.Question{
		Source: "lottery", Vary: analysis.Ratio, From: rule.Dec("0.1"), To: rule.Dec("1.5"), Step: rule.Dec("0.01"),
		Goal: analysis.WithinLimit, Limit: new(funding.Yuan(limit)), Of: "lottery",
	}
}

func TestLargestRatioWithinALimit(t *testing.T) {
	t.Parallel()
	s, requests := scheme(), round(40)
	s.Sources[1].Budget, s.Sources[1].Short = nil, 0
	a, err := analysis.Ask(s, requests, largest(250_000))
	require.NoError(t, err)
	require.NotNil(t, a.Found)
	goldenPage(t, "largest-ratio", a.Page())
	assert.True(t, a.Monotone)
	assert.Equal(t, 141, a.Steps)

	// both neighbours, settled again
	paid := func(ratio decimal.Decimal) decimal.Decimal {
		one := s
		one.Sources = append([]funding.Source{}, s.Sources...)
		one.Sources[1].Rule.Ratio = ratio
		return settle(t, one, requests).Accounts()[1].Paid.Decimal()
	}
	limit := decimal.NewFromInt(250_000)
	assert.True(t, a.Found.Paid.Equal(paid(a.Found.At)) && a.Found.Paid.LessThanOrEqual(limit))
	assert.True(t, a.Upper.Paid.Equal(paid(a.Found.At.Add(rule.Dec("0.01")))) && a.Upper.Paid.GreaterThan(limit))
	assert.True(t, a.Lower.Holds)

	// at the very cost it holds, a fen below it does not
	at := a.Found.At
	q := largest(0)
	q.Limit = new(settleRatio(t, s, requests, at))
	exact, err := analysis.Ask(s, requests, q)
	require.NoError(t, err)
	assert.True(t, exact.Found.At.Equal(at))
	less, err := q.Limit.Sub(funding.Fen(1))
	require.NoError(t, err)
	q.Limit = &less
	below, err := analysis.Ask(s, requests, q)
	require.NoError(t, err)
	assert.True(t, below.Found.At.Equal(at.Sub(rule.Dec("0.01"))))

	none, err := analysis.Ask(s, requests, largest(1))
	require.NoError(t, err)
	assert.Nil(t, none.Found)
	goldenPage(t, "none", none.Page())
	all, err := analysis.Ask(s, requests, largest(9_000_000))
	require.NoError(t, err)
	assert.True(t, all.Found.At.Equal(rule.Dec("1.5")))
	assert.Nil(t, all.Upper)
}

func settleRatio(t *testing.T, s funding.Scheme, requests []funding.Request, ratio decimal.Decimal) funding.Money {
	t.Helper()
	s.Sources = append([]funding.Source{}, s.Sources...)
	s.Sources[1].Rule.Ratio = ratio
	return settle(t, s, requests).Accounts()[1].Paid
}

// fundedOutright is a scheme of one source that pays by score what is asked.
func fundedOutright(budget funding.Money) funding.Scheme {
	s := funding.OneThreeX(org.Area("330211"))
	s.Sources = s.Sources[1:2]
	s.Sources[0].Rule = funding.Rule{Method: funding.Share, Ratio: rule.Dec("1")}
	s.Sources[0].Cap, s.Sources[0].Budget, s.Sources[0].Short = nil, &budget, funding.Priority
	return s
}

func TestSmallestBudgetThatFundsFromALineUp(t *testing.T) {
	t.Parallel()
	requests := round(40)
	due := int64(0)
	for _, r := range requests {
		if r.Score.GreaterThanOrEqual(rule.Dec("80")) {
			due += r.Asked.Fen() / 100
		}
	}
	q := analysis.Question{
		Source: "lottery", Vary: analysis.Budget, From: decimal.NewFromInt(0), To: decimal.NewFromInt(2_000_000), Step: decimal.NewFromInt(1_000),
		Goal: analysis.FullyFunded, Line: new(rule.Dec("80")), Smallest: true,
	}
	a, err := analysis.Ask(fundedOutright(funding.Yuan(1)), requests, q)
	require.NoError(t, err)
	require.NotNil(t, a.Found)
	assert.Equal(t, decimal.NewFromInt(due).String(), a.Found.At.String(), "what those from the line up ask for")
	assert.Equal(t, 1, a.Lower.Missed)
	assert.True(t, a.Monotone)
	goldenPage(t, "smallest-budget", a.Page())

	requests[3].Score = nil
	_, err = analysis.Ask(fundedOutright(funding.Yuan(1)), requests, q)
	require.ErrorIs(t, err, analysis.LineNeedsScores)
}

func TestSmallestRatioByWhichNobodyIsWorse(t *testing.T) {
	t.Parallel()
	requests := round(40)
	s := scheme()
	before := settle(t, s, requests)
	s.Sources[1].Budget, s.Sources[1].Short = nil, 0
	q := analysis.Question{
		Source: "lottery", Vary: analysis.Ratio, From: rule.Dec("0.1"), To: rule.Dec("1"), Step: rule.Dec("0.05"),
		Goal: analysis.NoneWorse, Before: before, Smallest: true,
	}
	a, err := analysis.Ask(s, requests, q)
	require.NoError(t, err)
	require.NotNil(t, a.Found)
	assert.Positive(t, a.Lower.Missed)
	goldenPage(t, "nobody-worse", a.Page())
}

// The district steps in where the lottery fund pays little: the cost falls when
// it steps out.
func TestAnswerThatIsNotMonotone(t *testing.T) {
	t.Parallel()
	s := funding.OneThreeX(org.Area("330211"))
	s.Sources = s.Sources[:3]
	s.Sources[1].Cap = nil
	s.Sources[2].Rule = funding.Rule{Method: funding.Share, Ratio: rule.Dec("0.3")}
	s.Sources[2].If = rule.InRange("paid.lottery", rule.Below(decimal.NewFromInt(5_000)))
	requests := []funding.Request{{
		ID: "P1", Organization: "虚构", Territory: org.Area("330211001"), Asked: funding.Yuan(20_000), Social: funding.Yuan(5_000),
	}}
	q := analysis.Question{
		Source: "lottery", Vary: analysis.Ratio, From: rule.Dec("0.1"), To: rule.Dec("2"), Step: rule.Dec("0.1"),
		Goal: analysis.WithinLimit, Limit: new(funding.Yuan(8_000)),
	}
	a, err := analysis.Ask(s, requests, q)
	require.NoError(t, err)
	assert.False(t, a.Monotone)
	assert.Equal(t, "[{0.1 0.4} {1 1.6}]", fmt.Sprint(a.Holds))
	assert.Equal(t, "1.6", a.Found.At.String())
	goldenPage(t, "not-monotone", a.Page())
}

func TestAskRefuses(t *testing.T) {
	t.Parallel()
	s, requests := scheme(), round(3)
	good := largest(1)
	for name, c := range map[string]struct {
		change  func(q *analysis.Question)
		message string
	}{
		"nothing stated": {func(q *analysis.Question) { *q = analysis.Question{} }, "goal: is required\nsource: the scheme has no source \nstep: the step 0 must be above zero\nvary: is required"},
		"no such figure": {func(q *analysis.Question) { q.Source, q.Vary = "social", analysis.Cap }, "vary: source social has no cap to vary"},
		"no limit":       {func(q *analysis.Question) { q.Limit = nil }, "limit: is required"},
		"no round":       {func(q *analysis.Question) { q.Goal = analysis.NoneWorse }, "before: is required"},
		"whose payments": {func(q *analysis.Question) { q.Of = "nobody" }, "of: the scheme has no source nobody"},
		"ends":           {func(q *analysis.Question) { q.To = rule.Dec("1.505") }, "to: from 0.1 to 1.505 must be a whole number of steps of 0.01"},
		"turned":         {func(q *analysis.Question) { q.To = rule.Dec("0") }, "to: from 0.1 to 0 must be a whole number of steps of 0.01"},
		"points":         {func(q *analysis.Question) { q.Step = rule.Dec("0.0001"); q.To = rule.Dec("1.1") }, "step: the grid has more than 10,000 steps"},
		"huge":           {func(q *analysis.Question) { q.To = decimal.New(1, 1_000_000) }, "step: the grid has more than 10,000 steps"},
		"scheme":         {func(q *analysis.Question) { q.From = rule.Dec("0") }, "at.scheme.sources[1].rule.ratio: ratio 0.00 is out of range: above 0, 1,000 or below"},
	} {
		q := good
		c.change(&q)
		a, err := analysis.Ask(s, requests, q)
		assert.Empty(t, a, name)
		require.EqualError(t, err, c.message, name)
	}
	q := analysis.Question{
		Source: "lottery", Vary: analysis.Budget, From: rule.Dec("0"), To: rule.Dec("0.01"), Step: rule.Dec("0.005"),
		Goal: analysis.FullyFunded, Smallest: true,
	}
	_, err := analysis.Ask(s, requests, q)
	require.ErrorIs(t, err, funding.MoneyFiner)
}

func ExampleAsk() {
	requests := []funding.Request{
		{ID: "P1", Organization: "虚构邻里中心", Territory: org.Area("330211001"), Asked: funding.Yuan(50_000), Social: funding.Yuan(10_000)},
		{ID: "P2", Organization: "虚构关爱中心", Territory: org.Area("330211002"), Asked: funding.Yuan(30_000), Social: funding.Yuan(9_000)},
	}
	a, err := analysis.Ask(funding.OneThreeX(org.Area("330211")), requests, analysis.Question{
		Source: "lottery", Vary: analysis.Ratio, From: rule.Dec("0.1"), To: rule.Dec("1"), Step: rule.Dec("0.1"),
		Goal: analysis.WithinLimit, Limit: new(funding.Yuan(12_000)), Of: "lottery",
	})
	if err != nil {
		panic(err)
	}
	fmt.Print(a.Page().In(language.English))
	// Output:
	// Asked backwards    rules one-three-x.illustrative (in force 2012-01-01, illustrative)
	// asked for  largest ratio of welfare-lottery fund
	// such that  what is paid stays within the limit
	// paid by    welfare-lottery fund
	// limit      ¥12,000.00
	// answer     0.6
	//
	//  step                                       result      source
	//  1 at 0.5: ¥9,500.00 is paid                yes
	//      limit ¥12,000.00 less ¥9,500.00 paid   ¥2,500.00
	//  2 at 0.6: ¥11,400.00 is paid               yes
	//      limit ¥12,000.00 less ¥11,400.00 paid  ¥600.00
	//  3 at 0.7: ¥13,300.00 is paid               no
	//      limit ¥12,000.00 less ¥13,300.00 paid  -¥1,300.00
	//
	// tried at all 10 steps from 0.1 to 1 by 0.1: it holds on one side only
}

// BenchmarkAsk shows that an answer costs what settling the round at each step
// costs.
func BenchmarkAsk(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		requests := round(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			q := largest(int64(n) * 5_000)
			for b.Loop() {
				if _, err := analysis.Ask(scheme(), requests, q); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n)/141, "ns/request-step")
		})
	}
}
