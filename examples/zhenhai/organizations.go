package main

import (
	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/examples/internal/district"
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

// growth is that of all organizations in each year, and the least that legal
// persons and grassroots organizations had in any.
func (w *world) growth(f *fact) error {
	var days []rule.Date
	for _, y := range district.Years() {
		if y.Until.Month() == 12 {
			days = append(days, y.Until)
		}
	}
	for _, g := range w.registry.Growth(org.Group{}, days...) {
		rate, err := g.Rate(4)
		if err != nil {
			return err
		}
		year := g.To.String()[:4]
		f.among("growth", rate, "org.Registry.Growth", rule.Words(year+" 年增速(虚构的历年数)", "growth in "+year+" (invented series)"))
	}
	for _, part := range []struct {
		where org.Group
		name  rule.Text
	}{
		{org.Group{State: org.Registered}, rule.Words("法人社会组织最低的一年", "legal persons, the lowest year")},
		{org.Group{State: org.Filed}, rule.Words("基层社会组织最低的一年", "grassroots organizations, the lowest year")},
	} {
		steps := w.registry.Growth(part.where, days...)
		lowest := steps[0]
		for _, g := range steps {
			if g.After*lowest.Before < lowest.After*g.Before {
				lowest = g
			}
		}
		rate, err := lowest.Rate(4)
		if err != nil {
			return err
		}
		f.among("growth", rate, "org.Growth.Rate", part.name)
	}
	first, last := w.registry.Count(days[0], org.Group{}), w.registry.Count(days[len(days)-1], org.Group{})
	compound, err := org.Compound(first, last, len(days)-1, 4)
	if err != nil {
		return err
	}
	f.among("growth", compound, "org.Compound", rule.Words("七年年均增速", "yearly growth over seven years"))
	return nil
}

// density asks both ways: which residents the figure allows, and what the
// invented number of residents, known to the hundred, gives.
func (w *world) density(f *fact) error {
	n := w.count(org.Group{State: org.Registered})
	residents, err := org.Residents(n, f.figure("density").Interval())
	if err != nil {
		return err
	}
	f.derived(rule.Words("由此推算的常住人口", "residents that follow"), rule.Label(residents.Words()), !residents.Empty(), "org.Residents")
	known, err := org.Density(n, district.Residents().Interval(), 4)
	if err != nil {
		return err
	}
	f.among("density", known, "org.Density", rule.Words("以 52.44 万人(虚构,取整到百)计算的密度", "density with 524,400 residents (invented, to the hundred)"))
	return nil
}

// upgraded is what moved in the first quarter.
func (w *world) upgraded(f *fact) error {
	moves := map[org.Move]int{}
	for _, m := range w.registry.Movements(rule.Day(2014, 12, 31), rule.Day(2015, 3, 31)) {
		moves[m.Move]++
	}
	f.exactly("registered", moves[org.Upgraded], "org.Registry.Movements", rule.Words("由备案转为登记", "filed organizations that became registered"))
	for _, move := range []org.Move{org.Appeared, org.Departed} {
		f.stated(rule.Words("一季度"+move.Label(language.Chinese)+"(虚构)", "first quarter, "+move.Label(language.English)+" (synthetic)"),
			rule.Int(int64(moves[move]), rule.Organization), "org.Registry.Movements")
	}
	return nil
}
