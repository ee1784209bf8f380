package org_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func day(s string) rule.Date {
	d, err := rule.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// codes returns path and code of each problem.
func codes(err error) []string {
	var out []string
	for _, p := range rule.ProblemsOf(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

func profile(name string) org.Profile {
	return org.Profile{Name: name, Kind: org.SocialGroup, Territory: org.Area("330211001")}
}

func TestNewRegistry(t *testing.T) {
	t.Parallel()
	r, err := org.NewRegistry([]org.Organization{
		{ID: "b", Filed: day("2012-03-01"), Registered: day("2015-02-01"), Profile: profile("乙协会")},
		{ID: "a", Registered: day("2009-05-05"), Ended: day("2014-01-01"), Profile: profile("甲协会")},
		{ID: "c", Filed: day("2013-01-01"), Profile: org.Profile{Name: "丙队", Territory: org.Area("330211001001"), Parent: "b", Relation: org.Member}},
	})
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "b", "c"}, r.IDs())

	e, ok := r.At("b", day("2015-01-31"))
	require.True(t, ok)
	assert.Equal(t, org.Filed, e.State)
	assert.Equal(t, org.Filing, e.Track)
	e, _ = r.At("b", day("2015-02-01"))
	assert.Equal(t, org.Registered, e.State)
	assert.Equal(t, day("2015-02-01"), e.Since)
	_, ok = r.At("b", day("2012-02-28"))
	assert.False(t, ok)
	_, ok = r.At("x", day("2015-01-31"))
	assert.False(t, ok)

	c := r.Census(day("2013-12-31"), org.ByState, org.ByKind, org.ByLevel)
	assert.Equal(t, 3, c.Total)
	assert.Equal(t, 1, c.Count(org.Group{State: org.Registered, Kind: org.SocialGroup}))
	assert.Equal(t, 2, c.Count(org.Group{State: org.Filed}))
	assert.Equal(t, 1, c.Count(org.Group{Level: org.Village}))
	assert.Equal(t, 2, r.Census(day("2014-01-01")).Total)

	children := r.Children("b", day("2015-03-31"))
	require.Len(t, children, 1)
	assert.Equal(t, "c", children[0].ID)
	parents := r.Parents("c", day("2015-03-31"))
	require.Len(t, parents, 1)
	assert.Equal(t, "b", parents[0].ID)
}

func TestNewRegistryFaults(t *testing.T) {
	t.Parallel()
	list := []org.Organization{
		{ID: "a", Registered: day("2009-05-05"), Profile: profile("甲")},
		{ID: "a", Registered: day("2010-05-05"), Profile: profile("甲二")},
		{ID: "b", Profile: profile("乙")},
		{ID: "c", Filed: day("2012-01-01"), Registered: day("2011-01-01"), Profile: profile("丙")},
		{ID: "d", Registered: day("2012-01-01"), Ended: day("2012-01-01"), Profile: profile("丁")},
		{ID: "e", Registered: day("2012-01-01"), Profile: org.Profile{Name: "戊", Territory: org.Area("330211"), Kind: org.SocialGroup, Parent: "zz", Relation: org.Member}},
		{ID: "f", Registered: day("2012-01-01"), Profile: org.Profile{Name: "己", Territory: org.Area("330211")}},
		{ID: "", Registered: day("2012-01-01"), Profile: profile("庚")},
		{ID: "g", Filed: day("2012-01-01"), Profile: org.Profile{
			Name: "辛", Territory: org.Area("330211"),
			Identifiers: []org.Identifier{{Kind: org.CertificateNumber, Value: "社证字第1号"}},
		}},
		{ID: "h", Registered: day("2012-01-01"), Profile: org.Profile{Kind: org.SocialGroup}},
		{ID: "i", Registered: day("2012-01-01"), Profile: org.Profile{Name: "壬", Territory: org.Area("330211"), Kind: org.SocialGroup, Parent: "b", Relation: org.Member}},
	}
	r, err := org.NewRegistry(list)
	assert.Equal(t, []string{
		"[1].id id.twice",
		"[2].registered required",
		"[3].registered days.order",
		"[4].ended days.order",
		"[5].parent parent.unknown",
		"[6].kind required",
		"[7].organization required",
		"[8].identifiers identifier.legal-person",
		"[9].name required",
		"[9].territory required",
	}, codes(err))
	assert.Zero(t, r.Len())
}

func TestReplayFaults(t *testing.T) {
	t.Parallel()
	at := func(id, on string, act org.Act, p org.Profile) org.Event {
		return org.Event{Organization: id, On: day(on), Act: act, Profile: p}
	}
	code, err := org.ComposeUSCC("52", "330211", "50001234")
	require.NoError(t, err)
	with := func(ids ...org.Identifier) org.Profile {
		p := profile("某会")
		p.Identifiers = ids
		return p
	}
	under := func(parent string, relation org.Relation) org.Profile {
		p := profile("某会")
		p.Parent, p.Relation = parent, relation
		return p
	}
	number := func(value string, p rule.Period) org.Identifier {
		return org.Identifier{Kind: org.CertificateNumber, Value: value, Issuer: "镇海区民政局", Period: p}
	}
	for _, c := range []struct {
		name   string
		events []org.Event
		want   []string
	}{
		{
			"before birth",
			[]org.Event{at("a", "2010-01-01", org.Warn, org.Profile{}), at("a", "2011-01-01", org.Register, profile("甲"))},
			[]string{"[0].act act.before-birth"},
		},
		{
			"after end",
			[]org.Event{at("a", "2010-01-01", org.Register, profile("甲")), at("a", "2011-01-01", org.Deregister, org.Profile{}), at("a", "2012-01-01", org.Change, org.Profile{Name: "乙"})},
			[]string{"[2].act act.after-end"},
		},
		{
			"impossible",
			[]org.Event{at("a", "2010-01-01", org.File, profile("甲")), at("a", "2011-01-01", org.Suspend, org.Profile{})},
			[]string{"[1].act act.impossible"},
		},
		{
			"twice",
			[]org.Event{at("a", "2010-01-01", org.File, profile("甲")), at("a", "2011-01-01", org.Warn, org.Profile{}), at("a", "2011-01-01", org.Warn, org.Profile{})},
			[]string{"[2].act act.twice"},
		},
		{
			"nothing to leave",
			[]org.Event{at("a", "2010-01-01", org.File, profile("甲")), at("a", "2011-01-01", org.Detach, org.Profile{})},
			[]string{"[1].act act.detach"},
		},
		{"circle", []org.Event{
			at("a", "2010-01-01", org.Register, profile("甲")), at("b", "2010-01-01", org.Register, under("a", org.Member)),
			at("c", "2010-01-01", org.Register, under("b", org.Member)), at("a", "2011-01-01", org.Change, org.Profile{Parent: "c", Relation: org.Member}),
		}, []string{"[3].parent parent.circle"}},
		{"circle undone in time", []org.Event{
			at("a", "2010-01-01", org.Register, profile("甲")), at("b", "2010-01-01", org.Register, under("a", org.Member)),
			at("b", "2010-06-01", org.Detach, org.Profile{}), at("a", "2011-01-01", org.Change, org.Profile{Parent: "b", Relation: org.Member}),
		}, nil},
		{"itself", []org.Event{at("a", "2010-01-01", org.Register, under("a", org.Member))}, []string{"[0].parent parent.circle"}},
		{"parent not there", []org.Event{
			at("a", "2012-01-01", org.Register, profile("甲")), at("b", "2011-12-31", org.Register, under("a", org.Member)),
		}, []string{"[1].parent parent.absent"}},
		{"branch of a private non-enterprise unit", []org.Event{
			at("a", "2010-01-01", org.Register, org.Profile{Name: "甲", Kind: org.PrivateNonEnterprise, Territory: org.Area("330211")}),
			at("b", "2011-01-01", org.File, under("a", org.Branch)),
		}, []string{"[1].parent branch.barred"}},
		{
			"branch registered",
			[]org.Event{at("a", "2010-01-01", org.Register, profile("甲")), at("b", "2011-01-01", org.Register, under("a", org.Branch))},
			[]string{"[1].relation branch.legal"},
		},
		{
			"identifier of a legal person",
			[]org.Event{at("a", "2010-01-01", org.File, with(number("1", rule.Period{})))},
			[]string{"[0].identifiers identifier.legal-person"},
		},
		{
			"identifier taken",
			[]org.Event{at("a", "2010-01-01", org.Register, with(number("1", rule.Period{}))), at("b", "2010-01-01", org.Register, with(number("1", rule.Period{})))},
			[]string{"[1].identifiers identifier.taken"},
		},
		{
			"identifiers overlap",
			[]org.Event{at("a", "2010-01-01", org.Register, with(number("1", rule.Period{}))), at("a", "2012-01-01", org.Change, org.Profile{Identifiers: []org.Identifier{number("2", rule.Period{})}})},
			[]string{"[1].identifiers identifier.overlap"},
		},
		{"identifiers in turn", []org.Event{
			at("a", "2010-01-01", org.Register, with(number("1", rule.Period{Until: day("2012-01-01")}))),
			at("a", "2012-01-01", org.Change, org.Profile{Identifiers: []org.Identifier{number("2", rule.Period{})}}),
		}, nil},
		{
			"identifier before birth",
			[]org.Event{at("a", "2010-01-01", org.Register, with(number("1", rule.Since(day("2009-12-31")))))},
			[]string{"[0].identifiers identifier.outside"},
		},
		{
			"credit code before there were any",
			[]org.Event{at("a", "2015-09-30", org.Register, with(org.Identify(code, rule.Period{})))},
			[]string{"[0].identifiers[0].period.from identifier.early"},
		},
		{
			"credit code of another form",
			[]org.Event{at("a", "2015-10-01", org.Register, with(org.Identify(code, rule.Period{})))},
			[]string{"[0].identifiers identifier.form"},
		},
		{"faulty identifiers", []org.Event{at("a", "2015-10-01", org.Register, with(
			org.Identifier{}, org.Identifier{Kind: org.CreditCode, Value: "1"}, org.Identifier{Kind: org.OrganizationCode, Value: "123456780"},
		))}, []string{
			"[0].identifiers[0].kind required", "[0].identifiers[0].value required",
			"[0].identifiers[1].value uscc.length", "[0].identifiers[2].value identifier.organization-code",
		}},
		{"nothing stated", []org.Event{{}}, []string{"[0].organization required"}},
		{
			"unknown values",
			[]org.Event{{Organization: "a", On: day("2010-01-01"), Act: 99, Profile: org.Profile{Kind: 99, Relation: org.Member}}},
			[]string{"[0].act value.unknown", "[0].kind value.unknown", "[0].parent required"},
		},
	} {
		_, err := org.Replay(c.events)
		assert.Equal(t, c.want, codes(err), c.name)
	}
}

// lives returns random but possible lives.
func lives(random *rand.Rand, n int) []org.Event {
	table := org.Life()
	var events []org.Event
	for i := range n {
		state, on := org.Preparing, day("2008-01-01").AddDays(random.IntN(1000))
		for k := range 1 + random.IntN(8) {
			var possible []org.Act
			for _, row := range table.From(state) {
				if row.On != org.Detach && (k > 0 || row.On == org.Prepare || row.On == org.File || row.On == org.Register) {
					possible = append(possible, row.On)
				}
			}
			if len(possible) == 0 {
				break
			}
			act := possible[random.IntN(len(possible))]
			row, _ := table.On(state, act)
			state = row.To
			e := org.Event{Organization: "o" + strconv.Itoa(i), On: on, Act: act}
			if k == 0 {
				e.Name, e.Kind = "组织"+strconv.Itoa(i), org.Kind(1+random.IntN(3))
			}
			if k == 0 || act == org.Change {
				e.Territory = org.Area("33021100" + strconv.Itoa(1+random.IntN(5)))
				e.Sector = org.Sector(1 + random.IntN(14))
			}
			if act == org.Register {
				e.Track = org.Track(random.IntN(4)) // not stated, or by one of the three ways
			}
			events = append(events, e)
			on = on.AddDays(1 + random.IntN(400))
		}
	}
	return events
}

// naive is how an organization stands on a day by going through its events.
func naive(events []org.Event, on rule.Date) map[string]org.Group {
	table := org.Life()
	sorted := slices.Clone(events)
	slices.SortStableFunc(sorted, func(a, b org.Event) int { return a.On.Compare(b.On) })
	standing := map[string]org.Group{}
	for _, e := range sorted {
		if on.Before(e.On) {
			break
		}
		g, ok := standing[e.Organization]
		if !ok {
			g.State = org.Preparing
		}
		row, _ := table.On(g.State, e.Act)
		g.State = row.To
		if e.Kind != 0 {
			g.Kind = e.Kind
		}
		if e.Sector != 0 {
			g.Sector = e.Sector
		}
		if !e.Territory.IsZero() {
			g.Territory, g.Level = e.Territory, e.Territory.Level()
		}
		switch e.Act {
		case org.File:
			g.Track = org.Filing
		case org.Register:
			g.Track = e.Track
		}
		if g.Year == 0 && g.State.Present() {
			g.Year = e.On.Year()
		}
		standing[e.Organization] = g
	}
	return standing
}

func TestCensusEqualsNaiveReplay(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		events := lives(random, 40)
		r, err := org.Replay(events)
		require.NoError(t, err)
		shuffled := slices.Clone(events)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		again, err := org.Replay(shuffled)
		require.NoError(t, err)
		require.Equal(t, r, again, "events in any order give the same registry")

		on := day("2008-01-01").AddDays(random.IntN(3000))
		want := map[org.Group]int{}
		for _, g := range naive(events, on) {
			if g.State.Present() {
				want[g]++
			}
		}
		c := r.Census(on, org.ByKind, org.ByState, org.ByTrack, org.BySector, org.ByLevel, org.ByYear, org.ByTerritory)
		got := map[org.Group]int{}
		total := 0
		for _, group := range c.Groups {
			got[group.Group] = group.N
			total += group.N
			assert.Equal(t, c.Count(group.Group), r.Count(on, group.Group), "what a group does not state, every organization has")
		}
		require.Equal(t, want, got)
		assert.Equal(t, c.Total, total)
		all := 0
		for e := range r.All(on) {
			assert.True(t, e.State.Present())
			all++
		}
		assert.Equal(t, c.Total, all)

		for _, by := range [][]org.Dimension{{org.ByTrack}, {org.ByYear, org.ByTown}, {org.ByLevel, org.BySector, org.ByVillage}, {org.ByYear, org.ByTerritory, org.BySector, org.ByKind, org.ByState}} {
			split := r.Census(on, by...)
			sum := 0
			for _, group := range split.Groups {
				sum += group.N
			}
			require.Equal(t, c.Total, sum, "the totals of any split add up")
		}
	}
}

