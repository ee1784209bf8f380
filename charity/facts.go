package charity

import (
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org/rule"
)

// kept holds the facts that a project's events and ledger keep by themselves.
// Conditions may ask for them; nobody states them.
var kept = [...]struct {
	name string
	rule.Fact
}{
	{"amount", yuan("本次金额", "amount of this event")},
	{"stage-days", rule.Fact{Type: rule.NumberType, Unit: rule.DayUnit, Label: rule.Words("在本阶段天数", "days in this stage")}},
	{"target", yuan("筹资目标", "target of the campaign")},
	{"raised", yuan("已筹金额", "money raised")},
	{"matched", yuan("已到配套", "matching money received")},
	{"gap", yuan("筹资缺口", "still short of the terms of the campaign")},
	{"campaign-open", flag("筹资进行中", "campaign still open")},
	{"campaign-over", flag("筹资已过截止日", "campaign past its last day")},
	{"refused-excess", yuan("超出目标的捐款", "gift above the target, refused by the terms")},
	{"owed", yuan("应退未退", "refunds owed")},
	{"promised", yuan("认捐未到账", "promised, not received")},
	{"committed", yuan("已承担未支付", "committed, not paid")},
	{"unfunded", yuan("超出可动用资金与认捐的金额", "amount beyond free money and promises")},
	{"not-free", yuan("超出可动用资金的金额", "amount beyond free money")},
	{"cash-short", yuan("超出账户资金的金额", "amount beyond the cash at hand")},
	{"budget", yuan("预算", "budget")},
	{"over-budget", yuan("超出预算的金额", "amount over the budget")},
	{"milestones", count("节点数", "milestones set")},
	{"milestones-open", count("未达成节点", "milestones not reached")},
	{"offers", count("推介洽谈次数", "offers made")},
	{"agreements", count("协议数", "agreements")},
	{"reports-due", count("未报告的拨付", "payments not reported on")},
	{"persons", rule.Fact{Type: rule.NumberType, Unit: rule.Person, Label: rule.Words("受益人数", "persons served")}},
	{"person-times", rule.Fact{Type: rule.NumberType, Unit: rule.PersonTime, Label: rule.Words("受益人次", "person-times served")}},
	{"ledger-open", yuan("账上未了结金额", "balances open in the ledger")},
}

func yuan(zh, en string) rule.Fact {
	return rule.Fact{Type: rule.NumberType, Unit: rule.Yuan, Label: rule.Words(zh, en)}
}

func flag(zh, en string) rule.Fact {
	return rule.Fact{Type: rule.FlagType, Label: rule.Words(zh, en)}
}

func count(zh, en string) rule.Fact {
	return rule.Fact{Type: rule.NumberType, Unit: rule.Item, Label: rule.Words(zh, en)}
}

// KeptFacts returns the facts that a project's events and ledger keep by
// themselves: conditions may ask for them, and no event may state them.
func KeptFacts() rule.Vocabulary {
	v := make(rule.Vocabulary, len(kept))
	for _, fact := range kept {
		v[fact.name] = fact.Fact
	}
	return v
}

// situation answers what is known when an event asks to be let through: what
// the event states, what was stated before, and what the project keeps.
type situation struct {
	p *Project
	e *Event
}

// Fact returns a fact of the project as the event finds it.
func (s situation) Fact(name string) (rule.Value, bool) {
	if v, ok := s.e.Facts[name]; ok {
		return v, true
	}
	if v, ok := s.p.facts[name]; ok {
		return v, true
	}
	p, amount := s.p, s.e.Amount.Fen()
	switch name {
	case "stage-days":
		return rule.Int(int64(s.e.Date.DaysSince(p.Since())), rule.DayUnit), true
	case "campaign-open":
		return rule.Flag(p.open), true
	case "campaign-over":
		return rule.Flag(p.deadline.Before(s.e.Date)), !p.deadline.IsZero()
	case "milestones":
		return rule.Int(int64(len(p.milestones)), rule.Item), true
	case "milestones-open":
		return rule.Int(int64(p.unreached()), rule.Item), true
	case "offers":
		return rule.Int(int64(p.offers), rule.Item), true
	case "agreements":
		return rule.Int(int64(p.agreements), rule.Item), true
	case "reports-due":
		return rule.Int(int64(p.unreported), rule.Item), true
	case "persons":
		return rule.Int(p.persons, rule.Person), true
	case "person-times":
		return rule.Int(p.times, rule.PersonTime), true
	case "target", "gap", "refused-excess":
		if p.campaign == nil {
			return rule.Value{}, false
		}
	}
	fen, ok := p.yuan(name, s.e, amount)
	if !ok {
		return rule.Value{}, false
	}
	return funding.Fen(fen).Value(), true
}

// yuan returns the facts that are amounts, in fen.
func (p *Project) yuan(name string, e *Event, amount int64) (int64, bool) {
	switch name {
	case "amount":
		return amount, true
	case "target":
		return p.target, true
	case "raised":
		return p.raised, true
	case "matched":
		return p.matched, true
	case "gap":
		return p.gap(), true
	case "refused-excess":
		if p.campaign.Excess != RefuseExcess {
			return 0, true
		}
		return max(0, p.raised+amount-p.target), true
	case "owed":
		return p.owed, true
	case "promised":
		return p.promised(), true
	case "committed":
		return p.committed(), true
	case "unfunded":
		return max(0, amount-p.free()-p.promised()), true
	case "not-free":
		own := int64(0)
		if e.Kind == Refund {
			own = -p.book.Balance(Account{Owed, e.Source, e.Party}).Fen()
		}
		return max(0, amount-own-p.free()), true
	case "cash-short":
		return max(0, amount-p.held()), true
	case "budget":
		return p.budget, true
	case "over-budget":
		if e.Kind != Commit {
			amount = 0
		}
		return max(0, p.spent+p.committed()+amount-p.budget), true
	case "ledger-open":
		open := int64(0)
		for _, balance := range p.book.All {
			open += max(0, balance.Fen())
		}
		return open, true
	}
	return 0, false
}

// held is the money at hand that nobody is to have back, in fen.
func (p *Project) held() int64 { return p.book.Balance(Account{Kind: Cash}).Fen() - p.owed }

func (p *Project) committed() int64 { return p.book.Balance(Account{Kind: Reserved}).Fen() }

func (p *Project) promised() int64 { return -p.book.Balance(Account{Kind: Promised}).Fen() }

// free is the money at hand that is not committed, in fen.
func (p *Project) free() int64 { return p.held() - p.committed() }

// gap is what the campaign still lacks by its terms, in fen.
func (p *Project) gap() int64 {
	if p.campaign.Mode == KeepRaised {
		return max(0, p.campaign.Least.Fen()-p.raised)
	}
	return max(0, p.target-p.raised)
}

func (p *Project) unreached() int {
	n := 0
	for _, m := range p.milestones {
		if m.Reached.IsZero() {
			n++
		}
	}
	return n
}
