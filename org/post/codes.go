package post

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	PersonTwice    rule.Code = "post.person-twice"    // one person id twice
	PersonUnknown  rule.Code = "post.person-unknown"  // a post of nobody listed
	RetiredPrivate rule.Code = "post.retired-private" // retired without having been in office
	PostTwice      rule.Code = "post.post-twice"      // one post twice at a time
	FactComputed   rule.Code = "post.fact-computed"   // a computed fact that is stated
	ClauseTwice    rule.Code = "post.clause-twice"    // one clause id twice
	AgeRange       rule.Code = "post.age"             // a limit of age that is none
)

// Codes of the reasons of an audit.
const (
	Breach   rule.Code = "post.breach" // a post that breaks a clause
	Open     rule.Code = "post.open"   // a post of which too little is stated
	WhenOpen rule.Code = "post.when"   // whether the clause is for it is not decided
)

var problems = rule.Catalog{
	PersonTwice:    rule.Words("人员“{person}”与第 {first} 项(从零数起)重复", "person {person} stands already at {first}, counted from zero"),
	PersonUnknown:  rule.Words("人员“{person}”不在名单中", "person {person} is not listed"),
	RetiredPrivate: rule.Words("非公职人员没有退(离)休日", "who never was in office does not retire from it"),
	PostTwice:      rule.Words("与第 {first} 项(从零数起)职务同时重复", "the same post at the same time as {first}, counted from zero"),
	FactComputed:   rule.Words("“{fact}”由计算得出,不得填报", "{fact} is computed and cannot be stated"),
	ClauseTwice:    rule.Words("条款“{clause}”与第 {first} 项(从零数起)重复", "clause {clause} stands already at {first}, counted from zero"),
	AgeRange:       rule.Words("年龄界限 {age} 不合理", "{age} is no limit of age"),

	Breach:   rule.Words("{person},{organization} {role}:违反 {clause}", "{person}, {role} of {organization}: breaks {clause}"),
	Open:     rule.Words("{person},{organization} {role}:{clause} 待核实", "{person}, {role} of {organization}: {clause} undecided"),
	WhenOpen: rule.Words("是否适用未能判定", "whether the clause applies is not decided"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
