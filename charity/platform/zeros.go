package platform

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Zeros looks into all three zeros on a day: over the needs and offers, and
// over the projects that the platform carries.
func (p *Platform) Zeros(projects []*charity.Project, on rule.Date) []charity.Check {
	return []charity.Check{p.Obstacle(on), charity.Risk(projects, on), p.Threshold(on)}
}

// Obstacle looks into zero obstacle on a day. The subjects are the needs not
// over and not met. One keeps it if the offers that fit it could meet it alone,
// whoever else wants them; else the reason names what is missing, and the
// offers of its item by what keeps them from it ([Missing]).
func (p *Platform) Obstacle(on rule.Date) charity.Check {
	c := charity.Check{Zero: charity.ZeroObstacle, Breaks: []rule.Reason{}}
	l := look{p: p, from: on}
	for need, w := range p.wants {
		if w.left <= 0 || !open(w.window, on) {
			continue
		}
		c.Subjects++
		short := w.left
		for _, pair := range l.pairs(nil, need) {
			short -= min(short, pair.Most)
		}
		if short == 0 {
			c.Kept++
		} else {
			c.Breaks = append(c.Breaks, l.missing(need, short))
		}
	}
	return c
}

// Threshold looks into zero threshold on a day. The subjects are the needs with
// a round that is not over, met or not. One keeps it if it has a role open to a
// person without skill, money or membership; else the reason says what its
// roles ask, if it has any ([NoOpenRole], [NoRole]).
func (p *Platform) Threshold(on rule.Date) charity.Check {
	c := charity.Check{Zero: charity.ZeroThreshold, Breaks: []rule.Reason{}}
	last := -1
	for _, w := range p.wants {
		if w.of == last || !open(w.window, on) {
			continue
		}
		last = w.of
		c.Subjects++
		n := &p.needs[w.of]
		if n.anybody() {
			c.Kept++
			continue
		}
		if len(n.Roles) == 0 {
			c.Breaks = append(c.Breaks, problems.Reason(NoRole, rule.With("need", rule.Word(n.ID))))
			continue
		}
		broken := problems.Reason(NoOpenRole, rule.With("need", rule.Word(n.ID)))
		for _, r := range n.Roles {
			broken.Parts = append(broken.Parts, problems.Reason(RoleAsks, rule.With("role", rule.Label(r.Title)), rule.With("asks", r.asks())))
		}
		c.Breaks = append(c.Breaks, broken)
	}
	return c
}

func (n *Need) anybody() bool {
	for _, r := range n.Roles {
		if r.Open() {
			return true
		}
	}
	return false
}

// asks says in words what the role asks of a person.
func (r Role) asks() rule.Value {
	var zh, en []string
	add := func(is bool, chinese, english string) {
		if is {
			zh, en = append(zh, chinese), append(en, english)
		}
	}
	add(r.Skill != "", "技能“"+r.Skill+"”", "the skill "+r.Skill)
	add(r.Money.Sign() > 0, r.Money.Value().In(language.Chinese), r.Money.Value().In(language.English))
	add(r.Member, "会员身份", "membership")
	return rule.Label(rule.Words(strings.Join(zh, "、"), strings.Join(en, ", ")))
}
