package grading

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Evaluation is a whole evaluation: a rubric that gives scores and a policy
// that gives classes and money for them. It is built by [NewEvaluation] and
// may be used by many goroutines at once.
type Evaluation struct {
	rubric Rubric
	grader *Grader
}

// NewEvaluation joins a rubric and a policy, or reports every fault of either
// in [rule.Problems].
func NewEvaluation(rubric Rubric, policy Policy) (*Evaluation, error) {
	var found rule.Problems
	found.Nest("rubric", rubric.Validate())
	g, err := New(policy)
	found.Nest("policy", err)
	if len(found) > 0 {
		return nil, found.Err()
	}
	return &Evaluation{rubric, g}, nil
}

// Rubric returns the rubric.
func (e *Evaluation) Rubric() Rubric { return e.rubric }

// Grader returns the grader of the policy.
func (e *Evaluation) Grader() *Grader { return e.grader }

// Case returns the case a sheet makes: its score, how it came about and the
// vetoes it met, for [Grader.Assess] and [Grader.Explain]. Faults are those of
// [Rubric.Mark].
func (e *Evaluation) Case(id string, name rule.Text, sheet Sheet, months int) (Case, error) {
	mark, err := e.rubric.Mark(sheet)
	if err != nil {
		return Case{}, err
	}
	return Case{ID: id, Name: name, Score: Scored(mark.Score), Months: months, Marks: mark.Steps, Bars: mark.Vetoes}, nil
}

// Batch is what a table of answers comes to, in its order.
type Batch struct {
	Decimals int32           // of the scores
	Months   []uint8         // of the year each is paid for, as in the table; nil for the whole year
	Scores   []int64         // as whole numbers: 8965 with one decimal is 896.5
	Classes  []int8          // place in the scale's classes, best first; -1 where a veto bars it
	Payable  []funding.Money // for the months paid
	Totals   []Total         // by class, best first
	Barred   int
	Bill     funding.Money
	Shares   []funding.Money // of the bill, by payer: the sums of everybody's shares
}

// Score returns the score of a row in points.
func (b *Batch) Score(row int) decimal.Decimal { return decimal.New(b.Scores[row], -b.Decimals) }

// Run marks, grades and pays every row of a table. Each row comes out as
// [Rubric.Mark] and [Grader.Assess] would have it, and [Evaluation.Explain]
// says why for any one of them. Columns that do not fit the rubric, and every
// faulty answer and month with its leaf and row (b12[17]), are
// [rule.Problems]. Memory is taken a constant number of times, the results
// included, but for amounts that follow the score: once for each such amount.
func (e *Evaluation) Run(t Table) (*Batch, error) {
	columns, err := t.check(e.rubric.Leaves())
	if err != nil {
		return nil, err
	}
	if p, ok := newPlan(e.rubric.root(), columns); ok {
		return e.runPlan(t, p)
	}
	return e.runSlowly(t)
}

func newBatch(rows int, decimals int32, months []uint8) *Batch {
	return &Batch{Decimals: decimals, Months: months, Scores: make([]int64, rows), Classes: make([]int8, rows), Payable: make([]funding.Money, rows)}
}

