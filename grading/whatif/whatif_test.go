package whatif_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/grading/whatif"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// policy is Zhaobaoshan's on a scale of 1,100 points with fixed amounts.
func policy() grading.Policy {
	p := grading.Zhaobaoshan2019()
	p.Scale.Scores.In = rule.AtLeast(rule.Dec("0")).AtMost(rule.Dec("1100"))
	lines := []string{"900", "750", "600"}
	for i, line := range lines {
		p.Scale.Classes[i].In = rule.AtLeast(rule.Dec(line))
		if i > 0 {
			p.Scale.Classes[i].In = p.Scale.Classes[i].In.Below(rule.Dec(lines[i-1]))
		}
	}
	p.Scale.Classes[3].In = rule.Below(rule.Dec("600"))
	return p
}

func evaluation(t testing.TB, p grading.Policy) *grading.Evaluation {
	t.Helper()
	e, err := grading.NewEvaluation(grading.SocialOrganizationRubric(), p)
	require.NoError(t, err)
	return e
}

// table answers every leaf of the rubric: each at its best but for every so
// many.
func table(r *rand.Rand, rubric grading.Rubric, rows, rare int) grading.Table {
	var t grading.Table
	for _, leaf := range rubric.Leaves() {
		c := grading.Column{Leaf: leaf.ID, Values: make([]int32, rows)}
		most := int32(6)
		switch m := leaf.Measure; m.Kind {
		case grading.Judged:
			c.Decimals, most = 1, int32(leaf.Points.Shift(1).IntPart())
		case grading.Banded:
			c.Decimals, most = 2, 100
		case grading.YesNo:
			most = 1
		case grading.Veto:
			most = 0
		case grading.Count:
			if !m.Per.IsZero() {
				most = int32(6 * m.Per.IntPart())
			}
		}
		for i := range c.Values {
			c.Values[i] = most
			low := r.IntN(rare) == 0
			switch {
			case leaf.Measure.Kind == grading.Deduction:
				c.Values[i] = 0
				if low {
					c.Values[i] = 1 + r.Int32N(2)
				}
			case low && most > 0:
				c.Values[i] = r.Int32N(most)
			}
			if leaf.Void.Valid() && r.IntN(4) == 0 {
				c.Values[i] = grading.VoidCell
			}
		}
		t.Columns = append(t.Columns, c)
	}
	for range rows {
		t.Months = append(t.Months, uint8(1+r.IntN(12)))
	}
	return t
}

func batch(t testing.TB, e *grading.Evaluation, rows int) (grading.Table, *grading.Batch) {
	t.Helper()
	answers := table(rand.New(rand.NewPCG(51, 52)), e.Rubric(), rows, 3)
	b, err := e.Run(answers)
	require.NoError(t, err)
	return answers, b
}

// The sets that are found are all the smallest there are: every set of leaves
// that are not at their best is tried.
func TestReachAgainstEverySet(t *testing.T) {
	t.Parallel()
	rubric := grading.SocialOrganizationRubric()
	r := rand.New(rand.NewPCG(61, 62))
	answers := table(r, rubric, 60, 8)
	sizes := map[int]int{}
	for row := range answers.Rows() {
		sheet := answers.Sheet(rubric, row)
		if atTheirBest(t, rubric, sheet) < 31 {
			continue // more sets than a test has time for
		}
		mark, err := rubric.Mark(sheet)
		require.NoError(t, err)
		target := mark.Score.Add(decimal.New(r.Int64N(800), -1))
		beyond := r.IntN(2) == 0
		got, err := whatif.Reach(rubric, sheet, target, beyond)
		require.NoError(t, err)
		want := smallest(t, rubric, sheet, target, beyond)
		if !got.Possible {
			assert.Empty(t, want)
			continue
		}
		sizes[got.Size]++
		var sets []string
		for _, way := range got.Sets {
			sets = append(sets, strings.Join(way.Indicators, " "))
			assert.Len(t, way.Indicators, got.Size)
			assert.Len(t, way.Reasons, got.Size)
		}
		slices.Sort(sets)
		require.Equal(t, want, sets)
	}
	assert.GreaterOrEqual(t, len(sizes), 3)
}

