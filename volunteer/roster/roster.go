package roster

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/assign"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Roster is who takes which shift.
type Roster struct {
	Turns   []Turn      `json:"turns"`   // by start of the shift, its id, the need, the person
	Wanted  int         `json:"wanted"`  // places of all needs
	Kept    int         `json:"kept"`    // turns of the earlier roster that stand
	Dropped []Turn      `json:"dropped"` // turns of it that do not, in their order
	Short   []Short     `json:"short"`   // needs not filled, and why
	Standby []Standby   `json:"standby"` // who could step in
	Chained []string    `json:"chained"` // first shifts of sittings whose shifts do not all overlap
	Reason  rule.Reason `json:"reason"`
}

// Short is a need that is not filled.
type Short struct {
	Shift  string      `json:"shift"`
	Skill  string      `json:"skill,omitzero"`
	Wanted int         `json:"wanted"`
	Filled int         `json:"filled"`
	Fit    int         `json:"fit"`    // people with the skill and the time
	Reason rule.Reason `json:"reason"` // which bound is tight
}

// Standby is people who fit a need, have no shift in its sitting and may take
// one more: those with the fewest shifts first, then by id.
type Standby struct {
	Shift  string   `json:"shift"`
	Skill  string   `json:"skill,omitzero"`
	People []string `json:"people"`
}

// Load returns the number of turns of each person who has one.
func (r Roster) Load() map[string]int {
	load := map[string]int{}
	for _, t := range r.Turns {
		load[t.Person]++
	}
	return load
}

// Make returns the roster of a request. That needs stay short is an answer,
// with its reasons. Problems, all at once: people who are not on the register,
// shifts without id, place, hours or needs, ids or skills that stand twice,
// numbers out of range.
func Make(request Request) (Roster, error) {
	if err := request.validate(); err != nil {
		return Roster{}, err
	}
	p := newPlan(request)
	flow, err := p.network.SolveGreatest(p.source, p.sink)
	if err != nil {
		return Roster{}, err
	}
	return p.roster(flow)
}

// plan is a request as a network: source, people, people in sittings, needs,
// sink.
type plan struct {
	request Request
	shifts  []Shift
	sitting []int
	chained []string
	people  []*volunteer.Person // by id
	needs   []need
	fits    []fit // edges into needs, by need and person
	network assign.Network
	source  int
	sink    int
}

// need is one need of one shift.
type need struct {
	shift int
	Need
}

// fit is a person who can take a need, and the edge that says so.
type fit struct {
	need   int
	person int
	edge   int
	kept   bool
}

func newPlan(request Request) *plan {
	p := &plan{request: request}
	p.shifts, p.sitting, p.chained = sittings(request.Shifts)
	called := map[string]bool{}
	for _, id := range request.Called {
		called[id] = true
	}
	for _, person := range request.Register.All() {
		if request.Called == nil || called[person.ID] {
			p.people = append(p.people, person)
		}
	}
	for i, s := range p.shifts {
		needs := slices.Clone(s.Needs)
		slices.SortFunc(needs, func(a, b Need) int { return compareText(a.Skill, b.Skill) })
		for _, n := range needs {
			p.needs = append(p.needs, need{i, n})
		}
	}
	p.build()
	return p
}

func compareText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// build makes the network: its first nodes are the people, then the needs.
func (p *plan) build() {
	kept := map[[2]string]bool{}
	for _, t := range p.request.Keep {
		kept[[2]string{t.Shift, t.Person}] = true
	}
	nodes := len(p.people) + len(p.needs)
	seats := make([]map[int]int, len(p.people)) // sitting to node
	wanted := 0
	for n := range p.needs {
		wanted += p.needs[n].Count
		s := &p.shifts[p.needs[n].shift]
		for i, person := range p.people {
			if !able(person, p.needs[n].Skill) || !free(person, s.Span) {
				continue
			}
			if seats[i] == nil {
				seats[i] = map[int]int{}
			}
			sitting := p.sitting[p.needs[n].shift]
			if _, ok := seats[i][sitting]; !ok {
				seats[i][sitting] = nodes
				nodes++
			}
			p.fits = append(p.fits, fit{need: n, person: i, kept: kept[[2]string{s.ID, person.ID}]})
		}
	}
	p.source, p.sink = nodes, nodes+1
	p.network.Supply = make([]int64, nodes+2)
	most := 1
	for i, seats := range seats {
		turns := len(seats)
		if p.request.Most > 0 {
			turns = min(turns, p.request.Most)
		}
		most = max(most, turns)
		for k := range turns {
			p.edge(p.source, i, 1, int64(2*k+1))
		}
		for _, sitting := range slices.Sorted(keys(seats)) {
			p.edge(i, seats[sitting], 1, 0)
		}
	}
	// one turn kept is worth more than any spread of all turns
	keep := int64(wanted)*int64(2*most+1) + 1
	for f := range p.fits {
		fit := &p.fits[f]
		cost := int64(0)
		if fit.kept {
			cost = -keep
		}
		seat := seats[fit.person][p.sitting[p.needs[fit.need].shift]]
		fit.edge = p.edge(seat, len(p.people)+fit.need, 1, cost)
	}
	for n := range p.needs {
		p.edge(len(p.people)+n, p.sink, int64(p.needs[n].Count), 0)
	}
}

func keys(m map[int]int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func (p *plan) edge(from, to int, most, cost int64) int {
	p.network.Edges = append(p.network.Edges, assign.Edge{From: from, To: to, Most: most, Cost: cost})
	return len(p.network.Edges) - 1
}

func able(p *volunteer.Person, skill string) bool {
	return skill == "" || slices.Contains(p.Skills, skill)
}

// free tells whether a person is enrolled and available for a whole span.
func free(p *volunteer.Person, s volunteer.Span) bool {
	if !p.Free(s) {
		return false
	}
	_, enrolled := p.ClassOn(s.From.Date())
	return enrolled
}
