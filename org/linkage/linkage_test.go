package linkage_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/linkage"
	"github.com/sancheng-go/sancheng/org/rule"
)

var (
	start = rule.Day(2012, 1, 1)
	on    = rule.Day(2015, 3, 31)
	place = org.Area("330211001001")
	other = org.Area("330211001002")
)

func registry(t testing.TB, n int) org.Registry {
	t.Helper()
	var list []org.Organization
	for i := range n {
		list = append(list, org.Organization{ID: fmt.Sprint("o", i), Registered: start, Profile: org.Profile{
			Name: "某中心", Kind: org.PrivateNonEnterprise, Territory: org.Area("330211001"),
		}})
	}
	list = append(list, org.Organization{ID: "gone", Registered: start, Ended: rule.Day(2014, 1, 1), Profile: org.Profile{
		Name: "某中心", Kind: org.PrivateNonEnterprise, Territory: org.Area("330211001"),
	}})
	r, err := org.NewRegistry(list)
	require.NoError(t, err)
	return r
}

func hosts(c org.Territory, o string) linkage.Bond {
	return linkage.Bond{Kind: linkage.Hosts, Community: c, Organization: o, Period: rule.Since(start)}
}

func employs(o, w string) linkage.Bond {
	return linkage.Bond{Kind: linkage.Employs, Organization: o, Worker: w, Period: rule.Since(start)}
}

func serves(w string, c org.Territory) linkage.Bond {
	return linkage.Bond{Kind: linkage.Serves, Worker: w, Community: c, Period: rule.Since(start)}
}

func workers(n int) []linkage.Worker {
	var out []linkage.Worker
	for i := range n {
		out = append(out, linkage.Worker{ID: fmt.Sprint("w", i), Period: rule.Since(start)})
	}
	return out
}

func TestMissing(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		bonds   []linkage.Bond
		links   int
		missing []linkage.Kind
	}{
		"closed":                       {[]linkage.Bond{hosts(place, "o0"), employs("o0", "w0"), serves("w0", place)}, 1, []linkage.Kind{}},
		"twice":                        {[]linkage.Bond{hosts(place, "o0"), employs("o0", "w0"), serves("w0", place), employs("o0", "w1"), serves("w1", place)}, 2, []linkage.Kind{}},
		"nobody employs":               {[]linkage.Bond{hosts(place, "o0"), serves("w0", place)}, 0, []linkage.Kind{linkage.Employs}},
		"the worker is of another one": {[]linkage.Bond{hosts(place, "o0"), employs("o1", "w0"), serves("w0", place)}, 0, []linkage.Kind{linkage.Hosts}},
		"nobody serves":                {[]linkage.Bond{hosts(place, "o0"), employs("o0", "w0")}, 0, []linkage.Kind{linkage.Serves}},
		"nobody hosts":                 {[]linkage.Bond{employs("o0", "w0"), serves("w0", place)}, 0, []linkage.Kind{linkage.Hosts}},
		"served elsewhere":             {[]linkage.Bond{hosts(other, "o0"), employs("o0", "w0"), serves("w0", other)}, 0, []linkage.Kind{linkage.Hosts, linkage.Serves}},
		"a worker alone":               {[]linkage.Bond{serves("w0", place)}, 0, []linkage.Kind{linkage.Hosts, linkage.Employs}},
		"an organization alone":        {[]linkage.Bond{hosts(place, "o0")}, 0, []linkage.Kind{linkage.Employs, linkage.Serves}},
		"nothing":                      {nil, 0, linkage.Kinds()},
		"the organization has ended":   {[]linkage.Bond{hosts(place, "gone"), employs("gone", "w0"), serves("w0", place)}, 0, []linkage.Kind{linkage.Hosts, linkage.Employs}},
	} {
		k, err := linkage.New(linkage.Lists{Communities: []org.Territory{place, other}, Workers: workers(2), Bonds: c.bonds}, registry(t, 2))
		require.NoError(t, err, name)
		s := k.On(on)
		assert.Len(t, s.Places[0].Links, c.links, name)
		assert.Equal(t, c.missing, s.Places[0].Missing, name)
		assert.Len(t, s.Places[0].Reasons, c.links+len(c.missing), name)
		for _, r := range s.Places[0].Reasons {
			assert.NotContains(t, r.In(language.Chinese)+r.In(language.English), "{")
		}
	}
}

