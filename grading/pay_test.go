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
	"github.com/sancheng-go/sancheng/funding/receipt"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func district() org.Territory { return org.Area("330211") }

func street(int) org.Territory { return org.Area("330211001") }

// What a scheme pays, tier by tier, is what the assessment says, whatever the
// amounts, months and order of the cases; nobody who is stopped is paid.
func TestTheSchemePaysWhatTheAssessmentSays(t *testing.T) {
	t.Parallel()
	g := zhaobaoshan(t)
	scheme, err := g.Policy().Subsidy.Scheme(district())
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(31, 32))
	var cases []grading.Case
	for i := range 400 {
		c := scored(strconv.Itoa(i), decimal.New(r.Int64N(1001), -1).String(), 1+r.IntN(12))
		c.Territory = street(i)
		c.Score.Valid = r.IntN(20) > 0
		if r.IntN(30) == 0 {
			c.Bars = []rule.Reason{{}}
		}
		cases = append(cases, c)
	}
	round, err := g.Round(cases)
	require.NoError(t, err)
	settled, err := funding.Settle(scheme, g.Requests(cases, round))
	require.NoError(t, err)
	assert.Equal(t, round.Paid, settled.Len())
	for _, a := range round.Assessments {
		i, found := settled.Find(a.ID)
		require.Equal(t, a.Outcome == grading.Paid, found)
		if found {
			award := settled.Award(i)
			assert.Equal(t, a.Payable, award.Total)
			assert.Equal(t, a.Shares, award.Cells)
			assert.Equal(t, funding.Money{}, award.Unmet)
		}
	}
	for j, account := range settled.Accounts() {
		assert.Equal(t, round.Shares[j], account.Paid)
	}
}

// A budget of one tier and a condition on the class are the scheme's to state.
func TestASchemeWithABudgetAndACondition(t *testing.T) {
	t.Parallel()
	g := zhaobaoshan(t)
	scheme, err := g.Policy().Subsidy.Scheme(district())
	require.NoError(t, err)
	scheme.Sources = scheme.Sources[:1]
	scheme.Sources[0].If = rule.IsOneOf(grading.FactGrade, rule.Word("class-1"), rule.Word("class-2"))
	scheme.Sources[0].Budget, scheme.Sources[0].Short = new(funding.Yuan(5000)), funding.Priority
	cases := []grading.Case{scored("a", "70", 12), scored("b", "80", 12), scored("c", "95", 12)}
	for i := range cases {
		cases[i].Territory = street(i)
	}
	round, err := g.Round(cases)
	require.NoError(t, err)
	settled, err := funding.Settle(scheme, g.Requests(cases, round))
	require.NoError(t, err)
	var paid []string
	for i := range settled.Len() {
		paid = append(paid, settled.Award(i).Total.String())
	}
	assert.Equal(t, []string{"0.00", "1500.00", "3500.00"}, paid)
}

// The amounts a funding scheme computes by class, score and months are those of
// the assessment, to the fen, whatever the rounding and the points of the ranges;
// the round computed again by another way agrees.
func TestTheFormulaPaysWhatTheAssessmentSays(t *testing.T) {
	t.Parallel()
	payer := grading.Payer{ID: "district", Label: rule.Words("区", "district"), Kind: funding.District}
	r := rand.New(rand.NewPCG(51, 52))
	for _, mode := range rule.Modes() {
		for first := range funding.Points() {
			p := grading.Zhaobaoshan2019()
			p.Subsidy.Rounding.Mode = mode
			amount := int64(0)
			for i := range p.Subsidy.Rates {
				rate := &p.Subsidy.Rates[len(p.Subsidy.Rates)-1-i]
				rate.From = funding.Fen(amount + 1 + r.Int64N(100_000))
				rate.To = funding.Fen(rate.From.Fen() + 1 + r.Int64N(100_001))
				amount = rate.To.Fen()
				rate.Point = funding.Points()[(first+i)%len(funding.Points())]
				if rate.Point == funding.BySteps {
					rate.Points, rate.Each = decimal.New(1+r.Int64N(40), -1), funding.Fen(1+r.Int64N(20_000))
				}
			}
			if first == 0 {
				p.Subsidy.Rates[0].To, p.Subsidy.Rates[0].Point = p.Subsidy.Rates[0].From, 0
			}
			g, err := grading.New(p)
			require.NoError(t, err)
			scheme, err := g.Formula(district(), payer)
			require.NoError(t, err)
			checkFormula(t, g, scheme, r)
		}
	}
	_, err := zhaobaoshan(t).Formula(district(), grading.Payer{})
	require.ErrorIs(t, err, rule.Required)
}

