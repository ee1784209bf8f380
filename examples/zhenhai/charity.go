package main

import (
	"fmt"
	"strconv"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/charity/micro"
	"github.com/sancheng-go/sancheng/charity/network"
	"github.com/sancheng-go/sancheng/charity/platform"
	"github.com/sancheng-go/sancheng/funding"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// beneficiaries counts the classes that synthetic projects reached.
func (w *world) beneficiaries(f *fact) error {
	line, err := charity.New(charity.FiveStages())
	if err != nil {
		return err
	}
	var projects []*charity.Project
	for i, class := range []string{"aged", "unemployed-women", "cancer", "autism", "other", "aged"} {
		p, err := serving(line, "B"+strconv.Itoa(i), []charity.Event{{Class: class, Persons: 40, Times: int64(40 + 25*i)}})
		if err != nil {
			return err
		}
		projects = append(projects, p)
	}
	all, err := charity.NewPortfolio(projects, w.asOf)
	if err != nil {
		return err
	}
	named, persons, times := 0, int64(0), int64(0)
	for _, class := range all.Classes {
		if class.Class != "other" {
			named++
		}
		persons, times = persons+class.Persons, times+class.Times
	}
	f.exactly("named", named, "charity.NewPortfolio", rule.Words("虚构项目服务到的列名人群", "named classes that synthetic projects reached"))
	f.derived(rule.Words("受益人次不少于人数", "person-times are no fewer than persons"), rule.Int(times, rule.PersonTime), times >= persons, "charity.ClassRow")
	return nil
}

// serving is a synthetic project that serves people as the events say, one a day.
func serving(line *charity.Pipeline, id string, served []charity.Event) (*charity.Project, error) {
	var events []charity.Event
	for _, e := range story() {
		if e.Kind != charity.Serve {
			events = append(events, e)
			continue
		}
		for _, s := range served {
			s.Kind, s.Date = charity.Serve, e.Date
			events = append(events, s)
		}
	}
	day := events[0].Date
	for i := range events {
		if i > 0 && events[i-1].Kind == charity.Serve || events[i].Date.Before(day) {
			events[i].Date = day.AddDays(1)
		}
		day = events[i].Date
		events[i].Project, events[i].Number = id, i+1
	}
	return line.Fold(charity.Founding{ID: id, Title: "虚构项目", Founder: "虚构协会", Date: rule.Day(2014, 3, 1)}, events)
}

// counselling tallies two synthetic projects: sessions and lectures.
func (w *world) counselling(f *fact) error {
	line, err := charity.New(charity.FiveStages())
	if err != nil {
		return err
	}
	var sessions, lectures []charity.Event
	for range 62 {
		sessions = append(sessions, charity.Event{Class: "other", Persons: 5, Times: 8})
	}
	for i := range 108 {
		people := int64(130 + i%20)
		lectures = append(lectures, charity.Event{Class: "other", Persons: people, Times: people})
	}
	advice, err := serving(line, "C1", sessions)
	if err != nil {
		return err
	}
	talks, err := serving(line, "C2", lectures)
	if err != nil {
		return err
	}
	count := func(p *charity.Project) (events int, persons, times int64, err error) {
		alone, err := charity.NewPortfolio([]*charity.Project{p}, w.asOf)
		if err != nil {
			return 0, 0, 0, err
		}
		for _, e := range p.Events() {
			if e.Kind == charity.Serve && !w.asOf.Before(e.Date) {
				events++
			}
		}
		return events, alone.Classes[0].Persons, alone.Classes[0].Times, nil
	}
	_, advised, times, err := count(advice)
	if err != nil {
		return err
	}
	held, attended, _, err := count(talks)
	if err != nil {
		return err
	}
	f.exactly("counselled", int(times), "charity.NewPortfolio", rule.Words("心理咨询(虚构)", "counselled (synthetic)"))
	f.exactly("lectures", held, "charity.Project.Events", rule.Words("讲座沙龙(虚构)", "lectures (synthetic)"))
	f.exactly("reached", int(advised+attended), "charity.NewPortfolio", rule.Words("受益人群(虚构)", "people reached (synthetic)"))
	return nil
}

// micro counts synthetic small projects over the illustrative catalogue.
func (w *world) micro(f *fact) error {
	desk, err := micro.New(micro.EighteenClasses())
	if err != nil {
		return err
	}
	var services []string
	for _, class := range desk.Rules().Classes {
		for _, kind := range class.Kinds {
			services = append(services, kind.ID)
		}
	}
	var projects []*micro.Project
	for i := range 360 {
		p := micro.Proposal{
			ID: "M" + strconv.Itoa(1000+i), Title: "虚构心愿", Service: services[i%len(services)], Organization: "虚构社",
			Territory: hamlet(towns()[i%len(towns())], i), Cost: funding.Yuan(int64(100 + 37*(i%100))), Date: rule.Day(2013, 1, 4).AddDays(2 * i),
		}
		approval, _, _ := desk.Approval(p.Cost)
		events := []micro.Event{
			{Act: micro.Approve, By: approval.By, Amount: p.Cost, Date: p.Date.AddDays(1)},
			{Act: micro.Start, Date: p.Date.AddDays(2)},
			{Act: micro.Finish, Amount: p.Cost, Persons: 8, Times: 20, Date: p.Date.AddDays(3 + i%14)},
		}
		if i >= 351 { // the last are still being done
			events = events[:2]
		}
		for k := range events {
			events[k].Project, events[k].Number = p.ID, k+1
		}
		made, err := desk.Fold(p, events)
		if err != nil {
			return err
		}
		projects = append(projects, made)
	}
	tally, err := desk.Count(projects, w.asOf)
	if err != nil {
		return err
	}
	f.exactly("projects", tally.Done, "micro.Desk.Count", rule.Words("办结的微民生项目(虚构)", "micro-livelihood projects done (synthetic)"))
	f.exactly("classes", len(tally.Classes), "micro.Desk.Count", rule.Words("服务大类(目录为示例)", "classes of service (illustrative catalogue)"))
	f.exactly("kinds", tally.Kinds, "micro.Desk.Count", rule.Words("服务小类(目录为示例)", "kinds of service (illustrative catalogue)"))
	agree, reason := micro.Relate(f.figure("projects").Interval(), f.figure("classes").Interval(), f.figure("kinds").Interval())
	f.derived(rule.Words("由原数推得小类数", "kinds, as the figures bound them"), rule.Label(agree.WordsOf(rule.Item)), reason.Holds(), "micro.Relate", reason)
	f.derived(rule.Words("平均用时(虚构)", "mean life (synthetic)"), tally.MeanDays(), tally.Longest < 30, "micro.Tally.MeanDays")
	return nil
}

// charityNetwork founds a synthetic network and counts what stands in it.
func (w *world) charityNetwork(f *fact) error {
	n, err := network.DistrictNetwork().Fold(charityNodes(w.district))
	if err != nil {
		return err
	}
	reach := n.At(w.asOf).Coverage(towns())
	kinds := map[network.Kind]bool{}
	hosts := map[network.Host]bool{}
	for _, s := range reach.Seats {
		kinds[s.Kind], hosts[s.Host] = true, true
	}
	f.exactly("node_kinds", len(kinds), "network.Network.Coverage", rule.Words("节点种类(虚构网络)", "kinds of node (synthetic network)"))
	f.derived(rule.Words("设立地点:区、镇、村、组织、企业、学校", "seats: district, towns, villages, organizations, enterprises, schools"),
		rule.Int(int64(len(hosts)), rule.Item), len(hosts) == len(network.Hosts()), "network.Coverage")
	f.derived(rule.Words("覆盖的镇(街道)", "towns and subdistricts covered"), reach.Levels[0].Share(), len(reach.Levels[0].Gaps) == 0, "network.LevelReach.Share")
	refused, err := n.Apply(network.Event{Number: len(n.Events()) + 1, Date: w.asOf, Act: network.Close, Node: "core"})
	if err != nil {
		return err
	}
	f.derived(rule.Words("撤销核心:拒绝,其下尚有节点", "closing the core: refused, nodes hang on it"), rule.Int(int64(len(refused.Parts)), rule.Item),
		!refused.Holds(), "network.Network.Apply", refused)
	return nil
}

// charityNodes are the invented nodes: a branch in every town, and below them
// stations and funds at every kind of host.
func charityNodes(district org.Territory) []network.Event {
	var events []network.Event
	add := func(id, under string, kind network.Kind, host network.Host, in org.Territory) {
		events = append(events, network.Event{
			Number: len(events) + 1, Date: rule.Day(2012, 3, 5).AddDays(7 * len(events)), Act: network.Found, Node: id, Under: under,
			Seat:  &network.Seat{Name: "虚构" + id, Kind: kind, Host: host, Territory: in},
			Facts: rule.FactMap{"officers": rule.Int(5, rule.Person), "has-place": rule.Flag(true), "deed": rule.Flag(true)},
		})
	}
	add("core", "", network.Federation, network.District, district)
	for i, town := range towns() {
		branch := "branch-" + strconv.Itoa(i+1)
		add(branch, "core", network.Branch, network.Town, town)
		for j, host := range []network.Host{network.Village, network.Organization, network.Enterprise, network.School} {
			station := branch + "-" + strconv.Itoa(j+1)
			add(station, branch, network.Workstation, host, hamlet(town, j))
			if i == j {
				add(station+"-fund", station, network.NamedFund, host, hamlet(town, j))
			}
		}
	}
	return events
}

// zeros checks the three promises over a synthetic platform.
func (w *world) zeros(f *fact) error {
	line, err := charity.New(charity.FiveStages())
	if err != nil {
		return err
	}
	project, err := failed(line)
	if err != nil {
		return err
	}
	needs, offers := market(w.asOf)
	p, err := platform.New(platform.Lists{Needs: needs, Offers: offers})
	if err != nil {
		return err
	}
	checks := p.Zeros([]*charity.Project{project}, w.asOf)
	f.exactly("zeros", len(checks), "platform.Platform.Zeros", rule.Words("可核对的“零”", "zeros that can be checked"))
	for _, c := range checks {
		f.derived(rule.Words(c.Zero.Label(language.Chinese)+"(虚构平台)", c.Zero.Label(language.English)+" (synthetic platform)"), c.Measure(), c.Holds() && c.Subjects > 0, "charity.Check", c.Breaks...)
	}
	short, err := platform.New(platform.Lists{Needs: needs, Offers: offers[1:]})
	if err != nil {
		return err
	}
	broken := short.Obstacle(w.asOf)
	f.derived(rule.Words("撤走一项供给:核对不通过,指明所缺", "with one offer gone the check fails and names what is missing"),
		rule.Int(int64(len(broken.Breaks)), rule.Item), !broken.Holds(), "platform.Platform.Obstacle", broken.Breaks...)
	best, err := p.Match(platform.MostMet, w.asOf)
	if err != nil {
		return err
	}
	f.derived(rule.Words("最优对接满足的需求(虚构)", "needs met by the best assignment (synthetic)"),
		rule.Int(int64(best.Met), rule.Item), best.Met == len(needs), "platform.Platform.Match")
	return nil
}

// failed is a synthetic project that failed in raising and gave all back.
func failed(line *charity.Pipeline) (*charity.Project, error) {
	events := story()[:4]
	gift := events[3]
	events = append(events,
		charity.Event{Kind: charity.Fail, Note: "筹资不足"},
		charity.Event{Kind: charity.Refund, Party: gift.Party, Source: gift.Source, Amount: gift.Amount},
		charity.Event{Kind: charity.Settle})
	for i := range events {
		events[i].Project, events[i].Number, events[i].Date = "Z1", i+1, rule.Day(2014, 3, 1).AddDays(5*(i+1))
	}
	return line.Fold(charity.Founding{ID: "Z1", Title: "虚构项目", Founder: "虚构协会", Date: rule.Day(2014, 3, 1)}, events)
}

// market is a need and an offer of every resource; those of a kind fit.
func market(on rule.Date) ([]platform.Need, []platform.Offer) {
	window := rule.Period{From: on, Until: on.AddDays(30)}
	var needs []platform.Need
	var offers []platform.Offer
	for i, r := range platform.Resources() {
		item, quantity := "", int64(5_000_00)
		if r != platform.Money {
			item, quantity = "虚构"+r.String(), int64(5+i)
		}
		needs = append(needs, platform.Need{
			ID: "N-" + r.String(), Party: "虚构社", By: platform.Organization, Resource: r, Item: item, Quantity: quantity, Worth: 10,
			Place: hamlet(towns()[i], i), Window: window,
			Roles: []platform.Role{
				{ID: "host", Title: rule.Words("主持", "host"), Skill: "虚构技能"},
				{ID: "hand", Title: rule.Words("搭把手", "lend a hand")},
			},
		})
		offers = append(offers, platform.Offer{
			ID: "O-" + r.String(), Party: "虚构供方", By: platform.Parties()[i], Resource: r, Item: item, Quantity: quantity,
			Place: towns()[i], Window: window,
		})
	}
	return needs, offers
}

// hamlet is an invented village or community of a town.
func hamlet(town org.Territory, n int) org.Territory {
	return org.Area(fmt.Sprintf("%s%03d", town, 1+n%20))
}
