package charity

import (
	"maps"
	"slices"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

// Row says that an event of a kind leads from a stage to a stage, or is put on
// record within it, if its condition holds.
type Row = stage.Row[Stage, Kind]

// Rules are the rules a project is carried through: the transition table with
// its gates, the facts that gates may ask for, the classes of beneficiaries
// and how long a stage should take. They are data: a literal in Go, JSON both
// ways.
type Rules struct {
	rule.Head
	Facts   rule.Vocabulary `json:"facts"`           // stated by events; see also [KeptFacts]
	Classes []Class         `json:"classes"`         // of beneficiaries
	Terms   []Term          `json:"terms,omitempty"` // longest time in a stage
	Rows    []Row           `json:"rows"`            // the transition table
}

// Class is a class of beneficiaries (受益人类别).
type Class struct {
	ID    string    `json:"id"`
	Title rule.Text `json:"title"`
}

// Term is the longest time a project should spend in a stage; beyond it the
// project is overdue (逾期).
type Term struct {
	Stage Stage `json:"stage"`
	Days  int   `json:"days"`
}

// Pipeline is checked rules, ready to carry projects. It is built by [New] and
// safe for use by several goroutines.
type Pipeline struct {
	rules   Rules
	table   stage.Table[Stage, Kind]
	moves   stage.Table[Stage, Kind] // the rows that lead to another stage
	rows    [Withdrawn + 1][Cover + 1]*Row
	classes map[string]int
	terms   [Withdrawn + 1]int
}

// New returns the pipeline of the rules, or every fault in them: what
// [rule.Head.Validate] and [stage.New] find (an unreachable stage, a dead end,
// two rows for one event, a gate on an unknown fact), stated facts that hide a
// kept one ([FactKept]), classes and terms that stand twice ([Twice]), and
// records that would change the stage or moves that would not ([RowShape]).
func New(rules Rules) (*Pipeline, error) {
	var found rule.Problems
	found.Nest("", rules.Head.Validate())
	vocabulary := KeptFacts()
	for _, name := range slices.Sorted(maps.Keys(rules.Facts)) {
		if _, ok := vocabulary[name]; ok {
			found.Add(problems.Problem("facts."+name, FactKept))
		}
		vocabulary[name] = rules.Facts[name]
	}
	p := &Pipeline{rules: rules, classes: make(map[string]int, len(rules.Classes))}
	for i, class := range rules.Classes {
		if class.ID == "" || class.Title.ZH == "" || class.Title.EN == "" {
			found.Add(problems.Problem(rule.At("classes", i), rule.Required))
		}
		if _, ok := p.classes[class.ID]; ok {
			found.Add(problems.Problem(rule.At("classes", i), Twice, rule.With("name", rule.Quoted(class.ID))))
		}
		p.classes[class.ID] = i
	}
	for i, term := range rules.Terms {
		switch {
		case !term.Stage.Valid() || term.Days <= 0:
			found.Add(problems.Problem(rule.At("terms", i), rule.Required))
		case p.terms[term.Stage] != 0:
			found.Add(problems.Problem(rule.At("terms", i), Twice, rule.With("name", rule.Label(stages.Labels(term.Stage)))))
		default:
			p.terms[term.Stage] = term.Days
		}
	}
	var moves []Row
	for i, row := range rules.Rows {
		if row.On.Valid() && (row.On < Record) == (row.From == row.To) {
			found.Add(problems.Problem(rule.At("rows", i), RowShape, row.On.label("event")))
		}
		if row.From != row.To {
			moves = append(moves, row)
		}
	}
	ends := []Stage{Closed, Failed, Withdrawn}
	var err error
	p.table, err = stage.New(Assess, ends, rules.Rows, vocabulary)
	found.Nest("rows", err)
	if len(found) > 0 {
		return nil, found.Err()
	}
	// A stage whose only rows are records is a dead end all the same.
	p.moves, err = stage.New(Assess, ends, moves, vocabulary)
	if err != nil {
		found.Nest("moves", err)
		return nil, found.Err()
	}
	rows := p.table.Rows()
	for i := range rows {
		p.rows[rows[i].From][rows[i].On] = &rows[i]
	}
	return p, nil
}

// Rules returns the rules the pipeline was built from.
func (p *Pipeline) Rules() Rules { return p.rules }

// Table returns the transition table, records included.
func (p *Pipeline) Table() stage.Table[Stage, Kind] { return p.table }

// Mermaid draws the moves of the table as a Mermaid state diagram with labels
// in the reader's language. A star marks a move that needs a condition.
func (p *Pipeline) Mermaid(tag language.Tag) string { return p.moves.Mermaid(tag) }
