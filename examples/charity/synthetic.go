package main

import (
	"fmt"
	"math/rand/v2"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

const (
	seed  = 20150421
	count = 60
)

func end() rule.Date { return rule.Day(2014, 12, 31) }

// turn is what happens to a project on its way.
type turn uint8

const (
	smooth    turn = iota
	unworthy       // the assessment is not passed
	unfunded       // the campaign is all or nothing and falls short
	paused         // it rests for a while
	returned       // it goes back from promotion to incubation
	forsaken       // the sponsor does not pay, the federation covers what is owed
	paidFor        // the same, and its founder pays
	stranded       // the same, and nobody does
	fruitless      // its evaluation is not passed
	stalled        // its pilot is never reached
)

// turnOf says which project takes which turn.
func turnOf(i int) turn {
	switch {
	case i%10 == 3:
		return unworthy
	case i%8 == 5:
		return unfunded
	case i == 20:
		return paidFor
	case i == 26:
		return stranded
	case i == 30, i == 44:
		return stalled
	case i%12 == 6:
		return forsaken
	case i%9 == 7:
		return paused
	case i%11 == 8:
		return returned
	case i%14 == 12:
		return fruitless
	}
	return smooth
}

// life carries one project through its story until the last day.
type life struct {
	p      *charity.Project
	random *rand.Rand
	day    rule.Date
	over   bool
	err    error
}

// sixty makes the projects: one is founded every eleven days.
func sixty() ([]*charity.Project, error) {
	line, err := charity.New(charity.FiveStages())
	if err != nil {
		return nil, err
	}
	titles := [...]string{"银龄餐桌", "巧手坊", "暖心病房", "星星课堂", "邻里课堂", "独居探访", "家电义修", "康复同行", "急救进村", "亲子书屋"}
	var out []*charity.Project
	for i := range count {
		p, err := line.Open(charity.Founding{
			ID: fmt.Sprintf("P%02d", i+1), Title: titles[i%len(titles)] + "(虚构)", Founder: fmt.Sprintf("虚构社%02d", i%17+1),
			Date: rule.Day(2013, 1, 5).AddDays(11 * i),
		})
		if err != nil {
			return nil, err
		}
		l := &life{p: p, random: rand.New(rand.NewPCG(seed, uint64(i))), day: p.Founding().Date}
		l.live(turnOf(i), i)
		if l.err != nil {
			return nil, l.err
		}
		out = append(out, p)
	}
	return out, nil
}

// do lets an event happen some days later, unless the last day is past.
func (l *life) do(later int, e charity.Event) {
	day := l.day.AddDays(later)
	if l.over || l.err != nil || end().Before(day) {
		l.over = true
		return
	}
	l.day = day
	e.Project, e.Number, e.Date = l.p.Founding().ID, len(l.p.Events())+1, day
	reason, err := l.p.Apply(e)
	if err == nil && !reason.Holds() {
		err = problems.Problem("", StoryRefused, rule.With("project", rule.Word(e.Project)), rule.With("event", rule.Word(e.Kind.String())))
	}
	l.err = err
}

func (l *life) between(least, most int) int { return least + l.random.IntN(most-least+1) }

// cash is the money at hand.
func (l *life) cash() funding.Money {
	for _, b := range l.p.Balances() {
		if b.Account.Kind == charity.Cash {
			return b.Amount
		}
	}
	return funding.Money{}
}

func part(m funding.Money, percent int64) funding.Money {
	return funding.Yuan(m.Fen() / 10_000 * percent) // whole yuan
}

func (l *life) live(t turn, i int) {
	score := int64(l.between(62, 98))
	if t == unworthy {
		score = int64(l.between(40, 59))
	}
	yes := rule.Flag(true)
	l.do(l.between(5, 30), charity.Event{Kind: charity.Record, Facts: rule.FactMap{"need": yes, "feasible": yes, "score": rule.Int(score, rule.Point)}})
	if t == unworthy {
		l.do(5, charity.Event{Kind: charity.Withdraw, Note: "评审未通过"})
		l.do(3, charity.Event{Kind: charity.Settle})
		return
	}
	l.do(l.between(3, 20), charity.Event{Kind: charity.Approve})
	if !l.raise(t) {
		return
	}
	l.incubate(t)
	sponsor := charity.Event{Kind: charity.Agree, Party: "虚构街道", Source: funding.Subdistrict, Amount: funding.Yuan(int64(l.between(4, 12)) * 500)}
	l.do(l.between(5, 25), charity.Event{Kind: charity.Offer, Party: sponsor.Party})
	if t == returned {
		l.do(5, charity.Event{Kind: charity.Return, Note: "推介意见:方案须完善"})
		l.do(20, charity.Event{Kind: charity.Graduate})
	}
	l.do(l.between(5, 25), sponsor)
	l.do(l.between(2, 10), charity.Event{Kind: charity.Launch})
	if t == forsaken || t == paidFor || t == stranded {
		l.forsaken(t, sponsor.Amount)
		return
	}
	sponsor.Kind = charity.Give
	l.do(l.between(2, 20), sponsor)
	l.serve(t, i)
}

// raise opens a campaign and says whether it brought enough.
func (l *life) raise(t turn) bool {
	target := funding.Yuan(int64(l.between(4, 14)) * 5_000)
	terms := charity.Campaign{Mode: charity.KeepRaised, Least: part(target, 50), Excess: []charity.Excess{charity.KeepExcess, charity.TrimProRata, charity.TrimLatest}[l.random.IntN(3)]}
	reach := l.between(75, 130)
	if t == unfunded {
		terms.Mode, terms.Least, reach = charity.AllOrNothing, funding.Money{}, l.between(30, 80)
	}
	last := l.day.AddDays(62)
	l.do(2, charity.Event{Kind: charity.OpenCampaign, Amount: target, Until: last, Campaign: &terms})
	givers := []charity.Event{
		{Party: "虚构企业甲", Source: funding.Enterprise},
		{Party: "虚构企业乙", Source: funding.Enterprise},
		{Party: "虚构基金会", Source: funding.Foundation},
		{Party: "虚构商会", Source: funding.Organization},
		{Party: "虚构捐赠人", Source: funding.Individual},
		{Party: "虚构居民", Source: funding.Individual},
	}
	l.random.Shuffle(len(givers), func(i, j int) { givers[i], givers[j] = givers[j], givers[i] })
	givers = givers[:l.between(3, 6)]
	for _, g := range givers {
		g.Kind, g.Amount = charity.Give, part(target, int64(reach/len(givers)))
		l.do(l.between(2, 8), g)
	}
	l.do(last.DaysSince(l.day)+1, charity.Event{Kind: charity.Tally})
	l.giveBack(charity.Owed)
	if t == unfunded {
		l.do(3, charity.Event{Kind: charity.Fail, Note: "筹资未达标"})
		l.do(2, charity.Event{Kind: charity.Settle})
		return false
	}
	if !l.over && l.err == nil && l.random.IntN(2) == 0 {
		l.match()
	}
	l.do(l.between(2, 10), charity.Event{Kind: charity.Secure})
	return !l.over
}

// match settles a round of the 1+3+X scheme with this project alone.
func (l *life) match() {
	district := org.Area("330211")
	request := l.p.Request(part(l.cash(), 150), district)
	settled, err := funding.Settle(funding.OneThreeX(district), []funding.Request{request})
	if err != nil {
		l.err = err
		return
	}
	events, err := l.p.Matches(settled, l.day)
	if err != nil {
		l.err = err
		return
	}
	for _, e := range events {
		l.do(1, e)
	}
}

// giveBack refunds all that stands on accounts of these kinds.
func (l *life) giveBack(kinds ...charity.AccountKind) {
	for _, b := range l.p.Balances() {
		for _, k := range kinds {
			if b.Account.Kind == k {
				l.do(1, charity.Event{Kind: charity.Refund, Party: b.Account.Party, Source: b.Account.Source, Amount: funding.Fen(-b.Amount.Fen())})
			}
		}
	}
}

func (l *life) incubate(t turn) {
	budget := funding.Yuan(l.cash().Fen()/100 + 6_000) // with what a sponsor may bring
	yes := rule.Flag(true)
	l.do(5, charity.Event{Kind: charity.Plan, Name: "服务", Amount: part(budget, 80), Facts: rule.FactMap{"mentor": rule.Word("虚构导师"), "has-mentor": yes}})
	l.do(1, charity.Event{Kind: charity.Plan, Name: "管理", Amount: part(budget, 20)})
	l.do(2, charity.Event{Kind: charity.SetMilestone, Name: "试点", Until: l.day.AddDays(60)})
	if t == stalled {
		l.over = true
		return
	}
	if t == paused {
		l.do(10, charity.Event{Kind: charity.Pause, Note: "场地修缮"})
		l.do(45, charity.Event{Kind: charity.Resume})
	}
	l.do(l.between(30, 75), charity.Event{Kind: charity.ReachMilestone, Name: "试点"})
	l.do(l.between(5, 20), charity.Event{Kind: charity.Record, Facts: rule.FactMap{"left-base": yes}})
	l.do(3, charity.Event{Kind: charity.Graduate})
}

// forsaken commits on the strength of a promise that is not kept.
func (l *life) forsaken(t turn, promised funding.Money) {
	held := part(l.cash(), 100)
	l.do(5, charity.Event{Kind: charity.Commit, Party: "虚构讲师团", Amount: held})
	l.do(2, charity.Event{Kind: charity.Commit, Party: "虚构场地方", Amount: part(promised, 80)})
	l.do(15, charity.Event{Kind: charity.Fail, Note: "合作方未履约"})
	if t == stranded {
		return
	}
	cover := charity.Event{Kind: charity.Cover, Party: "区慈善总会风险金(虚构)", Source: funding.Foundation, Amount: part(promised, 80)}
	if t == paidFor {
		cover.Party, cover.Source = l.p.Founding().Founder, funding.Organization
	}
	l.do(20, cover)
	l.do(5, charity.Event{Kind: charity.Pay, Party: "虚构讲师团", Amount: held})
	l.do(1, charity.Event{Kind: charity.Pay, Party: "虚构场地方", Amount: part(promised, 80)})
	l.giveBack(charity.Gifts, charity.Matching, charity.Covering)
	l.do(3, charity.Event{Kind: charity.Settle})
}

// serve runs the project: two payments, reports, people, and the rest passed on.
func (l *life) serve(t turn, i int) {
	class := [...]string{"aged", "unemployed-women", "cancer", "autism", "other"}[i%5]
	all := part(l.cash(), 90)
	first := part(all, 50)
	l.do(5, charity.Event{Kind: charity.Commit, Party: "虚构讲师团", Amount: all})
	l.do(5, charity.Event{Kind: charity.Pay, Party: "虚构讲师团", Amount: first})
	for range 3 {
		persons := int64(l.between(20, 90))
		l.do(l.between(10, 25), charity.Event{Kind: charity.Serve, Class: class, Persons: persons, Times: persons * int64(l.between(1, 6))})
	}
	l.do(3, charity.Event{Kind: charity.Report, Name: "中期报告"})
	l.do(10, charity.Event{Kind: charity.Pay, Party: "虚构讲师团", Amount: funding.Fen(all.Fen() - first.Fen())})
	l.do(20, charity.Event{Kind: charity.Serve, Class: class, Persons: 10, Times: 40})
	result := int64(l.between(65, 99))
	if t == fruitless {
		result = 48
	}
	l.do(15, charity.Event{Kind: charity.Report, Name: "末期报告", Facts: rule.FactMap{"result": rule.Int(result, rule.Point)}})
	if t == fruitless {
		l.do(5, charity.Event{Kind: charity.Fail, Note: "绩效评估未通过"})
		l.giveBack(charity.Gifts, charity.Matching)
		l.do(2, charity.Event{Kind: charity.Settle})
		return
	}
	l.do(5, charity.Event{Kind: charity.PassOn, Party: "区慈善总会(虚构)", Amount: l.cash(), Note: "结余用于相近目的"})
	l.do(2, charity.Event{Kind: charity.Complete})
}
