package rule_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// The page of one invented subsidy.
const (
	scored  rule.Code = "page.scored"
	between rule.Code = "page.between"
	yearly  rule.Code = "page.yearly"
	months  rule.Code = "page.months"
	shares  rule.Code = "page.shares"
	share   rule.Code = "page.share"
	gap     rule.Code = "page.gap"
)

var pageSentences = rule.Catalog{
	scored:  rule.Words("评估得分", "assessment score"),
	between: rule.Words("{low} ≤ {score} < {high}", "{low} <= {score} < {high}"),
	yearly:  rule.Words("二类标准(每年)", "class 2 rate (per year)"),
	months:  rule.Words("{annual} × {months} ÷ {year} = {exact}", "{annual} x {months} / {year} = {exact}"),
	shares:  rule.Words("三级分担", "shared by three tiers"),
	share:   rule.Words("{tier} {ratio}", "{tier} {ratio}"),
	gap:     rule.Words("为什么不是一类:还差 {points}。若得 {line},应发 {then},多 {more}。", "Why not class 1: {points} short. At {line} the payment is {then}, {more} more."),
}

func page() rule.Page {
	d := rule.Dec
	yuan := func(s string) rule.Value { return rule.Num(d(s), rule.Yuan) }
	law := rule.Source{Title: "补贴办法"}
	tier := func(zh, en, ratio, amount string) rule.Reason {
		return pageSentences.Reason(share, rule.With("tier", rule.Label(rule.Words(zh, en))), rule.With("ratio", rule.Num(d(ratio), rule.Percent))).
			Gives(rule.Allot, yuan(amount))
	}
	prorated := pageSentences.Reason(months,
		rule.With("annual", yuan("2500")), rule.With("months", rule.Int(7, 0)), rule.With("year", rule.Int(12, 0)), rule.With("step", yuan("0.01")),
	).Gives(rule.Prorate, yuan("1458.33")).From(law.At("第十四条"), rule.Published)
	prorated.Mode = rule.HalfUp
	split := pageSentences.Reason(shares).Gives(rule.Sum, yuan("1458.33")).From(law.At("第十五条"), rule.Illustrative)
	split.Parts = []rule.Reason{
		tier("区", "district", "0.5", "729.16"), tier("街道", "subdistrict", "0.3", "437.50"), tier("社区", "community", "0.2", "291.67"),
	}
	return rule.Page{
		Title: rule.Words("补贴核定说明", "Subsidy decision"),
		Rule:  head(),
		Lines: []rule.Line{
			{Label: rule.Words("组织", "Org"), Value: rule.Label(rule.Words("阳光邻里互助中心 · 招宝山街道", "Sunshine Neighbourhood Centre · Zhaobaoshan subdistrict"))},
			{Label: rule.Words("应发金额", "Payable"), Value: yuan("1458.33")},
		},
		Steps: []rule.Reason{
			pageSentences.Reason(scored).Gives(rule.Given, rule.Num(d("89.6"), rule.Point)).From(rule.Source{Title: "评估报告", Date: rule.Day(2026, 2, 11)}, 0),
			pageSentences.Reason(between, rule.With("low", rule.Num(d("75"), 0)), rule.With("score", rule.Num(d("89.6"), 0)), rule.With("high", rule.Num(d("90"), 0))).
				Gives(rule.Compare, rule.Label(rule.Words("二类", "class 2"))).From(law.At("第十一条第二款"), rule.Published),
			pageSentences.Reason(yearly).Gives(rule.Given, yuan("2500")).From(law.At("第十二条第(二)项"), rule.Published),
			prorated,
			split,
		},
		Notes: []rule.Reason{
			pageSentences.Reason(gap,
				rule.With("points", rule.Num(d("0.4"), rule.Point)), rule.With("line", rule.Num(d("90.0"), rule.Point)),
				rule.With("then", yuan("2041.67")), rule.With("more", yuan("583.34")),
			).From(law.At("第十一条第一款"), rule.Published),
		},
	}
}

func TestPage(t *testing.T) {
	t.Parallel()
	golden(t, "page.zh.txt", page().In(language.Chinese))
	golden(t, "page.en.txt", page().In(language.English))
	data, err := json.Marshal(page())
	require.NoError(t, err)
	var indented bytes.Buffer
	require.NoError(t, json.Indent(&indented, data, "", "  "))
	golden(t, "page.json", indented.String())
	for _, step := range page().Steps {
		out, ok := step.Replay()
		assert.True(t, !ok || out.Equal(step.Output), "replaying a step gives its output")
	}
}

func TestPageOfARefusal(t *testing.T) {
	t.Parallel()
	refusal := rule.Page{Title: rule.Words("申报审查", "Eligibility")}
	r := rule.AllOf(
		rule.Is("filed").From(rule.Source{Title: "办法", Article: "第三条"}, rule.Published),
		rule.AnyOf(rule.InRange("score", rule.AtLeast(rule.Dec("75"))), rule.Not(rule.IsOneOf("kind", rule.Word("party")))),
	).Decide(rule.FactMap{"filed": rule.Flag(false), "score": rule.Num(rule.Dec("60"), rule.Point)}, vocabulary)
	refusal.Steps = []rule.Reason{r}
	refusal.Notes = r.Unmet()
	golden(t, "refusal.zh.txt", refusal.In(language.Chinese))
	golden(t, "refusal.en.txt", refusal.In(language.English))
	data, err := json.Marshal(refusal)
	require.NoError(t, err, "a page needs no rule set")
	assert.NotContains(t, string(data), `"rule":`)
}

func TestPageNumbersAlign(t *testing.T) {
	t.Parallel()
	p := rule.Page{Title: rule.Words("十一步", "Eleven steps"), Rule: head()}
	p.Rule.Status, p.Rule.Period.Until = rule.Illustrative, rule.Day(2027, 1, 1)
	for n := range int64(11) {
		p.Steps = append(p.Steps, pageSentences.Reason(scored).Gives(rule.Given, rule.Num(decimal.New(n, 0), rule.Point)))
	}
	lines := p.In(language.English)
	assert.Contains(t, lines, "Eleven steps    rules zhaobaoshan-2026.1 (in force 2026-01-01, until 2027-01-01, illustrative)\n")
	assert.Contains(t, lines, "\n  9 assessment score")
	assert.Contains(t, lines, "\n 11 assessment score")
	assert.Contains(t, p.In(language.Chinese), "规则 zhaobaoshan-2026.1(2026-01-01 起施行,2027-01-01 起失效,示例)\n")
	assert.Equal(t, "Bare\n", rule.Page{Title: rule.Words("空", "Bare")}.In(language.English))
}
