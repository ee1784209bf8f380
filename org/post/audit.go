package post

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Finding is a post that does not meet a clause.
type Finding struct {
	Person    Person
	Post      Post
	Clause    string      // id
	Undecided bool        // the roster states too little to say
	Reason    rule.Reason // what was found and required, with the clause's source
}

// Report is an audit of a roster on a day.
type Report struct {
	Rules     rule.Head
	Day       rule.Date
	Officials int       // persons who hold a post that day and are or were officials
	Posts     int       // posts held that day
	Findings  []Finding // by person, organization, role and then in the order of the clauses
}

// Breaches returns the findings that are decided.
func (r Report) Breaches() []Finding { return r.those(false) }

// Undecided returns the findings for which the roster states too little.
func (r Report) Undecided() []Finding { return r.those(true) }

func (r Report) those(undecided bool) []Finding {
	var out []Finding
	for _, f := range r.Findings {
		if f.Undecided == undecided {
			out = append(out, f)
		}
	}
	return out
}

// Audit holds every post of the roster that is held on a day against every
// clause in force on it, and lists all that is broken or cannot be decided. The
// order of the roster does not matter. The time grows with the posts.
func (r Rules) Audit(roster Roster, day rule.Date) (Report, error) {
	var found rule.Problems
	found.Nest("rules", r.Validate())
	found.Nest("roster", roster.Validate())
	if day.IsZero() {
		found.Add(problems.Problem("day", rule.Required))
	}
	if len(found) > 0 {
		return Report{}, found.Err()
	}
	persons, holders := make(map[string]*holder, len(roster.Persons)), make([]holder, len(roster.Persons))
	for i := range roster.Persons {
		holders[i].Person = &roster.Persons[i]
		persons[roster.Persons[i].ID] = &holders[i]
	}
	held := make([]*Post, 0, len(roster.Posts))
	for i := range roster.Posts {
		p := &roster.Posts[i]
		if !p.Period.Contains(day) {
			continue
		}
		held = append(held, p)
		h := persons[p.Person]
		h.posts++
		if headsGroup(p) {
			h.heads++
		}
	}
	slices.SortFunc(held, func(a, b *Post) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Organization, b.Organization), cmp.Compare(a.Role, b.Role))
	})
	report := Report{Rules: r.Head, Day: day, Posts: len(held)}
	var clauses []*Clause
	for i := range r.Clauses {
		if r.Clauses[i].Period.Contains(day) {
			clauses = append(clauses, &r.Clauses[i])
		}
	}
	known, facts := Facts(), &seat{day: day, age: r.Age}
	for i, p := range held {
		h := persons[p.Person]
		facts.holder, facts.post = h, p
		if h.Rank != 0 && (i == 0 || held[i-1].Person != p.Person) {
			report.Officials++
		}
		for _, c := range clauses {
			if f, ok := c.try(facts, known); ok {
				report.Findings = append(report.Findings, f)
			}
		}
	}
	return report, nil
}

// headsGroup tells whether the holder is legal representative of a social group.
func headsGroup(p *Post) bool {
	answer, _ := p.Facts[LegalRepresentative].Flag()
	return answer && p.Kind == org.SocialGroup
}

// holder is a person and how many posts it holds on the day.
type holder struct {
	*Person
	posts, heads int
}

// seat is one post on the day.
type seat struct {
	holder *holder
	post   *Post
	day    rule.Date
	age    int
}

// Fact returns a fact of the post.
func (s *seat) Fact(name string) (rule.Value, bool) {
	switch name {
	case KindIs:
		return rule.Word(s.post.Kind.String()), true
	case RoleIs:
		return rule.Word(s.post.Role.String()), true
	case IsLeading:
		return rule.Flag(s.post.Role.Leading()), true
	case ServiceIs:
		return rule.Word(s.holder.Service(s.day).String()), true
	case RankIs:
		return rule.Word(s.holder.Rank.String()), s.holder.Rank != 0
	case IsLeader:
		return rule.Flag(s.holder.Leader), true
	case IsCentral:
		return rule.Flag(s.holder.Central), true
	case TermIs:
		return rule.Int(int64(s.post.Term), 0), true
	case OtherPosts:
		return rule.Int(int64(s.holder.posts-1), rule.Item), true
	case OtherHeads:
		n := s.holder.heads
		if headsGroup(s.post) {
			n--
		}
		return rule.Int(int64(n), rule.Organization), true
	case PastAge:
		birthday := s.holder.Born.AddMonths(12 * s.age)
		return rule.Int(int64(s.day.DaysSince(birthday)), rule.DayUnit), !birthday.IsZero()
	}
	v, ok := s.post.Facts[name]
	if !ok && (name == LegalRepresentative || name == Overseas) {
		return rule.Flag(false), true
	}
	return v, ok
}

// try holds a post against a clause. Where When or Needs cannot be decided, that
// is a finding too, unless Needs holds whatever When says.
func (c *Clause) try(s *seat, known rule.Vocabulary) (Finding, bool) {
	applies, stated := c.When.Holds(s)
	if stated && !applies || c.spared(s) {
		return Finding{}, false
	}
	if met, _ := c.Needs.Holds(s); met {
		return Finding{}, false
	}
	f := Finding{Person: *s.holder.Person, Post: *s.post, Clause: c.ID}
	decided := c.Needs.Decide(s, known)
	if stated {
		f.Reason, f.Undecided = decided, decided.Output.IsZero()
		return f, true
	}
	f.Undecided = true
	f.Reason = problems.Reason(WhenOpen).Gives(rule.Compare, rule.Value{}).From(c.Needs.Source, c.Needs.Status)
	f.Reason.Parts = append(c.When.Decide(s, known).Unmet(), decided)
	return f, true
}

// spared tells whether a post held since before the clause is still within its
// days of grace.
func (c *Clause) spared(s *seat) bool {
	if c.Grace.IsZero() || !s.post.Period.From.Before(c.Period.From) {
		return false
	}
	last := c.Grace.After(c.Period.From)
	return !last.Before(s.day)
}

// Page explains the audit: one step for each finding.
func (r Report) Page() rule.Page {
	page := rule.Page{
		Title: rule.Words("兼职清理核查", "Audit of officials' posts"),
		Rule:  r.Rules,
		Lines: []rule.Line{
			{Label: rule.Words("核查日", "Day"), Value: rule.On(r.Day)},
			{Label: rule.Words("兼任职务", "Posts held"), Value: rule.Int(int64(r.Posts), rule.Item)},
			{Label: rule.Words("公职人员", "Officials"), Value: rule.Int(int64(r.Officials), rule.Person)},
			{Label: rule.Words("违规", "Breaches"), Value: rule.Int(int64(len(r.Breaches())), rule.Item)},
			{Label: rule.Words("待核实", "Undecided"), Value: rule.Int(int64(len(r.Undecided())), rule.Item)},
		},
	}
	for _, f := range r.Findings {
		code := Breach
		if f.Undecided {
			code = Open
		}
		step := problems.Reason(code, rule.With("person", rule.Word(f.Person.ID+" "+f.Person.Name)),
			rule.With("organization", rule.Word(f.Post.Organization)),
			rule.With("role", rule.Label(rule.Words(f.Post.Role.Label(language.Chinese), f.Post.Role.Label(language.English)))),
			rule.With("clause", rule.Word(f.Clause)))
		step.Parts = []rule.Reason{f.Reason}
		page.Steps = append(page.Steps, step)
	}
	return page
}
