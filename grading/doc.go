// Package grading evaluates social organizations (等级评估): from indicators
// to a score, from the score to a grade, from the grade to money or to the
// stop of payment (停发补助).
//
// A [Scale] gives classes to scores, with every end stated, and is refused
// while a score lies in no class or in two. A [Subsidy] gives amounts to
// classes. Both together are a [Policy]; [New] makes a [Grader] of it, which
// assesses one organization or many and explains each.
//
//	g, err := grading.New(grading.Zhaobaoshan2019())
//	a, err := g.Assess(grading.Case{ID: "a", Score: grading.Scored(rule.Dec("89.6")), Months: 7})
//	page, err := g.Explain(c) // page.In(language.Chinese)
//
// A [Rubric] gives the score, from answers and from the ballots of a [Panel]; with
// a policy it is an [Evaluation], which also runs whole tables of organizations.
// A scale published with faults is a [Notice]. What is paid goes through a
// funding scheme: [Subsidy.Scheme] is the one the payers share, [Grader.Formula]
// the one that computes the amounts.
//
// The rooms below: eligibility says who may be evaluated, life which grade an
// organization has on a day, award what grades and prizes earn, preset holds
// published scales, whatif answers an analyst's questions.
//
// To fail, or not to have been assessed, is an answer with its reason; an
// error says that the question was malformed.
package grading
