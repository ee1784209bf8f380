package org

import "github.com/sancheng-go/sancheng/org/rule"

// Movement is what became of one organization between two days.
type Movement struct {
	Organization string `json:"organization"`
	Move         Move   `json:"move"`
	Before       Entry  `json:"before,omitzero"` // not of one that appeared
	After        Entry  `json:"after,omitzero"`  // not of one that departed
}

// Movements compares how the organizations stand at the end of two days, the
// earlier first, by id. One that is both upgraded and relocated stands twice.
func (r Registry) Movements(from, to rule.Date) []Movement {
	var out []Movement
	for n, id := range r.ids {
		i := uint32(n)
		s, t := r.on(i, from), r.on(i, to)
		was := s != nil && s.state.Present()
		is := t != nil && t.state.Present()
		add := func(move Move) {
			m := Movement{Organization: id, Move: move}
			if was {
				m.Before = r.entry(i, s, from)
			}
			if is {
				m.After = r.entry(i, t, to)
			}
			out = append(out, m)
		}
		switch {
		case is && !was:
			add(Appeared)
		case was && !is:
			add(Departed)
		case was && is:
			if s.state == Filed && t.state.LegalPerson() {
				add(Upgraded)
			}
			if s.place != t.place {
				add(Relocated)
			}
		}
	}
	return out
}
