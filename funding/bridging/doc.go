// Package bridging runs a mutual bridging-loan pool (互助转贷资金池): members put
// money in, a member whose bank loan falls due borrows from the pool for a few
// days until the bank's promised renewal arrives, and pays a fee for each day.
//
// [Rules] are data: the daily rate stepped by the day of the loan, and what a
// loan must keep to, as conditions. [Pool.Run] takes a pool's movements and
// requests through time, day after day in which something happens, and returns
// the [Book]: what was lent and refused and why, fees to the fen, turnover,
// outstanding and peak, and what each contributor holds. The pool is never
// below zero at any moment; money lost is shared among the contributors.
package bridging
