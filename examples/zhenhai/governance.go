package main

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/regime"
	"github.com/sancheng-go/sancheng/org/rule"
)

// instruments counts what the district's regime rests on: the documents of the
// district that it and its ways cite.
func (w *world) instruments(f *fact) error {
	titles := map[string]bool{}
	cite := func(s rule.Source) {
		if s.Issuer == "镇海区" {
			titles[s.Title] = true
		}
	}
	r := regime.DualTrack()
	cite(r.Source)
	for _, way := range r.Ways {
		cite(way.Source)
	}
	f.exactly("instruments", len(titles), "regime.DualTrack", rule.Words("双轨制规则所依据的区级文件", "the district's documents that its regime rests on"))
	return nil
}

// tracks counts the organizations of each track and decides invented
// applications under the law before and since 2012.
func (w *world) tracks(f *fact) error {
	census := w.registry.Census(w.asOf, org.ByTrack)
	for _, track := range org.Tracks() {
		if n := census.Count(org.Group{Track: track}); n > 0 {
			f.stated(rule.Words("路径:"+track.Label(language.Chinese), "track: "+track.Label(language.English)), rule.Int(int64(n), rule.Organization), "org.Track")
		}
	}
	if err := w.decided(f); err != nil {
		return err
	}
	if err := w.competition(f); err != nil {
		return err
	}
	return w.posts(f)
}
