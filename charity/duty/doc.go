// Package duty decides whether a charitable organization spent enough on
// charity and not too much on itself: the yearly floor for charitable spending
// (慈善活动支出) and the ceiling for management fees (管理费用) by its kind and
// its net assets.
//
// The rules are data, one set for each period of law. A decision says what was
// required, what was found, the shortfall in yuan and what would cure it.
package duty
