package charity

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Request turns what the project raised into a request for the round of a
// funding scheme, which says who matches it: the cost asked for is the whole
// one, and the money raised is its social money.
func (p *Project) Request(cost funding.Money, territory org.Territory) funding.Request {
	return funding.Request{
		ID: p.founding.ID, Organization: p.founding.Founder, Territory: territory,
		Asked: cost, Social: funding.Fen(min(p.raised, cost.Fen())), Date: p.Last(),
	}
}

// Matches returns what a settled round pays the project, as the events that say
// so, numbered on from its last: one for each source that pays, but for those
// that only count the social money secured. A round without the project's
// request is a problem ([NotInRound]).
func (p *Project) Matches(settled *funding.Settlement, date rule.Date) ([]Event, error) {
	i, ok := settled.Find(p.founding.ID)
	if !ok {
		return nil, problems.Problem("", NotInRound, rule.With("project", rule.Quoted(p.founding.ID)))
	}
	var out []Event
	for j, s := range settled.Scheme().Sources {
		pays := settled.Cell(i, j)
		if s.Rule.Method == funding.Secured || pays.Sign() <= 0 {
			continue
		}
		out = append(out, Event{
			Project: p.founding.ID, Number: len(p.events) + len(out) + 1, Date: date,
			Kind: Match, Party: s.Title.ZH, Source: s.Kind, Amount: pays,
		})
	}
	return out, nil
}
