package receipt_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/funding/receipt"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// round is a small round with something of everything: a refusal, tiers by
// months, caps, a limit, an envelope with its pool, further rounds, a carry.
func round(t testing.TB) (funding.Scheme, []funding.Request) {
	t.Helper()
	scheme := funding.OneThreeX(org.Area("330211"))
	scheme.Backfill = true
	lottery, district, community := &scheme.Sources[1], &scheme.Sources[2], &scheme.Sources[4]
	lottery.Rule = funding.Rule{Method: funding.Match, Months: 12, Tiers: []funding.Tier{
		{In: rule.AtMost(rule.Dec("10000")), Is: rule.Dec("1")}, {In: rule.Above(rule.Dec("10000")), Is: rule.Dec("0.5")},
	}}
	lottery.Cap = new(funding.Yuan(9_000))
	lottery.Budget, lottery.Short, lottery.Pool = new(funding.Yuan(20_000)), funding.ByEqualAwards, true
	lottery.Envelopes = []funding.Envelope{
		{ID: "near", Title: rule.Words("招宝山街道额度", "envelope of the subdistrict"), Territory: org.Area("330211001"), Amount: funding.Yuan(8_000)},
	}
	district.If = rule.InRange("asked", rule.AtLeast(rule.Dec("20000")))
	district.Limits = []funding.Limit{{Per: funding.PerOrganization, Most: funding.Yuan(6_000), Short: funding.ProRata}}
	community.Budget, community.Short = new(funding.Yuan(2_000)), funding.EqualCut
	var requests []funding.Request
	for i, amounts := range [][2]int64{{50_000, 10_000}, {30_001, 30_000}, {5_000, 8_000}, {21_000, 4_500}, {19_999, 0}} {
		requests = append(requests, funding.Request{
			ID: fmt.Sprint("P", 5-i), Organization: fmt.Sprint("synthetic ", i%3), Territory: org.Area([]string{"330211001", "330211002"}[i%2]),
			Asked: funding.Yuan(amounts[0]), Social: funding.Yuan(amounts[1]), Months: int64(7 + i),
		})
	}
	return scheme, requests
}

func settled(t testing.TB) (funding.Scheme, []funding.Request, *funding.Settlement) {
	t.Helper()
	scheme, requests := round(t)
	s, err := funding.Settle(scheme, requests)
	require.NoError(t, err)
	return scheme, requests, s
}

func TestReceiptBothWays(t *testing.T) {
	t.Parallel()
	scheme, requests, s := settled(t)
	r, err := receipt.Of(s)
	require.NoError(t, err)
	data, err := receipt.Encode(r)
	require.NoError(t, err)
	file := filepath.Join("testdata", "receipt.json")
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, data, 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(data))

	back, err := receipt.Decode(data)
	require.NoError(t, err)
	require.NoError(t, back.Verify(scheme, requests))
	again, err := receipt.Encode(back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
	_, err = receipt.Decode([]byte(`{"schema":"settlement/1","data":{"awards":[{"total":1e99}],"more":1}}`))
	require.ErrorIs(t, err, rule.JSONUnknown)
	require.ErrorIs(t, err, rule.JSONType)
}

func TestTwoOfficesCompareOneLine(t *testing.T) {
	t.Parallel()
	scheme, requests, s := settled(t)
	digest := func(s *funding.Settlement) string {
		r, err := receipt.Of(s)
		require.NoError(t, err)
		d, err := r.Digest()
		require.NoError(t, err)
		return d
	}
	shuffled := slices.Clone(requests)
	slices.Reverse(shuffled)
	other, err := funding.Settle(scheme, shuffled)
	require.NoError(t, err)
	require.NoError(t, receipt.Verify(scheme, requests, other))
	assert.Equal(t, digest(s), digest(other))
	assert.Regexp(t, "^[0-9a-f]{64}$", digest(s))

	requests[0].Social = funding.Fen(requests[0].Social.Fen() + 1)
	other, err = funding.Settle(scheme, requests)
	require.NoError(t, err)
	assert.NotEqual(t, digest(s), digest(other))
}

