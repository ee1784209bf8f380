package network_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/network"
	"github.com/sancheng-go/sancheng/org/rule"
)

var (
	district = org.Area("330211")
	start    = rule.Day(2008, 1, 1)
	asOf     = rule.Day(2015, 3, 31)
)

func codes(err error) []string {
	var out []string
	for _, p := range rule.ProblemsOf(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

func area(t *testing.T, code string, sector org.Sector, id string) org.Organization {
	t.Helper()
	return org.Organization{ID: id, Registered: start, Profile: org.Profile{
		Name: "组织" + id, Kind: org.SocialGroup, Territory: org.Area(code), Sector: sector,
	}}
}

func node(id string, kind network.Kind, code string, sectors ...org.Sector) network.Node {
	return network.Node{ID: id, Name: "节点" + id, Kind: kind, Territory: org.Area(code), Sectors: sectors, Period: rule.Since(start)}
}

// small is a district of two towns with two villages each. The second town has
// no centre; one village has a station.
func small(t *testing.T) (*network.Network, org.Registry) {
	t.Helper()
	registry, err := org.NewRegistry([]org.Organization{
		area(t, "330211", org.Business, "whole"), // works in the whole district
		area(t, "330211001", org.Culture, "town1"),
		area(t, "330211001001", org.Culture, "v11"), area(t, "330211001002", org.Sport, "v12"),
		area(t, "330211002", org.Sport, "town2"),
		area(t, "330211002001", org.Sport, "v21"), area(t, "330211002002", org.Culture, "v22"),
		area(t, "330203001", org.Culture, "elsewhere"),
		{ID: "federation", Registered: start, Ended: rule.Day(2014, 1, 1), Profile: org.Profile{Name: "联合会", Kind: org.SocialGroup, Territory: org.Area("330211002")}},
	})
	require.NoError(t, err)
	gone := node("f2", network.Federation, "330211002")
	gone.Organization = "federation"
	young := node("s12", network.Station, "330211001002")
	young.Period = rule.Since(rule.Day(2015, 4, 1))
	centre := node("c", network.Centre, "330211")
	centre.Purpose = network.PublicWelfare
	n, err := network.New(network.Lists{
		Rules: network.ThreeLevels(), District: district,
		Divisions: []org.Territory{
			org.Area("330211001"), org.Area("330211002"), org.Area("330211001001"), org.Area("330211001002"), org.Area("330211002001"), org.Area("330211002002"),
		},
		Nodes: []network.Node{
			centre, node("f", network.Federation, "330211"), node("c1", network.Centre, "330211001"), node("s11", network.Station, "330211001001"),
			node("arts", network.Hub, "330211", org.Culture), gone, young,
		},
	}, registry)
	require.NoError(t, err)
	return n, registry
}

func TestCoverage(t *testing.T) {
	t.Parallel()
	n, _ := small(t)
	var got []string
	for _, r := range n.Coverage(asOf).Tiers {
		got = append(got, fmt.Sprintf("%v %v: %d of %d, %d nodes, %s", r.Level, r.Kind, r.Covered, r.Divisions, r.Nodes, r.Share().In(language.English)))
		for _, g := range r.Gaps {
			got = append(got, fmt.Sprintf("  %v instead %v: %s", g.Territory, g.Instead, g.Reason.In(language.English)))
		}
	}
	assert.Equal(t, []string{
		"district federation: 1 of 1, 1 nodes, 100%",
		"district centre: 1 of 1, 1 nodes, 100%",
		"town federation: 0 of 2, 0 nodes, 0%",
		"town centre: 1 of 2, 1 nodes, 50%",
		"  330211002 instead [c]: 330211002 has no service centre of its own level",
		"village station: 1 of 4, 1 nodes, 25%",
		"  330211001002 instead [c1]: 330211001002 has no service station of its own level",
		"  330211002001 instead []: 330211002001 has no service station of its own level",
		"  330211002002 instead []: 330211002002 has no service station of its own level",
		"district hub: 1 of 1, 1 nodes, 100%",
	}, got)

	ids := func(on rule.Date) []string {
		var out []string
		for _, node := range n.Nodes(on) {
			out = append(out, node.ID)
		}
		return out
	}
	assert.Equal(t, []string{"arts", "c", "c1", "f", "f2", "s11"}, ids(rule.Day(2013, 12, 31)))
	assert.Equal(t, []string{"arts", "c", "c1", "f", "s11"}, ids(rule.Day(2014, 1, 1)), "a node is closed with its organization")
	assert.Equal(t, []string{"arts", "c", "c1", "f", "s11", "s12"}, ids(rule.Day(2015, 4, 1)))
	assert.Empty(t, ids(start.AddDays(-1)))
}

func TestService(t *testing.T) {
	t.Parallel()
	n, _ := small(t)
	s := n.Service(asOf)
	assert.Equal(t, 7, s.Organizations, "one works elsewhere, one is gone")
	assert.Equal(t, []network.LineShare{{network.Territorial, 5, 2}, {network.Sectoral, 3, 4}}, s.Lines)
	assert.Equal(t, 2, s.Both, "town1 and v11")
	assert.Equal(t, []string{"v21"}, s.Orphans)
	assert.Equal(t, []network.Load{
		{Node: "arts", Line: network.Sectoral, Serves: 3, Near: 3, Sole: 3, Only: 1},
		{Node: "c", Line: network.Territorial, Serves: 3, Near: 2, Sole: 1, Only: 1},
		{Node: "c1", Line: network.Territorial, Serves: 3, Near: 2, Sole: 1, Only: 1},
		{Node: "f", Line: network.Territorial, Serves: 1, Near: 1},
		{Node: "s11", Line: network.Territorial, Serves: 1, Near: 1},
	}, s.Nodes)
	var single []string
	for _, l := range s.SinglePoints() {
		single = append(single, l.Node)
	}
	assert.Equal(t, []string{"arts", "c", "c1"}, single)
	assert.Equal(t, []string{"town1", "v11", "v22"}, n.Alone("arts", asOf))
	assert.Empty(t, n.Alone("s11", asOf))
	assert.Empty(t, n.Alone("f2", asOf), "it is closed")

	page, ok := n.Serving("v11", asOf)
	require.True(t, ok)
	var steps []string
	for _, step := range page.Steps {
		steps = append(steps, step.In(language.English))
	}
	assert.Equal(t, []string{
		"territorial management: 节点s11 (village (community) service station, 330211001001)",
		"territorial management: 节点c1 (town (subdistrict) service centre, 330211001)",
		"sector cultivation: 节点arts (district (county) sector hub, 330211)",
	}, steps)
	page, ok = n.Serving("v21", asOf)
	require.True(t, ok)
	assert.Len(t, page.Steps, 2)
	assert.Equal(t, network.NobodyOn, page.Steps[0].Code)
	assert.Contains(t, page.In(language.Chinese), "属业培育:无人负责")
	_, ok = n.Serving("federation", asOf)
	assert.False(t, ok)
}

func TestFaults(t *testing.T) {
	t.Parallel()
	require.NoError(t, network.ThreeLevels().Validate())
	rules := network.ThreeLevels()
	rules.Tiers = append(rules.Tiers, network.Tier{}, network.Tier{Level: org.Village, Kind: network.Station, Down: 1})
	bad := node("a", network.Station, "330211001")
	bad.Period = rule.Period{}
	late := node("c9", network.Centre, "330211001")
	late.Period.Until = start
	late.Organization = "nobody"
	_, err := network.New(network.Lists{
		Rules: rules, District: district,
		Divisions: []org.Territory{org.Area("330211001"), org.Area("330211001"), {}, org.Area("330203001")},
		Nodes: []network.Node{
			{},
			bad, node("a", network.Hub, "330211"), node("b", network.Station, "330203001001"),
			{ID: "d", Name: "d", Kind: network.Station, Purpose: network.Volunteering, Territory: org.Area("330211001001"), Sectors: []org.Sector{0}, Period: rule.Since(start)},
			late,
		},
	}, org.Registry{})
	assert.Equal(t, []string{
		"divisions[1] network.division-twice", "divisions[2] required", "divisions[3] network.outside",
		"nodes[0].id required", "nodes[0].kind required", "nodes[0].name required", "nodes[0].period.from required", "nodes[0].territory required",
		"nodes[1].kind network.node-misplaced", "nodes[1].period.from required",
		"nodes[2].id network.node-twice", "nodes[2].sectors network.node-sectors",
		"nodes[3].territory network.outside",
		"nodes[4].purpose network.node-purpose", "nodes[4].sectors network.node-sectors", "nodes[4].sectors[0] required",
		"nodes[5].organization network.org-unknown", "nodes[5].period.until period.empty",
		"rules.tiers[6].kind required", "rules.tiers[6].level required", "rules.tiers[7] network.tier-twice", "rules.tiers[7].down network.tier-reach",
	}, codes(err))
	_, err = network.New(network.Lists{}, org.Registry{})
	assert.Equal(t, []string{"district required", "rules.id required", "rules.status required", "rules.tiers required", "rules.title required"}, codes(err))
}

// random is a district of random organizations and nodes.
func random(r *rand.Rand, organizations, nodes int) (network.Lists, []org.Organization) {
	place := func() org.Territory {
		code := "330211"
		if level := r.IntN(3); level > 0 {
			code += fmt.Sprintf("%03d", 1+r.IntN(4))
			if level > 1 {
				code += fmt.Sprintf("%03d", 1+r.IntN(4))
			}
		}
		return org.Area(code)
	}
	list := make([]org.Organization, organizations)
	for i := range list {
		list[i] = org.Organization{ID: fmt.Sprintf("o%03d", i), Registered: start.AddDays(r.IntN(3000)), Profile: org.Profile{
			Name: "某会", Kind: org.SocialGroup, Territory: place(), Sector: org.Sector(r.IntN(6)),
		}}
	}
	l := network.Lists{Rules: network.ThreeLevels(), District: district}
	for i := range nodes {
		n := network.Node{ID: fmt.Sprintf("n%03d", i), Name: "某中心", Territory: place(), Period: rule.Period{From: start.AddDays(r.IntN(3000))}}
		n.Kind = map[org.Level]network.Kind{org.District: network.Centre, org.Town: network.Centre, org.Village: network.Station}[n.Territory.Level()]
		if r.IntN(3) == 0 {
			n.Kind, n.Territory, n.Sectors = network.Hub, district, []org.Sector{org.Sector(1 + r.IntN(5)), org.Sector(1 + r.IntN(5))}
		}
		if r.IntN(4) == 0 {
			n.Organization = list[r.IntN(len(list))].ID
		}
		l.Nodes = append(l.Nodes, n)
	}
	return l, list
}

// TestServiceEqualsNaiveCount compares with a look at every organization and
// every node, and takes each node away to see who is orphaned.
func TestServiceEqualsNaiveCount(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 1))
	for range 60 {
		lists, list := random(r, 40, 12)
		registry, err := org.NewRegistry(list)
		require.NoError(t, err)
		n, err := network.New(lists, registry)
		require.NoError(t, err)
		on := start.AddDays(r.IntN(3200))
		got := n.Service(on)

		serve := func(line network.Line, e org.Entry, without string) int {
			count := 0
			for _, node := range lists.Nodes {
				host, hosted := registry.At(node.Organization, on)
				open := node.Period.Contains(on) && (node.Organization == "" || hosted && host.State.Present())
				down := map[network.Kind]int{network.Station: 0, network.Centre: 1, network.Hub: 2}[node.Kind]
				near := node.Territory.Contains(e.Territory) && int(e.Territory.Level()-node.Territory.Level()) <= down
				fits := node.Line() == line && (line == network.Territorial || slices.Contains(node.Sectors, e.Sector))
				if open && near && fits && node.ID != without {
					count++
				}
			}
			return count
		}
		want := network.Service{On: on, Lines: []network.LineShare{{Line: network.Territorial}, {Line: network.Sectoral}}}
		sole, only := map[string]int{}, map[string]int{}
		for e := range registry.All(on) {
			want.Organizations++
			byTerritory, bySector := serve(network.Territorial, e, ""), serve(network.Sectoral, e, "")
			for k, count := range []int{byTerritory, bySector} {
				if count > 0 {
					want.Lines[k].Served++
				} else {
					want.Lines[k].Unserved++
				}
			}
			if byTerritory > 0 && bySector > 0 {
				want.Both++
			}
			if byTerritory+bySector == 0 {
				want.Orphans = append(want.Orphans, e.ID)
			}
			for _, node := range lists.Nodes {
				line, before := node.Line(), byTerritory
				if line == network.Sectoral {
					before = bySector
				}
				if before > 0 && serve(line, e, node.ID) == 0 {
					sole[node.ID]++
					if byTerritory+bySector == before {
						only[node.ID]++
					}
				}
			}
		}
		require.Equal(t, want.Organizations, got.Organizations)
		require.Equal(t, want.Lines, got.Lines)
		require.Equal(t, want.Both, got.Both)
		require.ElementsMatch(t, want.Orphans, got.Orphans)
		for _, l := range got.Nodes {
			require.Equal(t, sole[l.Node], l.Sole)
			require.Equal(t, only[l.Node], l.Only)
			require.Len(t, n.Alone(l.Node, on), l.Sole)
		}

		shuffled := lists
		shuffled.Nodes = slices.Clone(lists.Nodes)
		r.Shuffle(len(shuffled.Nodes), func(i, j int) { shuffled.Nodes[i], shuffled.Nodes[j] = shuffled.Nodes[j], shuffled.Nodes[i] })
		again, err := network.New(shuffled, registry)
		require.NoError(t, err)
		require.Equal(t, got, again.Service(on), "the order of the nodes does not matter")
	}
}

