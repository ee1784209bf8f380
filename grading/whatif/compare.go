package whatif

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Change is what one rule set comes to in place of another, for the same
// organizations.
type Change struct {
	Classes []ClassChange    `json:"classes"` // by class, best first
	Barred  [2]int           `json:"barred"`  // before and after
	Bill    [2]funding.Money `json:"bill"`    // before and after
	Risen   []int            `json:"risen"`   // rows in a better class, those barred before included
	Fallen  []int            `json:"fallen"`  // rows in a worse class, or barred
	Gainers Side             `json:"gainers"` // rows paid more
	Losers  Side             `json:"losers"`  // rows paid less
}

// ClassChange is a class before and after.
type ClassChange struct {
	Class  string        `json:"class"`
	Before grading.Total `json:"before"`
	After  grading.Total `json:"after"`
}

// Side is those who gain or those who lose.
type Side struct {
	Rows   int             `json:"rows"`
	Amount decimal.Decimal `json:"amount"` // in yuan, what all of them gain or lose
}

// Compare compares two batches of the same rows under scales with the same
// classes. Batches that are not are [rule.Problems].
func Compare(before, after *grading.Batch) (Change, error) {
	if len(before.Scores) != len(after.Scores) {
		return Change{}, problems.Problem("", RowsDiffer, rule.With("before", rule.Int(int64(len(before.Scores)), 0)), rule.With("after", rule.Int(int64(len(after.Scores)), 0)))
	}
	same := len(before.Totals) == len(after.Totals)
	for i := 0; same && i < len(before.Totals); i++ {
		same = before.Totals[i].Class == after.Totals[i].Class
	}
	if !same {
		return Change{}, problems.Problem("", ClassesDiffer)
	}
	c := Change{
		Barred: [2]int{before.Barred, after.Barred}, Bill: [2]funding.Money{before.Bill, after.Bill}, Risen: []int{}, Fallen: []int{},
	}
	for i, total := range before.Totals {
		c.Classes = append(c.Classes, ClassChange{total.Class, total, after.Totals[i]})
	}
	worst := int8(len(before.Totals))
	place := func(class int8) int8 {
		if class < 0 {
			return worst
		}
		return class
	}
	for row := range before.Scores {
		switch from, to := place(before.Classes[row]), place(after.Classes[row]); {
		case to < from:
			c.Risen = append(c.Risen, row)
		case to > from:
			c.Fallen = append(c.Fallen, row)
		}
		switch more := after.Payable[row].Fen() - before.Payable[row].Fen(); {
		case more > 0:
			c.Gainers.Rows++
			c.Gainers.Amount = c.Gainers.Amount.Add(decimal.New(more, -2))
		case more < 0:
			c.Losers.Rows++
			c.Losers.Amount = c.Losers.Amount.Add(decimal.New(-more, -2))
		}
	}
	return c, nil
}

// Shift is what moving one line by some points does.
type Shift struct {
	Class  string          `json:"class"` // whose line it is
	Line   decimal.Decimal `json:"line"`  // where it lies
	By     decimal.Decimal `json:"by"`    // how far it moves
	Lower  *Move           `json:"lower"` // the line moved down; nil where it would cross another or leave the scale
	Higher *Move           `json:"higher"`
}

// Move is a line moved, and who changes grade.
type Move struct {
	To     decimal.Decimal `json:"to"`
	Rows   []int           `json:"rows"` // who changes grade
	Change Change          `json:"-"`
	Bill   funding.Money   `json:"bill"`
}

// Sensitivity answers for every line of a policy which rows change grade if it
// moves by so many points, down or up, and what the bill then is. The batch is
// one that the policy graded. Points that are not above zero, and faults of the
// policy, are [rule.Problems].
func Sensitivity(p grading.Policy, b *grading.Batch, by decimal.Decimal) ([]Shift, error) {
	var found rule.Problems
	if by.Sign() <= 0 {
		found.Add(problems.Problem("by", NotAbove, rule.With("by", rule.Num(by, rule.Point))))
	}
	found.Nest("policy", p.Validate())
	if len(found) > 0 {
		return nil, found.Err()
	}
	shifts := []Shift{}
	for i := range len(p.Scale.Classes) - 1 {
		s := Shift{Class: p.Scale.Classes[i].ID, Line: line(p.Scale, i), By: by}
		var err error
		if s.Lower, err = move(p, b, i, s.Line.Sub(by)); err != nil {
			return nil, err
		}
		if s.Higher, err = move(p, b, i, s.Line.Add(by)); err != nil {
			return nil, err
		}
		shifts = append(shifts, s)
	}
	return shifts, nil
}

// move regrades a batch with the i-th line elsewhere; nil where it cannot lie
// there.
func move(p grading.Policy, b *grading.Batch, i int, to decimal.Decimal) (*Move, error) {
	p.Scale = moved(p.Scale, i, to)
	g, err := grading.New(p)
	if err != nil {
		return nil, nil //nolint:nilnil // a line that cannot lie there is no fault
	}
	after, err := g.Regrade(b)
	if err != nil {
		return nil, err
	}
	c, err := Compare(b, after)
	if err != nil {
		return nil, err
	}
	rows := c.Risen
	if len(rows) == 0 {
		rows = c.Fallen
	}
	return &Move{To: to, Rows: rows, Change: c, Bill: after.Bill}, nil
}
