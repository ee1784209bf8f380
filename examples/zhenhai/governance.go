package main

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func (w *world) instruments(f *fact) error {
	f.claimed("instruments", "rule.Source", rule.Words("2012 年以来的文件", "instruments since 2012"))
	return nil
}

func (w *world) tracks(f *fact) error {
	census := w.registry.Census(w.asOf, org.ByTrack)
	for _, track := range org.Tracks() {
		if n := census.Count(org.Group{Track: track}); n > 0 {
			f.stated(rule.Words("路径:"+track.Label(language.Chinese), "track: "+track.Label(language.English)), rule.Int(int64(n), rule.Organization), "org.Track")
		}
	}
	return nil
}

func (w *world) centres(f *fact) error {
	f.claimed("centres", "org.Organization", rule.Words("中心", "centres"))
	return nil
}

func (w *world) functions(f *fact) error {
	f.claimed("functions", "org.Sector", rule.Words("功能", "functions"))
	return nil
}

func (w *world) residents(f *fact) error {
	f.claimed("residents", "org.Organization", rule.Words("入驻组织", "resident organizations"))
	f.claimed("classes", "org.Organization", rule.Words("类型", "classes"))
	return nil
}

func (w *world) network(f *fact) error {
	f.claimed("levels", "org.Level", rule.Words("层级", "levels"))
	f.claimed("town_centres", "org.Town", rule.Words("镇(街道)服务中心", "town (subdistrict) centres"))
	f.claimed("village_stations", "org.Village", rule.Words("村(社区)服务站", "village (community) stations"))
	return nil
}

func (w *world) governance(f *fact) error {
	f.claimed("forms", "org.Profile", rule.Words("治理形式", "forms of governance"))
	return nil
}

func (w *world) linkage(f *fact) error {
	f.claimed("parties", "org.Relation", rule.Words("“三社”", "parties linked"))
	return nil
}

func (w *world) associations(f *fact) error {
	f.claimed("associations", "org.SocialGroup", rule.Words("行业协会(商会)", "industry associations"))
	f.claimed("members", "org.Relation", rule.Words("会员企业", "member enterprises"))
	return nil
}

func (w *world) selfDiscipline(f *fact) error {
	f.claimed("instruments", "rule.Condition", rule.Words("自律措施", "instruments of self-discipline"))
	return nil
}
