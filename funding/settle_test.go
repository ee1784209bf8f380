package funding_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/receipt"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

func territory(t testing.TB, code string) org.Territory {
	t.Helper()
	out, err := org.ParseTerritory(code)
	require.NoError(t, err)
	return out
}

func model(t testing.TB) funding.Scheme {
	t.Helper()
	return funding.OneThreeX(territory(t, "330211"))
}

func request(t testing.TB, id, asked, social string) funding.Request {
	t.Helper()
	a, err := funding.ParseMoney(asked)
	require.NoError(t, err)
	s, err := funding.ParseMoney(social)
	require.NoError(t, err)
	return funding.Request{ID: id, Organization: "org " + id, Territory: territory(t, "330211001"), Asked: a, Social: s}
}

func TestSettleOneThreeX(t *testing.T) {
	t.Parallel()
	s, err := funding.Settle(model(t), []funding.Request{
		request(t, "P1", "50000", "10000"),
		request(t, "P2", "100000.01", "30000"),
		request(t, "P3", "5000", "8000"),
	})
	require.NoError(t, err)
	want := [][]string{
		{"10000.00", "10000.00", "15000.00", "9000.00", "6000.00"},
		{"30000.00", "20000.00", "25000.01", "15000.00", "10000.00"},
		{"5000.00", "0.00", "0.00", "0.00", "0.00"},
	}
	for i, row := range want {
		for j, amount := range row {
			assert.Equal(t, amount, s.Cell(i, j).String(), "cell %d %d", i, j)
		}
		assert.Equal(t, "0.00", s.Award(i).Unmet.String())
	}
}

func TestSettleCutsProRata(t *testing.T) {
	t.Parallel()
	scheme := model(t)
	scheme.Sources[1].Budget = new(funding.Yuan(100))
	scheme.Sources[1].Short = funding.ProRata
	requests := []funding.Request{
		request(t, "C", "600", "100"), request(t, "A", "600", "100"), request(t, "B", "600", "100"),
	}
	s, err := funding.Settle(scheme, requests)
	require.NoError(t, err)
	// 100.00 over three equal claims: the fen left over goes to the lowest id
	assert.Equal(t, "33.33", s.Cell(0, 1).String())
	assert.Equal(t, "33.34", s.Cell(1, 1).String())
	assert.Equal(t, "33.33", s.Cell(2, 1).String())
	account := s.Accounts()[1]
	assert.True(t, account.Short)
	assert.Equal(t, "0.00", account.Left.String())
	assert.True(t, account.Claimed.Equal(decimal.NewFromInt(300)))
}

func TestSettleByPriority(t *testing.T) {
	t.Parallel()
	scheme := model(t)
	scheme.Sources[1].Budget = new(funding.Yuan(250))
	scheme.Sources[1].Short = funding.Priority
	requests := []funding.Request{
		request(t, "C", "600", "100"), request(t, "A", "600", "100"), request(t, "B", "600", "100"), request(t, "D", "600", "100"),
	}
	for i, score := range []string{"89.7", "89.70", "89.71", "50"} {
		requests[i].Score = new(rule.Dec(score))
	}
	s, err := funding.Settle(scheme, requests)
	require.NoError(t, err)
	var got []string
	for i := range requests {
		got = append(got, s.Cell(i, 1).String())
	}
	assert.Equal(t, []string{"50.00", "100.00", "100.00", "0.00"}, got)
}

