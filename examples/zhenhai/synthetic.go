package main

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// yearEnd is what the synthetic registry holds on a day. The parts of the last
// row are the report's; the years before are invented.
type yearEnd struct {
	on                   rule.Date
	groups, units, filed int
	graduated            int // of the registered, filed before and registered this year
}

func yearEnds() []yearEnd {
	return []yearEnd{
		{rule.Day(2010, 12, 31), 84, 119, 690, 0},
		{rule.Day(2011, 12, 31), 93, 131, 770, 0},
		{rule.Day(2012, 12, 31), 103, 146, 860, 0},
		{rule.Day(2013, 12, 31), 116, 164, 965, 0},
		{rule.Day(2014, 12, 31), 130, 184, 1090, 0},
		{rule.Day(2015, 3, 31), 138, 195, 1154, 8},
	}
}

// towns are Zhenhai's subdistricts and towns by their codes.
func towns() []org.Territory {
	var out []org.Territory
	for _, code := range []string{"330211001", "330211002", "330211003", "330211004", "330211100", "330211101"} {
		out = append(out, org.Area(code))
	}
	return out
}

// organizations returns the rows of the synthetic registry: invented names,
// certificate numbers as they were before credit codes, and as many of each
// form on each day as yearEnds says. Eight filed organizations grew into
// registered ones in the first quarter of 2015.
func organizations() []org.Organization {
	var list []org.Organization
	add := func(kind org.Kind, prefix, name string, born, filed rule.Date) {
		n := len(list) + 1
		o := org.Organization{ID: fmt.Sprintf("%s-%04d", prefix, n), Filed: filed, Registered: born}
		o.Name = fmt.Sprintf("虚构%s%04d", name, n)
		o.Kind = kind
		o.Sector = org.SocialService
		o.Territory = towns()[n%len(towns())]
		o.Track = org.DualManagement
		number := org.Identifier{Kind: org.CertificateNumber, Value: fmt.Sprintf("虚构甬镇证字第%04d号", n)}
		switch {
		case born.IsZero():
			o.Track = org.Filing
			number = org.Identifier{Kind: org.FilingNumber, Value: fmt.Sprintf("虚构镇备%04d", n)}
			o.Territory = village(o.Territory, n)
		case !born.Before(rule.Day(2012, 1, 1)) && kind == org.PrivateNonEnterprise:
			o.Track = org.DirectRegistration
		}
		o.Identifiers = []org.Identifier{number}
		list = append(list, o)
	}
	before := yearEnd{on: rule.Day(2008, 1, 1)}
	for _, y := range yearEnds() {
		days := y.on.DaysSince(before.on)
		day := func(i, of int) rule.Date { return before.on.AddDays(1 + i*(days-1)/max(1, of)) }
		for i := range y.groups - before.groups {
			add(org.SocialGroup, "SG", "协会", day(i, y.groups-before.groups), rule.Date{})
		}
		for i := range y.units - before.units {
			filed := rule.Date{}
			if i < y.graduated {
				filed = rule.Day(2013, 6, 1+i)
			}
			add(org.PrivateNonEnterprise, "PU", "服务中心", day(i, y.units-before.units), filed)
		}
		for i := range y.filed - before.filed {
			add(0, "GR", "社", rule.Date{}, day(i, y.filed-before.filed))
		}
		before = y
	}
	return list
}

// village is an invented village or community of a town.
func village(town org.Territory, n int) org.Territory {
	return org.Area(fmt.Sprintf("%s%03d", town, 1+n%20))
}
