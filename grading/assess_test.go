package grading_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

func zhaobaoshan(t testing.TB) *grading.Grader {
	t.Helper()
	g, err := grading.New(grading.Zhaobaoshan2019())
	require.NoError(t, err)
	return g
}

func scored(id, score string, months int) grading.Case {
	return grading.Case{ID: id, Score: grading.Scored(rule.Dec(score)), Months: months}
}

// The mock-up of a good explanation, and its English and JSON.
func TestExplain(t *testing.T) {
	t.Parallel()
	g := zhaobaoshan(t)
	c := scored("yangguang", "89.6", 7)
	c.Name = rule.Words("阳光邻里互助中心 · 基层社会组织(备案)· 招宝山街道", "Sunshine Neighbourhood Centre · grassroots (filed) · Zhaobaoshan subdistrict")
	c.Report = rule.Source{Title: "评估报告", Date: rule.Day(2026, 2, 11)}
	page, err := g.Explain(c)
	require.NoError(t, err)
	goldenPage(t, "explain-paid", page)

	c.Score = grading.Scored(rule.Dec("59.9"))
	page, err = g.Explain(c)
	require.NoError(t, err)
	goldenPage(t, "explain-failed", page)

	c.Score = decimal.NullDecimal{}
	page, err = g.Explain(c)
	require.NoError(t, err)
	goldenPage(t, "explain-ungraded", page)
}

func TestAssessTheMockUp(t *testing.T) {
	t.Parallel()
	a, err := zhaobaoshan(t).Assess(scored("a", "89.6", 7))
	require.NoError(t, err)
	assert.Equal(t, grading.Paid, a.Outcome)
	assert.Equal(t, 1, a.Class)
	assert.Equal(t, funding.Yuan(2500), a.Annual)
	assert.Equal(t, funding.Fen(145833), a.Payable)
	assert.Equal(t, []funding.Money{funding.Fen(72916), funding.Fen(43750), funding.Fen(29167)}, a.Shares)
	assert.Equal(t, "90.0", a.Next.At.StringFixed(1))
	assert.Equal(t, "0.4", a.Next.Short.String())
	assert.Equal(t, funding.Fen(204167), a.Next.Payable)
}

// Every line is tested at, one step below and one step above.
func TestEveryLineOfZhaobaoshan(t *testing.T) {
	t.Parallel()
	g := zhaobaoshan(t)
	for score, class := range map[string]string{
		"0": "failed", "59.9": "failed", "60": "class-3", "60.1": "class-3", "74.9": "class-3", "75": "class-2", "75.1": "class-2",
		"89.6": "class-2", "89.7": "class-2", "89.9": "class-2", "90": "class-1", "90.0": "class-1", "90.1": "class-1", "100": "class-1",
	} {
		a, err := g.Assess(scored("a", score, 12))
		require.NoError(t, err)
		assert.Equal(t, class, g.Policy().Scale.Classes[a.Class].ID, score)
		assert.Equal(t, class == "failed", a.Outcome == grading.Failed)
		assert.Equal(t, class == "failed", a.Payable == funding.Money{})
	}
}

// A line at 89.7 is met by exactly 89.7, which a binary fraction of 32 bits
// misses.
func TestAnExactHit(t *testing.T) {
	t.Parallel()
	p := grading.Zhaobaoshan2019()
	p.Scale.Classes[0].In = rule.AtLeast(rule.Dec("89.7"))
	p.Scale.Classes[1].In = rule.AtLeast(rule.Dec("75")).Below(rule.Dec("89.7"))
	g, err := grading.New(p)
	require.NoError(t, err)
	a, err := g.Assess(scored("a", "89.7", 12))
	require.NoError(t, err)
	assert.Equal(t, 0, a.Class)
	assert.Less(t, float64(float32(89.7)), 89.7) // what goes wrong elsewhere
}

