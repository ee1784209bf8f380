// Package funding pays: it holds money to the fen, splits it exactly, and
// settles a round of requests over the sources of the "1+3+X" model (“1+3+X”
// 资金投入模式): the welfare-lottery fund, three tiers of fiscal subsidy, and
// social money.
//
// [Money] is a whole number of fen; [Split] divides it by largest remainder; a
// [Span] is a published range of amounts and the point in it that is paid. A
// [Scheme] is the published rules of a round, as data; [Settle] decides what
// each [Source] pays for each [Request], and the [Settlement] says why, cell
// by cell and page by page. funding/receipt computes a settlement again from the
// definitions and accepts no difference; funding/timeline keeps the versions of
// a scheme by date.
package funding
