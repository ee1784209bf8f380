// Package venture decides a competition of venture philanthropy (公益创投):
// organizations propose projects that meet the needs of a published catalogue,
// judges score them, and the best are funded up to the quotas and the money of
// the round.
//
// A [Catalogue] lists needs in classes and subclasses. [Rules] are data: how
// judges' scores become one, the line to reach, how many projects a class, an
// organization and the round may have, the budget, and the [funding.Scheme] that
// says what one project gets, such as Guangzhou's smaller of 60% and 500,000
// (package funding/preset).
// [Rules.Decide] takes the entries by score, the highest first and equal scores
// by id, and gives each an award or every reason why it has none. The order in
// which entries are given never matters.
//
// Residents may decide instead of judges: see funding/vote. Which channel money
// goes through at all is a [Channel].
package venture
