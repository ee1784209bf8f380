package cli

import (
	"strconv"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of what a command reports.
const (
	ChecksFailed    rule.Code = "checks.failed"    // exit code 1
	FlagInvalid     rule.Code = "flag.invalid"     // a flag unknown or without its value
	LanguageUnknown rule.Code = "language.unknown" // -lang names no language
	FileUnreadable  rule.Code = "file.unreadable"  // cannot be opened or read
)

// Codes of the faults of a table.
const (
	TableEmpty     rule.Code = "table.empty"          // no header
	TableTooLarge  rule.Code = "table.too-large"      // above 64 MiB
	TableEncoding  rule.Code = "table.encoding"       // neither UTF-8 nor GB18030
	TableNUL       rule.Code = "table.nul"            // not a text file
	TableQuote     rule.Code = "table.quote"          // quotation marks that do not pair
	TableRagged    rule.Code = "table.ragged"         // more or fewer cells than the header
	TableFaults    rule.Code = "table.faults"         // too many faults to list
	ColumnMissing  rule.Code = "table.column-missing" // a column the command needs
	ColumnTwice    rule.Code = "table.column-twice"   // two columns for one meaning
	ColumnUnknown  rule.Code = "table.column-unknown" // a column nobody reads
	ColumnsTooMany rule.Code = "table.columns"        // more than 1,000 columns
	CellInvalid    rule.Code = "table.cell"           // a cell that is not what its column holds
	CellEmpty      rule.Code = "table.cell-empty"     // a cell that must be filled in
	CellTooLong    rule.Code = "table.cell-too-long"  // above 64 KiB
)

var problems = rule.Catalog{
	ChecksFailed:    rule.Words("有 {count} 项核对未通过", "checks failed: {count}"),
	FlagInvalid:     rule.Words("命令行参数有误:{detail}(-h 列出全部参数)", "bad command line: {detail} (-h lists the flags)"),
	LanguageUnknown: rule.Words("-lang 不认识“{value}”,可用 zh、en", "-lang does not know {value}; accepted: zh, en"),
	FileUnreadable:  rule.Words("读不了文件“{file}”:{why}", "cannot read {file}: {why}"),

	TableEmpty:     rule.Words("表是空的:第一行须为列名", "the table is empty: its first row names the columns"),
	TableTooLarge:  rule.Words("表超过 {most} MiB", "the table is larger than {most} MiB"),
	TableEncoding:  rule.Words("文件第 {line} 行起既不是 UTF-8 也不是 GB18030 编码;请另存为“CSV UTF-8”", "from line {line} of the file on the encoding is neither UTF-8 nor GB18030; save the table as CSV UTF-8"),
	TableNUL:       rule.Words("第 {row} 行含空字节,不是文本文件;请另存为“CSV UTF-8”", "row {row} holds a NUL byte, so this is no text file; save the table as CSV UTF-8"),
	TableQuote:     rule.Words("从第 {row} 行起引号不配对;含引号的单元格须整格加引号,格内引号写两遍", "the quotation marks from row {row} on do not pair; a cell that holds one is quoted as a whole, with the mark inside written twice"),
	TableRagged:    rule.Words("第 {row} 行有 {cells} 格,列名有 {columns} 格", "row {row} has {cells} cells, the header has {columns}"),
	TableFaults:    rule.Words("错误超过 {most} 处,其余未列", "more than {most} faults; the rest are not listed"),
	ColumnMissing:  rule.Words("缺少“{column}”列,列名可用:{accepted}", "column {column} is missing; accepted headers: {accepted}"),
	ColumnTwice:    rule.Words("第 {first} 列和第 {second} 列(“{header}”)都是“{column}”", "columns {first} and {second} ({header}) both hold {column}"),
	ColumnUnknown:  rule.Words("不认识第 {place} 列“{header}”,可用:{accepted}", "column {place} ({header}) is unknown; accepted: {accepted}"),
	ColumnsTooMany: rule.Words("第 {row} 行超过 {most} 列", "row {row} has more than {most} columns"),
	CellInvalid:    rule.Words("第 {row} 行“{column}”列填的是“{value}”:{why}", "row {row}, column {column}, value {value}: {why}"),
	CellEmpty:      rule.Words("第 {row} 行“{column}”列没有填:{why}", "row {row}, column {column} is empty: {why}"),
	CellTooLong:    rule.Words("第 {row} 行第 {place} 列超过 {most} KiB;是否少了一个引号?", "row {row}, column {place} is longer than {most} KiB; is a quotation mark missing?"),
}

// counted names a row or column by its number, written without commas.
func counted(name string, number int) rule.Input {
	return rule.With(name, rule.Word(strconv.Itoa(number)))
}