func TestOnADay(t *testing.T) {
	t.Parallel()
	bonds := []linkage.Bond{hosts(place, "gone"), employs("gone", "w0"), serves("w0", place)}
	bonds[2].Period.Until = rule.Day(2013, 6, 1)
	k, err := linkage.New(linkage.Lists{Communities: []org.Territory{place}, Workers: []linkage.Worker{{ID: "w0", Period: rule.Since(rule.Day(2012, 6, 1))}}, Bonds: bonds}, registry(t, 0))
	require.NoError(t, err)
	for day, want := range map[rule.Date][]int{
		rule.Day(2011, 12, 31): {0, 0, 0, 0}, rule.Day(2012, 5, 31): {0, 1, 0, 0}, rule.Day(2012, 6, 1): {1, 1, 1, 1},
		rule.Day(2013, 6, 1): {0, 1, 1, 0}, rule.Day(2014, 1, 1): {0, 0, 0, 0},
	} {
		s := k.On(day)
		got := []int{s.Linked}
		for _, c := range s.Bonds {
			got = append(got, c.N)
		}
		assert.Equal(t, want, got, day)
		assert.Len(t, s.Parties(), 3*s.Linked)
	}
}

// TestMissingIsEnoughAndFewest: with bonds of the kinds that are missing a
// linkage closes, and with fewer none does, on random networks.
func TestMissingIsEnoughAndFewest(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(2, 2))
	for range 120 {
		var all, given []linkage.Bond
		for i := range 2 {
			o, w := fmt.Sprint("o", i), fmt.Sprint("w", i)
			all = append(all, hosts(place, o), serves(w, place))
			for j := range 2 {
				all = append(all, employs(o, fmt.Sprint("w", j)))
			}
		}
		var absent []linkage.Bond
		for _, b := range all {
			if random.IntN(4) == 0 {
				given = append(given, b)
			} else {
				absent = append(absent, b)
			}
		}
		state := func(bonds []linkage.Bond) linkage.Place {
			k, err := linkage.New(linkage.Lists{Communities: []org.Territory{place}, Workers: workers(2), Bonds: bonds}, registry(t, 2))
			require.NoError(t, err)
			return k.On(on).Places[0]
		}
		want := state(given)
		fewest := 4
		for mask := range 1 << len(absent) {
			added, n := append([]linkage.Bond{}, given...), 0
			for i, b := range absent {
				if mask>>i&1 == 1 {
					added, n = append(added, b), n+1
				}
			}
			if n < fewest && n <= 3 && len(state(added).Links) > 0 {
				fewest = n
			}
		}
		require.Len(t, want.Missing, fewest)
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	third := hosts(place, "o0")
	third.Worker = "w0"
	late := serves("w0", place)
	late.Period = rule.Period{}
	_, err := linkage.New(linkage.Lists{
		Communities: []org.Territory{place, place, org.Area("330211001")},
		Workers:     []linkage.Worker{{ID: "w0"}, {ID: "w0"}, {}},
		Bonds: []linkage.Bond{
			{}, third, hosts(other, "nobody"), serves("stranger", place), late, hosts(place, "o1"), hosts(place, "o1"), {Kind: linkage.Employs, Period: rule.Since(start)},
		},
	}, registry(t, 2))
	var got []string
	for _, p := range rule.ProblemsOf(err) {
		got = append(got, p.Path+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"bonds[0].kind required", "bonds[0].period.from required", "bonds[1].worker linkage.party-foreign",
		"bonds[2].community linkage.community-unknown", "bonds[2].organization linkage.org-unknown", "bonds[3].worker linkage.worker-unknown",
		"bonds[4].period.from required", "bonds[6].period linkage.bond-twice", "bonds[7].organization required", "bonds[7].worker required",
		"communities[1] linkage.community-twice", "communities[2] linkage.community-level", "workers[1].id linkage.worker-twice", "workers[2].id required",
	}, got)
}

func ExampleLinkage_On() {
	registry, err := org.NewRegistry([]org.Organization{{ID: "centre", Registered: start, Profile: org.Profile{
		Name: "虚构社工服务中心", Kind: org.PrivateNonEnterprise, Territory: org.Area("330211001"),
	}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	k, err := linkage.New(linkage.Lists{
		Communities: []org.Territory{place, other},
		Workers:     []linkage.Worker{{ID: "wang", Period: rule.Since(start)}},
		Bonds:       []linkage.Bond{hosts(place, "centre"), employs("centre", "wang"), serves("wang", place), serves("wang", other)},
	}, registry)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := k.On(on)
	fmt.Println(s.Linked, "of", len(s.Places), "linked")
	fmt.Println(s.Places[1].Community, s.Places[1].Reasons[0].In(language.English))
	// Output:
	// 1 of 2 linked
	// 330211001002 missing: community hosts organization
}

func TestListsAreData(t *testing.T) {
	t.Parallel()
	lists := linkage.Lists{Communities: []org.Territory{place, other}, Workers: workers(2), Bonds: []linkage.Bond{hosts(place, "o0"), employs("o0", "w0"), serves("w0", place)}}
	data, err := rule.Encode("linkage/1", lists)
	require.NoError(t, err)
	var again linkage.Lists
	require.NoError(t, rule.DecodeAs("linkage/1", data, &again))
	assert.Equal(t, lists, again)
}
