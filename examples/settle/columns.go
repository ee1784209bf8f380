package main

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

type request = funding.Request

// columns are the columns of a table of requests: what every request states,
// and a column for each fact that the conditions of the schemes may ask for.
func columns(facts rule.Vocabulary) []cli.Column[request] {
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
	own := []cli.Column[request]{
		cli.Col("id", rule.Words("编号", "id"), cli.Word(), func(r *request, v string) { r.ID = v }, "申请编号", "项目编号", "request"),
		cli.Col("organization", rule.Words("单位", "organization"), cli.Word(), func(r *request, v string) { r.Organization = v }, "申请单位", "组织", "社会组织"),
		cli.Col("territory", rule.Words("地域", "territory"), territory, func(r *request, v org.Territory) { r.Territory = v }, "区划代码", "行政区划代码"),
		cli.Col("asked", rule.Words("申请金额", "asked"), money, func(r *request, v funding.Money) { r.Asked = v }, "申请额", "申请金额(元)", "amount"),
		cli.Col("eligible", rule.Words("可列支费用", "eligible"), money, func(r *request, v funding.Money) { r.Eligible = &v }, "可列支费用(元)", "eligible cost").Optional(),
		cli.Col("social", rule.Words("社会资金", "social"), money, func(r *request, v funding.Money) { r.Social = v }, "自筹资金", "社会资金(元)", "social money").Optional(),
		cli.Col("in_kind", rule.Words("实物折价", "in kind"), money, func(r *request, v funding.Money) { r.InKind = v }, "实物折价(元)").Optional(),
		cli.Col("received", rule.Words("已获补助", "received"), money, func(r *request, v funding.Money) { r.Received = v }, "已获补助(元)").Optional(),
		cli.Col("score", rule.Words("得分", "score"), cli.Decimal(), func(r *request, v decimal.Decimal) { r.Score = &v }, "评审得分").Optional(),
		cli.Col("units", rule.Words("数量", "units"), whole, func(r *request, v int64) { r.Units = v }, "人数").Optional(),
		cli.Col("months", rule.Words("月数", "months"), whole, func(r *request, v int64) { r.Months = v }, "服务月数").Optional(),
		cli.Col("date", rule.Words("申请日期", "date"), cli.Date(), func(r *request, v rule.Date) { r.Date = v }, "日期").Optional(),
	}
	for _, name := range slices.Sorted(maps.Keys(facts)) {
		own = append(own, factColumn(name, facts[name]))
	}
	return own
}

// factColumn is the column of a fact, under its name or its label.
func factColumn(name string, fact rule.Fact) cli.Column[request] {
	parser := cli.Parser[rule.Value]{Parse: func(cell string) (rule.Value, error) { return factValue(fact, cell) }}
	switch fact.Type {
	case rule.NumberType:
		parser.Accepts = cli.Decimal().Accepts
	case rule.DateType:
		parser.Accepts = cli.Date().Accepts
	case rule.FlagType:
		parser.Accepts = rule.Words("是或否", "yes or no")
	default:
		parser.Accepts = cli.Word().Accepts
	}
	if len(fact.Terms) > 0 {
		var zh, en []string
		for _, term := range fact.Terms {
			zh, en = append(zh, term.Label.ZH), append(en, term.Name)
		}
		parser.Accepts = rule.Words(strings.Join(zh, "、"), strings.Join(en, ", "))
	}
	return cli.Col(name, fact.Label, parser, func(r *request, v rule.Value) {
		if r.Facts == nil {
			r.Facts = rule.FactMap{}
		}
		r.Facts[name] = v
	}).Optional()
}

// factValue reads a cell as a value of a fact's type. A term may be written by
// its name or its label.
func factValue(fact rule.Fact, cell string) (rule.Value, error) {
	refused := problems.Problem("", FactSyntax, rule.With("value", rule.Quoted(cell)))
	switch fact.Type {
	case rule.NumberType:
		number, err := cli.Decimal().Parse(cell)
		return rule.Num(number, fact.Unit), err
	case rule.DateType:
		date, err := cli.Date().Parse(cell)
		return rule.On(date), err
	case rule.FlagType:
		switch strings.ToLower(cell) {
		case "是", "yes", "true":
			return rule.Flag(true), nil
		case "否", "no", "false":
			return rule.Flag(false), nil
		}
		return rule.Value{}, refused
	}
	for _, term := range fact.Terms {
		if cell == term.Name || cell == term.Label.ZH || cell == term.Label.EN {
			return rule.Word(term.Name), nil
		}
	}
	if len(fact.Terms) > 0 {
		return rule.Value{}, refused
	}
	return rule.Word(cell), nil
}
