// Package award is what grades and places earn besides a yearly subsidy: an
// award when a grade is first given, the difference when it is raised, an award
// when it is renewed, prizes for the best so many; and when a yearly payment
// stops and resumes, for how many months of a year it is paid.
//
// What is paid, by whom and out of which budget, is a funding scheme's to
// compute: those of package funding/preset, or one that asks for the facts of
// [Facts]. This package says who asks, with which grade, on which occasion and
// after which payments ([Recipient.Ask]), who wins a prize ([Prize]) and which
// months are paid ([Course]). Where tiers pay together, what one scheme awards is
// asked anew ([Shared]) of one that they share ([grading.Payers.Scheme]). No
// amount is computed here.
package award
