package regime_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/regime"
	"github.com/sancheng-go/sancheng/org/rule"
)

// group asks for a social group: 42 members, no competent unit.
func group() regime.Application {
	return regime.Application{
		ID: "2015-017", Name: "镇海区餐饮行业协会", On: day("2015-03-31"), Kind: org.SocialGroup, Territory: org.Area("330211001"), Sector: org.Business,
		Facts: facts(rule.FactMap{
			regime.Persons: people(30), regime.Units: units(12), regime.Funds: yuan(20_000), regime.HeadElsewhere: units(0),
			regime.CategoryIs: rule.Word("trade"), regime.Consent: rule.Flag(false),
		}),
	}
}

// The same application under four laws: refused under dual management, as it
// is under direct registration for want of members and funds, filed on two
// tracks, and registered in Yangzhou but for the funds.
func TestOneApplicationUnderSeveralLaws(t *testing.T) {
	t.Parallel()
	in := index(t)
	for _, c := range []struct {
		regime  regime.Regime
		outcome regime.Outcome
		way     string
		track   org.Track
		better  int
		unmet   []string
	}{
		{regime.DualManagement(), regime.Refuse, "", 0, 0, []string{"group-prepare 3"}},
		{regime.Zhejiang(), regime.Refuse, "", 0, 0, []string{"direct-group 2", "group-prepare 3"}},
		{regime.DualTrack(), regime.File, "filing", org.Filing, 1, []string{"group-prepare 3"}},
		{regime.Yangzhou(), regime.File, "filing", org.Filing, 1, []string{"low-group 1"}},
		{regime.Filing(50), regime.Refuse, "", 0, 0, []string{"filing 1"}},
	} {
		d, err := c.regime.Decide(group(), in)
		require.NoError(t, err)
		assert.Equal(t, c.outcome, d.Outcome, c.regime.ID)
		assert.Equal(t, c.way, d.Way)
		assert.Equal(t, c.track, d.Track)
		assert.Len(t, d.Better(), c.better)
		var unmet []string
		for _, trial := range d.Trials {
			if trial.Open && !trial.Met {
				unmet = append(unmet, fmt.Sprint(trial.ID, " ", len(trial.Unmet())))
			}
		}
		assert.Equal(t, c.unmet, unmet, c.regime.ID)
		nearest, ok := d.Nearest()
		assert.Equal(t, c.outcome == regime.Refuse, ok)
		if ok {
			assert.True(t, nearest.Open)
		}
	}
	d, err := regime.Zhejiang().Decide(group(), in)
	require.NoError(t, err)
	nearest, _ := d.Nearest()
	assert.Equal(t, "direct-group", nearest.ID, "two conditions short, not three")
	var words []string
	for _, c := range nearest.Changes {
		words = append(words, c.Reason.In(language.English))
		for _, option := range c.Any {
			for _, c := range option {
				words = append(words, "  "+c.Reason.In(language.English))
			}
		}
	}
	assert.Equal(t, []string{
		"one of these",
		"  20 persons more: individual members",
		"  18 organizations more: unit members", "  30 persons less: individual members",
		"  8 more: members in all",
		"¥10,000.00 more: funds",
	}, words)
}

func TestPages(t *testing.T) {
	t.Parallel()
	in := index(t, org.Organization{ID: "SG-7", Registered: day("2010-01-01"), Profile: org.Profile{Name: "镇海餐饮商会", Kind: org.SocialGroup, Territory: org.Area("330211")}})
	d, err := regime.DualTrack().Decide(group(), in)
	require.NoError(t, err)
	goldenPage(t, "filed", d.Page())
	d, err = regime.Zhejiang().Decide(group(), in)
	require.NoError(t, err)
	assert.Equal(t, []regime.Similar{{ID: "SG-7", Name: "镇海餐饮商会"}}, d.Similar)
	goldenPage(t, "refused", d.Page())
	d, err = regime.CharityRecognition().Decide(sound()["charity.recognition recognition-2023"], in)
	require.NoError(t, err)
	goldenPage(t, "recognized", d.Page())
	a := group()
	a.Kind, a.Territory = org.Foundation, org.Area("330211")
	d, err = regime.Yangzhou().Decide(a, in)
	require.NoError(t, err)
	goldenPage(t, "closed", d.Page())
}

