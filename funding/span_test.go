package funding_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

func span(point funding.Point) funding.Span {
	s := funding.Span{From: funding.Yuan(1000), To: funding.Yuan(2000), Point: point}
	switch point {
	case funding.ByScore:
		s.Low, s.High = rule.Dec("75"), rule.Dec("90")
	case funding.BySteps:
		s.Low, s.Points, s.Each = rule.Dec("75"), rule.Dec("2.5"), funding.Yuan(300)
	}
	return s
}

func ExampleSpan() {
	rates := funding.Span{
		From: funding.Yuan(1000), To: funding.Yuan(2000), Point: funding.ByScore, Low: rule.Dec("75"), High: rule.Dec("90"),
	}
	why, err := rates.Reason(rule.Dec("80"), funding.ToFen(funding.HalfUp))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(why.In(language.English), "=", why.Output.In(language.English))
	for _, step := range why.Parts {
		fmt.Println("  "+step.In(language.English), "=", step.Output.In(language.English))
	}
	// Output:
	// the share by score of it = ¥1,333.33
	//   by score: ¥1,000.00 × 5 points ÷ 15 points = 333.333… = ¥333.33
	//   ¥1,000.00 and ¥333.33 = ¥1,333.33
}

func TestSpanAtItsEnds(t *testing.T) {
	t.Parallel()
	for point, scores := range map[funding.Point]map[string]string{
		funding.Lowest:  {"0": "1000.00", "100": "1000.00"},
		funding.Middle:  {"0": "1500.00", "100": "1500.00"},
		funding.Highest: {"0": "2000.00", "100": "2000.00"},
		funding.ByScore: {
			"0": "1000.00", "74.9999999": "1000.00", "75": "1000.00", "75.0001": "1000.01", "80": "1333.33", "89.9999": "1999.99", "89.99999999": "2000.00",
			"90": "2000.00", "90.0001": "2000.00", "100": "2000.00",
		},
		funding.BySteps: {
			"0": "1000.00", "75": "1000.00", "77.4999999": "1000.00", "77.5": "1300.00", "79.9": "1300.00", "80": "1600.00", "82.5": "1900.00", "84.9": "1900.00",
			"85": "2000.00", "100": "2000.00",
		},
	} {
		for score, want := range scores {
			got, err := span(point).At(rule.Dec(score), funding.ToFen(funding.HalfUp))
			require.NoError(t, err)
			assert.Equal(t, want, got.String(), "%s at %s", point, score)
		}
	}
	one := funding.Span{From: funding.Yuan(5), To: funding.Yuan(5)}
	assert.True(t, one.Fixed())
	require.NoError(t, one.Validate(funding.Rounding{}))
	got, err := one.At(decimal.Decimal{}, funding.Rounding{})
	require.NoError(t, err)
	assert.Equal(t, funding.Yuan(5), got)
}

// A half that is not a whole fen is rounded as stated.
func TestSpanRoundsOnce(t *testing.T) {
	t.Parallel()
	odd := funding.Span{From: funding.Fen(1), To: funding.Fen(4), Point: funding.Middle}
	for mode, want := range map[rule.Mode]int64{rule.HalfUp: 3, rule.HalfEven: 3, rule.Down: 2, rule.Up: 3} {
		got, err := odd.At(decimal.Decimal{}, funding.ToFen(mode))
		require.NoError(t, err)
		assert.Equal(t, want, got.Fen(), mode)
	}
	coarse := span(funding.ByScore)
	got, err := coarse.At(rule.Dec("80"), funding.Rounding{Mode: rule.Up, Step: funding.Yuan(100)})
	require.NoError(t, err)
	assert.Equal(t, funding.Yuan(1400), got)
}

func randomSpan(r *rand.Rand) funding.Span {
	from := r.Int64N(1_000_000)
	s := funding.Span{From: funding.Fen(from), To: funding.Fen(from + 1 + r.Int64N(1_000_000)), Point: funding.Points()[r.IntN(5)]}
	switch low := r.Int64N(1000); s.Point {
	case funding.ByScore:
		s.Low, s.High = decimal.New(low, -1), decimal.New(low+1+r.Int64N(300), -1)
	case funding.BySteps:
		s.Low, s.Points, s.Each = decimal.New(low, -1), decimal.New(1+r.Int64N(300), -2), funding.Fen(1+r.Int64N(300_000))
	}
	return s
}

