package cli

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"github.com/sancheng-go/sancheng/org/rule"
)

// Parser reads the text of a cell, which has no space around it. Accepts says
// to people what it reads; without it they are shown the parser's own error.
type Parser[T any] struct {
	Accepts rule.Text
	Parse   func(cell string) (T, error)
}

// Word reads any text as it stands.
func Word() Parser[string] {
	return Parser[string]{
		Accepts: rule.Words("任意文字", "any text"),
		Parse:   func(cell string) (string, error) { return cell, nil },
	}
}

// Decimal reads a decimal number, as [Amount] does.
func Decimal() Parser[decimal.Decimal] {
	return number(rule.Words("数,如 89.6", "a number such as 89.6"), rule.ParseDecimal)
}

// Amount reads an amount of money by parse, which takes yuan as plain digits
// with a minus or a point: funding.ParseMoney. Full-width characters are the
// same as narrow ones, and commas may stand before every three digits.
func Amount[T any](parse func(string) (T, error)) Parser[T] {
	return number(rule.Words("以元为单位、至多精确到分的金额,如 1234.50 或 1,234.50", "an amount in yuan, at most to the fen, such as 1234.50 or 1,234.50"), parse)
}

func number[T any](accepts rule.Text, parse func(string) (T, error)) Parser[T] {
	return Parser[T]{accepts, func(cell string) (T, error) {
		digits := width.Fold.String(cell)
		if strings.Contains(digits, ",") && grouped.MatchString(digits) {
			digits = strings.ReplaceAll(digits, ",", "")
		}
		return parse(digits)
	}}
}

// grouped is a number whose commas can only separate thousands: 1,23 and
// 0,123 might be decimal commas.
var grouped = regexp.MustCompile(`^-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?$`)

// Date reads 2015-04-21, 2015/4/21 and 2015年4月21日.
func Date() Parser[rule.Date] {
	return Parser[rule.Date]{
		rule.Words("日期,如 2015-04-21、2015/4/21 或 2015年4月21日", "a date such as 2015-04-21, 2015/4/21 or 2015年4月21日"),
		func(cell string) (rule.Date, error) {
			date, err := rule.ParseDate(cell)
			if err == nil {
				return date, nil
			}
			found := dated.FindStringSubmatch(width.Fold.String(cell))
			if found == nil {
				return rule.Date{}, err
			}
			var parts []int
			for _, digits := range found[1:] {
				if n, err := strconv.Atoi(digits); err == nil {
					parts = append(parts, n)
				}
			}
			return rule.NewDate(parts[0], parts[1], parts[2])
		},
	}
}

var dated = regexp.MustCompile(`^([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)$`)
