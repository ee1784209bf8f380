package analysis_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
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

func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}

// goldenPage compares a page in both languages and as JSON.
func goldenPage(t *testing.T, name string, page rule.Page) {
	t.Helper()
	golden(t, "testdata/"+name+".zh.txt", page.In(language.Chinese))
	golden(t, "testdata/"+name+".en.txt", page.In(language.English))
	data, err := json.MarshalIndent(page, "", "  ")
	require.NoError(t, err)
	golden(t, "testdata/"+name+".json", string(data)+"\n")
}

// round is n synthetic requests from three towns and four classes.
func round(n int) []funding.Request {
	r := rand.New(rand.NewPCG(9, 1))
	classes := []string{"elderly", "children", "disabled", "community"}
	out := make([]funding.Request, n)
	for i := range out {
		out[i] = funding.Request{
			ID: fmt.Sprintf("P%03d", i+1), Organization: fmt.Sprintf("虚构组织 %d", i%17+1),
			Territory: org.Area(fmt.Sprintf("33021100%d", 1+r.IntN(3))),
			Asked:     funding.Yuan(1_000 * (10 + r.Int64N(70))),
			Social:    funding.Yuan(500 * r.Int64N(60)),
			Score:     new(decimal.New(500+r.Int64N(500), -1)),
			Facts:     rule.FactMap{"class": rule.Word(classes[r.IntN(4)])},
		}
	}
	return out
}

// scheme is the illustrative 1+3+X with a lottery budget that may be short.
func scheme() funding.Scheme {
	s := funding.OneThreeX(org.Area("330211"))
	s.Facts = rule.Vocabulary{"class": {Type: rule.TextType, Label: rule.Words("类别", "class"), Terms: []rule.Term{
		rule.Named("elderly", "养老", "elderly"), rule.Named("children", "儿童", "children"), rule.Named("disabled", "助残", "disabled"),
	}}}
	s.Sources[1].Budget, s.Sources[1].Short = new(funding.Yuan(300_000)), funding.ProRata
	s.Sources[2].Cap = new(funding.Yuan(15_000))
	return s
}

func settle(t testing.TB, s funding.Scheme, requests []funding.Request) *funding.Settlement {
	t.Helper()
	settled, err := funding.Settle(s, requests)
	require.NoError(t, err)
	return settled
}

func TestGini(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		fen  []int64
		want string
	}{
		{[]int64{5, 5, 5}, "0/1"},
		{[]int64{0, 0, 7}, "2/3"},
		{[]int64{7}, "0/1"},
		{[]int64{1, 3}, "1/4"},
		{[]int64{4, 1, 3, 2}, "1/4"},
		{[]int64{999_999_999_999_999_999, 0}, "1/2"},
		{[]int64{0, 0}, ""},
		{nil, ""},
	} {
		amounts := make([]funding.Money, len(c.fen))
		for i, fen := range c.fen {
			amounts[i] = funding.Fen(fen)
		}
		gini, err := analysis.Gini(amounts)
		require.NoError(t, err)
		num, den, ok := gini.Fraction()
		if c.want == "" {
			assert.True(t, gini.IsZero())
			continue
		}
		require.True(t, ok)
		assert.Equal(t, c.want, num.String()+"/"+den.String(), "%v", c.fen)
	}
	_, err := analysis.Gini([]funding.Money{funding.Fen(1), funding.Fen(-1)})
	require.EqualError(t, err, "amounts[1]: the amount -¥0.01 is negative")
}

// The coefficient is half the mean difference of all pairs over the mean.
func TestGiniByDefinition(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(9, 2))
	for range 300 {
		amounts := make([]funding.Money, 1+r.IntN(9))
		sum, pairs := int64(0), int64(0)
		for i := range amounts {
			amounts[i] = funding.Fen(r.Int64N(50))
			sum += amounts[i].Fen()
		}
		for _, a := range amounts {
			for _, b := range amounts {
				pairs += max(a.Fen()-b.Fen(), b.Fen()-a.Fen())
			}
		}
		gini, err := analysis.Gini(amounts)
		require.NoError(t, err)
		if sum == 0 {
			continue
		}
		num, den, _ := gini.Fraction()
		want := big.NewRat(pairs, 2*int64(len(amounts))*sum)
		require.Equal(t, want.RatString(), new(big.Rat).SetFrac(num.BigInt(), den.BigInt()).RatString())
	}
}

func TestSharesAddUp(t *testing.T) {
	t.Parallel()
	s := settle(t, scheme(), round(60))
	_, paid, _ := s.Totals()
	for name, shares := range map[string][]analysis.Share{
		"source": analysis.BySource(s), "part": analysis.ByPart(s), "class": analysis.By(s, analysis.ByFact("class")),
		"town": analysis.By(s, analysis.ByTerritory(org.Town)), "village": analysis.By(s, analysis.ByTerritory(org.Village)),
		"all": analysis.By(s, analysis.Grouping{}), "organization": analysis.By(s, analysis.ByFact("organization")),
	} {
		sum, parts := decimal.Decimal{}, new(big.Rat)
		for _, share := range shares {
			sum = sum.Add(share.Paid)
			num, den, ok := share.Of.Fraction()
			require.True(t, ok)
			parts.Add(parts, new(big.Rat).Quo(num.Rat(), den.Rat()))
		}
		assert.True(t, sum.Equal(paid), name)
		assert.Equal(t, "1", parts.RatString(), name)
	}
	assert.Len(t, analysis.By(s, analysis.ByFact("class")), 4)
	assert.Len(t, analysis.By(s, analysis.ByTerritory(org.Town)), 3)
	villages := analysis.By(s, analysis.ByTerritory(org.Village))
	assert.Equal(t, rule.Words("未说明", "not stated"), villages[0].Label)

	lever := analysis.LeverageOf(s)
	assert.True(t, lever.Social.Add(lever.Public).Equal(paid))
	byPart := analysis.ByPart(s)
	assert.True(t, lever.Social.Equal(byPart[2].Paid))
	assert.True(t, lever.Ratio().Equal(rule.Ratio(byPart[2].Paid, byPart[0].Paid.Add(byPart[1].Paid), rule.Yuan)))
	gini := analysis.Concentration(s)
	num, den, ok := gini.Fraction()
	require.True(t, ok)
	assert.True(t, num.Sign() > 0 && num.LessThan(den))
}

