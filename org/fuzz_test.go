package org_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// scrawl reads events from any bytes, twelve for each: most of them are faulty.
func scrawl(data []byte) []org.Event {
	var events []org.Event
	for ; len(data) >= 12 && len(events) < 40; data = data[12:] {
		e := org.Event{Organization: fmt.Sprint("o", data[0]%5), Act: org.Act(data[1] % 13)}
		if data[2] > 4 {
			e.On = rule.Day(2010, 1, 1).AddDays(int(data[2]) * 10)
		}
		e.Kind, e.Sector, e.Track, e.Relation = org.Kind(data[3]%5), org.Sector(data[4]%16), org.Track(data[5]%6), org.Relation(data[6]%5)
		if data[7]%3 > 0 {
			e.Name = fmt.Sprint("组织", data[7])
		}
		if data[8]%3 > 0 {
			e.Territory = org.Area(fmt.Sprintf("33021100%d", 1+data[8]%4))
		}
		if data[9]%4 == 0 {
			e.Parent = fmt.Sprint("o", data[9]/4%6)
		}
		if data[10]%3 == 0 {
			e.Identifiers = []org.Identifier{{Kind: org.IdentifierKind(data[10] / 3 % 6), Value: fmt.Sprint(data[11] % 8), Issuer: fmt.Sprint(data[11] / 8 % 2)}}
		}
		events = append(events, e)
	}
	return events
}

// FuzzReplay demands of any events: no panic; whether they make a registry
// does not depend on their order, nor does the registry; what is written is
// read again; and a registry merged with itself stays as it was.
func FuzzReplay(f *testing.F) {
	f.Add([]byte("a\x03\x10\x01\x02\x02\x00\x01\x01\x01\x01\x01a\x06\x20\x00\x00\x00\x00\x01\x01\x01\x01\x01"))
	f.Add([]byte("a\x02\x10\x00\x01\x00\x00\x01\x01\x01\x01\x01b\x03\x20\x02\x02\x02\x02\x01\x01\x08\x03\x01"))
	f.Add([]byte("a\x03\x10\x01\x01\x01\x02\x01\x01\x04\x01\x01b\x03\x10\x01\x01\x01\x02\x01\x01\x00\x01\x01"))
	f.Fuzz(func(t *testing.T, data []byte) {
		events := scrawl(data)
		r, err := org.Replay(events)
		reversed := slices.Clone(events)
		slices.Reverse(reversed)
		again, errAgain := org.Replay(reversed)
		require.Equal(t, err == nil, errAgain == nil)
		require.Equal(t, r, again)
		if err != nil {
			require.NotEmpty(t, rule.ProblemsOf(err))
			require.Zero(t, r.Len())
			return
		}
		document, err := r.Encode()
		require.NoError(t, err)
		read, err := org.DecodeRegistry(document)
		require.NoError(t, err)
		require.Equal(t, r, read)
		whole, err := org.Merge(r, r)
		require.NoError(t, err)
		require.Equal(t, r, whole)
		for _, day := range []rule.Date{{}, rule.Day(2012, 1, 1), rule.Day(2020, 1, 1)} {
			sum := 0
			for _, g := range r.Census(day, org.ByState, org.ByTown, org.ByYear).Groups {
				sum += g.N
			}
			require.Equal(t, r.Census(day).Total, sum)
		}
	})
}
