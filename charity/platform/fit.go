package platform

import (
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/assign"
	"github.com/sancheng-go/sancheng/org/rule"
)

// hurdle is the first thing that keeps an offer of the right item from a need.
type hurdle uint8

const (
	elsewhere hurdle = 1 + iota // may not be used there
	otherDays                   // no day in common, from the day asked on
	refused                     // a condition of either side does not hold
	usedUp                      // nothing of it is left for the need
)

// look is a look at offers for needs from a day on. It is used for one pair
// after the other.
type look struct {
	p     *Platform
	from  rule.Date
	offer side
	need  side
}

// side is what conditions of the other side are asked of.
type side struct {
	facts rule.FactMap
	by    Party
	local bool
}

// Fact returns what is known of the side.
func (s *side) Fact(name string) (rule.Value, bool) {
	switch name {
	case "by":
		return rule.Word(s.by.String()), true
	case "local":
		return rule.Flag(s.local), true
	}
	v, ok := s.facts[name]
	return v, ok
}

// see looks at a pair.
func (l *look) see(offer, need int) (*Offer, *Need) {
	o, n := &l.p.offers[l.p.gives[offer].of], &l.p.needs[l.p.wants[need].of]
	a, stated := o.Place.At(org.Town)
	b, _ := n.Place.At(org.Town)
	local := stated && a == b
	l.offer, l.need = side{o.Facts, o.By, local}, side{n.Facts, n.By, local}
	return o, n
}

// hurdle returns what keeps an offer of the need's item from the need, if
// anything.
func (l *look) hurdle(offer, need int) hurdle {
	o, n := l.see(offer, need)
	switch {
	case !o.Place.IsZero() && !o.Place.Contains(n.Place):
		return elsewhere
	case !l.meet(l.p.gives[offer].window, l.p.wants[need].window):
		return otherDays
	case !holds(n.Requires, &l.offer) || !holds(o.Requires, &l.need):
		return refused
	case l.p.most(offer, need) <= 0:
		return usedUp
	}
	return 0
}

// meet tells whether two windows share a day from the day asked on.
func (l *look) meet(a, b rule.Period) bool {
	if !a.Overlaps(b) {
		return false
	}
	return open(a, l.from) && open(b, l.from)
}

// open tells whether a window has a day left.
func open(w rule.Period, from rule.Date) bool { return w.Until.IsZero() || from.Before(w.Until) }

func holds(c rule.Condition, facts rule.Facts) bool {
	if c.IsZero() {
		return true
	}
	is, _ := c.Holds(facts)
	return is
}

// worth is what a unit of the pair last seen is worth.
func (l *look) worth(o *Offer, n *Need) int64 {
	worth := n.Worth
	for _, p := range n.Prefers {
		if holds(p.If, &l.offer) {
			worth += p.Points
		}
	}
	for _, p := range o.Prefers {
		if holds(p.If, &l.need) {
			worth += p.Points
		}
	}
	return worth
}

// pairs appends the offers that fit a need.
func (l *look) pairs(to []assign.Pair, need int) []assign.Pair {
	n := &l.p.needs[l.p.wants[need].of]
	at := spot{thing{n.Resource, n.Item}, n.Place}
	for {
		if s := l.p.index[at]; s != nil {
			for _, offer := range s.reaching(l.p.gives, l.p.wants[need].window) {
				if l.hurdle(offer, need) == 0 {
					to = append(to, assign.Pair{
						Left: offer, Right: need, Most: l.p.most(offer, need),
						Value: l.worth(&l.p.offers[l.p.gives[offer].of], n),
					})
				}
			}
		}
		if at.place.IsZero() {
			return to
		}
		at.place, _ = at.place.Parent() // at last nowhere stated: usable anywhere
	}
}
