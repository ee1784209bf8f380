package volunteer

import (
	"cmp"
	"iter"
	"slices"
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Team is a standing group of volunteers (志愿服务队).
type Team struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Place  string      `json:"place,omitzero"` // the town, subdistrict, village or community
	Period rule.Period `json:"period,omitzero"`
}

// Membership is a person's time in a team.
type Membership struct {
	Person string      `json:"person"`
	Team   string      `json:"team"`
	Period rule.Period `json:"period"`
}

// Erased is what is left of a person who was erased: enough to keep the
// totals, nothing to know the person by.
type Erased struct {
	ID         string             `json:"id"` // given by [Register.Erase], such as erased-1
	Enrolments []Enrolment        `json:"enrolments"`
	Teams      []ErasedMembership `json:"teams"`
}

// ErasedMembership is the time of an erased person in a team.
type ErasedMembership struct {
	Team   string      `json:"team"`
	Period rule.Period `json:"period"`
}

// Lists is what a register is made of.
type Lists struct {
	People      []Person     `json:"people"`
	Teams       []Team       `json:"teams"`
	Memberships []Membership `json:"memberships"`
	Erased      []Erased     `json:"erased"`
}

// Register is a checked register of volunteers (志愿者名册), people and teams in
// the order of their ids. It does not change; [Register.Erase] returns another.
type Register struct {
	lists  Lists
	people map[string]int
	teams  map[string]int
}

// NewRegister checks the lists and returns the register, or every fault with
// its path: those of each person ([Person.Validate]), ids that stand twice,
// memberships of unknown people or teams, outside the team's time, or twice in
// the same team at once. The same human being under two ids is no fault but a
// finding: see [Register.Duplicates].
func NewRegister(lists Lists) (*Register, error) {
	var found rule.Problems
	r := &Register{
		lists: Lists{
			People:      slices.Clone(lists.People),
			Teams:       slices.Clone(lists.Teams),
			Memberships: slices.Clone(lists.Memberships),
			Erased:      slices.Clone(lists.Erased),
		},
		people: make(map[string]int, len(lists.People)),
		teams:  make(map[string]int, len(lists.Teams)),
	}
	for i, p := range lists.People {
		found.Nest(rule.At("people", i), p.Validate())
		found.Add(twice(r.people, rule.At("people", i)+".id", p.ID, i))
	}
	for i, t := range lists.Teams {
		found.Nest(rule.At("teams", i), t.validate())
		found.Add(twice(r.teams, rule.At("teams", i)+".id", t.ID, i))
	}
	for i, m := range lists.Memberships {
		found.Nest(rule.At("memberships", i), r.validate(m))
	}
	found.Add(togetherTwice(lists.Memberships)...)
	for i, e := range lists.Erased {
		found.Nest(rule.At("erased", i)+".id", validateID(e.ID))
		found.Add(twice(r.people, rule.At("erased", i)+".id", e.ID, len(lists.People)+i))
		for j, m := range e.Teams {
			if _, ok := r.teams[m.Team]; !ok {
				found.Add(TeamUnknownAt(rule.At(rule.At("erased", i)+".teams", j)+".team", m.Team))
			}
		}
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	r.sort()
	return r, nil
}

// twice notes an id at its first place and reports it at every later one.
func twice(seen map[string]int, path, id string, i int) *rule.Problem {
	first, again := seen[id]
	if again {
		return problems.Problem(path, IDTwice, rule.With("first", rule.Int(int64(first), 0)))
	}
	seen[id] = i
	return nil
}

func (t Team) validate() error {
	var found rule.Problems
	found.Nest("id", validateID(t.ID))
	if t.Name == "" {
		found.Add(problems.Problem("name", rule.Required))
	}
	found.Nest("period", t.Period.Validate())
	return found.Err()
}

func (r *Register) validate(m Membership) error {
	var found rule.Problems
	if _, ok := r.people[m.Person]; !ok {
		found.Add(PersonUnknownAt("person", m.Person))
	}
	team, ok := r.teams[m.Team]
	if !ok {
		found.Add(TeamUnknownAt("team", m.Team))
	} else if life := r.lists.Teams[team].Period; m.Period.From.Before(life.From) ||
		!life.Until.IsZero() && (m.Period.Until.IsZero() || life.Until.Before(m.Period.Until)) {
		found.Add(problems.Problem("period", OutsideTeam))
	}
	found.Nest("period", m.Period.Validate())
	return found.Err()
}

// togetherTwice reports memberships of one person in one team that overlap.
func togetherTwice(memberships []Membership) []*rule.Problem {
	order := make([]int, len(memberships))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := memberships[a], memberships[b]
		return cmp.Or(cmp.Compare(x.Person, y.Person), cmp.Compare(x.Team, y.Team), x.Period.From.Compare(y.Period.From), a-b)
	})
	var found []*rule.Problem
	for n := 1; n < len(order); n++ {
		x, y := memberships[order[n-1]], memberships[order[n]]
		if x.Person == y.Person && x.Team == y.Team && x.Period.Overlaps(y.Period) {
			found = append(found, problems.Problem(rule.At("memberships", order[n])+".period", MemberTwice,
				rule.With("other", rule.Int(int64(order[n-1]), 0))))
		}
	}
	return found
}