// atTheirBest counts the leaves that give all their points or do not apply.
func atTheirBest(t *testing.T, rubric grading.Rubric, sheet grading.Sheet) int {
	t.Helper()
	n := 0
	for _, leaf := range rubric.Leaves() {
		points, applies, err := leaf.Score(sheet[leaf.ID])
		require.NoError(t, err)
		if !applies || points.Equal(leaf.Points) || leaf.Void.Valid() && sheet[leaf.ID].Equal(grading.NotApplicable()) {
			n++
		}
	}
	return n
}

// smallest tries every set of leaves that another answer would better.
func smallest(t *testing.T, rubric grading.Rubric, sheet grading.Sheet, target decimal.Decimal, beyond bool) []string {
	t.Helper()
	best := map[string]rule.Value{}
	var ids []string
	for _, leaf := range rubric.Leaves() {
		answer := rule.Num(leaf.Points, 0)
		switch leaf.Measure.Kind {
		case grading.YesNo:
			answer = rule.Flag(true)
		case grading.Count:
			answer = rule.Int(100_000, 0)
		case grading.Banded:
			answer = rule.Int(1, 0)
		case grading.Deduction:
			answer = rule.Int(0, 0)
		case grading.Veto:
			continue
		}
		if sheet[leaf.ID].Equal(grading.NotApplicable()) {
			continue
		}
		now, _, err := leaf.Score(sheet[leaf.ID])
		require.NoError(t, err)
		could, _, err := leaf.Score(answer)
		require.NoError(t, err)
		if could.Cmp(now) > 0 {
			best[leaf.ID] = answer
			ids = append(ids, leaf.ID)
		}
	}
	require.Less(t, len(ids), 10)
	var sets []string
	least := len(ids) + 1
	for bits := 0; bits < 1<<len(ids); bits++ {
		n := 0
		for i := range ids {
			n += bits >> i & 1
		}
		if n > least {
			continue
		}
		s := maps.Clone(sheet)
		var names []string
		for i, id := range ids {
			if bits>>i&1 == 1 {
				s[id] = best[id]
				names = append(names, id)
			}
		}
		mark, err := rubric.Mark(s)
		require.NoError(t, err)
		if c := mark.Score.Cmp(target); c < 0 || c == 0 && beyond {
			continue
		}
		if n < least {
			least, sets = n, nil
		}
		sets = append(sets, strings.Join(names, " "))
	}
	if least == 0 {
		return nil
	}
	slices.Sort(sets)
	return sets
}

func TestReachOfWhatIsThere(t *testing.T) {
	t.Parallel()
	rubric := grading.SocialOrganizationRubric()
	sheet := table(rand.New(rand.NewPCG(1, 1)), rubric, 1, 1_000_000).Sheet(rubric, 0)
	mark, err := rubric.Mark(sheet)
	require.NoError(t, err)
	got, err := whatif.Reach(rubric, sheet, mark.Score, false)
	require.NoError(t, err)
	assert.True(t, got.Possible)
	assert.Zero(t, got.Size)
	assert.Empty(t, got.Sets)
	got, err = whatif.Reach(rubric, sheet, mark.Score, true)
	require.NoError(t, err)
	assert.False(t, got.Possible)
	delete(sheet, "a11")
	_, err = whatif.Reach(rubric, sheet, mark.Score, false)
	require.ErrorIs(t, err, grading.AnswerMissing)
}

func TestDistances(t *testing.T) {
	t.Parallel()
	s := policy().Scale
	got := whatif.Distances(s, rule.Dec("599.9"))
	var words []string
	for _, d := range got {
		words = append(words, fmt.Sprint(d.Class, " ", d.Short))
	}
	assert.Equal(t, []string{"class-3 0.1", "class-2 150.1", "class-1 300.1"}, words)
	assert.Empty(t, whatif.Distances(s, rule.Dec("900")))
	assert.Len(t, whatif.Distances(s, rule.Dec("750")), 1)
}

