package org

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Track is the way by which an organization came to be there: the two tracks
// (双轨制) of registration and filing, and registration with or without a
// competent unit (业务主管单位).
type Track uint8

// The tracks.
const (
	DualManagement     Track = 1 + iota // with a competent unit and a registration authority
	DirectRegistration                  // without a competent unit
	LowRegistration                     // of community organizations
	Filing                              // of grassroots organizations; no legal personality
)

var tracks = rule.NewEnum[Track]("track",
	rule.Named("dual-management", "双重管理登记", "registration under dual management"),
	rule.Named("direct-registration", "直接登记", "direct registration"),
	rule.Named("low-registration", "降低门槛登记", "registration at a lowered threshold"),
	rule.Named("filing", "备案", "filing"),
)

// Tracks returns every track.
func Tracks() []Track { return tracks.Values() }

// Valid tells whether the track is stated.
func (t Track) Valid() bool { return tracks.Valid(t) }

// String returns the stable text form.
func (t Track) String() string { return tracks.Text(t) }

// Label returns the track in the reader's language.
func (t Track) Label(tag language.Tag) string { return tracks.Label(t, tag) }

// MarshalText writes the stable text form; a track not stated is an error.
func (t Track) MarshalText() ([]byte, error) { return tracks.Marshal(t) }

// UnmarshalText reads the stable text form; anything else is an error.
func (t *Track) UnmarshalText(text []byte) error { return tracks.Unmarshal(t, text) }
