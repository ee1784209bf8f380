package grading_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// thousand is Zhaobaoshan's policy on a scale of 1,100 points.
func thousand() grading.Policy {
	p := grading.Zhaobaoshan2019()
	p.Scale.Scores.In = rule.AtLeast(rule.Dec("0")).AtMost(rule.Dec("1100"))
	for i, words := range []string{"900以上", "750以上不满900", "600以上不满750", "不满600"} {
		in, err := band.ParseWords(words)
		if err != nil {
			panic(err)
		}
		p.Scale.Classes[i].In = in
	}
	return p
}

func evaluation(t testing.TB) *grading.Evaluation {
	t.Helper()
	e, err := grading.NewEvaluation(grading.SocialOrganizationRubric(), thousand())
	require.NoError(t, err)
	return e
}

// randomTable answers every leaf of the rubric for so many organizations.
func randomTable(r *rand.Rand, rubric grading.Rubric, rows int) grading.Table {
	var t grading.Table
	for _, leaf := range rubric.Leaves() {
		c := grading.Column{Leaf: leaf.ID, Values: make([]int32, rows)}
		m := leaf.Measure
		most := int32(5)
		switch m.Kind {
		case grading.Judged:
			c.Decimals = 1
			most = int32(leaf.Points.Shift(1).IntPart())
		case grading.Banded:
			c.Decimals = 3
			most = int32(leastOne(m.Values.In).Shift(3).IntPart())
		case grading.YesNo:
			most = 1
		case grading.Count:
			if !m.Per.IsZero() {
				most = int32(6 * m.Per.IntPart())
			}
		}
		for i := range c.Values {
			c.Values[i] = most - r.Int32N(most+1)*r.Int32N(2)
			switch {
			case m.Kind == grading.Veto:
				c.Values[i] = r.Int32N(40) / 39
			case m.Kind == grading.Deduction:
				c.Values[i] = r.Int32N(12) / 9
			case leaf.Void.Valid() && r.IntN(5) == 0:
				c.Values[i] = grading.VoidCell
			}
		}
		t.Columns = append(t.Columns, c)
	}
	return t
}

func leastOne(in rule.Interval) decimal.Decimal {
	high, _, _ := in.High()
	return high
}

// The fast path gives row by row what marking, assessing and sharing one by
// one in decimals gives.
func TestRunEqualsOneByOne(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(11, 12))
	for n := range 25 {
		rubric := grading.SocialOrganizationRubric()
		policy := thousand()
		if n > 0 {
			rubric = randomRubric(r)
			policy = anyPolicy(r, rubric)
		}
		e, err := grading.NewEvaluation(rubric, policy)
		require.NoError(t, err)
		table := randomTable(r, rubric, 60+r.IntN(40)*30*(n%3))
		for range table.Rows() {
			table.Months = append(table.Months, uint8(1+r.IntN(12)))
		}
		batch, err := e.Run(table)
		require.NoError(t, err)
		var cases []grading.Case
		for row := range table.Rows() {
			c, err := e.Case(strconv.Itoa(row), rule.Text{}, table.Sheet(rubric, row), int(table.Months[row]))
			require.NoError(t, err)
			require.Truef(t, c.Score.Decimal.Equal(batch.Score(row)), "%d row %d: %s, %s", n, row, c.Score.Decimal, batch.Score(row))
			cases = append(cases, c)
		}
		round, err := e.Grader().Round(cases)
		require.NoError(t, err)
		for row, a := range round.Assessments {
			require.Equal(t, a.Class, int(batch.Classes[row]))
			require.Equal(t, a.Payable, batch.Payable[row])
		}
		assert.Equal(t, round.Bill, batch.Bill)
		assert.Equal(t, round.Shares, batch.Shares)
		assert.Equal(t, round.Classes, batch.Totals)
		assert.Equal(t, round.Unclassed, batch.Barred)
	}
}

