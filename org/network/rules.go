package network

import (
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Rules say which nodes a network has.
type Rules struct {
	rule.Head
	Tiers []Tier `json:"tiers"`
}

// Tier is a kind of node at a level of territory.
type Tier struct {
	Level org.Level `json:"level"`
	Kind  Kind      `json:"kind"`
	Every bool      `json:"every,omitzero"` // every division of the level should have one
	Down  int       `json:"down,omitzero"`  // levels below its own whose organizations it still serves
}

// Validate reports every fault of the rules: those of the head, no tiers,
// levels and kinds not stated, one kind twice at a level ([TierTwice]), and a
// reach beyond the lowest level ([TierReach]).
func (r Rules) Validate() error {
	var found rule.Problems
	found.Nest("", r.Head.Validate())
	if len(r.Tiers) == 0 {
		found.Add(problems.Problem("tiers", rule.Required))
	}
	type place struct {
		level org.Level
		kind  Kind
	}
	seen := map[place]bool{}
	for i, t := range r.Tiers {
		path := rule.At("tiers", i)
		if !t.Level.Valid() {
			found.Add(problems.Problem(path+".level", rule.Required))
		}
		if !t.Kind.Valid() {
			found.Add(problems.Problem(path+".kind", rule.Required))
		}
		level, kind := rule.With("level", named(t.Level)), rule.With("kind", named(t.Kind))
		if seen[place{t.Level, t.Kind}] {
			found.Add(problems.Problem(path, TierTwice, level, kind))
		}
		seen[place{t.Level, t.Kind}] = true
		if t.Down < 0 || t.Level.Valid() && int(t.Level)+t.Down > int(org.Village) {
			found.Add(problems.Problem(path+".down", TierReach, level, rule.With("down", rule.Int(int64(t.Down), 0))))
		}
	}
	return found.Err()
}

func (r Rules) tier(level org.Level, kind Kind) (Tier, bool) {
	for _, t := range r.Tiers {
		if t.Level == level && t.Kind == kind {
			return t, true
		}
	}
	return Tier{}, false
}

// ThreeLevels is the network that Zhenhai built from 2008 on: at the district
// "one association, one centre" (一会一中心), centres in towns and
// subdistricts, some with a federation, stations in villages and communities,
// and hubs for sectors. The levels and kinds are the report's. How far down
// each serves is illustrative: a station its village, a town's centre its town
// and villages, the district's centre what works in the district or a town as
// a whole.
func ThreeLevels() Rules {
	return Rules{
		Head: rule.Head{
			ID: "network.three-levels", Title: rule.Words("三级社会组织服务网络(服务范围为示例)", "service network of three levels (reach illustrative)"),
			Source: rule.Source{
				Title:  "宁波市镇海区打造社会组织发展“三成”模式推动政社“跨界”治理",
				Issuer: "浙江省民政厅网站", Date: rule.Day(2015, 4, 21),
			},
			Status: rule.Illustrative, Period: rule.Since(rule.Day(2008, 1, 1)),
		},
		Tiers: []Tier{
			{Level: org.District, Kind: Federation, Every: true},
			{Level: org.District, Kind: Centre, Every: true, Down: 1},
			{Level: org.Town, Kind: Federation, Down: 1},
			{Level: org.Town, Kind: Centre, Every: true, Down: 1},
			{Level: org.Village, Kind: Station, Every: true},
			{Level: org.District, Kind: Hub, Down: 2},
		},
	}
}