// checkFormula assesses scores on, just below and between all lines and settles
// them.
func checkFormula(t *testing.T, g *grading.Grader, scheme funding.Scheme, r *rand.Rand) {
	t.Helper()
	scores := []string{"50", "59.9", "60", "60.1", "74.9", "75", "75.1", "89.9", "90", "90.1", "99.9", "100"}
	for range 20 {
		scores = append(scores, decimal.New(600+r.Int64N(401), -1).String())
	}
	var cases []grading.Case
	for i, score := range scores {
		for months := 1; months <= 12; months++ {
			c := scored(fmt.Sprintf("%d-%s-%d", i, score, months), score, months)
			c.Territory = street(0)
			cases = append(cases, c)
		}
	}
	round, err := g.Round(cases)
	require.NoError(t, err)
	requests := g.Requests(cases, round)
	s, err := funding.Settle(scheme, requests)
	require.NoError(t, err)
	require.NoError(t, receipt.Verify(scheme, requests, s))
	assert.Equal(t, 30*12, s.Len())
	for _, a := range round.Assessments {
		i, found := s.Find(a.ID)
		require.Equal(t, a.Outcome == grading.Paid, found, a.ID)
		if found {
			require.Equal(t, a.Payable, s.Award(i).Total, a.ID)
			steps := s.Reasons(i, 0)
			require.Equal(t, a.Payable.Value(), steps[len(steps)-1].Output)
		}
	}
}

func TestSchemeFaultsAreNamed(t *testing.T) {
	t.Parallel()
	s := grading.Zhaobaoshan2019().Subsidy
	s.Payers[1].Kind = 0
	s.Payers[2].Weight = rule.Dec("-1")
	_, err := s.Scheme(district())
	var got []string
	for _, p := range rule.ProblemsOf(err) {
		got = append(got, p.Path+" "+string(p.Code))
	}
	assert.Equal(t, []string{"payers payers.weights", "payers[1].kind required"}, got)
	s.Payers = nil
	_, err = s.Scheme(district())
	require.ErrorIs(t, err, rule.Required)
	_, err = grading.Zhaobaoshan2019().Subsidy.Scheme(org.Territory{})
	require.Error(t, err)
}

// A batch is paid as its rows are, and its tiers pay what it says they share.
func TestTheSchemePaysABatch(t *testing.T) {
	t.Parallel()
	e := evaluation(t)
	table := randomTable(rand.New(rand.NewPCG(41, 42)), e.Rubric(), 3000)
	batch, err := e.Run(table)
	require.NoError(t, err)
	scheme, err := e.Grader().Policy().Subsidy.Scheme(district())
	require.NoError(t, err)
	settled, err := funding.Settle(scheme, batch.Requests(ids(3000), street))
	require.NoError(t, err)
	for j, account := range settled.Accounts() {
		assert.Equal(t, batch.Shares[j], account.Paid)
	}
	_, paid, unmet := settled.Totals()
	assert.True(t, paid.Equal(batch.Bill.Decimal()))
	assert.True(t, unmet.IsZero())
}

func ids(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("o%07d", i)
	}
	return out
}
