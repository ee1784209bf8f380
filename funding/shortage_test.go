package funding_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// asking returns a request for each amount, A, B, C …, scored 90, 80, 80, 70, 60
// and dated from the fifth day backwards.
func asking(t testing.TB, amounts ...string) []funding.Request {
	t.Helper()
	scores := []string{"90", "80", "80", "70", "60"}
	requests := make([]funding.Request, len(amounts))
	for i, amount := range amounts {
		requests[i] = request(t, string(rune('A'+i)), amount, "0")
		requests[i].Score, requests[i].Date = new(rule.Dec(scores[i])), rule.Day(2026, 1, 5-i)
	}
	return requests
}

// column returns what the j-th source pays for each request.
func column(s *funding.Settlement, j int) []string {
	out := []string{}
	for i := range s.Len() {
		out = append(out, s.Cell(i, j).String())
	}
	return out
}

// whole is a source that pays whatever is asked, out of a budget.
func whole(t testing.TB, budget string, short funding.Shortage) funding.Source {
	t.Helper()
	source := funding.Source{Rule: funding.Rule{Method: funding.Share, Ratio: rule.Dec("1")}, Short: short}
	if budget != "" {
		source.Budget = yuan(t, budget)
	}
	return source
}

func TestShortagePolicies(t *testing.T) {
	t.Parallel()
	five := []string{"100", "200", "300", "400", "0"}
	for name, c := range map[string]struct {
		short  funding.Shortage
		budget string
		want   []string
		left   string
	}{
		"pro rata":                            {funding.ProRata, "500", []string{"50.00", "100.00", "150.00", "200.00", "0.00"}, "0.00"},
		"pro rata, an odd fen to the first":   {funding.ProRata, "0.05", []string{"0.01", "0.01", "0.01", "0.02", "0.00"}, "0.00"},
		"by score":                            {funding.Priority, "350", []string{"100.00", "200.00", "50.00", "0.00", "0.00"}, "0.00"},
		"all but a fen":                       {funding.EqualCut, "999.99", []string{"99.99", "199.98", "299.97", "399.96", "0.00"}, "0.09"},
		"one rate for all":                    {funding.EqualCut, "500.09", []string{"50.00", "100.00", "150.00", "200.00", "0.00"}, "0.09"},
		"one rate for all, a step further":    {funding.EqualCut, "500.10", []string{"50.01", "100.02", "150.03", "200.04", "0.00"}, "0.00"},
		"equal awards":                        {funding.ByEqualAwards, "500", []string{"100.00", "133.34", "133.33", "133.33", "0.00"}, "0.00"},
		"equal awards, all but one met":       {funding.ByEqualAwards, "999.99", []string{"100.00", "200.00", "300.00", "399.99", "0.00"}, "0.00"},
		"equal losses":                        {funding.ByEqualLosses, "500", []string{"0.00", "66.67", "166.67", "266.66", "0.00"}, "0.00"},
		"cut off above those who do not fit":  {funding.CutOff, "599.99", []string{"100.00", "0.00", "0.00", "0.00", "0.00"}, "499.99"},
		"cut off where the equal ones fit":    {funding.CutOff, "600", []string{"100.00", "200.00", "300.00", "0.00", "0.00"}, "0.00"},
		"cut off at nobody":                   {funding.CutOff, "99.99", []string{"0.00", "0.00", "0.00", "0.00", "0.00"}, "99.99"},
		"first come, the latest first listed": {funding.FirstCome, "750", []string{"0.00", "50.00", "300.00", "400.00", "0.00"}, "0.00"},
		"enough":                              {funding.EqualCut, "1000", []string{"100.00", "200.00", "300.00", "400.00", "0.00"}, "0.00"},
		"nothing":                             {funding.ByEqualLosses, "0", []string{"0.00", "0.00", "0.00", "0.00", "0.00"}, "0.00"},
	} {
		s, err := funding.Settle(one(t, whole(t, c.budget, c.short)), asking(t, five...))
		require.NoError(t, err)
		assert.Equal(t, c.want, column(s, 0), name)
		assert.Equal(t, c.left, s.Accounts()[0].Left.String(), name)
		for i := range s.Len() {
			checkReasons(t, s, i, 0)
			for _, reason := range s.Reasons(i, 0) {
				assert.NotContains(t, reason.In(language.Chinese), "{", name)
			}
		}
	}
}

