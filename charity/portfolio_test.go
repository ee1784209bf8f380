package charity_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

func numbered(id string, events []charity.Event) []charity.Event {
	for i := range events {
		events[i].Project, events[i].Number, events[i].Date = id, i+1, founded.AddDays(5*(i+1))
	}
	return events
}

func TestPortfolio(t *testing.T) {
	t.Parallel()
	line := pipeline(t)
	done, err := line.Fold(founding("P1"), story("P1"))
	require.NoError(t, err)
	half, err := line.Fold(founding("P2"), story("P2")[:13])
	require.NoError(t, err)
	on := done.Last()
	f, err := charity.NewPortfolio([]*charity.Project{half, done}, on)
	require.NoError(t, err)
	again, err := charity.NewPortfolio([]*charity.Project{done, half}, on)
	require.NoError(t, err)
	assert.Equal(t, f, again, "the order of projects does not matter")

	assert.Equal(t, []charity.StageRow{
		{Stage: charity.Assess, Reached: 2, Passed: 2, Days: 20},
		{Stage: charity.Raise, Reached: 2, Passed: 2, Days: 90},
		{Stage: charity.Incubate, Reached: 2, Passed: 1, Here: 1, Days: 20 + 80},
		{Stage: charity.Promote, Reached: 1, Passed: 1, Days: 15},
		{Stage: charity.Run, Reached: 1, Passed: 1, Days: 45},
	}, f.Funnel)
	total := f.Total()
	assert.Equal(t, "85000.00 36000.00 4000.00 9000.00 40000.00", // 2 × 42,000 less what follows
		funding.Fen(total.Raised.Fen()+total.Matched.Fen()-4_000_00).String()+" "+total.Spent.String()+" "+total.Returned.String()+" "+total.PassedOn.String()+" "+total.Held.String())
	assert.Equal(t, []charity.ClassRow{{Class: "aged", Persons: 120, Times: 480}}, f.Classes)
	assert.True(t, f.CostPerTime().Equal(rule.Int(75, rule.Yuan)))
	assert.Len(t, f.Overdue, 1, "the milestone of the second project")

	early, err := charity.NewPortfolio([]*charity.Project{done, half}, founded.AddDays(11))
	require.NoError(t, err)
	assert.Equal(t, 2, early.Funnel[1].Here)
	assert.Empty(t, early.Sources)

	_, err = charity.NewPortfolio([]*charity.Project{done, done}, on)
	require.ErrorIs(t, err, charity.Twice)
}

func TestRiskIsACheckThatCanFail(t *testing.T) {
	t.Parallel()
	line := pipeline(t)
	events := append(story("P")[:17],
		charity.Event{Kind: charity.Commit, Party: "讲师团", Amount: funding.Yuan(36_000)},
		charity.Event{Kind: charity.Launch},
		charity.Event{Kind: charity.Refund, Party: "甲公司", Source: funding.Enterprise, Amount: funding.Yuan(4_000)},
		charity.Event{Kind: charity.Fail, Note: "场地收回"})
	p, err := line.Fold(founding("P"), numbered("P", events))
	require.NoError(t, err)
	check := charity.Risk([]*charity.Project{p}, p.Last())
	assert.True(t, check.Holds(), "36,000 held, 36,000 committed")
	assert.Equal(t, 1, check.Subjects)

	events = append(story("P")[:17],
		charity.Event{Kind: charity.Commit, Party: "讲师团", Amount: funding.Yuan(36_000)},
		charity.Event{Kind: charity.Plan, Name: "场地", Amount: funding.Yuan(9_000)})
	events[11].Amount = funding.Yuan(45_000)
	events[18] = charity.Event{Kind: charity.Commit, Party: "场地方", Amount: funding.Yuan(9_000)} // on the strength of the agreement
	events = append(events, charity.Event{Kind: charity.Fail, Note: "街道毁约"})
	p, err = line.Fold(founding("P"), numbered("P", events))
	require.NoError(t, err)
	check = charity.Risk([]*charity.Project{p}, p.Last())
	require.Len(t, check.Breaks, 1)
	assert.Equal(t, charity.Uncovered, check.Breaks[0].Code)
	assert.True(t, check.Breaks[0].Output.Equal(rule.Int(5_000, rule.Yuan)))

	for _, e := range []charity.Event{
		{Kind: charity.Cover, Party: founding("P").Founder, Source: funding.Organization, Amount: funding.Yuan(5_000)},
		{Kind: charity.Pay, Party: "讲师团", Amount: funding.Yuan(36_000)},
		{Kind: charity.Pay, Party: "场地方", Amount: funding.Yuan(9_000)},
		{Kind: charity.Settle},
	} {
		e.Project, e.Number, e.Date = "P", len(p.Events())+1, p.Last()
		reason, err := p.Apply(e)
		require.NoError(t, err)
		require.True(t, reason.Holds(), e.Kind)
	}
	assert.Equal(t, charity.Failed, p.Stage())
	check = charity.Risk([]*charity.Project{p}, p.Last())
	require.Len(t, check.Breaks, 1, "settled, but out of the founder's pocket")
	assert.Equal(t, charity.FounderPaid, check.Breaks[0].Code)
}