func TestDue(t *testing.T) {
	t.Parallel()
	in, apps := index(t), sound()
	calendar := rule.Calendar{
		Head: rule.Head{
			ID: "test-2015", Title: rule.Words("测试日历", "test calendar"), Status: rule.Illustrative,
			Period: rule.Period{From: day("2015-01-01"), Until: day("2016-01-01")},
		},
		Rest: []rule.Date{day("2015-06-01")}, Work: []rule.Date{},
	}
	authority, err := regime.NewAuthority(regime.DualManagement(), in, calendar)
	require.NoError(t, err)
	a := apps["registration.dual-management-1998 unit"]
	d, err := authority.Decide(a)
	require.NoError(t, err)
	assert.Equal(t, day("2015-06-02"), d.Due, "60 days end on Saturday 2015-05-30; Monday is a holiday here")
	d, err = regime.DualManagement().Decide(a, in)
	require.NoError(t, err)
	assert.Equal(t, day("2015-05-30"), d.Due, "31 March is not counted: 30 days of April and 30 of May")
	d, err = regime.DualManagement().Decide(apps["registration.dual-management-1998 group-establish"], in)
	require.NoError(t, err)
	assert.Equal(t, day("2015-04-30"), d.Due)
	assert.Equal(t, regime.Register, d.Outcome)
	d, err = regime.CharityRecognition().Decide(apps["charity.recognition recognition-2023"], in)
	require.NoError(t, err)
	assert.Equal(t, day("2024-09-25"), d.Due)
	assert.Equal(t, day("2024-11-24"), d.Extended)
	a.On = day("2015-12-01")
	_, err = authority.Decide(a)
	require.ErrorIs(t, err, rule.CalendarUnknown, "nobody knows the holidays of 2016")
	calendar.Rest = []rule.Date{day("2017-01-01")}
	_, err = regime.NewAuthority(regime.DualManagement(), in, calendar)
	assert.Equal(t, []string{"calendar.rest[0] calendar.outside"}, codes(err))
}

// One association for one trade, then two: the third is refused.
func TestCompeting(t *testing.T) {
	t.Parallel()
	plan := rule.Source{Title: "国务院机构改革和职能转变方案"}
	var list []org.Organization
	for n := range 3 {
		in := index(t, list...)
		a := sound()["registration.zhejiang-2013 direct-group"]
		for most, met := range map[int]bool{0: n < 1, 1: n < 1, 2: n < 2, 3: n < 3} {
			r := regime.Zhejiang()
			if most > 0 {
				r = r.Competing(most, plan, rule.Illustrative)
				require.NoError(t, r.Validate())
			}
			d, err := r.Decide(a, in)
			require.NoError(t, err)
			assert.Equal(t, met, d.Outcome == regime.Register, "%d there already, at most %d", n, most)
			a := a
			a.Facts = maps.Clone(a.Facts)
			a.Facts[regime.CategoryIs] = rule.Word("science")
			d, err = r.Decide(a, in)
			require.NoError(t, err)
			assert.Equal(t, n < 1, d.Outcome == regime.Register, "only trades compete")
		}
		list = append(list, org.Organization{ID: fmt.Sprint(n), Registered: day("2014-01-01"), Profile: org.Profile{
			Name: "镇海区餐饮协会", Kind: org.SocialGroup, Territory: org.Area("330211"),
		}})
	}
}

