package rule_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

func TestSourceIn(t *testing.T) {
	t.Parallel()
	date := rule.Day(2016, 10, 11)
	for _, c := range []struct {
		source rule.Source
		zh, en string
	}{
		{rule.Source{}, "", ""},
		{rule.Source{Title: "规定"}, "《规定》", "规定"},
		{rule.Source{Title: "规定", Number: "民发〔2016〕189号", Date: date, Article: "第七条"}, "《规定》民发〔2016〕189号第七条", "规定, 民发〔2016〕189号, 第七条"},
		{rule.Source{Title: "报告", Date: date}, "《报告》2016-10-11", "报告, 2016-10-11"},
		{rule.Source{Article: "第七条"}, "第七条", "第七条"},
		{rule.Source{Number: "民发〔2016〕189号", Article: "第七条"}, "民发〔2016〕189号第七条", "民发〔2016〕189号, 第七条"},
		{rule.Source{Issuer: "民政部", Link: "https://www.mca.gov.cn"}, "", ""},
	} {
		assert.Equal(t, c.zh, c.source.In(language.Chinese))
		assert.Equal(t, c.en, c.source.In(language.English))
		assert.Equal(t, c.source == rule.Source{}, c.source.IsZero())
	}
	whole := rule.Source{Title: "规定", Article: "第七条"}
	assert.Equal(t, "第八条", whole.At("第八条").Article)
	assert.Equal(t, "第七条", whole.Article)
}

func head() rule.Head {
	return rule.Head{
		ID: "zhaobaoshan-2026.1", Title: rule.Words("招宝山街道补贴", "Zhaobaoshan subsidies"),
		Source: rule.Source{Title: "补贴办法", Issuer: "招宝山街道"}, Status: rule.Published, Period: rule.Since(rule.Day(2026, 1, 1)),
	}
}

func TestHeadValidate(t *testing.T) {
	t.Parallel()
	require.NoError(t, head().Validate())
	for want, change := range map[string]func(*rule.Head){
		"id: is required":           func(h *rule.Head) { h.ID = "" },
		"title: is required":        func(h *rule.Head) { h.Title.EN = "" },
		"status: is required":       func(h *rule.Head) { h.Status = 0 },
		"source.title: is required": func(h *rule.Head) { h.Source = rule.Source{} },
		"period.until: the period is empty: it ends on 2026-01-01, not after 2026-01-01": func(h *rule.Head) { h.Period.Until = h.Period.From },
		"id: is required\nstatus: is required\ntitle: is required":                       func(h *rule.Head) { *h = rule.Head{} },
	} {
		h := head()
		change(&h)
		assert.EqualError(t, h.Validate(), want)
	}
	ours := head()
	ours.Source, ours.Status = rule.Source{}, rule.Illustrative
	require.NoError(t, ours.Validate(), "an illustrative rule needs no source")
}

func TestHeadJSON(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(head())
	require.NoError(t, err)
	assert.Equal(t, `{"id":"zhaobaoshan-2026.1","title":{"zh":"招宝山街道补贴","en":"Zhaobaoshan subsidies"},`+
		`"source":{"title":"补贴办法","issuer":"招宝山街道"},"status":"published","period":{"from":"2026-01-01"}}`, string(data))
	var back rule.Head
	require.NoError(t, rule.Decode(data, &back))
	assert.Equal(t, head(), back)
}
