package studio

import (
	"slices"

	"github.com/sancheng-go/sancheng/org/rule"
	"github.com/sancheng-go/sancheng/volunteer"
)

// Studio is a personal studio.
type Studio struct {
	ID       string      `json:"id"`
	Name     string      `json:"name"`
	Founder  string      `json:"founder"` // id on the register
	Services []string    `json:"services"`
	Period   rule.Period `json:"period"`
	Members  []Member    `json:"members"` // besides the founder
}

// Member is a person's time in a studio.
type Member struct {
	Person string      `json:"person"`
	Period rule.Period `json:"period"`
}

// Session is one occasion on which a studio served.
type Session struct {
	Studio     string               `json:"studio"`
	Day        rule.Date            `json:"day"`
	Service    string               `json:"service"`
	Volunteers []string             `json:"volunteers"` // ids of founder or members
	Served     volunteer.Attendance `json:"served"`
}

// Book is a district's studios and their sessions, checked.
type Book struct {
	register *volunteer.Register
	studios  []Studio
	sessions [][]Session // by studio
	places   map[string]int
}

// New checks the studios and sessions against the register. Problems, all at
// once: ids missing or twice, people not on the register, no services,
// founders or members not enrolled when they join or outside the studio's time,
// sessions of unknown studios or services, outside the studio's time, without
// volunteers, or with volunteers who were not in the studio that day.
func New(register *volunteer.Register, studios []Studio, sessions []Session) (*Book, error) {
	var found rule.Problems
	b := &Book{register: register, studios: slices.Clone(studios), sessions: make([][]Session, len(studios)), places: map[string]int{}}
	for i, s := range studios {
		path := rule.At("studios", i)
		found.Nest(path, b.check(s))
		if first, again := b.places[s.ID]; again {
			found.Add(problems.Problem(path+".id", StudioTwice, rule.With("first", rule.Int(int64(first), 0))))
			continue
		}
		b.places[s.ID] = i
	}
	for i, s := range sessions {
		place, ok := b.places[s.Studio]
		if !ok {
			found.Add(problems.Problem(rule.At("sessions", i)+".studio", StudioUnknown, rule.With("studio", rule.Quoted(s.Studio))))
			continue
		}
		found.Nest(rule.At("sessions", i), check(s, studios[place]))
		b.sessions[place] = append(b.sessions[place], s)
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return b, nil
}

func (b *Book) check(s Studio) error {
	var found rule.Problems
	for _, field := range [][2]string{{"id", s.ID}, {"name", s.Name}} {
		if field[1] == "" {
			found.Add(problems.Problem(field[0], rule.Required))
		}
	}
	if len(s.Services) == 0 {
		found.Add(problems.Problem("services", rule.Required))
	}
	if s.Period.From.IsZero() {
		found.Add(problems.Problem("period.from", rule.Required))
	}
	found.Nest("period", s.Period.Validate())
	found.Add(b.enrolled("founder", s.Founder, s.Period.From))
	for i, m := range s.Members {
		path := rule.At("members", i)
		found.Nest(path+".period", m.Period.Validate())
		if !s.Period.Contains(m.Period.From) {
			found.Add(problems.Problem(path+".period.from", OutsideStudio, rule.With("day", rule.On(m.Period.From))))
		}
		found.Add(b.enrolled(path+".person", m.Person, m.Period.From))
	}
	return found.Err()
}

// enrolled reports a person who is not on the register or not enrolled.
func (b *Book) enrolled(path, person string, on rule.Date) *rule.Problem {
	p, ok := b.register.Person(person)
	if !ok {
		return volunteer.PersonUnknownAt(path, person)
	}
	if _, ok := p.ClassOn(on); !ok && !on.IsZero() {
		return problems.Problem(path, NotEnrolled, rule.With("person", rule.Word(person)), rule.With("day", rule.On(on)))
	}
	return nil
}

func check(s Session, of Studio) error {
	var found rule.Problems
	if !of.Period.Contains(s.Day) {
		found.Add(problems.Problem("day", OutsideStudio, rule.With("day", rule.On(s.Day))))
	}
	offered := false
	for _, service := range of.Services {
		offered = offered || service == s.Service
	}
	if !offered {
		found.Add(problems.Problem("service", ServiceUnknown, rule.With("service", rule.Quoted(s.Service))))
	}
	if len(s.Volunteers) == 0 {
		found.Add(problems.Problem("volunteers", rule.Required))
	}
	for i, person := range s.Volunteers {
		if person != of.Founder && !member(of, person, s.Day) {
			found.Add(problems.Problem(rule.At("volunteers", i), NotMember, rule.With("day", rule.On(s.Day))))
		}
	}
	if _, err := volunteer.ReachOf([]volunteer.Attendance{s.Served}); err != nil {
		found.Add(problems.Problem("served.others", volunteer.CountRange))
	}
	return found.Err()
}

func member(s Studio, person string, day rule.Date) bool {
	for _, m := range s.Members {
		if m.Person == person && m.Period.Contains(day) {
			return true
		}
	}
	return false
}

// Activity is what studios did in a period.
type Activity struct {
	Studios    int                   `json:"studios"` // that held a session
	Sessions   int                   `json:"sessions"`
	Turnouts   volunteer.PersonTimes `json:"turnouts"`   // of volunteers
	Volunteers volunteer.Persons     `json:"volunteers"` // who turned out
	Served     volunteer.Reach       `json:"served"`
}

// Activity adds up the sessions of one studio in a period, or of all for an
// empty id. An unknown id is a problem with code [StudioUnknown].
func (b *Book) Activity(studio string, in rule.Period) (Activity, error) {
	if _, ok := b.places[studio]; !ok && studio != "" {
		return Activity{}, problems.Problem("", StudioUnknown, rule.With("studio", rule.Quoted(studio)))
	}
	var a Activity
	var served []volunteer.Attendance
	volunteers := map[string]bool{}
	for i, sessions := range b.sessions {
		if studio != "" && b.studios[i].ID != studio {
			continue
		}
		held := 0
		for _, s := range sessions {
			if !in.Contains(s.Day) {
				continue
			}
			held++
			served = append(served, s.Served)
			here := map[string]bool{}
			for _, person := range s.Volunteers {
				here[person], volunteers[person] = true, true
			}
			a.Turnouts += volunteer.PersonTimes(len(here))
		}
		a.Sessions += held
		a.Studios += min(held, 1)
	}
	a.Volunteers = volunteer.Persons(len(volunteers))
	reach, err := volunteer.ReachOf(served)
	a.Served = reach
	return a, err
}

// Drawn counts the studios open on a day and the people in them, founders
// included, each once.
func (b *Book) Drawn(on rule.Date) (studios int, people volunteer.Persons) {
	seen := map[string]bool{}
	for _, s := range b.studios {
		if !s.Period.Contains(on) {
			continue
		}
		studios++
		seen[s.Founder] = true
		for _, m := range s.Members {
			if m.Period.Contains(on) {
				seen[m.Person] = true
			}
		}
	}
	return studios, volunteer.Persons(len(seen))
}
