// Package fund keeps named charity funds (冠名慈善基金): who may found one and
// with how much, how it is paid in, what it must spend a year, what may be
// charged for keeping it, how its purpose changes, and where the rest goes when
// it closes.
//
// A fund is its deed and its dated events; its state, its book and its yearly
// statement are the fold of these. The rules of a place are data; those that
// ship cite where they were published.
package fund
