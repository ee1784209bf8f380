package vote

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"

	"github.com/sancheng-go/sancheng/org/rule"
)

// table is an election made ready to be counted: projects in the order of
// their ids, so that a lower place wins a tie; equal ballots joined to groups;
// points as whole numbers without a common divisor.
type table struct {
	by       Satisfaction
	budget   uint64 // fen
	voters   uint64
	order    []int32       // the place given of each project
	cost     []uint64      // fen
	support  [][]supporter // of each project; its order is free to change
	weights  [][]uint64    // of each project: the different points its supporters give
	total    []uint64      // of each project: all points of its supporters
	score    []int64       // of each project: all points, those below zero too
	twin     []int32       // of each project: the first with the same supporters, points and cost
	size     []uint64      // of each group: its voters
	choices  [][]choice    // of each group, by project
	groupOf  []int32       // of each ballot; -1 for one that supports nobody
	million  uint64        // points ×10⁶ that make one weight
	maxCost  uint64
	supports []uint64 // of each project: its voters
}

// supporter is a group that supports a project with one of its weights.
type supporter struct {
	group int32
	class int32
}

// choice is a project a group supports.
type choice struct {
	project int32
	weight  uint64
}

func newTable(by Satisfaction, e Election, places map[string]int32) *table {
	n := len(e.Projects)
	t := &table{
		by: by, budget: uint64(e.Budget.Fen()), voters: uint64(len(e.Ballots)),
		order: make([]int32, n), cost: make([]uint64, n), support: make([][]supporter, n), weights: make([][]uint64, n),
		total: make([]uint64, n), score: make([]int64, n), twin: make([]int32, n), supports: make([]uint64, n),
		groupOf: make([]int32, len(e.Ballots)),
	}
	for i := range t.order {
		t.order[i] = int32(i)
	}
	slices.SortFunc(t.order, func(a, b int32) int { return strings.Compare(e.Projects[a].ID, e.Projects[b].ID) })
	rank := make([]int32, n)
	for k, i := range t.order {
		rank[i] = int32(k)
		t.cost[k] = uint64(e.Projects[i].Cost.Fen())
		t.maxCost = max(t.maxCost, t.cost[k])
	}
	t.join(e, places, rank)
	t.reduce()
	t.index()
	return t
}

// join puts equal ballots into groups.
func (t *table) join(e Election, places map[string]int32, rank []int32) {
	groups := map[string]int32{}
	var list []choice
	var key []byte
	for i, b := range e.Ballots {
		list, key = list[:0], key[:0]
		for _, given := range b.Points {
			k := rank[places[given.Project]]
			n, _ := scaled(given.Points)
			t.score[k] += n
			if n > 0 {
				list = append(list, choice{k, uint64(n)})
			}
		}
		if len(list) == 0 {
			t.groupOf[i] = -1
			continue
		}
		slices.SortFunc(list, func(a, b choice) int { return int(a.project - b.project) })
		for _, c := range list {
			key = binary.BigEndian.AppendUint32(key, uint32(c.project))
			key = binary.BigEndian.AppendUint64(key, c.weight)
		}
		g, known := groups[string(key)]
		if !known {
			g = int32(len(t.size))
			groups[string(key)] = g
			t.size = append(t.size, 0)
			t.choices = append(t.choices, slices.Clone(list))
		}
		t.size[g]++
		t.groupOf[i] = g
	}
}

// reduce divides all points by their greatest common divisor.
func (t *table) reduce() {
	t.million = 0
	for _, choices := range t.choices {
		for _, c := range choices {
			t.million = gcd(t.million, c.weight)
		}
	}
	if t.million == 0 {
		t.million = 1
	}
	for _, choices := range t.choices {
		for i := range choices {
			choices[i].weight /= t.million
		}
	}
}

// index lists the supporters of each project and finds the twins.
func (t *table) index() {
	classes := map[choice]int32{}
	for g, choices := range t.choices {
		for _, c := range choices {
			class, known := classes[c]
			if !known {
				class = int32(len(t.weights[c.project]))
				classes[c] = class
				t.weights[c.project] = append(t.weights[c.project], c.weight)
			}
			t.support[c.project] = append(t.support[c.project], supporter{int32(g), class})
			t.total[c.project] += t.size[g] * c.weight
			t.supports[c.project] += t.size[g]
		}
	}
	first := map[string]int32{}
	var key []byte
	for k := range t.order {
		key = binary.BigEndian.AppendUint64(key[:0], t.cost[k])
		for _, s := range t.support[k] {
			key = binary.BigEndian.AppendUint32(key, uint32(s.group))
			key = binary.BigEndian.AppendUint64(key, t.weights[k][s.class])
		}
		if _, seen := first[string(key)]; !seen {
			first[string(key)] = int32(k)
		}
		t.twin[k] = first[string(key)]
	}
}

func gcd(a, b uint64) uint64 {
	for b > 0 {
		a, b = b, a%b
	}
	return a
}

// spends returns what projects cost together, at most 2⁶⁴-1.
func (t *table) spends(projects []int32) uint64 {
	sum := uint64(0)
	for _, k := range projects {
		next, carry := bits.Add64(sum, t.cost[k], 0)
		if carry > 0 {
			return 1<<64 - 1
		}
		sum = next
	}
	return sum
}

// exhausts tells whether no further project with support fits the budget.
func (t *table) exhausts(projects []int32) bool {
	left := t.budget - t.spends(projects)
	for k := range t.order {
		if t.total[k] > 0 && t.cost[k] <= left && !slices.Contains(projects, int32(k)) {
			return false
		}
	}
	return true
}

// free lists the projects that cost nothing and have support.
func (t *table) free() []int32 {
	var free []int32
	for k := range t.order {
		if t.cost[k] == 0 && t.total[k] > 0 {
			free = append(free, int32(k))
		}
	}
	return free
}

// name is how a reason names a project.
func name(p Project) rule.Value {
	if p.Title.IsZero() {
		return rule.Word(p.ID)
	}
	return rule.Label(rule.Words(p.ID+" "+p.Title.ZH, p.ID+" "+p.Title.EN))
}
