package district

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/network"
	"github.com/sancheng-go/sancheng/org/rule"
)

// nodes are the federations, centres, stations and hubs with their times.
func nodes() []network.Node {
	opened := rule.Day(2014, 11, 28)
	named := map[string]founder{}
	for _, f := range founders() {
		named[f.id] = f
	}
	run := func(id string, kind network.Kind, sectors ...org.Sector) network.Node {
		f := named[id]
		return network.Node{ID: "n-" + id, Name: f.name, Kind: kind, Territory: f.where, Sectors: sectors, Organization: id, Period: rule.Since(f.on)}
	}
	welfare := run(Welfare, network.Centre)
	welfare.Purpose, welfare.Period = network.PublicWelfare, rule.Since(opened)
	list := []network.Node{
		run(Federation, network.Federation), run(firstStreet, network.Federation), welfare,
		{ID: "n-centre-volunteers", Name: "虚构区志愿者服务中心", Kind: network.Centre, Purpose: network.Volunteering, Territory: Area(), Period: rule.Since(opened)},
		{ID: "n-centre-party", Name: "虚构区社会组织党建服务中心", Kind: network.Centre, Purpose: network.PartyBuilding, Territory: Area(), Period: rule.Since(opened)},
		run("hub-culture", network.Hub, org.Culture), run("hub-sport", network.Hub, org.Sport),
		run("hub-service", network.Hub, org.SocialService), run("association-34", network.Hub, org.Business),
	}
	for i := range towns() {
		list = append(list, run(fmt.Sprintf("centre-town-%d", i+1), network.Centre))
	}
	return append(list, stations()...)
}

// stations are in every fifth village, the first in Zhuangshi, and one that
// was closed again.
func stations() []network.Node {
	var list []network.Node
	on := rule.Day(2012, 2, 1)
	add := func(t org.Territory, period rule.Period) {
		n := len(list) + 1
		list = append(list, network.Node{
			ID: fmt.Sprintf("n-station-%02d", n), Name: fmt.Sprintf("虚构社会组织服务站%02d", n), Kind: network.Station, Territory: t, Period: period,
		})
	}
	first := village(towns()[3], 6)
	add(first, rule.Since(rule.Day(2011, 6, 15)))
	add(village(towns()[0], 3), rule.Period{From: rule.Day(2012, 1, 10), Until: rule.Day(2013, 12, 31)})
	for i, v := range Villages() {
		if i%5 == 2 && v != first && len(list) < 18 {
			add(v, rule.Since(on))
			on = on.AddDays(58)
		}
	}
	return list
}

func makeNetwork(registry org.Registry) (*network.Network, error) {
	return network.New(network.Lists{
		Rules: network.ThreeLevels(), District: Area(), Divisions: append(Towns(), Villages()...), Nodes: nodes(),
	}, registry)
}