// changed is the scheme with a smaller lottery match, more from the district and
// less from the subdistrict.
func changed() funding.Scheme {
	s := scheme()
	s.ID = "one-three-x.what-if"
	s.Sources[1].Rule.Ratio = rule.Dec("0.6")
	s.Sources[2].Cap = new(funding.Yuan(16_000))
	s.Sources[3].Cap = new(funding.Yuan(12_000))
	return s
}

func TestCompare(t *testing.T) {
	t.Parallel()
	requests := round(60)
	before, after := settle(t, scheme(), requests), settle(t, changed(), requests)
	c, err := analysis.Compare(before, after, analysis.ByFact("class"))
	require.NoError(t, err)
	goldenPage(t, "compare", c.Page())

	winners, losers := 0, 0
	for i := range requests {
		switch after.Award(i).Total.Compare(before.Award(i).Total) {
		case 1:
			winners++
		case -1:
			losers++
		}
	}
	assert.Equal(t, winners, c.Total.Winners)
	assert.Equal(t, losers, c.Total.Losers)
	assert.Equal(t, 60, c.Total.Winners+c.Total.Losers+c.Total.Unchanged)
	assert.Len(t, c.Changes, winners+losers)
	assert.Positive(t, winners)
	assert.Positive(t, losers)
	_, paid, _ := after.Totals()
	assert.True(t, c.Total.After.Equal(paid))
	assert.True(t, c.Total.After.Sub(c.Total.Before).Equal(c.Total.Gain.Sub(c.Total.Loss)))
	sum := analysis.Group{}
	for _, g := range c.Groups {
		sum.Requests += g.Requests
		sum.After = sum.After.Add(g.After)
	}
	assert.Equal(t, 60, sum.Requests)
	assert.True(t, sum.After.Equal(paid))
	for _, step := range c.Page().Steps {
		out, ok := step.Replay()
		require.True(t, ok)
		assert.True(t, out.Equal(step.Output))
	}

	// the order of the requests plays no part, and turned round all signs turn
	turned := slices.Clone(requests)
	slices.Reverse(turned)
	again, err := analysis.Compare(settle(t, scheme(), turned), after, analysis.ByFact("class"))
	require.NoError(t, err)
	assert.Equal(t, c.Page(), again.Page())
	back, err := analysis.Compare(after, before, analysis.ByFact("class"))
	require.NoError(t, err)
	assert.Equal(t, c.Total.Winners, back.Total.Losers)
	same, err := analysis.Compare(before, before, analysis.Grouping{})
	require.NoError(t, err)
	assert.Equal(t, 60, same.Total.Unchanged)
	assert.True(t, same.Total.Relative().Equal(rule.Num(decimal.Decimal{}, rule.Percent)))
	assert.True(t, (&analysis.Group{Before: rule.Dec("200"), After: rule.Dec("150")}).Relative().Equal(rule.Num(rule.Dec("-0.25"), rule.Percent)))
	assert.True(t, (&analysis.Group{After: rule.Dec("150")}).Relative().IsZero())
	assert.Empty(t, same.Changes)

	other := slices.Clone(requests[1:])
	other[3].Asked = funding.Yuan(1)
	_, err = analysis.Compare(before, settle(t, scheme(), append(other, funding.Request{
		ID: "Q1", Organization: "虚构", Territory: org.Area("330211001"),
	})), analysis.Grouping{})
	require.ErrorIs(t, err, analysis.RequestsDiffer)
	assert.Len(t, rule.ProblemsOf(err), 3)
}

func ExampleCompare() {
	requests := []funding.Request{
		{ID: "P1", Organization: "虚构邻里中心", Territory: org.Area("330211001"), Asked: funding.Yuan(50_000), Social: funding.Yuan(10_000)},
		{ID: "P2", Organization: "虚构关爱中心", Territory: org.Area("330211002"), Asked: funding.Yuan(8_000)},
	}
	scheme := funding.OneThreeX(org.Area("330211"))
	before, _ := funding.Settle(scheme, requests)
	scheme.Sources[4].Cap = new(funding.Yuan(2_000)) // the community pays less
	after, _ := funding.Settle(scheme, requests)
	c, err := analysis.Compare(before, after, analysis.ByTerritory(org.Town))
	if err != nil {
		panic(err)
	}
	for _, g := range c.Groups {
		fmt.Println(g.Key, g.Before, g.After, g.Winners, g.Losers, g.Unchanged)
	}
	fmt.Println("leverage", analysis.LeverageOf(after).Ratio().In(language.English))
	// Output:
	// 330211001 50000 46000 0 1 0
	// 330211002 8000 8000 0 0 1
	// leverage ¥0.227…
}

func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		requests := round(n)
		before, after := settle(b, scheme(), requests), settle(b, changed(), requests)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := analysis.Compare(before, after, analysis.ByFact("class")); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/request")
		})
	}
}