func TestBadCases(t *testing.T) {
	t.Parallel()
	g := zhaobaoshan(t)
	for name, c := range map[string]struct {
		c    grading.Case
		path string
		code rule.Code
	}{
		"no id":        {scored("", "80", 12), "id", rule.Required},
		"no months":    {scored("a", "80", 0), "months", grading.MonthsRange},
		"months":       {scored("a", "80", 13), "months", grading.MonthsRange},
		"above":        {scored("a", "100.1", 12), "score", grading.ScoreRange},
		"below":        {scored("a", "-1", 12), "score", grading.ScoreRange},
		"between":      {scored("a", "89.65", 12), "score", grading.ScoreStep},
		"beyond float": {scored("a", "89.99999999999999999", 12), "score", grading.ScoreStep},
	} {
		a, err := g.Assess(c.c)
		require.ErrorIs(t, err, c.code, name)
		assert.Equal(t, c.path, rule.ProblemsOf(err)[0].Path)
		assert.Equal(t, grading.Assessment{}, a)
	}
	_, err := g.Round([]grading.Case{scored("a", "80", 12), scored("a", "180", 12)})
	require.ErrorIs(t, err, grading.IDTwice)
	require.ErrorIs(t, err, grading.ScoreRange)
}

func TestRoundAddsUp(t *testing.T) {
	t.Parallel()
	g := zhaobaoshan(t)
	r := rand.New(rand.NewPCG(3, 4))
	var cases []grading.Case
	for i := range 500 {
		c := scored(strconv.Itoa(i), decimal.New(r.Int64N(1001), -1).String(), 1+r.IntN(12))
		c.Score.Valid = r.IntN(20) > 0
		cases = append(cases, c)
	}
	round, err := g.Round(cases)
	require.NoError(t, err)
	var bill, shares, classes, heads int64
	for i, a := range round.Assessments {
		assert.Equal(t, cases[i].ID, a.ID)
		bill += a.Payable.Fen()
		sum := int64(0)
		for _, s := range a.Shares {
			sum += s.Fen()
		}
		assert.Equal(t, a.Payable.Fen(), sum)
	}
	for _, s := range round.Shares {
		shares += s.Fen()
	}
	for _, c := range round.Classes {
		classes += c.Bill.Fen()
		heads += int64(c.Cases)
	}
	assert.Equal(t, []int64{bill, bill, bill}, []int64{round.Bill.Fen(), shares, classes})
	assert.Equal(t, len(cases), int(heads)+round.Unclassed)
	assert.Equal(t, len(cases), round.Paid+round.Stopped)
}

// randomPolicy draws a valid policy: lines on the grid of its step, each
// stated with a random word, and rates of every kind.
func randomPolicy(r *rand.Rand) grading.Policy {
	p := grading.Zhaobaoshan2019()
	places := int32(r.IntN(3))
	p.Scale.Scores.Step = decimal.New(1, -places)
	if r.IntN(3) == 0 {
		p.Scale.Scores.Step = decimal.Decimal{}
	}
	p.Scale.Classes, p.Subsidy.Rates = nil, nil
	most := int64(100)
	for range places {
		most *= 10
	}
	low := rule.Interval{}
	var classes []grading.Class
	lines := 2 + r.IntN(5)
	amount := int64(0)
	for i := range lines {
		class := grading.Class{ID: "c" + strconv.Itoa(i), Label: rule.Words("级", "class"), Fails: i == 0}
		class.In = low
		if i < lines-1 {
			line := decimal.New(most/int64(lines)*int64(i+1), -places)
			if r.IntN(2) == 0 {
				class.In, low = class.In.Below(line), rule.AtLeast(line)
			} else {
				class.In, low = class.In.AtMost(line), rule.Above(line)
			}
		}
		classes = append([]grading.Class{class}, classes...)
		if i == 0 {
			continue
		}
		from := amount + r.Int64N(100_000)
		amount = from + 1 + r.Int64N(200_000)
		rate := grading.Range(class.ID, funding.Fen(from), funding.Fen(amount), funding.Points()[r.IntN(5)])
		switch {
		case rate.Point == funding.BySteps:
			rate.Points, rate.Each = decimal.New(1+r.Int64N(50), -1), funding.Fen(1+r.Int64N(90_000))
		case r.IntN(6) == 0:
			rate = grading.Fixed(class.ID, funding.Fen(amount))
		}
		p.Subsidy.Rates = append(p.Subsidy.Rates, rate)
	}
	p.Scale.Classes = classes
	p.Subsidy.Rounding.Mode = rule.Modes()[r.IntN(4)]
	return p
}

