package platform_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity/platform"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

var (
	village = org.Area("330211001001")
	town    = org.Area("330211001")
	march   = rule.Period{From: rule.Day(2015, 3, 1), Until: rule.Day(2015, 4, 1)}
)

func need(id string, quantity, worth int64) platform.Need {
	return platform.Need{
		ID: id, Party: "居委会", By: platform.Organization, Resource: platform.Goods, Item: "棉被",
		Quantity: quantity, Worth: worth, Place: village, Window: march,
	}
}

func offer(id string, quantity int64) platform.Offer {
	return platform.Offer{
		ID: id, Party: "某公司", By: platform.Enterprise, Resource: platform.Goods, Item: "棉被", Quantity: quantity, Window: march,
	}
}

func build(t testing.TB, l platform.Lists) *platform.Platform {
	t.Helper()
	p, err := platform.New(l)
	require.NoError(t, err)
	return p
}

func match(t testing.TB, l platform.Lists, objective platform.Objective) *platform.Result {
	t.Helper()
	r, err := build(t, l).Match(objective, rule.Date{})
	require.NoError(t, err)
	return r
}

func TestWhatFits(t *testing.T) {
	t.Parallel()
	flag := rule.Fact{Type: rule.FlagType, Label: rule.Words("新品", "new")}
	for _, c := range []struct {
		name string
		edit func(*platform.Need, *platform.Offer)
		fits bool
	}{
		{"anywhere", func(*platform.Need, *platform.Offer) {}, true},
		{"in the town", func(_ *platform.Need, o *platform.Offer) { o.Place = town }, true},
		{"in the village", func(_ *platform.Need, o *platform.Offer) { o.Place = village }, true},
		{"in the next village", func(_ *platform.Need, o *platform.Offer) { o.Place = org.Area("330211001002") }, false},
		{"a need of the town, an offer for one village", func(n *platform.Need, o *platform.Offer) { n.Place, o.Place = town, village }, false},
		{"the last day", func(_ *platform.Need, o *platform.Offer) { o.Window = rule.Since(rule.Day(2015, 3, 31)) }, true},
		{"a day late", func(_ *platform.Need, o *platform.Offer) { o.Window = rule.Since(rule.Day(2015, 4, 1)) }, false},
		{"until the first day", func(_ *platform.Need, o *platform.Offer) { o.Window = rule.Period{Until: rule.Day(2015, 3, 1)} }, false},
		{"through the first day", func(_ *platform.Need, o *platform.Offer) { o.Window = rule.Period{Until: rule.Day(2015, 3, 2)} }, true},
		{"another item", func(_ *platform.Need, o *platform.Offer) { o.Item = "大米" }, false},
		{"another resource", func(_ *platform.Need, o *platform.Offer) { o.Resource = platform.Skills }, false},
		{"a fact not stated", func(n *platform.Need, _ *platform.Offer) { n.Requires = rule.Is("new") }, false},
		{"a fact that holds", func(n *platform.Need, o *platform.Offer) {
			n.Requires, o.Facts = rule.Is("new"), rule.FactMap{"new": rule.Flag(true)}
		}, true},
		{"an offer only for government", func(_ *platform.Need, o *platform.Offer) {
			o.Requires = rule.IsOneOf("by", rule.Word(platform.Government.String()))
		}, false},
		{"an offer for the same town", func(_ *platform.Need, o *platform.Offer) { o.Place, o.Requires = village, rule.Is("local") }, true},
		{"an offer for anywhere is of no town", func(_ *platform.Need, o *platform.Offer) { o.Requires = rule.Is("local") }, false},
	} {
		n, o := need("n", 1, 1), offer("o", 1)
		c.edit(&n, &o)
		r := match(t, platform.Lists{Facts: rule.Vocabulary{"new": flag}, Needs: []platform.Need{n}, Offers: []platform.Offer{o}}, platform.GreatestValue)
		assert.Equal(t, c.fits, len(r.Matches) == 1, c.name)
		assert.Equal(t, c.fits, r.Needs[0].Fits == 1, c.name)
	}
}

