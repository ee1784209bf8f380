// Package post audits the posts that officials hold in social organizations
// besides their own (党政机关领导干部兼任社会组织职务): a roster of persons and
// posts, rules as data by the period in which they were in force, and a list of
// every breach on a day with the clause it breaks.
//
// What the roster does not state is no breach and no clearance: the audit lists
// it as undecided.
package post