// What one policy awards of a budget is what its dual takes away where the rest
// is the budget, the order among equals reversed.
func TestSettledEqualAwardsAndLossesAreDual(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 5))
	for range 200 {
		n := 1 + r.IntN(9)
		var forward, backward []funding.Request
		total := int64(0)
		for i := range n {
			asked := r.Int64N(1000)
			total += asked
			one := request(t, fmt.Sprintf("R%d", i), funding.Fen(asked).String(), "0")
			forward = append(forward, one)
			one.ID = fmt.Sprintf("R%d", n-1-i)
			backward = append(backward, one)
		}
		budget := r.Int64N(total + 1)
		settle := func(short funding.Shortage, fen int64, requests []funding.Request) *funding.Settlement {
			s, err := funding.Settle(one(t, whole(t, funding.Fen(fen).String(), short)), requests)
			require.NoError(t, err)
			return s
		}
		awards := settle(funding.ByEqualAwards, budget, forward)
		losses := settle(funding.ByEqualLosses, total-budget, backward)
		for i := range n {
			require.Equal(t, forward[i].Asked.Fen()-awards.Cell(i, 0).Fen(), losses.Cell(i, 0).Fen())
		}
	}
}

func TestPoliciesAskForWhatTheyNeed(t *testing.T) {
	t.Parallel()
	bare := []funding.Request{request(t, "A", "1", "0")}
	for short, want := range map[funding.Shortage][]string{
		funding.Priority: {"requests[0].score required"}, funding.CutOff: {"requests[0].score required"}, funding.FirstCome: {"requests[0].date required"},
		funding.ProRata: {},
	} {
		_, err := funding.Settle(one(t, whole(t, "1", short)), bare)
		assert.Equal(t, want, faults(err), short)
	}
	source := whole(t, "", 0)
	source.Limits = []funding.Limit{{Per: funding.PerYear, Short: funding.ProRata}}
	_, err := funding.Settle(one(t, source), bare)
	assert.Equal(t, []string{"requests[0].date required"}, faults(err))
}

func TestLimits(t *testing.T) {
	t.Parallel()
	requests := asking(t, "100", "200", "300", "400")
	towns := []string{"330211001", "330211001203", "330211002", "330211"}
	for i, org := range []string{"x", "x", "y", "x"} {
		requests[i].Organization, requests[i].Territory = org, territory(t, towns[i])
	}
	requests[3].Date = rule.Day(2025, 12, 31)
	for per, want := range map[funding.Per][]string{
		funding.PerOrganization:     {"42.86", "85.71", "300.00", "171.43"},
		funding.PerOrganizationYear: {"100.00", "200.00", "300.00", "300.00"},
		funding.PerTown:             {"100.00", "200.00", "300.00", "300.00"},
		funding.PerVillage:          {"100.00", "200.00", "300.00", "300.00"},
		funding.PerYear:             {"50.00", "100.00", "150.00", "300.00"},
	} {
		source := whole(t, "", 0)
		source.Limits = []funding.Limit{{Per: per, Most: funding.Yuan(300), Short: funding.ProRata}}
		s, err := funding.Settle(one(t, source), requests)
		require.NoError(t, err)
		assert.Equal(t, want, column(s, 0), per)
	}

	// first each organization, then each town, then the budget
	source := whole(t, "300", funding.ByEqualAwards)
	source.Limits = []funding.Limit{
		{Per: funding.PerOrganization, Most: funding.Yuan(350), Short: funding.ProRata}, // 50, 100, 300, 200
		{Per: funding.PerTown, Most: funding.Yuan(120), Short: funding.ByEqualLosses},   // 35, 85, 120, 120
	}
	s, err := funding.Settle(one(t, source), requests)
	require.NoError(t, err)
	assert.Equal(t, []string{"35.00", "85.00", "90.00", "90.00"}, column(s, 0))
	var codes []string
	for _, reason := range s.Reasons(3, 0) {
		codes = append(codes, string(reason.Code)+" "+reason.Output.In(language.English))
	}
	assert.Equal(t, []string{
		"award.share ¥400.00", "award.cut-pro-rata ¥200.00", "award.cut-by-equal ¥120.00", "award.cut-to-equal ¥90.00",
	}, codes)
	assert.Equal(t, "limit per town (subdistrict) ¥120.00 is short of ¥200.00, equal losses: ¥80.00 off each, claim ¥200.00", s.Reasons(3, 0)[2].In(language.English))
}

