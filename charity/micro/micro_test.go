package micro_test

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity/micro"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/band"
	"github.com/sancheng-go/sancheng/org/rule"
)

var proposed = rule.Day(2015, 3, 2)

func desk(t testing.TB) *micro.Desk {
	t.Helper()
	d, err := micro.New(micro.EighteenClasses())
	require.NoError(t, err)
	return d
}

func proposal(id string, fen int64) micro.Proposal {
	return micro.Proposal{
		ID: id, Title: "虚构心愿", Service: "aged-1", Organization: "虚构社", Territory: org.Area("330211001001"),
		Cost: funding.Fen(fen), Date: proposed,
	}
}

// story is the life of a project: approved, started and done after so many days.
func story(id string, by micro.Approver, yuan int64, days int) []micro.Event {
	events := []micro.Event{
		{Act: micro.Approve, By: by, Amount: funding.Yuan(yuan), Date: proposed.AddDays(1)},
		{Act: micro.Start, Date: proposed.AddDays(2)},
		{Act: micro.Finish, Amount: funding.Yuan(yuan), Persons: 10, Times: 25, Date: proposed.AddDays(days)},
	}
	for i := range events {
		events[i].Project, events[i].Number = id, i+1
	}
	return events
}

func TestCatalogue(t *testing.T) {
	t.Parallel()
	rules := micro.EighteenClasses()
	kinds := 0
	for _, c := range rules.Classes {
		kinds += len(c.Kinds)
	}
	assert.Len(t, rules.Classes, 18)
	assert.Greater(t, kinds, 140)
	data, err := rule.Encode("micro/1", rules)
	require.NoError(t, err)
	var back micro.Rules
	require.NoError(t, rule.DecodeAs("micro/1", data, &back))
	_, err = micro.New(back)
	require.NoError(t, err)
	again, err := rule.Encode("micro/1", back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
	golden(t, "testdata/rules.json", string(data))
}

func TestWhoApproves(t *testing.T) {
	t.Parallel()
	d := desk(t)
	for _, c := range []struct {
		fen int64
		by  micro.Approver
	}{{1, micro.Station}, {500_00, micro.Station}, {500_01, micro.Committee}, {2000_00, micro.Committee}, {2000_01, micro.Subdistrict}, {5000_00, micro.Subdistrict}, {5000_01, 0}} {
		approval, reason, ok := d.Approval(funding.Fen(c.fen))
		assert.Equal(t, c.by, approval.By, c.fen)
		assert.Equal(t, c.by != 0, ok)
		p, same, err := d.Open(proposal("p", c.fen))
		require.NoError(t, err)
		assert.Equal(t, ok, p != nil)
		assert.Equal(t, reason.In(language.Chinese), same.In(language.Chinese))
		if !ok {
			assert.Equal(t, "费用 5,000.01 元 不在微民生项目范围(超过0.00 元 5,000.00 元以下)之内,按公益项目五阶段流程办理", reason.In(language.Chinese))
			assert.False(t, reason.Holds())
		}
	}
}

func TestALifeInDays(t *testing.T) {
	t.Parallel()
	p, err := desk(t).Fold(proposal("p", 900_00), story("p", micro.Committee, 800, 9))
	require.NoError(t, err)
	assert.Equal(t, micro.Done, p.Stage())
	days, ended := p.Life()
	assert.True(t, ended)
	assert.Equal(t, 9, days)
	_, waits := p.Due()
	assert.False(t, waits)
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		edit func([]micro.Event)
		at   int
		want int
	}{
		{"approved from too low, and too much", func(e []micro.Event) { e[0].By, e[0].Amount = micro.Station, funding.Fen(900_01) }, 0, 2},
		{"approved from higher up", func(e []micro.Event) { e[0].By = micro.Subdistrict }, 3, 0},
		{"all that is asked for", func(e []micro.Event) { e[0].Amount = funding.Yuan(900) }, 3, 0},
		{"spent too much, on nobody", func(e []micro.Event) { e[2].Amount, e[2].Persons, e[2].Times = funding.Fen(800_01), 0, 0 }, 2, 2},
		{"done before it started", func(e []micro.Event) { e[1] = e[2]; e[1].Number = 2 }, 1, 0},
	} {
		events := story("p", micro.Committee, 800, 9)
		c.edit(events)
		p, _, err := desk(t).Open(proposal("p", 900_00))
		require.NoError(t, err)
		happened := 0
		for _, e := range events {
			reason, err := p.Apply(e)
			require.NoError(t, err, c.name)
			if !reason.Holds() {
				assert.Len(t, reason.Parts, c.want, c.name)
				assert.Len(t, p.Events(), happened, "as it was")
				break
			}
			happened++
		}
		assert.Equal(t, c.at, happened, c.name)
	}
}