func TestFromADayOn(t *testing.T) {
	t.Parallel()
	late := offer("late", 1)
	late.Window = rule.Since(rule.Day(2015, 3, 20))
	p := build(t, platform.Lists{Needs: []platform.Need{need("n", 2, 1)}, Offers: []platform.Offer{offer("o", 1), late}})
	for day, want := range map[rule.Date]int64{rule.Day(2015, 2, 1): 2, rule.Day(2015, 3, 31): 2} {
		r, err := p.Match(platform.GreatestValue, day)
		require.NoError(t, err)
		assert.Equal(t, want, r.Amount, day)
	}
	r, err := p.Match(platform.GreatestValue, rule.Day(2015, 4, 1))
	require.NoError(t, err)
	assert.Empty(t, r.Needs, "it is over")
}

func TestPreferencesDecideWhoGetsIt(t *testing.T) {
	t.Parallel()
	plain, dear := need("a", 1, 10), need("b", 1, 10)
	o := offer("o", 1)
	r := match(t, platform.Lists{Needs: []platform.Need{dear, plain}, Offers: []platform.Offer{o}}, platform.GreatestValue)
	assert.Equal(t, "a", r.Matches[0].Need, "a tie goes to the lower id")
	dear.Prefers = []platform.Preference{{If: rule.IsOneOf("by", rule.Word("enterprise")), Points: 1}}
	r = match(t, platform.Lists{Needs: []platform.Need{dear, plain}, Offers: []platform.Offer{o}}, platform.GreatestValue)
	assert.Equal(t, platform.Match{Offer: "o", Need: "b", Amount: 1, Worth: 11}, r.Matches[0])
	assert.Equal(t, int64(10), r.Offers[0].Price, "one more would go to a")
	o.Prefers = []platform.Preference{{If: rule.IsOneOf("by", rule.Word("citizen")), Points: 5}}
	plain.By = platform.Citizen
	r = match(t, platform.Lists{Needs: []platform.Need{dear, plain}, Offers: []platform.Offer{o}}, platform.GreatestValue)
	assert.Equal(t, "a", r.Matches[0].Need, "15 points")
}

func TestObjectives(t *testing.T) {
	t.Parallel()
	// o fits both, p only the dear need: most met uses both.
	rich, poor := need("rich", 1, 100), need("poor", 1, 1)
	o, p := offer("o", 1), offer("p", 1)
	o.Prefers = []platform.Preference{{If: rule.Is("rich"), Points: 500}}
	p.Requires = rule.Is("rich")
	facts := rule.Vocabulary{"rich": {Type: rule.FlagType, Label: rule.Words("富", "rich")}}
	rich.Facts = rule.FactMap{"rich": rule.Flag(true)}
	l := platform.Lists{Facts: facts, Needs: []platform.Need{rich, poor}, Offers: []platform.Offer{o, p}}
	value, most := match(t, l, platform.GreatestValue), match(t, l, platform.MostMet)
	assert.Equal(t, []int64{1, 600}, []int64{value.Amount, value.Value})
	assert.Equal(t, []int64{2, 101}, []int64{most.Amount, most.Value})
	assert.Equal(t, 2, most.Met)
	_, err := build(t, l).Match(0, rule.Date{})
	require.ErrorIs(t, err, rule.Required)
}