func TestEnvelopesAndPool(t *testing.T) {
	t.Parallel()
	source := whole(t, "1000", funding.ProRata)
	source.Envelopes = []funding.Envelope{
		{ID: "aged", Title: rule.Words("养老类额度", "envelope for the aged"), If: rule.IsOneOf("category", rule.Word("aged")), Amount: funding.Yuan(300)},
		{ID: "town", Title: rule.Words("街道额度", "envelope of the subdistrict"), Territory: territory(t, "330211002"), Amount: funding.Yuan(300)},
	}
	scheme := one(t, source)
	scheme.Facts = rule.Vocabulary{"category": {Type: rule.TextType, Label: rule.Words("类别", "category")}}
	requests := asking(t, "400", "200", "100", "500")
	for i, category := range []string{"aged", "aged", "other", "other"} {
		requests[i].Facts = rule.FactMap{"category": rule.Word(category)}
	}
	requests[2].Territory = territory(t, "330211002")
	s, err := funding.Settle(scheme, requests)
	require.NoError(t, err)
	assert.Equal(t, []string{"200.00", "100.00", "100.00", "400.00"}, column(s, 0))
	assert.Equal(t, "200.00", s.Accounts()[0].Left.String())
	assert.Equal(t, "envelope for the aged ¥300.00 is short of ¥600.00, pro rata: ¥400.00 × ¥300.00 ÷ ¥600.00, largest remainder", s.Reasons(0, 0)[1].In(language.English))

	scheme.Sources[0].Pool = true // the subdistrict's 200 over what was cut: 200, 100 and 100
	s, err = funding.Settle(scheme, requests)
	require.NoError(t, err)
	assert.Equal(t, []string{"300.00", "150.00", "100.00", "450.00"}, column(s, 0))
	golden(t, "testdata/pool.zh.txt", s.Explain(0).In(language.Chinese))
	golden(t, "testdata/pool.en.txt", s.Explain(0).In(language.English))

	scheme.Sources[0].Budget = yuan(t, "600") // nothing for those in no envelope
	scheme.Sources[0].Pool = false
	s, err = funding.Settle(scheme, requests)
	require.NoError(t, err)
	assert.Equal(t, []string{"200.00", "100.00", "100.00", "0.00"}, column(s, 0))
	scheme.Sources[0].Budget = nil // no limit for them
	s, err = funding.Settle(scheme, requests)
	require.NoError(t, err)
	assert.Equal(t, []string{"200.00", "100.00", "100.00", "500.00"}, column(s, 0))
}

func TestUnspentMoneyGoesToTheNextInLine(t *testing.T) {
	t.Parallel()
	first, second := whole(t, "500", funding.ProRata), whole(t, "100", funding.ProRata)
	first.Rule.Ratio, first.Next, second.Beyond = rule.Dec("0.5"), "b", true
	s, err := funding.Settle(one(t, first, second), asking(t, "100", "200", "300"))
	require.NoError(t, err)
	assert.Equal(t, []string{"50.00", "100.00", "150.00"}, column(s, 0))
	assert.Equal(t, []string{"50.00", "100.00", "150.00"}, column(s, 1), "100 of its own and 200 that the first left")
	accounts := s.Accounts()
	assert.Equal(t, "0.00", accounts[0].Left.String())
	assert.Equal(t, "200.00", accounts[0].Out.String())
	assert.Equal(t, "200.00", accounts[1].In.String())
	assert.Equal(t, "0.00", accounts[1].Left.String())
}

func TestBackfill(t *testing.T) {
	t.Parallel()
	rest := func(weight, budget string) funding.Source {
		source := whole(t, budget, 0)
		source.Rule = funding.Rule{Method: funding.Rest, Ratio: rule.Dec(weight)}
		if budget != "" {
			source.Short = funding.ProRata
		}
		return source
	}
	district, subdistrict, community := rest("50", ""), rest("30", "100"), rest("20", "")
	community.Cap = yuan(t, "150")
	scheme := one(t, district, subdistrict, community)
	requests := asking(t, "1000", "1000")
	s, err := funding.Settle(scheme, requests)
	require.NoError(t, err)
	assert.Equal(t, []string{"500.00", "50.00", "150.00"}, []string{s.Cell(0, 0).String(), s.Cell(0, 1).String(), s.Cell(0, 2).String()})

	scheme.Backfill = true // the subdistrict and the community are out after the first round
	s, err = funding.Settle(scheme, requests)
	require.NoError(t, err)
	assert.Equal(t, []string{"800.00", "50.00", "150.00"}, []string{s.Cell(0, 0).String(), s.Cell(0, 1).String(), s.Cell(0, 2).String()})
	golden(t, "testdata/backfill.zh.txt", s.Explain(0).In(language.Chinese))
	golden(t, "testdata/backfill.en.txt", s.Explain(0).In(language.English))

	// three rounds for three sources: one drops out in each
	scheme.Sources[2].Cap = yuan(t, "210") // reached in the second round, 200 in the first
	scheme.Sources[0].Budget, scheme.Sources[0].Short = yuan(t, "1450"), funding.Priority
	s, err = funding.Settle(scheme, requests)
	require.NoError(t, err)
	assert.Equal(t, []string{"740.00", "50.00", "210.00"}, []string{s.Cell(0, 0).String(), s.Cell(0, 1).String(), s.Cell(0, 2).String()})
	assert.Equal(t, []string{"710.00", "50.00", "210.00"}, []string{s.Cell(1, 0).String(), s.Cell(1, 1).String(), s.Cell(1, 2).String()})
	for j := range 3 {
		checkReasons(t, s, 0, j)
		checkReasons(t, s, 1, j)
	}
}

