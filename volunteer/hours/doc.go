// Package hours credits volunteers' service time (志愿服务时长): who was where,
// from when to when, verified by whom, and how much of it counts.
//
// A log is a list of [Entry]: a record of attendance and its later corrections
// and cancellations, which are entries too; nothing is ever deleted, and the
// log can be read as of any day. [Rules] say what share of travel and waiting
// counts, the ceiling of a day and the rounding. [Tally] credits a whole log;
// [Certify] gives the facts of one volunteer's certificate, step by step.
//
// # How a day is credited
//
//  1. Of each record the last version entered by the day of the tally stands;
//     a cancelled one counts nothing.
//  2. A record that nobody verified, that its own volunteer verified, that is
//     longer than the rules allow, or that lies outside the volunteer's
//     enrolment counts nothing and becomes a finding.
//  3. The records of a person are taken by start, then end, then number. A
//     minute that an earlier one holds is not counted again; so nobody is in
//     two places, and no day has more than 24 hours.
//  4. Each minute counts with the share of its kind. The running total of the
//     day, cut at the ceiling, is rounded once; a record is credited with the
//     difference it makes. The credits of a day so add up to the rounded day.
//
// The order of the entries changes nothing.
package hours