func BenchmarkService(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			lists, list := random(rand.New(rand.NewPCG(1, 1)), n, 200)
			registry, err := org.NewRegistry(list)
			require.NoError(b, err)
			net, err := network.New(lists, registry)
			require.NoError(b, err)
			for b.Loop() {
				require.Positive(b, net.Service(asOf).Organizations)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/org")
		})
	}
}

func TestListsAreData(t *testing.T) {
	t.Parallel()
	lists, list := random(rand.New(rand.NewPCG(4, 4)), 20, 6)
	lists.Divisions = []org.Territory{org.Area("330211001")}
	data, err := rule.Encode("network/1", lists)
	require.NoError(t, err)
	var again network.Lists
	require.NoError(t, rule.DecodeAs("network/1", data, &again))
	back, err := rule.Encode("network/1", again)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(back))
	registry, err := org.NewRegistry(list)
	require.NoError(t, err)
	n, err := network.New(lists, registry)
	require.NoError(t, err)
	m, err := network.New(again, registry)
	require.NoError(t, err)
	assert.Equal(t, n.Service(asOf), m.Service(asOf))
	rules, err := rule.Encode("network-rules/1", network.ThreeLevels())
	require.NoError(t, err)
	golden(t, "network.three-levels.json", string(rules))
}

// golden compares with a file, which UPDATE_GOLDEN=1 rewrites.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "%s: run with UPDATE_GOLDEN=1 if this is meant", file)
}
