package roster

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sancheng-go/sancheng/org/assign"
	"github.com/sancheng-go/sancheng/org/rule"
)

// roster reads the answer off the flow.
func (p *plan) roster(flow assign.Flow) (Roster, error) {
	r := Roster{Turns: []Turn{}, Dropped: []Turn{}, Short: []Short{}, Standby: []Standby{}, Chained: p.chained}
	filled := make([]int, len(p.needs))
	load := make([]int, len(p.people))
	type seat struct{ person, sitting int }
	taken := map[seat]bool{}
	stands := map[[2]string]bool{}
	for _, f := range p.fits {
		if flow.Amounts[f.edge] == 0 {
			continue
		}
		n := p.needs[f.need]
		turn := Turn{p.shifts[n.shift].ID, n.Skill, p.people[f.person].ID}
		r.Turns = append(r.Turns, turn)
		stands[[2]string{turn.Shift, turn.Person}] = true
		filled[f.need]++
		load[f.person]++
		taken[seat{f.person, p.sitting[n.shift]}] = true
		if f.kept {
			r.Kept++
		}
	}
	for _, t := range p.request.Keep {
		if !stands[[2]string{t.Shift, t.Person}] {
			r.Dropped = append(r.Dropped, t)
		}
	}
	fits := make([][]int, len(p.needs))
	for _, f := range p.fits {
		fits[f.need] = append(fits[f.need], f.person)
	}
	var short []int
	for n := range p.needs {
		r.Wanted += p.needs[n].Count
		if filled[n] < p.needs[n].Count {
			short = append(short, n)
		}
		var idle []int
		for _, person := range fits[n] {
			free := p.request.Most == 0 || load[person] < p.request.Most
			if free && !taken[seat{person, p.sitting[p.needs[n].shift]}] {
				idle = append(idle, person)
			}
		}
		if p.request.Standby > 0 {
			r.Standby = append(r.Standby, p.standby(n, idle, load))
		}
	}
	r.Reason = problems.Reason(Covered, rule.With("wanted", rule.Int(int64(r.Wanted), rule.PersonTime)),
		rule.With("short", rule.Int(int64(r.Wanted-len(r.Turns)), rule.PersonTime))).
		Gives(rule.Difference, rule.Int(int64(len(r.Turns)), rule.PersonTime))
	why, err := p.why(flow, short, filled)
	if err != nil {
		return Roster{}, err
	}
	for i, n := range short {
		need := p.needs[n]
		s := Short{p.shifts[need.shift].ID, need.Skill, need.Count, filled[n], len(fits[n]), why[i]}
		r.Short = append(r.Short, s)
	}
	return r, nil
}

func (p *plan) standby(n int, idle, load []int) Standby {
	slices.SortFunc(idle, func(a, b int) int { return cmp.Or(cmp.Compare(load[a], load[b]), cmp.Compare(a, b)) })
	s := Standby{Shift: p.shifts[p.needs[n].shift].ID, Skill: p.needs[n].Skill, People: []string{}}
	for _, person := range idle[:min(len(idle), p.request.Standby)] {
		s.People = append(s.People, p.people[person].ID)
	}
	return s
}

// why explains each short need by the tight cut around it: the needs that
// compete with it, how many places they want together, and the most that the
// people who fit any of them can give.
func (p *plan) why(flow assign.Flow, short, filled []int) ([]rule.Reason, error) {
	if len(short) == 0 {
		return nil, nil
	}
	nodes := make([]int, len(short))
	for i, n := range short {
		nodes[i] = len(p.people) + n
	}
	cuts, err := p.network.Bottlenecks(flow, []int{p.sink}, nodes...)
	if err != nil {
		return nil, err
	}
	reasons := make([]rule.Reason, len(short))
	for i, cut := range cuts {
		wanted, given := 0, 0
		var names []string
		for _, node := range cut.Nodes {
			if n := node - len(p.people); n >= 0 && n < len(p.needs) {
				wanted += p.needs[n].Count
				given += filled[n]
				if len(names) == 0 || names[len(names)-1] != p.shifts[p.needs[n].shift].ID {
					names = append(names, p.shifts[p.needs[n].shift].ID)
				}
			}
		}
		var busy, atMost int64 // places in the cut's bound
		for _, edge := range cut.Full {
			if p.network.Edges[edge].From == p.source {
				atMost++
			} else {
				busy++
			}
		}
		inputs := []rule.Input{
			rule.With("shifts", rule.Word(strings.Join(names, ", "))),
			rule.With("wanted", rule.Int(int64(wanted), rule.PersonTime)),
		}
		code := NobodyFits
		if given > 0 {
			code = Tight
			inputs = append(inputs, rule.With("once", rule.Int(busy, rule.Person)), rule.With("full", rule.Int(atMost, rule.PersonTime)))
		}
		reasons[i] = problems.Reason(code, inputs...).Gives(rule.Given, rule.Int(int64(given), rule.PersonTime))
	}
	return reasons, nil
}
