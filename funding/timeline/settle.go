package timeline

import (
	"strconv"
	"strings"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Settled is requests of several versions, each settled under its own.
type Settled struct {
	rounds  []*funding.Settlement // by version; nil where a version has no requests
	places  []place               // of the requests as given
	reasons []rule.Reason
}

type place struct{ version, i int }

// Settle settles every request under the version it falls under; the requests
// of one version make one round and share its budgets. Faults of the timeline
// and of all requests are reported at once, with paths such as
// requests[14].date.
func (t Timeline) Settle(requests []funding.Request) (*Settled, error) {
	var found rule.Problems
	found.Nest("timeline", t.Validate())
	if len(found) > 0 {
		return nil, found.Err()
	}
	s := &Settled{rounds: make([]*funding.Settlement, len(t.Versions))}
	groups, given := make([][]funding.Request, len(t.Versions)), make([][]int, len(t.Versions))
	first := map[string]int{}
	for i, request := range requests {
		path := "requests[" + strconv.Itoa(i) + "]"
		version, reason, err := t.Under(request)
		if err != nil {
			found.Nest(path, err)
			continue
		}
		if k, twice := first[request.ID]; twice && request.ID != "" {
			found.Add(problems.Problem(path+".id", RequestTwice, rule.With("id", rule.Quoted(request.ID)), rule.With("first", rule.Int(int64(k), 0))))
		}
		first[request.ID] = i
		s.places = append(s.places, place{version, len(groups[version])})
		s.reasons = append(s.reasons, reason)
		groups[version], given[version] = append(groups[version], request), append(given[version], i)
	}
	for v, group := range groups {
		if len(group) == 0 {
			continue
		}
		settled, err := funding.Settle(t.admitting(v), group)
		for _, p := range rule.ProblemsOf(err) {
			moved := *p
			moved.Path = asGiven(p.Path, given[v])
			found.Add(&moved)
		}
		s.rounds[v] = settled
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return s, nil
}

// admitting returns a version that takes the requests its transitional clauses
// bring, whatever their dates.
func (t Timeline) admitting(v int) funding.Scheme {
	scheme := t.Versions[v]
	var admits []rule.Condition
	if !scheme.Admits.IsZero() {
		admits = append(admits, scheme.Admits)
	}
	for _, transition := range t.Transitions {
		if transition.Under == scheme.ID {
			admits = append(admits, transition.If)
		}
	}
	if len(admits) > 0 {
		scheme.Admits = rule.AnyOf(admits...)
	}
	return scheme
}

// asGiven turns the path requests[3].x within a version into that among all
// requests given.
func asGiven(path string, given []int) string {
	rest, ok := strings.CutPrefix(path, "requests[")
	if !ok {
		return path
	}
	number, after, _ := strings.Cut(rest, "]")
	k, err := strconv.Atoi(number)
	if err != nil {
		return path
	}
	return "requests[" + strconv.Itoa(given[k]) + "]" + after
}

// Len returns the number of requests.
func (s *Settled) Len() int { return len(s.places) }

// Round returns the settlement of the requests under one version; nil where
// there are none.
func (s *Settled) Round(version int) *funding.Settlement { return s.rounds[version] }

// Version returns the place of the version that the i-th request as given was
// settled under, and why.
func (s *Settled) Version(i int) (int, rule.Reason) { return s.places[i].version, s.reasons[i] }

// Award returns what the i-th request as given receives.
func (s *Settled) Award(i int) funding.Award {
	p := s.places[i]
	return s.rounds[p.version].Award(p.i)
}

// Explain returns the page that explains the i-th request's award, beginning
// with why that version decides.
func (s *Settled) Explain(i int) rule.Page {
	p := s.places[i]
	page := s.rounds[p.version].Explain(p.i)
	page.Steps = append([]rule.Reason{s.reasons[i]}, page.Steps...)
	return page
}