func TestAnswersOfOneOrganization(t *testing.T) {
	t.Parallel()
	e := evaluation(t, policy())
	answers, _ := batch(t, e, 5)
	sheet := answers.Sheet(e.Rubric(), 2)
	sheet["b31"] = rule.Num(rule.Dec("12.5"), 0)
	got, err := whatif.Answers(e, "a", sheet, grading.Sheet{"b31": rule.Num(rule.Dec("40"), 0)}, 12)
	require.NoError(t, err)
	assert.Equal(t, "27.5", got.Scores[1].Sub(got.Scores[0]).String())
	_, err = whatif.Answers(e, "a", sheet, grading.Sheet{"b31": rule.Num(rule.Dec("41"), 0)}, 12)
	require.ErrorIs(t, err, grading.AnswerRange)
	assert.True(t, sheet["b31"].Equal(rule.Num(rule.Dec("12.5"), 0)), "the sheet stays as it is")
}

// A line that moves changes just those whose scores it passes.
func TestMovingALine(t *testing.T) {
	t.Parallel()
	p := policy()
	e := evaluation(t, p)
	_, before := batch(t, e, 4000)
	p.Scale, _ = whatif.MoveLine(p.Scale, "class-1", rule.Dec("880"))
	g, err := grading.New(p)
	require.NoError(t, err)
	after, err := g.Regrade(before)
	require.NoError(t, err)
	c, err := whatif.Compare(before, after)
	require.NoError(t, err)
	var want []int
	gained := decimal.Decimal{}
	for row, class := range before.Classes {
		if s := before.Score(row); class >= 0 && s.Cmp(rule.Dec("880")) >= 0 && s.Cmp(rule.Dec("900")) < 0 {
			want = append(want, row)
			gained = gained.Add(after.Payable[row].Decimal()).Sub(before.Payable[row].Decimal())
		}
	}
	require.NotEmpty(t, want)
	assert.Equal(t, want, c.Risen)
	assert.Empty(t, c.Fallen)
	assert.Equal(t, len(want), c.Gainers.Rows)
	assert.True(t, gained.Equal(c.Gainers.Amount))
	assert.Zero(t, c.Losers.Rows)
	assert.True(t, c.Bill[1].Decimal().Sub(c.Bill[0].Decimal()).Equal(gained))
	assert.Equal(t, "zhaobaoshan-scale-2019.1+class-1=880", p.Scale.ID)
	back, err := whatif.MoveLine(p.Scale, "class-1", rule.Dec("900"))
	require.NoError(t, err)
	assert.Equal(t, policy().Scale.Classes[0].In.String(), back.Classes[0].In.String())
	for class, to := range map[string]string{"failed": "10", "nobody": "10", "class-1": "749", "class-2": "900"} {
		_, err := whatif.MoveLine(policy().Scale, class, rule.Dec(to))
		require.Error(t, err, class)
	}
}