// A higher score never gets a lower class or less money; the score that is
// said to reach the next class does, and one step less does not; every step
// that computes computes again to what it says.
func TestMonotone(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	for range 30 {
		p := randomPolicy(r)
		g, err := grading.New(p)
		require.NoError(t, err)
		step := p.Scale.Scores.Step
		if step.IsZero() {
			step = rule.Dec("0.37")
		}
		var last grading.Assessment
		for n := int64(0); ; n += 1 + r.Int64N(7) {
			score := step.Mul(decimal.NewFromInt(n))
			if !p.Scale.Scores.In.Contains(score) {
				break
			}
			c := grading.Case{ID: "a", Score: grading.Scored(score), Months: 7}
			a, err := g.Assess(c)
			require.NoError(t, err)
			if n > 0 {
				assert.LessOrEqual(t, a.Class, last.Class)
				assert.GreaterOrEqual(t, a.Payable.Fen(), last.Payable.Fen())
			}
			last = a
			if a.Next != nil {
				at := grading.Case{ID: "a", Score: grading.Scored(a.Next.At), Months: 7}
				if a.Next.Beyond {
					at.Score.Decimal = at.Score.Decimal.Add(rule.Dec("0.0000001"))
				}
				next, err := g.Assess(at)
				require.NoError(t, err)
				assert.Equal(t, a.Next.Class, next.Class)
				less := a.Next.At.Sub(step)
				if !p.Scale.Scores.Step.IsZero() && p.Scale.Scores.In.Contains(less) {
					before, err := g.Assess(grading.Case{ID: "a", Score: grading.Scored(less), Months: 7})
					require.NoError(t, err)
					assert.Greater(t, before.Class, next.Class)
				}
			}
			if r.IntN(10) == 0 {
				replay(t, g, c, a)
			}
		}
	}
}

// replay computes every arithmetic step again.
func replay(t *testing.T, g *grading.Grader, c grading.Case, a grading.Assessment) {
	t.Helper()
	steps, err := g.Reasons(c)
	require.NoError(t, err)
	assert.True(t, steps[len(steps)-1].Output.Equal(a.Payable.Value()))
	var check func([]rule.Reason)
	check = func(reasons []rule.Reason) {
		for _, r := range reasons {
			if out, ok := r.Replay(); ok {
				assert.True(t, out.Equal(r.Output), r.In(language.English))
			}
			check(r.Parts)
		}
	}
	check(steps)
}

func TestScaleAtAStepThatIsNoPowerOfTen(t *testing.T) {
	t.Parallel()
	p := grading.Zhaobaoshan2019()
	p.Scale.Scores = band.Domain{In: rule.AtLeast(rule.Dec("0")).AtMost(rule.Dec("100")), Step: rule.Dec("0.25")}
	p.Scale.Classes[0].In = rule.AtLeast(rule.Dec("89.9"))
	p.Scale.Classes[1].In = rule.AtLeast(rule.Dec("75")).Below(rule.Dec("89.9"))
	g, err := grading.New(p)
	require.NoError(t, err)
	a, err := g.Assess(scored("a", "89.75", 12))
	require.NoError(t, err)
	assert.Equal(t, "90", a.Next.At.String())
}
