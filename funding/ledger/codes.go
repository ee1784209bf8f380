package ledger

import (
	"maps"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Codes of the problems a book reports.
const (
	AmountNotPositive rule.Code = "ledger.amount"       // an amount that is not above zero
	SameAccount       rule.Code = "ledger.same-account" // debit and credit are one account
	OutOfRange        rule.Code = "ledger.range"        // a balance beyond the range of Money
	Unbalanced        rule.Code = "ledger.unbalanced"   // a balance that does not follow from the journal
)

var problems = rule.Catalog{
	AmountNotPositive: rule.Words("记账金额须大于零,实为 {amount}", "an amount posted must be above zero, not {amount}"),
	SameAccount:       rule.Words("借贷为同一科目,金额 {amount}", "debit and credit are one account, amount {amount}"),
	OutOfRange:        rule.Words("记入 {amount} 后余额超出金额范围", "posting {amount} takes a balance out of range"),
	Unbalanced:        rule.Words("账不平:按分录为 {journal},余额为 {balance}", "the book does not balance: {journal} by the journal, {balance} by the accounts"),
}

// Sentences returns the table of this package's codes.
func Sentences() rule.Catalog { return maps.Clone(problems) }
