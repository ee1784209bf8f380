package grading

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Scale gives a class (等级) to every score. It is data: a literal in Go, JSON
// both ways.
type Scale struct {
	rule.Head
	Scores  band.Domain `json:"scores"`  // every score there is: 0 to 100 in steps of 0.1
	Classes []Class     `json:"classes"` // best first
}

// Class is one class of a scale and the scores that lie in it.
type Class struct {
	ID    string        `json:"id"`
	Label rule.Text     `json:"label"`
	In    rule.Interval `json:"in"`
	Fails bool          `json:"fails,omitzero"` // 未通过评估: no grade
	Basis
}

// Validate reports every fault of the scale: what its head lacks, scores
// without ends, classes without an id or label or with the id of another,
// classes not in order from the best down, a failing class above one that
// passes, and whatever [band.Check] finds: scores in no class, scores in two,
// classes no score reaches, each with an example.
func (s Scale) Validate() error {
	_, err := s.table()
	return err
}

// table returns the place in Classes for every score.
func (s Scale) table() (band.Table[int], error) {
	var found rule.Problems
	found.Nest("", s.Head.Validate())
	_, _, low := s.Scores.In.Low()
	_, _, high := s.Scores.In.High()
	if !low || !high {
		found.Add(problems.Problem("scores.in", ScaleUnbounded))
	}
	if s.Scores.Step.Sign() < 0 {
		found.Add(problems.Problem("scores.step", ScaleStep, rule.With("step", rule.Num(s.Scores.Step, rule.Point))))
	}
	if len(s.Classes) == 0 {
		found.Add(problems.Problem("classes", rule.Required))
	}
	ids := map[string]int{}
	rows := make([]band.Row[int], len(s.Classes))
	for i, class := range s.Classes {
		at := rule.At("classes", i)
		found.Nest(at, named(class.ID, class.Label))
		if first, ok := ids[class.ID]; ok && class.ID != "" {
			found.Add(problems.Problem(at+".id", IDTwice, rule.With("id", rule.Word(class.ID)), rule.With("first", rule.Int(int64(first), 0))))
		} else {
			ids[class.ID] = i
		}
		if i > 0 && s.Classes[i-1].Fails && !class.Fails {
			found.Add(problems.Problem(at, ScaleOrder, rule.With("class", rule.Word(class.ID)), rule.With("above", rule.Word(s.Classes[i-1].ID))))
		}
		rows[i] = band.Row[int]{In: class.In, Is: i}
	}
	if len(found) > 0 {
		return band.Table[int]{}, found.Err()
	}
	table, err := band.New(s.Scores, rows)
	found.Nest("classes", err)
	for place := range table.Len() {
		if i := table.Row(place).Is; i != len(rows)-1-place {
			found.Add(problems.Problem(rule.At("classes", i), ScaleOrder, rule.With("class", rule.Word(s.Classes[i].ID)),
				rule.With("above", rule.Word(s.Classes[len(rows)-1-place].ID))))
		}
	}
	if len(found) > 0 {
		return band.Table[int]{}, found.Err()
	}
	return table, nil
}

// check reports a score outside the scale or between its steps.
func (s Scale) check(score decimal.Decimal) error {
	if !s.Scores.In.Contains(score) {
		return problems.Problem("score", ScoreRange, rule.With("score", rule.Num(score, rule.Point)),
			rule.With("scores", rule.Label(s.Scores.In.Words())))
	}
	if step := s.Scores.Step; !step.IsZero() && !score.Mod(step).IsZero() {
		return problems.Problem("score", ScoreStep, rule.With("score", rule.Num(score, rule.Point)), rule.With("step", rule.Num(step, rule.Point)))
	}
	return nil
}

// Reach returns the least score that lies in a class, by its place, best first.
// exact is false where
// there is none, because every score above the one returned does.
func (s Scale) Reach(class int) (score decimal.Decimal, exact bool) {
	line, in, stated := s.Classes[class].In.Low()
	if !stated {
		line, in, _ = s.Scores.In.Low()
	}
	step := s.Scores.Step
	if step.IsZero() {
		return line, in
	}
	mode := rule.Up
	if line.Sign() < 0 {
		mode = rule.Down
	}
	next := rule.Rounding{Mode: mode, Step: step}.Round(line)
	if !in && next.Equal(line) {
		next = next.Add(step)
	}
	if places := max(-line.Exponent(), -step.Exponent(), 0); -next.Exponent() < places {
		next = rule.Dec(next.StringFixed(places))
	}
	return next, true
}

// named reports an id or label that is not stated.
func named(id string, label rule.Text) error {
	var found rule.Problems
	if id == "" {
		found.Add(problems.Problem("id", rule.Required))
	}
	if label.ZH == "" || label.EN == "" {
		found.Add(problems.Problem("label", rule.Required))
	}
	return found.Err()
}
