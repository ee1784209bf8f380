// Package rule holds what published rules are made of: who issued them and
// when they are in force ([Head], [Source], [Period]), the conditions they
// put on named facts ([Condition]), the reasons an outcome rests on
// ([Reason]), the faults found in what was put in ([Problem]), and the two
// languages all of these are read in ([Text]).
//
// It is the ground of the library: every package above states its rules with
// these types, so that a registration, a grade and a subsidy explain
// themselves in the same way.
//
// # Facts and conditions
//
// A rule in force is data, not code. A [Condition] asks one question about a
// named fact, in the words of the law: 以上 (at least), 超过 (above), 以下 (at
// most), 不满 (below), one of, within a period; or it joins other conditions
// with all of, any of, not. [Condition.Decide] looks at every clause, never
// only at the first, and says of each what was required and what was found.
// A fact that is not stated decides nothing: neither a clause on it nor the
// clause's negation holds.
//
// # Reasons and problems
//
// A [Reason] is a value: a stable code, named typed inputs, an operation, an
// output and the source. Text is made from it later, in simplified Chinese or
// English. Where the operation is arithmetic, [Reason.Replay] computes the
// output again from the inputs, so that a trace can be checked and not only
// read.
//
// A [Problem] says what is wrong with an input: a path such as
// sources[2].budget, a stable code and the value. Problems are collected, not
// returned one by one; [Problems.Err] gives them as one error, or nil. A
// [Code] is an error itself, so errors.Is(err, code) tells whether a given
// fault is among them.
//
// # Documents
//
// Rules, requests and registers are read from JSON with [Decode] or, from a
// file that names its schema, [DecodeAs]: strictly, every fault at once with
// its path, in time and memory bounded by the length of the text, and with the
// target as it was where anything is wrong.
package rule
