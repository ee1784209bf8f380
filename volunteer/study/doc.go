// Package study looks at a district's volunteers as a whole: turn-out of
// rosters, hours by team and month, the share of active volunteers, and how
// many of each year's newcomers are still active later.
//
// Every share is an exact [Share] of two counts, never a rounded percentage.
// All studies stand on the credits of [hours.TallyCredits].
package study
