package main

import (
	"maps"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/examples/internal/district"
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/name"
	"github.com/sancheng-go/sancheng/org/regime"
	"github.com/sancheng-go/sancheng/org/rule"
)

// applications are six invented applications of the first quarter of 2015.
func applications() []regime.Application {
	sound := rule.FactMap{}
	for _, fact := range []string{
		regime.NameProper, regime.Bodies, regime.Domicile, regime.Premises, regime.Staff, regime.LawfulFunds, regime.Property, regime.Liability,
		regime.Charter, regime.PurposeLawful, regime.FoundersClear, regime.Truthful, regime.HeadAdult, regime.Reachable,
	} {
		sound[fact] = rule.Flag(true)
	}
	sound[regime.HeadElsewhere] = rule.Int(0, rule.Organization)
	of := func(category regime.Category, more rule.FactMap) rule.FactMap {
		f := maps.Clone(sound)
		f[regime.CategoryIs] = rule.Word(category.String())
		maps.Copy(f, more)
		return f
	}
	people := func(n int64) rule.Value { return rule.Int(n, rule.Person) }
	yuan := func(n int64) rule.Value { return rule.Int(n, rule.Yuan) }
	town, village := district.Towns()[2], district.Villages()[20]
	on := rule.Day(2015, 3, 9)
	return []regime.Application{
		{ID: "A-01", Name: "虚构骆驼助老服务中心", On: on, Kind: org.PrivateNonEnterprise, Territory: town, Sector: org.SocialService, Facts: of(regime.PublicWelfare, nil)},
		{ID: "A-02", Name: "虚构骆驼志愿服务协会", On: on, Kind: org.SocialGroup, Territory: town, Sector: org.SocialService, Facts: of(regime.PublicWelfare, rule.FactMap{regime.Persons: people(42), regime.Funds: yuan(30_000)})},
		{ID: "A-03", Name: "虚构集装箱堆场行业协会", On: on, Kind: org.SocialGroup, Territory: district.Area(), Sector: org.Business, Facts: of(regime.Trade, rule.FactMap{regime.Units: rule.Int(36, rule.Organization), regime.Funds: yuan(50_000), regime.Consent: rule.Flag(true)})},
		{ID: "A-04", Name: "虚构邻里编织社", On: on, Territory: village, Sector: org.Culture, Facts: of(regime.Community, rule.FactMap{regime.Persons: people(12)})},
		{ID: "A-05", Name: "虚构棋友社", On: on, Territory: village, Sector: org.Sport, Facts: of(regime.Other, rule.FactMap{regime.Persons: people(6), regime.HeadAdult: rule.Flag(false)})},
		{ID: "A-06", Name: "虚构紧固件同业公会", On: on, Kind: org.SocialGroup, Territory: district.Area(), Sector: org.Business, Scopes: []string{"紧固件"}, Facts: of(regime.Trade, rule.FactMap{regime.Units: rule.Int(31, rule.Organization), regime.Funds: yuan(50_000), regime.Consent: rule.Flag(true)})},
	}
}

// explainOne is the page of an application, decided by the district's two
// tracks, or of an organization: its life and who answers for it.
func explainOne(d *district.District, id string, on rule.Date) (rule.Page, error) {
	for _, a := range applications() {
		if a.ID != id {
			continue
		}
		words, err := name.Common(name.Division{Name: "虚构", Level: org.District}).Splitter()
		if err != nil {
			return rule.Page{}, err
		}
		decision, err := regime.DualTrack().Decide(a, regime.NewIndex(d.Registry, a.On, regime.ByName(words)))
		if err != nil {
			return rule.Page{}, err
		}
		return decision.Page(), nil
	}
	entry, ok := d.Registry.At(id, on)
	if !ok {
		return rule.Page{}, problems.Problem("-explain", IDUnknown, rule.With("id", rule.Quoted(id)), rule.With("on", rule.On(on)))
	}
	page := rule.Page{
		Title: rule.Words(entry.Name, entry.Name),
		Lines: []rule.Line{
			{Label: rule.Words("状态", "State"), Value: words(entry.State)},
			{Label: rule.Words("自", "Since"), Value: rule.On(entry.Since)},
			{Label: rule.Words("途径", "Track"), Value: words(entry.Track)},
			{Label: rule.Words("区划", "Territory"), Value: rule.Word(entry.Territory.String())},
			{Label: rule.Words("行业", "Sector"), Value: words(entry.Sector)},
		},
	}
	for _, identifier := range entry.Identifiers {
		page.Lines = append(page.Lines, rule.Line{
			Label: rule.Words(identifier.Kind.Label(language.Chinese), identifier.Kind.Label(language.English)), Value: rule.Word(identifier.Value),
		})
	}
	for _, up := range d.Registry.Parents(id, on) {
		page.Lines = append(page.Lines, rule.Line{Label: rule.Words("上级组织", "Parent"), Value: rule.Word(up.Name)})
	}
	for _, e := range d.Registry.History(id) {
		if !on.Before(e.On) {
			page.Steps = append(page.Steps, problems.Reason(LifeEvent, rule.With("on", rule.On(e.On)), rule.With("act", words(e.Act))))
		}
	}
	if serving, there := d.Network.Serving(id, on); there {
		page.Steps = append(page.Steps, serving.Steps...)
	}
	return page, nil
}

// words is a label in both languages.
func words(l interface{ Label(language.Tag) string }) rule.Value {
	return rule.Label(rule.Words(l.Label(language.Chinese), l.Label(language.English)))
}
