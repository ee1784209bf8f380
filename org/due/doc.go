// Package due counts what an organization owes its authority once it is
// registered: a change applied for within 30 days, a deregistration within 15
// days of the liquidation, the reports of the year, activity within a year of
// the certificate. Terms are data by legal form, each with its clause; what is
// done late, still open or overdue on a day is listed with the days it is late.
package due
