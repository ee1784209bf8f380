package org_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/sancheng-go/sancheng/org"
	"github.com/sancheng-go/sancheng/org/rule"
)

// Every fault of a code comes with what would be right.
func ExampleParseUSCC() {
	_, err := org.ParseUSCC("513302115XYZ12345A")
	fmt.Println(err)
	// Output: credit code "513302115XYZ12345A": "Z" at place 12 is not in the alphabet (digits and capital letters without I, O, S, V, Z)
}

// A registry answers as of any day: this organization was filed first and
// registered later.
func ExampleNewRegistry() {
	registry, err := org.NewRegistry([]org.Organization{{
		ID: "G1", Filed: rule.Day(2013, 5, 1), Registered: rule.Day(2015, 2, 1),
		Profile: org.Profile{Name: "虚构邻里社", Kind: org.PrivateNonEnterprise, Territory: org.Area("330211001"), Track: org.DirectRegistration},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []rule.Date{rule.Day(2014, 1, 1), rule.Day(2015, 3, 31)} {
		entry, _ := registry.At("G1", day)
		fmt.Println(day, entry.State.Label(language.English), registry.Count(day, org.Group{State: org.Registered}))
	}
	// Output:
	// 2014-01-01 filed 0
	// 2015-03-31 registered 1
}

func ExampleRegistry_Census() {
	registry, err := org.NewRegistry([]org.Organization{
		{ID: "A", Registered: rule.Day(2012, 1, 1), Profile: org.Profile{Name: "虚构协会", Kind: org.SocialGroup, Territory: org.Area("330211"), Track: org.DualManagement}},
		{ID: "B", Registered: rule.Day(2013, 1, 1), Profile: org.Profile{Name: "虚构中心", Kind: org.PrivateNonEnterprise, Territory: org.Area("330211001"), Track: org.DualManagement}},
		{ID: "C", Filed: rule.Day(2014, 1, 1), Profile: org.Profile{Name: "虚构社", Territory: org.Area("330211001002"), Track: org.Filing}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	census := registry.Census(rule.Day(2015, 3, 31), org.ByState)
	for _, count := range census.Groups {
		fmt.Println(count.State, count.N)
	}
	fmt.Println(census.Total)
	// Output:
	// filed 1
	// registered 2
	// 3
}

// A rounded density leaves a range of populations, never one.
func ExampleResidents() {
	residents, err := org.Residents(333, rule.Figure{At: rule.Dec("6.35"), Precision: rule.Rounded, Place: rule.Dec("0.01")}.Interval())
	fmt.Println(residents.Words().In(language.English), err)
	// Output: 523,997 or above, 524,822 or below <nil>
}
