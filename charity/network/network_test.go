package network_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/charity/network"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

var (
	district = org.Area("330211")
	town     = org.Area("330211001")
	village  = org.Area("330211001001")
	start    = rule.Day(2012, 1, 1)
)

func enough() rule.FactMap {
	return rule.FactMap{"officers": rule.Int(5, rule.Person), "has-place": rule.Flag(true), "deed": rule.Flag(true)}
}

func found(id, under string, kind network.Kind, host network.Host, in org.Territory, sectors ...org.Sector) network.Event {
	return network.Event{
		Act: network.Found, Node: id, Under: under, Facts: enough(),
		Seat: &network.Seat{Name: "虚构" + id, Kind: kind, Host: host, Territory: in, Sectors: sectors},
	}
}

// small is the core, a branch in a town, a station below and a fund.
func small() []network.Event {
	return numbered([]network.Event{
		found("core", "", network.Federation, network.District, district),
		found("town", "core", network.Branch, network.Town, town),
		found("trade", "core", network.Branch, network.Organization, district, org.Business),
		found("station", "town", network.Workstation, network.Village, village),
		found("fund", "town", network.NamedFund, network.Enterprise, town),
	})
}

func numbered(events []network.Event) []network.Event {
	for i := range events {
		events[i].Number, events[i].Date = i+1, start.AddDays(10*i)
	}
	return events
}

func fold(t testing.TB, events []network.Event) *network.Network {
	t.Helper()
	n, err := network.DistrictNetwork().Fold(events)
	require.NoError(t, err)
	return n
}

// next lets an event happen as the network's next.
func next(t testing.TB, n *network.Network, e network.Event) rule.Reason {
	t.Helper()
	events := n.Events()
	e.Number, e.Date = len(events)+1, events[len(events)-1].Date
	reason, err := n.Apply(e)
	require.NoError(t, err)
	return reason
}

func TestRulesAreData(t *testing.T) {
	t.Parallel()
	r := network.DistrictNetwork()
	data, err := rule.Encode("charity-network/1", r)
	require.NoError(t, err)
	var back network.Rules
	require.NoError(t, rule.DecodeAs("charity-network/1", data, &back))
	require.NoError(t, back.Validate())
	again, err := rule.Encode("charity-network/1", back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
	golden(t, "testdata/rules.json", string(data))
}

func TestFaultyRules(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		edit func(*network.Rules)
		code rule.Code
	}{
		{"two cores", func(r *network.Rules) { r.Founding[1].Under = nil }, network.OneCore},
		{"no core", func(r *network.Rules) { r.Founding[0].Under = []network.Kind{network.Branch} }, network.OneCore},
		{"a circle nobody reaches", func(r *network.Rules) {
			r.Founding[1].Under, r.Founding[2].Under = []network.Kind{network.Workstation}, []network.Kind{network.Branch}
		}, network.Unreached},
		{"under a kind there is not", func(r *network.Rules) { r.Founding = r.Founding[:3]; r.Founding[2].Under[0] = network.NamedFund }, network.NotFounded},
		{"a way to a kind there is not", func(r *network.Rules) { r.Founding = r.Founding[:3] }, network.NotFounded},
		{"a kind twice", func(r *network.Rules) { r.Founding[2].Kind = network.Branch }, network.Twice},
		{"a way twice", func(r *network.Rules) { r.Ways = append(r.Ways, r.Ways[0]) }, network.Twice},
		{"a fact that hides a kept one", func(r *network.Rules) { r.Facts["short"] = r.Facts["deed"] }, network.FactKept},
		{"an unknown fact", func(r *network.Rules) { r.Founding[0].Needs = rule.Is("luck") }, rule.FactUnknown},
		{"nowhere", func(r *network.Rules) { r.Founding[0].Hosts = nil }, rule.Required},
		{"no head", func(r *network.Rules) { r.Head = rule.Head{} }, rule.Required},
	} {
		r := network.DistrictNetwork()
		c.edit(&r)
		n, err := r.Start()
		require.ErrorIs(t, err, c.code, c.name)
		assert.Nil(t, n)
	}
}