func TestPartsAndRounds(t *testing.T) {
	t.Parallel()
	weekly := need("n", 3, 1)
	weekly.Window = rule.Period{From: rule.Day(2015, 3, 1), Until: rule.Day(2015, 3, 8)}
	weekly.Repeat = platform.Repeat{Days: 7, Times: 3}
	hall := offer("hall", 2)
	hall.Window = rule.Period{From: rule.Day(2015, 3, 5), Until: rule.Day(2015, 3, 6)}
	hall.Repeat = platform.Repeat{Days: 7, Times: 2}
	stock := offer("stock", 2)
	l := platform.Lists{Needs: []platform.Need{weekly}, Offers: []platform.Offer{hall, stock}}
	r := match(t, l, platform.GreatestValue)
	assert.Equal(t, []platform.Match{
		{Offer: "hall", Need: "n", Amount: 2, Worth: 1},
		{Offer: "hall", OfferRound: 1, Need: "n", NeedRound: 1, Amount: 2, Worth: 1},
		{Offer: "stock", Need: "n", Amount: 1, Worth: 1},
		{Offer: "stock", Need: "n", NeedRound: 1, Amount: 1, Worth: 1},
	}, r.Matches)
	assert.Equal(t, 2, r.Met)

	// What was supplied counts on both sides, also under a limit for each need.
	stock.Each = 1
	l.Offers[1] = stock
	l.Supplies = []platform.Supply{{Offer: "stock", Need: "n", NeedRound: 2, Amount: 1, Date: rule.Day(2015, 3, 16)}}
	r = match(t, l, platform.GreatestValue)
	assert.Equal(t, int64(5), r.Amount)
	assert.Equal(t, []platform.Outcome{
		{ID: "n", Most: 3, Got: 3, Fits: 2}, {ID: "n", Round: 1, Most: 3, Got: 2, Fits: 2}, {ID: "n", Round: 2, Most: 2},
	}, r.Needs)
	for _, c := range []struct {
		supply platform.Supply
		code   rule.Code
		path   string
	}{
		{platform.Supply{Offer: "stock", Need: "n", NeedRound: 2, Amount: 1, Date: rule.Day(2015, 3, 17)}, platform.AmountAbove, "supplies[1].amount"},
		{platform.Supply{Offer: "hall", Need: "n", NeedRound: 2, Amount: 1, Date: rule.Day(2015, 3, 17)}, platform.DoesNotFit, "supplies[1]"},
		{platform.Supply{Offer: "hall", OfferRound: 2, Need: "m", Amount: -1}, platform.Unknown, "supplies[1].offer"},
		{platform.Supply{Offer: "hall", Need: "n", Amount: -1, Date: march.From}, platform.AmountAbove, "supplies[1].amount"},
		{platform.Supply{Offer: "hall", Need: "n", Amount: 3, Date: march.From}, platform.AmountAbove, "supplies[1].amount"},
		{platform.Supply{Offer: "hall", Need: "n", Amount: 1}, rule.Required, "supplies[1].date"},
	} {
		bad := l
		bad.Supplies = []platform.Supply{l.Supplies[0], c.supply}
		p, err := platform.New(bad)
		require.ErrorIs(t, err, c.code)
		assert.Nil(t, p)
		assert.Contains(t, err.Error(), c.path)
	}
}

func TestWhyNotMe(t *testing.T) {
	t.Parallel()
	short, taker := need("short", 4, 10), need("taker", 2, 20)
	limited, wanted, far := offer("limited", 5), offer("wanted", 2), offer("far", 9)
	limited.Each = 1
	far.Place = org.Area("330211002")
	gone := offer("gone", 1)
	gone.Requires = rule.IsOneOf("by", rule.Word("government"))
	l := platform.Lists{Needs: []platform.Need{short, taker}, Offers: []platform.Offer{limited, wanted, far, gone}}
	l.Needs[1].Requires = rule.Not(rule.Is("local"))
	r := match(t, l, platform.GreatestValue)
	page, ok := r.Why("short", 0)
	require.True(t, ok)
	golden(t, "testdata/why.zh.txt", page.In(language.Chinese))
	golden(t, "testdata/why.en.txt", page.In(language.English))
	_, ok = r.Why("nobody", 0)
	assert.False(t, ok)
	_, ok = r.Why("short", 1)
	assert.False(t, ok)
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

// Windows of every shape: the index finds what looking at each pair finds.
func TestTheIndexLosesNobody(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(8, 9))
	window := func() rule.Period {
		from := rule.Day(2015, 3, 1).AddDays(random.IntN(30))
		w := rule.Period{From: from, Until: from.AddDays(1 + random.IntN(6))}
		switch random.IntN(8) {
		case 0:
			w.From = rule.Date{}
		case 1:
			w.Until = rule.Date{}
		}
		return w
	}
	for k := range 60 {
		var l platform.Lists
		for i := range 12 {
			n, o := need("n"+strconv.Itoa(i), 1, 1), offer("o"+strconv.Itoa(i), 1)
			n.Window, o.Window = window(), window()
			if k%2 == 0 { // without open ends the shelf knows its longest window
				n.Window = rule.Period{From: rule.Day(2015, 3, 1+i), Until: rule.Day(2015, 3, 3+i)}
				o.Window = rule.Period{From: rule.Day(2015, 3, 1+random.IntN(12)), Until: rule.Day(2015, 3, 13+random.IntN(5))}
			}
			l.Needs, l.Offers = append(l.Needs, n), append(l.Offers, o)
		}
		r := match(t, l, platform.GreatestValue)
		for i, n := range l.Needs {
			fits := 0
			for _, o := range l.Offers {
				if n.Window.Overlaps(o.Window) {
					fits++
				}
			}
			place := slices.IndexFunc(r.Needs, func(o platform.Outcome) bool { return o.ID == n.ID })
			require.Equal(t, fits, r.Needs[place].Fits, "need %d", i)
		}
	}
}

