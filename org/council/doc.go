// Package council holds the bodies in which residents and others govern
// together: the residents' autonomous association (小区居民自治会), which is
// self-governing, the harmony council (和谐共建理事会), which integrates old
// and new residents, and the boards that statutes ask for.
//
// [Rules] say, as data, who must be represented and with how many seats or
// what share of them, how many make a quorum, and what majority each matter
// needs. A [Council] is its dated seats; it answers as of a day whether it is
// properly made up, whether a meeting has a quorum and whether a motion is
// carried. A [Decision] holds every clause, met or not, and the arithmetic of
// every share: shares are fractions, counted in whole seats and never rounded
// in anybody's favour.
package council
