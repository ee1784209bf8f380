// Package analysis reads settlements: how much social money each public yuan
// brought, how evenly the money fell, who got which share, who would win and
// lose under another scheme, and, backwards, which ratio or budget has a wanted
// outcome.
//
// Everything is exact: sums are decimals, shares and the Gini coefficient are
// fractions, and [Ask] settles the whole round at every step of its grid, so
// that its answer is proven by the steps next to it and holes in it are seen.
package analysis
