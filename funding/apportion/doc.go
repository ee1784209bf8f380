// Package apportion divides a whole number of places, quotas or posts in
// proportion to weights (名额分配): how many projects each class may win, how
// many delegates each village sends, how many posts each town gets.
//
// No method has every good property (Balinski and Young). This one package
// holds the five in use, so that a rule can name the one it means:
//
//	method     more places: nobody loses   within its quota   leans towards
//	Hamilton   no                          yes                nobody
//	Jefferson  yes                         not below          the large
//	Webster    yes                         no, but rarely     nobody
//	Adams      yes                         not above          the small
//	Hill       yes                         no, but rarely     the small, a little
//
// The quota of a claimant is its exact share of the total; a method stays
// within quota if everybody receives it rounded down or up. A method in which
// nobody loses when there is more to divide is house monotone. Divisor methods
// (all but Hamilton) have that property, and two more: a claimant that joins
// with its fair part shifts nothing among the others, and a claimant that grows
// faster never loses a place to one that grows more slowly.
//
// [Divide] takes a least and a most for each claimant; [Divisors] shows the one
// number by which anybody can check a division. Money is divided by
// funding.Split, which is Hamilton in fen.
package apportion