// randomScheme returns a valid scheme with some of everything.
func randomScheme(t testing.TB, r *rand.Rand) funding.Scheme {
	t.Helper()
	district := territory(t, "330211")
	some := func(n int) bool { return r.IntN(n) == 0 }
	amount := func(n int64) *funding.Money { return new(funding.Fen(r.Int64N(n))) }
	step := func() funding.Rounding {
		return funding.Rounding{Mode: rule.Modes()[r.IntN(4)], Step: funding.Fen([]int64{1, 1, 10, 100, 700}[r.IntN(5)])}
	}
	scheme := funding.OneThreeX(district)
	scheme.Rounding, scheme.Sources = step(), nil
	scheme.Costs = []funding.Cost{
		{Item: "service", Title: rule.Words("服务", "service")},
		{Item: "feast", Title: rule.Words("宴请", "feast"), Excluded: true},
		{Item: "travel", Title: rule.Words("差旅", "travel"), Most: amount(200_000), Part: decimal.New(1+r.Int64N(1000), -3)},
	}
	if some(2) {
		scheme.InKind = &funding.InKind{Rate: decimal.New(1+r.Int64N(1000), -3), Most: amount(100_000)}
	}
	portions := int64(1000)
	for j := range 1 + r.IntN(6) {
		source := funding.Source{
			ID: fmt.Sprint("s", j), Title: rule.Words("来源", "source"), Kind: funding.Kinds()[r.IntN(9)], Territory: district,
			Rule: randomRule(r, &portions),
		}
		if base := r.IntN(j + 1); base < j && source.Rule.Method == funding.Share && some(2) {
			source.Rule.Of = fmt.Sprint("s", base)
		}
		if base := r.IntN(j + 1); base < j && some(4) {
			source.After = []string{fmt.Sprint("s", base)}
		}
		switch source.Rule.Method {
		case funding.Rest, funding.Portion, funding.LastPayer, funding.Secured:
		default:
			source.Beyond, source.Difference = some(4), some(4)
			if some(4) {
				source.Floor = amount(50_000)
			}
			if some(3) {
				source.Rule.Months = 12
			}
		}
		if some(3) {
			source.Cap = new(funding.Fen(50_000 + r.Int64N(500_000)))
		}
		if some(4) {
			source.CapShare = decimal.New(1+r.Int64N(1000), -3)
		}
		if some(5) {
			source.Least = amount(50_000)
		}
		if some(5) {
			source.Rounding = step()
		}
		if some(2) {
			source.Budget, source.Short = amount(5_000_000), funding.Shortages()[r.IntN(len(funding.Shortages()))]
		}
		policy := func() funding.Shortage { return funding.Shortages()[r.IntN(len(funding.Shortages()))] }
		if some(5) {
			source.Limits = append(source.Limits, funding.Limit{Per: funding.Pers()[r.IntN(len(funding.Pers()))], Most: *amount(1_000_000), Short: policy()})
		}
		if some(5) {
			source.Envelopes = []funding.Envelope{
				{ID: "near", Title: rule.Words("近", "near"), Territory: territory(t, "330211001"), Amount: *amount(1_000_000)},
				{ID: "large", Title: rule.Words("大", "large"), If: rule.InRange("asked", rule.AtLeast(rule.Dec("5000"))), Amount: *amount(1_000_000)},
			}
			source.Pool, source.Short = some(2), policy()
			if source.Budget != nil {
				source.Budget = new(funding.Fen(2_000_000 + r.Int64N(3_000_000)))
			}
		}
		if base := r.IntN(j + 1); base < j && scheme.Sources[base].Budget != nil && source.Budget != nil && some(2) {
			scheme.Sources[base].Next = source.ID
		}
		switch r.IntN(6) {
		case 0:
			source.If = rule.InRange("asked", rule.AtLeast(decimal.New(r.Int64N(500_000), -2)))
		case 1:
			source.If = rule.InRange("social_share", rule.AtLeast(decimal.New(r.Int64N(100), -2)))
		}
		scheme.Sources = append(scheme.Sources, source)
	}
	scheme.Backfill = some(2)
	for j := range scheme.Sources { // what turns out not to be later is no next in line
		if next := scheme.Sources[j].Next; next != "" && scheme.Validate() != nil {
			scheme.Sources[j].Next = ""
		}
	}
	if len(scheme.Sources) > 1 && some(3) {
		// a last payer anywhere in the list, that nobody asks for
		k := len(scheme.Sources) - 1
		scheme.Sources[k].Rule, scheme.Sources[k].Floor, scheme.Sources[k].Difference = funding.Rule{Method: funding.LastPayer}, nil, false
		scheme.Sources[0], scheme.Sources[k] = scheme.Sources[k], scheme.Sources[0]
		if scheme.Validate() != nil {
			scheme.Sources[0], scheme.Sources[k] = scheme.Sources[k], scheme.Sources[0]
		}
	}
	return scheme
}