func TestBadEvents(t *testing.T) {
	t.Parallel()
	line := pipeline(t)
	for _, c := range []struct {
		name string
		edit func([]charity.Event)
		code rule.Code
		path string
	}{
		{"another project", func(e []charity.Event) { e[3].Project = "P2" }, charity.OtherProject, "events[3].project"},
		{"duplicated", func(e []charity.Event) { e[4] = e[3] }, charity.OutOfOrder, "events[4].number"},
		{"out of order", func(e []charity.Event) { e[3].Date = founded }, charity.BeforeLast, "events[3].date"},
		{"before the project", func(e []charity.Event) { e[0].Date = founded.AddDays(-1) }, charity.BeforeFounding, "events[0].date"},
		{"negative gift", func(e []charity.Event) { e[4].Amount = funding.Fen(-1) }, charity.AmountNegative, "events[4].amount"},
		{"refund above the gift", func(e []charity.Event) { e[7].Amount = funding.Yuan(20_001) }, charity.AmountAbove, "events[7].amount"},
		{"unknown fact", func(e []charity.Event) { e[0].Facts["luck"] = rule.Flag(true) }, charity.FactForeign, "events[0].facts.luck"},
		{"fact of another type", func(e []charity.Event) { e[0].Facts["score"] = rule.Flag(true) }, charity.FactType, "events[0].facts.score"},
		{"unknown class", func(e []charity.Event) { e[21].Class = "rich" }, charity.ClassUnknown, "events[21].class"},
		{"fewer times than persons", func(e []charity.Event) { e[21].Times = 119 }, charity.TimesFew, "events[21].times"},
		{"unknown milestone", func(e []charity.Event) { e[13].Name = "无" }, charity.NameUnknown, "events[13].name"},
		{"refused by its gate", func(e []charity.Event) { e[0].Facts["score"] = rule.Int(59, rule.Point) }, charity.EventRefused, "events[1]"},
	} {
		events := story("P1")
		c.edit(events)
		p, err := line.Fold(founding("P1"), events)
		require.ErrorIs(t, err, c.code, c.name)
		assert.Nil(t, p)
		var paths []string
		for _, found := range rule.ProblemsOf(err) {
			paths = append(paths, found.Path)
		}
		assert.Contains(t, paths, c.path, c.name)
	}
}

func TestFaultyRulesAreFoundWhenBuilt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		edit func(*charity.Rules)
		code string
	}{
		{"two rows for one event", func(r *charity.Rules) { r.Rows = append(r.Rows, r.Rows[0]) }, "stage.twice"},
		{"gate on an unknown fact", func(r *charity.Rules) { r.Rows[0].Needs = rule.Is("luck") }, "fact.unknown"},
		{"unreachable stage", func(r *charity.Rules) { r.Rows = r.Rows[1:] }, "stage.unreached"},
		{"a record that moves", func(r *charity.Rules) { r.Rows[len(r.Rows)-1].To = charity.Run }, string(charity.RowShape)},
		{"a fact that hides a kept one", func(r *charity.Rules) { r.Facts["raised"] = r.Facts["score"] }, string(charity.FactKept)},
	} {
		rules := charity.FiveStages()
		c.edit(&rules)
		_, err := charity.New(rules)
		require.ErrorIs(t, err, rule.Code(c.code), c.name)
	}
	rules := charity.FiveStages()
	var rows []charity.Row
	for _, row := range rules.Rows {
		if row.From != charity.RunPaused {
			rows = append(rows, row)
		}
	}
	rules.Rows = rows
	_, err := charity.New(rules)
	require.ErrorIs(t, err, rule.Code("stage.dead-end"))
}
