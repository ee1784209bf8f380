// Package volunteer is a district's register of volunteers (志愿者名册): people
// with their identity numbers and consent, the classes under which they serve,
// their teams, guardians, skills and hours of availability.
//
// A [Register] is checked as a whole when it is built and never changes. It
// counts who is enrolled on any day, finds entries that are, or perhaps are,
// the same human being, and erases people while keeping every total.
//
// # Identity numbers
//
// An [Identity] checks itself (GB 11643) and keeps itself to itself: String,
// JSON and every verb of package fmt write it masked, no problem quotes it,
// and [Identity.Reveal] is the one way to the number. A register refuses an
// identity number used as an id, since ids stand in every output.
//
// # The packages below
//
//	volunteer/hours      service records, credited hours, certificates
//	volunteer/honour     stars and badges
//	volunteer/insurance  the group policy over the register, claims, bills
//	volunteer/studio     personal studios: founder, members, activity, reach
//	volunteer/talent     tiers of talent, training, promotion
//	volunteer/roster     shifts and who takes them
//	volunteer/study      turn-out, retention, shares
package volunteer