// An amount is that of fractions, lies in the range, never falls as the score
// rises, and every step to it can be computed again.
func TestSpanIsExact(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(61, 62))
	for range 3000 {
		s := randomSpan(r)
		rounding := funding.ToFen(rule.Modes()[r.IntN(len(rule.Modes()))])
		require.NoError(t, s.Validate(rounding))
		score := decimal.New(r.Int64N(15_000), -2)
		got, err := s.At(score, rounding)
		require.NoError(t, err)
		require.Equal(t, byFractions(s, score, rounding.Mode), got.Fen(), "%+v at %s %s", s, score, rounding.Mode)
		higher, err := s.At(score.Add(rule.Dec("0.01")), rounding)
		require.NoError(t, err)
		require.GreaterOrEqual(t, higher.Fen(), got.Fen())
		require.GreaterOrEqual(t, got.Fen(), s.From.Fen())
		require.LessOrEqual(t, got.Fen(), s.To.Fen())

		why, err := s.Reason(score, rounding)
		require.NoError(t, err)
		require.Equal(t, got.Value(), why.Output)
		for _, part := range why.Parts {
			out, ok := part.Replay()
			require.True(t, ok)
			require.True(t, part.Output.Equal(out), "%s", part.Code)
		}
		if len(why.Parts) > 0 {
			require.True(t, got.Value().Equal(why.Parts[len(why.Parts)-1].Output))
		}
	}
}

// byFractions computes the amount of a span by fractions.
func byFractions(s funding.Span, score decimal.Decimal, mode rule.Mode) int64 {
	from, width := s.From.Fen(), big.NewRat(s.To.Fen()-s.From.Fen(), 1)
	above := score.Sub(s.Low).Rat()
	if above.Sign() < 0 {
		above.SetInt64(0)
	}
	more := new(big.Rat)
	switch s.Point {
	case funding.Highest:
		return s.To.Fen()
	case funding.Middle:
		more.Mul(width, big.NewRat(1, 2))
	case funding.ByScore:
		more.Mul(width, above.Quo(above, s.High.Sub(s.Low).Rat()))
	case funding.BySteps:
		above.Quo(above, s.Points.Rat())
		steps := new(big.Int).Quo(above.Num(), above.Denom())
		more.Mul(more.SetInt(steps), big.NewRat(s.Each.Fen(), 1))
	}
	if more.Cmp(width) > 0 {
		more = width
	}
	q, rest := new(big.Int).QuoRem(more.Num(), more.Denom(), new(big.Int))
	half := rest.Lsh(rest, 1).Cmp(more.Denom())
	if mode == rule.Up && rest.Sign() > 0 || mode == rule.HalfUp && half >= 0 || mode == rule.HalfEven && (half > 0 || half == 0 && q.Bit(0) == 1) {
		return from + q.Int64() + 1
	}
	return from + q.Int64()
}

