// Package district is an invented district with the shape of Zhenhai in 2015:
// the life of its social organizations from before 2008 to the first quarter of
// 2015 as dated events, its service network, base, associations, councils and
// linkage. Every organization, enterprise, person, village code and day is
// synthetic and made from a fixed seed; only the subdistricts and towns are
// real, by their codes.
//
// How many organizations there are at each year's end stands in [Years], and
// the examples that show the district hold it against a report's figures. It is
// made without looking at them.
package district
