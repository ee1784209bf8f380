package funding

import (
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Settle decides a funding round: what each source of the scheme pays for each
// request. Faults in the scheme or in any request are reported all at once as
// [rule.Problems], with paths such as scheme.sources[2].budget and
// requests[14].asked, and nothing is settled.
//
// Sources are settled in their order, each over all requests:
//
//  1. A source takes part in a request that comes from the source's territory
//     and meets its condition.
//  2. The amount is computed by the source's rule and rounded once, by the
//     scheme's rounding. Neighbouring sources whose rule is [Rest] split the
//     unmet rest of each request by weight, by largest remainder, equal
//     remainders to the earlier source.
//  3. It is limited to the source's cap and, unless the source pays beyond
//     what is asked, to the request's unmet rest. This is the claim.
//  4. Where the claims exceed the budget, they are cut by its policy, in whole
//     rounding steps: see [Shortage]. Otherwise every claim is paid.
//
// Every award is a whole number of fen, no budget is overspent, and the order
// of the requests never changes anybody's award: ties are broken by request
// id. Time grows as the number of requests times sources; requests that do not
// come in the order of their ids are first sorted.
func Settle(scheme Scheme, requests []Request) (*Settlement, error) {
	var found rule.Problems
	found.Nest("scheme", scheme.Validate())
	if len(found) > 0 {
		return nil, found.Err()
	}
	s := &settler{scheme: &scheme, columns: compile(&scheme)}
	s.requests, s.order = byID(requests)
	if err := s.check(); err != nil {
		return nil, err
	}
	n, m := len(requests), len(s.columns)
	s.cells = make([]int64, n*m)
	s.rest = make([]int64, n)
	for i := range s.requests {
		s.rest[i] = s.requests[i].Asked.Fen()
	}
	s.claims = make([]int64, n)
	for j := 0; j < m; {
		if next := s.restGroup(j); next > j {
			found.Add(s.settleRest(j, next))
			j = next
			continue
		}
		found.Add(s.settleColumn(j))
		j++
	}
	found.Add(s.overpaid())
	if len(found) > 0 {
		return nil, found.Err()
	}
	return &Settlement{scheme: scheme, requests: s.requests, columns: s.columns, cells: s.cells, places: inverse(s.order)}, nil
}

// settler is the state of one call of Settle. Amounts are fen.
type settler struct {
	scheme   *Scheme
	requests []Request // by id
	order    []int32   // where each was given; nil where they came by id
	columns  []column
	cells    []int64 // awards, by request, then source
	rest     []int64 // of each request, unmet so far
	claims   []int64 // on the source being settled
	scratch  scratch
}

// overpaid reports the first request whose sources, paying beyond what is
// asked, together exceed the range of Money.
func (s *settler) overpaid() *rule.Problem {
	m := len(s.columns)
	for i := range s.requests {
		total := uint128{}
		for _, award := range s.cells[i*m : (i+1)*m] {
			total = total.add(uint128{0, uint64(award)})
		}
		if total.above(maxFen) {
			return problems.Problem(s.path(i), AwardTotalRange)
		}
	}
	return nil
}

// check validates the requests.
func (s *settler) check() error {
	needScore, needUnits := false, false
	for _, source := range s.scheme.Sources {
		needScore = needScore || source.Short == Priority || source.Rule.Method == PerPoint
		needUnits = needUnits || source.Rule.Method == PerUnit
	}
	var found rule.Problems
	for i := range s.requests {
		if err := s.requests[i].validate(s.scheme, needScore, needUnits); err != nil {
			found.Nest(s.path(i), err)
		}
		if i > 0 && s.requests[i].ID == s.requests[i-1].ID && s.requests[i].ID != "" {
			found.Add(problems.Problem(s.path(i)+".id", RequestTwice,
				rule.With("id", rule.Quoted(s.requests[i].ID)), rule.With("first", rule.Int(int64(s.given(i-1)), 0))))
		}
	}
	return found.Err()
}

// given returns where the i-th request by id was given.
func (s *settler) given(i int) int {
	if s.order == nil {
		return i
	}
	return int(s.order[i])
}

func (s *settler) path(i int) string { return "requests[" + strconv.Itoa(s.given(i)) + "]" }

// restGroup returns the end of the run of Rest sources that starts at j.
func (s *settler) restGroup(j int) int {
	for j < len(s.columns) && s.columns[j].source.Rule.Method == Rest {
		j++
	}
	return j
}

// settleColumn settles a source that computes its amounts by itself.
func (s *settler) settleColumn(j int) *rule.Problem {
	c := &s.columns[j]
	for i := range s.requests {
		r := &s.requests[i]
		s.claims[i] = 0
		if !s.takesPart(i, j) {
			continue
		}
		amount, ok := c.amount(r)
		if !ok {
			return problems.Problem(s.path(i), AwardRange, rule.With("source", rule.Label(c.source.Title)))
		}
		s.claims[i] = c.limit(amount, s.rest[i])
	}
	return s.pay(j, s.claims)
}

// settleRest splits each request's rest among the sources [j, end) and settles
// them one after the other.
func (s *settler) settleRest(j, end int) *rule.Problem {
	n := len(s.requests)
	claims := make([]int64, (end-j)*n) // by source, then request
	weights := make([]uint64, end-j)
	shares := make([]int64, end-j)
	for i := range s.requests {
		taken := false
		for k := range weights {
			weights[k] = 0
			if s.takesPart(i, j+k) {
				weights[k], taken = s.columns[j+k].weight, true
			}
		}
		if !taken || s.rest[i] <= 0 {
			continue
		}
		splitRow(s.rest[i], weights, shares)
		for k, share := range shares {
			claims[k*n+i] = s.columns[j+k].limit(share, share)
		}
	}
	for k := range weights {
		if p := s.pay(j+k, claims[k*n:(k+1)*n]); p != nil {
			return p
		}
	}
	return nil
}

// takesPart tells whether a source takes part in a request.
func (s *settler) takesPart(i, j int) bool {
	c := &s.columns[j]
	r := &s.requests[i]
	if !c.source.Territory.IsZero() && !c.source.Territory.Contains(r.Territory) {
		return false
	}
	if !c.conditional {
		return true
	}
	m := len(s.columns)
	holds, _ := c.source.If.Holds(&rowFacts{r, s.columns[:j], s.cells[i*m : i*m+j]})
	return holds
}

// pay turns the claims on a source into awards.
func (s *settler) pay(j int, claims []int64) *rule.Problem {
	c := &s.columns[j]
	for _, claim := range claims {
		c.claimed = c.claimed.add(uint128{0, uint64(claim)})
	}
	switch {
	case c.source.Budget == nil && c.claimed.above(maxFen):
		return problems.Problem("scheme.sources["+strconv.Itoa(j)+"]", AwardRange, rule.With("source", rule.Label(c.source.Title)))
	case c.source.Budget != nil && c.claimed.above(uint64(c.source.Budget.Fen())):
		c.short = true
		s.cut(c, claims)
	}
	m := len(s.columns)
	for i, award := range claims {
		s.cells[i*m+j] = award
		s.rest[i] = max(0, s.rest[i]-award)
		c.paid += award
	}
	return nil
}
