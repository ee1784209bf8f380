package district

import (
	"fmt"
	"math/rand/v2"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// class is what an organization counts as.
type class int

const (
	groups class = iota
	units
	filed
)

// life is a living organization while the events are made.
type life struct {
	id, name string
	of       class
	place    town
	where    org.Territory
	stays    bool // to the end: others rest on it
	branch   bool
	busy     bool // something happened to it this year
}

// maker invents the events, year by year.
type maker struct {
	random *rand.Rand
	events []org.Event
	alive  [3][]*life
	number [3]int
	names  map[string]int
	hosts  map[string]string // federation by town code, once founded
	parent *life             // a group with branches
}

const seed = 20150421

func makeEvents() []org.Event {
	m := &maker{random: rand.New(rand.NewPCG(seed, 4)), names: map[string]int{}, hosts: map[string]string{}}
	from := rule.Day(1999, 12, 31)
	for _, y := range Years() {
		m.year(from, y)
		from = y.Until
	}
	return m.events
}

// year makes the events behind one day up to the end of another, so that the
// district then holds what the row says.
func (m *maker) year(from rule.Date, y Year) {
	for _, list := range m.alive {
		for _, l := range list {
			l.busy = false
		}
	}
	old := [3]int{len(m.alive[groups]), len(m.alive[units]), len(m.alive[filed])}
	m.upgrade(from, y)
	m.end(groups, from, y.Until, y.endedGroups)
	m.end(units, from, y.Until, y.endedUnits)
	m.end(filed, from, y.Until, y.endedFiled)
	if old[filed] > 0 {
		m.stir(from, y.Until)
	}
	for _, f := range founders() {
		if from.Before(f.on) && !y.Until.Before(f.on) {
			m.found(f)
		}
	}
	for of, target := range [3]int{y.Groups, y.Units, y.Filed} {
		for len(m.alive[of]) < target {
			m.born(class(of), m.day(from, y.Until))
		}
	}
}

// day is a random day behind from, up to until.
func (m *maker) day(from, until rule.Date) rule.Date {
	return from.AddDays(1 + m.random.IntN(until.DaysSince(from)))
}

func (m *maker) add(l *life, on rule.Date, act org.Act, p org.Profile) {
	m.events = append(m.events, org.Event{Organization: l.id, On: on, Act: act, Profile: p})
}

// idle picks a random organization to which nothing happened yet this year.
func (m *maker) idle(of class, also func(*life) bool) *life {
	list := m.alive[of]
	for at, n := m.random.IntN(len(list)), 0; n < len(list); n++ {
		if l := list[(at+n)%len(list)]; !l.busy && !l.stays && also(l) {
			l.busy = true
			return l
		}
	}
	panic("the district is too small for what should happen in a year")
}

func (m *maker) remove(l *life) {
	list := m.alive[l.of]
	for i := range list {
		if list[i] == l {
			m.alive[l.of] = append(list[:i], list[i+1:]...)
			return
		}
	}
}

// upgrade lets filed organizations be registered as private non-enterprise
// units.
func (m *maker) upgrade(from rule.Date, y Year) {
	for range y.Upgraded {
		l := m.idle(filed, func(l *life) bool { return !l.branch })
		on := m.day(from, y.Until)
		m.remove(l)
		l.of = units
		m.alive[units] = append(m.alive[units], l)
		m.add(l, on, org.Register, org.Profile{Kind: org.PrivateNonEnterprise, Track: trackOn(on, units), Identifiers: m.certificate(units)})
	}
}

func (m *maker) end(of class, from, until rule.Date, n int) {
	for range n {
		l := m.idle(of, func(*life) bool { return true })
		act := org.Deregister
		switch {
		case of == filed && m.random.IntN(2) == 0:
			act = org.Lapse
		case m.random.IntN(5) == 0:
			act = org.Revoke
		}
		m.add(l, m.day(from, until), act, org.Profile{})
		m.remove(l)
	}
}

// stir lets some organizations move, change their name, be warned, or be told
// to stop for a while.
func (m *maker) stir(from, until rule.Date) {
	whoever := func(*life) bool { return true }
	days := until.DaysSince(from)
	for range len(m.alive[filed]) / 60 {
		l := m.idle(filed, whoever)
		l.where = village(l.place, m.random.IntN(l.place.villages))
		m.add(l, m.day(from, until), org.Change, org.Profile{Territory: l.where})
	}
	for range len(m.alive[groups]) / 20 {
		l := m.idle(groups, whoever)
		l.name = m.name(l.name)
		m.add(l, m.day(from, until), org.Change, org.Profile{Name: l.name})
	}
	for range 2 {
		m.add(m.idle(units, whoever), m.day(from, until), org.Warn, org.Profile{})
	}
	if days < 300 {
		return
	}
	l := m.idle(units, whoever)
	m.add(l, from.AddDays(60+m.random.IntN(60)), org.Suspend, org.Profile{})
	m.add(l, from.AddDays(200+m.random.IntN(60)), org.Resume, org.Profile{})
}

// name makes a name one of its own.
func (m *maker) name(base string) string {
	m.names[base]++
	if n := m.names[base]; n > 1 {
		return fmt.Sprintf("%s(%d)", base, n)
	}
	return base
}

func (m *maker) certificate(of class) []org.Identifier {
	m.number[of]++
	if of == filed {
		return []org.Identifier{{Kind: org.FilingNumber, Value: fmt.Sprintf("虚构镇备%04d", m.number[of]), Issuer: "虚构镇海区民政局"}}
	}
	kind := [...]string{groups: "社", units: "民"}[of]
	return []org.Identifier{{Kind: org.CertificateNumber, Value: fmt.Sprintf("虚构甬镇%s证字第%04d号", kind, m.number[of]), Issuer: "虚构镇海区民政局"}}
}

// trackOn is the track that an organization of a class takes on a day: dual
// management, and direct registration of units once it was on trial.
func trackOn(on rule.Date, of class) org.Track {
	if of == units && !on.Before(rule.Day(2012, 7, 1)) {
		return org.DirectRegistration
	}
	return org.DualManagement
}
