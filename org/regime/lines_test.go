package regime_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/regime"
	"github.com/sancheng-go/sancheng/org/rule"
)

// line is a condition of a way, held against applications just below, at and
// just above the number or day where it changes.
type line struct {
	ways  string // those it is in
	asks  string // fact
	at    string // number or day
	tries []try
}

// try changes a sound application.
type try struct {
	set rule.FactMap
	on  string // day of application
	met bool
	in  int // organizations of the scope there already
}

func with(fact string, v rule.Value) rule.FactMap { return rule.FactMap{fact: v} }
func money(s string) rule.Value                   { return rule.Num(rule.Dec(s), rule.Yuan) }
func on(s string) rule.Value                      { return rule.On(day(s)) }
func mixed(persons, unit int64) rule.FactMap {
	return rule.FactMap{regime.Persons: people(persons), regime.Units: units(unit)}
}

func board(size, paid int64) rule.FactMap {
	return rule.FactMap{regime.Board: people(size), regime.PaidBoard: people(paid)}
}

func fund(amount string, public, nationwide bool) rule.FactMap {
	return rule.FactMap{regime.Funds: money(amount), regime.PublicRaising: rule.Flag(public), regime.Nationwide: rule.Flag(nationwide)}
}

func inNation(amount string) rule.FactMap {
	return rule.FactMap{regime.Funds: money(amount), regime.Nationwide: rule.Flag(true)}
}

const (
	groups   = "group-prepare group direct-group trial-group"
	unitWays = "unit direct-unit trial-unit"
)

