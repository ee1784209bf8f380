// Package preset holds published rules of this field that pay money, one place
// in a file: what a city's venture philanthropy grants, what a grade is worth,
// how levels of government share a village's money, how a lottery budget is
// divided. Each is a function that returns a fresh value with its source, its
// status and the days it is in force.
//
// A rule is marked published where its figures stand in the source named; what
// the source did not tell and a scheme needs nonetheless, such as the rounding,
// is said beside it. Rules whose figures are ours are marked illustrative, and
// every explanation of theirs says so. Titles of sources describe the page where
// the figures stand where the document's own title is not in hand.
package preset
