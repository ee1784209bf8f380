// Package ledger keeps books by double entry: every posting takes an amount
// from one account and gives it to another, so that no yuan appears or
// vanishes.
//
// What the accounts are is the business of whoever keeps the book: a special
// fund, an agreement, a charity project and a named fund each have their own
// kinds.
package ledger
