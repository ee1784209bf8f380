// Package platform is a matching platform (资源对接平台): what organizations,
// government, enterprises, volunteers and citizens need and offer, in money,
// goods, places, skills and time, and the best assignment of the one to the
// other.
//
// An offer fits a need of the same resource and item if it may be used where
// the need is, on a day on which the need can be met, and if each meets the
// other's conditions. How much a unit of the offer is worth to the need is the
// need's own worth and the points of both sides' preferences.
//
// [Platform.Match] assigns offers to needs by [assign.Assignment]: with the
// greatest value, or with the greatest quantity met and then the greatest
// value. The answer is exact and does not depend on the order of the lists:
// ties go to the lower ids. Dual prices prove it, and [Result.Why] uses them to
// answer a need that goes short: which offers would fit, and what each is worth
// to those who get it. A need may be met in parts, by several offers, and in
// several goes: what was supplied already ([Supply]) counts on both sides. What
// recurs ([Repeat]) is one round after the other.
//
// Quantities are met unit by unit. What is of use only as a whole is one unit.
//
// The three zeros that such a platform promises are checks over it:
// [Platform.Obstacle], [Platform.Threshold] and [charity.Risk]; see
// [Platform.Zeros].
package platform
