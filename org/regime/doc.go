// Package regime decides whether an organization may be registered, must be
// filed, or is refused: the two tracks (登记、备案双轨制) as data.
//
// A [Regime] is the law of a place and time: ways in their order of preference,
// each with its conditions on named facts of an application, the clause of each
// condition, and the term for the authority's decision. [Regime.Decide] holds an
// [Application] against every way and answers with the first that it meets, the
// reasons of all of them, what would have to change for the others, and the last
// day for the decision. Being refused is an answer, not an error.
//
// Presets are published law, such as [DualManagement], [FourCategories] and
// [Yangzhou], or say that their figures are illustrative, such as [Filing]. More
// than one association for one trade (一业多会) is a switch: [Regime.Competing].
package regime
