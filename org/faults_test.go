package org_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// TestAllFaultsAtOnce puts every kind of fault into one list and demands each
// at its own path, whatever the others are.
func TestAllFaultsAtOnce(t *testing.T) {
	t.Parallel()
	at := func(id, on string, act org.Act, change func(*org.Profile)) org.Event {
		e := org.Event{Organization: id, On: day(on), Act: act}
		if act == org.File || act == org.Register {
			e.Profile = profile("某会")
		}
		if change != nil {
			change(&e.Profile)
		}
		return e
	}
	under := func(parent string) func(*org.Profile) {
		return func(p *org.Profile) { p.Parent, p.Relation = parent, org.Member }
	}
	number := func(value, from, until string) func(*org.Profile) {
		period := rule.Period{From: day(from)}
		if until != "" {
			period.Until = day(until)
		}
		return func(p *org.Profile) {
			p.Identifiers = []org.Identifier{{Kind: org.CertificateNumber, Value: value, Issuer: "镇海区民政局", Period: period}}
		}
	}
	events := []org.Event{
		at("a", "2010-01-01", org.Register, under("b")), // a circle of two, made on one day
		at("b", "2010-01-01", org.Register, under("a")),
		at("c", "2010-01-01", org.Register, number("1", "2010-01-01", "2013-01-01")), // periods that overlap
		at("c", "2012-06-01", org.Change, number("2", "2012-06-01", "")),
		at("d", "2009-01-01", org.Change, nil), // before birth
		at("d", "2010-01-01", org.File, nil),
		at("e", "2010-01-01", org.Register, nil), // after death
		at("e", "2011-01-01", org.Revoke, nil),
		at("e", "2012-01-01", org.Warn, nil),
		at("f", "2010-01-01", org.Register, under("nobody")),               // a reference to nothing
		at("g", "2010-01-01", org.Register, number("1", "2010-01-01", "")), // a number that another holds
		at("h", "2010-01-01", org.File, number("9", "2010-01-01", "")),     // filed, with a legal person's number
		at("i", "2010-01-01", org.File, func(p *org.Profile) { p.Track = org.DirectRegistration }),
		at("j", "2010-01-01", org.Register, func(p *org.Profile) { p.Track = org.Filing }),
		at("k", "2010-02-01", org.Register, under("a")), // hangs below the circle and is not blamed
	}
	want := []string{
		"[0].parent parent.circle", "[1].parent parent.circle", "[3].identifiers identifier.overlap", "[4].act act.before-birth",
		"[8].act act.after-end", "[9].parent parent.unknown", "[10].identifiers identifier.taken", "[11].identifiers identifier.legal-person",
		"[12].track track.wrong", "[13].track track.wrong",
	}
	r, err := org.Replay(events)
	assert.Equal(t, want, codes(err))
	assert.Zero(t, r.Len(), "nothing is half done")
	for _, p := range rule.ProblemsOf(err) {
		assert.NotContains(t, p.In(language.Chinese)+p.In(language.English), "{")
	}

	random := rand.New(rand.NewPCG(9, 9))
	for range 20 {
		random.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
		_, err := org.Replay(events)
		assert.Len(t, codes(err), len(want), "whatever the order")
	}
}

func TestDeepHierarchies(t *testing.T) {
	t.Parallel()
	chain := func(n int) []org.Event {
		var events []org.Event
		for i := range n {
			p := profile("某会")
			if i > 0 {
				p.Parent, p.Relation = string(rune('一'+i-1)), org.Member
			}
			events = append(events, org.Event{Organization: string(rune('一' + i)), On: day("2010-01-01"), Act: org.Register, Profile: p})
		}
		return events
	}
	_, err := org.Replay(chain(64))
	require.NoError(t, err)
	_, err = org.Replay(chain(65))
	assert.ErrorIs(t, err, org.ParentDeep)
}