func TestIndex(t *testing.T) {
	t.Parallel()
	there := func(id, name, place string, kind org.Kind) org.Organization {
		return org.Organization{ID: id, Registered: day("2010-01-01"), Profile: org.Profile{Name: name, Kind: kind, Territory: org.Area(place)}}
	}
	filed := org.Organization{ID: "F", Filed: day("2010-01-01"), Profile: org.Profile{Name: "镇海区餐饮协会", Kind: org.SocialGroup, Territory: org.Area("330211001")}}
	gone := there("G", "镇海区餐饮协会", "330211", org.SocialGroup)
	gone.Ended = day("2015-03-31")
	in := index(t,
		there("B", "镇海餐饮商会", "330211001", org.SocialGroup), there("A", "镇海区（餐饮）协会", "330211002001", org.SocialGroup),
		there("C", "镇海区餐饮中心", "330211", org.PrivateNonEnterprise), there("D", "慈溪市餐饮协会", "330282", org.SocialGroup), filed, gone,
	)
	similar := func(a regime.Application) []string {
		d, err := regime.DualManagement().Decide(a, in)
		require.NoError(t, err)
		var ids []string
		for _, s := range d.Similar {
			ids = append(ids, s.ID)
		}
		return ids
	}
	a := group()
	assert.Equal(t, []string{"B"}, similar(a), "same field, form of the name aside; not the filed, the gone, another form or district")
	a.Scopes = []string{"（餐饮）", "餐饮", "餐饮"}
	assert.Equal(t, []string{"A", "B"}, similar(a))
	a.ID = "B"
	assert.Equal(t, []string{"A"}, similar(a), "it is no rival of itself")
	a.Scopes = []string{"摄影"}
	assert.Empty(t, similar(a))

	d, err := regime.DualManagement().Decide(a, regime.Index{})
	require.NoError(t, err)
	assert.False(t, trial(d, "group-prepare").Steps[9].Holds(), "without a registry nobody can say, and it is refused")
	assert.Contains(t, d.Page().In(language.English), "organizations of the same or a similar scope in the division: not stated")
}

func TestBadApplications(t *testing.T) {
	t.Parallel()
	in := index(t)
	_, err := regime.DualManagement().Decide(regime.Application{Kind: 9, Sector: 99, Facts: rule.FactMap{
		regime.Members: people(50), regime.Persons: rule.Flag(true), regime.Funds: yuan(-1), "colour": rule.Word("red"), regime.Consent: rule.Flag(true),
	}}, in)
	assert.Equal(t, []string{
		"facts.colour fact.unknown", "facts.funds regime.fact-negative", "facts.members regime.fact-computed", "facts.persons fact.type",
		"id required", "kind required", "name required", "on required", "sector required", "territory required",
	}, codes(err))
}

