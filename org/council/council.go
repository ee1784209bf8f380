package council

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Seat is one person's time on a council, for one group.
type Seat struct {
	Person string      `json:"person"` // id
	Group  string      `json:"group"`
	Period rule.Period `json:"period"`
}

// Council is a body under its rules with its dated seats. Build it with [New].
type Council struct {
	rules Rules
	seats []Seat
	group []int // of each seat
}

// New checks rules and seats and returns the council. Problems, all at once,
// are those of the rules; persons and groups that are not stated or not known;
// seats without a first day, or with none at all; and one person on two seats
// at a time. What the rules ask of the seats together is no fault but an answer:
// see [Council.Composition].
func New(rules Rules, seats []Seat) (*Council, error) {
	var found rule.Problems
	found.Nest("rules", rules.Validate())
	c := &Council{rules: rules, seats: slices.Clone(seats), group: make([]int, len(seats))}
	held := map[string][]int{}
	for i, s := range seats {
		path := rule.At("seats", i)
		if s.Person == "" {
			found.Add(problems.Problem(path+".person", rule.Required))
		}
		g, ok := rules.group(s.Group)
		if !ok {
			found.Add(problems.Problem(path+".group", GroupUnknown, rule.With("id", rule.Quoted(s.Group))))
		}
		c.group[i] = g
		if s.Period.From.IsZero() {
			found.Add(problems.Problem(path+".period.from", rule.Required))
		}
		found.Nest(path+".period", s.Period.Validate())
		for _, j := range held[s.Person] {
			if s.Person != "" && seats[j].Period.Overlaps(s.Period) {
				found.Add(problems.Problem(path+".period", SeatTwice, rule.With("person", rule.Word(s.Person)), rule.With("first", rule.Int(int64(j), 0))))
			}
		}
		held[s.Person] = append(held[s.Person], i)
	}
	if len(found) > 0 {
		return nil, found.Err()
	}
	return c, nil
}

// Rules returns the council's rules.
func (c *Council) Rules() Rules { return c.rules }

// Members returns the persons in office on a day, by id, with their groups.
func (c *Council) Members(on rule.Date) []Seat {
	var in []Seat
	for _, s := range c.seats {
		if s.Period.Contains(on) {
			in = append(in, s)
		}
	}
	slices.SortFunc(in, func(a, b Seat) int {
		if a.Person < b.Person {
			return -1
		}
		return 1 // nobody is in office twice
	})
	return in
}

// inOffice is who has a seat on a day, and for which group.
func (c *Council) inOffice(on rule.Date) map[string]int {
	in := map[string]int{}
	for i, s := range c.seats {
		if s.Period.Contains(on) {
			in[s.Person] = c.group[i]
		}
	}
	return in
}

// perGroup counts persons by their groups.
func (c *Council) perGroup(persons map[string]int) []int {
	n := make([]int, len(c.rules.Groups))
	for _, g := range persons {
		n[g]++
	}
	return n
}

func inOfficeWords() rule.Text { return rule.Words("在任成员", "members in office") }

// Composition decides whether the council is properly made up on a day: enough
// seats filled and not too many, every group represented as the rules ask, and
// nobody in office beyond the term.
func (c *Council) Composition(on rule.Date) Decision {
	h := hear(&c.rules)
	members := c.inOffice(on)
	clauses := c.rules.Clauses
	h.ask("seats", inOfficeWords(), len(members), c.rules.Size, clauses.Size)
	n := c.perGroup(members)
	for i, g := range c.rules.Groups {
		in := g.Seats
		if !g.Least.IsZero() {
			least, step := g.Least.floor(len(members), inOfficeWords())
			h.step(step, clauses.Groups)
			in = in.Intersect(least)
		}
		if !g.Most.IsZero() {
			most, step := g.Most.ceiling(len(members), inOfficeWords())
			h.step(step, clauses.Groups)
			in = in.Intersect(most)
		}
		if !in.IsZero() {
			h.ask("seats."+g.ID, g.Title, n[i], in, clauses.Groups)
		}
	}
	if c.rules.Term > 0 {
		over := 0
		for _, s := range c.seats {
			if end := s.Period.From.AddMonths(c.rules.Term); s.Period.Contains(on) && !end.IsZero() && !on.Before(end) {
				over++
			}
		}
		h.ask("overdue", rule.Words("任期届满仍在任", "in office beyond the term"), over, rule.AtMost(decimal.Decimal{}), clauses.Term)
	}
	return h.decide(rule.Words("组成审查", "Composition"), on)
}
