package network_test

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/network"
	"github.com/sancheng-go/sancheng/org/rule"
)

func ExampleNetwork_Service() {
	since := rule.Day(2012, 1, 1)
	registry, err := org.NewRegistry([]org.Organization{
		{ID: "A", Registered: since, Profile: org.Profile{Name: "虚构书画社", Kind: org.SocialGroup, Sector: org.Culture, Territory: org.Area("330211001002")}},
		{ID: "B", Registered: since, Profile: org.Profile{Name: "虚构球队", Kind: org.SocialGroup, Sector: org.Sport, Territory: org.Area("330211004001")}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	n, err := network.New(network.Lists{
		Rules: network.ThreeLevels(), District: org.Area("330211"),
		Divisions: []org.Territory{org.Area("330211001"), org.Area("330211004")},
		Nodes: []network.Node{
			{ID: "zhaobaoshan", Name: "虚构街道服务中心", Kind: network.Centre, Territory: org.Area("330211001"), Period: rule.Since(since)},
			{ID: "culture", Name: "虚构文化枢纽", Kind: network.Hub, Sectors: []org.Sector{org.Culture}, Territory: org.Area("330211"), Period: rule.Since(since)},
		},
	}, registry)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := n.Service(rule.Day(2015, 3, 31))
	for _, line := range s.Lines {
		fmt.Println(line.Line, line.Served, "served,", line.Unserved, "not")
	}
	fmt.Println("orphans", s.Orphans)
	// Output:
	// territorial 1 served, 1 not
	// sectoral 1 served, 1 not
	// orphans [B]
}