func TestZeroObstacle(t *testing.T) {
	t.Parallel()
	money := need("money", 100_00, 1)
	money.Resource, money.Item = platform.Money, ""
	gift := offer("gift", 60_00)
	gift.Resource, gift.Item = platform.Money, ""
	kept := need("kept", 2, 1)
	o := offer("o", 1)
	o.Requires = rule.Not(rule.IsOneOf("by", rule.Word("citizen")))
	l := platform.Lists{Needs: []platform.Need{money, kept}, Offers: []platform.Offer{gift, o, offer("p", 1)}}
	check := build(t, l).Obstacle(march.From)
	assert.Equal(t, []int{2, 1}, []int{check.Subjects, check.Kept})
	require.Len(t, check.Breaks, 1)
	assert.Equal(t, platform.Missing, check.Breaks[0].Code)
	assert.True(t, check.Breaks[0].Output.Equal(funding.Yuan(40).Value()), "the missing resource is named with its amount")
	assert.True(t, check.Measure().Equal(rule.Num(rule.Dec("0.5"), rule.Percent)))

	l.Needs[1].By = platform.Citizen
	l.Needs[0].Item, l.Needs[0].Resource = "钢琴", platform.Skills
	check = build(t, l).Obstacle(march.From)
	require.Len(t, check.Breaks, 2)
	assert.Equal(t, platform.Refused, check.Breaks[0].Parts[0].Code)
	assert.Len(t, check.Breaks[0].Parts[0].Parts, 1)
	assert.Equal(t, "无人提供 技能:钢琴", check.Breaks[1].Parts[0].In(language.Chinese))
	assert.Zero(t, build(t, l).Obstacle(march.Until).Subjects, "nothing is open any more")
}

func TestZeroThreshold(t *testing.T) {
	t.Parallel()
	role := func(id string, edit func(*platform.Role)) platform.Role {
		r := platform.Role{ID: id, Title: rule.Words("角色", "role")}
		edit(&r)
		return r
	}
	closed := []platform.Role{
		role("skill", func(r *platform.Role) { r.Skill = "急救" }),
		role("money", func(r *platform.Role) { r.Money = funding.Fen(1) }),
		role("member", func(r *platform.Role) { r.Member = true }),
	}
	a, b, c := need("a", 1, 1), need("b", 1, 1), need("c", 1, 1)
	a.Roles = append(closed[:3:3], role("open", func(*platform.Role) {}))
	b.Roles = closed
	check := build(t, platform.Lists{Needs: []platform.Need{a, b, c}}).Threshold(march.From)
	assert.Equal(t, []int{3, 1}, []int{check.Subjects, check.Kept})
	require.Len(t, check.Breaks, 2)
	assert.Equal(t, platform.NoOpenRole, check.Breaks[0].Code)
	assert.Len(t, check.Breaks[0].Parts, 3)
	assert.Equal(t, "“角色”要求:0.01 元", check.Breaks[0].Parts[1].In(language.Chinese))
	assert.Equal(t, platform.NoRole, check.Breaks[1].Code)
	zeros := build(t, platform.Lists{Needs: []platform.Need{a}, Offers: []platform.Offer{offer("o", 1)}}).Zeros(nil, march.From)
	require.Len(t, zeros, 3)
	for _, z := range zeros {
		assert.True(t, z.Holds(), z.Zero)
	}
}