// TestMovementsEqualNaiveReplay compares two days one organization at a time.
func TestMovementsEqualNaiveReplay(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 8))
	for range 100 {
		events := lives(random, 30)
		r, err := org.Replay(events)
		require.NoError(t, err)
		from := day("2008-01-01").AddDays(random.IntN(2500))
		to := from.AddDays(random.IntN(1200))
		before, after := naive(events, from), naive(events, to)
		want := map[org.Move]int{}
		for _, id := range r.IDs() {
			b, a := before[id], after[id]
			switch was, is := b.State.Present(), a.State.Present(); {
			case is && !was:
				want[org.Appeared]++
			case was && !is:
				want[org.Departed]++
			case was && is:
				if b.State == org.Filed && a.State.LegalPerson() {
					want[org.Upgraded]++
				}
				if b.Territory != a.Territory {
					want[org.Relocated]++
				}
			}
		}
		got := map[org.Move]int{}
		for _, m := range r.Movements(from, to) {
			got[m.Move]++
		}
		require.Equal(t, want, got)
		grown := r.Census(to).Total - r.Census(from).Total
		require.Equal(t, grown, got[org.Appeared]-got[org.Departed])
	}
}

func TestRegistryDocument(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	r, err := org.Replay(lives(random, 30))
	require.NoError(t, err)
	data, err := r.Encode()
	require.NoError(t, err)
	again, err := org.DecodeRegistry(data)
	require.NoError(t, err)
	assert.Equal(t, r, again)

	_, err = org.DecodeRegistry([]byte(`{"schema":"registry/2","data":{"events":[]}}`))
	require.ErrorIs(t, err, rule.SchemaUnknown)
	_, err = org.DecodeRegistry([]byte(`{"schema":"registry/1","data":{"events":[{"organization":"a","on":"2010-01-01","act":"warn"}]}}`))
	assert.Equal(t, []string{"events[0].act act.before-birth"}, codes(err))
}