// randomRule returns a valid rule; portions is what the fixed parts may still
// take of a rest, in thousandths.
func randomRule(r *rand.Rand, portions *int64) funding.Rule {
	ratio := decimal.New(1+r.Int64N(1000), -3)
	part := 1 + r.Int64N(500)
	switch r.IntN(11) {
	case 0:
		return funding.Rule{Method: funding.Fixed, Amount: funding.Fen(1 + r.Int64N(1_000_000))}
	case 1:
		return funding.Rule{Method: funding.Share, Ratio: ratio}
	case 2:
		return funding.Rule{Method: funding.Match, Ratio: ratio.Mul(decimal.NewFromInt(2))}
	case 3:
		return funding.Rule{Method: funding.PerPoint, Amount: funding.Fen(1 + r.Int64N(10_000))}
	case 4:
		return funding.Rule{Method: funding.Match, Tiers: []funding.Tier{
			{In: rule.AtMost(rule.Dec("1000")).AtLeast(rule.Dec("0")), Is: rule.Dec("1")},
			{In: rule.Above(rule.Dec("1000")), Is: rule.Dec("0.5")},
		}}
	case 5:
		return funding.Rule{Method: funding.Secured}
	case 6:
		return funding.Rule{Method: funding.ByBand, Fact: "score", Bands: []band.Row[funding.Money]{
			{In: rule.AtLeast(rule.Dec("50")).Below(rule.Dec("75")), Is: funding.Fen(r.Int64N(100_000))},
			{In: rule.AtLeast(rule.Dec("75")), Is: funding.Fen(r.Int64N(1_000_000))},
		}}
	case 7:
		return funding.Rule{Method: funding.PerUnit, Amount: funding.Fen(1 + r.Int64N(100_000))}
	case 8:
		if part <= *portions {
			*portions -= part
			return funding.Rule{Method: funding.Portion, Ratio: decimal.New(part, -3)}
		}
	case 9:
		s := randomSpan(r)
		s.To = funding.Fen(s.From.Fen() + 700*(1+r.Int64N(1000))) // whole steps of every rounding
		return funding.Rule{Method: funding.ByCase, Cases: []funding.Case{
			{If: rule.InRange("asked", rule.AtLeast(rule.Dec("9000"))), Amount: funding.Fen(r.Int64N(100_000))},
			{If: rule.InRange("asked", rule.AtLeast(rule.Dec("500"))), Span: &s},
		}}
	}
	return funding.Rule{Method: funding.Rest, Ratio: ratio}
}

func randomRequests(t testing.TB, r *rand.Rand, n int) []funding.Request {
	t.Helper()
	homes := []org.Territory{territory(t, "330211001"), territory(t, "330211001203"), territory(t, "330211002"), territory(t, "330211")}
	requests := make([]funding.Request, n)
	for i := range requests {
		requests[i] = funding.Request{
			ID: fmt.Sprintf("R%05d", i), Organization: fmt.Sprint("synthetic ", r.IntN(8)), Territory: homes[r.IntN(len(homes))],
			Date:  rule.Day(2025+r.IntN(2), 1+r.IntN(2), 1+r.IntN(20)),
			Asked: funding.Fen(r.Int64N(1_000_000)), Social: funding.Fen(r.Int64N(400_000)),
			Score: new(decimal.New(r.Int64N(1000), -1)), Units: 1 + r.Int64N(20), Months: 1 + r.Int64N(14),
			InKind: funding.Fen(r.Int64N(300_000)), Received: funding.Fen(r.Int64N(60_000) * r.Int64N(2)),
		}
		switch r.IntN(3) {
		case 0:
			requests[i].Eligible = new(funding.Fen(r.Int64N(1_000_000)))
		case 1:
			requests[i].Items = []funding.Item{
				{Item: "service", Amount: funding.Fen(r.Int64N(500_000))},
				{Item: "travel", Amount: funding.Fen(r.Int64N(300_000))},
				{Item: "feast", Amount: funding.Fen(r.Int64N(100_000))},
				{Item: "travel", Amount: funding.Fen(r.Int64N(300_000))},
			}
		}
	}
	return requests
}