// places calls change for every amount and every list of steps of a document,
// with a function that puts something else there.
func places(v any, path string, change func(path string, put func())) {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			at := path + "." + key
			if text, ok := inner.(string); ok && strings.Contains(text, ".") && key != "code" && key != "scheme" {
				change(at, func() {
					m, err := funding.ParseMoney(text)
					if err != nil {
						panic(err)
					}
					v[key] = funding.Fen(m.Fen() + 1).String()
				})
				change(at+" less", func() {
					m, _ := funding.ParseMoney(text)
					v[key] = funding.Fen(m.Fen() - 1).String()
				})
				v[key] = text
			}
			if steps, ok := inner.([]any); ok && key == "steps" {
				for k := range steps {
					change(at+" dropped", func() { v[key] = slices.Delete(slices.Clone(steps), k, k+1) })
					step := steps[k].(map[string]any)
					code := step["code"]
					change(at+" renamed", func() { step["code"] = "award.other" })
					step["code"] = code
				}
				v[key] = steps
			}
			if flag, ok := inner.(bool); ok {
				change(at, func() { v[key] = !flag })
				v[key] = flag
			}
			places(inner, at, change)
		}
	case []any:
		for k, inner := range v {
			places(inner, fmt.Sprint(path, "[", k, "]"), change)
		}
	}
}

// One fen more or less at any place, one reason dropped or renamed, one flag
// turned: Verify refuses the receipt.
func TestVerifyRejectsEveryChange(t *testing.T) {
	t.Parallel()
	scheme, requests, s := settled(t)
	r, err := receipt.Of(s)
	require.NoError(t, err)
	data, err := receipt.Encode(r)
	require.NoError(t, err)
	var doc any
	require.NoError(t, json.Unmarshal(data, &doc))
	tried := 0
	places(doc, "", func(path string, put func()) {
		put()
		changed, err := json.Marshal(doc)
		require.NoError(t, err)
		forged, err := receipt.Decode(changed)
		require.NoError(t, err, path)
		require.Error(t, forged.Verify(scheme, requests), path)
		tried++
	})
	assert.Greater(t, tried, 200)
	restored, err := json.Marshal(doc)
	require.NoError(t, err)
	same, err := receipt.Decode(restored)
	require.NoError(t, err)
	require.NoError(t, same.Verify(scheme, requests), "every change was taken back")

	for name, change := range map[string]func(r *receipt.Receipt){
		"an award missing":       func(r *receipt.Receipt) { r.Awards = r.Awards[1:] },
		"an award too many":      func(r *receipt.Receipt) { r.Awards = append(r.Awards, r.Awards[0]) },
		"an award twice":         func(r *receipt.Receipt) { r.Awards[1] = r.Awards[0] },
		"a cell missing":         func(r *receipt.Receipt) { r.Awards[0].Cells = r.Awards[0].Cells[:4] },
		"a cell too many":        func(r *receipt.Receipt) { r.Awards[0].Cells = append(r.Awards[0].Cells, receipt.Cell{}) },
		"cells out of order":     func(r *receipt.Receipt) { c := r.Awards[0].Cells; c[0], c[1] = c[1], c[0] },
		"an account missing":     func(r *receipt.Receipt) { r.Accounts = r.Accounts[1:] },
		"another kind":           func(r *receipt.Receipt) { r.Accounts[0].Kind = funding.Lottery },
		"a budget where is none": func(r *receipt.Receipt) { r.Accounts[0].Budget = new(funding.Yuan(1)) },
		"another scheme":         func(r *receipt.Receipt) { r.Scheme = "x" },
		"another status":         func(r *receipt.Receipt) { r.Status = rule.Published },
		"another scheme's mark":  func(r *receipt.Receipt) { r.SchemeDigest = r.RequestsDigest },
		"other requests' mark":   func(r *receipt.Receipt) { r.RequestsDigest = r.SchemeDigest },
		"nothing":                func(r *receipt.Receipt) { *r = receipt.Receipt{} },
	} {
		forged, err := receipt.Decode(data)
		require.NoError(t, err)
		change(&forged)
		require.Error(t, forged.Verify(scheme, requests), name)
	}
}