func TestWhoMayFoundWhich(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		event network.Event
		unmet int
	}{
		{"a station in a village", found("x", "town", network.Workstation, network.Village, village), 0},
		{"a station in a school", found("x", "core", network.Workstation, network.School, town), 0},
		{"a station in a town", found("x", "town", network.Workstation, network.Town, town), 1},
		{"a branch under a branch", found("x", "town", network.Branch, network.Enterprise, town), 1},
		{"a branch in a village under a station", found("x", "station", network.Branch, network.Village, village), 2},
		{"a station outside its town", found("x", "town", network.Workstation, network.Village, org.Area("330211002001")), 1},
		{"a second core", found("x", "", network.Federation, network.District, district), 1},
		{"a fund under a fund", found("x", "fund", network.NamedFund, network.Enterprise, town), 1},
	} {
		n := fold(t, small())
		reason := next(t, n, c.event)
		assert.Len(t, map[bool][]rule.Reason{true: nil, false: reason.Parts}[reason.Holds()], c.unmet, c.name)
	}
	n := fold(t, small())
	bare := found("x", "core", network.Branch, network.School, town)
	bare.Facts = rule.FactMap{"officers": rule.Int(2, rule.Person)}
	reason := next(t, n, bare)
	assert.Len(t, reason.Parts, 2, "an officer short, and no word of a place")
	bare.Facts["officers"], bare.Facts["has-place"] = rule.Int(3, rule.Person), rule.Flag(true)
	assert.True(t, next(t, n, bare).Holds())
}

func TestTheTreeMovesAndCloses(t *testing.T) {
	t.Parallel()
	n := fold(t, small())
	move := func(id, under string) bool {
		return next(t, n, network.Event{Act: network.Move, Node: id, Under: under}).Holds()
	}
	closes := func(id string) bool { return next(t, n, network.Event{Act: network.Close, Node: id}).Holds() }
	assert.False(t, closes("town"), "two nodes hang on it")
	assert.False(t, move("town", "station"), "under its own descendant")
	assert.False(t, move("core", "town"))
	assert.True(t, move("station", "core"))
	assert.Equal(t, []string{"station", "core"}, n.Line("station"))
	assert.False(t, move("fund", "station"), "a town's fund does not lie in a village")
	assert.True(t, move("fund", "core"))
	assert.True(t, closes("town"))
	assert.False(t, move("station", "town"), "it is closed")
	node, ok := n.Node("town")
	assert.True(t, ok)
	assert.False(t, node.Open())
	assert.Len(t, n.Nodes(), 4)
	assert.Len(t, n.At(start.AddDays(20)).Nodes(), 3)
	assert.Empty(t, n.At(start.AddDays(-1)).Nodes())
	_, err := n.Apply(network.Event{Number: len(n.Events()) + 1, Date: start.AddDays(99), Act: network.Close, Node: "town"})
	require.ErrorIs(t, err, network.AlreadyClosed)
	for _, id := range []string{"fund", "station", "trade", "core"} {
		assert.True(t, closes(id), id)
	}
	assert.True(t, next(t, n, found("again", "", network.Federation, network.District, district)).Holds())
}

func TestFlows(t *testing.T) {
	t.Parallel()
	n := fold(t, small())
	y := funding.Yuan
	raise := network.Event{Act: network.Raise, Node: "town", From: "某企业", Amount: y(10_000)}
	assert.True(t, next(t, n, raise).Holds())
	send := func(from, to string, yuan int64) rule.Reason {
		return next(t, n, network.Event{Act: network.Send, Node: from, To: to, Amount: y(yuan)})
	}
	assert.True(t, send("town", "core", 4_000).Holds())
	assert.True(t, send("town", "station", 5_000).Holds())
	assert.True(t, send("station", "core", 500).Holds())
	assert.Len(t, send("town", "trade", 2_000).Parts, 2, "no such way, and 1,000 too much")
	assert.Len(t, send("station", "fund", 1).Parts, 1, "nobody sends to a fund")
	assert.False(t, send("trade", "town", 1).Holds())
	assert.True(t, next(t, n, network.Event{Act: network.Grant, Node: "station", To: "困难家庭", Amount: y(3_000)}).Holds())
	assert.Equal(t, []network.Flow{
		{From: "station", To: "core", Times: 1, Amount: y(500)},
		{From: "town", To: "core", Times: 1, Amount: y(4_000)},
		{From: "town", To: "station", Times: 1, Amount: y(5_000)},
	}, n.Flows(rule.Period{}))
	assert.Empty(t, n.Flows(rule.Period{Until: start.AddDays(40)}))
	assert.Equal(t, network.Statement{
		Node: "station", Received: y(5_000), Sent: y(500), Granted: y(3_000), Closing: y(1_500),
	}, n.Statement("station", rule.Period{}))
	assert.Equal(t, network.Statement{Node: "town", Opening: y(1_000), Closing: y(1_000)}, n.Statement("town", rule.Since(start.AddDays(41))))
	assert.False(t, next(t, n, network.Event{Act: network.Close, Node: "station"}).Holds(), "1,500 are left")
}

