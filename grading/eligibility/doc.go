// Package eligibility decides who may apply for an evaluation (参评资格): how
// long it must have been registered, what became of its yearly checks, which
// penalties, investigations and lists bar it, and when a graded organization
// may come again.
//
// A rule is data: a condition on the facts of a [Record], in force for a
// period. Rules of different years and places stand side by side, and
// [InForce] finds those of a day. To be turned away is an answer with every
// reason, each with its clause; what a record does not state is a reason too.
//
//	d, err := eligibility.Order39().Decide(record, rule.Day(2019, 5, 6))
//	d.Eligible, d.Unmet
package eligibility