func lines() []line {
	return []line{
		{groups, regime.Persons, "50", []try{{set: mixed(49, 0)}, {set: mixed(50, 0), met: true}, {set: mixed(51, 0), met: true}}},
		{groups, regime.Units, "30", []try{{set: mixed(0, 29)}, {set: mixed(0, 30), met: true}, {set: mixed(0, 31), met: true}}},
		{groups, regime.Persons, "0", []try{{set: mixed(0, 30), met: true}, {set: mixed(1, 30)}, {set: mixed(2, 47)}}},
		{groups, regime.Members, "50", []try{{set: mixed(20, 29)}, {set: mixed(20, 30), met: true}, {set: mixed(21, 30), met: true}, {set: mixed(1, 49), met: true}, {set: mixed(49, 1), met: true}}},
		{groups + " low-group", regime.Funds, "30000", []try{{set: with(regime.Funds, money("29999.99"))}, {set: with(regime.Funds, money("30000")), met: true}, {set: with(regime.Funds, money("30000.01")), met: true}}},
		{groups, regime.Funds, "100000", []try{{set: inNation("99999.99")}, {set: inNation("100000.00"), met: true}, {set: inNation("100000.01"), met: true}}},
		{groups + " " + unitWays, regime.SameScope, "0", []try{{met: true}, {in: 1}, {in: 2}, {in: 1, set: with(regime.Needed, rule.Flag(true)), met: true}, {in: 1, set: with(regime.Needed, rule.Flag(false))}}},
		{"group-establish group direct-group trial-group", regime.HeadElsewhere, "0", []try{{set: with(regime.HeadElsewhere, units(0)), met: true}, {set: with(regime.HeadElsewhere, units(1))}, {set: with(regime.HeadElsewhere, units(2))}}},
		{"group-establish", regime.MonthsPrepared, "0", []try{{set: with(regime.PreparedOn, on("2015-04-01"))}, {set: with(regime.PreparedOn, on("2015-03-31")), met: true}, {set: with(regime.PreparedOn, on("2015-03-30")), met: true}}},
		{"group-establish", regime.MonthsPrepared, "6", []try{{on: "2015-07-14", met: true}, {on: "2015-07-15", met: true}, {on: "2015-07-16"}}},

		{"foundation", regime.Funds, "2000000", []try{{set: fund("1999999.99", false, false)}, {set: fund("2000000", false, false), met: true}, {set: fund("2000000.01", false, true), met: true}}},
		{"foundation", regime.Funds, "4000000", []try{{set: fund("3999999.99", true, false)}, {set: fund("4000000", true, false), met: true}, {set: fund("4000000.01", true, false), met: true}}},
		{"foundation", regime.Funds, "8000000", []try{{set: fund("7999999.99", true, true)}, {set: fund("8000000", true, true), met: true}, {set: fund("8000000.01", true, true), met: true}}},
		{"foundation", regime.Board, "5", []try{{set: board(4, 0)}, {set: board(5, 0), met: true}, {set: board(6, 0), met: true}}},
		{"foundation", regime.Board, "25", []try{{set: board(24, 0), met: true}, {set: board(25, 0), met: true}, {set: board(26, 0)}}},
		{"foundation", regime.BoardTerm, "5", []try{{set: with(regime.BoardTerm, years(4)), met: true}, {set: with(regime.BoardTerm, years(5)), met: true}, {set: with(regime.BoardTerm, years(6))}}},
		{"foundation", regime.PaidBoardOver, "0", []try{
			{set: board(9, 2), met: true},
			{set: board(9, 3), met: true},
			{set: board(9, 4)},
			{set: board(11, 3), met: true},
			{set: board(11, 4)},
			{set: board(12, 4), met: true},
		}},
		{"foundation", regime.Officials, "0", []try{{set: with(regime.Officials, people(0)), met: true}, {set: with(regime.Officials, people(1))}, {set: with(regime.Officials, people(2))}}},

		{"low-group", regime.Persons, "20", []try{{set: mixed(19, 0)}, {set: mixed(20, 0), met: true}, {set: mixed(21, 0), met: true}}},
		{"low-group", regime.Units, "10", []try{{set: mixed(0, 9)}, {set: mixed(0, 10), met: true}, {set: mixed(0, 11), met: true}}},
		{"low-group", regime.Persons, "0", []try{{set: mixed(0, 10), met: true}, {set: mixed(1, 10)}}},
		{"low-group", regime.Members, "20", []try{{set: mixed(10, 9)}, {set: mixed(10, 10), met: true}, {set: mixed(11, 10), met: true}}},
		{"registration.yangzhou/filing", regime.Members, "1", []try{{set: mixed(0, 0)}, {set: mixed(1, 0), met: true}, {set: mixed(2, 0), met: true}}},
		{"filing.members-5/filing", regime.Members, "5", []try{{set: mixed(4, 0)}, {set: mixed(5, 0), met: true}, {set: mixed(3, 3), met: true}}},
		{"filing.members-10/filing registration.dual-track-2012/filing", regime.Members, "10", []try{{set: mixed(9, 0)}, {set: mixed(5, 5), met: true}, {set: mixed(11, 0), met: true}}},
		{"filing.members-15/filing", regime.Members, "15", []try{{set: mixed(14, 0)}, {set: mixed(15, 0), met: true}, {set: mixed(16, 0), met: true}}},

		{"recognition-2016 recognition-2023", regime.MonthsRegistered, "0", []try{{set: with(regime.RegisteredOn, on("2030-01-01"))}}},
		{"recognition-2016", regime.RegisteredOn, "2016-03-16", []try{{set: with(regime.RegisteredOn, on("2016-03-15")), met: true}, {set: with(regime.RegisteredOn, on("2016-03-16"))}, {set: with(regime.RegisteredOn, on("2016-03-17"))}}},
		{"recognition-2023", regime.MonthsRegistered, "0", []try{{set: with(regime.RegisteredOn, on("2024-09-06"))}, {set: with(regime.RegisteredOn, on("2024-09-05")), met: true}, {set: with(regime.RegisteredOn, on("2024-09-04")), met: true}}},
		{"fundraising-2016", regime.MonthsRegistered, "24", []try{{on: "2020-02-29"}, {on: "2020-03-01", met: true}, {on: "2020-03-02", met: true}}},
		{"fundraising-2023", regime.MonthsRegistered, "12", []try{{on: "2025-02-28"}, {on: "2025-03-01", met: true}, {on: "2025-03-02", met: true}}},
	}
}