func TestFaultsAllAtOnce(t *testing.T) {
	t.Parallel()
	bad := need("n", 0, 0)
	bad.Item, bad.Resource = "x", platform.Money
	bad.Facts = rule.FactMap{"luck": rule.Flag(true), "new": rule.Int(1, 0)}
	bad.Requires = rule.Is("luck")
	bad.Prefers = []platform.Preference{{}}
	bad.Roles = []platform.Role{{}}
	bad.Repeat = platform.Repeat{Days: 0, Times: 1}
	late := need("late", 1, 1)
	late.Window = rule.Period{From: rule.Day(9999, 1, 1), Until: rule.Day(9999, 2, 1)}
	late.Repeat = platform.Repeat{Days: 200, Times: 3}
	worse := offer("o", 1)
	worse.Each, worse.Window = -1, rule.Period{From: march.Until, Until: march.From}
	_, err := platform.New(platform.Lists{
		Facts: rule.Vocabulary{
			"new": {Type: rule.FlagType, Label: rule.Words("新品", "new")}, "by": {Type: rule.FlagType, Label: rule.Words("甲", "x")},
		},
		Needs: []platform.Need{bad, {}, need("n", 1, 1), late}, Offers: []platform.Offer{worse, worse, {}},
	})
	for _, code := range []rule.Code{
		platform.BeyondCalendar, platform.FactKept, platform.FactForeign, platform.FactType, platform.Twice, platform.OutOfRange, platform.ItemOfMoney,
		rule.Required, rule.PeriodEmpty, rule.FactUnknown, rule.ConditionShape,
	} {
		assert.ErrorIs(t, err, code)
	}
	paths := map[string]bool{}
	for _, found := range rule.ProblemsOf(err) {
		paths[found.Path] = true
	}
	for _, path := range []string{
		"needs[0].quantity", "needs[0].worth", "needs[0].facts.luck", "needs[0].repeat.days", "needs[0].repeat.times", "needs[0].prefers[0].points",
		"needs[1].place", "needs[1].by", "needs[2].id", "offers[0].each", "offers[1].id", "offers[2].resource",
	} {
		assert.True(t, paths[path], path)
	}
}

func TestListsAreData(t *testing.T) {
	t.Parallel()
	l := draw(rand.New(rand.NewPCG(8, 8)))
	l.Needs[0].Roles = []platform.Role{{ID: "r", Title: rule.Words("角色", "role"), Money: funding.Fen(7)}}
	l.Offers[0].Repeat = platform.Repeat{Days: 7, Times: 2}
	data, err := rule.Encode("platform/1", l)
	require.NoError(t, err)
	var back platform.Lists
	require.NoError(t, rule.DecodeAs("platform/1", data, &back))
	again, err := rule.Encode("platform/1", back)
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
	assert.Equal(t, match(t, l, platform.MostMet).Matches, match(t, back, platform.MostMet).Matches)
}

// Quantities whose worth could overflow are a problem, and an empty platform is
// an answer.
func TestTheEnds(t *testing.T) {
	t.Parallel()
	var l platform.Lists
	for i := range 4 {
		l.Needs = append(l.Needs, need("n"+strconv.Itoa(i), 1_000_000_000_000, 1_000_000))
		l.Offers = append(l.Offers, offer("o"+strconv.Itoa(i), 1_000_000_000_000))
	}
	for _, objective := range platform.Objectives() {
		r, err := build(t, l).Match(objective, rule.Date{})
		require.Error(t, err)
		assert.Nil(t, r)
		r = match(t, platform.Lists{}, objective)
		assert.Zero(t, r.Value+int64(len(r.Matches)))
	}
	empty := build(t, platform.Lists{})
	assert.True(t, empty.Obstacle(march.From).Holds())
	assert.True(t, empty.Obstacle(march.From).Measure().IsZero(), "nothing to measure")
	assert.True(t, empty.Threshold(march.From).Holds())
}

// draw makes up a small market whose quantities are one or two.
func draw(random *rand.Rand) platform.Lists {
	var l platform.Lists
	places := []org.Territory{village, town, org.Area("330211001002"), org.Area("330211002")}
	for i := range 1 + random.IntN(4) {
		n := need("n"+strconv.Itoa(i), 1+random.Int64N(2), 1+random.Int64N(5))
		n.Place = places[random.IntN(3)]
		if random.IntN(2) == 0 {
			n.Prefers = []platform.Preference{{If: rule.IsOneOf("by", rule.Word("citizen")), Points: 1 + random.Int64N(4)}}
		}
		if random.IntN(3) == 0 {
			n.Requires = rule.Is("local")
		}
		l.Needs = append(l.Needs, n)
	}
	for i := range 1 + random.IntN(4) {
		o := offer("o"+strconv.Itoa(i), 1+random.Int64N(2))
		o.By = platform.Parties()[random.IntN(5)]
		o.Each = random.Int64N(2)
		if random.IntN(2) == 0 {
			o.Place = places[random.IntN(4)]
		}
		l.Offers = append(l.Offers, o)
	}
	return l
}

