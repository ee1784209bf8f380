package district

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Year is how many organizations there are at the end of a day, and how many
// of the registered were filed before and registered since the year before.
type Year struct {
	Until                rule.Date
	Groups, Units, Filed int
	Upgraded             int
	endedGroups          int
	endedUnits           int
	endedFiled           int
}

// Years is the invented series: each row is what the district holds on its
// day.
func Years() []Year {
	day := rule.Day
	return []Year{
		{day(2007, 12, 31), 60, 82, 520, 0, 0, 0, 0},
		{day(2008, 12, 31), 67, 91, 580, 1, 1, 1, 9},
		{day(2009, 12, 31), 75, 101, 645, 1, 0, 2, 11},
		{day(2010, 12, 31), 84, 114, 716, 2, 1, 2, 10},
		{day(2011, 12, 31), 93, 128, 795, 2, 1, 1, 14},
		{day(2012, 12, 31), 104, 144, 885, 4, 0, 3, 12},
		{day(2013, 12, 31), 116, 163, 985, 6, 2, 2, 15},
		{day(2014, 12, 31), 130, 184, 1096, 9, 1, 3, 17},
		{day(2015, 3, 31), 138, 195, 1154, 8, 1, 1, 4},
	}
}

// Residents is the number of residents, invented and rounded to the hundred.
func Residents() rule.Figure {
	return rule.Figure{At: rule.Dec("524400"), Precision: rule.Rounded, Place: rule.Dec("100"), Unit: rule.Person}
}

// Area is the district.
func Area() org.Territory { return org.Area("330211") }

// town is a subdistrict or town and how many villages and communities are
// invented in it.
type town struct {
	code, name string
	villages   int
}

func towns() []town {
	return []town{
		{"330211001", "招宝山", 16},
		{"330211002", "蛟川", 14},
		{"330211003", "骆驼", 17},
		{"330211004", "庄市", 13},
		{"330211100", "澥浦", 11},
		{"330211101", "九龙湖", 14},
	}
}

// Towns returns the six subdistricts and towns of 2015.
func Towns() []org.Territory {
	var out []org.Territory
	for _, t := range towns() {
		out = append(out, org.Area(t.code))
	}
	return out
}

// Villages returns the invented villages and communities, by code.
func Villages() []org.Territory {
	var out []org.Territory
	for _, t := range towns() {
		for i := range t.villages {
			out = append(out, village(t, i))
		}
	}
	return out
}

func village(t town, i int) org.Territory { return org.Area(fmt.Sprintf("%s%03d", t.code, 1+i)) }