func TestSettleProperties(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		checkSettle(t, rand.New(rand.NewPCG(seed, 1)))
	}
}

func checkSettle(t *testing.T, r *rand.Rand) {
	t.Helper()
	scheme := randomScheme(t, r)
	require.NoError(t, scheme.Validate())
	requests := randomRequests(t, r, r.IntN(30))
	s, err := funding.Settle(scheme, requests)
	require.NoError(t, err)

	columns := make([]int64, len(scheme.Sources))
	for i := range requests {
		a := s.Award(i)
		row, within := int64(0), int64(0)
		for j, cell := range a.Cells {
			require.GreaterOrEqual(t, cell.Fen(), int64(0))
			row += cell.Fen()
			columns[j] += cell.Fen()
			if !scheme.Sources[j].Beyond {
				within += cell.Fen()
			}
			if limit := scheme.Sources[j].Cap; limit != nil {
				require.LessOrEqual(t, cell.Fen(), limit.Fen())
			}
			checkReasons(t, s, i, j)
		}
		require.Equal(t, row, a.Total.Fen())
		require.LessOrEqual(t, within, requests[i].Asked.Fen())
		require.Equal(t, max(0, requests[i].Asked.Fen()-row), a.Unmet.Fen())
	}
	in, out := int64(0), int64(0)
	for j, account := range s.Accounts() {
		require.Equal(t, columns[j], account.Paid.Fen())
		in, out = in+account.In.Fen(), out+account.Out.Fen()
		if account.Budget != nil {
			require.Equal(t, account.Budget.Fen()+account.In.Fen(), account.Paid.Fen()+account.Left.Fen()+account.Out.Fen())
			require.GreaterOrEqual(t, account.Left.Fen(), int64(0))
		}
	}
	require.Equal(t, in, out, "what one passes on another receives")

	require.NoError(t, receipt.Verify(scheme, requests, s), "the round computed again")

	shuffled := append([]funding.Request{}, requests...)
	r.Shuffle(len(shuffled), func(a, b int) { shuffled[a], shuffled[b] = shuffled[b], shuffled[a] })
	again, err := funding.Settle(scheme, shuffled)
	require.NoError(t, err)
	for i := range requests {
		k, ok := again.Find(requests[i].ID)
		require.True(t, ok)
		require.Equal(t, s.Award(i), again.Award(k), "the order of the requests changed an award")
	}
}

// checkReasons demands that the steps of a cell lead to its amount and that
// their arithmetic can be done again.
func checkReasons(t testing.TB, s *funding.Settlement, i, j int) {
	t.Helper()
	reasons := s.Reasons(i, j)
	require.NotEmpty(t, reasons)
	var steps []funding.Step
	for k, these := range s.Steps(j) {
		if k == i {
			steps = these
			break
		}
	}
	require.Len(t, steps, len(reasons), "the steps in short are the reasons")
	for k, step := range steps {
		require.Equal(t, reasons[k].Code, step.Code)
		require.True(t, reasons[k].Output.Equal(step.Amount.Value()))
	}
	for _, reason := range reasons {
		if again, ok := reason.Replay(); ok {
			require.True(t, again.Equal(reason.Output), "%s", reason.In(language.English))
		}
	}
	require.True(t, reasons[len(reasons)-1].Output.Equal(s.Cell(i, j).Value()))
}
