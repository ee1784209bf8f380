package funding

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// turns returns the order in which the sources pay: each turn is one source,
// or neighbours that share a rest. A source waits for those it pays after, a
// last payer for all others; else they go in the order of the scheme. stuck is
// the sources that wait for one another in a circle.
func (s Scheme) turns() (turns [][]int, stuck []int) {
	done := make([]bool, len(s.Sources))
	place := map[string]int{}
	for j := range s.Sources {
		place[s.Sources[j].ID] = j
	}
	ready := func(j int) bool {
		source := &s.Sources[j]
		if source.Rule.Method == LastPayer && slices.ContainsFunc(s.Sources, func(other Source) bool {
			return other.Rule.Method != LastPayer && !done[place[other.ID]]
		}) {
			return false
		}
		return !slices.ContainsFunc(source.After, func(id string) bool {
			k, known := place[id]
			return known && !done[k]
		})
	}
	for range s.Sources {
		next := -1
		for j := range s.Sources {
			if !done[j] && ready(j) {
				next = j
				break
			}
		}
		if next < 0 {
			break
		}
		done[next] = true
		if last := len(turns) - 1; last >= 0 && s.share(turns[last], next) {
			turns[last] = append(turns[last], next)
		} else {
			turns = append(turns, []int{next})
		}
	}
	for j := range s.Sources {
		if !done[j] {
			stuck = append(stuck, j)
		}
	}
	return turns, stuck
}

// share tells whether source j shares a rest with those of a turn.
func (s Scheme) share(turn []int, j int) bool {
	source := &s.Sources[j]
	if !source.Rule.Method.shares() || s.Sources[turn[0]].Rule.Method != source.Rule.Method {
		return false
	}
	return !slices.ContainsFunc(turn, func(k int) bool { return slices.Contains(source.After, s.Sources[k].ID) })
}

// validatePortions reports fixed parts of one rest that are together more than
// the whole.
func (s Scheme) validatePortions(turn []int) error {
	if s.Sources[turn[0]].Rule.Method != Portion {
		return nil
	}
	sum := decimal.Decimal{}
	for _, j := range turn {
		if ratio := s.Sources[j].Rule.Ratio; validRatio(ratio, decimal.NewFromInt(1)) == nil {
			sum = sum.Add(ratio)
		}
	}
	if sum.Cmp(decimal.NewFromInt(1)) > 0 {
		return problems.Problem(sourcePath(turn[0])+".rule.ratio", PortionsAboveOne,
			rule.With("sources", rule.Word(s.names(turn))), rule.With("sum", rule.Num(sum, 0)))
	}
	return nil
}

// names lists the ids of sources.
func (s Scheme) names(sources []int) string {
	ids := make([]string, len(sources))
	for i, j := range sources {
		ids[i] = s.Sources[j].ID
	}
	return strings.Join(ids, ", ")
}