func (r *Register) sort() {
	slices.SortFunc(r.lists.People, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(r.lists.Teams, func(a, b Team) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(r.lists.Memberships, func(a, b Membership) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Team, b.Team), a.Period.From.Compare(b.Period.From))
	})
	for i, p := range r.lists.People {
		r.people[p.ID] = i
	}
	for i, e := range r.lists.Erased {
		r.people[e.ID] = len(r.lists.People) + i
	}
	for i, t := range r.lists.Teams {
		r.teams[t.ID] = i
	}
}

// Len returns the number of people on the register, whatever the day.
func (r *Register) Len() int { return len(r.lists.People) }

// All yields the people in the order of their ids, each with its place.
func (r *Register) All() iter.Seq2[int, *Person] {
	return func(yield func(int, *Person) bool) {
		for i := range r.lists.People {
			if !yield(i, &r.lists.People[i]) {
				return
			}
		}
	}
}

// Places returns the number of places: people and, after them, those erased.
func (r *Register) Places() int { return len(r.lists.People) + len(r.lists.Erased) }

// Place returns the place of a person or of one erased, from 0 to
// [Register.Places]. People come first, in the order of their ids.
func (r *Register) Place(id string) (int, bool) {
	i, ok := r.people[id]
	return i, ok
}

// IDAt returns the id of the person or erased person at a place.
func (r *Register) IDAt(place int) string {
	if n := len(r.lists.People); place >= n {
		return r.lists.Erased[place-n].ID
	}
	return r.lists.People[place].ID
}

// EnrolmentsAt returns the enrolments of the person or erased person at a
// place.
func (r *Register) EnrolmentsAt(place int) []Enrolment {
	if n := len(r.lists.People); place >= n {
		return r.lists.Erased[place-n].Enrolments
	}
	return r.lists.People[place].Enrolments
}

// HasTeam tells whether the register has a team of that id.
func (r *Register) HasTeam(id string) bool {
	_, ok := r.teams[id]
	return ok
}

// Person returns the person of that id.
func (r *Register) Person(id string) (Person, bool) {
	i, ok := r.people[id]
	if !ok || i >= len(r.lists.People) {
		return Person{}, false
	}
	return r.lists.People[i], true
}

// Teams returns the teams in the order of their ids.
func (r *Register) Teams() []Team { return slices.Clone(r.lists.Teams) }

// Memberships returns the memberships of a person, by team and time.
func (r *Register) Memberships(person string) []Membership {
	from, _ := slices.BinarySearchFunc(r.lists.Memberships, person, func(m Membership, id string) int { return cmp.Compare(m.Person, id) })
	until := from
	for until < len(r.lists.Memberships) && r.lists.Memberships[until].Person == person {
		until++
	}
	return slices.Clone(r.lists.Memberships[from:until])
}

// Lists returns what the register is made of, in its order.
func (r *Register) Lists() Lists {
	return Lists{
		slices.Clone(r.lists.People), slices.Clone(r.lists.Teams),
		slices.Clone(r.lists.Memberships), slices.Clone(r.lists.Erased),
	}
}

// Count is the number of people enrolled on a day. Each is counted once, in
// the class that [Person.ClassOn] gives.
type Count struct {
	Heads   int           `json:"heads"`
	ByClass map[Class]int `json:"by_class"`
}

// Count counts the people enrolled on a day, those erased since included.
func (r *Register) Count(on rule.Date) Count {
	c := Count{ByClass: map[Class]int{}}
	add := func(enrolments []Enrolment) {
		if class, ok := ClassOn(enrolments, on); ok {
			c.Heads++
			c.ByClass[class]++
		}
	}
	for _, p := range r.lists.People {
		add(p.Enrolments)
	}
	for _, e := range r.lists.Erased {
		add(e.Enrolments)
	}
	return c
}

// Members counts the members of each team on a day, those erased since
// included.
func (r *Register) Members(on rule.Date) map[string]int {
	members := make(map[string]int, len(r.lists.Teams))
	for _, m := range r.lists.Memberships {
		if m.Period.Contains(on) {
			members[m.Team]++
		}
	}
	for _, e := range r.lists.Erased {
		for _, m := range e.Teams {
			if m.Period.Contains(on) {
				members[m.Team]++
			}
		}
	}
	return members
}

// Erase returns the register without the person of that id, and the id that
// stands in for it: name, identity number, guardians and everything else are
// gone; the classes and teams with their periods stay as an [Erased], so that
// every total stays as it was. Records kept elsewhere under the old id take the
// new one. An unknown id is a problem with code [PersonUnknown].
func (r *Register) Erase(id string) (out *Register, standIn string, err error) {
	place, ok := r.people[id]
	if !ok || place >= len(r.lists.People) {
		return nil, "", PersonUnknownAt("", id)
	}
	lists := r.Lists()
	for n := len(lists.Erased) + 1; ; n++ {
		standIn = "erased-" + strconv.Itoa(n)
		if _, taken := r.people[standIn]; !taken {
			break
		}
	}
	gone := Erased{ID: standIn, Enrolments: slices.Clone(lists.People[place].Enrolments), Teams: []ErasedMembership{}}
	lists.People = slices.Delete(lists.People, place, place+1)
	lists.Memberships = slices.DeleteFunc(lists.Memberships, func(m Membership) bool {
		if m.Person != id {
			return false
		}
		gone.Teams = append(gone.Teams, ErasedMembership{m.Team, m.Period})
		return true
	})
	lists.Erased = append(lists.Erased, gone)
	out = &Register{lists: lists, people: make(map[string]int, r.Places()), teams: r.teams}
	out.sort()
	return out, standIn, nil
}
