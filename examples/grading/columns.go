package main

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/grading"
	"github.com/sancheng-go/sancheng/org/rule"
)

// columns are the columns of a table of scores. Who has no score was not
// assessed; who has no months is paid for the year.
func columns() []cli.Column[grading.Case] {
	months := cli.Parser[int]{
		Accepts: rule.Words("1 至 12 的整数", "a whole number from 1 to 12"),
		Parse: func(cell string) (int, error) {
			n, err := strconv.Atoi(cell)
			if err != nil || n == 0 {
				return 0, problems.Problem("", MonthsSyntax, rule.With("value", rule.Quoted(cell)))
			}
			return n, nil
		},
	}
	return []cli.Column[grading.Case]{
		cli.Col("id", rule.Words("编号", "id"), cli.Word(), func(c *grading.Case, v string) { c.ID = v }),
		cli.Col("name", rule.Words("组织", "name"), cli.Word(), func(c *grading.Case, v string) { c.Name = rule.Words(v, v) }, "名称", "社会组织", "organization").Optional(),
		cli.Col("score", rule.Words("得分", "score"), cli.Decimal(), func(c *grading.Case, v decimal.Decimal) { c.Score = grading.Scored(v) }, "评估得分").Optional(),
		cli.Col("months", rule.Words("应发月数", "months"), months, func(c *grading.Case, v int) { c.Months = v }, "月数").Optional(),
	}
}

// bandRow is a row of a table of bands.
type bandRow struct{ grade, words string }

func bandColumns() []cli.Column[bandRow] {
	return []cli.Column[bandRow]{
		cli.Col("grade", rule.Words("等级", "grade"), cli.Word(), func(b *bandRow, v string) { b.grade = v }),
		cli.Col("words", rule.Words("分数", "words"), cli.Word(), func(b *bandRow, v string) { b.words = v }, "分数区间", "得分", "interval"),
	}
}

// batch is the cases as columns, to be graded by several policies. Who has no
// score stays without a class.
func batch(cases []grading.Case) *grading.Batch {
	b := &grading.Batch{}
	for _, c := range cases {
		b.Decimals = max(b.Decimals, -c.Score.Decimal.Exponent())
	}
	for _, c := range cases {
		class := int8(0)
		if !c.Score.Valid {
			class = -1
		}
		b.Scores = append(b.Scores, c.Score.Decimal.Shift(b.Decimals).IntPart())
		b.Classes = append(b.Classes, class)
		b.Months = append(b.Months, uint8(c.Months))
	}
	return b
}
