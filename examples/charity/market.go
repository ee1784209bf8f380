package main

import (
	"fmt"
	"math/rand/v2"

	"github.com/sancheng-go/sancheng/charity"
	"github.com/sancheng-go/sancheng/charity/platform"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// thing is something the invented market deals in.
type thing struct {
	resource platform.Resource
	item     string
	least    int // of a need
}

func things() []thing {
	return []thing{
		{platform.Places, "活动室", 2},
		{platform.Skills, "心理咨询", 3},
		{platform.Time, "陪伴", 20},
		{platform.Goods, "慰问包", 10},
		{platform.Skills, "手语", 1},
		{platform.Money, "", 200_000},
		{platform.Time, "搬运", 8},
	}
}

// market is what the projects that are under way on a day need, and what is
// offered to them: by the day and the seed, whatever else happened.
func market(projects []*charity.Project, on rule.Date) (*platform.Platform, error) {
	random := rand.New(rand.NewPCG(seed, 99))
	town := func(i int) org.Territory {
		return org.Area(fmt.Sprintf("330211%03d", []int{1, 2, 3, 4, 100, 101}[i%6]))
	}
	window := rule.Period{From: on, Until: on.AddDays(60)}
	var l platform.Lists
	for i, p := range projects {
		then := p.At(on)
		if then == nil || then.Stage() < charity.Incubate || then.Stage() > charity.Run {
			continue
		}
		for k := range 2 {
			t := things()[random.IntN(len(things()))]
			n := platform.Need{
				ID: fmt.Sprintf("%s-%d", p.Founding().ID, k+1), Party: p.Founding().Founder, By: platform.Organization, Project: p.Founding().ID,
				Resource: t.resource, Item: t.item, Quantity: int64(t.least * (1 + random.IntN(3))), Worth: int64(10 + random.IntN(20)),
				Place: org.Area(fmt.Sprintf("%s%03d", town(i), 1+i)), Window: window,
				Prefers: []platform.Preference{{If: rule.Is("local"), Points: 5}},
				Roles:   []platform.Role{{ID: "lead", Title: rule.Words("主持", "lead"), Skill: "组织活动"}},
			}
			if random.IntN(8) > 0 {
				n.Roles = append(n.Roles, platform.Role{ID: "hand", Title: rule.Words("搭把手", "lend a hand")})
			}
			l.Needs = append(l.Needs, n)
		}
	}
	for i := range 40 {
		t := things()[random.IntN(len(things())-1)] // nobody offers the last
		o := platform.Offer{
			ID: fmt.Sprintf("S%02d", i+1), Party: fmt.Sprintf("虚构供方%02d", i+1), By: platform.Parties()[i%5],
			Resource: t.resource, Item: t.item, Quantity: int64(t.least * (1 + random.IntN(3))), Window: window,
		}
		if random.IntN(2) == 0 {
			o.Place = town(random.IntN(6))
		}
		l.Offers = append(l.Offers, o)
	}
	return platform.New(l)
}