// anyPolicy grades every score of a rubric, at any resolution.
func anyPolicy(r *rand.Rand, rubric grading.Rubric) grading.Policy {
	p := thousand()
	p.Scale.Scores = band.Domain{In: rule.AtLeast(rule.Dec("0")).AtMost(rule.Dec("100000"))}
	for i, share := range []string{"0.9", "0.7", "0.4"} {
		line := rubric.Points.Mul(rule.Dec(share))
		p.Scale.Classes[i].In = rule.AtLeast(line)
		if r.IntN(2) == 0 {
			p.Scale.Classes[i].In = rule.Above(line)
		}
	}
	for i := 1; i < 4; i++ {
		line, in, _ := p.Scale.Classes[i-1].In.Low()
		below := &p.Scale.Classes[i].In
		if i == 3 {
			*below = rule.Interval{}
		}
		if in {
			*below = below.Below(line)
		} else {
			*below = below.AtMost(line)
		}
	}
	for i := range p.Subsidy.Rates {
		rate := &p.Subsidy.Rates[i]
		rate.Point = funding.Points()[r.IntN(5)]
		if rate.Point == funding.BySteps {
			rate.Points, rate.Each = rule.Dec("0.7"), funding.Fen(3337)
		}
	}
	p.Subsidy.Rounding.Mode = rule.Modes()[r.IntN(4)]
	return p
}

// randomRubric draws a valid rubric: weights or points, every kind of measure,
// everything that may be void, extra points, ceilings, roundings.
func randomRubric(r *rand.Rand) grading.Rubric {
	next := 0
	id := func() string { next++; return fmt.Sprintf("i%d", next) }
	label := rule.Words("指标", "indicator")
	points := func() decimal.Decimal { return decimal.New(1+r.Int64N(2000), -int32(r.IntN(3))) }
	rounding := func() *rule.Rounding {
		return &rule.Rounding{Mode: rule.Modes()[r.IntN(4)], Step: decimal.New([]int64{1, 5, 25}[r.IntN(3)], -int32(r.IntN(4)))}
	}
	leaf := func(full decimal.Decimal, may bool) grading.Indicator {
		i := grading.Indicator{ID: id(), Label: label, Points: full}
		m := grading.Measure{Kind: grading.Measurings()[r.IntN(5)]}
		switch m.Kind {
		case grading.Count:
			m.Each = decimal.New(1+r.Int64N(300), -int32(r.IntN(3)))
			if r.IntN(2) == 0 {
				m.Per = decimal.New(1+r.Int64N(30), 0)
			}
		case grading.Deduction:
			m.Each = decimal.New(1+r.Int64N(300), -int32(r.IntN(3)))
			if r.IntN(3) == 0 {
				m.Most = full.Add(points())
			}
		case grading.Banded:
			line := decimal.New(r.Int64N(900)+50, -3)
			m.Values.In = rule.AtLeast(rule.Dec("0")).AtMost(rule.Dec("1"))
			m.Bands = []band.Row[decimal.Decimal]{
				{In: rule.Above(line), Is: full}, {In: rule.AtMost(line), Is: full.Mul(rule.Dec("0.25")).Truncate(3)},
			}
		}
		if may {
			i.Void = grading.Void(r.IntN(4))
		}
		i.Measure = &m
		return i
	}
	var inner func(level int) grading.Indicator
	inner = func(level int) grading.Indicator {
		i := grading.Indicator{ID: id(), Label: label}
		weighted := r.IntN(3) == 0
		weights := []decimal.Decimal{rule.Dec("0.3"), rule.Dec("0.45"), rule.Dec("0.25")}
		spread := false
		for k := range 3 {
			part := leaf(points(), k > 0)
			if level < 3 && r.IntN(3) == 0 {
				part = inner(level + 1)
				if k > 0 && r.IntN(3) == 0 {
					part.Void = grading.Void(r.IntN(3))
				}
			}
			if weighted {
				part.Weight = weights[k]
				i.Points = i.Points.Add(part.Points.Mul(part.Weight))
			} else {
				i.Points = i.Points.Add(part.Points)
			}
			spread = spread || part.Void == grading.Spread
			i.Parts = append(i.Parts, part)
		}
		if r.IntN(3) == 0 {
			part := leaf(points(), false)
			for part.Measure.Kind == grading.Deduction {
				part = leaf(points(), false)
			}
			part.Extra = true
			i.Parts = append(i.Parts, part)
			if r.IntN(2) == 0 {
				i.Most = i.Points.Add(rule.Dec("0.5"))
			}
		}
		if r.IntN(4) == 0 {
			off := leaf(decimal.Decimal{}, false)
			off.Measure = &grading.Measure{Kind: grading.Deduction, Each: rule.Dec("1.5"), Most: rule.Dec("20")}
			i.Parts = append(i.Parts, off)
		}
		if spread || r.IntN(3) == 0 {
			i.Rounding = rounding()
		}
		return i
	}
	for {
		next = 0
		root := inner(0)
		rubric := grading.SocialOrganizationRubric()
		rubric.Points, rubric.Most, rubric.Rounding, rubric.Parts = root.Points, root.Most, root.Rounding, root.Parts
		if rubric.Validate() == nil {
			return rubric
		}
	}
}

