package assign_test

import (
	"fmt"

	"github.com/sancheng-go/sancheng/org/assign"
)

// Two volunteers and two shifts: the first volunteer is worth more on either,
// and the greatest value still lets the second serve.
func ExampleAssignment_GreatestValue() {
	one := []assign.Bounds{{Most: 1}, {Most: 1}}
	matching, err := assign.Assignment{Left: one, Right: one, Pairs: []assign.Pair{
		{Left: 0, Right: 0, Most: 1, Value: 9},
		{Left: 0, Right: 1, Most: 1, Value: 8},
		{Left: 1, Right: 0, Most: 1, Value: 5},
	}}.GreatestValue()
	fmt.Println(matching.Amounts, matching.Value, err)
	// Output: [0 1 1] 13 <nil>
}

// A flow that cannot reach its demand names the nodes that hold it back.
func ExampleNetwork_Solve() {
	flow, err := assign.Network{
		Supply: []int64{3, 0, -3},
		Edges:  []assign.Edge{{From: 0, To: 1, Most: 2, Cost: 1}, {From: 1, To: 2, Most: 5, Cost: 1}},
	}.Solve()
	fmt.Println(flow.Short != nil, err)
	// Output: true <nil>
}
