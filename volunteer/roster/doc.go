// Package roster calls up volunteers: shifts with their places, hours, skills
// and numbers against people's hours of availability and skills.
//
// [Make] fills as many places as can be filled; among the rosters that do, it
// keeps as much as it can of an earlier roster; and among these it spreads the
// shifts as evenly as can be over the people. The answer is exact, by
// [assign.Network.SolveGreatest], and does not depend on the order of shifts
// or people: ties go to the lower ids.
//
// # One person, one place
//
// Shifts that overlap, directly or through others that overlap both, are one
// sitting (场次), and a person takes one shift of a sitting at most. Where
// overlaps form chains (a with b, b with c, but not a with c), this is stricter
// than it need be: [Roster.Chained] names such sittings. To choose freely
// within a chain is a problem for which no quick exact method is known.
package roster
