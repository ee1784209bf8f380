// Package insurance insures a district's volunteers: a group policy over the
// register (区域全体志愿者保险), its totals, its premiums by the day, the list of
// who is not insured or insured twice, claims, the bill and who pays it.
//
// It also answers the inverse of a published total: which sums per head and how
// many heads agree with "more than 30,000 volunteers, 19.44 million yuan in
// all". See [Question] and [TwoClasses].
//
// Amounts are [funding.Money]. Premiums by the day are differences of what is
// earned up to a day, so that every way to cut a year into days, joiners and
// leavers adds up to the yearly premium to the fen.
package insurance