func TestSpanFaultsAreNamed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		span funding.Span
		want []string
	}{
		"negative":          {funding.Span{From: funding.Yuan(-1), To: funding.Yuan(1), Point: funding.Lowest}, []string{" rate.range"}},
		"reversed":          {funding.Span{From: funding.Yuan(2), To: funding.Yuan(1), Point: funding.Middle}, []string{" rate.range"}},
		"no point":          {span(0), []string{"point rate.point"}},
		"unknown point":     {span(9), []string{"point rate.point"}},
		"fixed point":       {funding.Span{From: funding.Yuan(1), To: funding.Yuan(1), Point: funding.ByScore, High: rule.Dec("1")}, []string{"point rate.point"}},
		"scores unused":     {funding.Span{To: funding.Yuan(1), Point: funding.Middle, Low: rule.Dec("1")}, []string{"point rate.point"}},
		"steps unused":      {funding.Span{To: funding.Yuan(1), Point: funding.Middle, Each: funding.Yuan(1)}, []string{"point rate.point"}},
		"one score":         {funding.Span{To: funding.Yuan(1), Point: funding.ByScore, Low: rule.Dec("1"), High: rule.Dec("1")}, []string{"point rate.point"}},
		"no steps":          {funding.Span{To: funding.Yuan(1), Point: funding.BySteps, Points: rule.Dec("1")}, []string{"point rate.point"}},
		"steps with end":    {funding.Span{To: funding.Yuan(1), Point: funding.BySteps, Points: rule.Dec("1"), Each: funding.Yuan(1), High: rule.Dec("1")}, []string{"point rate.point"}},
		"too coarse":        {funding.Span{To: funding.Fen(1), Point: funding.Middle}, []string{"to rate.rounding"}},
		"everything":        {funding.Span{From: funding.Yuan(-9), To: funding.Fen(-899), Point: funding.ByScore}, []string{" rate.range", "point rate.point", "to rate.rounding"}},
		"coarse and unused": {funding.Span{To: funding.Fen(1), Point: funding.Lowest}, []string{}},
	} {
		assert.Equal(t, c.want, faults(c.span.Validate(funding.ToYuan(rule.Up))), name)
	}
	score := rule.Dec("80")
	for _, bad := range []funding.Span{
		{To: funding.Yuan(1), Point: funding.ByScore},
		{To: funding.Yuan(1), Point: funding.BySteps, Each: funding.Yuan(1)},
	} {
		_, err := bad.At(score, funding.ToFen(rule.Up))
		require.Error(t, err)
		_, err = bad.Reason(score, funding.ToFen(rule.Up))
		require.Error(t, err)
	}
	_, err := span(funding.Middle).At(score, funding.Rounding{})
	require.ErrorIs(t, err, rule.Required)
}

