package org_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// district is n synthetic organizations with three events each: filed, then
// registered with a certificate number, then moved. Ids are scattered.
func district(n int) []org.Event {
	events := make([]org.Event, 0, 3*n)
	towns := make([]org.Territory, 100)
	for i := range towns {
		towns[i] = org.Area(fmt.Sprintf("330211%03d", i+1))
	}
	begin := rule.Day(2008, 1, 1)
	for i := range n {
		scattered := i * 7_919 % n
		id := fmt.Sprintf("zh-%07d", scattered)
		on := begin.AddDays(scattered % 2000)
		events = append(
			events,
			org.Event{Organization: id, On: on.AddDays(400), Act: org.Change, Profile: org.Profile{Territory: towns[i%7]}},
			org.Event{Organization: id, On: on, Act: org.File, Profile: org.Profile{
				Name:      fmt.Sprintf("镇海区合成第%07d号协会", i),
				Territory: towns[i%100], Sector: org.Sector(1 + i%14),
			}},
			org.Event{Organization: id, On: on.AddDays(200), Act: org.Register, Profile: org.Profile{
				Kind: org.Kind(1 + i%2), Track: org.DirectRegistration,
				Identifiers: []org.Identifier{{Kind: org.CertificateNumber, Value: fmt.Sprintf("社证字第%07d号", i), Issuer: "镇海区民政局"}},
			}},
		)
	}
	return events
}

func series(b *testing.B, run func(b *testing.B, n int)) {
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n == 1_000_000 && testing.Short() {
				b.Skip("1,000,000 organizations take some seconds to make")
			}
			run(b, n)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/org")
		})
	}
}

func BenchmarkReplay(b *testing.B) {
	series(b, func(b *testing.B, n int) {
		events := district(n)
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r, err := org.Replay(events)
		require.NoError(b, err)
		runtime.GC()
		runtime.ReadMemStats(&after)
		texts := 0 // the texts are the caller's, but the registry keeps them
		for _, e := range events {
			texts += len(e.Name)
			if e.Act == org.Register {
				texts += len(e.Organization) + len(e.Identifiers[0].Value)
			}
		}
		b.ResetTimer()
		for b.Loop() {
			_, err := org.Replay(events)
			require.NoError(b, err)
		}
		b.ReportMetric((float64(after.HeapAlloc)-float64(before.HeapAlloc)+float64(texts))/float64(n), "bytes/org")
		runtime.KeepAlive(r)
	})
}

func BenchmarkCensus(b *testing.B) {
	series(b, func(b *testing.B, n int) {
		r, err := org.Replay(district(n))
		require.NoError(b, err)
		b.ResetTimer()
		for b.Loop() {
			c := r.Census(rule.Day(2012, 6, 30), org.ByKind, org.ByState, org.ByTown)
			require.Positive(b, c.Total)
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	series(b, func(b *testing.B, n int) {
		r, err := org.Replay(district(n))
		require.NoError(b, err)
		id := org.Identifier{Kind: org.CertificateNumber, Value: fmt.Sprintf("社证字第%07d号", n/2), Issuer: "镇海区民政局"}
		b.ResetTimer()
		for b.Loop() {
			_, ok := r.Find(id)
			require.True(b, ok)
		}
	})
}
