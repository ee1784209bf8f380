package network

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems this package reports.
const (
	TierTwice     rule.Code = "network.tier-twice"     // one kind of node twice at a level
	TierReach     rule.Code = "network.tier-reach"     // serves further down than there are levels
	NodeTwice     rule.Code = "network.node-twice"     // an id stands twice
	NodeMisplaced rule.Code = "network.node-misplaced" // a kind of node that has no place at the level
	NodeSectors   rule.Code = "network.node-sectors"   // a hub without sectors, or another node with some
	NodePurpose   rule.Code = "network.node-purpose"   // a purpose of what is no centre
	OutsideArea   rule.Code = "network.outside"        // a territory outside the district
	DivisionTwice rule.Code = "network.division-twice" // a division stands twice
	OrgUnknown    rule.Code = "network.org-unknown"    // an organization the registry does not hold
)

// Codes of the reasons this package gives.
const (
	Serves    rule.Code = "network.serves"    // a node answers for the organization
	NobodyOn  rule.Code = "network.nobody"    // a line on which nobody does
	Uncovered rule.Code = "network.uncovered" // a division without a node of its level
)

var problems = rule.Catalog{
	TierTwice:     rule.Words("{level}的{kind}写了两次", "{kind} stands twice for {level}"),
	TierReach:     rule.Words("{level}以下没有 {down} 级", "there are no {down} levels below {level}"),
	NodeTwice:     rule.Words("编号与第 {first} 个节点(从零数起)重复", "the id is that of node {first} too, counted from zero"),
	NodeMisplaced: rule.Words("{level}不设{kind}", "there is no {kind} at the level {level}"),
	NodeSectors:   rule.Words("行业枢纽须写明行业,其他节点不写", "a hub names its sectors, other nodes name none"),
	NodePurpose:   rule.Words("只有服务中心有功能定位", "only centres have a purpose"),
	OutsideArea:   rule.Words("{territory} 不在 {district} 之内", "{territory} does not lie in {district}"),
	DivisionTwice: rule.Words("{territory} 写了两次", "{territory} stands twice"),
	OrgUnknown:    rule.Words("名录中没有“{id}”", "the registry holds no organization {id}"),

	Serves:    rule.Words("{line}:{node}({level}{kind},{territory})", "{line}: {node} ({level} {kind}, {territory})"),
	NobodyOn:  rule.Words("{line}:无人负责", "{line}: nobody"),
	Uncovered: rule.Words("{territory} 没有本级{kind}", "{territory} has no {kind} of its own level"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