func TestTableFaults(t *testing.T) {
	t.Parallel()
	e := evaluation(t)
	fresh := func() grading.Table {
		return randomTable(rand.New(rand.NewPCG(1, 2)), e.Rubric(), 50)
	}
	column := func(t *grading.Table, leaf string) *grading.Column {
		for i := range t.Columns {
			if t.Columns[i].Leaf == leaf {
				return &t.Columns[i]
			}
		}
		return nil
	}
	for name, c := range map[string]struct {
		change func(*grading.Table)
		path   string
		code   rule.Code
	}{
		"41 columns": {func(t *grading.Table) {
			t.Columns = append(t.Columns, grading.Column{Leaf: "x", Values: make([]int32, 50)})
		}, "columns[40]", grading.IndicatorUnknown},
		"39 columns":     {func(t *grading.Table) { t.Columns = t.Columns[:39] }, "columns", grading.ColumnMissing},
		"twice":          {func(t *grading.Table) { t.Columns[1] = t.Columns[0] }, "columns[1]", grading.ColumnTwice},
		"short":          {func(t *grading.Table) { t.Columns[3].Values = t.Columns[3].Values[:49] }, "columns[3]", grading.ColumnLength},
		"decimals":       {func(t *grading.Table) { t.Columns[3].Decimals = 7 }, "columns[3]", grading.ColumnDigits},
		"months":         {func(t *grading.Table) { t.Months = make([]uint8, 50) }, "months[17]", grading.MonthsRange},
		"months missing": {func(t *grading.Table) { t.Months = make([]uint8, 49) }, "months", grading.ColumnLength},
		"above":          {func(t *grading.Table) { column(t, "b13").Values[17] = 201 }, "b13[17]", grading.AnswerRange},
		"below":          {func(t *grading.Table) { column(t, "b14").Values[17] = -1 }, "b14[17]", grading.AnswerRange},
		"a count":        {func(t *grading.Table) { column(t, "b12").Values[17] = -3 }, "b12[17]", grading.AnswerCount},
		"a flag":         {func(t *grading.Table) { column(t, "a11").Values[17] = 2 }, "a11[17]", grading.AnswerType},
		"a veto":         {func(t *grading.Table) { column(t, "v1").Values[17] = 2 }, "v1[17]", grading.AnswerType},
		"applies":        {func(t *grading.Table) { column(t, "b13").Values[17] = grading.VoidCell }, "b13[17]", grading.AnswerVoid},
		"too fine":       {func(t *grading.Table) { c := column(t, "b13"); c.Decimals = 2; c.Values[17] = 1234 }, "[17].score", grading.ScoreStep},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table := fresh()
			c.change(&table)
			batch, err := e.Run(table)
			require.ErrorIs(t, err, c.code)
			assert.Nil(t, batch)
			var paths []string
			for _, problem := range rule.ProblemsOf(err) {
				paths = append(paths, problem.Path)
			}
			assert.Contains(t, paths, c.path, err.Error())
		})
	}
}

func TestExplainARow(t *testing.T) {
	t.Parallel()
	e := evaluation(t)
	table := randomTable(rand.New(rand.NewPCG(21, 22)), e.Rubric(), 20)
	page, err := e.Explain(table, 3, "synthetic-3", rule.Words("合成样例三号", "synthetic sample 3"))
	require.NoError(t, err)
	goldenPage(t, "explain-row", page)
}

// A batch takes memory a constant number of times, however many rows it has.
func TestRunTakesMemoryAConstantNumberOfTimes(t *testing.T) {
	e := evaluation(t)
	var times []float64
	for _, rows := range []int{2_000, 20_000} {
		table := randomTable(rand.New(rand.NewPCG(1, 2)), e.Rubric(), rows)
		times = append(times, testing.AllocsPerRun(2, func() {
			_, err := e.Run(table)
			require.NoError(t, err)
		}))
	}
	assert.InDelta(t, times[0], times[1], 3)
	assert.Less(t, times[1], 2_000.0)
}
