package linkage

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	CommunityLevel   rule.Code = "linkage.community-level"   // no village or community
	CommunityTwice   rule.Code = "linkage.community-twice"   // a community stands twice
	WorkerTwice      rule.Code = "linkage.worker-twice"      // a social worker stands twice
	CommunityUnknown rule.Code = "linkage.community-unknown" // a bond of a community not listed
	WorkerUnknown    rule.Code = "linkage.worker-unknown"    // a bond of a social worker not listed
	OrgUnknown       rule.Code = "linkage.org-unknown"       // a bond of an organization the registry does not hold
	PartyForeign     rule.Code = "linkage.party-foreign"     // a third party in a bond of two
	BondTwice        rule.Code = "linkage.bond-twice"        // one bond twice at a time
)

// Codes of the reasons this package gives.
const (
	Closed rule.Code = "linkage.closed" // three bonds that close
	Open   rule.Code = "linkage.open"   // a bond that is missing
)

var problems = rule.Catalog{
	CommunityLevel:   rule.Words("{territory} 不是村(社区)", "{territory} is no village or community"),
	CommunityTwice:   rule.Words("{territory} 写了两次", "{territory} stands twice"),
	WorkerTwice:      rule.Words("社工“{id}”写了两次", "social worker {id} stands twice"),
	CommunityUnknown: rule.Words("没有列出社区 {territory}", "community {territory} is not listed"),
	WorkerUnknown:    rule.Words("没有列出社工“{id}”", "social worker {id} is not listed"),
	OrgUnknown:       rule.Words("名录中没有“{id}”", "the registry holds no organization {id}"),
	PartyForeign:     rule.Words("“{kind}”不涉及{party}", "{kind} has no {party} in it"),
	BondTwice:        rule.Words("与第 {first} 行(从零数起)同一关系的期间重叠", "overlaps the same bond in row {first}, counted from zero"),

	Closed: rule.Words("{community} 支持 {organization},{organization} 聘用 {worker},{worker} 服务 {community}", "{community} hosts {organization}, {organization} employs {worker}, {worker} serves {community}"),
	Open:   rule.Words("尚缺:{kind}", "missing: {kind}"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