func TestCoverage(t *testing.T) {
	t.Parallel()
	c := fold(t, small()).Coverage([]org.Territory{org.Area("330211002"), village, town, org.Area("330211001002"), town})
	require.Len(t, c.Levels, 2)
	assert.Equal(t, []int{2, 1}, []int{c.Levels[0].Divisions, c.Levels[0].Covered})
	assert.Equal(t, []org.Territory{org.Area("330211002")}, c.Levels[0].Gaps)
	assert.Equal(t, []org.Territory{org.Area("330211001002")}, c.Levels[1].Gaps)
	assert.True(t, c.Levels[1].Share().Equal(rule.Num(rule.Dec("0.5"), rule.Percent)))
	assert.Contains(t, c.Sectors, network.SectorReach{Sector: org.Business, Nodes: 1})
	assert.Contains(t, c.Sectors, network.SectorReach{Sector: org.Education})
	assert.Equal(t, network.SeatCount{Kind: network.NamedFund, Host: network.Enterprise, Nodes: 1}, c.Seats[len(c.Seats)-1])
}

func TestBadEvents(t *testing.T) {
	t.Parallel()
	day := start.AddDays(50)
	for _, c := range []struct {
		name  string
		event network.Event
		codes []rule.Code
		path  string
	}{
		{"nothing", network.Event{}, []rule.Code{rule.Required, network.OutOfOrder}, "act"},
		{"out of order", network.Event{Number: 5, Date: day, Act: network.Close, Node: "fund"}, []rule.Code{network.OutOfOrder}, "number"},
		{"too early", network.Event{Number: 6, Date: start, Act: network.Close, Node: "fund"}, []rule.Code{network.BeforeLast}, "date"},
		{"unknown", network.Event{Number: 6, Date: day, Act: network.Close, Node: "x"}, []rule.Code{network.Unknown}, "node"},
		{"negative", network.Event{Number: 6, Date: day, Act: network.Raise, Node: "fund", From: "甲", Amount: funding.Fen(-1)}, []rule.Code{network.AmountNegative}, "amount"},
		{"no amount, and a seat", network.Event{Number: 6, Date: day, Act: network.Grant, Node: "fund", Seat: &network.Seat{}}, []rule.Code{rule.Required, network.FieldUnused}, "seat"},
		{"to itself", network.Event{Number: 6, Date: day, Act: network.Send, Node: "fund", To: "fund", Amount: funding.Fen(1)}, []rule.Code{network.ToItself}, "to"},
		{"under nobody", network.Event{Number: 6, Date: day, Act: network.Move, Node: "fund", Under: "x"}, []rule.Code{network.Unknown}, "under"},
	} {
		n := fold(t, small())
		before := state(t, n)
		_, err := n.Apply(c.event)
		for _, code := range c.codes {
			require.ErrorIs(t, err, code, c.name)
		}
		var paths []string
		for _, p := range rule.ProblemsOf(err) {
			paths = append(paths, p.Path)
		}
		assert.Contains(t, paths, c.path, c.name)
		assert.Equal(t, before, state(t, n), "nothing applied")
	}
	wrong := found("fund", "", network.Branch, 0, org.Territory{})
	wrong.Facts = rule.FactMap{"luck": rule.Flag(true), "deed": rule.Int(1, 0)}
	wrong.Seat.Sectors = []org.Sector{0}
	events := append(small(), wrong)
	_, err := network.DistrictNetwork().Fold(numbered(events))
	for _, code := range []rule.Code{network.Twice, network.FactForeign, network.FactType, rule.Required} {
		require.ErrorIs(t, err, code)
	}
	assert.Contains(t, err.Error(), "events[5].seat.host")
	events[5] = found("above", "town", network.Federation, network.District, district)
	_, err = network.DistrictNetwork().Fold(numbered(events))
	require.ErrorIs(t, err, network.AboveCore)
	events[5] = network.Event{Act: network.Close, Node: "town"}
	_, err = network.DistrictNetwork().Fold(numbered(events))
	require.ErrorIs(t, err, network.EventRefused)
}

