package main

import (
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

func (w *world) count(where org.Group) int { return w.registry.Count(w.asOf, where) }

func (w *world) legalPersons(f *fact) error {
	census := w.registry.Census(w.asOf, org.ByState, org.ByKind)
	registered := org.Group{State: org.Registered}
	f.exactly("legal_persons", census.Count(registered), "org.Registry.Census", rule.Words("登记的法人社会组织", "registered legal persons"))
	groups := census.Count(org.Group{State: org.Registered, Kind: org.SocialGroup})
	units := census.Count(org.Group{State: org.Registered, Kind: org.PrivateNonEnterprise})
	f.exactly("legal_persons", groups+units, "org.Census.Count", rule.Words("社会团体 + 民办非企业单位", "social groups + private non-enterprise units"))
	return nil
}

func (w *world) socialGroups(f *fact) error {
	n := w.count(org.Group{State: org.Registered, Kind: org.SocialGroup})
	f.exactly("social_groups", n, "org.SocialGroup", rule.Words("登记的社会团体", "registered social groups"))
	return nil
}

func (w *world) privateUnits(f *fact) error {
	n := w.count(org.Group{State: org.Registered, Kind: org.PrivateNonEnterprise})
	f.exactly("private_units", n, "org.PrivateNonEnterprise", rule.Words("登记的民办非企业单位", "registered private non-enterprise units"))
	return nil
}

func (w *world) grassroots(f *fact) error {
	census := w.registry.Census(w.asOf, org.ByState, org.ByLevel)
	filed := census.Count(org.Group{State: org.Filed})
	f.exactly("grassroots", filed, "org.Filed", rule.Words("备案的基层社会组织", "filed grassroots organizations"))
	f.derived(rule.Words("登记与备案合计", "registered and filed together"), rule.Int(int64(census.Total), rule.Organization),
		census.Total == filed+census.Count(org.Group{State: org.Registered}), "org.Census.Total")
	return nil
}

func (w *world) growth(f *fact) error {
	var days []rule.Date
	for _, y := range yearEnds()[:5] {
		days = append(days, y.on)
	}
	for _, g := range w.registry.Growth(org.Group{}, days...) {
		rate, err := g.Rate(4)
		if err != nil {
			return err
		}
		year := g.To.String()[:4]
		f.among("growth", rate, "org.Registry.Growth", rule.Words(year+" 年增速(虚构的历年数)", "growth in "+year+" (invented series)"))
	}
	return nil
}

func (w *world) density(f *fact) error {
	n := w.count(org.Group{State: org.Registered})
	residents, err := org.Residents(n, f.figure("density").Interval())
	if err != nil {
		return err
	}
	f.derived(rule.Words("由此推算的常住人口", "residents that follow"), rule.Label(residents.Words()), !residents.Empty(), "org.Residents")
	low, _, _ := residents.Low()
	high, _, _ := residents.High()
	known, err := org.Density(n, rule.AtLeast(low).AtMost(high), 6)
	if err != nil {
		return err
	}
	f.among("density", known, "org.Density", rule.Words("以此人口反算的密度", "density of those residents"))
	return nil
}

func (w *world) upgraded(f *fact) error {
	n := 0
	quarter := rule.Period{From: rule.Day(2015, 1, 1), Until: rule.Day(2015, 4, 1)}
	for _, id := range w.registry.IDs() {
		filed := false
		for _, e := range w.registry.History(id) {
			filed = filed || e.Act == org.File
			if filed && e.Act == org.Register && quarter.Contains(e.On) {
				n++
			}
		}
	}
	f.exactly("registered", n, "org.Registry.History", rule.Words("由备案转为登记", "filed organizations that became registered"))
	return nil
}
