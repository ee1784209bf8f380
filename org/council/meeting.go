package council

import (
	"github.com/shopspring/decimal"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Meeting is who came together on a day.
type Meeting struct {
	On      rule.Date `json:"on"`
	Present []string  `json:"present"` // persons
}

// Motion is a matter put to the vote at a meeting. Who is present and casts no
// ballot abstains.
type Motion struct {
	Matter  string `json:"matter"`
	Ballots []Cast `json:"ballots"`
}

// Cast is one member's ballot.
type Cast struct {
	Person string `json:"person"`
	Ballot Ballot `json:"ballot"`
}

// Quorum decides whether a meeting can decide: enough members, and those groups
// there that must attend. A day not stated, persons not in office and persons
// named twice are problems.
func (c *Council) Quorum(m Meeting) (Decision, error) {
	present, err := c.present(m)
	if err != nil {
		return Decision{}, err
	}
	h := hear(&c.rules)
	c.quorum(h, m.On, present)
	return h.decide(rule.Words("会议是否有效", "Quorum"), m.On), nil
}

func (c *Council) present(m Meeting) (map[string]int, error) {
	var found rule.Problems
	if m.On.IsZero() {
		found.Add(problems.Problem("on", rule.Required))
	}
	members, present := c.inOffice(m.On), map[string]int{}
	for i, person := range m.Present {
		group, ok := members[person]
		if _, twice := present[person]; twice {
			found.Add(problems.Problem(rule.At("present", i), NamedTwice, rule.With("person", rule.Quoted(person))))
		} else if !ok {
			found.Add(problems.Problem(rule.At("present", i), NotInOffice, rule.With("person", rule.Quoted(person)), rule.With("on", rule.On(m.On))))
		}
		present[person] = group
	}
	return present, found.Err()
}

func (c *Council) quorum(h *hearing, on rule.Date, present map[string]int) {
	clause := c.rules.Clauses.Quorum
	enough, step := c.rules.Quorum.floor(len(c.inOffice(on)), inOfficeWords())
	h.step(step, clause)
	h.ask("present", presentWords(), len(present), enough.Intersect(one()), clause)
	n := c.perGroup(present)
	for i, g := range c.rules.Groups {
		if g.Attend {
			h.ask("present."+g.ID, rule.Words("到会:"+g.Title.ZH, "present: "+g.Title.EN), n[i], one(), clause)
		}
	}
}

func presentWords() rule.Text { return rule.Words("到会成员", "members present") }

// one is one or more: nothing is decided by nobody.
func one() rule.Interval { return rule.AtLeast(decimal.NewFromInt(1)) }

// Vote decides whether a motion is carried at a meeting: the meeting has a
// quorum, the majority that the matter needs is in favour, and so are those
// groups whose consent it needs. Nothing is carried without a vote in favour.
// Problems, all at once, are those of the meeting, an unknown matter, ballots
// not stated, of persons not there, or twice by one person.
func (c *Council) Vote(m Meeting, motion Motion) (Decision, error) {
	var found rule.Problems
	present, err := c.present(m)
	found.Nest("meeting", err)
	matter := Matter{}
	for _, known := range c.rules.Matters {
		if known.ID == motion.Matter {
			matter = known
		}
	}
	if matter.ID == "" {
		found.Add(problems.Problem("matter", MatterUnknown, rule.With("id", rule.Quoted(motion.Matter))))
	}
	cast := map[string]Ballot{}
	for i, b := range motion.Ballots {
		path := rule.At("ballots", i)
		_, there := present[b.Person]
		if _, twice := cast[b.Person]; twice {
			found.Add(problems.Problem(path+".person", NamedTwice, rule.With("person", rule.Quoted(b.Person))))
		} else if !there {
			found.Add(problems.Problem(path+".person", BallotAbsent, rule.With("person", rule.Quoted(b.Person))))
		}
		if !b.Ballot.Valid() {
			found.Add(problems.Problem(path+".ballot", rule.Required))
		}
		cast[b.Person] = b.Ballot
	}
	if len(found) > 0 {
		return Decision{}, found.Err()
	}
	h := hear(&c.rules)
	c.quorum(h, m.On, present)
	c.tally(h, matter, len(c.inOffice(m.On)), present, cast)
	return h.decide(rule.Words("表决:"+matter.Title.ZH, "Vote: "+matter.Title.EN), m.On), nil
}

// tally counts the ballots and adds the clauses of the majority and of the
// groups' consent.
func (c *Council) tally(h *hearing, matter Matter, seats int, present map[string]int, cast map[string]Ballot) {
	fell := map[Ballot]int{}
	voting := make([]int, len(c.rules.Groups)) // present and not recused, by group
	favour := make([]int, len(c.rules.Groups))
	for person, group := range present {
		ballot := cast[person]
		if ballot == 0 {
			ballot = Abstain
		}
		fell[ballot]++
		if ballot != Recused {
			voting[group]++
		}
		if ballot == Favour {
			favour[group]++
		}
	}
	count := func(b Ballot) rule.Value { return rule.Int(int64(fell[b]), rule.Person) }
	h.steps = append(h.steps, problems.Reason(Counted, rule.With("favour", count(Favour)), rule.With("against", count(Against)),
		rule.With("abstained", count(Abstain)), rule.With("recused", count(Recused))))
	base := map[Base]int{
		OfSeats: seats - fell[Recused], OfPresent: len(present) - fell[Recused], OfCast: fell[Favour] + fell[Against],
	}[matter.Base]
	enough, step := matter.Majority.floor(base, bases.Labels(matter.Base))
	h.step(step, matter.Source)
	h.ask("favour", ballots.Labels(Favour), fell[Favour], enough.Intersect(one()), matter.Source)
	for _, id := range matter.Consent {
		i, _ := c.rules.group(id)
		title := c.rules.Groups[i].Title
		enough, step := MoreThan(1, 2).floor(voting[i], title)
		h.step(step, matter.Source)
		h.ask("favour."+id, rule.Words("赞成:"+title.ZH, "in favour: "+title.EN), favour[i], enough.Intersect(one()), matter.Source)
	}
}