// Grading a batch's scores anew by its own policy changes nothing, whatever the
// rates; by another it is as if all had been marked and graded by that.
func TestRegradeIsAsIfMarkedAnew(t *testing.T) {
	t.Parallel()
	for _, point := range funding.Points() {
		p := policy()
		for i := range p.Subsidy.Rates {
			p.Subsidy.Rates[i].Point = point
			if point == funding.BySteps {
				p.Subsidy.Rates[i].Points, p.Subsidy.Rates[i].Each = rule.Dec("7.5"), funding.Fen(3337)
			}
		}
		e := evaluation(t, p)
		answers, b := batch(t, e, 800)
		again, err := e.Grader().Regrade(b)
		require.NoError(t, err)
		assert.Equal(t, b, again)
		p.Scale, err = whatif.MoveLine(p.Scale, "class-2", rule.Dec("812.3"))
		require.NoError(t, err)
		other := evaluation(t, p)
		want, err := other.Run(answers)
		require.NoError(t, err)
		got, err := other.Grader().Regrade(b)
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
	p := policy()
	e := evaluation(t, p)
	_, b := batch(t, e, 50)
	p.Scale.Scores.Step = rule.Dec("1000")
	p.Scale.Scores.In = rule.AtLeast(rule.Dec("0")).AtMost(rule.Dec("2000"))
	p.Scale.Classes[1].In, p.Scale.Classes[2].In = rule.AtLeast(rule.Dec("1")).Below(rule.Dec("1001")), rule.Below(rule.Dec("1"))
	p.Scale.Classes[0].In = rule.AtLeast(rule.Dec("1001"))
	p.Scale.Classes, p.Subsidy.Rates = p.Scale.Classes[:3], p.Subsidy.Rates[:3]
	g, err := grading.New(p)
	require.NoError(t, err)
	_, err = g.Regrade(b)
	require.ErrorIs(t, err, grading.ScoreStep)
}

func TestSensitivity(t *testing.T) {
	t.Parallel()
	p := policy()
	e := evaluation(t, p)
	_, b := batch(t, e, 6000)
	shifts, err := whatif.Sensitivity(p, b, rule.Dec("1"))
	require.NoError(t, err)
	require.Len(t, shifts, 3)
	changed := 0
	for _, s := range shifts {
		var up, down []int
		for row, class := range b.Classes {
			score := b.Score(row)
			switch {
			case class < 0:
			case score.Cmp(s.Line.Sub(s.By)) >= 0 && score.Cmp(s.Line) < 0:
				up = append(up, row)
			case score.Cmp(s.Line) >= 0 && score.Cmp(s.Line.Add(s.By)) < 0:
				down = append(down, row)
			}
		}
		assert.ElementsMatch(t, up, s.Lower.Rows, s.Class)
		assert.ElementsMatch(t, down, s.Higher.Rows, s.Class)
		changed += len(up) + len(down)
		assert.GreaterOrEqual(t, s.Lower.Bill.Fen(), b.Bill.Fen())
		assert.LessOrEqual(t, s.Higher.Bill.Fen(), b.Bill.Fen())
	}
	assert.Positive(t, changed)
	_, err = whatif.Sensitivity(p, b, rule.Dec("0"))
	require.ErrorIs(t, err, whatif.NotAbove)
	shifts, err = whatif.Sensitivity(p, b, rule.Dec("200"))
	require.NoError(t, err)
	assert.Nil(t, shifts[1].Lower, "class 2 cannot begin below class 3")
}

func TestDistribute(t *testing.T) {
	t.Parallel()
	e := evaluation(t, policy())
	_, b := batch(t, e, 1000)
	where := func(row int) org.Territory { return org.Area(fmt.Sprintf("3302110%02d%03d", 1+row%3, 1+row%7)) }
	groups := whatif.Distribute(b, whatif.ByTerritory(where, org.Town))
	require.Len(t, groups, 3)
	rows, barred, bill := 0, 0, decimal.Decimal{}
	counts := make([]int, len(b.Totals))
	for i, g := range groups {
		assert.Equal(t, fmt.Sprintf("3302110%02d", i+1), g.Key)
		rows, barred, bill = rows+g.Rows, barred+g.Barred, bill.Add(g.Bill)
		sum := g.Barred
		for k, n := range g.Counts {
			counts[k] += n
			sum += n
		}
		assert.Equal(t, g.Rows, sum)
	}
	assert.Equal(t, 1000, rows)
	assert.Equal(t, b.Barred, barred)
	assert.True(t, bill.Equal(b.Bill.Decimal()))
	for k, total := range b.Totals {
		assert.Equal(t, total.Cases, counts[k])
	}
	assert.Equal(t, "330211", whatif.ByTerritory(func(int) org.Territory { return org.Area("330211") }, org.Village)(0))
}

// The line that is found keeps the budget, its lower neighbour does not, and
// the bills are those of grading anew.
func TestLineWithinABudget(t *testing.T) {
	t.Parallel()
	p := policy()
	p.Scale.Scores.Step = rule.Dec("1")
	r := rand.New(rand.NewPCG(73, 74))
	scores := &grading.Batch{}
	for range 3000 {
		scores.Scores = append(scores.Scores, 500+r.Int64N(520))
		scores.Months = append(scores.Months, uint8(1+r.IntN(12)))
		scores.Classes = append(scores.Classes, int8(-r.IntN(40)/39))
	}
	grader, err := grading.New(p)
	require.NoError(t, err)
	b, err := grader.Regrade(scores)
	require.NoError(t, err)
	bill := func(p grading.Policy) int64 {
		g, err := grading.New(p)
		require.NoError(t, err)
		after, err := g.Regrade(b)
		require.NoError(t, err)
		return after.Bill.Fen()
	}
	for _, class := range []string{"class-1", "class-2", "class-3"} {
		full, err := whatif.LineWithin(p, b, class, funding.Money{})
		require.NoError(t, err)
		low, high := full.Tries[len(full.Tries)-1].Bill.Fen(), full.Tries[0].Bill.Fen()
		assert.True(t, full.Monotone)
		for _, budget := range []int64{low, low + (high-low)/3, b.Bill.Fen(), high} {
			w, err := whatif.LineWithin(p, b, class, funding.Fen(budget))
			require.NoError(t, err)
			require.NotNil(t, w.Lowest)
			assert.LessOrEqual(t, w.Lowest.Bill.Fen(), budget)
			if w.Before != nil {
				assert.Greater(t, w.Before.Bill.Fen(), budget)
				assert.True(t, w.Lowest.At.Sub(w.Before.At).Equal(p.Scale.Scores.Step))
			}
			q := p
			q.Scale, err = whatif.MoveLine(p.Scale, class, w.Lowest.At)
			require.NoError(t, err)
			assert.Equal(t, w.Lowest.Bill.Fen(), bill(q))
			if w.After != nil {
				q.Scale, err = whatif.MoveLine(p.Scale, class, w.After.At)
				require.NoError(t, err)
				assert.Equal(t, w.After.Bill.Fen(), bill(q))
			}
		}
		w, err := whatif.LineWithin(p, b, class, funding.Fen(low-1))
		require.NoError(t, err)
		assert.Nil(t, w.Lowest)
	}
	w, err := whatif.ShiftWithin(p, b, b.Bill)
	require.NoError(t, err)
	assert.LessOrEqual(t, w.Lowest.At.Sign(), 0, "as it stands the bill is within itself")
	w, err = whatif.ShiftWithin(p, b, funding.Fen(b.Bill.Fen()-1))
	require.NoError(t, err)
	assert.Positive(t, w.Lowest.At.Sign())
	assert.Greater(t, w.Before.Bill.Fen(), b.Bill.Fen()-1)
}

// Where the rates follow the score, each place is graded anew, to the same
// answer as grading all rows.
func TestLineWithinABudgetByScore(t *testing.T) {
	t.Parallel()
	p := policy()
	p.Scale.Scores.Step = rule.Dec("2.5")
	for i := range p.Subsidy.Rates {
		p.Subsidy.Rates[i].Point = funding.ByScore
	}
	b := &grading.Batch{Decimals: 1}
	r := rand.New(rand.NewPCG(71, 72))
	for range 500 {
		b.Scores, b.Classes = append(b.Scores, 25*r.Int64N(441)), append(b.Classes, 0)
	}
	g, err := grading.New(p)
	require.NoError(t, err)
	b, err = g.Regrade(b)
	require.NoError(t, err)
	w, err := whatif.LineWithin(p, b, "class-2", funding.Fen(b.Bill.Fen()-1))
	require.NoError(t, err)
	require.NotNil(t, w.Lowest)
	for _, try := range []*whatif.Try{w.Before, w.Lowest, w.After} {
		q := p
		q.Scale, err = whatif.MoveLine(p.Scale, "class-2", try.At)
		require.NoError(t, err)
		g, err := grading.New(q)
		require.NoError(t, err)
		after, err := g.Regrade(b)
		require.NoError(t, err)
		assert.Equal(t, after.Bill, try.Bill)
		paid := 0
		for _, amount := range after.Payable {
			if amount.Sign() > 0 {
				paid++
			}
		}
		assert.Equal(t, paid, try.Paid)
	}
}

func TestBudgetFaults(t *testing.T) {
	t.Parallel()
	p := policy()
	_, b := batch(t, evaluation(t, p), 10)
	_, err := whatif.LineWithin(p, b, "nobody", funding.Money{})
	require.ErrorIs(t, err, grading.ClassUnknown)
	_, err = whatif.LineWithin(p, b, "failed", funding.Money{})
	require.ErrorIs(t, err, whatif.NoLine)
	p.Scale.Scores.Step = rule.Dec("0.00001")
	_, err = whatif.LineWithin(p, b, "class-1", funding.Money{})
	require.ErrorIs(t, err, whatif.TooManyLines)
	p.Scale.Scores.Step = decimal.Decimal{}
	_, err = whatif.ShiftWithin(p, b, funding.Money{})
	require.ErrorIs(t, err, whatif.NoStep)
	_, err = whatif.Compare(b, &grading.Batch{})
	require.ErrorIs(t, err, whatif.RowsDiffer)
	other := *b
	other.Totals = nil
	_, err = whatif.Compare(b, &other)
	require.ErrorIs(t, err, whatif.ClassesDiffer)
}

func TestRevise(t *testing.T) {
	t.Parallel()
	rubric := grading.SocialOrganizationRubric()
	points := func(id, n string) whatif.Revision { return whatif.Revision{ID: id, Points: new(rule.Dec(n))} }
	got, err := whatif.Revise(rubric, points("b13", "30"), points("b15", "0"))
	assert.ErrorIs(t, err, grading.PointsUnreachable)
	assert.Empty(t, got.ID)
	got, err = whatif.Revise(rubric, points("d21", "40"), points("d22", "20"))
	require.NoError(t, err)
	assert.Equal(t, rubric.ID+"+revised", got.ID)
	assert.Equal(t, grading.SocialOrganizationRubric(), rubric, "the rubric stays as it is")
	_, err = whatif.Revise(rubric, points("nobody", "1"), whatif.Revision{ID: "d21", Weight: new(rule.Dec("0.4"))})
	require.ErrorIs(t, err, whatif.NoSuchPart)
	require.ErrorIs(t, err, grading.WeightSum)
	assert.Contains(t, err.Error(), "revisions[0].id")
	for _, tag := range []language.Tag{language.Chinese, language.English} {
		for _, p := range rule.ProblemsOf(err) {
			assert.NotContains(t, p.In(tag), "{")
		}
	}
}

// Which line of class 1 keeps the bill within 3,000,000 yuan, and what would one
// step less cost?
func ExampleLineWithin() {
	p := policy()
	e, err := grading.NewEvaluation(grading.SocialOrganizationRubric(), p)
	if err != nil {
		fmt.Println(err)
		return
	}
	answers := table(rand.New(rand.NewPCG(1, 2)), e.Rubric(), 2000, 3)
	b, err := e.Run(answers)
	if err != nil {
		fmt.Println(err)
		return
	}
	w, err := whatif.LineWithin(p, b, "class-1", funding.Yuan(3_000_000))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(b.Bill)
	fmt.Println(w.Before.At, w.Before.Bill)
	fmt.Println(w.Lowest.At, w.Lowest.Bill)
	// Output:
	// 3117541.61
	// 915.7 3001291.73
	// 915.8 2999541.73
}

func BenchmarkReach(b *testing.B) {
	rubric := grading.SocialOrganizationRubric()
	sheet := table(rand.New(rand.NewPCG(1, 2)), rubric, 1, 2).Sheet(rubric, 0)
	for b.Loop() {
		_, err := whatif.Reach(rubric, sheet, rule.Dec("800"), false)
		require.NoError(b, err)
	}
}

func BenchmarkLineWithin(b *testing.B) {
	p := policy()
	for _, rows := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			_, graded := batch(b, evaluation(b, p), rows)
			for b.Loop() {
				_, err := whatif.LineWithin(p, graded, "class-1", graded.Bill)
				require.NoError(b, err)
			}
		})
	}
}
