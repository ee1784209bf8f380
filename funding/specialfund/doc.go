// Package specialfund keeps a special fund for social organizations (社会组织专项
// 资金): what is appropriated each year, for purchase of services, awards by
// assessment and subsidies of platforms; what is committed and what is paid of
// it; and what is carried over, runs out and goes back to the treasury.
//
// A [Fund] is its rules and its dated events, booked by double entry by year of
// the money and use, so that every statement adds up. Money of the oldest year
// is committed and paid first; what is released or refunded goes back to the
// year and use it came from. [Fund.Rising] checks that the appropriation rises
// every year, and can fail.
package specialfund
