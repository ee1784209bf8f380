// Package life is the life of a grade (评估等级的存续): from the application
// through publicity, objection and review to the announcement, and from there
// through raising, lowering and withdrawal to the day it lapses.
//
// Two transition tables of org/stage run side by side: the proceeding under
// way and the standing of the grade. [Rules] are data for a period: how long a
// grade holds and from when, when one may come again, how long results are
// public, by when notices are due. [Law.Live] folds what happened, each entry
// under the rule of its day; what a rule does not allow is refused with its
// reasons and changes nothing. [Life.On] says which grade an organization has
// on a day, and by which decision.
package life
