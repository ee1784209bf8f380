package funding

import (
	"slices"
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Settle decides a funding round: what each source of the scheme pays for each
// request. Faults in the scheme or in any request are reported all at once as
// [rule.Problems], with paths such as scheme.sources[2].budget and
// requests[14].asked, and nothing is settled.
//
// Sources are settled in their turns, each over all requests:
//
//  1. A source takes part in a request that comes from the source's territory,
//     that the sources it waits for have paid, and that meets its condition.
//  2. The amount is computed by the source's rule and rounded once, by the
//     source's rounding or else the scheme's. Neighbouring sources whose rule is
//     [Rest] or [Portion] split the unmet rest of each request by weight, by
//     largest remainder, equal remainders to the earlier source.
//  3. It is brought within the source's bounds for one request and, unless the
//     source pays beyond what is asked, to the request's unmet rest; see
//     [Source]. This is the claim.
//  4. Where claims together exceed a limit of the source, an envelope or its
//     budget, they are cut by its policy, in whole rounding steps: see
//     [Shortage]. Otherwise every claim is paid.
//  5. Unspent money goes on where the scheme says so: see [Scheme].
//
// Every award is a whole number of fen, no budget is overspent, and the order
// of the requests never changes anybody's award: ties are broken by request
// id. Time grows as the number of requests times sources; requests that do not
// come in the order of their ids are first sorted.
func Settle(scheme Scheme, requests []Request) (*Settlement, error) {
	s, err := newSettler(&scheme, requests)
	if err != nil {
		return nil, err
	}
	var found rule.Problems
	n, m := len(requests), len(s.columns)
	s.cells = make([]int64, n*m)
	s.rest = make([]int64, n)
	for i := range s.requests {
		s.rest[i] = s.requests[i].Asked.Fen()
	}
	s.claims = make([]int64, n)
	for _, turn := range s.turns {
		for _, j := range turn {
			s.columns[j].bounds = s.bounds(j)
		}
		if s.columns[turn[0]].source.Rule.Method.shares() {
			found.Add(s.settleShared(turn))
		} else {
			found.Add(s.settleColumn(turn[0]))
		}
		if len(found) > 0 {
			return nil, found.Err()
		}
		s.release(turn)
	}
	found.Add(s.overpaid())
	if len(found) > 0 {
		return nil, found.Err()
	}
	return &Settlement{terms: s.terms, requests: s.requests, cells: s.cells, places: inverse(s.order)}, nil
}

// Check reports every fault of the scheme and the requests, as [Settle] does,
// and settles nothing.
func Check(scheme Scheme, requests []Request) error {
	_, err := newSettler(&scheme, requests)
	return err
}

// newSettler checks what is put in and makes it ready.
func newSettler(scheme *Scheme, requests []Request) (*settler, error) {
	var found rule.Problems
	found.Nest("scheme", scheme.Validate())
	if len(found) > 0 {
		return nil, found.Err()
	}
	s := &settler{terms: compile(scheme)}
	s.requests, s.order = byID(requests)
	if err := s.check(); err != nil {
		return nil, err
	}
	return s, nil
}

// settler is the state of one call of Settle. Amounts are fen.
type settler struct {
	*terms
	requests []Request // by id
	order    []int32   // where each was given; nil where they came by id
	cells    []int64   // awards, by request, then source
	rest     []int64   // of each request, unmet so far
	claims   []int64   // on the source being settled
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
	needs := s.scheme.needs()
	var found rule.Problems
	for i := range s.requests {
		if err := s.requests[i].validate(s.terms, needs); err != nil {
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

// facts returns the facts of no request yet, for a source of that turn.
func (s *settler) facts(turn int) *rowFacts { return &rowFacts{terms: s.terms, turn: turn} }

// at moves the facts to the i-th request.
func (f *rowFacts) at(s *settler, i int) {
	m := len(s.columns)
	f.request, f.paid, f.rest = &s.requests[i], s.cells[i*m:(i+1)*m], s.rest[i]
}

// settleColumn settles a source that computes its amounts by itself.
func (s *settler) settleColumn(j int) *rule.Problem {
	c := &s.columns[j]
	f := s.facts(c.turn)
	for i := range s.requests {
		f.at(s, i)
		s.claims[i] = 0
		if c.refusal(f) != "" {
			continue
		}
		amount, ok := c.amount(f)
		if !ok {
			return problems.Problem(s.path(i), AwardRange, rule.With("source", rule.Label(c.source.Title)))
		}
		s.claims[i] = c.limit(amount, f, nil)
	}
	return s.pay(j, 1, s.claims)
}

// settleShared splits each request's rest among the sources of a turn and
// settles them one after the other, in further rounds where the scheme says so.
func (s *settler) settleShared(turn []int) *rule.Problem {
	n := len(s.requests)
	split := s.sharing(turn)
	backfill := s.scheme.Backfill && split.whole == 0
	var dropped []uint64 // of each request, the sources that could not pay all they were asked
	if backfill {
		dropped = make([]uint64, n)
	}
	var rounds [][]int64 // awards, by source, then request
	for round := 1; round <= len(turn); round++ {
		claims := make([]int64, len(turn)*n)
		if !s.claimShares(split, turn, dropped, claims) && round > 1 {
			break
		}
		var asked []int64
		if backfill {
			asked = slices.Clone(claims)
		}
		for k, j := range turn {
			if p := s.pay(j, round, claims[k*n:(k+1)*n]); p != nil {
				return p
			}
		}
		rounds = append(rounds, claims)
		if !backfill {
			break
		}
		for x, award := range claims {
			if award < asked[x] {
				dropped[x%n] |= 1 << (x / n)
			}
		}
	}
	if len(rounds) > 1 {
		s.rounds[s.columns[turn[0]].turn] = rounds
	}
	return nil
}

// claimShares splits what is left of each request's rest among the sources that
// have not dropped out, and tells whether anything is claimed.
func (s *settler) claimShares(split *sharing, turn []int, dropped []uint64, claims []int64) (claimed bool) {
	n := len(s.requests)
	f := s.facts(s.columns[turn[0]].turn)
	for i := range s.requests {
		f.at(s, i)
		out := uint64(0)
		if dropped != nil {
			out = dropped[i]
		}
		rest := f.rest
		if rest <= 0 || !split.weigh(f, out) {
			continue
		}
		for k, share := range split.shares(rest) {
			before := f.paid[turn[k]]
			f.rest = rest + before
			claim := max(0, s.columns[turn[k]].limit(before+share, f, nil)-before)
			if claim < share && dropped != nil {
				dropped[i] |= 1 << k
			}
			claims[k*n+i] = claim
			claimed = claimed || claim > 0
		}
	}
	return claimed
}

// release moves what the sources of a turn leave of their budgets on to the
// next in line.
func (s *settler) release(turn []int) {
	for _, j := range turn {
		c := &s.columns[j]
		if c.next < 0 {
			continue
		}
		next := &s.columns[c.next]
		c.moved = c.source.Budget.Fen() + c.received - c.paid
		next.received += c.moved
	}
}

// pay turns the claims on a source into awards, in place.
func (s *settler) pay(j, round int, claims []int64) *rule.Problem {
	c := &s.columns[j]
	for _, claim := range claims {
		c.claimed = c.claimed.add(uint128{0, uint64(claim)})
	}
	if c.source.Budget == nil && c.claimed.above(maxFen) {
		return problems.Problem("scheme."+sourcePath(j), AwardRange, rule.With("source", rule.Label(c.source.Title)))
	}
	first := true
	var before []int64
	for k, b := range c.bounds {
		if !first {
			before = slices.Clone(claims)
		}
		if done := s.cut(c, b, claims); done != nil {
			done.round, done.bound = round, k
			if !first {
				done.before = before
			}
			first = false
			c.cuttings = append(c.cuttings, *done)
			c.short = c.short || b.limit == nil
		}
	}
	m := len(s.columns)
	for i, award := range claims {
		s.cells[i*m+j] += award
		s.rest[i] = max(0, s.rest[i]-award)
		c.paid += award
	}
	return nil
}
