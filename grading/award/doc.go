// Package award is what grades and places earn besides a yearly subsidy: an
// award when a grade is first given, the difference when it is raised, an award
// when it is renewed, prizes for the best so many; and when a yearly payment
// stops and resumes, for how many months of a year it is paid.
//
// A [Plan], a [Prize] and a [Course] are data. They say what is asked; what is
// paid, by whom and out of which budget, is a funding scheme's to say:
// [Claim.Request] and [Rank.Request] make the requests, and
// [grading.Payers.Scheme] is a scheme that tiers share.
package award
