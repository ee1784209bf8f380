package main

import (
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of what is wrong with a .pb file.
const (
	FileEncoding   rule.Code = "pb.encoding"    // not UTF-8
	FileQuote      rule.Code = "pb.quote"       // a quotation mark that is never closed
	SectionMissing rule.Code = "pb.section"     // META, PROJECTS or VOTES is missing
	OutsideSection rule.Code = "pb.outside"     // something before the first section
	KeyMissing     rule.Code = "pb.key"         // a key of META that must be there
	ColumnMissing  rule.Code = "pb.column"      // a column that must be there
	ColumnTwice    rule.Code = "pb.column-two"  // two columns with the same name
	RowRagged      rule.Code = "pb.ragged"      // more cells than columns
	NumberWrong    rule.Code = "pb.number"      // not a number, or negative where it must not be
	AmountTooLarge rule.Code = "pb.amount"      // too large, or too fine for its size
	TypeUnknown    rule.Code = "pb.vote-type"   // a type of ballot nobody knows
	ProjectUnknown rule.Code = "pb.project"     // a vote names a project the file does not list
	ProjectTwice   rule.Code = "pb.project-two" // a project stands twice
	PointsCount    rule.Code = "pb.points"      // not as many points as projects
	NoneLeft       rule.Code = "pb.none-left"   // no project reaches the file's threshold
	TooManyPoints  rule.Code = "pb.too-many"    // a default score for more ballots times projects than can be held
	TooManyFaults  rule.Code = "pb.faults"      // the rest are not listed
)

// Codes of faults of the command line.
const (
	BallotsUnknown rule.Code = "flag.ballots"         // -ballots
	NeedsFile      rule.Code = "flag.needs-file"      // a flag that goes with -pb
	NotWithFile    rule.Code = "flag.not-with-file"   // a flag that does not
	ProjectAbsent  rule.Code = "flag.project-unknown" // -explain names no project
)

var problems = rule.Catalog{
	FileEncoding:   rule.Words("第 {line} 行起不是 UTF-8 编码", "from line {line} on the file is not in UTF-8"),
	FileQuote:      rule.Words("第 {line} 行的引号没有配对", "the quotation mark in line {line} is never closed"),
	SectionMissing: rule.Words("缺少 {section} 部分", "section {section} is missing"),
	OutsideSection: rule.Words("第 {line} 行不在 META、PROJECTS、VOTES 任何部分之内", "line {line} stands before the sections META, PROJECTS and VOTES"),
	KeyMissing:     rule.Words("META 缺少 {key}", "META does not state {key}"),
	ColumnMissing:  rule.Words("{section} 缺少 {column} 列", "{section} has no column {column}"),
	ColumnTwice:    rule.Words("{section} 有两列 {column}", "{section} has two columns {column}"),
	RowRagged:      rule.Words("第 {line} 行有 {cells} 格,列名只有 {columns} 个;含分号的文字须加引号", "line {line} has {cells} cells, the header {columns}; a text with a semicolon is quoted"),
	NumberWrong:    rule.Words("“{value}”不是可用的数", "{value} is not a number that can stand here"),
	AmountTooLarge: rule.Words("金额“{value}”太大,或小数位太多", "amount {value} is too large, or too fine for amounts so large"),
	TypeUnknown:    rule.Words("不认识选票类型“{value}”,可用 approval、choose-1、ordinal、cumulative、scoring", "vote type {value} is unknown; accepted: approval, choose-1, ordinal, cumulative, scoring"),
	ProjectUnknown: rule.Words("没有项目“{id}”(-skip-unknown 可略过)", "there is no project {id} (-skip-unknown leaves it out)"),
	ProjectTwice:   rule.Words("项目“{id}”重复", "project {id} stands twice"),
	PointsCount:    rule.Words("{projects} 个项目有 {points} 个分值", "{projects} projects have {points} points"),
	NoneLeft:       rule.Words("没有项目达到文件规定的最低得分 {least}(-every 可不计)", "no project reaches the score of {least} the file demands (-every counts them all the same)"),
	TooManyPoints:  rule.Words("默认分值(default_score)须给每张选票的每个项目,超过 {most} 处", "a default score stands for every project of every ballot, more than {most} here"),
	TooManyFaults:  rule.Words("错误超过 {most} 处,其余未列", "more than {most} faults; the rest are not listed"),

	BallotsUnknown: rule.Words("-ballots 不认识“{value}”,可用 points、pabutools、listed", "-ballots does not know {value}; accepted: points, pabutools, listed"),
	NeedsFile:      rule.Words("-{flag} 须与 -pb 同用", "-{flag} goes with -pb"),
	NotWithFile:    rule.Words("-{flag} 不能与 -pb 同用", "-{flag} does not go with -pb"),
	ProjectAbsent:  rule.Words("没有项目“{id}”", "there is no project {id}"),
}

// line names a line of a file by its number, written without commas.
func line(n int) rule.Input { return rule.With("line", rule.Word(strconv.Itoa(n))) }