// Every number and day of every preset has its line, and at the line, just below
// it and just above it the way is met or not as the law says.
func TestEveryLine(t *testing.T) {
	t.Parallel()
	apps, covered := sound(), map[string]bool{}
	indices := []regime.Index{index(t)}
	for n := range 2 {
		var list []org.Organization
		for i := range n + 1 {
			for _, kind := range []org.Kind{org.SocialGroup, org.PrivateNonEnterprise} {
				list = append(list, org.Organization{ID: fmt.Sprintf("%d-%v", i, kind), Registered: day("2010-01-01"), Profile: org.Profile{
					Name: "镇海餐饮商会", Kind: kind, Territory: org.Area("330211002"),
				}})
			}
		}
		indices = append(indices, index(t, list...))
	}
	tries, presets := 0, regime.Presets()
	authorities := map[string][]regime.Authority{}
	for _, r := range presets {
		for _, in := range indices {
			authorities[r.ID] = append(authorities[r.ID], ready(t, r, in))
		}
	}
	for _, l := range lines() {
		for name := range strings.FieldsSeq(l.ways) {
			for _, r := range presets {
				for _, w := range r.Ways {
					if name != w.ID && name != r.ID+"/"+w.ID {
						continue
					}
					covered[r.ID+" "+w.ID+" "+l.asks+" "+l.at] = true
					for _, try := range l.tries {
						a := apps[r.ID+" "+w.ID]
						if try.on != "" {
							a.On = day(try.on)
						}
						a.Facts = maps.Clone(a.Facts)
						maps.Copy(a.Facts, try.set)
						d, err := authorities[r.ID][try.in].Decide(a)
						require.NoError(t, err)
						assert.Equal(t, try.met, trial(d, w.ID).Met, "%s %s: %s at %s: %+v", r.ID, w.ID, l.asks, l.at, try)
						tries++
					}
				}
			}
		}
	}
	for _, r := range regime.Presets() {
		for _, w := range r.Ways {
			for _, c := range append([]rule.Condition{w.For}, w.Needs...) {
				leaves(c, func(c rule.Condition, _ bool) {
					for _, end := range ends(c) {
						assert.True(t, covered[r.ID+" "+w.ID+" "+c.Fact+" "+end], "no line for %s of %s: %s at %s", w.ID, r.ID, c.Fact, end)
						delete(covered, r.ID+" "+w.ID+" "+c.Fact+" "+end)
					}
				})
			}
		}
	}
	assert.Empty(t, covered, "lines that no preset has")
	assert.Greater(t, tries, 300)
}

func ends(c rule.Condition) []string {
	var out []string
	if at, _, stated := c.Range.Low(); stated {
		out = append(out, at.String())
	}
	if at, _, stated := c.Range.High(); stated {
		out = append(out, at.String())
	}
	for _, d := range []rule.Date{c.Within.From, c.Within.Until} {
		if !d.IsZero() {
			out = append(out, d.String())
		}
	}
	return out
}

