package main

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/base"
	"github.com/sancheng-go/sancheng/org/network"
	"github.com/sancheng-go/sancheng/org/rule"
)

// centres counts the district's centres by what they are for.
func (w *world) centres(f *fact) error {
	purposes := map[network.Purpose]bool{}
	for _, n := range w.made.Network.Nodes(w.asOf) {
		if n.Kind == network.Centre && n.Territory.Level() == org.District {
			purposes[n.Purpose] = true
		}
	}
	f.exactly("centres", len(purposes), "network.Network.Nodes", rule.Words("区级中心的功能定位(虚构网络)", "purposes of the district's centres (synthetic network)"))
	return nil
}

// functions counts what somebody does at the base, and what one alone does.
func (w *world) functions(f *fact) error {
	done, alone := 0, 0
	for _, p := range w.made.Base.Functions(w.asOf) {
		if len(p.By) > 0 {
			done++
		}
		if len(p.By) == 1 {
			alone++
		}
	}
	f.exactly("functions", done, "base.Base.Functions", rule.Words("有组织承担的功能(虚构)", "functions that somebody does (synthetic)"))
	f.stated(rule.Words("其中仅由一家承担", "of these by one organization alone"), rule.Int(int64(alone), rule.Item), "base.Performance")
	return nil
}

// residents counts the base's residents, and lets one of them ask too early to
// rise.
func (w *world) residents(f *fact) error {
	residents := w.made.Base.Residents(w.asOf)
	f.exactly("residents", len(residents), "base.Base.Residents", rule.Words("入驻组织(虚构)", "resident organizations (synthetic)"))
	count := w.made.Base.Count(w.asOf)
	f.exactly("classes", len(count), "base.Base.Count", rule.Words("有入驻组织的类型", "classes with residents"))
	for _, c := range base.Classes() {
		f.derived(rule.Words(c.Label(language.Chinese), c.Label(language.English)), rule.Int(int64(count[c]), rule.Organization), count[c] > 0, "base.Class")
	}
	for _, r := range residents {
		if r.Class != base.StartUp {
			continue
		}
		_, why, err := w.made.Base.Decide(base.Event{Organization: r.Organization, On: w.asOf, Act: base.Promote, Facts: rule.FactMap{"review": rule.Int(85, rule.Point)}})
		if err != nil {
			return err
		}
		f.derived(rule.Words("一家初创型申请升档:拒绝,并列出全部欠缺(条件为示例)", "a start-up asks to rise: refused, all that is wanting named (illustrative conditions)"),
			rule.Int(int64(len(why.Parts)), rule.Item), !why.Holds(), "base.Base.Decide", why)
		break
	}
	return nil
}

// network counts the nodes of each level, what they cover and whom they serve.
func (w *world) network(f *fact) error {
	coverage := w.made.Network.Coverage(w.asOf)
	levels := map[org.Level]bool{}
	find := func(level org.Level, kind network.Kind) network.Reach {
		for _, t := range coverage.Tiers {
			if t.Level == level && t.Kind == kind {
				return t
			}
		}
		return network.Reach{}
	}
	for _, t := range coverage.Tiers {
		if t.Nodes > 0 {
			levels[t.Level] = true
		}
	}
	towns, villages := find(org.Town, network.Centre), find(org.Village, network.Station)
	f.exactly("levels", len(levels), "network.Network.Coverage", rule.Words("有节点的层级(虚构网络)", "levels with nodes (synthetic network)"))
	f.exactly("town_centres", towns.Nodes, "network.Reach.Nodes", rule.Words("镇(街道)服务中心", "town (subdistrict) centres"))
	f.exactly("village_stations", villages.Nodes, "network.Reach.Nodes", rule.Words("村(社区)服务站", "village (community) stations"))
	f.derived(rule.Words("区级“一会一中心”", "the district's one association, one centre"),
		rule.Int(int64(find(org.District, network.Federation).Covered+find(org.District, network.Centre).Covered), rule.Item),
		find(org.District, network.Federation).Covered == 1 && find(org.District, network.Centre).Covered == 1, "network.Tier")
	f.derived(rule.Words("有本级服务中心的镇(街道)", "towns and subdistricts with a centre of their own"), towns.Share(), len(towns.Gaps) == towns.Divisions-towns.Covered, "network.Reach.Share")
	f.derived(rule.Words("没有本级服务站的村(社区)(虚构)", "villages and communities without a station (synthetic)"),
		rule.Int(int64(len(villages.Gaps)), rule.Item), len(villages.Gaps) == villages.Divisions-villages.Covered, "network.Gap")
	return w.responsibility(f)
}

// responsibility says who answers for the organizations on the two lines.
func (w *world) responsibility(f *fact) error {
	s := w.made.Network.Service(w.asOf)
	whole := w.registry.Census(w.asOf).Total
	for _, l := range s.Lines {
		f.derived(rule.Words(l.Line.Label(language.Chinese)+":有人负责(服务范围为示例)", l.Line.Label(language.English)+": served (reach illustrative)"),
			rule.Int(int64(l.Served), rule.Organization), l.Served+l.Unserved == whole, "network.Network.Service")
	}
	f.stated(rule.Words("两线都无人负责", "served on neither line"), rule.Int(int64(len(s.Orphans)), rule.Organization), "network.Service.Orphans")
	f.stated(rule.Words("本线唯一、不可替代的节点", "nodes nobody can stand in for on their line"), rule.Int(int64(len(s.SinglePoints())), rule.Item), "network.Service.SinglePoints")
	return nil
}
