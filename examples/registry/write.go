package main

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/examples/internal/cli"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/network"
	"github.com/sancheng-go/sancheng/org/rule"
)

func (r *report) write(out *cli.Output) {
	line := func(zh, en string, args ...any) { fmt.Fprintf(out, rule.Words(zh, en).In(out.Lang)+"\n", args...) }
	count := func(n int) string { return rule.Int(int64(n), rule.Organization).In(out.Lang) }
	line("组织、企业、村(社区)代码和申请均为虚构。", "Organizations, enterprises, village codes and applications are synthetic.")

	line("\n一、%s 的社会组织", "\nSocial organizations on %s", r.On)
	line("  法人 %s(社会团体 %d,民办非企业单位 %d),基层社会组织 %s,合计 %s",
		"  legal persons: %s (social groups %d, private non-enterprise units %d); grassroots: %s; together %s",
		count(r.Legal), r.Groups, r.Units, count(r.Filed), count(r.Legal+r.Filed))
	if d := r.Density; d != nil {
		line("  常住人口 %s(虚构),每万人法人社会组织 %s", "  residents %s (invented), legal persons per 10,000: %s", d.Residents.In(out.Lang), d.Per10000.In(out.Lang))
	}
	r.table(out)

	line("\n二、增长(█ 法人 ░ 基层)", "\nGrowth (█ legal persons, ░ grassroots)")
	r.chart(out)
	if c := r.Compound; c != nil {
		line("  %s 至 %s 年均增速 %s", "  %s to %s, yearly %s", c.From, c.To, c.Rate.WordsOf(rule.Percent).In(out.Lang))
	}
	line("  %s 以来:", "  since %s:", yearBefore(r.On))
	for _, m := range r.Moves {
		line("    %s %d", "    %s %d", m.Move.Label(out.Lang), m.N)
	}

	line("\n三、服务网络", "\nService network")
	r.network(out)

	line("\n四、服务基地", "\nService base")
	for _, c := range r.Base {
		line("  %s %s", "  %s: %s", c.Class.Label(out.Lang), count(c.N))
	}
	for _, f := range r.Functions {
		line("  %s:%s", "  %s: %s", f.Function.Label(out.Lang), strings.Join(f.By, rule.Words("、", ", ").In(out.Lang)))
	}

	line("\n五、行业协会(商会)", "\nIndustry associations and chambers")
	line("  %s,会员企业 %s(每家计一次),会员关系 %d 个", "  %s; member enterprises %s, each counted once; memberships %d",
		count(r.Associations.Associations), count(r.Associations.Members), r.Associations.Memberships)
	for k, n := range r.Associations.In {
		line("  加入 %d 家协会的企业 %s", "  with %d membership(s): %s", k+1, count(n))
	}
}

// table is the census, a row for each group.
func (r *report) table(out *cli.Output) {
	if len(r.Census.By) == 0 {
		return
	}
	t := cli.Table{Right: []int{len(r.Census.By)}}
	for _, d := range r.Census.By {
		t.Head = append(t.Head, rule.Words(d.Label(language.Chinese), d.Label(language.English)))
	}
	t.Head[0] = rule.Words("  "+t.Head[0].ZH, "  "+t.Head[0].EN)
	t.Head = append(t.Head, rule.Words("家数", "n"))
	for _, g := range r.Census.Groups {
		var row []string
		for _, d := range r.Census.By {
			row = append(row, cell(out, g.Group, d))
		}
		row[0] = "  " + row[0]
		t.Rows = append(t.Rows, append(row, strconv.Itoa(g.N)))
	}
	total := make([]string, len(r.Census.By))
	total[0] = rule.Words("  合计", "  total").In(out.Lang)
	t.Rows = append(t.Rows, append(total, strconv.Itoa(r.Census.Total)))
	out.Table(t)
}

// cell is what a group has in a dimension.
func cell(out *cli.Output, g org.Group, d org.Dimension) string {
	switch d {
	case org.ByKind:
		return g.Kind.Label(out.Lang)
	case org.ByState:
		return g.State.Label(out.Lang)
	case org.ByTrack:
		return g.Track.Label(out.Lang)
	case org.BySector:
		return g.Sector.Label(out.Lang)
	case org.ByLevel:
		return g.Level.Label(out.Lang)
	case org.ByYear:
		return strconv.Itoa(g.Year)
	}
	place := g.Territory
	if level, ok := map[org.Dimension]org.Level{org.ByDistrict: org.District, org.ByTown: org.Town, org.ByVillage: org.Village}[d]; ok {
		place, _ = place.At(level)
	}
	if place.IsZero() {
		return "—"
	}
	return place.String()
}

// chart draws the series as bars of text.
func (r *report) chart(out *cli.Output) {
	const width = 48
	most := 1
	for _, b := range r.Years {
		most = max(most, b.total())
	}
	var rows [][]string
	for _, b := range r.Years {
		legal := b.Legal * width / most
		bar := strings.Repeat("█", legal) + strings.Repeat("░", b.total()*width/most-legal)
		rate := ""
		if !b.Rate.IsZero() {
			rate = b.Rate.In(out.Lang)
		}
		rows = append(rows, []string{"  " + b.On.String(), bar, strconv.Itoa(b.Legal), strconv.Itoa(b.Filed), rate})
	}
	out.Lines(rule.Columns(rows, 2, 3, 4))
}

func (r *report) network(out *cli.Output) {
	line := func(zh, en string, args ...any) { fmt.Fprintf(out, rule.Words(zh, en).In(out.Lang)+"\n", args...) }
	for _, t := range r.Coverage.Tiers {
		line("  %s%s %d 个,覆盖 %d / %d", "  %s, %s: %d, in %d of %d divisions", t.Level.Label(out.Lang), t.Kind.Label(out.Lang), t.Nodes, t.Covered, t.Divisions)
	}
	for _, l := range r.Service.Lines {
		line("  %s:有人负责 %d,无人负责 %d", "  %s: %d served, %d not", l.Line.Label(out.Lang), l.Served, l.Unserved)
	}
	line("  两线都有人负责 %d,两线都无人负责 %d", "  on both lines %d, on neither %d", r.Service.Both, r.Service.Orphans)
	const most = 5
	for i, p := range r.Service.SinglePoints {
		if i == most {
			line("  另有 %d 个节点(见 -json)", "  and %d more nodes (see -json)", len(r.Service.SinglePoints)-most)
			break
		}
		r.point(line, p)
	}
}

// point says what depends on one node alone.
func (r *report) point(line func(zh, en string, args ...any), p network.Load) {
	line("  唯一节点 %s:本线 %d 家仅由其负责,其中 %d 家另一线也无人", "  single point %s: the only one on its line for %d, %d of them orphans without it", p.Node, p.Sole, p.Only)
}