func state(t testing.TB, n *network.Network) string {
	t.Helper()
	balances := map[string]funding.Money{}
	for _, node := range n.Nodes() {
		balances[node.ID] = n.Balance(node.ID)
	}
	text, err := json.Marshal(struct {
		Nodes    []network.Node
		Balances map[string]funding.Money
		Events   int
		Flows    []network.Flow
		Coverage network.Coverage
	}{n.Nodes(), balances, len(n.Events()), n.Flows(rule.Period{}), n.Coverage([]org.Territory{town, village})})
	require.NoError(t, err)
	return string(text)
}

// Under any sequence of commands the open nodes are one tree, no fen appears or
// vanishes, a refusal changes nothing, and replay equals the live state.
func TestRandomLives(t *testing.T) {
	t.Parallel()
	seen := map[network.Act]int{}
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 28))
		n, err := network.DistrictNetwork().Start()
		require.NoError(t, err)
		var in, out int64
		for range 250 {
			e := command(random, n)
			before := ""
			if random.IntN(10) == 0 {
				before = state(t, n)
			}
			reason, err := n.Apply(e)
			if err != nil || !reason.Holds() {
				if before != "" {
					require.Equal(t, before, state(t, n))
				}
				continue
			}
			seen[e.Act]++
			switch e.Act {
			case network.Raise:
				in += e.Amount.Fen()
			case network.Grant:
				out += e.Amount.Fen()
			}
			isTree(t, n)
			all := int64(0)
			for _, node := range n.Nodes() {
				require.GreaterOrEqual(t, n.Balance(node.ID).Fen(), int64(0))
				all += n.Balance(node.ID).Fen()
				s := n.Statement(node.ID, rule.Period{})
				require.Equal(t, n.Balance(node.ID), s.Closing)
			}
			require.Equal(t, in-out, all)
		}
		require.NoError(t, n.Audit())
		again, err := network.DistrictNetwork().Fold(n.Events())
		require.NoError(t, err)
		require.Equal(t, state(t, n), state(t, again))
	}
	for _, act := range network.Acts() {
		require.Positive(t, seen[act], act.String())
	}
}

func command(random *rand.Rand, n *network.Network) network.Event {
	ids := []string{"none"}
	for _, node := range n.Nodes() {
		ids = append(ids, node.ID)
	}
	pick := func() string { return ids[random.IntN(len(ids))] }
	events := n.Events()
	e := network.Event{Number: len(events) + 1, Date: start.AddDays(len(events)), Act: network.Acts()[random.IntN(6)], Node: pick()}
	switch e.Act {
	case network.Found:
		places := []org.Territory{district, town, village}
		e = found("n"+strconv.Itoa(len(events)), pick(), network.Kinds()[random.IntN(4)], network.Hosts()[random.IntN(6)], places[random.IntN(3)])
		e.Number, e.Date = len(events)+1, start.AddDays(len(events))
		if len(ids) == 1 {
			e.Under, e.Seat.Kind, e.Seat.Host = "", network.Federation, network.District
		}
	case network.Move:
		e.Under = pick()
	case network.Raise:
		e.From, e.Amount = "某人", funding.Fen(1+random.Int64N(1000))
	case network.Send, network.Grant:
		e.To, e.Amount = pick(), funding.Fen(1+random.Int64N(500))
		if held := n.Balance(e.Node); held.Sign() > 0 && random.IntN(2) == 0 {
			e.Amount = held
		}
	}
	return e
}

// isTree demands one core from which every open node hangs by open nodes.
func isTree(t testing.TB, n *network.Network) {
	t.Helper()
	cores := 0
	nodes := n.Nodes()
	for _, node := range nodes {
		if node.Under == "" {
			cores++
		}
		line := n.Line(node.ID)
		require.LessOrEqual(t, len(line), len(nodes), "a circle")
		for _, id := range line {
			above, _ := n.Node(id)
			require.True(t, above.Open())
		}
		top, _ := n.Node(line[len(line)-1])
		require.Equal(t, network.Federation, top.Kind)
	}
	require.LessOrEqual(t, cores, 1)
	require.Equal(t, len(nodes) > 0, cores == 1)
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