// An envelope's or a neighbour's money is never idle while a claim it could
// meet is cut: with backfill and budgets that are short pro rata, a request is
// unmet only if every source that takes part has nothing left.
func TestBackfillLeavesNothingIdle(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 9))
	for range 200 {
		var sources []funding.Source
		for range 1 + r.IntN(5) {
			source := whole(t, funding.Fen(r.Int64N(20_000)).String(), funding.ProRata)
			source.Rule = funding.Rule{Method: funding.Rest, Ratio: rule.Dec(fmt.Sprint(1 + r.IntN(9)))}
			sources = append(sources, source)
		}
		scheme := one(t, sources...)
		scheme.Backfill = true
		var requests []funding.Request
		for i := range 1 + r.IntN(8) {
			requests = append(requests, request(t, fmt.Sprint("R", i), funding.Fen(r.Int64N(10_000)).String(), "0"))
		}
		s, err := funding.Settle(scheme, requests)
		require.NoError(t, err)
		_, _, unmet := s.Totals()
		left := int64(0)
		for _, account := range s.Accounts() {
			left += account.Left.Fen()
		}
		require.True(t, unmet.IsZero() || left == 0, "unmet %s, left %d fen", unmet, left)
	}
}

func TestCarryOver(t *testing.T) {
	t.Parallel()
	carries, lapses, gone := whole(t, "500", funding.ProRata), whole(t, "70", funding.ProRata), whole(t, "30", funding.ProRata)
	carries.Carry = &funding.Carry{Share: rule.Dec("0.5"), Most: yuan(t, "199.99")}
	gone.Carry = &funding.Carry{Share: rule.Dec("1")}
	scheme := one(t, carries, lapses, gone)
	s, err := funding.Settle(scheme, asking(t, "100"))
	require.NoError(t, err)
	scheme.Sources = scheme.Sources[:2]
	next, reasons, err := s.CarryOver(scheme)
	require.NoError(t, err)
	assert.Equal(t, "699.99", next.Sources[0].Budget.String())
	assert.Equal(t, "70.00", next.Sources[1].Budget.String())
	assert.Equal(t, "500.00", scheme.Sources[0].Budget.String(), "the scheme given stays as it was")
	var said []string
	for _, reason := range reasons {
		said = append(said, reason.In(language.English))
	}
	assert.Equal(t, []string{
		"source a has ¥400.00 left; ¥199.99 goes on to the next round", "source a has ¥400.00 left; ¥200.01 lapses",
		"source b has ¥70.00 left; ¥70.00 lapses", "source c has ¥30.00 left; ¥30.00 lapses",
	}, said)
	scheme.Sources[0].Budget = new(funding.Fen(999_999_999_999_999_999))
	_, _, err = s.CarryOver(scheme)
	assert.Equal(t, []string{"sources.a.budget money.range"}, faults(err))
}

func TestMoneyThatContradictsItself(t *testing.T) {
	t.Parallel()
	bad := whole(t, "100", 0)
	bad.Limits = []funding.Limit{{Most: funding.Fen(-1)}}
	bad.Envelopes = []funding.Envelope{
		{ID: "a", Title: rule.Words("甲", "a"), Territory: org.Area("330211"), Amount: funding.Yuan(60)},
		{ID: "a", Territory: org.Area("330211001"), If: rule.Is("nothing"), Amount: funding.Yuan(60)},
		{Amount: funding.Fen(-1)},
	}
	bad.Next, bad.Carry = "a", &funding.Carry{Share: rule.Dec("2")}
	loose := whole(t, "", 0)
	loose.Pool, loose.Next = true, "c"
	scheme := one(t, bad, loose, whole(t, "", 0))
	scheme.Sources[0].Short = 0
	assert.Equal(t, []string{
		"sources[0].carry.share scheme.ratio-range", "sources[0].envelopes scheme.envelopes-above-budget",
		"sources[0].envelopes[1] scheme.envelope-unreachable", "sources[0].envelopes[1].id scheme.envelope-twice",
		"sources[0].envelopes[1].if.fact fact.unknown", "sources[0].envelopes[1].title required",
		"sources[0].envelopes[2].amount amount.negative", "sources[0].envelopes[2].id required", "sources[0].envelopes[2].title required",
		"sources[0].limits[0].most amount.negative", "sources[0].limits[0].per required", "sources[0].limits[0].short required",
		"sources[0].next scheme.next-and-carry", "sources[0].next scheme.next-not-later", "sources[0].short required",
		"sources[1].budget required", "sources[1].next scheme.next-unlimited", "sources[1].pool scheme.pool-no-envelopes",
	}, faults(scheme.Validate()))
}