func TestBadRegimes(t *testing.T) {
	t.Parallel()
	r := regime.Regime{
		Ways: []regime.Way{
			{ID: "a", Title: rule.Words("甲", "a"), Status: rule.Illustrative, Leads: regime.Refuse, Kinds: []org.Kind{8}, Within: rule.Duration{N: 0, Of: rule.Days}},
			{
				ID: "a", Title: rule.Words("甲", "a"), Status: rule.Published, Leads: regime.File, Track: org.DualManagement, Within: rule.Duration{N: 20, Of: rule.Days},
				For: rule.Is("colour"), Needs: []rule.Condition{rule.Is(regime.Consent), rule.IsOneOf(regime.CategoryIs, rule.Word("art")).From(rule.Source{}, rule.Published)},
				Extend: rule.Duration{N: 5},
			},
			{ID: "c", Title: rule.Words("丙", "c"), Status: rule.Illustrative, Leads: regime.Permit, Track: org.Filing, Needs: []rule.Condition{{}}, Within: rule.Duration{N: 1, Of: rule.Days}},
		},
		Facts: rule.Vocabulary{regime.Funds: {Type: rule.NumberType}, "trees": {}},
	}
	assert.Equal(t, []string{
		"facts.funds regime.fact-twice", "facts.trees.type required", "id required", "status required", "title required",
		"ways[0].kinds[0] required", "ways[0].leads regime.way-refuses", "ways[0].needs required", "ways[0].within.n duration.length",
		"ways[1].extension.of required", "ways[1].for.fact fact.unknown", "ways[1].id regime.way-twice", "ways[1].needs[0].status required",
		"ways[1].needs[1].one_of[0] enum.unknown", "ways[1].needs[1].source.title required", "ways[1].source.title required", "ways[1].track regime.way-track",
		"ways[2].needs[0] condition.shape", "ways[2].needs[0].status required", "ways[2].track regime.way-track",
	}, codes(r.Validate()))
	_, err := regime.NewAuthority(regime.Regime{}, regime.Index{}, rule.Calendar{})
	require.ErrorIs(t, err, rule.Required)
	_, err = regime.Decode([]byte(`{"schema":"regime/1","data":{"id":"x","id":"y","colour":1}}`))
	assert.Equal(t, []string{" json.duplicate", " json.unknown-field"}, codes(err))
	_, err = regime.Decode([]byte(`{"schema":"regime/1","data":{"id":"x"}}`))
	require.ErrorIs(t, err, rule.Required)
}

// A regime may ask for facts of its own.
func TestLocalFacts(t *testing.T) {
	t.Parallel()
	r := regime.Filing(5)
	r.Facts = rule.Vocabulary{"non-state": {Type: rule.NumberType, Unit: rule.Percent, Label: rule.Words("非国有资产份额", "non-state share of assets")}}
	r.Ways[0].Needs = append(r.Ways[0].Needs, rule.InRange("non-state", rule.AtLeast(rule.Dec("0.66"))).From(rule.Source{}, rule.Illustrative))
	a := sound()["filing.members-5 filing"]
	for share, met := range map[string]bool{"0.65": false, "0.66": true, "0.67": true} {
		a.Facts["non-state"] = rule.Num(rule.Dec(share), rule.Percent)
		d, err := r.Decide(a, index(t))
		require.NoError(t, err)
		assert.Equal(t, met, d.Outcome == regime.File)
	}
	a.Facts["non-state"] = rule.Ratio(rule.Dec("2"), rule.Dec("3"), rule.Percent)
	d, err := r.Decide(a, index(t))
	require.NoError(t, err)
	assert.Equal(t, regime.File, d.Outcome)
}

// What a decision says would have to change, suffices: whichever of several,
// and a step less does not.
func TestChangesSuffice(t *testing.T) {
	t.Parallel()
	in := index(t, org.Organization{ID: "SG-7", Registered: day("2010-01-01"), Profile: org.Profile{Name: "镇海餐饮商会", Kind: org.SocialGroup, Territory: org.Area("330211")}})
	random := rand.New(rand.NewPCG(7, 11))
	mended, known := 0, regime.Facts()
	var authorities []regime.Authority
	regimes := []regime.Regime{regime.DualTrack(), regime.Zhejiang(), regime.Yangzhou(), regime.Filing(15)}
	for _, r := range regimes {
		authorities = append(authorities, ready(t, r, in))
	}
	for range 200 {
		a := group()
		for _, fact := range slices.Sorted(maps.Keys(known)) {
			if known[fact].Type == rule.FlagType && random.IntN(4) == 0 {
				a.Facts[fact] = rule.Flag(random.IntN(2) == 0)
			}
		}
		a.Kind = []org.Kind{org.SocialGroup, org.Foundation, org.PrivateNonEnterprise}[random.IntN(3)]
		a.Facts[regime.Persons], a.Facts[regime.Units] = people(random.Int64N(60)), units(random.Int64N(40))
		a.Facts[regime.Funds] = yuan(random.Int64N(9_000_000))
		a.Facts[regime.Board], a.Facts[regime.PaidBoard] = people(random.Int64N(30)), people(random.Int64N(9))
		a.Facts[regime.BoardTerm], a.Facts[regime.Officials] = years(random.Int64N(8)), people(random.Int64N(2))
		a.Facts[regime.HeadElsewhere] = units(random.Int64N(2))
		for i, r := range regimes {
			d, err := authorities[i].Decide(a)
			require.NoError(t, err)
			for _, tr := range d.Trials {
				if !tr.Open || tr.Met {
					continue
				}
				b := a
				b.Facts = maps.Clone(a.Facts)
				apply(b.Facts, tr.Changes, known, random)
				after, err := authorities[i].Decide(b)
				require.NoError(t, err)
				got := trial(after, tr.ID)
				if !got.Met {
					require.Fail(t, "not met", "%s %s\n%s", r.ID, tr.ID, after.Page().In(language.English))
				}
				mended++
			}
		}
	}
	assert.Greater(t, mended, 300)
}

