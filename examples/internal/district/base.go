package district

import (
	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/base"
	"github.com/sancheng-go/sancheng/org/rule"
)

// makeBase invents the residents of the base, opened at the end of November
// 2014: young private non-enterprise units to be incubated, graded ones that
// show how it is done, and some that support others. One applicant was
// refused, one waits, one left after notice.
func makeBase(registry org.Registry) (*base.Base, error) {
	opened := rule.Day(2014, 12, 1)
	l := base.Lists{Rules: base.Usual(), Offers: offers()}
	happen := func(id string, on rule.Date, act base.Act, facts rule.FactMap) {
		l.Events = append(l.Events, base.Event{Organization: id, On: on, Act: act, Facts: facts})
	}
	supported := rule.FactMap{"supported": rule.Int(4, rule.Organization)}
	for i, id := range []string{supportTeam, socialWorker, Federation} {
		happen(id, opened.AddDays(i), base.Apply, nil)
		happen(id, opened.AddDays(i+3), base.AdmitSupport, supported)
	}
	young, graded := candidates(registry, opened)
	for i, id := range graded[:7] {
		happen(id, opened.AddDays(2*i), base.Apply, nil)
		happen(id, opened.AddDays(2*i+4), base.AdmitDemonstration, rule.FactMap{"grade": rule.Int(int64(3+i%3), 0)})
	}
	for i, id := range young[:17] {
		happen(id, opened.AddDays(4*i), base.Apply, nil)
		switch i {
		case 15:
			happen(id, opened.AddDays(4*i+5), base.Refuse, nil)
		case 16:
		default:
			happen(id, opened.AddDays(4*i+5), base.AdmitStartUp, nil)
		}
	}
	happen(young[14], rule.Day(2015, 3, 2), base.GiveNotice, rule.FactMap{"breach": rule.Flag(true)})
	happen(young[14], rule.Day(2015, 3, 20), base.Leave, nil)
	return base.New(l, registry)
}

// candidates are units that are there from before the opening to the end of
// the story: those registered in the last years, and older ones.
func candidates(registry org.Registry, opened rule.Date) (young, graded []string) {
	for e := range registry.All(opened) {
		last, _ := registry.At(e.ID, end())
		if e.Kind != org.PrivateNonEnterprise || e.State != org.Registered || last.State != org.Registered || e.ID[:3] != "pu-" {
			continue
		}
		if e.Since.Before(rule.Day(2010, 1, 1)) {
			graded = append(graded, e.ID)
		} else if rule.Day(2012, 12, 31).Before(e.Since) {
			young = append(young, e.ID)
		}
	}
	return young, graded
}

// offers say who does which function of the base.
func offers() []base.Offer {
	since := rule.Since(rule.Day(2014, 12, 1))
	return []base.Offer{
		{Function: base.Incubation, Organization: Welfare, Period: since},
		{Function: base.Incubation, Organization: supportTeam, Period: since},
		{Function: base.ProjectSupport, Organization: supportTeam, Period: since},
		{Function: base.CapacityBuilding, Organization: supportTeam, Period: since},
		{Function: base.CapacityBuilding, Organization: socialWorker, Period: since},
		{Function: base.ResourceMatching, Organization: Federation, Period: since},
		{Function: base.Showcase, Organization: Welfare, Period: since},
		{Function: base.Practice, Organization: "hub-service", Period: since},
	}
}
