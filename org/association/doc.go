// Package association holds industry associations and chambers (行业协会、商会):
// who their members are, by what rules the members discipline themselves, and
// whose qualification is certified.
//
// A [Roll] is memberships with their periods; it counts member enterprises once
// across all associations and for each association ([Roll.Count]). A
// [Convention] is obligations from four instruments (公约、收购准则、责任状、资质
// 认定) and sanctions in steps; a [Book] of pledges, breaches and claims says
// who has not signed, what sanction a member stands under, and whether a
// member's qualification is in force, each as of a day and with its reasons.
// A fact that no document proves counts as not stated.
package association