// apply makes the changes, of several any one that the applicant can make.
func apply(f rule.FactMap, changes []regime.Change, known rule.Vocabulary, random *rand.Rand) {
	for _, c := range changes {
		if c.Any != nil {
			for {
				option := c.Any[random.IntN(len(c.Any))]
				if option[0].Fact != regime.SameScope && option[0].Fact != regime.PublicRaising && option[0].Fact != regime.Nationwide {
					apply(f, option, known, random)
					break
				}
			}
			continue
		}
		to, isNumber := c.To.Number()
		switch {
		case c.Fact == regime.Members:
			unit, _ := f[regime.Units].Number()
			f[regime.Persons] = rule.Num(to.Sub(unit), rule.Person)
		case c.Fact == regime.PaidBoardOver:
			f[regime.PaidBoard] = people(0)
		case isNumber:
			f[c.Fact] = rule.Num(to, known[c.Fact].Unit)
		default:
			for _, input := range c.Reason.Inputs {
				if input.Name == "required" {
					f[c.Fact] = rule.Flag(input.Value.In(language.English) == "yes")
				}
			}
		}
		if out, ok := c.Reason.Replay(); isNumber && (!ok || !out.Equal(c.To)) {
			panic("a change that does not add up: " + c.Reason.In(language.English))
		}
	}
}

func ExampleRegime_Decide() {
	a := regime.Application{
		ID: "2015-018", Name: "镇海区摄影协会", On: rule.Day(2015, 3, 31), Kind: org.SocialGroup, Territory: org.Area("330211001"),
		Facts: rule.FactMap{regime.Persons: rule.Int(12, rule.Person), regime.HeadAdult: rule.Flag(true), regime.Reachable: rule.Flag(true), regime.PurposeLawful: rule.Flag(true)},
	}
	for _, r := range []regime.Regime{regime.Filing(10), regime.Filing(15)} {
		d, err := r.Decide(a, regime.Index{})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(r.ID, d.Outcome, d.Due)
		if nearest, refused := d.Nearest(); refused {
			for _, c := range nearest.Changes {
				fmt.Println(" ", c.Reason.In(language.English))
			}
		}
	}
	// Output:
	// filing.members-10 file 2015-04-20
	// filing.members-15 refuse 2015-04-20
	//   3 more: members in all
}

// The time of a decision does not depend on how many organizations there are.
func BenchmarkDecide(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		list := make([]org.Organization, n)
		for i := range list {
			list[i] = org.Organization{ID: fmt.Sprintf("%06d", i), Registered: day("2010-01-01"), Profile: org.Profile{
				Name: fmt.Sprintf("镇海区第%d行业协会", i), Kind: org.SocialGroup, Territory: org.Area("330211"),
			}}
		}
		authority, err := regime.NewAuthority(regime.DualTrack(), index(b, list...), rule.Calendar{})
		require.NoError(b, err)
		a := group()
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := authority.Decide(a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
