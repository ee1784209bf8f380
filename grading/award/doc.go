// Package award is what grades and places earn besides a yearly subsidy: an
// award when a grade is first given, the difference when it is raised, an award
// when it is renewed, prizes for the best so many; and when a yearly payment
// stops and resumes, for how many months of a year it is paid.
//
// A [Plan] and a [Prize] are data. They say who asks and on which occasion; what
// is paid, by whom and out of which budget, is a funding scheme's to compute:
// [Plan.Scheme] is the plan as one, and where tiers pay together what it awards
// is asked anew ([Shared]) of a scheme that they share
// ([grading.Payers.Scheme]). No amount is computed here.
package award
