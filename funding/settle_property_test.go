package funding_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// A source without money changes nobody else's award, wherever it stands that it
// does not part neighbours.
func TestASourceWithoutMoneyChangesNothing(t *testing.T) {
	t.Parallel()
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 2))
		scheme := randomScheme(t, r)
		requests := randomRequests(t, r, r.IntN(20))
		before, err := funding.Settle(scheme, requests)
		require.NoError(t, err)
		empty := whole(t, "0", funding.Shortages()[r.IntN(len(funding.Shortages()))])
		empty.ID, empty.Title, empty.Kind = "empty", rule.Words("空", "empty"), funding.Lottery
		for _, place := range []int{0, len(scheme.Sources)} {
			more := scheme
			more.Sources = slices.Insert(slices.Clone(scheme.Sources), place, empty)
			after, err := funding.Settle(more, requests)
			require.NoError(t, err)
			for i := range requests {
				cells := after.Award(i).Cells
				require.Zero(t, cells[place].Fen())
				require.Equal(t, before.Award(i).Cells, slices.Delete(cells, place, place+1))
			}
		}
	}
}

// Ten times all amounts are ten times all awards, up to what rounding to the fen
// and its odd fen make.
func TestAwardsScale(t *testing.T) {
	t.Parallel()
	tenfold := func(m *funding.Money) *funding.Money {
		if m == nil {
			return nil
		}
		return new(funding.Fen(10 * m.Fen()))
	}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 3))
		var sources []funding.Source
		for range 1 + r.IntN(5) {
			source := whole(t, "", 0)
			switch ratio := rule.Dec(fmt.Sprint("0.", 1+r.IntN(999))); r.IntN(4) {
			case 0:
				source.Rule = funding.Rule{Method: funding.Fixed, Amount: funding.Fen(1 + r.Int64N(100_000))}
			case 1:
				source.Rule.Ratio = ratio
			case 2:
				source.Rule = funding.Rule{Method: funding.Match, Ratio: ratio}
			default:
				source.Rule = funding.Rule{Method: funding.Rest, Ratio: ratio}
			}
			if r.IntN(3) == 0 {
				source.Cap = new(funding.Fen(r.Int64N(300_000)))
			}
			if r.IntN(2) == 0 {
				source.Budget = new(funding.Fen(r.Int64N(3_000_000)))
				source.Short = []funding.Shortage{funding.ProRata, funding.ByEqualAwards, funding.ByEqualLosses}[r.IntN(3)]
			}
			sources = append(sources, source)
		}
		scheme := one(t, sources...)
		requests := randomRequests(t, r, r.IntN(20))
		large, more := one(t, sources...), slices.Clone(requests)
		for j := range large.Sources {
			source := &large.Sources[j]
			source.Cap, source.Budget, source.Rule.Amount = tenfold(source.Cap), tenfold(source.Budget), *tenfold(&source.Rule.Amount)
		}
		for i := range requests {
			requests[i].Items = nil
			more[i] = requests[i]
			more[i].Asked, more[i].Social, more[i].Eligible = *tenfold(&more[i].Asked), *tenfold(&more[i].Social), tenfold(more[i].Eligible)
		}
		s, err := funding.Settle(scheme, requests)
		require.NoError(t, err)
		tens, err := funding.Settle(large, more)
		require.NoError(t, err)
		for i := range requests {
			for j := range sources {
				require.InDelta(t, 10*s.Cell(i, j).Fen(), tens.Cell(i, j).Fen(), 100, "seed %d, cell %d %d", seed, i, j)
			}
		}
	}
}

// What was paid for a request, given back to its sources, restores every
// budget.
func TestRefundRestoresBudgets(t *testing.T) {
	t.Parallel()
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 4))
		scheme := randomScheme(t, r)
		requests := randomRequests(t, r, r.IntN(20))
		s, err := funding.Settle(scheme, requests)
		require.NoError(t, err)
		accounts := s.Accounts()
		for i := range requests {
			for j, cell := range s.Award(i).Cells {
				if accounts[j].Left != nil {
					left, err := accounts[j].Left.Add(cell)
					require.NoError(t, err)
					accounts[j].Left = &left
				}
			}
		}
		for _, a := range accounts {
			if a.Budget != nil {
				require.Equal(t, a.Budget.Fen(), a.Left.Fen()+a.Out.Fen()-a.In.Fen())
			}
		}
	}
}

func TestHostileSchemes(t *testing.T) {
	t.Parallel()
	var keys strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&keys, `"k%d":1,`, i)
	}
	for name, data := range map[string]string{
		"a huge exponent":    `{"sources":[{"budget":"1e999999999","rule":{"ratio":"1e-999999999"}}]}`,
		"endless digits":     `{"sources":[{"rule":{"ratio":"0.` + strings.Repeat("1", 1_000_000) + `"}}]}`,
		"deep nesting":       `{"admits":` + strings.Repeat(`{"not":`, 20_000) + `{}` + strings.Repeat(`}`, 20_001),
		"deep, but readable": `{"admits":` + strings.Repeat(`{"not":`, 30) + `{"fact":"asked"}` + strings.Repeat(`}`, 31),
		"a flood of keys":    `{` + keys.String() + `"id":"x"}`,
		"a flood of facts":   `{"facts":{` + keys.String() + `"id":1}}`,
		"a flood of sources": `{"sources":[` + strings.Repeat(`{},`, 20_000) + `{}]}`,
		"a flood of cases":   `{"sources":[{"rule":{"method":"by-case","cases":[` + strings.Repeat(`{"amount":"1"},`, 20_000) + `{"amount":"1"}]}}]}`,
		"amounts as numbers": `{"sources":[{"budget":100}]}`,
	} {
		scheme, err := funding.DecodeScheme([]byte(`{"schema":"scheme/1","data":` + data + `}`))
		require.Error(t, err, name)
		assert.Equal(t, funding.Scheme{}, scheme, name)
		assert.LessOrEqual(t, len(rule.ProblemsOf(err)), 1100, name)
		for _, p := range rule.ProblemsOf(err) {
			assert.NotEmpty(t, p.Code, name)
			assert.Less(t, len(p.Error()), 1000, name)
		}
	}
}

func TestPageInJSON(t *testing.T) {
	t.Parallel()
	scheme := model(t)
	scheme.Sources[1].Budget, scheme.Sources[1].Short = new(funding.Yuan(7_000)), funding.EqualCut
	s, err := funding.Settle(scheme, []funding.Request{request(t, "A", "30000", "9000"), request(t, "B", "30000", "1000")})
	require.NoError(t, err)
	data, err := json.MarshalIndent(s.Explain(0), "", "  ")
	require.NoError(t, err)
	golden(t, "testdata/award.json", string(data)+"\n")
}