func (e *Evaluation) runPlan(t Table, p *plan) (*Batch, error) {
	var found rule.Problems
	pr, ok := e.grader.pricing(p.root.decimals, p.root.low, p.root.high)
	if !ok {
		return e.runSlowly(t)
	}
	b := newBatch(t.Rows(), p.root.decimals, t.Months)
	s := p.scratch()
	sum := newSummary(e.grader)
	faulty := make([]bool, blockRows)
	fault := func(leaf *planned, row int) {
		found.Add(t.problem(leaf, row))
		faulty[row%blockRows] = true
	}
	for low := 0; low < t.Rows(); low += blockRows {
		high := min(low+blockRows, t.Rows())
		clear(faulty)
		scores, vetoed := p.run(s, low, high, fault)
		for i, score := range scores {
			row := low + i
			b.Scores[row] = score
			months := t.month(row)
			if months < 1 || months > yearMonths {
				found.Add(problems.Problem(cell("months", row), MonthsRange, rule.With("months", rule.Int(int64(months), 0))))
				continue
			}
			if vetoed[i] {
				b.Classes[row] = -1
				b.Barred++
				continue
			}
			class, ok := pr.class(score)
			if !ok {
				if !faulty[i] { // a row with a faulty answer has no score
					found.Nest(rule.At("", row), e.grader.policy.Scale.check(b.Score(row)))
				}
				continue
			}
			b.Classes[row] = int8(class)
			b.Payable[row] = pr.pay(class, score, months)
			sum.add(class, b.Payable[row])
		}
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return b, sum.close(b)
}

// runSlowly is the general path: row by row in decimals.
func (e *Evaluation) runSlowly(t Table) (*Batch, error) {
	var found rule.Problems
	sum := newSummary(e.grader)
	marks := make([]Mark, t.Rows())
	decimals := int32(0)
	unmarked := make([]bool, t.Rows())
	for row := range marks {
		mark, err := e.rubric.Mark(t.Sheet(e.rubric, row))
		for _, p := range rule.ProblemsOf(err) {
			q := *p
			q.Path = cell(p.Path, row)
			found.Add(&q)
		}
		marks[row], unmarked[row] = mark, err != nil
		decimals = max(decimals, decimalsOf(mark.Score))
	}
	b := newBatch(t.Rows(), decimals, t.Months)
	for row, mark := range marks {
		if unmarked[row] {
			continue
		}
		c := Case{ID: "row", Score: Scored(mark.Score), Months: t.month(row), Bars: mark.Vetoes}
		a, err := e.grader.Assess(c)
		found.Nest(rule.At("", row), err)
		if !mark.Score.Shift(decimals).BigInt().IsInt64() {
			found.Add(problems.Problem(rule.At("", row), ScoreRange, rule.With("score", rule.Num(mark.Score, rule.Point)),
				rule.With("scores", rule.Label(e.grader.policy.Scale.Scores.In.Words()))))
			continue
		}
		b.Scores[row] = mark.Score.Shift(decimals).IntPart()
		b.Classes[row], b.Payable[row] = int8(a.Class), a.Payable
		if a.Class < 0 {
			b.Barred++
			continue
		}
		sum.add(a.Class, a.Payable)
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return b, sum.close(b)
}

// Explain returns the page of one row of a table: its indicators, its class
// and its payment.
func (e *Evaluation) Explain(t Table, row int, id string, name rule.Text) (rule.Page, error) {
	c, err := e.Case(id, name, t.Sheet(e.rubric, row), t.month(row))
	if err != nil {
		return rule.Page{}, err
	}
	return e.grader.Explain(c)
}

// summary adds up a batch.
type summary struct {
	g       *Grader
	cases   []int
	amounts map[funding.Money]int // how often each amount is paid
	bills   []int64
	over    bool
}

func newSummary(g *Grader) *summary {
	n := len(g.policy.Scale.Classes)
	return &summary{g: g, cases: make([]int, n), bills: make([]int64, n), amounts: map[funding.Money]int{}}
}

func (s *summary) add(class int, payable funding.Money) {
	s.cases[class]++
	s.bills[class] += payable.Fen()
	s.over = s.over || s.bills[class] > largest
	s.amounts[payable]++
}

// close writes the totals. Equal payments are shared equally, so that each
// amount is shared once.
func (s *summary) close(b *Batch) error {
	var bill decimal.Decimal
	for i, class := range s.g.policy.Scale.Classes {
		total, err := funding.FromDecimal(decimal.New(s.bills[i], -2))
		s.over = s.over || err != nil
		b.Totals = append(b.Totals, Total{Class: class.ID, Cases: s.cases[i], Bill: total})
		bill = bill.Add(total.Decimal())
	}
	total, err := funding.FromDecimal(bill)
	if s.over || err != nil {
		return problems.Problem("", BillRange)
	}
	b.Bill = total
	shares := make([]int64, len(s.g.weights))
	amounts := make([]funding.Money, 0, len(s.amounts))
	for amount := range s.amounts {
		amounts = append(amounts, amount)
	}
	slices.SortFunc(amounts, func(a, b funding.Money) int { return cmp.Compare(a.Fen(), b.Fen()) })
	for _, amount := range amounts {
		parts, err := s.g.share(amount)
		if err != nil {
			return err
		}
		for k, part := range parts {
			shares[k] += part.Fen() * int64(s.amounts[amount])
		}
	}
	for _, share := range shares {
		b.Shares = append(b.Shares, funding.Fen(share))
	}
	return nil
}
