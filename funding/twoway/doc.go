// Package twoway rounds a table of amounts to the fen in both directions at
// once (双向取整, controlled rounding): requests down, sources across, and
// every cell, every row, every column and the whole come out as their exact
// value rounded down or up, and everything still adds up.
//
// [Exact] is the table before rounding. [Exact.Round] rounds it both ways;
// [Exact.RoundSingly] is the other rule, each cell by itself, and shows where
// its cells do not add up to the totals.
package twoway
