package org_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Every act in every state: where it leads, and nowhere else.
func TestLifeEveryActInEveryState(t *testing.T) {
	t.Parallel()
	want := map[org.State]string{
		org.Preparing:    "prepare:preparing file:filed register:registered change:preparing lapse:lapsed",
		org.Filed:        "register:registered change:filed detach:filed warn:filed lapse:lapsed deregister:deregistered revoke:revoked",
		org.Registered:   "change:registered detach:registered warn:registered suspend:suspended deregister:deregistered revoke:revoked",
		org.Suspended:    "resume:registered change:suspended detach:suspended warn:suspended deregister:deregistered revoke:revoked",
		org.Lapsed:       "prepare:preparing file:filed register:registered deregister:deregistered",
		org.Deregistered: "",
		org.Revoked:      "",
	}
	table := org.Life()
	for _, state := range org.States() {
		var got []string
		for _, act := range org.Acts() {
			if row, ok := table.On(state, act); ok {
				got = append(got, act.String()+":"+row.To.String())
			}
		}
		assert.ElementsMatch(t, strings.Fields(want[state]), got, state)
	}
	for file, tag := range map[string]language.Tag{"testdata/life.zh.mmd": language.Chinese, "testdata/life.en.mmd": language.English} {
		got := table.Mermaid(tag)
		if os.Getenv("UPDATE_GOLDEN") == "1" {
			require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), got)
	}
}

// A filed organization that grows into a registered one keeps its history: its
// filing and the number of it, what it was called, and the day it began.
func TestFromFilingToRegistrationToTheEnd(t *testing.T) {
	t.Parallel()
	filing := org.Identifier{Kind: org.FilingNumber, Value: "镇备0001", Issuer: "招宝山街道", Period: rule.Period{Until: day("2015-02-01")}}
	certificate := org.Identifier{Kind: org.CertificateNumber, Value: "甬镇民证字第1号", Issuer: "镇海区民政局", Period: rule.Period{Until: day("2016-03-01")}}
	code, err := org.ComposeUSCC("52", "330211", "50001234")
	require.NoError(t, err)
	events := []org.Event{
		{Organization: "a", On: day("2012-06-01"), Act: org.File, Profile: org.Profile{
			Name: "邻里互助队", Territory: org.Area("330211001001"), Identifiers: []org.Identifier{filing},
		}},
		{Organization: "a", On: day("2015-02-01"), Act: org.Register, Profile: org.Profile{
			Name: "镇海区邻里互助中心", Kind: org.PrivateNonEnterprise, Track: org.DirectRegistration, Identifiers: []org.Identifier{certificate},
		}},
		{Organization: "a", On: day("2016-03-01"), Act: org.Change, Profile: org.Profile{
			Territory: org.Area("330211001"), Identifiers: []org.Identifier{org.Identify(code, rule.Since(day("2016-03-01")))},
		}},
		{Organization: "a", On: day("2017-01-10"), Act: org.Warn},
		{Organization: "a", On: day("2017-06-10"), Act: org.Suspend},
		{Organization: "a", On: day("2017-07-10"), Act: org.Warn},
		{Organization: "a", On: day("2017-09-10"), Act: org.Resume},
		{Organization: "a", On: day("2019-01-01"), Act: org.Deregister},
	}
	r, err := org.Replay(events)
	require.NoError(t, err)
	for _, c := range []struct {
		on, name, number string
		state            org.State
		track            org.Track
		level            org.Level
	}{
		{"2015-01-31", "邻里互助队", filing.Value, org.Filed, org.Filing, org.Village},
		{"2015-02-01", "镇海区邻里互助中心", certificate.Value, org.Registered, org.DirectRegistration, org.Village},
		{"2016-03-01", "镇海区邻里互助中心", code.String(), org.Registered, org.DirectRegistration, org.Town},
		{"2017-01-10", "镇海区邻里互助中心", code.String(), org.Registered, org.DirectRegistration, org.Town},
		{"2017-06-10", "镇海区邻里互助中心", code.String(), org.Suspended, org.DirectRegistration, org.Town},
		{"2017-07-10", "镇海区邻里互助中心", code.String(), org.Suspended, org.DirectRegistration, org.Town},
		{"2017-09-10", "镇海区邻里互助中心", code.String(), org.Registered, org.DirectRegistration, org.Town},
		{"2019-01-01", "镇海区邻里互助中心", code.String(), org.Deregistered, org.DirectRegistration, org.Town},
	} {
		e, ok := r.At("a", day(c.on))
		require.True(t, ok)
		assert.Equal(t, c.state, e.State, c.on)
		assert.Equal(t, c.name, e.Name)
		assert.Equal(t, c.track, e.Track)
		assert.Equal(t, c.level, e.Territory.Level())
		require.Len(t, e.Identifiers, 1, c.on)
		assert.Equal(t, c.number, e.Identifiers[0].Value, c.on)
	}
	first := r.History("a")[0]
	assert.Equal(t, org.File, first.Act)
	assert.Equal(t, filing.Value, first.Identifiers[0].Value)
	assert.Equal(t, rule.Period{From: day("2012-06-01"), Until: day("2015-02-01")}, first.Identifiers[0].Period, "since the event that records it")
	assert.Len(t, r.History("a"), len(events))
	for _, id := range []org.Identifier{filing, certificate, org.Identify(code, rule.Period{})} {
		found, ok := r.Find(id)
		assert.True(t, ok, id.Value)
		assert.Equal(t, "a", found, "by every number it ever had")
	}
}