func TestSpanBothWays(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(span(funding.BySteps))
	require.NoError(t, err)
	assert.JSONEq(t, `{"from":"1000.00","to":"2000.00","point":"by-steps","low":"75","points":"2.5","each":"300.00"}`, string(data))
	var back funding.Span
	require.NoError(t, json.Unmarshal(data, &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
}

// spanned is a scheme that pays the amount of a range from a score of 60 up.
func spanned(t testing.TB, s funding.Span, source funding.Source) funding.Scheme {
	t.Helper()
	source.Beyond = true
	source.Rule = funding.Rule{Method: funding.ByCase, Cases: []funding.Case{{If: rule.InRange("score", rule.AtLeast(rule.Dec("60"))), Span: &s}}, Months: source.Rule.Months}
	return one(t, source)
}

func scoring(t testing.TB, id string, score decimal.Decimal) funding.Request {
	t.Helper()
	r := request(t, id, "1", "0")
	r.Score, r.Months = &score, 12
	return r
}

func TestSpanInAScheme(t *testing.T) {
	t.Parallel()
	for point, scores := range map[funding.Point]map[string]string{
		funding.Lowest:  {"59.999999": "0.00", "60": "1000.00"},
		funding.Middle:  {"60": "1500.00"},
		funding.Highest: {"60": "2000.00"},
		funding.ByScore: {
			"59.999999": "0.00", "60": "1000.00", "75": "1000.00", "75.0001": "1000.01", "80": "1333.33", "89.999999": "2000.00", "90": "2000.00", "100": "2000.00",
		},
		funding.BySteps: {"60": "1000.00", "75": "1000.00", "77.499999": "1000.00", "77.5": "1300.00", "84.9": "1900.00", "85": "2000.00", "100000": "2000.00"},
	} {
		for score, want := range scores {
			row, codes := pays(t, spanned(t, span(point), funding.Source{}), scoring(t, "A", rule.Dec(score)))
			assert.Equal(t, []string{want}, row, "%s at %s", point, score)
			if want == "0.00" {
				assert.Equal(t, []string{"award.no-case"}, codes)
			} else {
				assert.Equal(t, []string{"award.case-span"}, codes)
			}
		}
	}
	r := scoring(t, "A", rule.Dec("80"))
	r.Months = 7
	row, codes := pays(t, spanned(t, span(funding.ByScore), funding.Source{Rule: funding.Rule{Months: 12}}), r)
	assert.Equal(t, []string{"777.78"}, row)
	assert.Equal(t, []string{"award.by-months"}, codes)
	row, _ = pays(t, spanned(t, span(funding.ByScore), funding.Source{Rounding: funding.ToYuan(funding.Up)}), r)
	assert.Equal(t, []string{"1334.00"}, row)

	r.Score = nil
	_, err := funding.Settle(spanned(t, span(funding.ByScore), funding.Source{}), []funding.Request{r})
	assert.Equal(t, []string{"requests[0].score required"}, faults(err))
	row, _ = pays(t, spanned(t, span(funding.Middle), funding.Source{}), r)
	assert.Equal(t, []string{"0.00"}, row)
}

func TestSpanInASchemeIsExplained(t *testing.T) {
	t.Parallel()
	s, err := funding.Settle(spanned(t, span(funding.BySteps), funding.Source{}), []funding.Request{scoring(t, "A", rule.Dec("80"))})
	require.NoError(t, err)
	why := s.Reasons(0, 0)[0]
	require.Len(t, why.Parts, 1)
	assert.Equal(t, "case 1 holds: ¥1,000.00 to ¥2,000.00", why.In(language.English))
	assert.Equal(t, "幅度内取按档累加的数额", why.Parts[0].In(language.Chinese))
	assert.Len(t, why.Parts[0].Parts, 3)
}

// What a scheme pays by integers is what the range says by decimals.
func TestSpansInSchemesAreThoseOfDecimals(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(71, 72))
	for range 300 {
		s := randomSpan(r)
		rounding := funding.ToFen(rule.Modes()[r.IntN(len(rule.Modes()))])
		var requests []funding.Request
		for i := range 20 {
			requests = append(requests, scoring(t, fmt.Sprint(i), decimal.New(60_000_000+r.Int64N(60_000_000), -6)))
		}
		settled, err := funding.Settle(spanned(t, s, funding.Source{Rounding: rounding}), requests)
		require.NoError(t, err)
		for i, request := range requests {
			want, err := s.At(*request.Score, rounding)
			require.NoError(t, err)
			require.Equal(t, want, settled.Cell(i, 0), "%+v at %s", s, request.Score)
		}
	}
}

func TestSpanFaultsInASchemeAreNamed(t *testing.T) {
	t.Parallel()
	const at = "sources[0].rule.cases[0]"
	bad := func(change func(*funding.Span)) funding.Scheme {
		s := span(funding.ByScore)
		change(&s)
		return spanned(t, s, funding.Source{})
	}
	beside := bad(func(*funding.Span) {})
	beside.Sources[0].Rule.Cases[0].Amount = funding.Yuan(1)
	coarse := bad(func(*funding.Span) {})
	coarse.Sources[0].Rounding = funding.Rounding{Mode: rule.Up, Step: funding.Yuan(300)}
	for want, scheme := range map[string]funding.Scheme{
		at + ".amount scheme.span-and-amount":   beside,
		at + ".span.to rate.rounding":           coarse,
		at + ".span.point rate.point":           bad(func(s *funding.Span) { s.High = s.Low }),
		at + ".span rate.range":                 bad(func(s *funding.Span) { s.From = funding.Yuan(-1) }),
		at + ".span.low request.score-range":    bad(func(s *funding.Span) { s.Low = rule.Dec("-1") }),
		at + ".span.high request.score-range":   bad(func(s *funding.Span) { s.High = rule.Dec("90.0000001") }),
		at + ".span.points request.score-range": bad(func(s *funding.Span) { s.Points = decimal.New(1, 1_000_000_000) }),
	} {
		assert.Equal(t, []string{want}, faults(scheme.Validate()))
	}
}

// A range takes no memory for a request.
func TestSpansTakeNoMemoryPerRequest(t *testing.T) { //nolint:paralleltest // allocations are counted
	var requests []funding.Request
	for i := range 500 {
		requests = append(requests, scoring(t, fmt.Sprintf("%04d", i), decimal.New(600+int64(i), -1)))
	}
	allocs := func(scheme funding.Scheme) float64 {
		return testing.AllocsPerRun(5, func() {
			if _, err := funding.Settle(scheme, requests); err != nil {
				t.Fatal(err)
			}
		})
	}
	plain := spanned(t, span(funding.Middle), funding.Source{})
	plain.Sources[0].Rule.Cases[0] = funding.Case{If: plain.Sources[0].Rule.Cases[0].If, Amount: funding.Yuan(1000)}
	for _, point := range funding.Points() {
		assert.LessOrEqual(t, allocs(spanned(t, span(point), funding.Source{})), allocs(plain)+10, point)
	}
}