// table is what each pair of a market may carry and is worth, found by a
// market of the two alone.
func table(t testing.TB, l platform.Lists) (most, worth [][]int64) {
	for _, o := range l.Offers {
		var m, w []int64
		for _, n := range l.Needs {
			r := match(t, platform.Lists{Needs: []platform.Need{n}, Offers: []platform.Offer{o}}, platform.GreatestValue)
			if len(r.Matches) == 0 {
				m, w = append(m, 0), append(w, 0)
				continue
			}
			m, w = append(m, r.Matches[0].Amount), append(w, r.Matches[0].Worth)
		}
		most, worth = append(most, m), append(worth, w)
	}
	return most, worth
}

// best tries every assignment.
func best(l platform.Lists, most, worth [][]int64, objective platform.Objective) (amount, value int64) {
	gives, wants := make([]int64, len(l.Offers)), make([]int64, len(l.Needs))
	for i, o := range l.Offers {
		gives[i] = o.Quantity
	}
	for i, n := range l.Needs {
		wants[i] = n.Quantity
	}
	var try func(pair int, a, v int64)
	try = func(pair int, a, v int64) {
		if pair == len(gives)*len(wants) {
			better := v > value
			if objective == platform.MostMet {
				better = a > amount || a == amount && v > value
			}
			if better {
				amount, value = a, v
			}
			return
		}
		o, n := pair/len(wants), pair%len(wants)
		for x := range min(most[o][n], gives[o], wants[n]) + 1 {
			gives[o], wants[n] = gives[o]-x, wants[n]-x
			try(pair+1, a+x, v+x*worth[o][n])
			gives[o], wants[n] = gives[o]+x, wants[n]+x
		}
	}
	try(0, 0, 0)
	return amount, value
}

func TestMatchEqualsBruteForce(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(8, 6))
	for range 200 {
		l := draw(random)
		most, worth := table(t, l)
		for _, objective := range platform.Objectives() {
			r := match(t, l, objective)
			amount, value := best(l, most, worth, objective)
			require.Equal(t, value, r.Value)
			if objective == platform.MostMet {
				require.Equal(t, amount, r.Amount)
			}
			proves(t, l, r, most, worth)
			other := platform.Lists{Needs: append([]platform.Need{}, l.Needs...), Offers: append([]platform.Offer{}, l.Offers...)}
			random.Shuffle(len(other.Needs), func(i, j int) { other.Needs[i], other.Needs[j] = other.Needs[j], other.Needs[i] })
			random.Shuffle(len(other.Offers), func(i, j int) { other.Offers[i], other.Offers[j] = other.Offers[j], other.Offers[i] })
			require.Equal(t, r.Matches, match(t, other, objective).Matches, "the order of the lists decides nothing")
		}
	}
}

// proves checks by the prices alone that no assignment is better, and that no
// need or offer gets more than it can.
func proves(t testing.TB, l platform.Lists, r *platform.Result, most, worth [][]int64) {
	t.Helper()
	carried := map[[2]string]int64{}
	for _, m := range r.Matches {
		carried[[2]string{m.Offer, m.Need}] += m.Amount
	}
	var bound int64
	for _, side := range [][]platform.Outcome{r.Offers, r.Needs} {
		for _, o := range side {
			require.LessOrEqual(t, o.Got, o.Most)
			require.GreaterOrEqual(t, o.Price, int64(0))
			if o.Got < o.Most {
				require.Zero(t, o.Price, "what is left over has no price")
			}
			bound += o.Price * o.Most
		}
	}
	for i, o := range l.Offers {
		for j, n := range l.Needs {
			if most[i][j] == 0 {
				continue
			}
			reduced := worth[i][j] + r.PerUnit - r.Offers[i].Price - r.Needs[j].Price
			x := carried[[2]string{o.ID, n.ID}]
			require.False(t, x < most[i][j] && reduced > 0, "%s %s should carry more", o.ID, n.ID)
			require.False(t, x > 0 && reduced < 0, "%s %s should carry less", o.ID, n.ID)
			bound += max(0, reduced) * most[i][j]
		}
	}
	require.Equal(t, bound, r.Value+r.PerUnit*r.Amount, "the prices bound every assignment by what this one reaches")
}
