package grading

import (
	"math"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// VoidCell marks a row of a column as not applicable.
const VoidCell = math.MinInt32

// Column is the answers of every organization to one leaf as whole numbers:
// 897 with one decimal is 89.7. A flag is 1 or 0.
type Column struct {
	Leaf     string
	Decimals int32 // 0 to 6
	Values   []int32
}

// Table is the answers of many organizations, column by column: row i of each
// column is the i-th organization's.
type Table struct {
	Columns []Column
	Months  []uint8 // of the year each is paid for; nil for the whole year
}

// Rows returns the number of organizations.
func (t Table) Rows() int {
	if len(t.Columns) == 0 {
		return 0
	}
	return len(t.Columns[0].Values)
}

// Sheet returns the answers of one organization. Leaves are those of the
// rubric the table belongs to.
func (t Table) Sheet(rubric Rubric, row int) Sheet {
	kinds := map[string]Measuring{}
	for _, leaf := range rubric.Leaves() {
		kinds[leaf.ID] = leaf.Measure.Kind
	}
	sheet := Sheet{}
	for _, c := range t.Columns {
		v := c.Values[row]
		switch kind := kinds[c.Leaf]; {
		case v == VoidCell:
			sheet[c.Leaf] = NotApplicable()
		case kind == YesNo || kind == Veto:
			sheet[c.Leaf] = rule.Flag(v == 1)
		default:
			sheet[c.Leaf] = rule.Num(t.value(&c, row), 0)
		}
	}
	return sheet
}

func (t Table) value(c *Column, row int) decimal.Decimal {
	return decimal.New(int64(c.Values[row]), -c.Decimals)
}

func (t Table) month(row int) int {
	if t.Months == nil {
		return yearMonths
	}
	return int(t.Months[row])
}

// check reports columns that do not fit the leaves: unknown, twice, missing,
// of another length, with more decimals than are worked with, and months that
// are not one for each row. It returns each leaf's column.
func (t Table) check(leaves []Indicator) (map[string]*Column, error) {
	var found rule.Problems
	known := map[string]bool{}
	for _, leaf := range leaves {
		known[leaf.ID] = true
	}
	byLeaf := map[string]*Column{}
	for i := range t.Columns {
		c := &t.Columns[i]
		path := rule.At("columns", i)
		id := rule.With("id", rule.Quoted(c.Leaf))
		if !known[c.Leaf] {
			found.Add(problems.Problem(path, IndicatorUnknown, id))
			continue
		}
		if byLeaf[c.Leaf] != nil {
			found.Add(problems.Problem(path, ColumnTwice, id))
		}
		byLeaf[c.Leaf] = c
		if len(c.Values) != t.Rows() {
			found.Add(problems.Problem(path, ColumnLength, id, rule.With("rows", rule.Int(int64(len(c.Values)), 0)), rule.With("want", rule.Int(int64(t.Rows()), 0))))
		}
		if c.Decimals < 0 || c.Decimals > mostDecimal {
			found.Add(problems.Problem(path, ColumnDigits, id, rule.With("most", rule.Int(mostDecimal, 0)), rule.With("digits", rule.Int(int64(c.Decimals), 0))))
		}
	}
	for _, leaf := range leaves {
		if byLeaf[leaf.ID] == nil {
			found.Add(problems.Problem("columns", ColumnMissing, rule.With("id", rule.Word(leaf.ID))))
		}
	}
	if t.Months != nil && len(t.Months) != t.Rows() {
		found.Add(problems.Problem("months", ColumnLength, rule.With("id", rule.Word("months")),
			rule.With("rows", rule.Int(int64(len(t.Months)), 0)), rule.With("want", rule.Int(int64(t.Rows()), 0))))
	}
	return byLeaf, found.Err()
}

// cell is the path of one answer: b12[17].
func cell(leaf string, row int) string { return leaf + "[" + strconv.Itoa(row) + "]" }
