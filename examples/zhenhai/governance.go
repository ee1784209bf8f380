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