func TestMerge(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 6))
	events := lives(random, 30)
	whole, err := org.Replay(events)
	require.NoError(t, err)
	var left, right []org.Event
	for _, e := range events { // a third of the organizations is in both
		n, err := strconv.Atoi(e.Organization[1:])
		require.NoError(t, err)
		if n%3 != 0 {
			left = append(left, e)
		}
		if n%3 != 1 {
			right = append(right, e)
		}
	}
	a, err := org.Replay(left)
	require.NoError(t, err)
	b, err := org.Replay(right)
	require.NoError(t, err)
	ab, err := org.Merge(a, b)
	require.NoError(t, err)
	ba, err := org.Merge(b, a)
	require.NoError(t, err)
	assert.Equal(t, whole, ab)
	assert.Equal(t, whole, ba)
	same, err := org.Merge(whole, whole)
	require.NoError(t, err)
	assert.Equal(t, whole, same)

	one, err := org.NewRegistry([]org.Organization{{ID: "a", Registered: day("2010-01-01"), Profile: profile("甲")}})
	require.NoError(t, err)
	other, err := org.NewRegistry([]org.Organization{{ID: "a", Registered: day("2010-01-01"), Profile: profile("乙")}})
	require.NoError(t, err)
	_, err = org.Merge(one, other)
	assert.ErrorIs(t, err, org.MergeConflict)
}

func TestMovements(t *testing.T) {
	t.Parallel()
	r, err := org.Replay([]org.Event{
		{Organization: "a", On: day("2012-01-01"), Act: org.File, Profile: profile("甲")},
		{Organization: "a", On: day("2015-02-01"), Act: org.Register, Profile: org.Profile{Territory: org.Area("330211002")}},
		{Organization: "b", On: day("2012-01-01"), Act: org.File, Profile: profile("乙")},
		{Organization: "b", On: day("2015-03-01"), Act: org.Lapse},
		{Organization: "c", On: day("2015-03-31"), Act: org.Register, Profile: profile("丙")},
	})
	require.NoError(t, err)
	var got []string
	for _, m := range r.Movements(day("2014-12-31"), day("2015-03-31")) {
		got = append(got, m.Organization+" "+m.Move.String())
	}
	assert.Equal(t, []string{"a upgraded", "a relocated", "b departed", "c appeared"}, got)
}
