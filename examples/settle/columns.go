package main

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

type request = funding.Request

// columns are the columns of a table of requests.
func columns() []cli.Column[request] {
	money := cli.Amount(funding.ParseMoney)
	territory := cli.Parser[org.Territory]{
		Accepts: rule.Words("行政区划代码,如 330211001", "an administrative division code such as 330211001"),
		Parse:   org.ParseTerritory,
	}
	whole := cli.Parser[int64]{
		Accepts: rule.Words("不小于零的整数", "a whole number, zero or above"),
		Parse: func(cell string) (int64, error) {
			n, err := strconv.ParseInt(cell, 10, 64)
			if err != nil {
				return 0, problems.Problem("", UnitsSyntax, rule.With("value", rule.Quoted(cell)))
			}
			return n, nil
		},
	}
	return []cli.Column[request]{
		cli.Col("id", rule.Words("编号", "id"), cli.Word(), func(r *request, v string) { r.ID = v }, "申请编号", "项目编号", "request"),
		cli.Col("organization", rule.Words("单位", "organization"), cli.Word(), func(r *request, v string) { r.Organization = v }, "申请单位", "组织", "社会组织"),
		cli.Col("territory", rule.Words("地域", "territory"), territory, func(r *request, v org.Territory) { r.Territory = v }, "区划代码", "行政区划代码"),
		cli.Col("asked", rule.Words("申请金额", "asked"), money, func(r *request, v funding.Money) { r.Asked = v }, "申请额", "申请金额(元)", "amount"),
		cli.Col("eligible", rule.Words("可列支费用", "eligible"), money, func(r *request, v funding.Money) { r.Eligible = &v }, "可列支费用(元)", "eligible cost").Optional(),
		cli.Col("social", rule.Words("社会资金", "social"), money, func(r *request, v funding.Money) { r.Social = v }, "自筹资金", "社会资金(元)", "social money").Optional(),
		cli.Col("score", rule.Words("得分", "score"), cli.Decimal(), func(r *request, v decimal.Decimal) { r.Score = &v }, "评审得分").Optional(),
		cli.Col("units", rule.Words("数量", "units"), whole, func(r *request, v int64) { r.Units = v }, "人数").Optional(),
		cli.Col("date", rule.Words("申请日期", "date"), cli.Date(), func(r *request, v rule.Date) { r.Date = v }, "日期").Optional(),
	}
}
