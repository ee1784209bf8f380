package band

import (
	"slices"
	"sort"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Row gives a value to the numbers of an interval.
type Row[T any] struct {
	In rule.Interval `json:"in"`
	Is T             `json:"is"`
}

// Domain is the set of numbers a table must cover: an interval and, unless it
// is zero, the step between numbers. With step 1 only whole numbers count, and
// nothing lies between 900 and 901.
type Domain struct {
	In   rule.Interval   `json:"in,omitzero"`
	Step decimal.Decimal `json:"step,omitzero"`
}

// Validate reports an interval without numbers and a negative step.
func (d Domain) Validate() error {
	var found rule.Problems
	found.Nest("in", d.In.Validate())
	if d.Step.Sign() < 0 {
		found.Add(problems.Problem("step", StepNegative, rule.With("step", rule.Num(d.Step, 0))))
	}
	return found.Err()
}

// Table finds the one row a number lies in. It is built by [New] and holds its
// rows from the lowest to the highest, whatever order they were given in. The
// zero Table has no rows.
type Table[T any] struct {
	rows []Row[T]
}

const mostRows = 1000

// New returns the table of the rows, or every fault in [rule.Problems]: a
// domain that is not valid, more than 1000 rows, empty intervals, and what
// [Check] finds. Paths are those of the rows, and domain for the domain's.
func New[T any](domain Domain, rows []Row[T]) (Table[T], error) {
	var found rule.Problems
	found.Nest("domain", domain.Validate())
	if len(rows) > mostRows {
		found.Add(problems.Problem("", TooMany, rule.With("rows", rule.Int(int64(len(rows)), 0)), rule.With("most", rule.Int(mostRows, 0))))
		return Table[T]{}, found.Err()
	}
	for i, row := range rows {
		found.Nest(path(i)+".in", row.In.Validate())
	}
	if len(found) > 0 {
		return Table[T]{}, found.Err()
	}
	for _, fault := range Check(domain, rows) {
		found.Add(fault.Problem())
	}
	if len(found) > 0 {
		return Table[T]{}, found.Err()
	}
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b Row[T]) int { return lowCut(a.In).compare(lowCut(b.In)) })
	return Table[T]{sorted}, nil
}

func path(i int) string { return "[" + strconv.Itoa(i) + "]" }

// Rows returns the rows from the lowest to the highest.
func (t Table[T]) Rows() []Row[T] { return slices.Clone(t.rows) }

// Len returns the number of rows.
func (t Table[T]) Len() int { return len(t.rows) }

// Row returns the i-th row from below; i must be less than Len.
func (t Table[T]) Row(i int) Row[T] { return t.rows[i] }

// Find returns the place of the row d lies in, counted from the lowest, and
// false for a number in no row. It looks at rows, not at the domain: whether d
// is above the highest score there is, or between two steps, is for the caller
// to ask.
func (t Table[T]) Find(d decimal.Decimal) (int, bool) {
	i, found := sort.Find(len(t.rows), func(i int) int { return t.rows[i].In.Side(d) })
	if !found {
		return 0, false
	}
	return i, true
}