func TestVerifyRejectsAnotherRound(t *testing.T) {
	t.Parallel()
	scheme, requests, s := settled(t)
	require.NoError(t, receipt.Verify(scheme, requests, s))
	other := slices.Clone(requests)
	other[3].Social = funding.Yuan(4_501)
	err := receipt.Verify(scheme, other, s)
	require.ErrorIs(t, err, receipt.Differs)
	assert.Contains(t, err.Error(), "awards[1].cells[0].amount: should be ¥4,501.00, not ¥4,500.00")

	require.ErrorIs(t, receipt.Verify(scheme, requests[1:], s), receipt.Surplus)
	changed := scheme
	changed.Sources = slices.Clone(scheme.Sources)
	changed.Sources[1].Cap = new(funding.Yuan(9_001))
	require.Error(t, receipt.Verify(changed, requests, s))
	changed.Sources = changed.Sources[:4]
	require.Error(t, receipt.Verify(changed, requests, s))
	changed.Sources = nil
	require.ErrorIs(t, receipt.Verify(changed, requests, s), funding.NoSources)
	other[0].Asked = funding.Fen(-1)
	require.ErrorIs(t, receipt.Verify(scheme, other, s), funding.AmountNegative)
}

func TestVerifyListsSoManyFaults(t *testing.T) {
	t.Parallel()
	scheme, requests := round(t)
	for i := range 200 {
		one := requests[0]
		one.ID = fmt.Sprint("Q", i)
		requests = append(requests, one)
	}
	s, err := funding.Settle(scheme, requests)
	require.NoError(t, err)
	for i := range requests {
		requests[i].Asked = funding.Yuan(1)
	}
	problems := rule.ProblemsOf(receipt.Verify(scheme, requests, s))
	assert.Len(t, problems, 101)
	assert.Equal(t, receipt.TooManyFaults, problems[0].Code)
}

// A range is computed again at, below and above both its scores; one fen more is
// refused.
func TestVerifyComputesRanges(t *testing.T) {
	t.Parallel()
	for _, span := range []funding.Span{
		{Point: funding.Lowest},
		{Point: funding.Middle},
		{Point: funding.Highest},
		{Point: funding.ByScore, Low: rule.Dec("75"), High: rule.Dec("90")},
		{Point: funding.BySteps, Low: rule.Dec("75"), Points: rule.Dec("2.5"), Each: funding.Yuan(300)},
	} {
		span.From, span.To = funding.Yuan(1_000), funding.Fen(200_001)
		scheme := funding.OneThreeX(org.Area("330211"))
		scheme.Sources = scheme.Sources[1:2]
		scheme.Sources[0].Rule = funding.Rule{Method: funding.ByCase, Months: 12, Cases: []funding.Case{{If: rule.InRange("score", rule.AtLeast(rule.Dec("60"))), Span: &span}}}
		var requests []funding.Request
		for i, score := range []string{"59.9", "60", "74.9", "75", "77.4", "77.5", "80", "84.9", "85", "89.9", "90", "90.1", "100"} {
			requests = append(requests, funding.Request{
				ID: fmt.Sprint("P", i), Organization: "synthetic", Territory: org.Area("330211001"), Asked: funding.Yuan(50_000),
				Score: new(rule.Dec(score)), Months: int64(7 + i%6),
			})
		}
		s, err := funding.Settle(scheme, requests)
		require.NoError(t, err)
		require.NoError(t, receipt.Verify(scheme, requests, s))
		for i := range requests {
			forged, err := receipt.Of(s)
			require.NoError(t, err)
			require.NoError(t, forged.Verify(scheme, requests))
			forged.Awards[i].Cells[0].Amount = funding.Fen(forged.Awards[i].Cells[0].Amount.Fen() + 1)
			require.ErrorIs(t, forged.Verify(scheme, requests), receipt.Differs, "%s %d", span.Point, i)
		}
	}
}
