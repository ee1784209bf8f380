// Package network keeps a district's charity network (慈善网络): the charity
// federation at its core, and branches, workstations and named funds in towns,
// villages, organizations, enterprises and schools.
//
// [Rules] say, as data, what may be founded where and under whom, and between
// which kinds of node money may flow. A [Network] is its dated events, nothing
// else: [Network.Apply] lets an event happen or refuses it with every unmet
// requirement. Through every event the open nodes are one tree with the
// federation as its root: nothing is founded or moved under a node that is
// closed or its own descendant, and nothing closes while another hangs on it or
// money is left in it. The money of all nodes stands in one double-entry book,
// so that what one node sends another receives.
//
// [Network.Coverage] says which towns, villages and sectors the network reaches,
// [Network.Flows] what went from where to where, [Network.Statement] what came
// of one node's money.
package network