// TestTracksOfAList: one filed first and registered later went both ways.
func TestTracksOfAList(t *testing.T) {
	t.Parallel()
	p := profile("某中心")
	p.Track = org.DirectRegistration
	r, err := org.NewRegistry([]org.Organization{{ID: "a", Filed: day("2012-01-01"), Registered: day("2015-02-01"), Profile: p}})
	require.NoError(t, err)
	for on, want := range map[string]org.Track{"2014-12-31": org.Filing, "2015-02-01": org.DirectRegistration} {
		e, _ := r.At("a", day(on))
		assert.Equal(t, want, e.Track, on)
		assert.Equal(t, 1, r.Census(day(on), org.ByTrack).Count(org.Group{Track: want}))
	}
}

// TestMergeOfPartialRecords: two registries that each know a part of a life
// make the whole, and only what contradicts is a conflict, field by field.
func TestMergeOfPartialRecords(t *testing.T) {
	t.Parallel()
	street, err := org.Replay([]org.Event{
		{Organization: "a", On: day("2012-01-01"), Act: org.File, Profile: org.Profile{Name: "甲社", Territory: org.Area("330211001001")}},
		{Organization: "a", On: day("2015-02-01"), Act: org.Register, Profile: org.Profile{Kind: org.PrivateNonEnterprise}},
	})
	require.NoError(t, err)
	district, err := org.Replay([]org.Event{{Organization: "a", On: day("2015-02-01"), Act: org.Register, Profile: org.Profile{
		Name: "甲社", Kind: org.PrivateNonEnterprise, Territory: org.Area("330211001001"), Sector: org.Culture, Track: org.DirectRegistration,
		Identifiers: []org.Identifier{{Kind: org.CertificateNumber, Value: "1"}},
	}}})
	require.NoError(t, err)
	whole, err := org.Merge(street, district)
	require.NoError(t, err)
	again, err := org.Merge(district, street)
	require.NoError(t, err)
	assert.Equal(t, whole, again)
	e, _ := whole.At("a", day("2015-03-31"))
	assert.Equal(t, org.Culture, e.Sector)
	assert.Equal(t, org.DirectRegistration, e.Track)
	assert.Len(t, e.Identifiers, 1)
	assert.Len(t, whole.History("a"), 2)

	other, err := org.Replay([]org.Event{{Organization: "a", On: day("2015-02-01"), Act: org.Register, Profile: org.Profile{
		Name: "乙社", Kind: org.SocialGroup, Territory: org.Area("330211001002"),
	}}})
	require.NoError(t, err)
	for _, pair := range [][2]org.Registry{{street, other}, {other, street}} {
		r, err := org.Merge(pair[0], pair[1])
		assert.Equal(t, []string{"organizations[a].kind merge.conflict", "organizations[a].name merge.conflict", "organizations[a].territory merge.conflict"}, codes(err))
		assert.Zero(t, r.Len())
	}
}

func TestFindByIssuer(t *testing.T) {
	t.Parallel()
	p, q := profile("甲"), profile("乙")
	p.Identifiers = []org.Identifier{{Kind: org.CertificateNumber, Value: "1", Issuer: "镇海区民政局"}}
	q.Identifiers = []org.Identifier{{Kind: org.CertificateNumber, Value: "1", Issuer: "北仑区民政局"}}
	r, err := org.NewRegistry([]org.Organization{{ID: "a", Registered: day("2010-01-01"), Profile: p}, {ID: "b", Registered: day("2010-01-01"), Profile: q}})
	require.NoError(t, err, "two authorities may give one number")
	for issuer, want := range map[string]string{"镇海区民政局": "a", "北仑区民政局": "b"} {
		id, ok := r.Find(org.Identifier{Kind: org.CertificateNumber, Value: "1", Issuer: issuer})
		assert.True(t, ok)
		assert.Equal(t, want, id)
	}
	for _, issuer := range []string{"", "江北区民政局"} {
		_, ok := r.Find(org.Identifier{Kind: org.CertificateNumber, Value: "1", Issuer: issuer})
		assert.False(t, ok, issuer)
	}
}
