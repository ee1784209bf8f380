// Package sancheng is the map of a library that makes the rules by which a
// Chinese district governs, funds, grades and links its social organizations
// (社会组织) executable: typed, exact to the fen, explained in Chinese and
// English, and the same on every machine. The name stands for 三成: 成体系
// (into a system), 成建制 (into an order), 成规模 (to scale).
//
// The package itself holds nothing. Its rooms are imported one by one; each
// opens with the job it does, and the rooms below it hold one idea each:
//
//	floor 4  examples   the commands; the only place with files, flags and seeds
//	floor 3  grading    evaluation: scores, grades, what a grade pays
//	                    eligibility life award preset whatif
//	         volunteer  registers of volunteers
//	                    hours honour insurance roster studio talent study
//	         charity    projects from need to result, with the money in them
//	                    network fund duty platform micro
//	floor 2  funding    money, its split, the sources of a scheme and a settlement
//	                    receipt timeline twoway apportion analysis preset venture
//	                    vote purchase specialfund bridging ledger
//	floor 1  org        organizations: kind, place, identifier, registry, census
//	                    regime post due name council network base association linkage
//	ground   org/rule   dates, sources, conditions, reasons, problems, languages
//	         org/band   tables of intervals with stated ends (以上, 不满)
//	         org/stage  transition tables and what leads from stage to stage
//	         org/assign exact assignment of least cost
//
// Imports run downwards only, and the rooms of floor 3 do not know one
// another. Outside this module the library stands on decimal numbers
// (github.com/shopspring/decimal) and language tags (golang.org/x/text).
//
// # Where to begin
//
// To pay: funding.Split divides an amount to the fen; funding.Settle pays the
// requests of a round from the sources of a scheme. To grade: a Grader of
// package grading goes from a score to a grade and its payment. To know who
// there is: org.NewRegistry checks a list of organizations, and its census
// counts them. To admit: an Authority of package org/regime decides whether an
// organization is registered, filed or refused.
// Each returns its reasons beside the result; rule.Page lays them out for a
// reader.
//
// The source document, a district's report of 2015, is replayed figure by
// figure by the command examples/zhenhai.
//
// # What holds everywhere
//
// Rates, weights and scores are decimals; whatever is budgeted or paid is a
// whole number of fen; nothing is a binary fraction. Rules are data that cite
// their source and say whether their figures were published or are
// illustrative. The library reads no file, clock, environment or random
// source and starts no goroutine: the same input gives the same bytes. Bad
// input gives every fault at once, with its path, and no result beside it;
// to be refused or not eligible is no fault but an answer with reasons.
package sancheng
