package assign

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of a network's or assignment's faults.
const (
	TooLarge    rule.Code = "assign.too-large"    // more nodes or edges than are solved
	NoNode      rule.Code = "assign.no-node"      // an end that is no node
	Loop        rule.Code = "assign.loop"         // an edge from a node to itself
	BoundsCross rule.Code = "assign.bounds-cross" // not 0 ≤ least ≤ most
	CostRange   rule.Code = "assign.cost-range"   // a cost whose sums could overflow
	AmountRange rule.Code = "assign.amount-range" // capacities or supplies whose sums could overflow
	Unbalanced  rule.Code = "assign.unbalanced"   // supplies that do not sum to zero
)

// Codes of what a flow fails to prove.
const (
	NotConserved rule.Code = "assign.not-conserved" // a node sends out another amount than it has
	OutOfBounds  rule.Code = "assign.out-of-bounds" // an amount outside its edge's bounds
	NotCheapest  rule.Code = "assign.not-cheapest"  // the prices do not prove an edge's amount
	CostDiffers  rule.Code = "assign.cost-differs"  // the stated cost is not the sum
	ShapeDiffers rule.Code = "assign.shape-differs" // not one amount per edge and one price per node
)

var problems = rule.Catalog{
	TooLarge:    rule.Words("数量 {count} 超过上限 {most}", "{count} is more than the {most} that are solved"),
	NoNode:      rule.Words("没有编号为 {node} 的节点(共 {count} 个,从零数起)", "there is no node {node} ({count} nodes, counted from zero)"),
	Loop:        rule.Words("边的两端同为节点 {node}", "both ends of the edge are node {node}"),
	BoundsCross: rule.Words("下限 {least}、上限 {most} 不成立:须零 ≤ 下限 ≤ 上限", "bounds {least} to {most} must satisfy 0 ≤ least ≤ most"),
	CostRange:   rule.Words("费用 {cost} 过大,累加会溢出", "cost {cost} is so large that sums could overflow"),
	AmountRange: rule.Words("数额 {amount} 过大,累加会溢出", "amount {amount} is so large that sums could overflow"),
	Unbalanced:  rule.Words("供给之和须为零,实为 {sum}", "supplies must sum to zero, not {sum}"),

	NotConserved: rule.Words("节点 {node} 应净流出 {want},实为 {got}", "node {node} should send out {want} on balance, not {got}"),
	OutOfBounds:  rule.Words("流量 {amount} 不在 {least} 至 {most} 之内", "amount {amount} is not within {least} to {most}"),
	NotCheapest:  rule.Words("流量 {amount} 与价格不符:折算费用为 {reduced}", "amount {amount} does not fit the prices: the reduced cost is {reduced}"),
	CostDiffers:  rule.Words("总费用应为 {want},实为 {got}", "the total cost is {want}, not {got}"),
	ShapeDiffers: rule.Words("须逐边给出流量、逐节点给出价格", "there must be one amount for each edge and one price for each node"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
