// Package whatif is an analyst's questions to an evaluation: how far is the
// next grade and which few indicators would reach it ([Reach]); what if an
// answer, a weight, a line or a rate were another ([Answers], [Revise],
// [MoveLine], [Compare]); who changes grade when a line moves by a point
// ([Sensitivity]); how are grades spread ([Distribute]); and the other way
// round, where may a line lie so that the bill stays within a budget
// ([LineWithin], [ShiftWithin]).
//
// Every answer is exact: nothing is sampled or estimated, and what is found is
// shown with its neighbours.
package whatif
