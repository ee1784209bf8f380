// Package assign finds exact minimum-cost flows and assignments on sparse
// graphs: who serves which shift, which offer meets which need, which cell of a
// table is rounded up.
//
// [Network] is the general form: nodes with supplies, edges with least and
// greatest amounts and a cost for each unit. [Assignment] is the bipartite one:
// lefts and rights, each with a least and a most, and the pairs that fit.
//
// Everything is whole numbers, and every answer is proven. A best answer
// comes with dual prices, from which anybody can see that no other is better,
// without solving anything ([Network.Verify]). No answer comes with a set of
// nodes whose bounds contradict each other ([Shortage], [Impasse]). A node that
// stays short comes with the cut that is tight ([Bottleneck]).
//
// Of several best answers it is always the first: the one that carries most on
// the first edge, then on the second, with edges in order of their ends. So the
// answer is a matter of the problem alone, neither of the order in which edges
// are given nor of the method by which it was found. Nodes are numbered by the
// caller: whoever numbers them in order of their IDs has ties broken by ID.
//
// # Method
//
// Feasibility is a blocking flow in layers (Dinic); the least cost is found by
// cost scaling (Goldberg and Tarjan) with partial augmentation and global price
// updates; where costs are so large that scaling to the end could overflow,
// shortest paths from the scaled flow do the rest; the first of the best flows
// is reached over cycles of reduced cost zero.
package assign
