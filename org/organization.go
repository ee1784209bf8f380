package org

import "github.com/sancheng-go/sancheng/org/rule"

// Profile is what is recorded of an organization besides its life.
type Profile struct {
	Name        string       `json:"name,omitzero"`
	Kind        Kind         `json:"kind,omitzero"`      // legal form; a filed organization may have none
	Territory   Territory    `json:"territory,omitzero"` // where it works; its level is the organization's
	Sector      Sector       `json:"sector,omitzero"`
	Track       Track        `json:"track,omitzero"`
	Parent      string       `json:"parent,omitzero"`   // id of the organization it belongs to
	Relation    Relation     `json:"relation,omitzero"` // what it is to the parent
	Identifiers []Identifier `json:"identifiers,omitempty"`
}

// Organization is one row of a list: an organization and the days its life
// turned. An organization registered without being filed before has no Filed;
// one that is only filed has no Registered. The track is the way of its latest
// turn: of one filed first and registered later, that of the registration.
type Organization struct {
	ID         string    `json:"id"` // the list's own key
	Filed      rule.Date `json:"filed,omitzero"`
	Registered rule.Date `json:"registered,omitzero"`
	Ended      rule.Date `json:"ended,omitzero"` // the first day it is no longer there
	Profile
}

// Entry is an organization as it stands on a day: what is recorded of it, its
// state, and the day of the event that brought it there.
type Entry struct {
	ID    string    `json:"id"`
	State State     `json:"state"`
	Since rule.Date `json:"since"` // of the state
	Profile
}

// Event is one dated turn in the life of an organization. The profile holds
// what the event says: what it does not state stays as it was, and identifiers
// are added to those there are.
type Event struct {
	Organization string    `json:"organization"` // id
	On           rule.Date `json:"on"`
	Act          Act       `json:"act"`
	Profile
}

// events returns the life that a row of a list tells.
func (o Organization) events() []Event {
	born := o.Profile
	born.Identifiers = nil
	var legal, other []Identifier
	for _, id := range o.Identifiers {
		if id.Kind.LegalPerson() {
			legal = append(legal, id)
		} else {
			other = append(other, id)
		}
	}
	var life []Event
	if !o.Filed.IsZero() {
		born.Identifiers = other
		if o.Registered.IsZero() {
			born.Identifiers = o.Identifiers
		}
		born.Track = 0
		if o.Registered.IsZero() {
			born.Track = o.Track
		}
		life = append(life, Event{o.ID, o.Filed, File, born})
		born = Profile{Track: o.Track, Identifiers: legal}
	} else {
		born.Identifiers = o.Identifiers
	}
	if !o.Registered.IsZero() {
		life = append(life, Event{o.ID, o.Registered, Register, born})
	}
	if !o.Ended.IsZero() {
		life = append(life, Event{o.ID, o.Ended, Deregister, Profile{}})
	}
	return life
}