func TestBadInput(t *testing.T) {
	t.Parallel()
	d := desk(t)
	_, _, err := d.Open(micro.Proposal{Service: "luck", Cost: funding.Fen(-1)})
	for _, code := range []rule.Code{rule.Required, micro.ServiceUnknown, micro.AmountNotPositive} {
		require.ErrorIs(t, err, code)
	}
	for _, c := range []struct {
		name string
		edit func([]micro.Event)
		code rule.Code
		path string
	}{
		{"another project", func(e []micro.Event) { e[1].Project = "q" }, micro.OtherProject, "events[1].project"},
		{"duplicated", func(e []micro.Event) { e[1] = e[0] }, micro.OutOfOrder, "events[1].number"},
		{"before the project", func(e []micro.Event) { e[0].Date = proposed.AddDays(-1) }, micro.BeforeLast, "events[0].date"},
		{"negative", func(e []micro.Event) { e[2].Amount = funding.Fen(-1) }, micro.AmountNegative, "events[2].amount"},
		{"no approver", func(e []micro.Event) { e[0].By = 0 }, rule.Required, "events[0].by"},
		{"money at the start", func(e []micro.Event) { e[1].Amount = funding.Fen(1) }, micro.FieldUnused, "events[1].amount"},
		{"fewer times than persons", func(e []micro.Event) { e[2].Times = 9 }, micro.TimesFew, "events[2].times"},
		{"refused", func(e []micro.Event) { e[0].By = micro.Station }, micro.EventRefused, "events[0]"},
		{"no reason", func(e []micro.Event) { e[1].Act = micro.Drop }, rule.Required, "events[1].note"},
		{"no act", func(e []micro.Event) { e[1].Act = 0 }, rule.Required, "events[1].act"},
	} {
		events := story("p", micro.Committee, 800, 9)
		c.edit(events)
		p, err := d.Fold(proposal("p", 900_00), events)
		require.ErrorIs(t, err, c.code, c.name)
		assert.Nil(t, p)
		assert.Contains(t, err.Error(), c.path, c.name)
	}
	_, err = d.Fold(proposal("p", 9000_00), nil)
	require.ErrorIs(t, err, micro.EventRefused)
}

func TestFaultyRules(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		edit func(*micro.Rules)
		code rule.Code
	}{
		{"a hole", func(r *micro.Rules) { r.Approvals[1].In = rule.Above(rule.Dec("500.01")).AtMost(rule.Dec("2000")) }, band.Gap},
		{"two rows", func(r *micro.Rules) { r.Approvals[1].In = rule.AtLeast(rule.Dec("500")).AtMost(rule.Dec("2000")) }, band.Overlap},
		{"no row", func(r *micro.Rules) { r.Approvals = nil }, band.Gap},
		{"no approver", func(r *micro.Rules) { r.Approvals[0].Is.By = 0 }, rule.Required},
		{"a kind twice", func(r *micro.Rules) { r.Classes[3].Kinds[0].ID = "aged-1" }, micro.Twice},
		{"no catalogue", func(r *micro.Rules) { r.Classes = nil }, rule.Required},
		{"no days", func(r *micro.Rules) { r.Days = 0 }, rule.Required},
		{"no title", func(r *micro.Rules) { r.Classes[0].Title.EN = "" }, rule.Required},
	} {
		rules := micro.EighteenClasses()
		c.edit(&rules)
		_, err := micro.New(rules)
		require.ErrorIs(t, err, c.code, c.name)
	}
}

