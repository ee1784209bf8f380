package funding_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// faults returns "path code" of every problem in err.
func faults(err error) []string {
	out := []string{}
	for _, p := range rule.ProblemsOf(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

func TestSchemeFaults(t *testing.T) {
	t.Parallel()
	match := funding.Rule{Method: funding.Match, Ratio: rule.Dec("1")}
	for name, c := range map[string]struct {
		change func(*funding.Scheme)
		want   []string
	}{
		"no sources": {
			func(s *funding.Scheme) { s.Sources = nil },
			[]string{"sources scheme.no-sources"},
		},
		"no rounding, no territory": {
			func(s *funding.Scheme) { s.Rounding, s.Territory = funding.Rounding{}, territory(t, "33") },
			[]string{"rounding.mode required", "rounding.step rounding.step"},
		},
		"two sources with one id": {
			func(s *funding.Scheme) { s.Sources[1].ID = "social" },
			[]string{"sources[1].id scheme.source-twice"},
		},
		"negative cap and budget, no policy": {
			func(s *funding.Scheme) {
				s.Sources[1].Cap, s.Sources[1].Budget = new(funding.Fen(-1)), new(funding.Fen(-1))
			},
			[]string{"sources[1].budget amount.negative", "sources[1].cap amount.negative", "sources[1].short required"},
		},
		"a policy without a budget": {
			func(s *funding.Scheme) { s.Sources[1].Short = funding.ProRata },
			[]string{"sources[1].short scheme.short-no-budget"},
		},
		"a share above one": {
			func(s *funding.Scheme) {
				s.Sources[1].Rule = funding.Rule{Method: funding.Share, Ratio: rule.Dec("1.01")}
			},
			[]string{"sources[1].rule.ratio scheme.ratio-range"},
		},
		"a ratio with an enormous exponent": {
			func(s *funding.Scheme) { s.Sources[1].Rule.Ratio = decimal.New(1, 2_000_000_000) },
			[]string{"sources[1].rule.ratio scheme.ratio-range"},
		},
		"a ratio with endless decimals": {
			func(s *funding.Scheme) { s.Sources[1].Rule.Ratio = decimal.New(1, -2_000_000_000) },
			[]string{"sources[1].rule.ratio scheme.ratio-digits"},
		},
		"parameters of other methods": {
			func(s *funding.Scheme) {
				s.Sources[1].Rule = funding.Rule{Method: funding.Secured, Ratio: rule.Dec("1"), Amount: funding.Yuan(1), Tiers: []funding.Tier{}}
			},
			[]string{
				"sources[1].rule.amount scheme.parameter-unused", "sources[1].rule.ratio scheme.parameter-unused",
				"sources[1].rule.tiers band.gap", "sources[1].rule.tiers scheme.parameter-unused",
			},
		},
		"tiers with a hole and an end within a fen": {
			func(s *funding.Scheme) {
				s.Sources[1].Rule = funding.Rule{Method: funding.Match, Tiers: []funding.Tier{
					{In: rule.AtLeast(rule.Dec("0")).AtMost(rule.Dec("10000.005")), Is: rule.Dec("1")},
					{In: rule.Above(rule.Dec("20000")), Is: rule.Dec("0.5")},
				}}
			},
			[]string{"sources[1].rule.tiers band.gap", "sources[1].rule.tiers[0].in scheme.tier-edge"},
		},
		"money of a level from a territory below it": {
			func(s *funding.Scheme) {
				s.Sources[2].Territory, s.Sources[3].Territory = territory(t, "330211001"), territory(t, "330206")
			},
			[]string{"sources[2].territory scheme.territory-level", "sources[3].territory territory.outside"},
		},
		"a condition on what a later source pays": {
			func(s *funding.Scheme) {
				s.Sources[0].If = rule.InRange("paid.lottery", rule.Above(rule.Dec("0")))
				s.Sources[2].If = rule.InRange("paid.lottery", rule.Above(rule.Dec("0")))
			},
			[]string{"sources[0].if.fact fact.unknown"},
		},
		"nothing stated": {
			func(s *funding.Scheme) { s.Sources = append(s.Sources, funding.Source{}) },
			[]string{
				"sources[5].id required", "sources[5].kind required", "sources[5].rule.method required", "sources[5].title required",
			},
		},
		"all right": {func(s *funding.Scheme) { s.Sources[1].Rule = match }, []string{}},
	} {
		s := model(t)
		c.change(&s)
		assert.Equal(t, c.want, faults(s.Validate()), name)
	}
}

func TestRequestFaults(t *testing.T) {
	t.Parallel()
	scheme := model(t)
	scheme.Period.Until = rule.Day(2016, 1, 1)
	scheme.Sources[1].Budget, scheme.Sources[1].Short = new(funding.Yuan(1)), funding.Priority
	requests := []funding.Request{
		{},
		{
			ID: "A", Organization: "a", Territory: territory(t, "330206"), Asked: funding.Fen(-1), Social: funding.Fen(-2), Eligible: new(funding.Fen(-3)),
			Score: new(rule.Dec("-1")), Units: -1, Date: rule.Day(2016, 1, 1),
		},
		{ID: "A", Organization: "a", Territory: territory(t, "330211"), Score: new(decimal.New(1, 1_000_000))},
	}
	s, err := funding.Settle(scheme, requests)
	assert.Nil(t, s)
	assert.Equal(t, []string{
		"requests[0].id required", "requests[0].organization required", "requests[0].score required", "requests[0].territory required",
		"requests[1].asked amount.negative", "requests[1].date request.date-outside", "requests[1].eligible amount.negative",
		"requests[1].score request.score-range", "requests[1].social amount.negative", "requests[1].territory territory.outside",
		"requests[1].units request.units-range",
		"requests[2].id request.twice", "requests[2].score request.score-range",
	}, faults(err))
	require.ErrorIs(t, err, funding.RequestTwice)
	require.ErrorIs(t, err, rule.Required)
	require.NotErrorIs(t, err, band.Gap)

	scheme.Sources = nil
	_, err = funding.Settle(scheme, requests)
	assert.Equal(t, []string{"scheme.sources scheme.no-sources"}, faults(err))
}

func TestAwardBeyondTheRangeOfMoney(t *testing.T) {
	t.Parallel()
	scheme := model(t)
	most := funding.Fen(999_999_999_999_999_999)
	scheme.Sources = scheme.Sources[:2]
	for j := range scheme.Sources {
		scheme.Sources[j].Rule, scheme.Sources[j].Beyond, scheme.Sources[j].Cap = funding.Rule{Method: funding.Fixed, Amount: most}, true, nil
	}
	one := request(t, "A", "1", "0")
	_, err := funding.Settle(scheme, []funding.Request{one})
	assert.Equal(t, []string{"requests[0] award.total-range"}, faults(err))
	two := one
	two.ID = "B"
	_, err = funding.Settle(scheme, []funding.Request{one, two})
	require.ErrorIs(t, err, funding.AwardRange)
}

func TestConditionOnEarlierPayment(t *testing.T) {
	t.Parallel()
	scheme := model(t)
	scheme.Sources[4].If = rule.InRange("paid.lottery", rule.Above(rule.Dec("0")))
	s, err := funding.Settle(scheme, []funding.Request{request(t, "A", "1000", "0"), request(t, "B", "1000", "100")})
	require.NoError(t, err)
	assert.Equal(t, "0.00", s.Cell(0, 4).String(), "the lottery fund pays nothing, so the community does not")
	assert.Equal(t, "160.00", s.Cell(1, 4).String())
	reasons := s.Reasons(0, 4)
	require.Len(t, reasons, 1)
	assert.Equal(t, funding.NotEligible, reasons[0].Code)
	assert.NotEmpty(t, reasons[0].Parts)
}

func TestSchemeJSON(t *testing.T) {
	t.Parallel()
	data, err := funding.EncodeScheme(model(t))
	require.NoError(t, err)
	golden(t, "testdata/one-three-x.json", string(data))
	back, err := funding.DecodeScheme(data)
	require.NoError(t, err)
	again, err := funding.EncodeScheme(back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))

	_, err = funding.DecodeScheme([]byte(`{"schema":"scheme/1","data":{"id":"a","budget":3,"rounding":{"step":1e9},"sources":[{"cap":5,"kind":"nobody"}]}}`))
	assert.Equal(t, []string{" json.unknown-field", "rounding.step json.type", "sources[0].cap json.type", "sources[0].kind enum.unknown"}, faults(err))
}
