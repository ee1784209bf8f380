// Package band reads tables of intervals: 75 or above and below 90 is class 2.
//
// Grade scales, matching tiers, stars and spending duties by net assets are
// bands. A table states each end in the words of the law and knows its own
// faults: numbers in no row, numbers in two rows, rows that no number reaches,
// each with an example. A table with a fault is refused, never guessed at.
package band
