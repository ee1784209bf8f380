// Package honour recognises volunteers' service: the star tables by hours and
// points (星级志愿者) that the state and several places have published, what
// somebody still lacks for the next star, and badges that lapse.
//
// A star table is a table of bands ([band.Table]) for each thing that is
// measured: hours, points, months on the register. A volunteer has the highest
// star that every measure reaches.
package honour
