package stage

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Name is the type of a table's stages or events: an enumeration of the
// library.
type Name interface {
	~uint8
	fmt.Stringer
	Valid() bool
	Label(language.Tag) string
}

// Row says that the event On in the stage From leads to the stage To if Needs
// holds. A zero condition always holds.
type Row[S, E Name] struct {
	From  S              `json:"from"`
	On    E              `json:"on"`
	To    S              `json:"to"`
	Needs rule.Condition `json:"needs,omitzero"`
}

// Table is a checked transition table, built by [New].
type Table[S, E Name] struct {
	start S
	ends  []S         // in order
	rows  []Row[S, E] // by stage, then event
	facts rule.Vocabulary
}

// New returns the table, or every fault of it in [rule.Problems]: stages or
// events not stated ([Unstated]), two rows for one event in one stage
// ([Twice]), conditions that do not fit the facts; and, where all stages are
// stated, stages that no path reaches from the start ([Unreached]), stages
// without a way out that are not among the ends ([DeadEnd]) and ends with a
// way out ([OpenEnd]). Paths are start, ends[i] and, for the rows, [i].
func New[S, E Name](start S, ends []S, rows []Row[S, E], facts rule.Vocabulary) (Table[S, E], error) {
	t := Table[S, E]{start: start, ends: slices.Clone(ends), rows: slices.Clone(rows), facts: maps.Clone(facts)}
	slices.Sort(t.ends)
	t.ends = slices.Compact(t.ends)

	var found rule.Problems
	if !start.Valid() {
		found.Add(problems.Problem("start", Unstated))
	}
	for i, end := range ends {
		if !end.Valid() {
			found.Add(problems.Problem("ends"+at(i), Unstated))
		}
	}
	first := map[[2]uint8]int{}
	for i, row := range rows {
		if !row.From.Valid() || !row.To.Valid() || !row.On.Valid() {
			found.Add(problems.Problem(at(i), Unstated))
		}
		if !row.Needs.IsZero() {
			found.Nest(at(i)+".needs", row.Needs.Validate(facts))
		}
	}
	if errors.Is(found.Err(), Unstated) {
		return Table[S, E]{}, found.Err()
	}
	for i, row := range rows {
		key := [2]uint8{uint8(row.From), uint8(row.On)}
		if j, ok := first[key]; ok {
			found.Add(problems.Problem(at(i), Twice, label("stage", row.From), label("event", row.On), rule.With("first", rule.Int(int64(j), 0))))
			continue
		}
		first[key] = i
	}
	t.connected(&found, ends)
	if len(found) > 0 {
		return Table[S, E]{}, found.Err()
	}
	slices.SortFunc(t.rows, func(a, b Row[S, E]) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.On, b.On))
	})
	return t, nil
}

// connected adds the stages out of reach, without a way out, and the ends that
// have one.
func (t Table[S, E]) connected(found *rule.Problems, ends []S) {
	reached, exits := t.reached(), map[S]bool{}
	for _, row := range t.rows {
		exits[row.From] = true
	}
	closed := func(stage S) bool { return !exits[stage] && !slices.Contains(ends, stage) }
	if closed(t.start) {
		found.Add(problems.Problem("start", DeadEnd, label("stage", t.start)))
	}
	for i, row := range t.rows {
		if !reached[row.From] {
			found.Add(problems.Problem(at(i), Unreached, label("stage", row.From)))
		}
		if closed(row.To) {
			found.Add(problems.Problem(at(i), DeadEnd, label("stage", row.To)))
		}
	}
	for i, end := range ends {
		if exits[end] {
			found.Add(problems.Problem("ends"+at(i), OpenEnd, label("stage", end)))
		}
		if !reached[end] {
			found.Add(problems.Problem("ends"+at(i), Unreached, label("stage", end)))
		}
	}
}

func at(i int) string { return "[" + strconv.Itoa(i) + "]" }

func label[N Name](name string, n N) rule.Input {
	return rule.With(name, rule.Label(rule.Words(n.Label(language.Chinese), n.Label(language.English))))
}

// reached returns the stages that some path of events reaches, conditions
// aside.
func (t Table[S, E]) reached() map[S]bool {
	reached := map[S]bool{t.start: true}
	for grew := true; grew; {
		grew = false
		for _, row := range t.rows {
			if reached[row.From] && !reached[row.To] {
				reached[row.To], grew = true, true
			}
		}
	}
	return reached
}

// Start returns the stage everything begins in.
func (t Table[S, E]) Start() S { return t.start }

// Rows returns the rows by stage, then event.
func (t Table[S, E]) Rows() []Row[S, E] { return slices.Clone(t.rows) }

// Facts returns the facts that conditions may ask for.
func (t Table[S, E]) Facts() rule.Vocabulary { return maps.Clone(t.facts) }

// On returns the row for an event in a stage.
func (t Table[S, E]) On(from S, on E) (Row[S, E], bool) {
	i, ok := sort.Find(len(t.rows), func(i int) int {
		return cmp.Or(cmp.Compare(from, t.rows[i].From), cmp.Compare(on, t.rows[i].On))
	})
	if !ok {
		return Row[S, E]{}, false
	}
	return t.rows[i], true
}

// From returns the rows that lead out of a stage, by event.
func (t Table[S, E]) From(from S) []Row[S, E] {
	var out []Row[S, E]
	for i := range t.rows {
		if t.rows[i].From == from {
			out = append(out, t.rows[i])
		}
	}
	return out
}
