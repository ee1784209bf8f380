// Package org says who there is, where, and by what right: social
// organizations (社会组织) with their legal form, registration state,
// territory and identifiers.
//
// A [Registry] holds a district's organizations over the years. It is built
// from dated events in any order ([Replay]) or from a list ([NewRegistry]),
// which report every fault at once, and answers as of any day: how one
// organization stands ([Registry.At]), who they all are ([Registry.All]), a
// census by any dimensions ([Registry.Census]), growth with its rate as an exact
// interval ([Registry.Growth], [Compound]), density both ways ([Density],
// [Residents]), what moved between two days ([Registry.Movements]), and the
// hierarchy of branches, federations and hubs ([Registry.Parents],
// [Registry.Children]). Two registries are joined by [Merge], with every
// conflict listed.
//
// The rooms within take an organization further: by what right it is there
// (org/regime), by what name (org/name), who serves it (org/network, org/base),
// how it is governed (org/council), whom it unites (org/association) and with
// whom it works (org/linkage).
package org
