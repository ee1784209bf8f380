package charity_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/org/stage"
)

func pipeline(t testing.TB) *charity.Pipeline {
	t.Helper()
	p, err := charity.New(charity.FiveStages())
	require.NoError(t, err)
	return p
}

var founded = rule.Day(2014, 3, 1)

func founding(id string) charity.Founding {
	return charity.Founding{ID: id, Title: "心灵港湾", Founder: "镇海区心理咨询师协会", Date: founded}
}

// story is a project that goes all the way, an event every five days.
func story(id string) []charity.Event {
	y := funding.Yuan
	events := []charity.Event{
		{Kind: charity.Record, Facts: rule.FactMap{"need": rule.Flag(true), "feasible": rule.Flag(true), "score": rule.Int(86, rule.Point)}},
		{Kind: charity.Approve},
		{Kind: charity.OpenCampaign, Amount: y(30_000), Until: rule.Day(2014, 5, 31), Campaign: &charity.Campaign{Mode: charity.AllOrNothing, Excess: charity.TrimProRata}},
		{Kind: charity.Pledge, Party: "甲公司", Source: funding.Enterprise, Amount: y(20_000)},
		{Kind: charity.Give, Party: "甲公司", Source: funding.Enterprise, Amount: y(20_000)},
		{Kind: charity.Give, Party: "乙先生", Source: funding.Individual, Amount: y(12_000)},
		{Kind: charity.Tally},
		{Kind: charity.Refund, Party: "甲公司", Source: funding.Enterprise, Amount: y(1_250)},
		{Kind: charity.Refund, Party: "乙先生", Source: funding.Individual, Amount: y(750)},
		{Kind: charity.Match, Party: "镇海区民政局", Source: funding.Lottery, Amount: y(10_000)},
		{Kind: charity.Secure},
		{Kind: charity.Plan, Name: "课时费", Amount: y(36_000), Facts: rule.FactMap{"mentor": rule.Word("王老师"), "has-mentor": rule.Flag(true)}},
		{Kind: charity.SetMilestone, Name: "试讲", Until: rule.Day(2014, 7, 1)},
		{Kind: charity.ReachMilestone, Name: "试讲", Facts: rule.FactMap{"left-base": rule.Flag(true)}},
		{Kind: charity.Graduate},
		{Kind: charity.Offer, Party: "丙街道"},
		{Kind: charity.Agree, Party: "丙街道", Source: funding.Subdistrict, Amount: y(5_000)},
		{Kind: charity.Launch},
		{Kind: charity.Give, Party: "丙街道", Source: funding.Subdistrict, Amount: y(5_000)},
		{Kind: charity.Commit, Party: "讲师团", Amount: y(36_000)},
		{Kind: charity.Pay, Party: "讲师团", Amount: y(20_000)},
		{Kind: charity.Serve, Class: "aged", Persons: 120, Times: 480},
		{Kind: charity.Report, Name: "中期报告"},
		{Kind: charity.Pay, Party: "讲师团", Amount: y(16_000)},
		{Kind: charity.Report, Name: "末期报告", Facts: rule.FactMap{"result": rule.Int(91, rule.Point)}},
		{Kind: charity.PassOn, Party: "区慈善总会", Amount: y(9_000), Note: "目的相近"},
		{Kind: charity.Complete},
	}
	for i := range events {
		events[i].Project, events[i].Number, events[i].Date = id, i+1, founded.AddDays(5*(i+1))
	}
	return events
}

func TestTheWholeStory(t *testing.T) {
	t.Parallel()
	p, err := pipeline(t).Open(founding("P1"))
	require.NoError(t, err)
	for _, e := range story("P1") {
		reason, err := p.Apply(e)
		require.NoError(t, err, "%d %s", e.Number, e.Kind)
		require.True(t, reason.Holds(), "%d %s: %s %v", e.Number, e.Kind, reason.In(language.English), reason.Parts)
	}
	assert.Equal(t, charity.Closed, p.Stage())
}

func TestARefusalNamesEverythingThatIsWanting(t *testing.T) {
	t.Parallel()
	p, err := pipeline(t).Open(founding("P1"))
	require.NoError(t, err)
	reason, err := p.Apply(charity.Event{Project: "P1", Number: 1, Date: founded, Kind: charity.Approve, Facts: rule.FactMap{"score": rule.Int(59, rule.Point)}})
	require.NoError(t, err)
	assert.False(t, reason.Holds())
	assert.Equal(t, stage.Refused, reason.Code)
	require.Len(t, reason.Parts, 3)
	assert.Equal(t, "需求属实:未说明,要求:是", reason.Parts[0].In(language.Chinese))
	assert.Equal(t, "assessment score: 59 points; required: 60 points or above", reason.Parts[2].In(language.English))
	assert.Empty(t, p.Events())
}

func TestMermaid(t *testing.T) {
	t.Parallel()
	for tag, file := range map[language.Tag]string{language.Chinese: "testdata/stages.zh.mmd", language.English: "testdata/stages.en.mmd"} {
		golden(t, file, pipeline(t).Mermaid(tag))
	}
}

// The rules read back from JSON, and are pinned for those who read no Go.
func TestRulesAreData(t *testing.T) {
	t.Parallel()
	data, err := rule.Encode("charity/1", charity.FiveStages())
	require.NoError(t, err)
	golden(t, "testdata/five-stages.json", string(data))
	var back charity.Rules
	require.NoError(t, rule.DecodeAs("charity/1", data, &back))
	again, err := rule.Encode("charity/1", back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
	_, err = charity.New(back)
	require.NoError(t, err)
}

// Why a project stands where it does reads the same in both languages and JSON.
func TestPage(t *testing.T) {
	t.Parallel()
	p, err := pipeline(t).Fold(founding("P1"), story("P1")[:13])
	require.NoError(t, err)
	page := p.Page()
	golden(t, "testdata/page.zh.txt", page.In(language.Chinese))
	golden(t, "testdata/page.en.txt", page.In(language.English))
	text, err := json.MarshalIndent(page, "", "  ")
	require.NoError(t, err)
	golden(t, "testdata/page.json", string(text)+"\n")
}

// golden compares with a file, which UPDATE_GOLDEN=1 rewrites.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}