func TestCountersAndTheirRelation(t *testing.T) {
	t.Parallel()
	d := desk(t)
	var all []*micro.Project
	add := func(id, service string, events []micro.Event) {
		p := proposal(id, 400_00)
		p.Service = service
		made, err := d.Fold(p, events)
		require.NoError(t, err)
		all = append(all, made)
	}
	add("a", "aged-1", story("a", micro.Station, 300, 5))
	add("b", "aged-1", story("b", micro.Station, 300, 10))
	add("c", "aged-2", story("c", micro.Station, 300, 20))
	add("d", "law", story("d", micro.Station, 300, 5))  // some kind of law
	add("e", "aged", story("e", micro.Station, 300, 5)) // some kind of aged
	add("f", "mind-1", story("f", micro.Station, 300, 5)[:2])
	add("g", "mind-1", nil)
	add("h", "mind-1", []micro.Event{{Project: "h", Number: 1, Date: proposed, Act: micro.Refuse, By: micro.Station, Note: "重复"}})
	got, err := d.Count(all, proposed.AddDays(40))
	require.NoError(t, err)
	assert.Equal(t, []int{5, 2, 1, 2, 2, 2, 45, 20}, []int{got.Done, got.Open, got.Ended, len(got.Classes), got.Kinds, got.Unknown, got.Days, got.Longest})
	assert.Equal(t, []int64{50, 125, 1500_00}, []int64{got.Persons, got.Times, got.Spent.Fen()})
	assert.True(t, got.MeanDays().Equal(rule.Int(9, rule.DayUnit)))
	assert.Equal(t, "3 or above, 4 or below", got.KindsBetween().String(), "law is a third, aged may be a fourth")
	assert.Equal(t, []micro.Overdue{
		{Project: "f", Stage: micro.Doing, Due: proposed.AddDays(31), Days: 9}, {Project: "g", Stage: micro.Proposed, Due: proposed.AddDays(2), Days: 38},
	}, got.Overdue)
	early, err := d.Count(all, proposed.AddDays(5))
	require.NoError(t, err)
	assert.Equal(t, []int{3, 4}, []int{early.Done, early.Open})
	none, err := d.Count(all, proposed.AddDays(-1))
	require.NoError(t, err)
	assert.Zero(t, none.Done+none.Open+none.Ended)
	_, err = d.Count(append(all, all[0]), proposed)
	require.ErrorIs(t, err, micro.Twice)
	_, err = desk(t).Count(all, proposed)
	require.ErrorIs(t, err, micro.OtherRules)

	n := func(s string) rule.Interval { return rule.Exactly(rule.Dec(s)) }
	agree, reason := micro.Relate(n("351"), n("18"), rule.Above(rule.Dec("140")))
	assert.Equal(t, "above 140, 351 or below", agree.String())
	assert.True(t, reason.Holds())
	for _, kinds := range []rule.Interval{rule.Above(rule.Dec("351")), n("17"), n("352")} {
		agree, reason = micro.Relate(n("351"), n("18"), kinds)
		assert.True(t, agree.Empty())
		assert.False(t, reason.Holds())
	}
	agree, _ = micro.Relate(rule.Below(rule.Dec("20")), rule.Above(rule.Dec("18")), rule.Interval{})
	assert.Equal(t, "above 18, below 20", agree.String())
}

// Whatever happens, nothing is spent beyond what was approved, nothing approved
// beyond what was asked for, counts sum, and replay equals the live state.
func TestRandomLives(t *testing.T) {
	t.Parallel()
	d := desk(t)
	random := rand.New(rand.NewPCG(8, 27))
	services := []string{"aged-1", "aged-2", "law", "mind-3"}
	seen := map[micro.Stage]bool{}
	var all []*micro.Project
	for i := range 300 {
		in := proposal("p"+strconv.Itoa(i), 1+random.Int64N(5000_00))
		in.Service = services[random.IntN(len(services))]
		p, _, err := d.Open(in)
		require.NoError(t, err)
		for range 12 {
			e := micro.Event{
				Project: in.ID, Number: len(p.Events()) + 1, Date: p.Since().AddDays(random.IntN(9)), Act: micro.Acts()[random.IntN(5)],
				By: micro.Approvers()[random.IntN(3)], Note: "因",
			}
			if e.Act == micro.Approve || e.Act == micro.Finish {
				e.Amount = funding.Fen(1 + random.Int64N(5000_00))
			}
			if e.Act == micro.Finish {
				e.Persons = 1 + random.Int64N(5)
				e.Times = e.Persons
			}
			if e.Act > micro.Start && random.IntN(3) > 0 || e.Act == micro.Drop && random.IntN(3) > 0 {
				continue
			}
			before := len(p.Events())
			reason, err := p.Apply(e)
			require.NoError(t, err)
			if !reason.Holds() {
				require.Len(t, p.Events(), before)
			}
		}
		seen[p.Stage()] = true
		again, err := d.Fold(p.Proposal(), p.Events())
		require.NoError(t, err)
		require.Equal(t, p, again)
		events := p.Events()
		for _, e := range events {
			require.LessOrEqual(t, e.Amount.Fen(), in.Cost.Fen())
		}
		if p.Stage() == micro.Done {
			require.LessOrEqual(t, events[2].Amount.Fen(), events[0].Amount.Fen())
		}
		all = append(all, p)
	}
	for _, s := range micro.Stages() {
		assert.True(t, seen[s], s.String())
	}
	for _, on := range []int{0, 5, 20, 200} {
		got, err := d.Count(all, proposed.AddDays(on))
		require.NoError(t, err)
		require.Equal(t, len(all), got.Done+got.Open+got.Ended)
		sum, kinds := 0, 0
		for _, c := range got.Classes {
			sum += c.Done
			kinds += c.Kinds
		}
		require.Equal(t, got.Done, sum)
		require.Equal(t, got.Kinds, kinds)
		require.LessOrEqual(t, got.Kinds+min(got.Unknown, 1), got.Done)
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		again, err := d.Count(all, proposed.AddDays(on))
		require.NoError(t, err)
		require.Equal(t, got, again)
	}
}

// golden compares with a file, which UPDATE_GOLDEN=1 rewrites.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}