// The day of the application chooses the way: each on its first day, the day
// before and, where there is one, its last.
func TestEveryPeriod(t *testing.T) {
	t.Parallel()
	in, apps := index(t), sound()
	covered := map[string]bool{}
	for _, c := range []struct {
		regime, way, day string
		open             bool
	}{
		{"registration.dual-management-1998", "group-prepare", "1998-10-25", true},
		{"registration.dual-management-1998", "group-prepare", "2016-02-05", true},
		{"registration.dual-management-1998", "group-prepare", "2016-02-06", false},
		{"registration.dual-management-1998", "group", "2016-02-05", false},
		{"registration.dual-management-1998", "group", "2016-02-06", true},
		{"registration.dual-management-1998", "group-establish", "1998-10-25", true},
		{"registration.dual-management-1998", "group-establish", "2016-02-06", false},
		{"registration.dual-management-1998", "unit", "1998-10-25", true},
		{"registration.dual-management-1998", "foundation", "2004-05-31", false},
		{"registration.dual-management-1998", "foundation", "2004-06-01", true},
		{"registration.four-categories-2013", "direct-group", "2013-03-14", true},
		{"registration.four-categories-2013", "direct-unit", "2013-03-14", true},
		{"registration.zhejiang-2013", "direct-group", "2013-09-18", true},
		{"registration.zhejiang-2013", "direct-unit", "2013-09-18", true},
		{"registration.dual-track-2012", "trial-group", "2012-01-01", true},
		{"registration.dual-track-2012", "trial-unit", "2012-01-01", true},
		{"registration.dual-track-2012", "filing", "2012-01-01", true},
		{"charity.recognition", "recognition-2016", "2016-09-01", true},
		{"charity.recognition", "recognition-2016", "2024-09-05", false},
		{"charity.recognition", "recognition-2023", "2024-09-04", false},
		{"charity.recognition", "recognition-2023", "2024-09-05", true},
		{"charity.registration", "charity-2016", "2024-09-04", true},
		{"charity.registration", "charity-2016", "2016-09-01", true},
		{"charity.registration", "charity-2016", "2024-09-05", false},
		{"charity.registration", "charity-2023", "2024-09-05", true},
		{"charity.fundraising", "fundraising-2016", "2016-09-01", true},
		{"charity.fundraising", "fundraising-2016", "2024-09-05", false},
		{"charity.fundraising", "fundraising-2023", "2024-09-04", false},
		{"charity.fundraising", "fundraising-2023", "2024-09-05", true},
	} {
		for _, r := range regime.Presets() {
			if r.ID != c.regime {
				continue
			}
			a := apps[r.ID+" "+c.way]
			a.On = day(c.day)
			if c.way == "group-establish" {
				a.Facts = maps.Clone(a.Facts)
				a.Facts[regime.PreparedOn] = on(c.day)
			}
			d, err := r.Decide(a, in)
			require.NoError(t, err)
			assert.Equal(t, c.open, trial(d, c.way).Open, "%+v", c)
			covered[c.way+" "+c.day] = true
		}
	}
	for _, r := range regime.Presets() {
		for _, w := range r.Ways {
			for _, d := range []rule.Date{w.Period.From, w.Period.Until} {
				assert.True(t, d.IsZero() || covered[w.ID+" "+d.String()], "%s of %s on %s", w.ID, r.ID, d)
			}
		}
		if !r.Period.From.IsZero() {
			a := apps[r.ID+" "+r.Ways[0].ID]
			a.On = r.Period.From.AddDays(-1)
			_, err := r.Decide(a, in)
			assert.ErrorIs(t, err, regime.NotInForce, r.ID)
		}
	}
}

// Whom the ways are open to: every word, and one that is not among them.
func TestOpenTo(t *testing.T) {
	t.Parallel()
	in, apps := index(t), sound()
	for _, c := range []struct{ regime, way, open string }{
		{"registration.four-categories-2013", "direct-group", "trade science public-welfare community"},
		{"registration.zhejiang-2013", "direct-unit", "trade science public-welfare community"},
		{"registration.dual-track-2012", "trial-group", "public-welfare"},
		{"registration.dual-track-2012", "trial-unit", "public-welfare"},
	} {
		for _, r := range regime.Presets() {
			if r.ID != c.regime {
				continue
			}
			for _, category := range regime.Categories() {
				a := apps[r.ID+" "+c.way]
				a.Facts = maps.Clone(a.Facts)
				a.Facts[regime.CategoryIs] = rule.Word(category.String())
				d, err := r.Decide(a, in)
				require.NoError(t, err)
				assert.Equal(t, strings.Contains(" "+c.open+" ", " "+category.String()+" "), trial(d, c.way).Met, "%+v %v", c, category)
			}
		}
	}
	for _, r := range regime.Presets() {
		for _, w := range r.Ways {
			if w.Leads != regime.File && w.Track != org.LowRegistration {
				continue
			}
			for place, open := range map[string]bool{"33": false, "3302": false, "330211": false, "330211001": true, "330211001001": true} {
				a := apps[r.ID+" "+w.ID]
				a.Territory = org.Area(place)
				d, err := r.Decide(a, in)
				require.NoError(t, err)
				assert.Equal(t, open, trial(d, w.ID).Open, "%s %s %s", r.ID, w.ID, place)
			}
		}
	}
	for shared, met := range map[string]bool{"domicile": true, "office-shared": true, "": false} {
		a := apps["registration.yangzhou low-group"]
		a.Facts = maps.Clone(a.Facts)
		a.Facts[regime.Domicile], a.Facts[regime.OfficeShared] = rule.Flag(shared == "domicile"), rule.Flag(shared == "office-shared")
		d, err := regime.Yangzhou().Decide(a, in)
		require.NoError(t, err)
		assert.Equal(t, met, trial(d, "low-group").Met)
	}
}
